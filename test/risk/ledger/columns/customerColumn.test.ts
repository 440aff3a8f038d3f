import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CustomerColumn } from '../../../../src/risk/ledger/columns/customerColumn';
import { FindingLog } from '../../../../src/risk/ledger/findings/findingLog';
import type { Cell } from '../../../../src/risk/ledger/ledger';

const firstRow = 7;

type NamedRow = readonly [name: Cell, number: Cell, amount: number];

/** What becomes of rows that are taken so many at a time: a code each, the names, the findings. */
function taken(rows: readonly NamedRow[], together: number) {
  const findings = new FindingLog();
  const column = new CustomerColumn(0, 1, findings);
  const cells = rows.map(([name, number]) => [name, number]);
  const amounts = Float64Array.from(rows, ([, , amount]) => amount);
  for (let from = 0; from < rows.length; from += together) {
    column.addRows(cells, from, Math.min(rows.length, from + together), firstRow, amounts);
  }
  return { codes: [...column.codes], names: column.register.names, findings: findings.sorted() };
}

const times = (count: number, row: NamedRow): readonly NamedRow[] => Array.from({ length: count }, () => row);

describe('customers of rows that follow each other', () => {
  test('have one code for all of their rows', () => {
    const rows = [
      ...times(20, ['Acme', '', 1]),
      ...times(3, ['上海明达', '', 1]),
      ...times(20, ['ACME', '', 1]),
    ];
    const { codes, names } = taken(rows, rows.length);
    expect(names).toEqual(['Acme', '上海明达']);
    expect(codes).toEqual(
      [...times(20, [0, 0, 0]), ...times(3, [1, 0, 0]), ...times(20, [0, 0, 0])].map(([code]) => code),
    );
  });

  test('without a name are those of their numbers, however many blank names follow each other', () => {
    const rows = [...times(10, ['', 'C-1', 1]), ...times(10, ['', 'C-2', 1]), ...times(10, [null, 'C-1', 1])];
    const { codes, names } = taken(rows, rows.length);
    expect(names).toEqual(['C-1', 'C-2']);
    expect(codes).toEqual([...Array(10).fill(0), ...Array(10).fill(1), ...Array(10).fill(0)]);
  });

  test('are set apart row by row where an amount is missing', () => {
    const rows = [
      ...times(12, ['Acme', '', 1]),
      ...times(2, ['Acme', '', Number.NaN]),
      ...times(2, ['Acme', '', 1]),
    ];
    const { codes } = taken(rows, rows.length);
    expect(codes.slice(11)).toEqual([0, codes[12], codes[12], 0, 0]);
    expect(codes[12]).toBeLessThan(0);
  });

  test('are those that looking up row by row gives', () => {
    const cell = fc.constantFrom<Cell>(
      'Acme',
      'ACME',
      ' acme',
      'Beta',
      '上海明达',
      '',
      ' ',
      null,
      '#N/A',
      12,
      'C-1',
      'x'.repeat(70),
    );
    const row = fc.tuple(cell, cell, fc.constantFrom(1, 1, 1, Number.NaN));
    const rows = fc
      .array(fc.tuple(row, fc.integer({ min: 1, max: 30 })), { maxLength: 40 })
      .map(runs => runs.flatMap(([run, count]) => times(count, run)));
    fc.assert(fc.property(rows, all => expect(taken(all, all.length || 1)).toEqual(taken(all, 1))));
  });
});
