/** Salespeople, regions and industries that the rows of a ledger name: customers are filtered and grouped by them. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell, Ledger } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { withoutCustomersInSlices } from '../../../../src/risk/ledger/withoutCustomers';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { LedgerEdits } from '../../../../src/risk/metrics/edits/ledgerEdits';
import { editRows } from '../../../../src/risk/metrics/edits/sheetEdits';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../../src/risk/slices';

type Row = readonly Cell[];

const headers: Row = [
  'Customer',
  'Invoice no.',
  'Invoice date',
  'Due date',
  'Amount',
  'Salesperson',
  'Region',
];
const asOf = 45_200;

const invoice = (
  customer: string,
  number: number,
  day: number,
  salesperson: Cell = '',
  region: Cell = '',
): Row => [customer, `INV-${number}`, day, day + 30, 100, salesperson, region];

const ledgerOf = (rows: readonly Row[]): Ledger => {
  const cells = [headers, ...rows];
  return readLedger(cells, recogniseSheet(cells), { dateSystem: 1900 });
};

const wordsOf = (ledger: Ledger, category: 'salesperson' | 'region' = 'salesperson') =>
  Object.fromEntries(
    ledger.customers.map((name, code) => [name, ledger.said?.[category]?.words[code] ?? null]),
  );

describe('what rows say of their customers in words', () => {
  test('is read by customer, whatever rows say nothing', () => {
    const ledger = ledgerOf([
      invoice('Acme', 1, 45_000, 'Ann', 'North'),
      invoice('Beta', 2, 45_001, ' Ｂｏｂ ', 'South'),
      invoice('Acme', 3, 45_002, '', 'North'),
      invoice('Cole', 4, 45_003, '#N/A'),
    ]);
    expect(wordsOf(ledger)).toEqual({ Acme: 'Ann', Beta: 'Bob', Cole: '' });
    expect(wordsOf(ledger, 'region')).toEqual({ Acme: 'North', Beta: 'South', Cole: '' });
  });

  test('is that of the latest invoice where a customer went to somebody else', () => {
    const rows = [
      invoice('Acme', 1, 45_100, 'Bob'),
      invoice('Acme', 2, 45_000, 'Ann'),
      invoice('Beta', 3, 45_000, 'Ann'),
      invoice('Beta', 4, 45_100, 'Ann'),
    ];
    expect(wordsOf(ledgerOf(rows)).Acme).toBe('Bob');
    expect(wordsOf(ledgerOf(rows.toReversed())).Acme).toBe('Bob');
  });

  test('is not a column that differs among the rows of most customers', () => {
    const ledger = ledgerOf([
      invoice('Acme', 1, 45_000, 'Ann', 'A1'),
      invoice('Acme', 2, 45_001, 'Ann', 'A2'),
      invoice('Beta', 3, 45_002, 'Bob', 'B1'),
      invoice('Beta', 4, 45_003, 'Bob', 'B2'),
    ]);
    expect(wordsOf(ledger)).toEqual({ Acme: 'Ann', Beta: 'Bob' });
    expect(wordsOf(ledger, 'region')).toEqual({ Acme: null, Beta: null });
  });

  test('makes no entry of a row that has nothing else', () => {
    const ledger = ledgerOf([invoice('Acme', 1, 45_000, 'Ann'), ['', '', '', '', '', 'Ann', 'North']]);
    expect(ledger.rowCount).toBe(1);
    expect(ledger.unplaced).toEqual([]);
  });

  test('is absent where no row says anything', () => {
    expect(ledgerOf([invoice('Acme', 1, 45_000)]).said).toBeUndefined();
  });

  test('goes with the customers that stay', () => {
    const ledger = ledgerOf([
      invoice('Acme', 1, 45_000, 'Ann'),
      invoice('Beta', 2, 45_000, 'Bob'),
      invoice('Cole', 3, 45_000, 'Cid'),
      invoice('Cole', 4, 45_001, ''),
    ]);
    const rest = finishSlices(withoutCustomersInSlices(ledger, code => code === 1));
    expect(wordsOf(rest)).toEqual({ Acme: 'Ann', Cole: 'Cid' });
    expect([...(rest.said?.salesperson?.uneven ?? [])]).toEqual([1]);
  });

  test('is in the table of customers', () => {
    const ledger = ledgerOf([invoice('Acme', 1, 45_000, 'Ann'), invoice('Beta', 2, 45_000)]);
    const { texts } = measureLedger(ledger, asOf, defaultPolicy);
    expect(texts?.salesperson).toEqual(['Ann', '']);
    expect(texts?.contact).toEqual(['', '']);
  });
});

describe('edits of rows that say something of their customers', () => {
  const customers = ['Acme', 'Beta', 'Cole'];
  const people = ['Ann', 'Bob', ''];
  const anyInvoice = fc
    .record({
      customer: fc.nat({ max: 2 }),
      /** Mostly the customer's own salesperson. */
      person: fc.oneof(
        { weight: 6, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.nat({ max: 2 }) },
      ),
      day: fc.integer({ min: 45_000, max: 45_010 }),
      number: fc.nat({ max: 9_999 }),
    })
    .map(({ customer, person, day, number }) =>
      invoice(customers[customer], number, day, people[person ?? customer], 'North'),
    );

  /** Whether a column is about customers is decided when the sheet is read: these keep it so. */
  const steady = ['Dale', 'Eve', 'Fox', 'Gray'].flatMap(name => [
    invoice(name, 1, 45_000, 'Ann', 'North'),
    invoice(name, 2, 45_001, 'Ann', 'North'),
  ]);

  test('leave the table as reading the edited sheet gives it', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        fc.array(anyInvoice, { minLength: 2, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(), anyInvoice), { minLength: 1, maxLength: 5 }),
        (before, changes) => {
          const sheet = [headers, ...before, ...steady];
          const recognition = recogniseSheet([headers, invoice('Acme', 1, 45_000, 'Ann', 'North')]);
          const read = () => readLedger(sheet, recognition, { dateSystem: 1900 });
          const begin = (ledger: Ledger) =>
            LedgerEdits.of(ledger, measureLedger(ledger, asOf, defaultPolicy), defaultPolicy);
          let edits = begin(read());
          for (const [place, changed] of changes) {
            const sheetRow = 1 + (place % before.length);
            sheet[sheetRow] = changed;
            const by = { recognition, options: { dateSystem: 1900 } as const, ledger: edits.ledger };
            const isTaken = editRows(edits, [{ sheetRow, cells: changed }], by) !== 'readAgain';
            taken += Number(isTaken);
            if (!isTaken) edits = begin(read());
          }
          const fresh = measureLedger(read(), asOf, defaultPolicy);
          const { table } = edits;
          const said = (of: typeof table, customer: string) =>
            of.texts?.salesperson[of.customers.indexOf(customer)] ?? '';
          for (const customer of fresh.customers) {
            expect([customer, said(table, customer)]).toEqual([customer, said(fresh, customer)]);
          }
        },
      ),
    );
    expect(taken).toBeGreaterThan(20);
  });

  test('let a ledger that was taken before as it was', () => {
    const ledger = ledgerOf([invoice('Acme', 1, 45_000, 'Ann'), invoice('Beta', 2, 45_000, 'Bob')]);
    const edits = LedgerEdits.of(ledger, measureLedger(ledger, asOf, defaultPolicy), defaultPolicy);
    const taken = finishSlices(edits.standing());
    const values = {
      customer: 'Cole',
      invoiceDate: 45_001,
      dueDate: 45_031,
      paidDate: Number.NaN,
      amount: 5,
      openAmount: Number.NaN,
      disputed: false,
      creditLimit: Number.NaN,
      termsDays: Number.NaN,
      said: { salesperson: 'Cid' },
    };
    expect(edits.addRow(9, values)).toEqual([2]);
    expect(edits.table.texts?.salesperson).toEqual(['Ann', 'Bob', 'Cid']);
    expect(taken.table.texts?.salesperson).toEqual(['Ann', 'Bob']);
    expect(taken.ledger.said?.salesperson?.words).toEqual(['Ann', 'Bob']);
  });
});
