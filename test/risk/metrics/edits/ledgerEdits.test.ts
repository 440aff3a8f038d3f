import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { documentTypes } from '../../../../src/risk/ledger/cells/documentType';
import type { RowValues } from '../../../../src/risk/ledger/readRow';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { LedgerEdits } from '../../../../src/risk/metrics/edits/ledgerEdits';
import type { CustomerTable } from '../../../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { type LedgerRow, ledgerOf } from '../ledgerOf';

const asOf = 1_100;

const granted = { limits: { A: 50 }, terms: { B: 14 } };

const valuesOf = (row: LedgerRow): RowValues => ({
  customer: row.customer ?? 'Acme',
  invoiceDate: row.invoiced ?? Number.NaN,
  dueDate: row.due ?? Number.NaN,
  paidDate: row.paid ?? Number.NaN,
  amount: row.amount,
  openAmount: row.open ?? Number.NaN,
  disputed: row.disputed ?? false,
  documentType: row.type,
  creditLimit: row.customer === 'A' ? granted.limits.A : Number.NaN,
  termsDays: row.customer === 'B' ? granted.terms.B : Number.NaN,
});

function editsOf(rows: readonly LedgerRow[], groups: Parameters<typeof measureLedger>[3] = 'all') {
  const ledger = ledgerOf(rows, granted);
  return LedgerEdits.of(ledger, measureLedger(ledger, asOf, defaultPolicy, groups), defaultPolicy);
}

const rows: LedgerRow[] = [
  { customer: 'A', amount: 100, invoiced: 1_000, due: 1_030, paid: 1_040 },
  { customer: 'B', amount: 200, invoiced: 1_000, due: 1_030 },
  { customer: 'A', amount: 300, invoiced: 1_050, due: 1_080 },
  { customer: 'C', amount: -20, invoiced: 1_060, due: 1_060 },
  // A sheet that states what is open: no row settles another.
  { customer: 'A', amount: 40, invoiced: 1_000, due: 1_030, open: 0 },
];

