import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});

afterEach(() => excel.stop());

test('a name for a range: added, read, hidden, deleted', async () => {
  await Excel.run(async context => {
    const sheet = context.workbook.worksheets.getFirst();
    const added = context.workbook.names.add('Tiercel_Limits', sheet.getRange('A1:B3'), 'limits');
    added.visible = false;
    added.load('name,formula,value,type,visible,comment,scope');
    const range = added.getRange().load('address');
    await context.sync();
    expect(added.toJSON()).toMatchObject({
      name: 'Tiercel_Limits',
      formula: '=Sheet1!$A$1:$B$3',
      value: 'Sheet1!$A$1:$B$3',
      type: 'Range',
      visible: false,
      comment: 'limits',
      scope: 'Workbook',
    });
    expect(range.address).toBe('Sheet1!A1:B3');
    context.workbook.names.load('items/name');
    await context.sync();
    expect(context.workbook.names.items.map(each => each.name)).toEqual(['Tiercel_Limits']);
    context.workbook.names.getItem('tiercel_limits').delete();
    await context.sync();
  });
  expect(excel.book.names).toEqual([]);
});

test('a name for a constant is not a range', async () => {
  await Excel.run(async context => {
    const added = context.workbook.names.add('Days', '=30*12').load('type,value');
    const text = context.workbook.names.add('Currency', '="CNY"').load('type,value');
    const none = added.getRangeOrNullObject();
    await context.sync();
    expect([added.type, added.value]).toEqual(['Double', 360]);
    expect([text.type, text.value]).toEqual(['String', 'CNY']);
    expect(none.isNullObject).toBe(true);
  });
});

test('names of a sheet are apart from those of the workbook', async () => {
  await Excel.run(async context => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.names.add('Total', sheet.getRange('C9'));
    const own = sheet.names.getItem('Total').load('scope');
    const ofWorkbook = context.workbook.names.getItemOrNullObject('Total');
    const count = context.workbook.names.getCount();
    await context.sync();
    expect(own.scope).toBe('Worksheet');
    expect(ofWorkbook.isNullObject).toBe(true);
    expect(count.value).toBe(0);
  });
});

test('a formula may be changed; a name taken or impossible is refused', async () => {
  const add = (name: string): Promise<void> =>
    Excel.run(async context => {
      context.workbook.names.add(name, '=1');
      await context.sync();
    });
  await add('Rate');
  await Excel.run(async context => {
    const name = context.workbook.names.getItem('Rate');
    name.formula = '=Sheet1!$A$1';
    name.load('value');
    await context.sync();
    expect(name.value).toBe('Sheet1!$A$1');
  });
  await expect(add('rate')).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
  await expect(add('A1')).rejects.toMatchObject({ code: 'InvalidArgument' });
});
