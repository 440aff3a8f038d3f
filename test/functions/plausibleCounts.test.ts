/** Numbers of days and periods that cannot be: the as-of date of other functions, or the days of all periods for each of them. */
import { describe, expect, test } from '@jest/globals';
import { collectionEffectivenessIndex } from '../../src/functions/cei';
import { churn } from '../../src/functions/churn';
import { paymentDelayRate } from '../../src/functions/delayRate';
import { daysSalesOutstanding } from '../../src/functions/dso';
import { setLanguage } from '../../src/i18n/language';
import { column, shown } from './runtime';

const day = 45_473;
const refused = (place: string) =>
  `#VALUE! ${place}: 45473 is likely a date; a number that counts days or periods is wanted. Check the order of the arguments.`;

describe('a date in the place of a count is refused by name', () => {
  test('as the days of sales', () => {
    expect(shown(() => daysSalesOutstanding([[100]], [[1200]], [[day]]))).toBe(refused('days'));
    expect(shown(() => daysSalesOutstanding([[100]], column(900, 1200), [[day]], 'countback'))).toBe(
      refused('days'),
    );
  });

  test('as window, grace and periods', () => {
    const dates = column(45_400, 45_000, 45_000);
    expect(shown(() => churn(column('A', 'B', 'A'), dates, day, day))).toBe(refused('window'));
    expect(shown(() => paymentDelayRate(dates, dates, day, undefined, day))).toBe(refused('grace'));
    expect(shown(() => collectionEffectivenessIndex([[6200]], [[3630]], [[6340]], [[3590]], day))).toBe(
      refused('periods'),
    );
  });

  test('in Chinese to a Chinese reader', () => {
    setLanguage('zh');
    expect(shown(() => daysSalesOutstanding([[100]], [[1200]], [[day]]))).toBe(
      '#VALUE! 天数：45473 很可能是日期，此处应填天数或期数。请检查参数的顺序。',
    );
  });

  test('but not the days of many years', () => {
    expect(daysSalesOutstanding([[100]], [[1000]], [[10_000]])).toBe(1000);
  });
});

describe('a year of days for each of many periods is refused where sales are counted back', () => {
  test('since mostly it is the days of all', () => {
    expect(shown(() => daysSalesOutstanding([[250]], column(90, 100, 110, 120), [[365]], 'countback'))).toBe(
      '#VALUE! days: 365 counts for each of the 4 periods. Give the days of one, such as 30 for months; for years, a number for each.',
    );
  });

  test('but not for a few years, nor where each has its own', () => {
    expect(daysSalesOutstanding([[110]], column(90, 100, 110), [[365]], 'countback')).toBe(365);
    const years = column(365, 365, 366, 365);
    expect(daysSalesOutstanding([[120]], column(90, 100, 110, 120), years, 'countback')).toBe(365);
  });
});
