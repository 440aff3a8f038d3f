import { expect, test } from '@jest/globals';
import { foundText, isBlankCell, isErrorCell, plainText } from '../../../src/risk/ledger/cell';

test.each([null, undefined, '', ' ', '\u200b', '\t', '　', ' '])('%p is blank', cell => {
  expect(isBlankCell(cell)).toBe(true);
});

test.each([0, false, '0', '-'])('%p is not blank', cell => {
  expect(isBlankCell(cell)).toBe(false);
});

test('only Excel’s own error texts are errors', () => {
  for (const text of ['#N/A', '#VALUE!', '#DIV/0!', ' #REF! ', '#SPILL!', '#GETTING_DATA']) {
    expect(isErrorCell(text)).toBe(true);
  }
  expect(isErrorCell('#12')).toBe(false);
  expect(isErrorCell('N/A')).toBe(false);
  expect(isErrorCell(null)).toBe(false);
});

test('plainText folds width and spaces', () => {
  expect(plainText(' ＡＢＣ　１２ ')).toBe('ABC 12');
  expect(plainText('a\nb')).toBe('a b');
  expect(plainText(12.5)).toBe('12.5');
  expect(plainText(null)).toBe('');
});

test('foundText is short', () => {
  expect(foundText('x'.repeat(100))).toHaveLength(60);
  expect(foundText(' a ')).toBe('a');
  expect(foundText(null)).toBe('');
});

test('what nobody sees makes no other text', () => {
  expect(plainText('\u200bAcme\u00a0Ltd\u200d\ufeff')).toBe('Acme Ltd');
});
