import fc from 'fast-check';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../src/risk/policy/policy';
import { finishSlices } from '../../../src/risk/slices';
import { statementOfAccountInSlices } from '../../../src/risk/statement/statementOfAccount';
import { type LedgerRow, ledgerOf } from '../metrics/ledgerOf';
import { dayOf, ledgerOfCells } from '../sheetLedger';

const day = 100;
const leavesDisputesOut: Policy = {
  ...defaultPolicy,
  settings: { ...defaultPolicy.settings, countDisputed: false },
};

const statement = (rows: readonly LedgerRow[], policy = defaultPolicy) => {
  const ledger = ledgerOf(rows);
  return finishSlices(statementOfAccountInSlices(ledger, measureLedger(ledger, day, policy), 0));
};

test('lists what is open, oldest first, with a running balance that ends with the exposure', () => {
  const { lines, ...totals } = statement([
    { amount: 300, invoiced: 80, due: 110 },
    { amount: 100.1, invoiced: 40, due: 70 },
    { amount: 50, invoiced: 50, due: 60, paid: 90 },
    { amount: -20.05, invoiced: 95, due: 95 },
    { amount: 999, invoiced: 101, due: 120 },
  ]);
  expect(
    lines.map(({ invoiced, open, balance, daysOverdue }) => [invoiced, open, balance, daysOverdue]),
  ).toEqual([
    [40, 100.1, 100.1, 30],
    [80, 300, 400.1, 0],
    [95, -20.05, 380.05, 0],
  ]);
  expect(lines.map(({ kind }) => kind)).toEqual(['invoice', 'invoice', 'creditNote']);
  expect(totals).toMatchObject({
    owed: 400.1,
    credits: -20.05,
    balance: 380.05,
    overdue: 100.1,
    apartFromExposure: 0,
    received: [{ day: 90, amount: 50 }],
  });
});

test('what was paid after the day is open; what was paid in part shows both', () => {
  const { lines } = statement([
    { amount: 80, invoiced: 40, due: 70, paid: 101 },
    { amount: 100, invoiced: 50, due: 80, open: 40 },
  ]);
  expect(lines.map(({ amount, settled, open }) => [amount, settled, open])).toEqual([
    [80, 0, 80],
    [100, 60, 40],
  ]);
});

test('disputed items are on it even where the policy leaves them out of exposure, and it says by how much', () => {
  const rows = [
    { amount: 80, invoiced: 40, due: 70, disputed: true },
    { amount: 100, invoiced: 50, due: 80 },
  ];
  expect(statement(rows)).toMatchObject({ balance: 180, disputed: 80, apartFromExposure: 0 });
  expect(statement(rows, leavesDisputesOut)).toMatchObject({
    balance: 180,
    disputed: 80,
    apartFromExposure: 80,
  });
});

test('an item without any date is first and not overdue of a known number of days', () => {
  const { lines } = statement([{ amount: 1, invoiced: 50, due: 60 }, { amount: 2 }]);
  expect(lines.map(({ open }) => open)).toEqual([2, 1]);
  expect(lines[0]?.daysOverdue).toBeNaN();
});

test('payment rows settle invoices, and are what was received, a day a line', () => {
  const ledger = ledgerOfCells([
    ['Customer', 'Document no.', 'Type', 'Invoice date', 'Due date', 'Amount'],
    ['Acme', 'I-1', 'Invoice', '2024-03-01', '2024-03-31', 100],
    ['Acme', 'I-2', 'Invoice', '2024-03-02', '2024-04-01', 60],
    ['Acme', 'P-1', 'Payment', '2024-04-20', '', -130],
  ]);
  const table = measureLedger(ledger, dayOf('2024-04-30'), defaultPolicy);
  const { lines, received, balance } = finishSlices(statementOfAccountInSlices(ledger, table, 0));
  expect(lines.map(({ amount, settled, open }) => [amount, settled, open])).toEqual([[60, 30, 30]]);
  expect(received).toEqual([{ day: dayOf('2024-04-20'), amount: 130 }]);
  expect(balance).toBe(30);
});

test('items of one day come by their due day, then as they stand on the sheet; what was invoiced today is on it', () => {
  const { lines } = statement([
    { amount: 4, invoiced: day, due: 130 },
    { amount: 3, invoiced: 50, due: 80 },
    { amount: 2, invoiced: 50, due: 60 },
    { amount: 1, invoiced: 50, due: 80 },
  ]);
  expect(lines.map(({ open }) => open)).toEqual([2, 3, 1, 4]);
});

