import { chinese } from '../../../src/i18n/chinese';
import { english } from '../../../src/i18n/english';
import { languageOf } from '../../../src/i18n/language';

/** Every text of a catalogue by its path, functions called with arguments that show up again. */
function textsOf(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function') return [[here, value(2, 3, 4, 5)]];
    return textsOf(value as object, here);
  });
}

/** The same in both languages by nature: names, units and separators. */
const sameInBoth = new Set(['phraseSeparator', 'unit.times']);

test('both languages have the same texts, none empty, none left in English', () => {
  const chineseTexts = new Map(textsOf(chinese));
  const englishTexts = textsOf(english);
  expect(englishTexts.map(([path]) => path).sort()).toEqual([...chineseTexts.keys()].sort());
  for (const [path, text] of englishTexts) {
    expect(text.length).toBeGreaterThan(0);
    if (!sameInBoth.has(path) && /[a-z]{3}/i.test(text))
      expect([path, chineseTexts.get(path)]).not.toEqual([path, text]);
  }
});

test('English counts one row and two rows', () => {
  expect(english.customer.rows(1)).toBe('1 row selected on the sheet');
  expect(english.customer.rows(1200)).toBe('1,200 rows selected on the sheet');
  expect(english.finding.textDate.title(1)).toBe('1 date is text');
  expect(english.finding.textDate.title(3)).toBe('3 dates are text');
});

test('any Chinese of Office is Chinese, all else English', () => {
  expect(['zh-CN', 'zh-TW', 'ZH', 'en-US', 'de-DE', ''].map(languageOf)).toEqual([
    'zh',
    'zh',
    'zh',
    'en',
    'en',
    'en',
  ]);
});
