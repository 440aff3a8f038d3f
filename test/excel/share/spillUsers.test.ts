/** What besides cells uses what TIERCEL formulas spill, found before they are frozen. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findSpillUsers } from '../../../src/excel/share/spillUsers';
import { findTiercelFormulas } from '../../../src/excel/share/tiercelFormulas';
import { tiercelFunctions } from '../../tiercelFunctions';
import { type RunningExcel, startExcel, value } from '../harness';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel({ functions: await tiercelFunctions() });
});
afterEach(() => excel.stop());

const area = (row: number, column: number, rowCount = 1, columnCount = 1) => ({
  row,
  column,
  rowCount,
  columnCount,
});

const users = async () => {
  await excel.book.idle();
  return value(await findSpillUsers(value(await findTiercelFormulas())));
};

const list = (source: string) => ({
  type: 'List' as const,
  operator: 'Between' as const,
  formula1: source,
  formula2: '',
  inCellDropDown: true,
  ignoreBlanks: true,
  errorAlert: { showAlert: true, style: 'Stop' as const, title: '', message: '' },
  prompt: { showPrompt: false, title: '', message: '' },
});

const spilling = '=TIERCEL.AGINGBUCKET({45000;45010;45100},45030)';

test('names, entry lists and formats are named, wherever they stand; what reads something else is not', async () => {
  const { book } = excel;
  const sheet = book.activeSheet;
  const other = book.addSheet("Bob's 表");
  book.setCells(sheet, area(0, 3), [[spilling]], 'user');
  book.setCells(sheet, area(0, 8), [['=SEQUENCE(3)']], 'user');
  for (let row = 0; row < 9; row += 1) book.enter(other, row, 0, String(row));
  book.addName('Buckets', '=Sheet1!$D$1#');
  book.addName('Numbers', '=Sheet1!$I$1#');
  book.setDataValidation(other, [area(2, 0, 4)], list('=Sheet1!$D$1#'));
  book.setDataValidation(other, [area(7, 0)], list('=Buckets'));
  book.setDataValidation(sheet, [area(0, 0, 5)], list('=$I$1#'));
  book.addConditionalFormat(sheet, {
    areas: [area(0, 1, 4)],
    stopIfTrue: false,
    formula: '=COUNTIF($D$1#,B1)>0',
    format: { bold: true },
  });
  const found = await users();
  expect(found).toContainEqual({ kind: 'name', name: 'Buckets' });
  expect(found).toContainEqual({ kind: 'format', sheetName: 'Sheet1', address: 'B1:B4' });
  const lists = found.filter(({ kind }) => kind === 'validation');
  expect(lists.every(user => user.kind === 'validation' && user.sheetName === "Bob's 表")).toBe(true);
  const rows = lists.flatMap(user => (user.kind === 'validation' ? rowsOf(user.address) : []));
  expect(rows.sort()).toEqual([3, 4, 5, 6, 8]);
  expect(found).toHaveLength(lists.length + 2);
});

const rowsOf = (address: string): number[] => {
  const [first, last = first] = address.split(':').map(cell => Number(cell.replace(/\D/g, '')));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
};

test('a name that stands for a formula is one; a formula in one cell has no such users', async () => {
  const { book } = excel;
  book.setCells(book.activeSheet, area(0, 3), [['=TIERCEL.DSO(8000,16000,30)']], 'user');
  expect(await users()).toEqual([]);
  book.addName('Days', '=TIERCEL.DSO(8000,16000,30)');
  expect(await users()).toEqual([{ kind: 'name', name: 'Days' }]);
});
