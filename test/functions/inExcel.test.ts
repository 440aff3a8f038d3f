/** The formulas as Excel calls them: through an unmodified Office.js, functions.json and the emulated Excel. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { functionsMetadata } from '../../scripts/functionsMetadata';
import { customFunctions } from '../../src/functions/functions';
import type { CellValue, CustomFunctionArgument } from '../../src/workbench/book/types';
import { type RunningExcel, startExcel } from '../excel/harness';

/** 2013-06-30. */
const asOf = 41_455;

/** Excel on the web hands an empty cell as null, desktop Excel as 0. */
describe.each([null, 0] as const)('where an empty cell arrives as %s', emptyCell => {
  let excel: RunningExcel;
  const call = (name: string, ...args: CustomFunctionArgument[]): Promise<CellValue | CellValue[][]> =>
    excel.host.functions.invoke(`TIERCEL.${name}`, args, 'Sheet1!A1');
  const column = (...cells: CellValue[]) => cells.map(cell => [cell]);

  beforeAll(async () => {
    excel = await startExcel({
      host: { emptyCell },
      functions: {
        metadata: await functionsMetadata('en'),
        namespace: 'TIERCEL',
        implementations: customFunctions,
      },
    });
  });
  afterAll(() => excel.stop());

  test('all functions are there', () => {
    for (const id of Object.keys(customFunctions))
      expect(excel.host.functions.has(`TIERCEL.${id}`)).toBe(true);
  });

  // Calls are made together: Office.js hands their results in at most every 200 ms.

  test('DSO and TURNOVER give a number, with optional arguments left out in the middle', async () => {
    const answers = await Promise.all([
      call('DSO', [[5_119.85]], [[78_704.45]]),
      call('DSO', 212_000, [[70_000, 80_000, 100_000]], 30, 'countback'),
      call('DSO', column(1_000, 3_000), 2_000, undefined, 'average'),
      call('TURNOVER', 16_000, column(6_000, 10_000)),
    ]);
    expect(answers[0]).toBeCloseTo(23.7438321467, 9);
    expect(answers[1]).toBeCloseTo(73.714285714, 8);
    expect(answers.slice(2)).toEqual([365, 1.6]);
  });

  test('AGING spills a row, and a table in which missing dates are unplaced and empty rows nothing', async () => {
    const due = column(asOf, asOf - 31, null, null);
    const amounts = column(100, 50.25, 25, null);
    const [row, table] = await Promise.all([
      call('AGING', due, amounts, asOf),
      call('AGING', due, amounts, [[asOf]], column('Acme', 'Baker', 'Acme', null)),
    ]);
    expect(row).toEqual([[100, 0, 50.25, 0, 0, 25]]);
    expect(table).toEqual([
      ['Customer', 'Not due', '1–30', '31–60', '61–90', '90+', 'Unapplied credits', 'Unplaced', 'Total'],
      ['Acme', 100, 0, 0, 0, 0, 0, 25, 125],
      ['Baker', 0, 0, 50.25, 0, 0, 0, 0, 50.25],
    ]);
  });

  test('an error in an input cell is named with its argument and row', async () => {
    const answers = await Promise.all([
      call('AGING', column(asOf, { error: '#N/A' }), column(1, 2), asOf),
      call('DSO', 1, { error: '#REF!' }),
      call('AGING', [[asOf]], [[1]], { error: '#NAME?' }),
    ]);
    expect(answers).toEqual([
      { error: '#VALUE!', message: 'due_dates, row 2: the cell holds the error #N/A. Correct it there.' },
      { error: '#VALUE!', message: 'sales, row 1: the cell holds the error #REF!. Correct it there.' },
      { error: '#VALUE!', message: 'as_of: the cell holds the error #NAME?. Correct it there.' },
    ]);
  });

  test('rows of a spilled array have errors of their own', async () => {
    const [buckets, tiers] = await Promise.all([
      call('AGINGBUCKET', column(asOf, { error: '#N/A' }, asOf - 1), asOf),
      call('TIER', column(81, { error: '#DIV/0!' })),
    ]);
    expect(buckets).toEqual([
      ['Not due'],
      [{ error: '#VALUE!', message: 'due_dates, row 2: the cell holds the error #N/A. Correct it there.' }],
      ['1–30'],
    ]);
    expect(tiers).toEqual([
      ['A'],
      [{ error: '#VALUE!', message: 'scores, row 2: the cell holds the error #DIV/0!. Correct it there.' }],
    ]);
  });

  test('zero denominators and missing answers have errors of their own', async () => {
    const answers = await Promise.all([
      call('DSO', 1, 0),
      call('DSO', 251, [[70, 80, 100]], 30, 'countback'),
      call('CONCENTRATION', [[0]]),
    ]);
    expect(answers).toEqual([
      { error: '#DIV/0!' },
      {
        error: '#N/A',
        message: 'The receivables exceed all sales given by 1. Give sales of earlier periods as well.',
      },
      { error: '#N/A', message: 'amounts: nothing is above 0, so nobody has a share.' },
    ]);
  });

  test('CONCENTRATION and RISKSCORE answer by their options', async () => {
    const policy = [
      ['Factor', 'Weight', 'Best value', 'Worst value', 'If missing'],
      ['Overdue share', 60, 0, 0.5, null],
      ['Years', 40, 10, 0, 'earns nothing'],
    ];
    const values = [
      [0.1, 5],
      ['n/a', 5],
    ];
    const headers = [['Overdue share', 'Years']];
    const answers = await Promise.all([
      call('CONCENTRATION', column(3, 1), column('A', 'B')),
      call('CONCENTRATION', column(3, 1), undefined, 'hhi'),
      call('RISKSCORE', values, headers, policy),
      call('RISKSCORE', values, headers, policy, 'reasons'),
    ]);
    expect(answers).toEqual([
      [[0.75]],
      [[6_250]],
      [[68], [50]],
      [['Years −20.0; Overdue share −12.0'], ['Years −50.0']],
    ]);
  });
});

test('formulas calculate in cells, and one feeds the next', async () => {
  const excel = await startExcel({
    locale: 'zh-CN',
    functions: {
      metadata: await functionsMetadata('zh'),
      namespace: 'TIERCEL',
      implementations: customFunctions,
    },
  });
  const { book } = excel;
  const sheet = book.activeSheet;
  const rows = [
    ['Acme', asOf - 40, 300],
    ['Baker', asOf + 5, 100],
    ['acme', asOf - 10, 100],
  ];
  book.setCells(sheet, { row: 0, column: 0, rowCount: 3, columnCount: 3 }, rows, 'user');
  book.enter(sheet, 0, 4, '=TIERCEL.AGING(B1:B3,C1:C3,DATE(2013,6,30),A1:A3,,FALSE)');
  book.enter(sheet, 4, 4, '=TIERCEL.CONCENTRATION(C1:C3,A1:A3)');
  book.enter(sheet, 5, 4, '=TIERCEL.TIER(E5*100)');
  book.enter(sheet, 6, 4, '=TIERCEL.DSO(C1,0)');
  await excel.host.idle();

  const spilled = [0, 1].map(row => [4, 5, 6, 7, 8, 9, 10, 11, 12].map(column => sheet.value(row, column)));
  expect(spilled).toEqual([
    ['Acme', 0, 100, 300, 0, 0, 0, 0, 400],
    ['Baker', 100, 0, 0, 0, 0, 0, 0, 100],
  ]);
  expect(sheet.value(4, 4)).toBe(0.8);
  expect(sheet.value(5, 4)).toBe('A');
  expect(sheet.value(6, 4)).toEqual({ error: '#DIV/0!' });
  excel.stop();
});
