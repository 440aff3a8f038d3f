import fc from 'fast-check';
import { snapshotOf } from '../../../src/risk/history/snapshot';
import {
  readSnapshots,
  snapshotColumns,
  snapshotRowsInSlices,
} from '../../../src/risk/history/snapshotTable';
import { ownFormats, ownHeaders } from '../../../src/risk/ownTable';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { policyCode } from '../../../src/risk/policy/policyCode';
import { assessLedger } from '../../../src/risk/scoring/assess';
import { finishSlices } from '../../../src/risk/slices';
import { ledgerOf } from '../metrics/ledgerOf';
import { type SnapshotRow, snapshotOfRows } from './snapshotOfRows';

const columns = snapshotColumns(5);
const english = ownHeaders(columns, 'en');
const acme = { name: 'Acme', number: '007', exposure: 10, score: 80, tier: 'A', buckets: [1, 2, 3, 4, 0] };

describe('the snapshot table', () => {
  it('holds what an assessment found', () => {
    const asOf = 45_473;
    const ledger = ledgerOf([
      { customer: 'Acme', amount: 100, invoiced: asOf - 50, due: asOf - 20 },
      { customer: 'Beta', amount: 40.5, invoiced: asOf - 5, due: asOf + 25, open: 40 },
    ]);
    const snapshot = snapshotOf(assessLedger(ledger, asOf, defaultPolicy), asOf + 7, 'CNY');
    const [first] = finishSlices(snapshotRowsInSlices(snapshot));
    expect(first).toHaveLength(ownFormats(columns).length);
    expect(first?.slice(0, 8)).toEqual([asOf + 7, asOf, 'CNY', 'Acme', '', 100, 100, 100]);
    expect(first?.slice(11)).toEqual([policyCode(defaultPolicy), "'0 | 30 | 60 | 90", 0, 100, 0, 0, 0]);
    expect(readSnapshots([english, ...finishSlices(snapshotRowsInSlices(snapshot))], 1900).snapshots).toEqual(
      [snapshot],
    );
  });

  it('is read with columns in another order and language, with rows sorted and lines added', () => {
    const may = snapshotOfRows(45_443, [acme, { name: '=Beta', exposure: 5 }]);
    const june = snapshotOfRows(45_473, [{ ...acme, score: 70 }]);
    const cells = [
      ...finishSlices(snapshotRowsInSlices(june)),
      [],
      ...finishSlices(snapshotRowsInSlices(may)).reverse(),
    ].map(row => (row.length === 0 ? row : ['mine', ...row].reverse()));
    const header = ['x', ...ownHeaders(columns, 'zh')].reverse();
    const { snapshots, unreadable } = readSnapshots([['Tiercel'], header, ...cells], 1900);
    expect(unreadable).toEqual([]);
    expect(snapshots.map(({ asOf }) => asOf)).toEqual([45_443, 45_473]);
    expect(snapshots[0]?.customers).toEqual(['=Beta', 'Acme']);
    expect(snapshots[0]?.numbers).toEqual(['', '007']);
    expect(snapshots[1]).toEqual(june);
  });

  it('counts the snapshot of a day that was taken last, and of two rows of a customer the lower', () => {
    const first = snapshotOfRows(45_443, [acme, { name: 'Gone' }]);
    const again = snapshotOfRows(45_443, [{ ...acme, score: 60 }], { takenOn: 45_450 });
    const repeated = snapshotOfRows(45_443, [{ ...acme, score: 61 }], { takenOn: 45_450 });
    const other = snapshotOfRows(45_443, [acme], { currency: 'USD' });
    const cells = [again, first, repeated, other].flatMap(snapshot =>
      finishSlices(snapshotRowsInSlices(snapshot)),
    );
    const { snapshots, replacedRows } = readSnapshots([english, ...cells], 1900);
    expect(snapshots).toEqual([repeated, other]);
    expect(replacedRows).toBe(2);
  });

  it('tells rows it cannot read, and takes what is missing for unknown', () => {
    const { snapshots, unreadable } = readSnapshots(
      [
        ['As of', 'Customer', 'Score'],
        ['2024-05-31', 'Acme', '71,5'],
        ['soon', 'Acme', 1],
        ['', 'Acme', 1],
        [45_443, '', 1],
        ['Total', '', 9],
      ],
      1900,
    );
    expect(unreadable).toEqual([2, 3, 4, 5]);
    expect(snapshots).toMatchObject([
      {
        asOf: 45_443,
        takenOn: 45_443,
        customers: ['Acme'],
        exposure: Float64Array.of(Number.NaN),
        bounds: [],
        buckets: [],
      },
    ]);
    expect(readSnapshots([], 1900)).toEqual({ snapshots: [], unreadable: [], replacedRows: 0 });
  });

  it('widens for more buckets and reads bounds that make no sense as none', () => {
    const narrow = snapshotOfRows(45_443, [acme], {
      bounds: [0],
      buckets: [Float64Array.of(3), Float64Array.of(7)],
    });
    expect(finishSlices(snapshotRowsInSlices(narrow, 4))[0]?.slice(13)).toEqual([3, 7, '', '']);
    for (const bounds of ['30 | 0', 'x', '']) {
      const row = [...finishSlices(snapshotRowsInSlices(narrow, 5))[0]];
      row[12] = bounds;
      expect(readSnapshots([english, row], 1900).snapshots[0]?.buckets).toEqual([]);
    }
  });

  it('reads back what it wrote, and no cell makes it throw', () => {
    const money = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), {
      nil: undefined,
    });
    const row = fc.record<SnapshotRow>({
      name: fc
        .string({ unit: 'grapheme' })
        .map(name => name.trim())
        .filter(name => /^[^'#\s]/.test(name)),
      exposure: money,
      overdue: money,
      score: money,
      tier: fc.constantFrom('A', 'B', ''),
    });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ name }) => name, minLength: 1 }), rows => {
        const snapshot = snapshotOfRows(45_000, rows);
        expect(
          readSnapshots([english, ...finishSlices(snapshotRowsInSlices(snapshot))], 1900).snapshots,
        ).toEqual([snapshot]);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(fc.anything(), { maxLength: 18 })), cells => {
        readSnapshots([english, ...cells], 1904);
      }),
    );
  });
});
