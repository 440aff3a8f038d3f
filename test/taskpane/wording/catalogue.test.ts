/** Every text a user sees is there in both languages: the catalogue's, and those that load with a part of the pane. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { PartTexts } from '../../../src/i18n/bilingual';
import { chinese } from '../../../src/i18n/chinese';
import { english } from '../../../src/i18n/english';
import { languageOf } from '../../../src/i18n/language';
import { findingTexts } from '../../../src/i18n/problems/findings';

const folder = path.resolve(__dirname, '../../../src/i18n');

/** Whatever a text does with what it is given, it can: a number, and with the text and list of it. */
const anything = [2, 3, 4, 5];
/** Some texts name things rather than count them, and ask them for what a number does not have. */
const things = ['2', '3', '4', '5'];
const lists = [['2'], ['3'], ['4'], ['5']];
/** Some texts are looked up by the name of a metric. */
const metrics = ['exposure', 'exposure'];

function say(text: (...given: unknown[]) => unknown): string {
  for (const given of [anything, things, lists, metrics]) {
    try {
      const said = text(...given);
      if (typeof said === 'string' && !/undefined|NaN|\[object/.test(said)) return said;
    } catch {
      // The next kind of thing is what it is about.
    }
  }
  return `? ${text}`;
}

/** Every text by its path, functions called with arguments that show up again. */
function textsOf(texts: object, at = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    const here = at === '' ? key : `${at}.${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function') return [[here, say(value as () => unknown)]];
    return typeof value === 'object' && value !== null ? textsOf(value, here) : [];
  });
}

const isBothLanguages = (value: unknown): value is PartTexts<object> =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).sort().join() === 'en,zh' &&
  Object.values(value).every(texts => typeof texts === 'object');

/** The texts of every file of `src/i18n`, as the file exports them. */
const catalogues: [string, PartTexts<object>][] = [['the catalogue', { en: english, zh: chinese }]];
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.ts'),
)) {
  const exported = jest.requireActual<Record<string, unknown>>(path.join(folder, file));
  for (const [name, value] of Object.entries(exported)) {
    if (isBothLanguages(value)) catalogues.push([`${file} ${name}`, value]);
  }
}

/** The same in both languages by nature: abbreviations of the trade, a language's own name, names of files, and what only joins what it is given. */
const isSameByNature = (text: string): boolean =>
  !/[a-z]{3}/i.test(text) || /^([A-Z]+|English|Tiercel.*|tiercel-\w+\.json)$/.test(text);

/** Nothing stands between Chinese sentences, nor behind a plain number. */
const isEmptyByNature = (at: string): boolean => /^(sentenceSeparator|unit\.plain)$/.test(at);

test('the texts of the parts are found', () => {
  expect(catalogues.length).toBeGreaterThan(10);
});

describe.each(catalogues)('of %s', (_, { en, zh }) => {
  const englishTexts = textsOf(en);
  const chineseTexts = new Map(textsOf(zh));

  test('both languages have the same texts, none empty', () => {
    expect(englishTexts.map(([at]) => at).sort()).toEqual([...chineseTexts.keys()].sort());
    for (const [at, text] of [...englishTexts, ...chineseTexts]) {
      expect([at, text.length > 0 || isEmptyByNature(at)]).toEqual([at, true]);
      expect([at, text]).not.toEqual([at, expect.stringMatching(/undefined|NaN|\[object/)]);
    }
  });

  test('no Chinese text is left in English', () => {
    const untranslated = englishTexts.filter(
      ([at, text]) => chineseTexts.get(at) === text && !isSameByNature(text),
    );
    expect(untranslated).toEqual([]);
  });

  test('Chinese is punctuated as Chinese', () => {
    const halfWidth = [...chineseTexts].filter(([, text]) => /[一-鿿][,;:?!]|[一-鿿]\.(\s|$)/.test(text));
    expect(halfWidth).toEqual([]);
  });

  test('English says 1 of something in the singular', () => {
    const ones = (texts: object, at = ''): [string, string][] =>
      Object.entries(texts).flatMap(([key, value]): [string, string][] => {
        const here = at === '' ? key : `${at}.${key}`;
        if (typeof value === 'function') {
          const said: unknown = (() => {
            try {
              return value(1, 1, 1, 1);
            } catch {
              return '';
            }
          })();
          return typeof said === 'string' ? [[here, said]] : [];
        }
        return typeof value === 'object' && value !== null ? ones(value, here) : [];
      });
    const plural =
      /(^|[^\d.,/:–-])1 (more )?(rows|customers|dates|amounts|months|years|cells|sheets|columns|invoices|items|breaches|remarks|rules|letters|contracts|reviews|changes|records|edits)\b/;
    // Years are written with a decimal, 1.0 years, and statements at a time are always many.
    const isAlwaysMany = (at: string) => at === 'unit.years' || at === 'batchLead';
    expect(ones(en).filter(([at, text]) => !isAlwaysMany(at) && plural.test(text))).toEqual([]);
  });
});

test('English counts one row and two rows', () => {
  expect(english.customer.rows(1)).toBe('1 row selected on the sheet');
  expect(english.customer.rows(1200)).toBe('1,200 rows selected on the sheet');
  expect(findingTexts.en.textDate.title(1)).toBe('1 date is text');
  expect(findingTexts.en.textDate.title(3)).toBe('3 dates are text');
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
