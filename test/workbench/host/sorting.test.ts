import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createBook } from '../../../src/workbench/book/book';
import type { CellInput } from '../../../src/workbench/book/types';
import { type RunningExcel, startExcel } from '../../excel/harness';
import { onSheet } from './onSheet';

let excel: RunningExcel;

const rows: CellInput[][] = [
  ['Customer', 'Amount', 'Double'],
  ['baker', 30, '=B2*2'],
  ['', 10, '=B3*2'],
  ['Adams', 20, '=B4*2'],
  ['远东', 20, '=B5*2'],
];

beforeEach(async () => {
  excel = await startExcel();
  const { book } = excel;
  book.setCells(book.activeSheet, { row: 0, column: 0, rowCount: 5, columnCount: 3 }, rows, 'user');
  book.setStyle(book.activeSheet, { row: 1, column: 0, rowCount: 1, columnCount: 3 }, { bold: true });
});

afterEach(() => excel.stop());

const column = (at: number) => [1, 2, 3, 4].map(row => excel.book.activeSheet.value(row, at));

test('rows are sorted below their header, with formats and with formulas that keep to their rows', async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:C5').sort.apply([{ key: 1, ascending: false }, { key: 0 }], false, true);
    await context.sync();
  });
  expect(column(0)).toEqual(['baker', 'Adams', '远东', null]);
  expect(column(2)).toEqual([60, 40, 40, 20]);
  expect(excel.book.activeSheet.formula(4, 2)).toBe('=B5*2');
  await onSheet(async (sheet, context) => {
    sheet.getRange('A2:C5').sort.apply([{ key: 0 }]);
    await context.sync();
  });
  // Empty cells come last, whichever way it goes.
  expect(column(0)).toEqual(['Adams', 'baker', '远东', null]);
  expect(excel.book.activeSheet.style(2, 0).bold).toBe(true);
  expect(excel.book.activeSheet.style(1, 0).bold).toBeUndefined();
});

test('a table sorts its body, tells by what, and sorts again', async () => {
  await onSheet(async (sheet, context) => {
    const table = sheet.tables.add('A1:C5', true);
    table.sort.apply([{ key: 1, ascending: true }]);
    table.sort.load('fields,matchCase');
    await context.sync();
    expect(table.sort.fields).toEqual([{ key: 1, ascending: true }]);
    expect(column(1)).toEqual([10, 20, 20, 30]);
    sheet.getRange('B2').values = [[99]];
    table.sort.reapply();
    await context.sync();
    expect(column(1)).toEqual([20, 20, 30, 99]);
  });
});

test('the add-in hears of sorted rows, and what the user sorted is one step to undo', async () => {
  const told: unknown[] = [];
  await onSheet(async (sheet, context) => {
    sheet.onRowSorted.add(async event => void told.push([event.address, event.source]));
    await context.sync();
  });
  const { book } = excel;
  const body = { row: 1, column: 0, rowCount: 4, columnCount: 3 };
  book.sortRows(book.activeSheet, body, [{ column: 1, isAscending: true }], 'user');
  await excel.host.idle();
  expect(told).toEqual([['A2:C5', 'Local']]);
  expect(column(1)).toEqual([10, 20, 20, 30]);
  book.undo();
  expect(column(1)).toEqual([30, 10, 20, 20]);
  expect(excel.book.activeSheet.style(1, 0).bold).toBe(true);
});

test('hidden rows keep their places', async () => {
  excel.book.activeSheet.hiddenRows.add(2);
  await onSheet(async (sheet, context) => {
    sheet.getRange('A2:C5').sort.apply([{ key: 1 }]);
    await context.sync();
  });
  expect(column(1)).toEqual([20, 10, 20, 30]);
});

test('what cannot be sorted is refused', async () => {
  const attempt = (fields: Excel.SortField[]) =>
    onSheet(async (sheet, context) => {
      sheet.getRange('A2:C5').sort.apply(fields);
      await context.sync();
    });
  await expect(attempt([{ key: 3 }])).rejects.toMatchObject({ code: 'InvalidArgument' });
  await expect(attempt([{ key: 0, sortOn: 'CellColor' }])).rejects.toMatchObject({ code: 'NotImplemented' });
  excel.book.activeSheet.merges.push({ row: 2, column: 0, rowCount: 1, columnCount: 2 });
  await expect(attempt([{ key: 0 }])).rejects.toMatchObject({ code: 'InvalidOperation' });
});

test('sorting keeps every row whole and puts its keys in order', () => {
  const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom('a', 'B', 'b', ''), fc.boolean());
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), fc.boolean(), (keys, isAscending) => {
      const book = createBook();
      const sheet = book.activeSheet;
      const area = { row: 0, column: 0, rowCount: keys.length, columnCount: 2 };
      book.setCells(
        sheet,
        area,
        keys.map((key, index) => [key, index]),
        'user',
      );
      book.sortRows(sheet, area, [{ column: 0, isAscending }], 'user');
      const sorted = keys.map((_, row) => ({ key: sheet.value(row, 0), from: Number(sheet.value(row, 1)) }));
      expect(sorted.map(({ from }) => from).sort((one, other) => one - other)).toEqual(
        keys.map((_, at) => at),
      );
      for (const { key, from } of sorted) expect(key ?? '').toBe(keys[from]);
      const numbers = sorted.flatMap(({ key }) => (typeof key === 'number' ? [key] : []));
      expect(numbers).toEqual([...numbers].sort((one, other) => (isAscending ? one - other : other - one)));
      const firstEmpty = sorted.findIndex(({ key }) => key === null);
      if (firstEmpty >= 0) expect(sorted.slice(firstEmpty).every(({ key }) => key === null)).toBe(true);
    }),
  );
});
