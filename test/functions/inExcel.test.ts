/** The formulas as Excel calls them: through an unmodified Office.js, functions.json and the emulated Excel. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { customFunctions } from '../../src/functions/functions';
import { AnswerWithCards } from '../../src/workbench/book/entityCard';
import type { CellValue, CustomFunctionArgument } from '../../src/workbench/book/types';
import { type RunningExcel, startExcel } from '../excel/harness';
import { tiercelFunctions } from '../tiercelFunctions';

/** 2013-06-30. */
const asOf = 41_455;

/** Excel on the web hands an empty cell as null, desktop Excel as 0. */
describe.each([null, 0] as const)('where an empty cell arrives as %s', emptyCell => {
  let excel: RunningExcel;
  const call = async (
    name: string,
    ...args: CustomFunctionArgument[]
  ): Promise<CellValue | CellValue[][]> => {
    const answer = await excel.host.functions.invoke(`TIERCEL.${name}`, args, 'Sheet1!A1');
    return answer instanceof AnswerWithCards ? answer.value : answer;
  };
  const column = (...cells: CellValue[]) => cells.map(cell => [cell]);

  beforeAll(async () => {
    excel = await startExcel({
      host: { emptyCell },
      functions: await tiercelFunctions(),
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
      {
        error: '#N/A',
        message: 'amounts: nothing is above 0, so nobody has a share. Check that the range is the right one.',
      },
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

  test('DELAYRATE, DBT and CHURN take an empty cell for no payment and no order', async () => {
    const due = column(asOf - 60, asOf - 40, asOf - 20, asOf, null);
    const paid = column(asOf - 50, asOf - 40, null, null, null);
    const amounts = column(300, 100, 100, 900, null);
    const answers = await Promise.all([
      call('DELAYRATE', due, paid, asOf),
      call('DELAYRATE', due, paid, [[asOf]], amounts, 10),
      call('DBT', due, paid, amounts, asOf),
      call('CHURN', column('A', 'B', 'a', null), column(asOf - 40, asOf - 50, asOf, null), asOf, 30),
      call('DBT', due, column(null, null, null, null, null), amounts, asOf),
    ]);
    expect(answers).toEqual([
      2 / 3,
      0.2,
      7.5,
      0.5,
      {
        error: '#N/A',
        message:
          'paid_dates: no invoice was paid by that day, so there are no days to average. Check the date and the ranges.',
      },
    ]);
  });

  test('CEI, ALLOWANCE and ROLLRATES give the published figures', async () => {
    const matrix = [[0.003, 0.016, 0.036, 0.066, 0.106]];
    const cohort = [
      [100_000, null, null],
      [null, 50_000, null],
      [null, null, 23_000],
    ];
    const [cei, perMonth, loss, losses, rates] = await Promise.all([
      call('CEI', 6_200, column(3_390, 3_610, 3_890), 6_340, 3_590, 3),
      call('CEI', 6_200, 3_630, 6_340, 3_590),
      call('ALLOWANCE', [[15_000_000, 7_500_000, 4_000_000, 2_500_000, 1_000_000]], matrix),
      call(
        'ALLOWANCE',
        [
          [1_000, null, null, null, 500],
          [null, 1_000, null, null, null],
        ],
        matrix,
      ),
      call('ROLLRATES', cohort),
    ]);
    expect(cei).toBeCloseTo(0.5592948717948718, 12);
    expect(perMonth).toBeCloseTo(0.5592948717948718, 12);
    expect(loss).toEqual([[580_000]]);
    expect(losses).toEqual([[56], [16]]);
    expect(rates).toEqual([[0.23, 0.46, 1]]);
  });

  test('ALTMANZ, ANOMALY and CREDITLIMIT answer a row or cell each', async () => {
    const [z, rows, scores, limits] = await Promise.all([
      call('ALTMANZ', 4.2, 0.8, 6.5, 7, 8.3, 3.5, 5),
      call(
        'ALTMANZ',
        ...[4.2, 0.8, 6.5, 7].map(each => column(each, 'n/a')),
        null,
        column(3.5, 3.5),
        column(5, 5),
        'z2',
      ),
      call('ANOMALY', column(10, 'n/a', 12, { error: '#N/A' }, 14)),
      call('CREDITLIMIT', column('A', 'B', null), column(1_000, null, null)),
    ]);
    expect((z as number[][])[0][0]).toBeCloseTo(11.1, 12);
    expect((rows as CellValue[][])[1]).toEqual([
      {
        error: '#N/A',
        message: 'working_capital, row 2: the figure is missing, so there is no score. Fill in the cell.',
      },
    ]);
    expect(scores).toEqual([
      [-0.6745],
      [''],
      [0],
      [{ error: '#VALUE!', message: 'values, row 4: the cell holds the error #N/A. Correct it there.' }],
      [0.6745],
    ]);
    expect(limits).toEqual([[3_000], [0], ['']]);
  });

  test('CUSTOMERMETRICS spills the table; a column that is not there is ""', async () => {
    const customers = column('Acme', 'Baker', 'acme', null);
    const invoiced = column(asOf - 70, asOf - 10, asOf - 5, null);
    const due = column(asOf - 40, asOf + 20, asOf + 25, null);
    const amounts = column(300, 500, 100, null);
    const [table, second] = await Promise.all([
      call(
        'CUSTOMERMETRICS',
        customers,
        invoiced,
        due,
        amounts,
        '',
        column(asOf - 30, null, null, null),
        asOf,
      ),
      call('CUSTOMERMETRICS', customers, invoiced, due, amounts, amounts, '', asOf, [[45]]),
    ]);
    const firstColumns = (answer: typeof table) => (answer as CellValue[][]).map(row => row.slice(0, 5));
    expect(firstColumns(table)).toEqual([
      ['Customer', 'Exposure', 'Not due', '1–30', '31–60'],
      ['Baker', 500, 500, 0, 0],
      ['Acme', 100, 100, 0, 0],
    ]);
    expect(firstColumns(second)).toEqual([
      ['Customer', 'Exposure', 'Not due', '1–45', '45+'],
      ['Baker', 500, 500, 0, 0],
      ['Acme', 400, 100, 300, 0],
    ]);
  });
});

test('formulas calculate in cells, and one feeds the next', async () => {
  const excel = await startExcel({
    locale: 'zh-CN',
    functions: await tiercelFunctions('zh'),
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
