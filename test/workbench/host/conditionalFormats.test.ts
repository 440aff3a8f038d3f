import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type RunningExcel, startExcel } from '../../excel/harness';
import { onSheet } from './onSheet';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
  excel.book.setCells(
    excel.book.activeSheet,
    { row: 0, column: 0, rowCount: 3, columnCount: 1 },
    [[10], [200], [30]],
    'user',
  );
});

afterEach(() => excel.stop());

function addRule(range: Excel.Range, formula: string, fill: string): Excel.ConditionalFormat {
  const format = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
  format.custom.rule.formula = formula;
  format.custom.format.fill.color = fill;
  return format;
}

test('a custom rule colours the cells that meet it', async () => {
  await onSheet(async (sheet, context) => {
    const format = addRule(sheet.getRange('A1:A3'), '=$A1>100', '#FFC7CE');
    format.custom.format.font.color = '#9C0006';
    format.custom.format.font.bold = true;
    format.stopIfTrue = true;
    await context.sync();
    format.load('id,type,priority,stopIfTrue');
    format.custom.rule.load('formula');
    format.custom.format.fill.load('color');
    const range = format.getRange().load('address');
    await context.sync();
    expect([format.type, format.priority, format.stopIfTrue]).toEqual(['Custom', 0, true]);
    expect(format.custom.rule.formula).toBe('=$A1>100');
    expect(format.custom.format.fill.color).toBe('#FFC7CE');
    expect(range.address).toBe('Sheet1!A1:A3');
  });
  const { book } = excel;
  const styles = [0, 1, 2].map(row => book.conditionalStyle(book.activeSheet, row, 0));
  expect(styles).toEqual([{}, { fill: '#FFC7CE', fontColor: '#9C0006', bold: true }, {}]);
});

test('rules are listed where they touch, found by id, counted and deleted', async () => {
  await onSheet(async (sheet, context) => {
    addRule(sheet.getRange('A1:A3'), '=A1>1', '#111111');
    addRule(sheet.getRange('C1:C3'), '=C1>1', '#222222');
    const all = sheet.getRange().conditionalFormats.load('items/id,items/type');
    const some = sheet.getRange('A2').conditionalFormats.load('items/id');
    const count = sheet.getRange('B1').conditionalFormats.getCount();
    await context.sync();
    expect(all.items.length).toBe(2);
    expect(some.items.length).toBe(1);
    expect(count.value).toBe(0);
    const [first] = some.items;
    const found = sheet.getRange('A1').conditionalFormats.getItem(first.id).load('id');
    const elsewhere = sheet.getRange('C1').conditionalFormats.getItemOrNullObject(first.id);
    await context.sync();
    expect(found.id).toBe(first.id);
    expect(elsewhere.isNullObject).toBe(true);
    found.delete();
    await context.sync();
    expect(excel.book.activeSheet.conditionalFormats.length).toBe(1);
    sheet.getRange().conditionalFormats.clearAll();
    await context.sync();
  });
  expect(excel.book.activeSheet.conditionalFormats).toEqual([]);
});

test('the newest rule comes first; a changed priority moves the others', async () => {
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:A3');
    const first = addRule(range, '=A1>1', '#111111');
    const second = addRule(range, '=A1>2', '#222222');
    const third = addRule(range, '=A1>3', '#333333');
    const order = async (): Promise<(number | undefined)[]> => {
      for (const each of [first, second, third]) each.load('priority');
      await context.sync();
      return [first.priority, second.priority, third.priority];
    };
    expect(await order()).toEqual([2, 1, 0]);
    first.priority = 0;
    expect(await order()).toEqual([0, 2, 1]);
    first.priority = -1;
    expect(await order()).toEqual([2, 1, 0]);
  });
});

test('a rule over several areas has no single range', async () => {
  await onSheet(async (sheet, context) => {
    const format = sheet.getRanges('A1:A3,C1').conditionalFormats.add('Custom');
    format.custom.rule.formula = '=A1>1';
    const ranges = format.getRanges().load('address');
    const none = format.getRangeOrNullObject();
    await context.sync();
    expect(ranges.address).toBe('Sheet1!A1:A3,Sheet1!C1');
    expect(none.isNullObject).toBe(true);
  });
});

test('other kinds of rules are null objects on a custom one, and cannot be added', async () => {
  await onSheet(async (sheet, context) => {
    const format = addRule(sheet.getRange('A1'), '=TRUE', '#111111');
    await context.sync();
    const bar = format.dataBarOrNullObject.load('showDataBarOnly');
    await context.sync();
    expect(bar.isNullObject).toBe(true);
  });
  const run = onSheet(async (sheet, context) => {
    sheet.getRange('A1').conditionalFormats.add('DataBar');
    await context.sync();
  });
  await expect(run).rejects.toMatchObject({
    message: "NotImplemented: ConditionalFormatCollection.add('DataBar')",
  });
});

test('Range.clear takes conditional formats off its cells as Excel does; clearing contents leaves them', async () => {
  await onSheet(async (sheet, context) => {
    const format = addRule(sheet.getRange('A1:A3'), '=$A1>5', '#FFC7CE');
    sheet.getRange('A1:A3').clear(Excel.ClearApplyTo.contents);
    await context.sync();
    format.getRange().load('address');
    sheet.getRange('A1').clear();
    const left = format.getRange().load('address');
    format.custom.rule.load('formula');
    await context.sync();
    expect([left.address, format.custom.rule.formula]).toEqual(['Sheet1!A2:A3', '=$A2>5']);
    sheet.getRange('A1:C9').clear(Excel.ClearApplyTo.formats);
    const count = sheet.getRange().conditionalFormats.getCount();
    await context.sync();
    expect(count.value).toBe(0);
  });
});
