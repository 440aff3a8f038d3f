/** Lists as accounting programs export them, read whole: what each customer owes, what is overdue and what is remarked, against sums made by hand. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { customerKey } from '../../../../src/risk/ledger/cells/customerName';
import { controlTotal } from '../../../../src/risk/ledger/controlTotal';
import type { Cell, FindingKind, Ledger } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { allExports } from './allExports';
import {
  type ExportedSheet,
  exportedOn,
  headersWrittenOtherwise,
  textsWrittenOtherwise,
} from './exportedSheet';

type Row = readonly Cell[];

/** Remarks that say no more than that a cell is a text, or a total no row. */
const usual: readonly FindingKind[] = ['textDate', 'textAmount'];

function read(cells: readonly Row[]): Ledger {
  const recognition = recogniseSheet(cells);
  expect(recognition).toMatchObject({ kind: 'ledger', missing: [] });
  return readLedger(cells, recognition, { dateSystem: 1900, asOf: exportedOn });
}

/** What programs and people write above a list. */
const linesAbove: readonly Row[] = [
  [],
  ['Tiercel Trading Ltd'],
  ['', 'Receivables', '', 'Printed 30/06/2026 18:04'],
  ['Printed by', 'admin', '', '', 'v12.1'],
  ['编制单位：泰赛尔贸易', '', '编制人：王芳'],
];

const inCents = (amount: number): number => Math.round(amount * 100) / 100;

function figuresOf(ledger: Ledger) {
  const { customers, metrics } = measureLedger(ledger, exportedOn, defaultPolicy);
  return {
    owed: Object.fromEntries(customers.map((name, index) => [name, inCents(metrics.exposure[index])])),
    overdue: inCents(metrics.overdue.reduce((sum, amount) => sum + amount, 0)),
  };
}

function remarksOf({ findings }: Ledger): Partial<Record<FindingKind, number>> {
  const counts: Partial<Record<FindingKind, number>> = {};
  for (const { kind } of findings) {
    if (!usual.includes(kind)) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

describe.each(allExports)('%s', (_, sheet: ExportedSheet) => {
  test('says what each customer owes and what is overdue', () => {
    const ledger = read(sheet.cells);
    expect(figuresOf(ledger)).toEqual({ owed: sheet.owed, overdue: sheet.overdue });
    expect(ledger.unplaced).toHaveLength(sheet.unplaced ?? 0);
    expect(remarksOf(ledger)).toEqual(sheet.remarks ?? {});
  });

  test('says the same with its columns in another order and with lines above it', () => {
    const width = Math.max(...sheet.cells.map(row => row.length));
    const columns = Array.from({ length: width }, (_cell, column) => column);
    const order = sheet.hasGroups ? fc.constant(columns) : fc.shuffledSubarray(columns, { minLength: width });
    const figures = { owed: sheet.owed, overdue: sheet.overdue };
    fc.assert(
      fc.property(order, fc.array(fc.constantFrom(...linesAbove), { maxLength: 4 }), (places, above) => {
        const moved = sheet.cells.map(row => places.map(column => row[column] ?? ''));
        const ledger = read([...above, ...moved]);
        expect(figuresOf(ledger)).toEqual(figures);
        expect(ledger.unplaced).toHaveLength(sheet.unplaced ?? 0);
      }),
      { numRuns: 30 },
    );
  });

  test('says the same with its headers written otherwise', () => {
    const figures = { owed: sheet.owed, overdue: sheet.overdue };
    for (const [style, cells] of headersWrittenOtherwise(sheet.cells)) {
      const ledger = read(cells);
      expect([style, figuresOf(ledger)]).toEqual([style, figures]);
      expect(ledger.unplaced).toHaveLength(sheet.unplaced ?? 0);
    }
  });

  test('says the same with its texts written otherwise', () => {
    const byKey = (figures: ReturnType<typeof figuresOf>) => ({
      ...figures,
      owed: Object.fromEntries(
        Object.entries(figures.owed).map(([name, amount]) => [customerKey(name), amount]),
      ),
    });
    const figures = byKey({ owed: sheet.owed as Record<string, number>, overdue: sheet.overdue });
    const { columns, customerGroups } = recogniseSheet(sheet.cells);
    const customer = columns.find(({ field }) => field === 'customer')?.column;
    const { sheetRow, rowCount } = read(sheet.cells);
    const entries = new Set(Array.from({ length: rowCount }, (_entry, entry) => sheetRow.at(entry)));
    const isName = (row: number, column: number) =>
      entries.has(row) && column === customer && !customerGroups;
    for (const [way, cells] of textsWrittenOtherwise(sheet.cells, isName)) {
      const ledger = read(cells);
      expect([way, byKey(figuresOf(ledger))]).toEqual([way, figures]);
      expect([way, ledger.unplaced.length]).toEqual([way, sheet.unplaced ?? 0]);
    }
  });

  test('says the same printed on several pages, and with what people write between rows', () => {
    const width = Math.max(...sheet.cells.map(row => row.length));
    const alone = (text: string, at: number): Row =>
      Array.from({ length: width }, (_cell, column) => (column === at ? text : ''));
    const { headerRow } = recogniseSheet(sheet.cells);
    const between: readonly (readonly Row[])[] = [
      [alone('Page 1 of 2', 0), ...sheet.cells.slice(0, headerRow + 1)],
      [alone('- 2 -', width - 1), alone('Continued on next page', 1)],
      [alone('制表人：张三', 0), alone('第 2 页 共 3 页', width - 1)],
      [Array.from({ length: width }, () => '------'), alone('', 0)],
    ];
    const figures = { owed: sheet.owed, overdue: sheet.overdue };
    for (let row = headerRow + 2; row <= sheet.cells.length; row += 1) {
      const lines = between[row % between.length];
      const ledger = read([...sheet.cells.slice(0, row), ...lines, ...sheet.cells.slice(row)]);
      expect([row, figuresOf(ledger)]).toEqual([row, figures]);
      expect(ledger.unplaced).toHaveLength(sheet.unplaced ?? 0);
    }
  });

  test('adds up to its control total', () => {
    const ledger = read(sheet.cells);
    const placed = Array.from(ledger.amount).reduce((sum, amount) => sum + amount, 0);
    const apart = [...ledger.unplaced, ...ledger.excluded].reduce(
      (sum, { amount }) => sum + (amount || 0),
      0,
    );
    expect(controlTotal(ledger).total).toBeCloseTo((placed + apart) / ledger.scale, 6);
  });
});
