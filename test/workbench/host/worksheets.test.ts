import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});

afterEach(() => excel.stop());

describe('worksheets', () => {
  test('are added, found by name and id, renamed, listed in order and deleted', async () => {
    await Excel.run(async context => {
      const { worksheets } = context.workbook;
      const added = worksheets.add('Tiercel Policy').load('id,name,position');
      await context.sync();
      expect(added.position).toBe(1);
      const byName = worksheets.getItem('tiercel policy').load('id');
      const byId = worksheets.getItem(added.id).load('name');
      added.name = '信用政策';
      worksheets.load('items/name');
      const count = worksheets.getCount();
      await context.sync();
      expect(byName.id).toBe(added.id);
      expect(byId.name).toBe('Tiercel Policy');
      expect(worksheets.items.map(sheet => sheet.name)).toEqual(['Sheet1', '信用政策']);
      expect(count.value).toBe(2);
      added.delete();
      const gone = worksheets.getItemOrNullObject('信用政策');
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
    expect(excel.book.sheets.map(sheet => sheet.name)).toEqual(['Sheet1']);
  });

  test('only what was selected is loaded', async () => {
    await Excel.run(async context => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      await context.sync();
      const [first] = worksheets.items;
      expect(first?.name).toBe('Sheet1');
      expect(() => first?.visibility).toThrow(/has not been loaded|not available/);
    });
  });

  test('top and skip take a part of the items', async () => {
    excel.book.addSheet('B');
    excel.book.addSheet('C');
    await Excel.run(async context => {
      const { worksheets } = context.workbook;
      worksheets.load({ select: 'name', top: 1, skip: 1 });
      await context.sync();
      expect(worksheets.items.map(sheet => sheet.name)).toEqual(['B']);
    });
  });

  test('one that does not exist is ItemNotFound, with the statement that failed', async () => {
    const run = Excel.run(async context => {
      context.workbook.worksheets.getItem('Nowhere').load('name');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({
      code: 'ItemNotFound',
      debugInfo: { errorLocation: 'WorksheetCollection.getItem' },
    });
  });

  test('a name that is taken is ItemAlreadyExists, an impossible one InvalidArgument', async () => {
    const add = (name: string): Promise<void> =>
      Excel.run(async context => {
        context.workbook.worksheets.add(name);
        await context.sync();
      });
    await expect(add('Sheet1')).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
    await expect(add('a/b')).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  test('neighbours skip hidden sheets when asked', async () => {
    excel.book.addSheet('B').visibility = 'Hidden';
    excel.book.addSheet('C');
    await Excel.run(async context => {
      const first = context.workbook.worksheets.getFirst();
      const next = first.getNext().load('name');
      const nextVisible = first.getNext(true).load('name');
      const last = context.workbook.worksheets.getLast(true).load('name');
      const none = first.getPreviousOrNullObject();
      const visible = context.workbook.worksheets.getCount(true);
      await context.sync();
      expect(next.name).toBe('B');
      expect(nextVisible.name).toBe('C');
      expect(last.name).toBe('C');
      expect(none.isNullObject).toBe(true);
      expect(visible.value).toBe(2);
    });
  });
});

describe('a worksheet', () => {
  test('has colour, gridlines, visibility and frozen panes', async () => {
    excel.book.addSheet('Other');
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.tabColor = '#0F6CBD';
      sheet.showGridlines = false;
      sheet.freezePanes.freezeRows(3);
      const frozen = sheet.freezePanes.getLocation().load('address');
      sheet.load('tabColor,showGridlines,visibility');
      await context.sync();
      expect([sheet.tabColor, sheet.showGridlines, sheet.visibility]).toEqual(['#0F6CBD', false, 'Visible']);
      expect(frozen.address).toBe('Sheet1!1:3');
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B2'));
      await context.sync();
      expect([excel.book.sheets[0]?.frozenRows, excel.book.sheets[0]?.frozenColumns]).toEqual([2, 2]);
      sheet.freezePanes.unfreeze();
      const none = sheet.freezePanes.getLocationOrNullObject();
      sheet.visibility = 'Hidden';
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
    expect(excel.book.activeSheet.name).toBe('Other');
  });

  test('the last visible one cannot be hidden or deleted', async () => {
    const change = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
      Excel.run(async context => {
        work(context.workbook.worksheets.getFirst());
        await context.sync();
      });
    await expect(change(sheet => sheet.set({ visibility: 'Hidden' }))).rejects.toMatchObject({
      code: 'InvalidOperation',
    });
    await expect(change(sheet => sheet.delete())).rejects.toMatchObject({ code: 'InvalidOperation' });
  });

  test('ranges by indexes, by a name, by a table', async () => {
    const { book } = excel;
    book.setCells(
      book.activeSheet,
      { row: 0, column: 0, rowCount: 3, columnCount: 1 },
      [['Amount'], [1], [2]],
      'user',
    );
    book.addTable(book.activeSheet, { row: 0, column: 0, rowCount: 3, columnCount: 1 }, 'Invoices');
    book.addName('Amounts', '=Sheet1!$A$2:$A$3');
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const ranges = [
        sheet.getRangeByIndexes(1, 2, 3, 4),
        sheet.getCell(0, 16383),
        sheet.getRange('Amounts'),
        sheet.getRange('Invoices'),
        sheet.getRange(),
      ];
      for (const range of ranges) range.load('address');
      await context.sync();
      expect(ranges.map(range => range.address)).toEqual([
        'Sheet1!C2:F4',
        'Sheet1!XFD1',
        'Sheet1!A2:A3',
        'Sheet1!A2:A3',
        'Sheet1!1:1048576'.replace('1:1048576', 'A:XFD'),
      ]);
    });
  });

  test('a sheet whose name needs quotes has them in addresses', async () => {
    excel.book.addSheet("Q1 '24");
    await Excel.run(async context => {
      const range = context.workbook.worksheets.getItem("Q1 '24").getRange('A1').load('address');
      await context.sync();
      expect(range.address).toBe("'Q1 ''24'!A1");
    });
  });

  test('unloaded members that the host does not have are named', async () => {
    const run = Excel.run(async context => {
      context.workbook.worksheets.getFirst().shapes.load('items');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({
      code: 'NotImplemented',
      message: 'NotImplemented: Worksheet.shapes',
    });
  });
});

describe('protection', () => {
  test('a protected sheet refuses writes, formats, rules and tables; unprotected it takes them', async () => {
    const { book } = excel;
    book.activeSheet.isProtected = true;
    const change = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
      Excel.run(async context => {
        work(context.workbook.worksheets.getFirst());
        await context.sync();
      });
    const refused = { code: 'AccessDenied' };
    const changes: ((sheet: Excel.Worksheet) => void)[] = [
      sheet => sheet.getRange('A1').set({ values: [[1]] }),
      sheet => sheet.getRange('A1').set({ format: { fill: { color: '#FF0000' } } }),
      sheet => sheet.getRange('A1').set({ numberFormat: [['0']] }),
      sheet => sheet.getRange('A1').set({ format: { columnWidth: 10 } }),
      sheet => void sheet.getRange('A1').conditionalFormats.add('Custom'),
      sheet => void sheet.tables.add('A1:B2', true),
      sheet => sheet.getRange('A1').clear(),
      sheet => sheet.getRange('1:1').delete('Up'),
    ];
    for (const each of changes) {
      await expect(change(each)).rejects.toMatchObject(refused);
    }
    await change(sheet => sheet.protection.unprotect());
    for (const each of changes) {
      await change(each);
    }
  });

  test('protect is loaded, needs its password to be undone, and is not done twice', async () => {
    await Excel.run(async context => {
      const { protection } = context.workbook.worksheets.getFirst();
      protection.protect({ allowSort: true }, 'secret');
      protection.load('protected');
      await context.sync();
      expect(protection.protected).toBe(true);
    });
    const unprotect = (password?: string): Promise<void> =>
      Excel.run(async context => {
        context.workbook.worksheets.getFirst().protection.unprotect(password);
        await context.sync();
      });
    await expect(unprotect('wrong')).rejects.toMatchObject({ code: 'InvalidArgument' });
    await unprotect('secret');
    expect(excel.book.activeSheet.isProtected).toBe(false);
  });
});

describe('a chart sheet', () => {
  test('is not among the worksheets; while it is active there is no active worksheet and no selection', async () => {
    const chart = excel.book.addSheet('Chart1', 'chart');
    excel.book.activate(chart);
    await Excel.run(async context => {
      context.workbook.worksheets.load('items/name');
      await context.sync();
      expect(context.workbook.worksheets.items.map(sheet => sheet.name)).toEqual(['Sheet1']);
    });
    const ask = (work: (workbook: Excel.Workbook) => void): Promise<void> =>
      Excel.run(async context => {
        work(context.workbook);
        await context.sync();
      });
    await expect(ask(workbook => void workbook.worksheets.getActiveWorksheet())).rejects.toMatchObject({
      code: 'UnsupportedSheet',
    });
    await expect(ask(workbook => void workbook.getSelectedRange())).rejects.toMatchObject({
      code: 'InvalidSelection',
    });
  });
});

describe('selection', () => {
  test('one area, several areas, the active cell', async () => {
    const { book } = excel;
    book.select(book.activeSheet, [{ row: 1, column: 1, rowCount: 2, columnCount: 2 }]);
    await Excel.run(async context => {
      const selected = context.workbook.getSelectedRange().load('address');
      const cell = context.workbook.getActiveCell().load('address');
      await context.sync();
      expect(selected.address).toBe('Sheet1!B2:C3');
      expect(cell.address).toBe('Sheet1!B2');
    });
    book.select(book.activeSheet, [
      { row: 0, column: 0, rowCount: 1, columnCount: 1 },
      { row: 4, column: 0, rowCount: 1, columnCount: 1 },
    ]);
    await Excel.run(async context => {
      const areas = context.workbook.getSelectedRanges().load('address');
      await context.sync();
      expect(areas.address).toBe('Sheet1!A1,Sheet1!A5');
    });
    const run = Excel.run(async context => {
      context.workbook.getSelectedRange().load('address');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'InvalidSelection' });
  });
});

describe('application', () => {
  test('calculation is suspended for one sync', async () => {
    const { book } = excel;
    book.enter(book.activeSheet, 0, 1, '=A1*2');
    const seen: unknown[] = [];
    const stop = book.on(event => {
      if (event.kind === 'cellsChanged') seen.push(book.activeSheet.value(0, 1));
    });
    await Excel.run(async context => {
      context.application.suspendApiCalculationUntilNextSync();
      context.application.suspendScreenUpdatingUntilNextSync();
      context.workbook.worksheets.getFirst().getRange('A1').values = [[21]];
      await context.sync();
    });
    stop();
    expect(seen).toEqual([0]);
    expect(book.activeSheet.value(0, 1)).toBe(42);
  });

  test('manual calculation waits for calculate', async () => {
    const { book } = excel;
    book.enter(book.activeSheet, 0, 1, '=A1*2');
    await Excel.run(async context => {
      const { application } = context;
      application.calculationMode = 'Manual';
      const range = context.workbook.worksheets.getFirst().getRange('A1:B1');
      range.values = [[5, null]];
      application.load('calculationMode,calculationState');
      range.load('values');
      await context.sync();
      expect(application.calculationMode).toBe('Manual');
      expect(application.calculationState).toBe('Done');
      expect(range.values).toEqual([[5, 0]]);
      application.calculationMode = 'Automatic';
      application.calculate('Full');
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[5, 10]]);
    });
  });

  test('culture follows the workbook', async () => {
    excel.book.locale = 'zh-CN';
    await Excel.run(async context => {
      const { cultureInfo } = context.application;
      cultureInfo.load('name');
      cultureInfo.datetimeFormat.load('shortDatePattern');
      await context.sync();
      expect(cultureInfo.name).toBe('zh-CN');
      expect(cultureInfo.datetimeFormat.shortDatePattern).toBe('yyyy/M/d');
    });
  });

  test('worksheet functions are calculated by the book', async () => {
    const { book } = excel;
    book.setCells(
      book.activeSheet,
      { row: 0, column: 0, rowCount: 1, columnCount: 3 },
      [[1, 2, 3.5]],
      'user',
    );
    await Excel.run(async context => {
      const range = context.workbook.worksheets.getFirst().getRange('A1:C1');
      const date = context.workbook.functions.date(2024, 3, 5).load('value');
      const sum = context.workbook.functions.sum(range, 10).load('value');
      const wrong = context.workbook.functions.sqrt(-1).load('value,error');
      await context.sync();
      expect(date.value).toBe(45356);
      expect(sum.value).toBe(16.5);
      expect(wrong.error).toBe('#NUM!');
    });
  });
});