describe('edits of a ledger', () => {
  test('measure the customers they touch, and everybody’s share and rank', () => {
    const edits = editsOf(rows);
    expect(edits.editRow(2, valuesOf({ ...rows[1], amount: 700 }))).toEqual([1]);
    const { metrics } = edits.table;
    expect([...metrics.exposure]).toEqual([300, 700, -20]);
    expect([...metrics.share]).toEqual([0.3, 0.7, 0]);
    expect([...metrics.rank]).toEqual([2, 1, 3]);
  });

  test('move a row from one customer to another, however the name is written', () => {
    const edits = editsOf(rows);
    expect(edits.editRow(4, { ...valuesOf({ ...rows[3], customer: 'B' }), customer: ' ｂ ' })).toEqual([
      2, 1,
    ]);
    expect([...edits.table.metrics.exposure]).toEqual([300, 180, 0]);
    const { table } = edits;
    expect(table.customers.map((_, customer) => [...table.rowsOf(customer)])).toEqual([
      [3, 1, 5],
      [2, 4],
      [],
    ]);
  });

  test('take new customers and let a customer without rows stay, owing nothing', () => {
    const edits = editsOf(rows);
    expect(edits.addRow(9, valuesOf({ customer: ' New Co ', amount: 5, due: 1_090 }))).toEqual([3]);
    // The only credit note of the ledger: whether there are any is a matter of everybody.
    expect(edits.removeRow(4)).toEqual([0, 1, 2, 3]);
    const { customers, metrics } = edits.table;
    expect(customers).toEqual(['A', 'B', 'C', 'New Co']);
    expect([...metrics.exposure]).toEqual([300, 200, 0, 5]);
    expect(metrics.sales[2]).toBeNaN();
    expect([...metrics.rank]).toEqual([1, 2, Number.NaN, 3]);
    expect([...edits.table.listed]).toEqual([1, 1, 0, 1]);
  });

  test('know everybody anew when they bring the first dispute, or take the last one away', () => {
    const edits = editsOf(rows);
    expect(edits.table.metrics.disputedShare[0]).toBeNaN();
    expect(edits.editRow(2, valuesOf({ ...rows[1], disputed: true }))).toEqual([0, 1, 2]);
    expect([...edits.table.metrics.disputedShare].slice(0, 2)).toEqual([0, 1]);
    edits.editRow(2, valuesOf(rows[1]));
    expect(edits.table.metrics.disputedShare[0]).toBeNaN();
  });

  test('leave the table alone that they began with', () => {
    const ledger = ledgerOf(rows);
    const before = measureLedger(ledger, asOf, defaultPolicy);
    const exposure = [...before.metrics.exposure];
    LedgerEdits.of(ledger, before, defaultPolicy).removeRow(2);
    expect([...before.metrics.exposure]).toEqual(exposure);
  });

  test('ask to read again what one row cannot tell, and change nothing', () => {
    const edits = editsOf(rows);
    const before = structuredClone(edits.table.metrics);
    expect(edits.editRow(99, valuesOf(rows[0]))).toBe('readAgain');
    expect(edits.removeRow(99)).toBe('readAgain');
    expect(edits.addRow(2, valuesOf(rows[0]))).toBe('readAgain');
    expect(edits.editRow(2, valuesOf({ ...rows[1], amount: 0.125 }))).toBe('readAgain');
    expect(edits.editRow(2, valuesOf({ ...rows[1], amount: 9e15 }))).toBe('readAgain');
    // Other rows may say another limit, or other terms.
    expect(edits.removeRow(1)).toBe('readAgain');
    expect(edits.editRow(1, valuesOf({ ...rows[0], customer: 'C' }))).toBe('readAgain');
    expect(edits.editRow(2, { ...valuesOf(rows[1]), termsDays: 7 })).toBe('readAgain');
    expect(edits.editRow(4, { ...valuesOf(rows[3]), creditLimit: 7 })).toBe('readAgain');
    expect(edits.table.metrics).toEqual(before);

    const apart = { ...ledgerOf(rows), unplaced: [{ row: 9, amount: 100 }] };
    const placed = LedgerEdits.of(apart, measureLedger(apart, asOf, defaultPolicy), defaultPolicy);
    expect(placed.addRow(9, valuesOf({ customer: 'C', amount: 1 }))).toBe('readAgain');

    const settled = {
      ...ledgerOf(rows),
      settlements: {
        start: new Int32Array(rows.length + 1),
        day: new Float32Array(0),
        amount: new Float64Array(0),
        kind: new Uint8Array(0),
      },
    };
    const paid = LedgerEdits.of(settled, measureLedger(settled, asOf, defaultPolicy), defaultPolicy);
    expect(paid.editRow(2, valuesOf(rows[1]))).toBe('readAgain');
  });

  test('ask to read again where money could settle other rows, and only there', () => {
    const invoices: readonly LedgerRow[] = [
      { customer: 'D', type: 'invoice', amount: 100, invoiced: 1_000, due: 1_030 },
      { customer: 'E', type: 'invoice', amount: 200, invoiced: 1_000, due: 1_030 },
    ];
    const money: LedgerRow = { customer: 'D', type: 'payment', amount: -100, invoiced: 1_050, due: 1_050 };
    // The first payment would settle the invoice of its customer.
    expect(editsOf(invoices).addRow(9, valuesOf(money))).toBe('readAgain');
    // A payment that settles nothing settles what comes for its customer, and nothing of others.
    const unapplied: readonly LedgerRow[] = [{ ...money, customer: 'F' }, invoices[1]];
    const late = { ...invoices[0], customer: 'F' };
    expect(editsOf(unapplied).addRow(9, valuesOf(late))).toBe('readAgain');
    expect(editsOf(unapplied).editRow(2, valuesOf(late))).toBe('readAgain');
    expect(editsOf(unapplied).editRow(1, valuesOf({ ...money, customer: 'E' }))).toBe('readAgain');
    expect(editsOf(unapplied).removeRow(2)).toEqual([1]);
    expect(editsOf(unapplied).addRow(9, valuesOf(invoices[0]))).toEqual([2]);
    // Where the sheet states what is open, or paid dates say what is paid of both, nothing settles anything.
    const stated = [...invoices, { ...invoices[1], open: 50 }];
    expect(editsOf(stated).addRow(9, valuesOf(money))).not.toBe('readAgain');
    const dated = [...invoices, { ...invoices[1], paid: 1_040 }];
    expect(editsOf(dated).addRow(9, valuesOf({ ...money, paid: 1_050 }))).not.toBe('readAgain');
    // The first and the last paid date of an invoice, and the first open amount, change what payments do for everybody.
    const first = { ...invoices[1], paid: 1_040 };
    expect(editsOf(unapplied).editRow(2, valuesOf(first))).toBe('readAgain');
    expect(editsOf([unapplied[0], first]).removeRow(2)).toBe('readAgain');
    expect(editsOf(unapplied).editRow(2, valuesOf({ ...invoices[1], open: 50 }))).toBe('readAgain');
  });

  const anyRow: fc.Arbitrary<LedgerRow> = fc.record(
    {
      customer: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
      amount: fc.integer({ min: -100_000, max: 1_000_000 }).map(cents => cents / 100),
      invoiced: fc.integer({ min: 500, max: 1_150 }),
      due: fc.integer({ min: 500, max: 1_250 }),
      paid: fc.integer({ min: 500, max: 1_250 }),
      open: fc.integer({ min: 0, max: 1_000_000 }).map(cents => cents / 100),
      disputed: fc.boolean(),
      type: fc.constantFrom(...documentTypes),
    },
    { requiredKeys: ['customer', 'amount'] },
  );
  const anyEdit = fc.record({
    kind: fc.constantFrom('edit', 'edit', 'add', 'remove'),
    place: fc.nat({ max: 30 }),
    row: anyRow,
    newName: fc.option(fc.constantFrom('F', 'G', 'H')),
  });

  test('come to what measuring the changed ledger from scratch gives, bit for bit', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 20 }),
        fc.array(anyEdit, { minLength: 1, maxLength: 15 }),
        (begin, sequence) => {
          const edits = editsOf(begin);
          for (const { kind, place, row, newName } of sequence) {
            const values = valuesOf({ ...row, customer: newName ?? row.customer });
            if (kind === 'edit') edits.editRow(place, values);
            if (kind === 'add') edits.addRow(place, values);
            if (kind === 'remove') edits.removeRow(place);
          }
          const scratch = measureLedger(edits.ledger, asOf, defaultPolicy, 'all');
          expect(edits.table.customers).toEqual(scratch.customers);
          expect(edits.table.listed).toEqual(scratch.listed);
          expect(edits.table.metrics).toEqual(scratch.metrics);
          expect(edits.table.buckets).toEqual(scratch.buckets);
          const listed = ({ customers, rowsOf }: CustomerTable) =>
            customers.map((_, customer) => [...rowsOf(customer)]);
          expect(listed(edits.table)).toEqual(listed(scratch));
        },
      ),
    );
  });

  test('come to what the changed sheet gives when it is read again', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 20 }),
        fc.array(fc.record({ place: fc.nat(), row: anyRow }), { minLength: 1, maxLength: 10 }),
        (begin, sequence) => {
          const sheet = begin.map(row => ({ ...row, type: row.type ?? ('invoice' as const) }));
          const edits = editsOf(sheet);
          for (const { place, row } of sequence) {
            const at = place % sheet.length;
            const isTaken =
              edits.editRow(at + 1, valuesOf({ ...row, type: row.type ?? 'invoice' })) !== 'readAgain';
            if (isTaken) sheet[at] = { ...row, type: row.type ?? 'invoice' };
          }
          const again = ledgerOf(sheet, granted);
          const table = measureLedger(again, asOf, defaultPolicy);
          table.customers.forEach((name, customer) => {
            const there = edits.table.customers.indexOf(name);
            for (const metric of [
              'exposure',
              'overdueShare',
              'dso',
              'delayRate',
              'share',
              'utilization',
            ] as const) {
              expect(edits.table.metrics[metric][there]).toBe(table.metrics[metric][customer]);
            }
          });
        },
      ),
    );
  });
});
