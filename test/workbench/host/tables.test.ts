import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setFilter } from '../../../src/workbench/book/tableFilter';
import { type RunningExcel, startExcel } from '../../excel/harness';
import { onSheet } from './onSheet';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
  const { book } = excel;
  book.setCells(
    book.activeSheet,
    { row: 1, column: 1, rowCount: 3, columnCount: 2 },
    [
      ['Customer', 'Amount'],
      ['Baker', 100],
      ['远东', 250],
    ],
    'user',
  );
});

afterEach(() => excel.stop());

test('a table is added, styled, found and read by its parts', async () => {
  await onSheet(async (sheet, context) => {
    const added = sheet.tables.add(sheet.getRange('B2:C4'), true);
    added.name = 'Invoices';
    added.style = 'TableStyleLight9';
    added.showFilterButton = false;
    added.showBandedRows = false;
    await context.sync();

    const table = context.workbook.tables
      .getItem('invoices')
      .load('id,name,style,showFilterButton,showBandedRows');
    const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()];
    for (const part of parts) part.load('address');
    table.worksheet.load('name');
    sheet.tables.load('items/name,count');
    await context.sync();
    expect([table.name, table.style, table.showFilterButton, table.showBandedRows]).toEqual([
      'Invoices',
      'TableStyleLight9',
      false,
      false,
    ]);
    expect(parts.map(part => part.address)).toEqual(['Sheet1!B2:C4', 'Sheet1!B2:C2', 'Sheet1!B3:C4']);
    expect(table.worksheet.name).toBe('Sheet1');
    expect(sheet.tables.items.map(each => each.name)).toEqual(['Invoices']);
    const byId = context.workbook.tables.getItem(table.id).load('name');
    await context.sync();
    expect(byId.name).toBe('Invoices');
  });
});

test('tables of a range: wholly in it, or touching it', async () => {
  await onSheet(async (sheet, context) => {
    sheet.tables.add('B2:C4', true);
    await context.sync();
    const inside = sheet.getRange('A1:D9').getTables(true).load('items/name');
    const cut = sheet.getRange('B3').getTables(true).load('items/name');
    const touching = sheet.getRange('B3').getTables(false).load('items/name');
    const first = sheet.getRange('B3').getTables(false).getFirst().load('name');
    await context.sync();
    expect(inside.items.length).toBe(1);
    expect(cut.items.length).toBe(0);
    expect(touching.items.length).toBe(1);
    expect(first.name).toBe('Table1');
  });
});

test('columns by name and id, rows by index', async () => {
  await onSheet(async (sheet, context) => {
    const table = sheet.tables.add('B2:C4', true);
    const byName = table.columns.getItem('amount').load('id,index,name,values');
    const body = table.columns.getItem('Amount').getDataBodyRange().load('address');
    const byId = table.columns.getItem(1).load('name');
    const none = table.columns.getItemOrNullObject('Limit');
    const row = table.rows.getItemAt(1).load('index,values');
    table.columns.load('items/name');
    table.rows.load('count');
    await context.sync();
    expect([byName.id, byName.index, byName.name]).toEqual([2, 1, 'Amount']);
    expect(byName.values).toEqual([['Amount'], [100], [250]]);
    expect(body.address).toBe('Sheet1!C3:C4');
    expect(byId.name).toBe('Customer');
    expect(none.isNullObject).toBe(true);
    expect(row.values).toEqual([['远东', 250]]);
    expect(table.columns.items.map(each => each.name)).toEqual(['Customer', 'Amount']);
    expect(table.rows.count).toBe(2);
  });
});

