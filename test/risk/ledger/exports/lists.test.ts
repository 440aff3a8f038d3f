/** Lists of customers as programs export them, read whole: what each customer owes and what of it is overdue, against what the list says. */
import { describe, expect, test } from '@jest/globals';
import { customerKey } from '../../../../src/risk/ledger/cells/customerName';
import { readCustomerList } from '../../../../src/risk/ledger/customerList/customerList';
import type { Cell, FindingKind } from '../../../../src/risk/ledger/ledger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { measureListInSlices } from '../../../../src/risk/metrics/customers/customerListMetrics';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../../src/risk/slices';
import { exportedOn, headersWrittenOtherwise, textsWrittenOtherwise } from './exportedSheet';
import { listExports } from './listExports';

function read(cells: readonly (readonly Cell[])[]) {
  const recognition = recogniseSheet(cells);
  expect(recognition).toMatchObject({ kind: 'customers', missing: [] });
  const list = readCustomerList(cells, recognition, { dateSystem: 1900 });
  const { customers, metrics } = finishSlices(measureListInSlices(list, exportedOn, defaultPolicy));
  for (const [index, overdue] of metrics.overdue.entries()) {
    if (!Number.isNaN(overdue))
      expect(metrics.notDue[index]).toBeCloseTo(metrics.exposure[index] - overdue, 6);
  }
  const remarks: Partial<Record<FindingKind, number>> = {};
  for (const { kind } of list.findings) if (kind !== 'textAmount') remarks[kind] = (remarks[kind] ?? 0) + 1;
  return {
    customers: Object.fromEntries(
      customers.map((name, index) => [name, [metrics.exposure[index], metrics.overdue[index]]]),
    ),
    unplaced: list.unplaced.length,
    remarks,
  };
}

describe.each(listExports.map(list => [list.program, list] as const))('%s', (_, list) => {
  test('says what each customer owes, what is overdue, and what is remarked', () => {
    const { customers, unplaced = 0, remarks = {} } = list;
    expect(read(list.cells)).toEqual({ customers, unplaced, remarks });
  });

  test('says the same with its headers written otherwise', () => {
    const { customers, unplaced = 0, remarks = {} } = list;
    for (const [style, cells] of headersWrittenOtherwise(list.cells)) {
      expect([style, read(cells)]).toEqual([style, { customers, unplaced, remarks }]);
    }
  });

  test('says the same with its texts written otherwise', () => {
    const { unplaced = 0, remarks = {} } = list;
    const byKey = (customers: Readonly<Record<string, readonly number[]>>) =>
      Object.fromEntries(Object.entries(customers).map(([name, sums]) => [customerKey(name), sums]));
    const customers = byKey(list.customers);
    const { headerRow, columns } = recogniseSheet(list.cells);
    const name = columns.find(({ field }) => field === 'customer')?.column;
    const isName = (row: number, column: number) => row > headerRow && column === name;
    for (const [way, cells] of textsWrittenOtherwise(list.cells, isName)) {
      const found = read(cells);
      expect([way, { ...found, customers: byKey(found.customers) }]).toEqual([
        way,
        { customers, unplaced, remarks },
      ]);
    }
  });
});
