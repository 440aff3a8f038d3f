import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type RunningExcel, startExcel } from '../../excel/harness';
import { onSheet } from './onSheet';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});

afterEach(() => excel.stop());

/** The addresses that some ranges have. */
function addresses(make: (sheet: Excel.Worksheet) => Excel.Range[]): Promise<string[]> {
  return onSheet(async (sheet, context) => {
    const ranges = make(sheet);
    for (const range of ranges) range.load('address');
    await context.sync();
    return ranges.map(range => range.address.replace('Sheet1!', ''));
  });
}

describe('values', () => {
  test('an empty cell is "", an error its text, a date its serial', async () => {
    excel.book.setCells(
      excel.book.activeSheet,
      { row: 0, column: 0, rowCount: 1, columnCount: 5 },
      [['text', 1.5, true, '=1/0', 45356]],
      'user',
    );
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:F1').load('values,valueTypes,formulas');
      await context.sync();
      expect(range.values).toEqual([['text', 1.5, true, '#DIV/0!', 45356, '']]);
      expect(range.valueTypes).toEqual([['String', 'Double', 'Boolean', 'Error', 'Double', 'Empty']]);
      expect(range.formulas).toEqual([['text', 1.5, true, '=1/0', 45356, '']]);
    });
  });

  test('what was not loaded cannot be read', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1').load('address');
      await context.sync();
      expect(() => range.values).toThrow(/not available|has not been loaded/);
    });
  });

  test('null leaves a cell, "" empties it, "=…" is a formula', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:D1').values = [[1, 2, 3, 4]];
      sheet.getRange('A1:D1').values = [[null, '', '=A1+3', 5]];
      const range = sheet.getRange('A1:D1').load('values,formulas');
      await context.sync();
      expect(range.values).toEqual([[1, '', 4, 5]]);
      expect(range.formulas).toEqual([[1, '', '=A1+3', 5]]);
    });
  });

  test('one plain value is written to every cell', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      range.values = 7 as unknown as number[][];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([
        [7, 7],
        [7, 7],
      ]);
    });
  });

  test.each([
    ['too few rows', [[1, 2]]],
    ['too few columns', [[1], [2]]],
    ['ragged rows', [[1, 2], [3]]],
    [
      'too many columns',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
  ])('%s are InvalidArgument', async (_, values) => {
    await expect(
      onSheet(async (sheet, context) => {
        sheet.getRange('A1:B2').values = values;
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  test.each<[string, unknown, string]>([
    ['12', 12, 'General'],
    ['00123', 123, 'General'],
    ['12%', 0.12, '0%'],
    ['2024-03-05', 45356, 'm/d/yyyy'],
    ['true', true, 'General'],
    ['#N/A', '#N/A', 'General'],
    ["'00123", '00123', 'General'],
    ['1–30', '1–30', 'General'],
    ['90+', '90+', 'General'],
    ['INV-001', 'INV-001', 'General'],
  ])('the text %j is read as if it were typed: %j', async (text, value, format) => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1');
      range.values = [[text]];
      range.load('values,numberFormat');
      await context.sync();
      expect([range.values, range.numberFormat]).toEqual([[[value]], [[format]]]);
    });
  });

  test('the text "1-2" is a day of this year: what an ageing bucket must not be called', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1');
      range.values = [['1-2']];
      range.load('valueTypes,numberFormat');
      await context.sync();
      expect([range.valueTypes, range.numberFormat]).toEqual([[['Double']], [['d-mmm']]]);
    });
  });

  test('in a cell formatted as text it stays as it is', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:A2');
      range.numberFormat = [['@'], ['0.00']];
      range.values = [['00123'], ['00123']];
      range.load('values,numberFormat');
      await context.sync();
      expect(range.values).toEqual([['00123'], [123]]);
      expect(range.numberFormat).toEqual([['@'], ['0.00']]);
    });
  });

  test('text shows the number format', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B1');
      range.values = [[0.125, 45356]];
      range.numberFormat = [['0.0%', 'yyyy-mm-dd']];
      range.load('text,numberFormat');
      await context.sync();
      expect(range.text).toEqual([['12.5%', '2024-03-05']]);
      expect(range.numberFormat).toEqual([['0.0%', 'yyyy-mm-dd']]);
    });
  });

  test('a number format may be one for all cells, and General takes it away', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:A3');
      range.numberFormat = '0.00' as unknown as string[][];
      sheet.getRange('A2').numberFormat = [['General']];
      range.load('numberFormat');
      await context.sync();
      expect(range.numberFormat).toEqual([['0.00'], ['General'], ['0.00']]);
      expect(excel.book.activeSheet.style(1, 0)).toEqual({});
    });
  });

  test('whole columns have no values, as in Excel', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1').values = [[1]];
      const range = sheet.getRange('A:B').load('values,isEntireColumn,cellCount,rowCount');
      await context.sync();
      expect(range.values).toBeNull();
      expect(range.isEntireColumn).toBe(true);
      expect(range.rowCount).toBe(1_048_576);
      expect(range.cellCount).toBe(2_097_152);
    });
  });

  test('more than five million cells are refused', async () => {
    const run = onSheet(async (sheet, context) => {
      sheet.getRange('A1:Z200000').load('values');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'RangeExceedsLimit' });
  });
});

