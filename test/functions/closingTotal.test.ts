/** A range whose last cell is the total of the others: everything would count twice. */
import { describe, expect, test } from '@jest/globals';
import { ageing } from '../../src/functions/ageing';
import { allowance } from '../../src/functions/allowance';
import { collectionEffectivenessIndex } from '../../src/functions/cei';
import { concentration } from '../../src/functions/concentration';
import { daysSalesOutstanding } from '../../src/functions/dso';
import { receivablesTurnover } from '../../src/functions/turnover';
import { setLanguage } from '../../src/i18n/language';
import { column, shown } from './runtime';

/** In floating point their sum is not quite 500,000.3. */
const months = [100_000.1, 150_000.1, 250_000.1];
const total = 500_000.3;
const asOf = 45_473;
const dates = [45_400, 45_460, 45_470, ''];

const refused = (argument: string, place: string, otherwise: string) =>
  `#VALUE! ${argument}, ${place}: 500000.3 is the sum of all before it, and a total would count twice. Leave it out of the range. If it is ${otherwise}`;
const noTotal = 'no total, write SUM( ) around the range.';
const period = 'a period, give the days of each period.';
const item = 'no total, give its customer.';

describe('a total below its parts is refused by name and row', () => {
  const withTotal = column('Sales', ...months, '', total, '');

  test('in sales, also of an answer that counts back', () => {
    expect(shown(() => daysSalesOutstanding([[1]], withTotal, [[90]]))).toBe(
      refused('sales', 'row 6', noTotal),
    );
    expect(shown(() => daysSalesOutstanding([[1]], withTotal, [[30]], 'countback'))).toBe(
      refused('sales', 'row 6', period),
    );
    expect(shown(() => receivablesTurnover([[...months, total]], [[1]]))).toBe(
      refused('sales', 'cell 4', noTotal),
    );
    expect(shown(() => collectionEffectivenessIndex([[1]], column(...months, total), [[1]], [[1]]))).toBe(
      refused('sales', 'row 4', noTotal),
    );
  });

  test('in sales and days alike', () => {
    const sales = column(...months, total);
    const days = column(31, 28, 31, 90);
    expect(shown(() => daysSalesOutstanding([[1]], sales, days, 'countback'))).toBe(
      refused('sales', 'row 4', period),
    );
  });

  test('in balances over time', () => {
    const balance = 'no total, give the last balance alone, or AVERAGE( ) of the range.';
    const balances = column(...months, total);
    expect(shown(() => daysSalesOutstanding(balances, [[1]], [[90]], 'average'))).toBe(
      refused('receivables', 'row 4', balance),
    );
    expect(shown(() => receivablesTurnover([[1]], balances))).toBe(refused('receivables', 'row 4', balance));
    expect(receivablesTurnover([[700]], column(100, 110, 120, 330.01), 'average')).toBeGreaterThan(4);
  });

  test('among buckets that have a loss rate', () => {
    const said =
      '#VALUE! amounts_by_bucket: the last bucket is the sum of the others, and a total would count twice. Leave it out of both ranges. If it is a bucket, put it first in both.';
    const rates = [[0.01, 0.05, 0.5, 0.08]];
    expect(shown(() => allowance([[100.1, 50.1, 20.1, 170.3]], rates))).toBe(said);
    expect(shown(() => allowance(column('Amount', 100, 50, 20, 170), rates))).toBe(said);
    const byCustomer = [
      [100, 50, 0, 150],
      [0, 10, 20, 30],
    ];
    expect(shown(() => allowance(byCustomer, rates))).toBe(said);
    expect(shown(() => allowance([['A', 'B', 'C', 'All'], ...byCustomer], rates))).toBe(said);
  });

  test('among balances that name no customer', () => {
    const amounts = column(...months, total);
    expect(shown(() => concentration(amounts))).toBe(refused('amounts', 'row 4', item));
    expect(shown(() => concentration(amounts, column('A', 'B', 'C', ''), 'table'))).toBe(
      refused('amounts', 'row 4', item),
    );
  });

  test('among items that have no date and name no customer', () => {
    const amounts = column(...months, total);
    expect(shown(() => ageing(column(...dates), amounts, asOf))).toBe(refused('amounts', 'row 4', item));
    expect(shown(() => ageing(column(...dates), amounts, asOf, column('A', 'B', 'C', '')))).toBe(
      refused('amounts', 'row 4', item),
    );
  });

  test('in the language of the reader', () => {
    setLanguage('zh');
    expect(shown(() => concentration(column(10, 20, 30, 60)))).toBe(
      '#VALUE! 金额第 4 行：60 等于其前各项之和，合计会被重复计算。请将其排除在所选区域之外；如不是合计，请给出其客户。',
    );
  });
});

describe('an amount that may be one stays one', () => {
  test('where it is not quite the sum, or not last', () => {
    expect(receivablesTurnover(column(...months, total + 0.01), [[1]])).toBeCloseTo(2 * total + 0.01, 6);
    expect(concentration(column(total, ...months))).toEqual([[0.5]]);
  });

  test('where only one or two stand before it', () => {
    expect(receivablesTurnover(column(1, 2, 3), [[1]])).toBe(6);
    expect(receivablesTurnover(column(0, 0, 0, 0), [[1]])).toBe(0);
  });

  test('where it is a period with days of its own, or its range is added up', () => {
    const sales = column(10, 20, 30, 60);
    expect(daysSalesOutstanding([[90]], sales, column(31, 28, 31, 30), 'countback')).toBe(61);
    expect(daysSalesOutstanding([[90]], [[120]], [[120]])).toBe(90);
  });

  test('where its bucket has no loss rate or stands first', () => {
    expect(allowance(column(100, 50, 20, 170), column(0.01, 0.05, 0.5, 0))).toEqual([[13.5]]);
    expect(allowance([[170, 100, 50, 20]], [[0.1, 0, 0, 0]])).toEqual([[17]]);
  });

  test('where it has a date or a customer', () => {
    const amounts = column(10, 20, 30, 60);
    expect(ageing(column(45_400, 45_460, 45_470, 45_480), amounts, asOf)).toEqual([[60, 50, 0, 10, 0]]);
    expect(ageing(column(...dates), amounts, asOf, column('A', 'B', 'C', 'D'))).toHaveLength(5);
    expect(concentration(amounts, column('A', 'B', 'C', 'D'))).toEqual([[0.5]]);
  });
});
