import { describe, expect, test } from '@jest/globals';
import { churn } from '../../src/functions/churn';
import { setLanguage } from '../../src/i18n/language';
import { column, errorCell, shown } from './runtime';

const asOf = 45_473;
const customers = column('Acme', 'Baker', 'ＡＣＭＥ ', 'Baker', 'Cole');
const dates = column(asOf - 100, asOf - 95, asOf - 3, asOf - 200, asOf);

describe('CHURN', () => {
  test('is the share of the customers of the previous window that did not come back', () => {
    // 90 days: Acme and Baker were there, Acme (whose name is written in two ways) still is.
    expect(churn(customers, dates, asOf, 90)).toBe(0.5);
    expect(churn(customers, dates, '2024-06-30', [[90]])).toBe(0.5);
  });

  test('takes a year as the window unless told otherwise', () => {
    const lastYear = column(asOf - 365, asOf - 729, asOf - 364, asOf - 730, asOf);
    expect(churn(customers, lastYear, asOf)).toBe(0.5);
    expect(churn(customers, lastYear, asOf, null)).toBe(0.5);
  });

  test('passes over empty rows, whichever way they arrive', () => {
    for (const nothing of ['', null, 0]) {
      expect(churn([...customers, [nothing]], [...dates, [nothing]], asOf, 90)).toBe(0.5);
    }
    expect(churn([...customers, ['Dahl']], [...dates, ['']], asOf, 90)).toBe(0.5);
  });

  test.each([
    [() => churn(customers, dates, 30_000), /^#N\/A dates: no customer has a date in the previous window/],
    [
      () => churn(column('', 'Acme'), column(asOf, asOf), asOf),
      /^#VALUE! customers, row 1: the cell is empty/,
    ],
    [() => churn([['Acme', '']], [[asOf, asOf]], asOf), /^#VALUE! customers, cell 2: the cell is empty/],
    [
      () => churn(customers, dates, asOf, 0),
      '#VALUE! window: 0 is not a number of days above 0. Enter one, such as 30.',
    ],
    [() => churn(customers, dates, null), /^#VALUE! as_of: nothing is given/],
    [() => churn(customers, dates.slice(1), asOf), /^#VALUE! dates and customers differ in cells: 4 and 5/],
    [
      () => churn(column('Acme', ''), column(asOf, asOf), asOf),
      '#VALUE! customers, row 2: the cell is empty but its row has a date. Fill in the customer, or leave the row out of the ranges.',
    ],
    [
      () => churn(column('Acme', errorCell('#REF!')), column(1, 1), asOf),
      /^#VALUE! customers, row 2: the cell holds the error #REF!/,
    ],
    [
      () => churn(column('Acme', 'Baker'), column(asOf, 'June'), asOf),
      /^#VALUE! dates, row 2: “June” is not a date/,
    ],
  ])('says what is wrong, which argument and which row %#', (call, expected) => {
    if (expected instanceof RegExp) expect(shown(call)).toMatch(expected);
    else expect(shown(call)).toBe(expected);
  });

  test('in Chinese to a Chinese reader', () => {
    setLanguage('zh');
    expect(shown(() => churn(customers, dates, 30_000))).toBe(
      '#N/A 日期：上期没有任何客户的记录，无法计算流失率。请检查日期或回溯天数。',
    );
  });
});
