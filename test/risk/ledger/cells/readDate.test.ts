import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDate, serialOf } from '../../../../src/risk/ledger/cells/readDate';
import type { Cell, DateOrder } from '../../../../src/risk/ledger/ledger';

/** Serials as Excel itself shows them: 2024-03-05 is 45356, 2013-06-30 is 41455. */
describe('readDate', () => {
  test.each<[Cell, DateOrder, number]>([
    ['2024-03-05', 'mdy', 45356],
    ['2024/3/5', 'dmy', 45356],
    ['2024.3.5', 'mdy', 45356],
    ['2024 03 05', 'mdy', 45356],
    ['5.3.2024', 'mdy', 45356],
    ['05.03.24', 'mdy', 45356],
    ['3/5/2024', 'mdy', 45356],
    ['5/3/2024', 'dmy', 45356],
    ['05-03-2024', 'dmy', 45356],
    ['24-03-05', 'ymd', 45356],
    ['2024年3月5日', 'mdy', 45356],
    ['2024 年 03 月 05 日', 'mdy', 45356],
    ['2024年3月5日 星期二', 'mdy', 45356],
    ['24年3月5日', 'mdy', 45356],
    ['２０２４年３月５日', 'mdy', 45356],
    ['２０２４／３／５', 'mdy', 45356],
    ['5 Mar 2024', 'mdy', 45356],
    ['5-Mar-24', 'mdy', 45356],
    ['05-MAR-2024', 'mdy', 45356],
    ['5th March 2024', 'mdy', 45356],
    ['Mar 5, 2024', 'dmy', 45356],
    ['March 5th, 2024', 'dmy', 45356],
    ['Tuesday, March 5, 2024', 'dmy', 45356],
    ['Sept 1, 2024', 'dmy', 45536],
    ['2024-Mar-05', 'dmy', 45356],
    ['民國113年3月5日', 'mdy', 45356],
    ['中華民國 113 年 3 月 5 日', 'mdy', 45356],
    ['113年3月5日', 'mdy', 45356],
    ['113/03/05', 'mdy', 45356],
    ['113.3.5', 'mdy', 45356],
    ['令和6年3月5日', 'mdy', 45356],
    ['平成25年6月30日', 'mdy', 41455],
    ['令和元年5月1日', 'mdy', 43586],
    ['R6.3.5', 'mdy', 45356],
    ['H25/6/30', 'mdy', 41455],
    ['24/3/5', 'mdy', 45356],
    [20240305, 'mdy', 45356],
    ['20240305', 'mdy', 45356],
    ['2024-03-05T14:30:00', 'mdy', 45356],
    ['2024-03-05T23:59:59.999Z', 'mdy', 45356],
    ['2024-03-05T14:30:00+08:00', 'mdy', 45356],
    ['3/5/2024 2:30 PM', 'mdy', 45356],
    ['2024/3/5 14:30', 'mdy', 45356],
    ['2024/3/5 下午 2:30:00', 'mdy', 45356],
    ['  2024-03-05  ', 'mdy', 45356],
    [45356, 'mdy', 45356],
    [45356.75, 'mdy', 45356],
    ['45356', 'mdy', 45356],
    ['6/30/2013', 'mdy', 41455],
  ])('reads %p (%s)', (cell, order, serial) => {
    expect(readDate(cell, order, 1900)).toBe(serial);
  });

  test('takes the only order the calendar allows', () => {
    expect(readDate('13/2/2024', 'mdy', 1900)).toBe(45335);
    expect(readDate('2/13/2024', 'dmy', 1900)).toBe(45335);
    expect(readDate('2.13.2024', 'dmy', 1900)).toBe(45335);
  });

  test.each<[Cell]>([
    [''],
    [null],
    [undefined],
    [0],
    [0.5],
    [-3],
    [true],
    ['#N/A'],
    ['n/a'],
    ['2023-02-29'],
    ['31/4/2024'],
    ['13/13/2024'],
    ['2024-00-10'],
    ['2024年13月1日'],
    [20241301],
    [20240230],
    [99999999],
    [Number.POSITIVE_INFINITY],
    [Number.NaN],
    ['1,234.50'],
    ['12'],
    ['Foo 5, 2024'],
    ['Marble 5, 2024'],
  ])('finds no date in %p', cell => {
    expect(readDate(cell, 'mdy', 1900)).toBeNaN();
  });

  test("keeps Excel's 29 February 1900", () => {
    expect(readDate('1900-01-01', 'mdy', 1900)).toBe(1);
    expect(readDate('1900-02-28', 'mdy', 1900)).toBe(59);
    expect(readDate('1900-02-29', 'mdy', 1900)).toBe(60);
    expect(readDate('1900-03-01', 'mdy', 1900)).toBe(61);
    expect(readDate(60, 'mdy', 1900)).toBe(60);
  });

  test('counts from 1904 where the workbook does', () => {
    // Microsoft: the same day is 1,462 less in the 1904 system; 1904-01-02 is 1.
    expect(readDate('2024-03-05', 'mdy', 1904)).toBe(45356 - 1462);
    expect(readDate('1904-01-02', 'mdy', 1904)).toBe(1);
    expect(readDate('1904-01-01', 'mdy', 1904)).toBeNaN();
    expect(readDate('1900-02-29', 'mdy', 1904)).toBeNaN();
    expect(readDate(43894, 'mdy', 1904)).toBe(43894);
  });

  test('gives two-digit years their century as Excel does', () => {
    expect(readDate('1/1/29', 'mdy', 1900)).toBe(readDate('2029-01-01', 'mdy', 1900));
    expect(readDate('1/1/30', 'mdy', 1900)).toBe(readDate('1930-01-01', 'mdy', 1900));
    expect(readDate('1/1/00', 'mdy', 1900)).toBe(readDate('2000-01-01', 'mdy', 1900));
  });

  test('reads every day from March 1900 in every order as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 109_000 }), serial => {
        // Days since 1970 of that serial, by Excel's own epoch.
        const [year, month, day] = new Date((serial - 25_569) * 86_400_000)
          .toISOString()
          .slice(0, 10)
          .split('-');
        expect(readDate(`${year}-${month}-${day}`, 'mdy', 1900)).toBe(serial);
        expect(readDate(`${month}/${day}/${year}`, 'mdy', 1900)).toBe(serial);
        expect(readDate(`${day}/${month}/${year}`, 'dmy', 1900)).toBe(serial);
        expect(readDate(`${year}年${Number(month)}月${Number(day)}日`, 'dmy', 1900)).toBe(serial);
        expect(readDate(`${year}${month}${day}`, 'dmy', 1900)).toBe(serial);
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true }),
        fc.constantFrom<DateOrder>('ymd', 'mdy', 'dmy'),
        (cell, order) => {
          expect(typeof readDate(cell, order, 1900)).toBe('number');
        },
      ),
    );
  });
});

describe('serialOf', () => {
  test('knows the ends of the calendar', () => {
    expect(serialOf({ year: 9999, month: 12, day: 31 }, 1900)).toBe(2958465);
    expect(serialOf({ year: 10000, month: 1, day: 1 }, 1900)).toBeNaN();
    expect(serialOf({ year: 1899, month: 12, day: 31 }, 1900)).toBeNaN();
    expect(serialOf({ year: 2000, month: 2, day: 29 }, 1900)).toBe(36585);
    expect(serialOf({ year: 2100, month: 2, day: 29 }, 1900)).toBeNaN();
  });
});
