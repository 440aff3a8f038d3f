import { describe, expect, test } from '@jest/globals';
import { collectionEffectivenessIndex as cei } from '../../src/functions/cei';
import { setLanguage } from '../../src/i18n/language';
import { column, errorCell, shown } from './runtime';

describe('CEI', () => {
  test('gives the published figure (creditguru.com, 55.9 %)', () => {
    expect(cei([[6_200]], [[10_890]], [[6_340]], [[3_590]], [[3]])).toBeCloseTo(0.5592948717948718, 15);
    expect(cei([[6_200]], column(3_390, 3_610, 3_890), [[6_340]], [[3_590]], 3)).toBeCloseTo(
      0.559294871794,
      11,
    );
  });

  test('takes what is not due for all that is owed where adding up leaves a little more', () => {
    expect(cei([[1]], [[1]], [[0.3]], column(0.1, 0.2))).toBe(1);
  });

  test('takes sales as those of one period unless told otherwise', () => {
    expect(cei([[6_200]], [[10_890]], [[6_340]], [[3_590]])).toBeCloseTo(10_750 / 13_500, 15);
    expect(cei([[6_200]], [[10_890]], [[6_340]], [[3_590]], [['']])).toBeCloseTo(10_750 / 13_500, 15);
  });

  test('reads text amounts as a ledger would', () => {
    expect(cei([['¥6,200.00']], [['10,890']], [['6,340']], [['３５９０']], [['3']])).toBeCloseTo(
      0.559294871794,
      11,
    );
  });

  test.each([
    [() => cei([[100]], [[50]], [[150]], [[150]]), /^#DIV\/0! What could have been collected, .+ is 0\./],
    [() => cei([[100]], [[49]], [[150]], [[150]]), /^#N\/A What could have been collected, .+ is -1\./],
    [
      () => cei([[6_200]], [[10_890]], [[3_590]], [[6_340]], 3),
      '#VALUE! end_current: 6340 is more than end, 3590, of which it is a part. Check that the two are not in each other’s place.',
    ],
    [
      () => cei([['']], [[50]], [[150]], [[1]]),
      '#VALUE! begin: all cells are empty. Check that the range is the right one.',
    ],
    [
      () => cei([[1]], [[1]], column(5, errorCell('#REF!')), [[1]]),
      '#VALUE! end, row 2: the cell holds the error #REF!. Correct it there.',
    ],
    [() => cei([[1]], [[1]], [[5]], [['none']]), /^#VALUE! end_current, row 1: “none” is not a number/],
    [
      () => cei([[1]], [[1]], [[5]], [[1]], 0),
      '#VALUE! periods: 0 is not a whole number of 1 or more. Enter one, such as 3.',
    ],
    [
      () => cei([[1]], [[1]], [[5]], [[1]], 2.5),
      '#VALUE! periods: 2.5 is not a whole number of 1 or more. Enter one, such as 3.',
    ],
  ])('says what is wrong, which argument and which row %#', (call, expected) => {
    if (expected instanceof RegExp) expect(shown(call)).toMatch(expected);
    else expect(shown(call)).toBe(expected);
  });

  test('says it in Chinese to a Chinese reader', () => {
    setLanguage('zh');
    expect(shown(() => cei([[100]], [[49]], [[150]], [[150]]))).toBe(
      '#N/A 可回收金额（期初余额 + 销售额 / 期数 − 期末未到期余额）为 -1，必须大于 0。请检查这些数据。',
    );
  });
});
