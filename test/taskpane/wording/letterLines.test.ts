import fc from 'fast-check';
import { letterAmount } from '../../../src/i18n/letters/letterAmount';
import { brokenLines } from '../../../src/taskpane/wording/letterLines';

test.each([
  ['Pay by Friday', 8, ['Pay by', 'Friday']],
  ['', 8, ['']],
  ['请于周五前付款。谢谢', 8, ['请于周五', '前付款。', '谢谢']],
  // The full stop stays with its sentence rather than begin a line.
  ['请于周五。', 8, ['请于周五。']],
  ['Donaudampfschifffahrt', 8, ['Donaudam', 'pfschiff', 'fahrt']],
])('breaks %j at %d', (text, width, lines) => {
  expect(brokenLines(text, width)).toEqual(lines);
});

test('loses no letter, and no line is wider than the page but for a closing mark', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('word ', 'a', '字', '，', '。', ' ')), pieces => {
      const text = pieces.join('');
      const lines = brokenLines(text, 10);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of lines) expect(line.replace(/[，。]+$/, '').length).toBeLessThanOrEqual(10);
    }),
  );
});

test.each([
  [5000, 'EUR', 'en', 'EUR 5,000.00'],
  [5000, '', 'en', '5,000.00'],
  [5000.5, 'CNY', 'zh', '人民币5,000.50元'],
  [5000, 'USD', 'zh', 'USD 5,000.00'],
  [Number.NaN, 'EUR', 'en', ''],
] as const)('an amount of %d %s in %s is written %s', (amount, currency, language, written) => {
  expect(letterAmount(amount, currency, language)).toBe(written);
});
