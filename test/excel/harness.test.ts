import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningExcel, startExcel } from './harness';

let excel: RunningExcel;

beforeAll(async () => {
  excel = await startExcel();
});

afterAll(() => excel.stop());

test('an unmodified Office.js starts in well under a second', async () => {
  const start = performance.now();
  const other = await startExcel({ locale: 'zh-CN' });
  const elapsed = performance.now() - start;
  expect(other.Office.context.displayLanguage).toBe('zh-CN');
  other.stop();
  expect(elapsed).toBeLessThan(3000);
});

test('it writes and reads cells', async () => {
  await Excel.run(async context => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:B2').values = [
      ['Customer', 'Amount'],
      ['远东', 12.5],
    ];
    await context.sync();
    const used = sheet.getUsedRange();
    used.load('address, values');
    await context.sync();
    expect(used.address).toBe('Sheet1!A1:B2');
    expect(used.values).toEqual([
      ['Customer', 'Amount'],
      ['远东', 12.5],
    ]);
  });
});