describe('neighbours', () => {
  test('cells, rows and columns of a range', async () => {
    const found = await addresses(sheet => {
      const range = sheet.getRange('B2:D5');
      return [
        range.getCell(0, 0),
        range.getCell(4, 0),
        range.getRow(1),
        range.getColumn(2),
        range.getLastRow(),
        range.getLastColumn(),
        range.getLastCell(),
        range.getEntireRow(),
        range.getEntireColumn(),
      ];
    });
    expect(found).toEqual(['B2', 'B6', 'B3:D3', 'D2:D5', 'B5:D5', 'D2:D5', 'D5', '2:5', 'B:D']);
  });

  test('ranges beside a range', async () => {
    const found = await addresses(sheet => {
      const range = sheet.getRange('C3:D4');
      return [
        range.getOffsetRange(1, -1),
        range.getResizedRange(1, 2),
        range.getAbsoluteResizedRange(1, 1),
        range.getColumnsAfter(2),
        range.getColumnsBefore(1),
        range.getRowsBelow(3),
        range.getRowsAbove(2),
        range.getBoundingRect('A1'),
        range.getIntersection('D4:F9'),
      ];
    });
    expect(found).toEqual(['B4:C5', 'C3:F5', 'C3', 'E3:F4', 'B3:B4', 'C5:D7', 'C1:D2', 'A1:D4', 'D4']);
  });

  test.each<[string, (sheet: Excel.Worksheet) => Excel.Range]>([
    ['above row 1', sheet => sheet.getRange('A1').getOffsetRange(-1, 0)],
    ['a negative size', sheet => sheet.getRange('A1:B2').getResizedRange(-2, 0)],
    ['a row outside the range', sheet => sheet.getRange('A1:B2').getRow(2)],
    ['a text that is no address', sheet => sheet.getRange('not an address')],
    ['an address of another sheet', sheet => sheet.getRange('Other!A1')],
  ])('%s is InvalidArgument', async (_, make) => {
    const run = onSheet(async (sheet, context) => {
      make(sheet).load('address');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  test('ranges that do not meet: ItemNotFound, or a null object', async () => {
    await onSheet(async (sheet, context) => {
      const none = sheet.getRange('A1').getIntersectionOrNullObject('B2');
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
    const run = onSheet(async (sheet, context) => {
      sheet.getRange('A1').getIntersection('B2').load('address');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  test('what is reached from a null object is a null object', async () => {
    await onSheet(async (sheet, context) => {
      const none = sheet.getRange('A1').getIntersectionOrNullObject('B2');
      const cell = none.getCell(0, 0).load('values');
      await context.sync();
      expect(cell.isNullObject).toBe(true);
    });
  });
});

describe('used range', () => {
  test('of a blank sheet it is A1, or a null object', async () => {
    await onSheet(async (sheet, context) => {
      const used = sheet.getUsedRange().load('address');
      const orNull = sheet.getUsedRangeOrNullObject();
      await context.sync();
      expect(used.address).toBe('Sheet1!A1');
      expect(orNull.isNullObject).toBe(true);
    });
  });

  test('it spans all content, and formats unless values are meant', async () => {
    const found = await addresses(sheet => {
      sheet.getRange('B3').values = [[1]];
      sheet.getRange('D7').values = [['x']];
      sheet.getRange('F9').format.fill.color = '#FF0000';
      return [
        sheet.getUsedRange(true),
        sheet.getUsedRange(false),
        sheet.getRange('A1:C9').getUsedRange(true),
        sheet.getRange('D:D').getUsedRange(true),
      ];
    });
    expect(found).toEqual(['B3:D7', 'B3:F9', 'B3', 'D7']);
  });

  test('a range with nothing in it has none', async () => {
    const run = onSheet(async (sheet, context) => {
      sheet.getRange('A1').values = [[1]];
      sheet.getRange('C3:D4').getUsedRange().load('address');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  test('the surrounding region ends at empty rows and columns', async () => {
    const found = await addresses(sheet => {
      sheet.getRange('B2:D4').values = [
        ['a', 'b', 'c'],
        [1, '', 3],
        ['', 2, ''],
      ];
      sheet.getRange('F2').values = [['apart']];
      sheet.getRange('B6').values = [['apart']];
      return [sheet.getRange('C3').getSurroundingRegion(), sheet.getRange('F2').getSurroundingRegion()];
    });
    expect(found).toEqual(['B2:D4', 'F2']);
  });
});

describe('spills', () => {
  test('the cell with the formula knows its spill, a spilled cell its parent', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:A3').values = [[3], [1], [2]];
      sheet.getRange('C1').formulas = [['=A1:A3*10']];
      await context.sync();
      const spill = sheet.getRange('C1').getSpillingToRange().load('address,values');
      const parent = sheet.getRange('C3').getSpillParent().load('address');
      const none = sheet.getRange('A1').getSpillingToRangeOrNullObject();
      const all = sheet.getRange('C1:C3').load('hasSpill');
      const mixed = sheet.getRange('B1:C1').load('hasSpill');
      await context.sync();
      expect(spill.address).toBe('Sheet1!C1:C3');
      expect(spill.values).toEqual([[30], [10], [20]]);
      expect(parent.address).toBe('Sheet1!C1');
      expect(none.isNullObject).toBe(true);
      expect(all.hasSpill).toBe(true);
      expect(mixed.hasSpill).toBeNull();
    });
  });
});

describe('changes', () => {
  test('clear takes contents, formats, or both', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:C1');
      range.values = [[1, 2, 3]];
      range.format.fill.color = '#FFEE00';
      sheet.getRange('A1').clear('Contents');
      sheet.getRange('B1').clear('Formats');
      sheet.getRange('C1').clear();
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([['', 2, '']]);
      const sheetOfBook = excel.book.activeSheet;
      expect([0, 1, 2].map(column => sheetOfBook.style(0, column).fill)).toEqual([
        '#FFEE00',
        undefined,
        undefined,
      ]);
    });
  });

  test('rows and columns are inserted and deleted, formulas follow', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:A2').values = [[1], ['=A1*2']];
      sheet.getRange('1:2').insert('Down');
      await context.sync();
      const moved = sheet.getRange('A4').load('formulas,values');
      await context.sync();
      expect(moved.formulas).toEqual([['=A3*2']]);
      sheet.getRange('1:2').delete('Up');
      const back = sheet.getRange('A2').load('formulas');
      await context.sync();
      expect(back.formulas).toEqual([['=A1*2']]);
    });
  });

  test('a part of a row is inserted and deleted, its neighbours shift', async () => {
    const { book } = excel;
    book.setCells(
      book.activeSheet,
      { row: 0, column: 0, rowCount: 2, columnCount: 2 },
      [
        [1, 2],
        [3, 4],
      ],
      'user',
    );
    await onSheet(async (sheet, context) => {
      const inserted = sheet.getRange('A1').insert('Right').load('address');
      sheet.getRange('B2').delete('Up');
      await context.sync();
      expect(inserted.address).toBe('Sheet1!A1');
      const range = sheet.getRange('A1:C2').load('values');
      await context.sync();
      expect(range.values).toEqual([
        ['', 1, 2],
        [3, '', ''],
      ]);
    });
  });

  test('rows and columns are hidden and shown', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A2:A3').rowHidden = true;
      sheet.getRange('C1').columnHidden = true;
      const some = sheet.getRange('A1:A3').load('rowHidden,hidden');
      const all = sheet.getRange('A2:B3').load('rowHidden,hidden');
      const column = sheet.getRange('C1').load('columnHidden');
      await context.sync();
      expect(some.rowHidden).toBeNull();
      expect(some.hidden).toBe(false);
      expect(all.rowHidden).toBe(true);
      expect(all.hidden).toBe(true);
      expect(column.columnHidden).toBe(true);
      sheet.getRange('A2:A3').rowHidden = false;
      await context.sync();
      expect([...excel.book.activeSheet.hiddenRows]).toEqual([]);
    });
  });

  test('select selects in the book', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('B2:C3').select();
      await context.sync();
    });
    expect(excel.book.selection).toEqual([{ row: 1, column: 1, rowCount: 2, columnCount: 2 }]);
  });
});

