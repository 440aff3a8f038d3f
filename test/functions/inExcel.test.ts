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

  test('DSO and TURNOVER give a number, with optional arguments left out in the middle', async () => {
    expect(await call('DSO', [[5_119.85]], [[78_704.45]])).toBeCloseTo(23.7438321467, 9);
    expect(await call('DSO', 212_000, [[70_000, 80_000, 100_000]], 30, 'countback')).toBeCloseTo(
      73.714285714,
      8,
    );
    expect(await call('DSO', column(1_000, 3_000), 2_000, undefined, 'average')).toBe(365);
    expect(await call('TURNOVER', 16_000, column(6_000, 10_000))).toBe(1.6);
  });

  test('AGING spills a row, and a table in which missing dates are unplaced and empty rows nothing', async () => {
    const due = column(asOf, asOf - 31, null, null);
    const amounts = column(100, 50.25, 25, null);
    expect(await call('AGING', due, amounts, asOf)).toEqual([[100, 0, 50.25, 0, 0, 25]]);
    expect(await call('AGING', due, amounts, [[asOf]], column('Acme', 'Baker', 'Acme', null))).toEqual([
      ['Customer', 'Not due', '1–30', '31–60', '61–90', '90+', 'Unapplied credits', 'Unplaced', 'Total'],
      ['Acme', 100, 0, 0, 0, 0, 0, 25, 125],
      ['Baker', 0, 0, 50.25, 0, 0, 0, 0, 50.25],
    ]);
  });

  test('an error in an input cell is named with its argument and row', async () => {
    expect(await call('AGING', column(asOf, { error: '#N/A' }), column(1, 2), asOf)).toEqual({
      error: '#VALUE!',
      message: 'due_dates, row 2: the cell holds the error #N/A. Correct it there.',
    });
    expect(await call('DSO', 1, { error: '#REF!' })).toEqual({
      error: '#VALUE!',
      message: 'sales, row 1: the cell holds the error #REF!. Correct it there.',
    });
    expect(await call('AGING', [[asOf]], [[1]], { error: '#NAME?' })).toEqual({
      error: '#VALUE!',
      message: 'as_of: the cell holds the error #NAME?. Correct it there.',
    });
  });

  test('rows of a spilled array have errors of their own', async () => {
    expect(await call('AGINGBUCKET', column(asOf, { error: '#N/A' }, asOf - 1), asOf)).toEqual([
      ['Not due'],
      [{ error: '#VALUE!', message: 'due_dates, row 2: the cell holds the error #N/A. Correct it there.' }],
      ['1–30'],
    ]);
    expect(await call('TIER', column(81, { error: '#DIV/0!' }))).toMatchObject([
      ['A'],
      [{ error: '#VALUE!', message: expect.stringContaining('scores, row 2') }],
    ]);
  });

  test('zero denominators and missing answers have errors of their own', async () => {
    expect(await call('DSO', 1, 0)).toEqual({ error: '#DIV/0!' });
    expect(await call('DSO', 251, [[70, 80, 100]], 30, 'countback')).toMatchObject({ error: '#N/A' });
    expect(await call('CONCENTRATION', [[0]])).toEqual({
      error: '#N/A',
      message: 'amounts: nothing is above 0, so nobody has a share.',
    });
  });

  test('CONCENTRATION and RISKSCORE answer by their options', async () => {
    expect(await call('CONCENTRATION', column(3, 1), column('A', 'B'))).toEqual([[0.75]]);
    expect(await call('CONCENTRATION', column(3, 1), undefined, 'hhi')).toEqual([[6_250]]);
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
    expect(await call('RISKSCORE', values, headers, policy)).toEqual([[68], [50]]);
    expect(await call('RISKSCORE', values, headers, policy, 'reasons')).toEqual([
      ['Years −20.0; Overdue share −12.0'],
      ['Years −50.0'],
    ]);
  });
});
