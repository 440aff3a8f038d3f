import { afterEach, beforeEach, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { createBook } from '../../../src/workbench/book/book';
import { EntryRefusal } from '../../../src/workbench/book/refusals';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});

afterEach(() => excel.stop());

function onRange<T>(
  address: string,
  work: (range: Excel.Range, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return Excel.run(context => work(context.workbook.worksheets.getFirst().getRange(address), context));
}

const setRule = (address: string, rule: Excel.DataValidationRule, more: Partial<Excel.DataValidation> = {}) =>
  onRange(address, async (range, context) => {
    range.dataValidation.set({ ...more, rule } as Excel.Interfaces.DataValidationUpdateData);
    await context.sync();
  });

const enter = (row: number, column: number, text: string) =>
  excel.book.enter(excel.book.activeSheet, row, column, text);

test('a list lets in its entries only, and says why', async () => {
  await setRule(
    'B2:B5',
    { list: { inCellDropDown: true, source: 'High,Medium,Low' } },
    {
      errorAlert: {
        title: 'Severity',
        message: 'Choose high, medium or low.',
        showAlert: true,
        style: 'Stop',
      },
      prompt: { title: 'Severity', message: 'How bad is it?', showPrompt: true },
    },
  );
  expect(excel.book.listEntries(excel.book.activeSheet, 1, 1)).toEqual(['High', 'Medium', 'Low']);
  enter(1, 1, 'Medium');
  expect(() => enter(2, 1, 'Grim')).toThrow(EntryRefusal);
  expect(() => enter(2, 1, 'Grim')).toThrow('Choose high, medium or low.');
  expect(excel.book.activeSheet.value(2, 1)).toBeNull();
  enter(1, 2, 'Grim');
  await onRange('B2:B5', async (range, context) => {
    range.dataValidation.load();
    await context.sync();
    expect(range.dataValidation.toJSON()).toEqual({
      type: 'List',
      rule: { list: { inCellDropDown: true, source: 'High,Medium,Low' } },
      errorAlert: {
        title: 'Severity',
        message: 'Choose high, medium or low.',
        showAlert: true,
        style: 'Stop',
      },
      prompt: { title: 'Severity', message: 'How bad is it?', showPrompt: true },
      ignoreBlanks: true,
      valid: true,
    });
  });
});

test('the entries of a list come from cells, which may be on another sheet, and change with them', async () => {
  const { book } = excel;
  const lists = book.addSheet('Lists');
  book.setCells(lists, { row: 0, column: 0, rowCount: 3, columnCount: 1 }, [['A'], ['B'], ['']], 'user');
  await setRule('C1', { list: { inCellDropDown: true, source: '=Lists!$A$1:$A$3' } });
  expect(book.listEntries(book.activeSheet, 0, 2)).toEqual(['A', 'B']);
  enter(0, 2, 'b');
  book.setCells(lists, { row: 2, column: 0, rowCount: 1, columnCount: 1 }, [['D']], 'user');
  enter(0, 2, 'D');
  book.renameSheet(lists, 'Tiers');
  expect(book.listEntries(book.activeSheet, 0, 2)).toEqual(['A', 'B', 'D']);
});

test.each<[string, Excel.DataValidationRule, string[], string[]]>([
  [
    'whole numbers between two',
    { wholeNumber: { formula1: 0, formula2: 90, operator: 'Between' } },
    ['0', '90', '=9*10'],
    ['91', '1.5', 'x', '-1'],
  ],
  [
    'numbers above a cell',
    { decimal: { formula1: '=$A$1', operator: 'GreaterThan' } },
    ['10.5'],
    ['10', 'x'],
  ],
  [
    'dates from a day on',
    { date: { formula1: '2024-01-01', operator: 'GreaterThanOrEqualTo' } },
    ['2024-01-01', '2025-06-30'],
    ['2023-12-31', 'soon'],
  ],
  [
    'texts up to a length',
    { textLength: { formula1: 3, operator: 'LessThanOrEqualTo' } },
    ['abc', '123'],
    ['abcd'],
  ],
  ['what a formula allows', { custom: { formula: '=B2>=A2' } }, ['7'], ['3']],
])('%s', async (_, rule, good, bad) => {
  const { book } = excel;
  book.setCells(book.activeSheet, { row: 0, column: 0, rowCount: 2, columnCount: 1 }, [[10], [5]], 'user');
  await setRule('B2:B9', rule);
  for (const text of good) {
    if (rule.custom)
      book.setCells(book.activeSheet, { row: 1, column: 1, rowCount: 1, columnCount: 1 }, [[7]], 'user');
    enter(1, 1, text);
  }
  for (const text of bad) {
    if (rule.custom)
      book.setCells(book.activeSheet, { row: 1, column: 1, rowCount: 1, columnCount: 1 }, [[3]], 'user');
    expect(() => enter(1, 1, text)).toThrow(EntryRefusal);
  }
});

test('rules that only warn let everything in; cells that break a rule are found', async () => {
  await setRule('A1:A3', { wholeNumber: { formula1: 5, operator: 'GreaterThan' } }, { errorAlert: warning });
  enter(0, 0, '3');
  enter(1, 0, '8');
  await onRange('A1:A3', async (range, context) => {
    const invalid = range.dataValidation.getInvalidCellsOrNullObject().load('address');
    range.dataValidation.load('valid');
    await context.sync();
    expect(invalid.address).toBe('Sheet1!A1');
    expect(range.dataValidation.valid).toBeNull();
  });
});

const warning = { title: '', message: '', showAlert: true, style: 'Warning' as const };

test('rules follow inserted rows, are cut by clearing, and tell of mixed cells', async () => {
  await setRule('B2:B5', { list: { inCellDropDown: true, source: 'A,B' } });
  excel.book.insertRows(excel.book.activeSheet, 0, 2);
  expect(excel.book.activeSheet.dataValidations[0].areas).toEqual([
    { row: 3, column: 1, rowCount: 4, columnCount: 1 },
  ]);
  await onRange('B5', async (range, context) => {
    range.dataValidation.clear();
    await context.sync();
  });
  expect(excel.book.listEntries(excel.book.activeSheet, 4, 1)).toEqual([]);
  expect(excel.book.listEntries(excel.book.activeSheet, 5, 1)).toEqual(['A', 'B']);
  await onRange('B4:B7', async (range, context) => {
    range.dataValidation.load('type,rule');
    await context.sync();
    expect(range.dataValidation.type).toBe('Inconsistent');
  });
});

test('another program reads the rules, and they come back', async () => {
  await setRule('B2:B5', { list: { inCellDropDown: true, source: 'High,"Very" high' } });
  await setRule(
    'C2',
    { wholeNumber: { formula1: 0, formula2: '=$A$1', operator: 'NotBetween' } },
    {
      ignoreBlanks: false,
      errorAlert: { title: 'Days <>', message: 'Not “so”', showAlert: true, style: 'Information' },
    },
  );
  await setRule('D2:D3', { custom: { formula: '=D2<>""' } });
  await setRule('E2', { date: { formula1: '2024-06-30', operator: 'LessThan' } });
  const bytes = await saveWorkbook(excel.book);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  expect(sheet.getCell('B3').dataValidation).toMatchObject({
    type: 'list',
    formulae: ['"High,""Very"" high"'],
  });
  expect(sheet.getCell('C2').dataValidation).toMatchObject({
    type: 'whole',
    operator: 'notBetween',
    errorStyle: 'information',
    error: 'Not “so”',
  });

  const again = createBook();
  await openWorkbook(bytes, 'again.xlsx', again);
  const said = (book: typeof again) => book.sheets[0].dataValidations.map(({ id: _, ...rule }) => rule);
  expect(said(again)).toEqual(said(excel.book));
});

test('what Excel refuses is refused', async () => {
  const invalid = { code: 'InvalidArgument' };
  await expect(setRule('A1', {})).rejects.toMatchObject(invalid);
  await expect(setRule('A1', { wholeNumber: { formula1: 1, operator: 'Between' } })).rejects.toMatchObject(
    invalid,
  );
});