describe('format', () => {
  test('fill, font and alignment are kept and read back; mixed ones are null', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      range.format.fill.color = '#ffc7ce';
      range.format.font.color = 'red';
      range.format.font.bold = true;
      range.format.font.size = 14;
      range.format.font.name = 'Segoe UI';
      range.format.horizontalAlignment = 'Right';
      range.format.verticalAlignment = 'Top';
      range.format.wrapText = true;
      sheet.getRange('B2').format.font.bold = false;
      range.load(
        'format/fill/color,format/font/color,format/font/bold,format/font/size,format/font/name,format/horizontalAlignment,format/verticalAlignment,format/wrapText',
      );
      await context.sync();
      const { format } = range;
      expect(format.fill.color).toBe('#FFC7CE');
      expect(format.font.color).toBe('#FF0000');
      expect(format.font.bold).toBeNull();
      expect(format.font.size).toBe(14);
      expect(format.font.name).toBe('Segoe UI');
      expect(format.horizontalAlignment).toBe('Right');
      expect(format.verticalAlignment).toBe('Top');
      expect(format.wrapText).toBe(true);
      format.fill.clear();
      await context.sync();
      expect(excel.book.activeSheet.style(0, 0).fill).toBeUndefined();
    });
  });

  test('widths and heights are points: 64 pixels are 48', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B1');
      range.load('format/columnWidth,format/rowHeight');
      await context.sync();
      expect(range.format.columnWidth).toBe(48);
      expect(range.format.rowHeight).toBe(15);
      range.format.columnWidth = 75;
      sheet.getRange('B1').format.columnWidth = 30;
      range.load('format/columnWidth');
      await context.sync();
      expect(excel.book.activeSheet.columnWidths.get(0)).toBe(100);
      expect(range.format.columnWidth).toBeNull();
    });
  });

  test('autofit makes a column as wide as its longest text, Chinese counted twice', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:B1').values = [['江苏宏达机械有限公司', 'ab']];
      sheet.getRange('A:B').format.autofitColumns();
      await context.sync();
    });
    const { columnWidths } = excel.book.activeSheet;
    expect(columnWidths.get(0)).toBe(20 * 7 + 12);
    expect(columnWidths.get(1)).toBe(2 * 7 + 12);
  });

  test('borders are kept on the edges of cells', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      const bottom = range.format.borders.getItem('EdgeBottom');
      bottom.style = 'Continuous';
      bottom.weight = 'Medium';
      bottom.color = '#112233';
      bottom.load('style,weight,color');
      const top = range.format.borders.getItem('EdgeTop').load('style');
      await context.sync();
      expect([bottom.style, bottom.weight, bottom.color]).toEqual(['Continuous', 'Medium', '#112233']);
      expect(top.style).toBe('None');
    });
    const { activeSheet } = excel.book;
    expect(activeSheet.style(1, 0).borders).toEqual({ bottom: { style: 'medium', color: '#112233' } });
    expect(activeSheet.style(0, 0).borders).toBeUndefined();
  });
});

