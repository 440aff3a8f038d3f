import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { continuationOf, type LineCell } from '../../../../src/workbench/book/fill/continuation';
import type { CellValue } from '../../../../src/workbench/book/types';

const cell = (value: CellValue, numberFormat = 'General'): LineCell => ({
  value,
  isFormula: false,
  numberFormat,
});
const day = (text: string): LineCell => cell(Date.parse(text) / 86_400_000 + 25_569, 'yyyy-mm-dd');

/** What comes after the line, written as values. */
function following(line: readonly LineCell[], count: number, isOpposite = false): CellValue[] {
  const at = continuationOf(line, { isOpposite, date1904: false });
  return Array.from({ length: count }, (_, order) => {
    const next = at(line.length + order);
    return 'value' in next ? next.value : line[next.copyOf].value;
  });
}
const texts = (line: readonly string[], count: number): CellValue[] =>
  following(
    line.map(text => cell(text)),
    count,
  );
const numbers = (line: readonly number[], count: number): CellValue[] =>
  following(
    line.map(value => cell(value)),
    count,
  );
const days = (line: readonly string[], count: number): string[] =>
  following(line.map(day), count).map(value =>
    new Date((Number(value) - 25_569) * 86_400_000).toISOString().slice(0, 10),
  );

// Microsoft Support, "Fill a linear or growth series into worksheet cells" and "Automatically fill built-in series".
describe('series of Microsoft’s own examples', () => {
  test.each([
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    [
      [1, 3],
      [5, 7, 9],
    ],
    [
      [100, 95],
      [90, 85, 80],
    ],
  ])('%p goes on with %p', (line, expected) => {
    expect(numbers(line, expected.length)).toEqual(expected);
  });

  test.each([
    [['Mon'], ['Tue', 'Wed', 'Thu']],
    [['Monday'], ['Tuesday', 'Wednesday', 'Thursday']],
    [['Jan'], ['Feb', 'Mar', 'Apr']],
    [
      ['Jan', 'Apr'],
      ['Jul', 'Oct', 'Jan'],
    ],
    [['Qtr3'], ['Qtr4', 'Qtr1', 'Qtr2']],
    [['Q3'], ['Q4', 'Q1', 'Q2']],
    [['Quarter 3'], ['Quarter 4', 'Quarter 1', 'Quarter 2']],
    [
      ['text1', 'textA'],
      ['text2', 'textA', 'text3', 'textA'],
    ],
    [['Product 1'], ['Product 2', 'Product 3']],
  ])('%p goes on with %p', (line, expected) => {
    expect(texts(line, expected.length)).toEqual(expected);
  });

  test('dates go on by days, and by months or years where the day stays', () => {
    expect(days(['2024-01-30'], 3)).toEqual(['2024-01-31', '2024-02-01', '2024-02-02']);
    expect(days(['2024-01-01', '2024-03-01'], 3)).toEqual(['2024-05-01', '2024-07-01', '2024-09-01']);
    expect(days(['2023-05-15', '2024-05-15'], 2)).toEqual(['2025-05-15', '2026-05-15']);
    expect(days(['2024-01-31', '2024-02-29'], 3)).toEqual(['2024-03-31', '2024-04-30', '2024-05-31']);
    expect(days(['2024-01-01', '2024-01-08'], 2)).toEqual(['2024-01-15', '2024-01-22']);
  });

  test('a time goes on by the hour', () => {
    expect(following([cell(9 / 24, 'h:mm')], 2)).toEqual(
      [10 / 24, 11 / 24].map(value => Number(value.toPrecision(15))),
    );
  });
});

describe('what is copied', () => {
  test('a single number; Ctrl counts it up instead', () => {
    expect(numbers([7], 3)).toEqual([7, 7, 7]);
    expect(following([cell(7)], 3, true)).toEqual([8, 9, 10]);
  });

  test('anything else with Ctrl', () => {
    expect(following([cell(1), cell(2)], 4, true)).toEqual([1, 2, 1, 2]);
    expect(following([day('2024-01-01')], 1, true)).toEqual([45_292]);
  });

  test('texts without a number, truth, errors and empty cells', () => {
    const line = [cell('Acme'), cell(true), cell({ error: '#N/A' }), cell(null)];
    expect(following(line, 4)).toEqual(line.map(({ value }) => value));
  });

  test('a formula, whatever its value', () => {
    expect(
      continuationOf([{ ...cell(3), isFormula: true }], { isOpposite: false, date1904: false })(4),
    ).toEqual({
      copyOf: 0,
    });
  });
});

describe('lists of texts', () => {
  test.each([
    [['十一月'], ['十二月', '一月']],
    [['星期五'], ['星期六', '星期日']],
    [
      ['周一', '周三'],
      ['周五', '周日'],
    ],
    [['第一季度'], ['第二季度', '第三季度']],
    [['12月'], ['1月']],
    [['甲'], ['乙', '丙']],
    [['第3期'], ['第4期', '第5期']],
    [['1组'], ['2组']],
    [['FRI'], ['SAT']],
    [['dec'], ['jan']],
  ])('%p goes on with %p', (line, expected) => {
    expect(texts(line, expected.length)).toEqual(expected);
  });

  test('numbers in texts keep their zeros', () => {
    expect(texts(['INV-009'], 2)).toEqual(['INV-010', 'INV-011']);
    expect(texts(['INV-999'], 1)).toEqual(['INV-1000']);
    expect(texts(['C1', 'C3'], 2)).toEqual(['C5', 'C7']);
  });

  test('a number too long for one is no number', () => {
    const account = '12345678901234567890';
    expect(texts([account], 1)).toEqual([account]);
  });
});

describe('before the line', () => {
  test('it goes back', () => {
    const at = continuationOf([cell(5), cell(7)], { isOpposite: false, date1904: false });
    expect([at(-1), at(-2)]).toEqual([{ value: 3 }, { value: 1 }]);
    const month = continuationOf([cell('Jan')], { isOpposite: false, date1904: false });
    expect(month(-1)).toEqual({ value: 'Dec' });
  });
});

test('uneven numbers follow their straight line of least squares', () => {
  // 1, 2, 4: slope 1.5, mean 7/3 in the middle.
  expect(numbers([1, 2, 4], 2)).toEqual([5.33333333333333, 6.83333333333333]);
});

test('the 1904 system steps by its own days', () => {
  const line = [cell(0, 'yyyy-mm-dd'), cell(31, 'yyyy-mm-dd')];
  const at = continuationOf(line, { isOpposite: false, date1904: true });
  // 1 January, 1 February 1904 (a leap year): 1 March is day 60.
  expect(at(2)).toEqual({ value: 60 });
});

test('properties: even steps are found again, and the line’s own cells are its own', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e6, max: 1e6 }),
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: -50, max: 50 }),
      (first, step, size, place) => {
        const line = Array.from({ length: size }, (_, at) => cell(first + at * step));
        const at = continuationOf(line, { isOpposite: false, date1904: false });
        expect(at(place)).toEqual({ value: first + place * step + 0 });
      },
    ),
  );
});
