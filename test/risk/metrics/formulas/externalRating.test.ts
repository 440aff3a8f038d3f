import fc from 'fast-check';
import { externalRatings } from '../../../../src/risk/metrics/formulas/externalRating';

/** One rating among others of a column that is an agency's. */
const ratingOf = (rating: string): number => externalRatings([rating, 'S&P: AA+'])[0];
const place = (grade: number): number => (100 * grade) / 21;

describe('externalRatings', () => {
  it.each([
    // S&P and Fitch against Moody's with their numbers of 21 to 2, as table 1 of Afonso, Gomes and Rother (ECB working paper 711, 2007) has them.
    ['AAA', 'Aaa', 21],
    ['AA+', 'Aa1', 20],
    ['AA-', 'Aa3', 18],
    ['A', 'A2', 16],
    ['A-', 'A3', 15],
    ['BBB+', 'Baa1', 14],
    ['BBB-', 'Baa3', 12],
    ['BB+', 'Ba1', 11],
    ['BB', 'Ba2', 10],
    ['BB-', 'Ba3', 9],
    ['B+', 'B1', 8],
    ['B', 'B2', 7],
    ['B-', 'B3', 6],
    ['CCC+', 'Caa1', 5],
    ['CCC', 'Caa2', 4],
    ['CCC-', 'Caa3', 3],
    ['CC', 'Ca', 2],
    ['D', 'Caa3', -1],
  ])('%s and %s', (letters, moodys, grade) => {
    expect(ratingOf(letters)).toBeCloseTo(place(Math.max(0, grade)), 10);
    if (grade >= 0) expect(ratingOf(moodys)).toBeCloseTo(place(grade), 10);
  });

  it.each([
    ['ＡＡ－', place(18)],
    ['BBB−', place(12)],
    ['BBB– (stable)', place(12)],
    ['S&P: BBB-', place(12)],
    ['Fitch BB+ / negative outlook', place(11)],
    ["Moody's A1", place(17)],
    ['Baa', place(13)],
    ['SD', 0],
    ['RD', 0],
  ])('reads %s', (rating, value) => {
    expect(ratingOf(rating)).toBeCloseTo(value, 10);
  });

  it.each(['', 'NR', 'n/a', 'good', 'AAAA', 'E+', '101', '-5', 'AA+ A', '未评级'])(
    'does not guess %j',
    rating => {
      expect(ratingOf(rating)).toBeNaN();
    },
  );

  it("takes C for Moody's grade of the defaulted where its name or its letters beside it say so, for S&P's otherwise", () => {
    expect(ratingOf("Moody's C")).toBe(0);
    expect(externalRatings(['C', 'Baa1', 'Caa2'])[0]).toBe(0);
    expect(ratingOf('S&P: C')).toBeCloseTo(place(1), 10);
    expect(ratingOf('C')).toBeCloseTo(place(1), 10);
    expect(externalRatings(['C', 'Baa1', 'BBB'])[0]).toBeCloseTo(place(1), 10);
  });

  it('weighs the letters of Chinese agencies by the risk they stand for', () => {
    const [aaa, aa, bbb, moodys] = externalRatings(['AAA（中诚信国际）', '联合资信 AA', 'BBB级', 'Aaa']);
    expect(aaa).toBeCloseTo(place(16), 10);
    expect(aa).toBeCloseTo(place(12), 10);
    expect(bbb).toBeCloseTo(place(4), 10);
    expect(moodys).toBe(100);
  });

  it.each([
    ['AA+', 14],
    ['AA-', 10],
    ['A+', 8],
    ['A', 7],
    ['A-', 6],
    ['BBB+', 5],
    ['BBB-', 4],
    ['BB+', 3],
    ['BB', 3],
    ['BB-', 3],
    ['B+', 2],
    ['B', 2],
    ['B-', 2],
    ['CCC', 1],
    ['CC', 1],
    ['C', 0],
  ])('weighs a Chinese %s as the grade %d', (letters, grade) => {
    expect(externalRatings([`${letters}（大公国际）`])[0]).toBeCloseTo(place(grade), 10);
  });

  it('takes a bare letter for Chinese where the column says so and nothing says otherwise', () => {
    expect(externalRatings(['大公 AA+', 'AA'])[1]).toBeCloseTo(place(12), 10);
    expect(externalRatings(['大公 AA+', 'AA', 'Aa2'])[1]).toBeCloseTo(place(19), 10);
    expect(externalRatings(['AA'])[0]).toBeCloseTo(place(19), 10);
  });

  it('takes numbers of 0 to 100 as they are, and classes of the user for nothing', () => {
    expect([...externalRatings(['85', '0', '7.5', '100', '101', ''])]).toEqual([
      85,
      0,
      7.5,
      100,
      Number.NaN,
      Number.NaN,
    ]);
    expect([...externalRatings(['1', '3', '10'])]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([...externalRatings(['A', 'B', 'C', 'D'])].every(Number.isNaN)).toBe(true);
    expect(externalRatings(['A', 'BB'])[0]).toBeCloseTo(place(16), 10);
  });

  it('never throws and stays between 0 and 100, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), texts => {
        for (const value of externalRatings(texts))
          expect(Number.isNaN(value) || (value >= 0 && value <= 100)).toBe(true);
      }),
    );
  });
});
