import { describe, expect, test } from '@jest/globals';
import { type Ledger, settlementKinds } from '../../../src/risk/ledger/ledger';
import { hasSettlements, openAt, settledUntil } from '../../../src/risk/metrics/openAmounts';
import { type LedgerRow, ledgerOf } from './ledgerOf';

interface Settling {
  readonly row: number;
  readonly day: number;
  readonly amount: number;
}

/** Some rows, and what other rows settled of them; by row and day. */
function settledLedger(rows: readonly LedgerRow[], settlings: readonly Settling[]): Ledger {
  const start = rows.map((_, row) => settlings.findIndex(settling => settling.row >= row));
  return {
    ...ledgerOf(rows, { scale: 1 }),
    settlements: {
      start: Int32Array.from([...start, -1], at => (at < 0 ? settlings.length : at)),
      day: Float32Array.from(settlings, ({ day }) => day),
      amount: Float64Array.from(settlings, ({ amount }) => amount),
      kind: new Uint8Array(settlings.length).fill(settlementKinds.indexOf('payment')),
    },
  };
}

/** What is open of the first row the day before, on and after each day. */
const openAround = (ledger: Ledger, days: readonly number[], row = 0) =>
  days.map(day => [day - 1, day, day + 1].map(around => openAt(ledger, row, around)));

describe('without rows that settle others', () => {
  test.each<[string, LedgerRow, readonly [before: number, on: number]]>([
    ['nothing said', { amount: 80 }, [80, 80]],
    ['an open amount', { amount: 80, open: 30 }, [30, 30]],
    ['an open amount of 0', { amount: 80, open: 0 }, [0, 0]],
    ['an open amount above the amount', { amount: 80, open: 95 }, [95, 95]],
    ['an open amount only', { amount: Number.NaN, open: 25 }, [25, 25]],
    ['no amount at all', { amount: Number.NaN }, [0, 0]],
    ['paid', { amount: 80, paid: 1_000 }, [80, 0]],
    ['paid at noon', { amount: 80, paid: 1_000.5 }, [80, 0]],
    ['paid, open amount 0', { amount: 80, paid: 1_000, open: 0 }, [80, 0]],
    ['paid in part', { amount: 80, paid: 1_000, open: 30 }, [80, 30]],
    ['paid, yet all of it shown open', { amount: 80, paid: 1_000, open: 80 }, [80, 0]],
    ['paid, yet more than all of it shown open', { amount: 80, paid: 1_000, open: 81 }, [80, 0]],
    ['overpaid', { amount: 80, paid: 1_000, open: -5 }, [80, -5]],
    ['a credit note used in part', { amount: -80, paid: 1_000, open: -30 }, [-80, -30]],
    ['a credit note, yet all of it shown open', { amount: -80, paid: 1_000, open: -80 }, [-80, 0]],
    ['paid, only an open amount known', { amount: Number.NaN, paid: 1_000, open: 25 }, [25, 0]],
  ])('%s: all of it before the day of payment, the rest from then on', (_, row, [before, on]) => {
    expect(openAround(ledgerOf([row], { scale: 1 }), [1_000])).toEqual([[before, on, on]]);
  });
});

describe('with rows that settle others', () => {
  const rows = [
    { amount: 100, invoiced: 1_000 },
    { amount: 50, invoiced: 1_000, open: 20 },
    { amount: -60, invoiced: 1_010 },
    { amount: -40, invoiced: 1_020 },
  ];
  const inPart = settledLedger(rows, [
    { row: 0, day: 1_010, amount: 60 },
    { row: 2, day: 1_010, amount: -60 },
  ]);
  const inFull = [
    { row: 0, day: 1_010, amount: 60 },
    { row: 0, day: 1_020, amount: 40 },
    { row: 2, day: 1_010, amount: -60 },
    { row: 3, day: 1_020, amount: -40 },
  ];

  test('a row is open but for what was settled of it by the end of the day', () => {
    expect(openAround(inPart, [1_010])).toEqual([[100, 40, 40]]);
    expect(openAround(settledLedger(rows, inFull), [1_010, 1_020])).toEqual([
      [100, 40, 40],
      [40, 0, 0],
    ]);
  });

  test('so is a row that settles', () => {
    expect(openAround(inPart, [1_010], 2)).toEqual([[-60, 0, 0]]);
    expect(openAround(settledLedger(rows, inFull), [1_020], 3)).toEqual([[-40, 0, 0]]);
  });

  test('one that none settled is open as the sheet says', () => {
    expect(openAround(inPart, [1_010], 1)).toEqual([[20, 20, 20]]);
    expect(openAround(inPart, [1_010], 3)).toEqual([[-40, -40, -40]]);
  });

  test('a paid date beside a settlement in part is the sheet’s word for the rest', () => {
    const [invoice, ...others] = rows;
    const ledger = settledLedger(
      [{ ...invoice, paid: 1_030.5 }, ...others],
      [
        { row: 0, day: 1_010, amount: 60 },
        { row: 2, day: 1_010, amount: -60 },
      ],
    );
    expect(openAround(ledger, [1_010, 1_030])).toEqual([
      [100, 40, 40],
      [40, 0, 0],
    ]);
  });

  test('a paid date beside a settlement in full is that of the last one, and pays nothing before it', () => {
    const [invoice, ...others] = rows;
    const ledger = settledLedger([{ ...invoice, paid: 1_005 }, ...others], inFull);
    expect(openAround(ledger, [1_005, 1_020])).toEqual([
      [100, 100, 100],
      [40, 0, 0],
    ]);
  });

  test('what was settled on an unknown day always was', () => {
    const ledger = settledLedger(rows, [{ row: 0, day: Number.NaN, amount: 60 }]);
    expect(openAround(ledger, [900])).toEqual([[40, 40, 40]]);
  });

  test('settlements of other rows are no business of a row', () => {
    const { settlements } = inPart;
    expect(rows.map((_, row) => hasSettlements(settlements!, row))).toEqual([true, false, true, false]);
    expect(rows.map((_, row) => settledUntil(settlements!, row, 2_000))).toEqual([60, 0, -60, 0]);
    expect(settledUntil(settlements!, 0, 1_009)).toBe(0);
  });
});
