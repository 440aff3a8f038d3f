import { describe, expect, test } from '@jest/globals';
import { daysBeyondTermsOf as dbt } from '../../src/functions/dbt';
import { paymentDelayRate as delayRate } from '../../src/functions/delayRate';
import { setLanguage } from '../../src/i18n/language';
import { column, errorCell, shown } from './runtime';

const asOf = 45_473;
/** In time, three days late, unpaid, not due yet. */
const due = column(45_400, 45_400, 45_440, 45_473);
const paid = column(45_400, 45_403, '', '');
const amounts = column(500, 300, 200, 9_000);

describe('DELAYRATE', () => {
  test('gives the share by count, and by value with amounts', () => {
    expect(delayRate(due, paid, asOf)).toBe(2 / 3);
    expect(delayRate(due, paid, asOf, amounts)).toBe(0.5);
  });

  test('forgives days of grace', () => {
    expect(delayRate(due, paid, asOf, undefined, 3)).toBe(1 / 3);
    expect(delayRate(due, paid, asOf, amounts, [[2]])).toBe(0.5);
  });

  test('takes an empty paid date as unpaid, whichever way it arrives', () => {
    for (const nothing of ['', null, 0]) {
      expect(delayRate(due, column(45_400, 45_403, nothing, nothing), asOf)).toBe(2 / 3);
    }
  });

  test('takes the words of a ledger that say there is no date yet as it does', () => {
    for (const nothing of ['-', '—', 'n/a', 'Unpaid', '未付', '无'])
      expect(delayRate(due, column(45_400, 45_403, nothing, ''), asOf)).toBe(2 / 3);
    expect(shown(() => delayRate(due, column(45_400, 45_403, 'soon', ''), asOf))).toMatch(
      /^#VALUE! paid_dates, row 3: “soon” is not a date/,
    );
  });

  test('lets one column prove the order of day and month for both', () => {
    // 3/4 could be the third of April; 3/25 in the other column can only be March the 25th.
    expect(delayRate([['3/4/2024']], [['3/25/2024']], 45_473)).toBe(1);
    expect(shown(() => delayRate([['3/4/2024']], [['3/5/2024']], 45_473))).toMatch(
      /^#VALUE! due_dates, row 1: “3\/4\/2024” is text, and day and month cannot be told apart/,
    );
  });

  test.each([
    [() => delayRate(due, paid, 40_000), /^#N\/A due_dates: no invoice was due before that day/],
    [
      () => delayRate(due, paid.slice(1), asOf),
      '#VALUE! paid_dates and due_dates differ in cells: 3 and 4. Select the same rows for both.',
    ],
    [
      () => delayRate(due, paid, asOf, [[1]]),
      '#VALUE! amounts and due_dates differ in cells: 1 and 4. Select the same rows for both.',
    ],
    [
      () => delayRate(due, paid, asOf, undefined, -1),
      '#VALUE! grace: -1 is below 0, which has no meaning here. Check the sign.',
    ],
    [() => delayRate(due, paid, ''), /^#VALUE! as_of: nothing is given/],
    [
      () => delayRate(due, column(45_400, errorCell('#N/A'), '', ''), asOf),
      '#VALUE! paid_dates, row 2: the cell holds the error #N/A. Correct it there.',
    ],
    [
      () => delayRate(due, column(45_400, 'Paid', '', ''), asOf),
      '#VALUE! paid_dates, row 2: “Paid” is not a date. Enter the day of payment (an empty cell means not paid), or leave the header out of the range.',
    ],
    [
      () => delayRate(column('soon', 1, 1, 1), due, asOf),
      /^#VALUE! due_dates, row 1: “soon” is not a date\. Enter a date/,
    ],
  ])('says what is wrong, which argument and which row %#', (call, expected) => {
    if (expected instanceof RegExp) expect(shown(call)).toMatch(expected);
    else expect(shown(call)).toBe(expected);
  });
});

describe('DBT', () => {
  test('weighs days after due by amount; early is 0, unpaid is left out', () => {
    expect(dbt([[45_000, 45_000]], [[44_995, 45_020]], [[300, 100]], 45_100)).toBe(5);
    expect(dbt(due, paid, amounts, asOf)).toBe(900 / 800);
  });

  test('reads text amounts, leaves credits out, undoes later payments', () => {
    const texts = column('¥500.00', '(300)', '200', 0);
    expect(dbt(due, column(45_401, 45_490, 45_450, 45_480), texts, asOf)).toBe((500 + 200 * 10) / 700);
  });

  test.each([
    [
      () => dbt(due, column('', '', '', ''), amounts, asOf),
      /^#N\/A paid_dates: no invoice was paid by that day/,
    ],
    [() => dbt(due, paid, column(1, 'x', 2, 3), asOf), /^#VALUE! amounts, row 2: “x” is not a number/],
    [() => dbt(due, paid, [[1]], asOf), /^#VALUE! amounts and due_dates differ in cells: 1 and 4/],
  ])('says what is wrong, which argument and which row %#', (call, expected) => {
    expect(shown(call)).toMatch(expected);
  });

  test('in Chinese to a Chinese reader', () => {
    setLanguage('zh');
    expect(shown(() => dbt(due, column('', '', '', ''), amounts, asOf))).toBe(
      '#N/A 付款日期：截至该日没有已付款的发票，无法计算平均天数。请检查日期和所选区域。',
    );
  });
});