test('a credit is not overdue and not disputed, whatever its row says', () => {
  const { lines, ...totals } = statement([
    { amount: -20, invoiced: 40, due: 70, disputed: true },
    { amount: 50, invoiced: 40, due: 70 },
  ]);
  expect(lines.map(({ daysOverdue, isDisputed }) => [daysOverdue, isDisputed])).toEqual([
    [0, false],
    [30, false],
  ]);
  expect(totals).toMatchObject({ overdue: 50, disputed: 0, credits: -20 });
});

test('what is not due yet is owed and not overdue', () => {
  expect(statement([{ amount: 50, invoiced: 90, due: 100 }])).toMatchObject({ owed: 50, overdue: 0 });
});

describe('what was received', () => {
  const paid = (amount: number, on: number, more: Partial<LedgerRow> = {}): LedgerRow => ({
    amount,
    invoiced: 1,
    due: 5,
    paid: on,
    ...more,
  });

  test('is that of the last 91 days, today among them, by day, and what came on one day is one line', () => {
    const rows = [paid(7, 100), paid(1, 9), paid(2, 10), paid(4, 90), paid(3, 10), paid(50, 101)];
    expect(statement(rows).received).toEqual([
      { day: 10, amount: 5 },
      { day: 90, amount: 4 },
      { day: 100, amount: 7 },
    ]);
  });

  test('is of an invoice that was paid in part only that part, and nothing of a credit note that was paid out', () => {
    const rows = [paid(100, 90, { open: 40 }), paid(-30, 95)];
    expect(statement(rows).received).toEqual([{ day: 90, amount: 60 }]);
  });

  test('is no credit note and nothing that was written off; money left over is on the statement as a payment', () => {
    const ledger = ledgerOfCells([
      ['Customer', 'Document no.', 'Type', 'Invoice date', 'Due date', 'Amount', 'Applied to'],
      ['Acme', 'I-1', 'Invoice', '2024-03-01', '2024-03-31', 100, ''],
      ['Acme', 'C-1', 'Credit note', '2024-04-02', '', -30, 'I-1'],
      ['Acme', 'W-1', 'Write-off', '2024-04-03', '', -10, 'I-1'],
      ['Acme', 'P-1', 'Payment', '2024-04-20', '', -85, 'I-1'],
    ]);
    const table = measureLedger(ledger, dayOf('2024-04-30'), defaultPolicy);
    const { lines, received } = finishSlices(statementOfAccountInSlices(ledger, table, 0));
    expect(received).toEqual([{ day: dayOf('2024-04-20'), amount: 60 }]);
    expect(lines.map(({ kind, open }) => [kind, open])).toEqual([['payment', -25]]);
    const earlier = measureLedger(ledger, dayOf('2024-04-19'), defaultPolicy);
    expect(finishSlices(statementOfAccountInSlices(ledger, earlier, 0))).toMatchObject({
      balance: 60,
      received: [],
    });
  });
});

test('finds its customer by name where a list left others out', () => {
  const ledger = ledgerOf([
    { customer: 'Sister', amount: 5, invoiced: 1, due: 2 },
    { customer: 'Acme', amount: 7, invoiced: 1, due: 2 },
  ]);
  const { asOf, metrics } = measureLedger(ledger, day, defaultPolicy);
  const joined = {
    asOf,
    customers: ['Acme'],
    metrics: { ...metrics, exposure: metrics.exposure.subarray(1) },
  };
  expect(finishSlices(statementOfAccountInSlices(ledger, joined, 0))).toMatchObject({
    balance: 7,
    apartFromExposure: 0,
  });
});

const anyRow = fc.record({
  amount: fc.integer({ min: -50_000, max: 90_000 }).map(cents => cents / 100),
  invoiced: fc.integer({ min: 1, max: 120 }),
  due: fc.integer({ min: 1, max: 150 }),
  paid: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
  disputed: fc.boolean(),
});

test('of any ledger the balance is the exposure and what is disputed apart, to the cent', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 30 }), fc.boolean(), (rows, counts) => {
      const policy = counts ? defaultPolicy : leavesDisputesOut;
      const ledger = ledgerOf(rows);
      const table = measureLedger(ledger, day, policy);
      const { balance, apartFromExposure, disputed, lines, owed, credits } = finishSlices(
        statementOfAccountInSlices(ledger, table, 0),
      );
      const cents = (amount: number) => Math.round(amount * 100);
      expect(cents(balance)).toBe(cents(table.metrics.exposure[0]) + cents(apartFromExposure));
      expect(cents(apartFromExposure)).toBe(counts ? 0 : cents(disputed));
      expect(cents(owed) + cents(credits)).toBe(cents(balance));
      expect(lines.at(-1)?.balance ?? 0).toBe(balance);
    }),
  );
});
