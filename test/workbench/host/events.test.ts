import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});

afterEach(() => excel.stop());

test('a change on a sheet is told with its address, range and cause', async () => {
  const events: Excel.WorksheetChangedEventArgs[] = [];
  const read: unknown[] = [];
  await Excel.run(async context => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onChanged.add(event => {
      events.push(event);
      return Excel.run(async inner => {
        const range = event.getRange(inner).load('values');
        await inner.sync();
        read.push(range.values);
      });
    });
    await context.sync();
  });
  const { book } = excel;
  book.enter(book.activeSheet, 2, 1, '42');
  await excel.host.idle();
  await Excel.run(async context => {
    context.workbook.worksheets.getFirst().getRange('C1:D1').values = [[1, 2]];
    await context.sync();
  });
  await excel.host.idle();
  expect(events.map(event => [event.address, event.changeType, event.source, event.triggerSource])).toEqual([
    ['B3', 'RangeEdited', 'Local', 'Unknown'],
    ['C1:D1', 'RangeEdited', 'Local', 'ThisLocalAddin'],
  ]);
  expect(events[0]?.worksheetId).toBe(book.activeSheet.id);
  expect(read).toEqual([[[42]], [[1, 2]]]);
});

test('a handler on all sheets hears every sheet, a handler on one sheet only its own', async () => {
  const { book } = excel;
  const other = book.addSheet('Other');
  const all: string[] = [];
  const one: string[] = [];
  await Excel.run(async context => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(async event => void all.push(event.worksheetId));
    worksheets.getItem('Other').onChanged.add(async event => void one.push(event.worksheetId));
    await context.sync();
  });
  book.enter(book.sheets[0], 0, 0, '1');
  book.enter(other, 0, 0, '2');
  await excel.host.idle();
  expect(all).toEqual([book.sheets[0].id, other.id]);
  expect(one).toEqual([other.id]);
});

test('a handler that is removed hears nothing more', async () => {
  const heard: string[] = [];
  let registration: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs> | undefined;
  await Excel.run(async context => {
    registration = context.workbook.worksheets.onChanged.add(async event => void heard.push(event.address));
    await context.sync();
  });
  excel.book.enter(excel.book.activeSheet, 0, 0, '1');
  await excel.host.idle();
  await Excel.run(registration!.context as Excel.RequestContext, async context => {
    registration!.remove();
    await context.sync();
  });
  excel.book.enter(excel.book.activeSheet, 1, 0, '2');
  await excel.host.idle();
  expect(heard).toEqual(['A1']);
});

test('selection, activation, added and deleted sheets, calculation', async () => {
  const { book } = excel;
  const heard: string[] = [];
  await Excel.run(async context => {
    const { worksheets } = context.workbook;
    worksheets.onSelectionChanged.add(async event => void heard.push(`selected ${event.address}`));
    worksheets.onActivated.add(async event => void heard.push(`activated ${nameOf(event.worksheetId)}`));
    worksheets.onDeactivated.add(async event => void heard.push(`left ${nameOf(event.worksheetId)}`));
    worksheets.onAdded.add(async event => void heard.push(`added ${nameOf(event.worksheetId)}`));
    worksheets.onDeleted.add(async event => void heard.push(`deleted ${nameOf(event.worksheetId)}`));
    await context.sync();
  });
  const names = new Map(book.sheets.map(sheet => [sheet.id, sheet.name]));
  function nameOf(id: string): string {
    return names.get(id) ?? 'New';
  }
  const [first] = book.sheets;
  book.select(first, [{ row: 0, column: 0, rowCount: 2, columnCount: 2 }]);
  const added = book.addSheet('New');
  book.activate(added);
  book.deleteSheet(added);
  await excel.host.idle();
  expect(heard).toEqual([
    'selected A1:B2',
    'added New',
    'left Sheet1',
    'activated New',
    'selected A1',
    'deleted New',
    'activated Sheet1',
    'selected A1:B2',
  ]);
});

test('a calculated sheet is told', async () => {
  const calculated: string[] = [];
  await Excel.run(async context => {
    context.workbook.worksheets.onCalculated.add(async event => void calculated.push(event.worksheetId));
    await context.sync();
  });
  const { book } = excel;
  book.enter(book.activeSheet, 0, 0, '=1+1');
  await excel.host.idle();
  expect(calculated).toContain(book.activeSheet.id);
});

test('the workbook tells a changed selection to handlers of its own', async () => {
  let count = 0;
  await Excel.run(async context => {
    context.workbook.onSelectionChanged.add(async () => void count++);
    await context.sync();
  });
  const { book } = excel;
  book.select(book.activeSheet, [{ row: 3, column: 3, rowCount: 1, columnCount: 1 }]);
  await excel.host.idle();
  expect(count).toBe(1);
});

test('protecting a sheet is told', async () => {
  const heard: boolean[] = [];
  await Excel.run(async context => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onProtectionChanged.add(async event => void heard.push(event.isProtected));
    sheet.protection.protect();
    await context.sync();
  });
  await excel.host.idle();
  expect(heard).toEqual([true]);
});

test('an event that the host does not have is named', async () => {
  const run = Excel.run(async context => {
    context.workbook.worksheets.onFormatChanged.add(async () => undefined);
    await context.sync();
  });
  await expect(run).rejects.toMatchObject({
    code: 'NotImplemented',
    message: expect.stringContaining('FormatChangedEvent'),
  });
});

test('lines that come and go are told as such, with where they are or were', async () => {
  const told: unknown[] = [];
  await Excel.run(async context => {
    context.workbook.worksheets.onChanged.add(async event => {
      told.push([event.changeType, event.address, event.triggerSource]);
    });
    await context.sync();
  });
  const { book } = excel;
  book.insertRows(book.activeSheet, 2, 2);
  book.deleteColumns(book.activeSheet, 1, 1);
  book.undo();
  await Excel.run(async context => {
    context.workbook.worksheets.getFirst().getRange('4:4').delete('Up');
    await context.sync();
  });
  await excel.host.idle();
  expect(told).toEqual([
    ['RowInserted', '3:4', 'Unknown'],
    ['ColumnDeleted', 'B:B', 'Unknown'],
    ['ColumnInserted', 'B:B', 'Unknown'],
    ['RowDeleted', '4:4', 'ThisLocalAddin'],
  ]);
});

test('of a single cell its values before and after are told; a co-author is remote', async () => {
  const told: unknown[] = [];
  await Excel.run(async context => {
    context.workbook.worksheets.onChanged.add(async event => {
      told.push([event.source, event.triggerSource, event.details]);
    });
    await context.sync();
  });
  const { book } = excel;
  book.enter(book.activeSheet, 0, 0, '42');
  const cell = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  book.setCells(book.activeSheet, cell, [['late']], 'remote');
  book.setCells(book.activeSheet, { ...cell, columnCount: 2 }, [[1, 2]], 'remote');
  await excel.host.idle();
  expect(told).toEqual([
    [
      'Local',
      'Unknown',
      { valueBefore: '', valueAfter: 42, valueTypeBefore: 'Empty', valueTypeAfter: 'Double' },
    ],
    [
      'Remote',
      'Unknown',
      { valueBefore: 42, valueAfter: 'late', valueTypeBefore: 'Double', valueTypeAfter: 'String' },
    ],
    ['Remote', 'Unknown', undefined],
  ]);
  // Somebody else's edit is not this user's to undo.
  book.undo();
  expect(book.activeSheet.value(0, 0)).toBeNull();
  expect(book.activeSheet.value(0, 1)).toBe(2);
});
