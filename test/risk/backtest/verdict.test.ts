import fc from 'fast-check';
import { areaDifference } from '../../../src/risk/backtest/areaDifference';
import { withMiddleForUnknown } from '../../../src/risk/backtest/ranking';
import type { Replay } from '../../../src/risk/backtest/replay';
import {
  firstOfSecondHalf,
  judgeQuarters,
  judgeRankings,
  judgeTiers,
} from '../../../src/risk/backtest/verdict';

describe('areaDifference', () => {
  const isBad = [1, 1, 1, 0, 0, 0, 0];
  const sharp = [1, 2, 4, 3, 5, 6, 7];
  const blunt = [4, 1, 6, 3, 2, 7, 5];
  const alone = [0, 1, 2, 3, 4, 5, 6];

  it('is the difference of the areas: 11 of 12 pairs against 7', () => {
    expect(areaDifference(sharp, blunt, isBad, alone).difference).toBeCloseTo(11 / 12 - 7 / 12, 12);
  });

  it('has the standard error of DeLong where every row is a customer of its own', () => {
    const shareAbove = (values: number[], row: number) =>
      [3, 4, 5, 6].filter(good => values[good] > values[row]).length / 4;
    const shareBelow = (values: number[], row: number) =>
      [0, 1, 2].filter(bad => values[bad] < values[row]).length / 3;
    const bad = [0, 1, 2].map(row => shareAbove(sharp, row) - shareAbove(blunt, row));
    const good = [3, 4, 5, 6].map(row => shareBelow(sharp, row) - shareBelow(blunt, row));
    const squares = (values: number[]) => values.reduce((sum, value) => sum + (value - 4 / 12) ** 2, 0);
    // DeLong divides by n − 1 within good and bad apart; here the divisor is that of all seven customers.
    const expected = Math.sqrt((7 / 6) * (squares(bad) / 9 + squares(good) / 16));
    expect(areaDifference(sharp, blunt, isBad, alone).standardError).toBeCloseTo(expected, 12);
  });

  it('is less sure when the same customers are only seen more often', () => {
    const twice = (column: number[]) => [...column, ...column];
    const single = areaDifference(sharp, blunt, isBad, alone);
    const repeated = areaDifference(twice(sharp), twice(blunt), twice(isBad), twice(alone));
    const asIfMany = areaDifference(twice(sharp), twice(blunt), twice(isBad), [
      ...alone,
      ...alone.map(id => id + 7),
    ]);
    expect(repeated.difference).toBeCloseTo(single.difference, 12);
    expect(repeated.standardError).toBeCloseTo(single.standardError, 12);
    expect(asIfMany.standardError).toBeLessThan(single.standardError);
  });

  it('is nothing between a ranking and itself, and unsure of a single customer', () => {
    expect(areaDifference(sharp, sharp, isBad, alone)).toEqual({ difference: 0, standardError: 0 });
    expect(
      areaDifference(
        sharp,
        blunt,
        isBad,
        isBad.map(() => 1),
      ).standardError,
    ).toBeNaN();
    expect(areaDifference([1, 2], [2, 1], [0, 0], [1, 2]).difference).toBeNaN();
  });

  it('counts a tie as half a pair in the error as in the area', () => {
    const values = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 });
    const placed = (column: readonly number[], row: number) => {
      const others = isBad.flatMap((outcome, other) => (outcome === isBad[row] ? [] : [other]));
      const won = others.map(other => {
        const apart = isBad[row] === 1 ? column[other] - column[row] : column[row] - column[other];
        return apart > 0 ? 1 : apart === 0 ? 0.5 : 0;
      });
      return won.reduce((sum: number, each) => sum + each, 0) / others.length;
    };
    const ofKind = (kind: number) => isBad.filter(outcome => outcome === kind).length;
    fc.assert(
      fc.property(values, values, (one, other) => {
        const { difference, standardError } = areaDifference(one, other, isBad, alone);
        const squares = isBad.map(
          (outcome, row) => ((placed(one, row) - placed(other, row) - difference) / ofKind(outcome)) ** 2,
        );
        const variance = (7 / 6) * squares.reduce((sum, square) => sum + square, 0);
        expect(standardError).toBeCloseTo(Math.sqrt(variance), 9);
      }),
    );
  });

  it('does not care who is compared with whom', () => {
    const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(values, values, (one, other) => {
        const forth = areaDifference(one, other, isBad, alone);
        const back = areaDifference(other, one, isBad, alone);
        expect(forth.difference).toBeCloseTo(-back.difference, 12);
        expect(forth.standardError).toBeCloseTo(back.standardError, 12);
      }),
    );
  });
});