test.each<[string, (range: Excel.Range) => void]>([
  ['Range.getPivotTables', range => void range.getPivotTables().load('items')],
  ['Range.style', range => void range.load('style')],
  ['Range.merge', range => range.merge()],
  ['RangeFormat.protection', range => void range.format.protection.load('locked')],
])('%s is named as not implemented', async (member, use) => {
  const run = onSheet(async (sheet, context) => {
    use(sheet.getRange('A1'));
    await context.sync();
  });
  await expect(run).rejects.toMatchObject({ code: 'NotImplemented', message: `NotImplemented: ${member}` });
});

test('a range that is kept works over several syncs', async () => {
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:A2');
    context.trackedObjects.add(range);
    await context.sync();
    range.values = [[1], [2]];
    await context.sync();
    range.load('values,address');
    await context.sync();
    expect(range.values).toEqual([[1], [2]]);
    context.trackedObjects.remove(range);
    await context.sync();
  });
});

test('several areas have one address, one format and their own ranges', async () => {
  await onSheet(async (sheet, context) => {
    const areas = sheet.getRanges('A1:A2,C3').load('address,areaCount,cellCount');
    areas.format.fill.color = '#00FF00';
    areas.areas.load('items/address');
    await context.sync();
    expect(areas.address).toBe('Sheet1!A1:A2,Sheet1!C3');
    expect(areas.areaCount).toBe(2);
    expect(areas.cellCount).toBe(3);
    expect(areas.areas.items.map(each => each.address)).toEqual(['Sheet1!A1:A2', 'Sheet1!C3']);
  });
  expect(excel.book.activeSheet.style(2, 2).fill).toBe('#00FF00');
});
