import {
  readReviews,
  reviewColumns,
  reviewedSinceInSlices,
  reviewRows,
  withReviews,
} from '../../../src/risk/history/reviewLog';
import { ownHeaders } from '../../../src/risk/ownTable';
import { finishSlices } from '../../../src/risk/slices';
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

test('a review is written with its note left to the user', () => {
  expect(reviewRows(entries)).toEqual([
    [44_900, 'C0', '', 'B', 71.5, ''],
    [44_990, "'=1+1", "'007", '', '', ''],
  ]);
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

  test('are 0 for who was reviewed on the as-of day', () => {
    expect(withReviews(table, [reviewed(45_000, 'C3')]).metrics.daysSinceReview[3]).toBe(0);
  });

  test('do not begin before a later review, of which is known who had it', () => {
    const later = [
      reviewed(45_000, 'C1'),
      reviewed(45_001, 'c0'),
      reviewed(45_009, 'C3'),
      reviewed(45_010, 'Other'),
    ];
    expect([...finishSlices(reviewedSinceInSlices(table, later))]).toEqual([0, 3]);
    expect(finishSlices(reviewedSinceInSlices(table, [reviewed(45_000, 'C1')])).size).toBe(0);
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
