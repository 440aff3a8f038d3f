import { describe, expect, test } from '@jest/globals';
import { createAxis } from '../../../../src/workbench/page/grid/axis';
import type { CellLook } from '../../../../src/workbench/page/grid/cellLook';
import { fitNumber, textRoom, wrapText } from '../../../../src/workbench/page/grid/textFit';

/** Every letter is 10 wide. */
const measure = (text: string): number => text.length * 10;

const look = (value: CellLook['value'], text: string, numberFormat = 'General'): CellLook => ({
  value,
  text,
  numberFormat,
  fill: '',
  fontColor: '',
  isBold: false,
  isItalic: false,
  isStruck: false,
  isUnderlined: false,
  hasCard: false,
  indent: 0,
  borders: null,
  fontName: '',
  fontSize: 13,
  horizontal: 'left',
  vertical: 'bottom',
  isWrapped: false,
  runs: null,
  line: '',
  hasFilterButton: false,
});

describe('a number', () => {
  test('that fits is shown as it is', () => {
    expect(fitNumber(look(1234.5, '1234.5'), 60, measure)).toBe('1234.5');
  });

  test('loses decimals when General, but never digits before the point', () => {
    expect(fitNumber(look(1216.66666666667, '1216.666667'), 80, measure)).toBe('1216.667');
    expect(fitNumber(look(1216.66666666667, '1216.666667'), 40, measure)).toBe('1217');
    expect(fitNumber(look(1216.66666666667, '1216.666667'), 30, measure)).toBe('###');
  });

  test.each([
    [123_456_789_012, '1.23457E+11', 90, '1.235E+11'],
    [123_456_789_012, '1.23457E+11', 60, '1E+11'],
    [-123_456, '-123456', 60, '-1E+05'],
    [1_234_567.8, '1234567.8', 60, '1E+06'],
    [0.000_012_345_67, '1.23457E-05', 80, '1.23E-05'],
    [123_456, '123456', 40, '####'],
  ])('whose digits have no room is General in powers of ten: %d in %s', (value, text, width, shown) => {
    expect(fitNumber(look(value, text), width, measure)).toBe(shown);
  });

  test('with a format of its own becomes hashes', () => {
    expect(fitNumber(look(1234567, '1,234,567', '#,##0'), 50, measure)).toBe('#####');
  });
});

describe('wrapping', () => {
  test('breaks at spaces', () => {
    expect(wrapText('Baker and Sons', 90, measure)).toEqual(['Baker and', 'Sons']);
  });

  test('breaks Chinese anywhere, and words that are too long', () => {
    expect(wrapText('江苏宏达机械', 40, measure)).toEqual(['江苏宏达', '机械']);
    expect(wrapText('abcdefgh', 30, measure)).toEqual(['abc', 'def', 'gh']);
  });

  test('keeps line breaks', () => {
    expect(wrapText('a\n\nb', 90, measure)).toEqual(['a', '', 'b']);
  });
});

test('long text has the room of empty neighbours, up to what it needs', () => {
  const columns = createAxis(10, 64, new Map(), new Set());
  const box = { x: 100, y: 0, width: 64, height: 20 };
  const free = (column: number) => column !== 4;
  expect(textRoom(look('x', 'x'), box, 150, 1, columns, free).width).toBe(150);
  expect(textRoom(look('x', 'x'), box, 900, 1, columns, free).width).toBe(64 * 3);
  expect(textRoom({ ...look('x', 'x'), horizontal: 'right' }, box, 100, 1, columns, free)).toEqual({
    x: 64,
    y: 0,
    width: 100,
    height: 20,
  });
});
