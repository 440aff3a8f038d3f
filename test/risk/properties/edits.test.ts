import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Ledger } from '../../../src/risk/ledger/ledger';
import { readRow } from '../../../src/risk/ledger/readRow';
import { measureLedger } from '../../../src/risk/metrics/customerMetrics';
import { LedgerEdits } from '../../../src/risk/metrics/ledgerEdits';
import { metricNames } from '../../../src/risk/metrics/metric';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import {
  cellsOf,
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
  new LedgerEdits(ledger, measureLedger(ledger, asOf, defaultPolicy, 'all'), defaultPolicy);

/** Take one changed row as the pane does: alone where that is enough, else by reading the sheet again. */
function follow(edits: LedgerEdits, sheet: readonly Row[], row: number, asOf: number) {
  const reading = readRow(sheet[row]!, row, recognition, { dateSystem: 1900 }, edits.ledger);
  const isTaken =
    reading !== 'readAgain' &&
    (reading === 'blank' ? edits.removeRow(row) : edits.editRow(row, reading)) !== 'readAgain';
  return { isTaken, edits: isTaken ? edits : editsOf(readSheet(sheet), asOf) };
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
            sheet[row] = changed === null ? [] : cellsOf(changed, row, how);
            const followed = follow(edits, sheet, row, asOf);
            edits = followed.edits;
            all += 1;
            taken += Number(followed.isTaken);
          }

          const again = measureLedger(readSheet(sheet), asOf, defaultPolicy, 'all');
          const { table } = edits;
          again.customers.forEach((customer, index) => {
            const there = table.customers.indexOf(customer);
            const different = metricNames.filter(
              name => !Object.is(table.metrics[name][there], again.metrics[name][index]),
            );
            expect(
              different.map(name => [customer, name, table.metrics[name][there], again.metrics[name][index]]),
            ).toEqual([]);
            expect([...table.rows[there]!].sort()).toEqual([...again.rows[index]!].sort());
          });
        },
      ),
    );
    // The property would hold just as well if every row were read again.
    expect(taken).toBeGreaterThan(all / 4);
  });
});
