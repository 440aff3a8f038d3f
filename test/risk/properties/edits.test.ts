import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Ledger, Recognition } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseAs } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { LedgerEdits } from '../../../src/risk/metrics/edits/ledgerEdits';
import { editRows } from '../../../src/risk/metrics/edits/sheetEdits';
import { metricNames } from '../../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import {
  cellsOf,
  customers,
  datedEntry,
  entry,
  firstDay,
  lastDay,
  type Row,
  readSheet,
  recognition,
  sheetOf,
  writing,
} from './randomLedger';

const editsOf = (ledger: Ledger, asOf: number) =>
  LedgerEdits.of(ledger, measureLedger(ledger, asOf, defaultPolicy, 'all'), defaultPolicy);

type Read = (sheet: readonly Row[]) => Ledger;

/** Take one changed row as the pane does: alone where that is enough, else by reading the sheet again. */
function follow(
  edits: LedgerEdits,
  sheet: readonly Row[],
  row: number,
  cellsBefore: Row,
  asOf: number,
  by: Recognition,
  read: Read,
) {
  const before = { recognition: by, options: { dateSystem: 1900 } as const, ledger: edits.ledger };
  const isTaken =
    editRows(edits, [{ sheetRow: row, cells: sheet[row], cellsBefore }], before) !== 'readAgain';
  return { isTaken, edits: isTaken ? edits : editsOf(read(sheet), asOf) };
}

/** Expect what was followed to be what the sheet gives when it is read as it stands. */
function expectSameAsReading(edits: LedgerEdits, ledger: Ledger, asOf: number) {
  const again = measureLedger(ledger, asOf, defaultPolicy, 'all');
  const { table } = edits;
  again.customers.forEach((customer, index) => {
    const there = table.customers.indexOf(customer);
    const different = metricNames.filter(
      name => !Object.is(table.metrics[name][there], again.metrics[name][index]),
    );
    expect(
      different.map(name => [customer, name, table.metrics[name][there], again.metrics[name][index]]),
    ).toEqual([]);
    expect(table.listed[there]).toBe(again.listed[index]);
    expect([...table.rowsOf(there)].sort()).toEqual([...again.rowsOf(index)].sort());
  });
}

describe('following the edits of a sheet row by row', () => {
  test('gives every customer what reading and measuring the edited sheet gives', () => {
    let taken = 0;
    let all = 0;
    fc.assert(
      fc.property(
        fc.array(datedEntry, { minLength: 3, maxLength: 15 }),
        fc.array(fc.tuple(fc.nat(), fc.option(fc.oneof(datedEntry, entry), { freq: 9 }), writing), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.integer({ min: firstDay, max: lastDay }),
        (entries, changes, asOf) => {
          const sheet = [...sheetOf(entries)];
          let edits = editsOf(readSheet(sheet), asOf);
          for (const [place, changed, how] of changes) {
            const row = 1 + (place % entries.length);
            const cellsBefore = sheet[row];
            sheet[row] = changed === null ? [] : cellsOf(changed, row, how);
            const followed = follow(edits, sheet, row, cellsBefore, asOf, recognition, readSheet);
            edits = followed.edits;
            all += 1;
            taken += Number(followed.isTaken);
          }

          expectSameAsReading(edits, readSheet(sheet), asOf);
        },
      ),
    );
    // The property would hold just as well if every row were read again.
    expect(taken).toBeGreaterThan(all / 10);
  });

  const invoices = Array.from({ length: 9 }, () => 'Invoice' as const);
  const types = [...invoices, 'Payment', 'Payment', 'Credit note', 'Write-off'] as const;
  const headers = [
    'Customer',
    'Document no',
    'Type',
    'Applied to',
    'Invoice date',
    'Due date',
    'Paid date',
    'Amount',
  ];
  const clean: readonly Row[] = ['Invoice', 'Payment'].map(type => [
    'Acme',
    'D-1',
    type,
    '',
    45_000,
    45_030,
    45_040,
    100.25,
  ]);
  /** One column of amounts and their type, or a column for each side. */
  const shapes: readonly (readonly [string, (row: Row) => Row])[] = [
    ['one column of amounts', row => row],
    [
      'debits and credits',
      row => [
        ...row.slice(0, 7),
        ...(row[2] === 'Type' ? ['Debit', 'Credit'] : row[2] === 'Invoice' ? [row[7], ''] : ['', row[7]]),
      ],
    ],
  ];
  const document = fc
    .record({
      customer: fc.constantFrom(...customers.slice(0, 4)),
      number: fc.nat({ max: 8 }),
      type: fc.constantFrom(...types),
      appliedTo: fc.option(fc.nat({ max: 8 }), { freq: 2 }),
      invoiced: fc.integer({ min: firstDay, max: lastDay }),
      terms: fc.integer({ min: 0, max: 90 }),
      paidAfter: fc.option(fc.integer({ min: 0, max: 200 }), { freq: 2 }),
      cents: fc.integer({ min: 1, max: 99_999 }),
    })
    .map(({ customer, number, type, appliedTo, invoiced, terms, paidAfter, cents }): Row => {
      const isInvoice = type === 'Invoice';
      const due = isInvoice ? invoiced + terms : '';
      const paid = isInvoice && paidAfter !== null ? invoiced + paidAfter : '';
      const reference = isInvoice || appliedTo === null ? '' : `D-${appliedTo}`;
      return [customer, `D-${number}`, type, reference, invoiced, due, paid, cents / 100];
    });
  const invoiceOrMoney = (isPaidDated: boolean) =>
    document.map(row => (isPaidDated ? row : row.map((cell, column) => (column === 6 ? '' : cell))));

  test.each(shapes)(
    'holds where rows are payments and credits that settle others, or come to do so: %s',
    (_, shaped) => {
      const typed = recogniseAs('ledger', [headers, ...clean, ...clean].map(shaped));
      const readTyped: Read = sheet => readLedger(sheet, typed, { dateSystem: 1900 });
      let taken = 0;
      let all = 0;
      fc.assert(
        fc.property(
          fc.boolean().chain(isPaidDated =>
            fc.tuple(
              // No sum of the others by chance: a bare last row would be their total.
              fc.array(invoiceOrMoney(isPaidDated), { minLength: 2, maxLength: 10 }),
              fc.array(fc.tuple(fc.nat(), fc.option(invoiceOrMoney(isPaidDated), { freq: 9 })), {
                minLength: 1,
                maxLength: 8,
              }),
            ),
          ),
          fc.integer({ min: firstDay, max: lastDay }),
          ([rows, changes], asOf) => {
            const sheet: Row[] = [headers, ...rows].map(shaped);
            let edits = editsOf(readTyped(sheet), asOf);
            for (const [place, changed] of changes) {
              const row = 1 + (place % (rows.length + 2));
              while (sheet.length <= row) sheet.push([]);
              const cellsBefore = sheet[row];
              sheet[row] = changed === null ? [] : shaped(changed);
              const followed = follow(edits, sheet, row, cellsBefore, asOf, typed, readTyped);
              edits = followed.edits;
              all += 1;
              taken += Number(followed.isTaken);
            }
            expectSameAsReading(edits, readTyped(sheet), asOf);
          },
        ),
        { numRuns: 150 },
      );
      // Nearly every customer has money that could settle something: then the sheet is read again.
      expect(taken).toBeGreaterThan(all / 20);
      expect(taken).toBeLessThan(all);
    },
  );
});
