/** Signs and marks of amounts in the rarer ways to write them: each decides which way or how much somebody owes. */
import { expect, test } from '@jest/globals';
import { isAmountNumber, readAmount, readAmountText } from '../../../../src/risk/ledger/cells/readAmount';
import { lastSerial, readDate } from '../../../../src/risk/ledger/cells/readDate';

test.each<[string, number]>([
  ['1 234,50-', -1234.5],
  ['100.00- EUR', -100],
  ['100\u2212', -100],
  ['12.5万-', -125_000],
  ['100 CR', -100],
  ['100 Dr.', 100],
  ['<1,234.50>', -1234.5],
  ['-1 234-', Number.NaN],
  ['−', 0],
])('%s is %p', (text, amount) => {
  expect(readAmount(text)).toBe(amount);
});

test.each<[string, string | null, boolean]>([
  ['12', null, false],
  ['1,234', null, true],
  ['1.234', null, true],
  // No group begins with a zero.
  ['0.123', '.', false],
  ['0,123', ',', false],
  ['1,234.5', '.', false],
  ['1.234,5', ',', false],
  ['1.234.567', ',', false],
  ['1,234,567', '.', false],
  ['n/a', null, false],
])('%s proves the mark %p; open: %p', (text, provenMark, isAmbiguous) => {
  expect(readAmountText(text)).toMatchObject({ provenMark, isAmbiguous });
});

test('what no amount can be is none, and the largest is one', () => {
  expect([1e100, -1e100].map(isAmountNumber)).toEqual([true, true]);
  expect([1.01e100, Number.POSITIVE_INFINITY, Number.NaN].map(isAmountNumber)).toEqual([false, false, false]);
  expect(readAmount('1.5e99万')).toBeNaN();
});

test('the first and the last day that Excel knows are days, the one after is none', () => {
  const days = [1, 1.5, lastSerial, lastSerial + 0.5, lastSerial + 1, 0.5];
  expect(days.map(day => readDate(day, 'ymd', 1900))).toEqual([
    1,
    1,
    lastSerial,
    lastSerial,
    Number.NaN,
    Number.NaN,
  ]);
  expect(readDate(20_240_305.5, 'ymd', 1900)).toBeNaN();
  expect(readDate(20_240_305, 'ymd', 1900)).toBe(45_356);
});
