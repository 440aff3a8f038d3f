import type { Field, SheetKind } from '../ledger';
import { continentalNames, withoutCurrency } from './continentalNames';
import {
  customerNames,
  ledgerNames,
  ownHeaders,
  strongWords,
  turningCharacters,
  turningWords,
} from './fieldNames';
import { japaneseKoreanNames } from './japaneseKoreanNames';

/** A header in two languages (`金额 Amount`) says the same twice. */
const twiceNamed = 0.9;
/** What a currency behind a name leaves of its certainty: `Amount` beside `Amount USD` is the one of the documents. */
const withCurrency = 0.99;

const own = new Set(ownHeaders);
const strong = new Set(strongWords);
const turning = new RegExp(`\\b(?:${turningWords.join('|')})\\b|${turningCharacters.join('|')}`);

/** In `入金额`, what was paid, stands the Chinese word for an amount. */
const paidInJapanese = /入金/;
const money =
  /\b(?:balance|amount|total|due|owed|outstanding|limit|sales|revenue|turnover|exposure)\b|[金余总]额|欠款|应收|合计|额度|销售额/;

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

/** Names in other languages, of which whole headings count. */
const foreignNames = [continentalNames, japaneseKoreanNames];

const everyName = new Set(
  [
    ...fieldNamesOf.ledger,
    ...fieldNamesOf.customers,
    ...foreignNames.flatMap(names => Object.entries(names)),
  ].flatMap(([, names]) => names),
);

/** A name that says enough to be recognised inside a longer header. */
interface TellingName {
  readonly field: Field;
  readonly name: string;
  readonly synonyms: readonly string[];
}

/**
 * Telling names by how they begin: Chinese ones by their first character, others by their first word. A header is held against the few
 * that begin as one of its own words does, not against all fifteen hundred.
 */
const tellingNamesOf: Readonly<Record<SheetKind, ReadonlyMap<string, readonly TellingName[]>>> = {
  ledger: byBeginning(fieldNamesOf.ledger),
  customers: byBeginning(fieldNamesOf.customers),
};

/**
 * Tell whether the words of a header are one of Tiercel's own result columns (Score, Tier, Breaches; 评分, 风险等级, 预警).
 *
 * @example isOwnWords('风险等级') //=> true
 */
export const isOwnWords = (words: string): boolean => own.has(words);

/** Tell whether the words of a header say something that no field means (`days late`, `备注`). */
export const isOtherWords = (words: string): boolean => turning.test(words);

/** Tell whether the words of a header are, as they stand, a name of a field of either kind of sheet. */
export const isFieldName = (words: string): boolean => everyName.has(words);

/**
 * List the fields of a sheet of that kind that a header may mean, none for Tiercel's own columns.
 *
 * @param words of the header, as `headerWords` writes them
 * @example matchWords('settled date', 'ledger') //=> [{ field: 'paidDate', confidence: 0.97… }]
 */
export function matchWords(words: string, kind: SheetKind): HeaderMatch[] {
  if (words === '' || own.has(words)) return [];
  const names = fieldNamesOf[kind];
  const whole = everyName.has(words) ? words : withoutCurrency(words);
  if (everyName.has(whole)) {
    const sureness = whole === words ? 1 : withCurrency;
    return names.flatMap(([field, synonyms]) => {
      const [match] = exactMatch(whole, field, synonyms);
      const matches = match
        ? [match]
        : foreignNames.flatMap(foreign => exactMatch(whole, field, foreign[field] ?? []));
      return matches.map(({ confidence }) => ({ field, confidence: confidence * sureness }));
    });
  }
  const confidences = partialConfidences(words, tellingNamesOf[kind]);
  return names.flatMap(([field]) => {
    const confidence = confidences.get(field);
    return confidence === undefined ? [] : [{ field, confidence }];
  });
}

function exactMatch(words: string, field: Field, synonyms: readonly string[]): HeaderMatch[] {
  const index = synonyms.indexOf(words);
  // The more usual the name, the surer: `Customer name` wins over a bare `Name`.
  return index < 0 ? [] : [{ field, confidence: 0.98 - (0.12 * index) / synonyms.length }];
}

function partialConfidences(
  words: string,
  names: ReadonlyMap<string, readonly TellingName[]>,
): ReadonlyMap<Field, number> {
  const confidences = new Map<Field, number>();
  for (const beginning of new Set([...words.split(' '), ...words])) {
    for (const telling of names.get(beginning) ?? []) {
      const confidence = partialConfidence(words, telling);
      if (confidence > (confidences.get(telling.field) ?? 0)) confidences.set(telling.field, confidence);
    }
  }
  return confidences;
}

/** 0 when the name is not in the header, or other words turn it into something else. */
function partialConfidence(words: string, { field, name, synonyms }: TellingName): number {
  const rest = restAround(words, name);
  if (rest === null) return 0;
  if (paidInJapanese.test(words)) return 0;
  // What a customer owes is no customer (`Customer balance`, 客户欠款总额).
  if ((field === 'customer' || field === 'customerNumber') && money.test(rest)) return 0;
  if (synonyms.includes(rest)) return twiceNamed;
  return turning.test(rest) ? 0 : 0.45 + (0.35 * name.length) / words.length;
}

function byBeginning(
  fields: readonly (readonly [Field, readonly string[]])[],
): ReadonlyMap<string, readonly TellingName[]> {
  const names = new Map<string, TellingName[]>();
  for (const [field, synonyms] of fields) {
    for (const name of synonyms.filter(isTelling)) {
      const beginning = isHan(name) ? name.charAt(0) : name.split(' ')[0];
      const telling = { field, name, synonyms };
      const others = names.get(beginning);
      if (others) others.push(telling);
      else names.set(beginning, [telling]);
    }
  }
  return names;
}

/** Two words or three characters say enough to be recognised inside a longer header; `date` or `日期` do not. */
function isTelling(synonym: string): boolean {
  return strong.has(synonym) || synonym.includes(' ') || /^\p{Script=Han}{3,}$/u.test(synonym);
}

function isHan(name: string): boolean {
  return /\p{Script=Han}/u.test(name);
}

/** What a header says besides the name, or `null` when the name is not in it as whole words. */
function restAround(words: string, name: string): string | null {
  const [inside, sought] = isHan(name) ? [words, name] : [` ${words} `, ` ${name} `];
  const at = inside.indexOf(sought);
  return at < 0 ? null : `${inside.slice(0, at)} ${inside.slice(at + sought.length)}`.trim();
}
