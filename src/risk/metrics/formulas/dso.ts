import { fail, type Outcome, succeed } from '../../problem';

/** Days of the period when nothing else is said: a year of sales. */
export const defaultDays = 365;

/** `ending` and `average` say which receivables are divided by sales, `countback` uses sales up instead. */
export const dsoMethods = ['ending', 'average', 'countback'] as const;

/**
 * Measure days sales outstanding as a ratio: receivables / sales × days.
 *
 * @param receivable What is owed at the end of the period or on average, in the currency of the sales.
 * @param sales Credit sales of the whole period.
 * @param days Days of that period.
 * @returns Days, below 0 when more was credited than is owed; `salesZero` without sales.
 * @example ratioDso(8_000, 16_000, 30) //=> 15 (abc-amega.com)
 */
export function ratioDso(receivable: number, sales: number, days: number): Outcome<number> {
  if (sales === 0) return fail('divideByZero', 'salesZero', { argument: 'sales' });
  if (sales < 0) return fail('value', 'argumentNegative', { argument: 'sales', value: sales });
  if (days <= 0) return fail('value', 'daysNotPositive', { argument: 'days', value: days });
  return succeed((receivable / sales) * days);
}

/**
 * Measure DSO by count-back: the newest periods of sales are used up by the receivable one after the other, each full
 * one adding its days and the last one its share. Unlike the plain ratio it follows a season.
 *
 * @param receivable What is owed at the end of the newest period; 0 or more.
 * @param sales Credit sales per period, oldest first. A period without sales adds its days while something is left to
 * place; one of net credit adds to what is left.
 * @param days Days per period, oldest first, as many as sales.
 * @returns Days; `receivablesExceedSales` where the sales given do not reach back far enough, `salesZero` without sales.
 * @example countbackDso(212_000, [70_000, 80_000, 100_000], [30, 30, 30]) //=> 73.714… = 60 + 32/70 × 30 (benjipays.com)
 */
export function countbackDso(
  receivable: number,
  sales: readonly number[],
  days: readonly number[],
): Outcome<number> {
  if (sales.every(amount => amount === 0)) return fail('divideByZero', 'salesZero', { argument: 'sales' });
  if (receivable < 0) {
    return fail('value', 'argumentNegative', { argument: 'receivables', value: receivable });
  }
  const unusable = days.findIndex(count => count <= 0);
  if (unusable >= 0) {
    return fail('value', 'daysNotPositive', {
      argument: 'days',
      row: unusable + 1,
      value: days[unusable],
    });
  }

  let left = receivable;
  let counted = 0;
  for (let period = sales.length - 1; period >= 0; period -= 1) {
    const sold = sales[period];
    if (left === 0) break;
    if (sold >= left) return succeed(counted + (left / sold) * days[period]);
    left -= sold;
    counted += days[period];
  }
  if (left > 0) return fail('notAvailable', 'receivablesExceedSales', { value: left });
  return succeed(counted);
}
