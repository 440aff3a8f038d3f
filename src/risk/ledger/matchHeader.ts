import {
  customerNames,
  ledgerNames,
  ownHeaders,
  strongWords,
  turningCharacters,
  turningWords,
} from './fieldNames';
import { headerWords } from './headerText';
import type { Cell, Field, SheetKind } from './ledger';

/** A header in two languages (`金额 Amount`) says the same twice. */
const twiceNamed = 0.9;

const own = new Set(ownHeaders);
const strong = new Set(strongWords);
const turning = new RegExp(`\\b(?:${turningWords.join('|')})\\b|${turningCharacters.join('|')}`);

/** A field that a header may mean, and how sure the header alone makes us. */
export interface HeaderMatch {
  readonly field: Field;
  /** 0–1; an exact name is 0.86–0.98, the same in two languages 0.9, a name among other words at most 0.8. */
  readonly confidence: number;
}

const fieldNamesOf: Readonly<Record<SheetKind, readonly (readonly [Field, readonly string[]])[]>> = {
  ledger: Object.entries(ledgerNames) as [Field, readonly string[]][],
  customers: Object.entries(customerNames) as [Field, readonly string[]][],
};

const everyName = new Set([...fieldNamesOf.ledger, ...fieldNamesOf.customers].flatMap(([, names]) => names));

/**
 * Tell whether a header is one of Tiercel's own result columns (Score, Tier, Breaches; 评分, 风险等级, 预警).
 *
 * @example isOwnHeader('风险等级') //=> true
 */
export const isOwnHeader = (header: Cell): boolean => own.has(headerWords(header));

/** Tell whether a header says something that no field means (`Days late`, `备注`). */
export const isOtherHeader = (header: Cell): boolean => turning.test(headerWords(header));

/**
 * List the fields of a sheet of that kind that a header may mean, none for Tiercel's own columns.
 *
 * @example matchHeader('SettledDate', 'ledger') //=> [{ field: 'paidDate', confidence: 0.97… }]
 */
export function matchHeader(header: Cell, kind: SheetKind): HeaderMatch[] {
  const words = headerWords(header);
  if (words === '' || own.has(words)) return [];
  const names = fieldNamesOf[kind];
  if (everyName.has(words)) return names.flatMap(([field, synonyms]) => exactMatch(words, field, synonyms));
  return names.flatMap(([field, synonyms]) => partialMatch(words, field, synonyms));
}

function exactMatch(words: string, field: Field, synonyms: readonly string[]): HeaderMatch[] {
  const index = synonyms.indexOf(words);
  // The more usual the name, the surer: `Customer name` wins over a bare `Name`.
  return index < 0 ? [] : [{ field, confidence: 0.98 - (0.12 * index) / synonyms.length }];
}

function partialMatch(words: string, field: Field, synonyms: readonly string[]): HeaderMatch[] {
  let best = 0;
  for (const synonym of synonyms) {
    if (!isTelling(synonym)) continue;
    const rest = restAround(words, synonym);
    if (rest === null) continue;
    if (synonyms.includes(rest)) return [{ field, confidence: twiceNamed }];
    if (turning.test(rest)) continue;
    best = Math.max(best, 0.45 + (0.35 * synonym.length) / words.length);
  }
  return best === 0 ? [] : [{ field, confidence: best }];
}

/** Two words or three characters say enough to be recognised inside a longer header; `date` or `日期` do not. */
const isTelling = (synonym: string): boolean =>
  strong.has(synonym) || synonym.includes(' ') || /^\p{Script=Han}{3,}$/u.test(synonym);

/** What a header says besides the name, or `null` when the name is not in it as whole words. */
function restAround(words: string, name: string): string | null {
  const isHan = /\p{Script=Han}/u.test(name);
  const [inside, sought] = isHan ? [words, name] : [` ${words} `, ` ${name} `];
  const at = inside.indexOf(sought);
  return at < 0 ? null : `${inside.slice(0, at)} ${inside.slice(at + sought.length)}`.trim();
}
