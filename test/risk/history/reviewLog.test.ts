import { readReviews, reviewColumns, reviewRows, withReviews } from '../../../src/risk/history/reviewLog';
import { ownHeaders } from '../../../src/risk/ownTable';
import { tableOf } from '../scoring/tableOf';

const entries = [
  { day: 44_900, customer: 'C0', number: '', tier: 'B', score: 71.5 },
  { day: 44_990, customer: '=1+1', number: '007', tier: '', score: Number.NaN },
];

test('reviews come back from their table as they were written, in both languages', () => {
  for (const language of ['en', 'zh'] as const) {
    const cells = [ownHeaders(reviewColumns, language), ...reviewRows(entries)];
    expect(readReviews(cells, 1900)).toEqual(entries);
  }
});

test('rows that tell no day or no customer are passed over, columns may stand in any order', () => {
  const cells = [
    ['Note', 'Customer', 'Reviewed on'],
    ['met them', 'Acme', 45_010],
    ['', '', 45_010],
    ['', 'Acme', 'soon'],
    ['', 'Acme', 45_000],
  ];
  expect(readReviews(cells, 1900).map(({ day, customer }) => [day, customer])).toEqual([
    [45_000, 'Acme'],
    [45_010, 'Acme'],
  ]);
});

describe('days since review', () => {
  const reviewed = (day: number, customer: string) => ({ day, customer, number: '', tier: '', score: 0 });
  const table = tableOf([{ daysSinceReview: 30 }, { daysSinceReview: 30 }, {}, {}], 45_000);

  test('count from the later of the list’s review and the noted one, never from one that is yet to come', () => {
    const noted = [
      reviewed(44_900, 'C0'),
      reviewed(44_980, ' c1 '),
      reviewed(44_990, 'C2'),
      reviewed(44_995, 'C2'),
      reviewed(45_001, 'C3'),
    ];
    expect([...withReviews(table, noted).metrics.daysSinceReview]).toEqual([30, 20, 5, Number.NaN]);
  });

  test('are those of the table where nothing was noted until then', () => {
    expect(withReviews(table, [reviewed(45_001, 'C3')])).toBe(table);
  });

  test('are found by number before name', () => {
    const numbered = {
      ...table,
      texts: { customerNumber: ['1', '2', '', ''] },
    } as unknown as typeof table;
    const noted = [{ day: 44_999, customer: 'C1', number: '1', tier: '', score: 0 }];
    expect([...withReviews(numbered, noted).metrics.daysSinceReview]).toEqual([
      1,
      30,
      Number.NaN,
      Number.NaN,
    ]);
  });
});