test('rows and columns are added at the end, and the table resized', async () => {
  await onSheet(async (sheet, context) => {
    const table = sheet.tables.add('B2:C4', true);
    table.rows.add(undefined, [
      ['Cole', 5],
      ['Diaz', 6],
    ]);
    table.columns.add(undefined, [['Tier'], ['A'], ['B'], ['C'], ['D']]);
    const range = table.getRange().load('address,values');
    await context.sync();
    expect(range.address).toBe('Sheet1!B2:D6');
    expect(range.values.at(-1)).toEqual(['Diaz', 6, 'D']);
    table.resize('B2:D4');
    const smaller = table.getRange().load('address');
    await context.sync();
    expect(smaller.address).toBe('Sheet1!B2:D4');
  });
});

test('what stands below a table moves down when it grows', async () => {
  excel.book.enter(excel.book.activeSheet, 4, 1, 'note');
  await onSheet(async (sheet, context) => {
    sheet.tables.add('B2:C4', true).rows.add(undefined, [['Cole', 5]]);
    await context.sync();
  });
  expect(excel.book.activeSheet.value(4, 1)).toBe('Cole');
  expect(excel.book.activeSheet.value(5, 1)).toBe('note');
});

test('converting keeps the cells, deleting takes them', async () => {
  await onSheet(async (sheet, context) => {
    sheet.tables.add('B2:C4', true).convertToRange();
    await context.sync();
    expect(excel.book.activeSheet.tables.length).toBe(0);
    expect(excel.book.activeSheet.value(2, 2)).toBe(100);
    sheet.tables.add('B2:C4', true).delete();
    await context.sync();
    expect(excel.book.activeSheet.tables.length).toBe(0);
    expect(excel.book.activeSheet.value(2, 2)).toBeNull();
  });
});

test('what is not there or not possible is said', async () => {
  const run = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
    onSheet(async (sheet, context) => {
      work(sheet);
      await context.sync();
    });
  await expect(run(sheet => void sheet.tables.getItem('Nowhere').load('name'))).rejects.toMatchObject({
    code: 'ItemNotFound',
  });
  await expect(run(sheet => void sheet.tables.add('B2:C4', false))).rejects.toMatchObject({
    message: 'NotImplemented: TableCollection.add without headers',
  });
  await run(sheet => void sheet.tables.add('B2:C4', true));
  await expect(run(sheet => void sheet.tables.add('C4:D5', true))).rejects.toMatchObject({
    code: 'InvalidArgument',
  });
});

test('a filter by values is told, taken away and applied again; others are refused by name', async () => {
  await onSheet(async (sheet, context) => {
    sheet.tables.add(sheet.getRange('B2:C4'), true).name = 'Invoices';
    await context.sync();
    const { activeSheet } = excel.book;
    setFilter(activeSheet, activeSheet.tables[0], 1, new Set(['Baker']));
    const { columns } = context.workbook.tables.getItem('Invoices');
    columns.load('items/filter/criteria');
    await context.sync();
    const [first, second] = columns.items.map(({ filter }) => filter);
    expect(first.criteria).toEqual({ filterOn: 'Values', values: expect.not.arrayContaining(['Baker']) });
    expect(second.criteria).toBeNull();
    const { criteria } = first;
    first.clear();
    await context.sync();
    expect(activeSheet.hiddenRows.size).toBe(0);
    first.apply(criteria);
    await context.sync();
    expect([...activeSheet.hiddenRows]).toEqual([2]);
    first.applyTopItemsFilter(1);
    await expect(context.sync()).rejects.toMatchObject({ code: 'NotImplemented' });
  });
});

test('a table shows all its rows again when its filters are cleared', async () => {
  await onSheet(async (sheet, context) => {
    sheet.tables.add(sheet.getRange('B2:C4'), true).name = 'Invoices';
    await context.sync();
    const { book } = excel;
    const [own] = book.activeSheet.tables;
    setFilter(book.activeSheet, own, 1, new Set(['Baker']));
    expect([...book.activeSheet.hiddenRows]).toEqual([2]);
    context.workbook.tables.getItem('Invoices').clearFilters();
    await context.sync();
    expect(book.activeSheet.hiddenRows.size).toBe(0);
    expect(own.filters.size).toBe(0);
  });
});