/** Two quarters of four customers; in the second the score is the wrong way round for two of them. */
const replay: Replay = {
  quarterEnds: [100, 191],
  quarter: [0, 0, 0, 0, 1, 1, 1, 1],
  customer: [0, 1, 2, 3, 0, 1, 2, 3],
  tier: [0, 0, 1, 1, 0, 1, 1, 1],
  isBad: [0, 0, 1, 1, 0, 1, 0, 1],
  due: [10, 10, 10, 10, 10, 10, 10, 10],
  late: [0, 5, 10, 10, 0, 10, 5, 10],
  scored: [4, 5],
  rankings: [
    { name: 'score', kind: 'score', values: [90, 80, 40, 30, 90, 60, 50, 20], isKnown: Array(8).fill(true) },
    {
      name: 'overdueShare',
      kind: 'baseline',
      values: [0, 0, 0, -1, 0, 0, 0, 0],
      isKnown: [true, true, true, true, false, false, false, false],
    },
  ],
};

describe('judgeRankings', () => {
  const [score, baseline] = judgeRankings(replay);

  it('gives areas over all quarters, by half and by quarter', () => {
    expect(score.areaByQuarter).toEqual([1, 0.75]);
    expect([score.areaFirstHalf, score.areaSecondHalf]).toEqual([1, 0.75]);
    // 4 good × 4 bad; the one good of 50 lies below the bad of 60.
    expect(score.area).toBeCloseTo(15 / 16, 12);
    expect(score.gap).toBe(0.75);
    expect(score.behindScore).toBe(0);
  });

  it('compares with the score only where the other was known', () => {
    expect(baseline.knownShare).toBe(0.5);
    expect(baseline.areaByQuarter).toEqual([0.75, 0.5]);
    expect(baseline.behindScore).toBeCloseTo(1 - 0.75, 12);
  });

  it('halves an odd number of quarters with the middle one in the second half', () => {
    expect([2, 3, 6, 7].map(firstOfSecondHalf)).toEqual([1, 1, 3, 3]);
  });
});

describe('judgeTiers', () => {
  it('counts customers, bad ones and money by tier', () => {
    const tiers = judgeTiers(replay, [{ letter: 'A' }, { letter: 'B' }, { letter: 'C' }]);
    expect(tiers.map(({ letter, count, bad, due, late }) => [letter, count, bad, due, late])).toEqual([
      ['A', 3, 0, 30, 5],
      ['B', 5, 4, 50, 45],
      ['C', 0, 0, 0, 0],
    ]);
    expect(tiers[1].weightOfEvidence).toBeCloseTo(Math.log(0.25 / 1), 12);
    expect(tiers[2].weightOfEvidence).toBe(0);
  });
});

describe('judgeQuarters', () => {
  it('says how far customers moved between tiers since the quarter before', () => {
    const [first, second] = judgeQuarters(replay, 2);
    expect(first).toMatchObject({
      end: 100,
      scored: 4,
      judged: 4,
      bad: 2,
      perTier: [2, 2],
      stability: Number.NaN,
    });
    expect(second).toMatchObject({ end: 191, scored: 5, judged: 4, bad: 2, perTier: [1, 3] });
    expect(second.stability).toBeCloseTo(-0.25 * Math.log(0.5) + 0.25 * Math.log(1.5), 12);
    expect(second.stabilityByChance).toBeCloseTo(0.5, 12);
  });
});

describe('withMiddleForUnknown', () => {
  it('puts the median where nothing is known', () => {
    expect(withMiddleForUnknown([3, Number.NaN, 1, 2])).toEqual([3, 2, 1, 2]);
    expect(withMiddleForUnknown([Number.NaN])).toEqual([0]);
  });
});
