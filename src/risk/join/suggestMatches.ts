import { plainText } from '../ledger/cell';
import { customerKey, looseCustomerKey } from '../ledger/cells/customerName';
import { numberKey, numbersIn } from '../ledger/cells/customerNumber';
import { foldText } from '../ledger/cells/searchText';
import type { Slices } from '../slices';

/** Why two records may be one customer, the surest reason first. */
const likenesses = [
  'sameNumber',
  'similarNumber',
  'sameName',
  'similarName',
  'partOfName',
  'initials',
  'alikeName',
] as const;

export type LikenessReason = (typeof likenesses)[number];

/** A record of the other side that may be the same customer. */
export interface Suggestion {
  /** Its place among the names that were looked through. */
  readonly index: number;
  readonly reason: LikenessReason;
  /** 0–1: how much of the names' letters is the same; 1 for the reasons that need no measure. */
  readonly share: number;
}

/** A customer by name and number, `''` where it has none. */
export interface NamedCustomer {
  readonly name: string;
  readonly number: string;
}

/** Customers of one side; numbers absent where the sheet has no such column. */
export interface NamedCustomers {
  readonly names: readonly string[];
  readonly numbers?: readonly string[];
}

/** A name of fewer letters is part of many by chance. */
const fewestLetters = 4;
const fewestHanCharacters = 2;
/** Below this share of the same pairs of letters names are no longer alike to a reader. */
const leastShare = 0.5;
const namesInSlice = 1024;

/**
 * Look for customers of the other side that may be the same as one: by number, by name without punctuation and legal form, by a name that is
 * part of the other, by initials, and by how many pairs of letters both names have (Dice 1945: 2 × common / all).
 *
 * @param isLeftOut Those of the other side that cannot be taken, by index.
 * @param most So many at the most.
 * @returns The likeliest first.
 * @example finishSlices(suggestMatchesInSlices({ name: 'IBM', number: '' }, { names: ['International Business Machines'] }))[0] //=> { index: 0, reason: 'initials', share: 1 }
 */
export function* suggestMatchesInSlices(
  wanted: NamedCustomer,
  { names, numbers }: NamedCustomers,
  isLeftOut: (index: number) => boolean = () => false,
  most = 8,
): Slices<readonly Suggestion[]> {
  const one = keysOf(wanted);
  const found: Suggestion[] = [];
  for (let index = 0; index < names.length; index += 1) {
    if (index % namesInSlice === namesInSlice - 1) yield;
    if (isLeftOut(index)) continue;
    const likeness = likenessOf(one, keysOf({ name: names[index], number: numbers?.[index] ?? '' }));
    if (likeness !== null) found.push({ index, ...likeness });
  }
  const place = ({ reason }: Suggestion) => likenesses.indexOf(reason);
  return found.sort((a, b) => place(a) - place(b) || b.share - a.share || a.index - b.index).slice(0, most);
}

interface NameKeys {
  readonly numbers: readonly string[];
  readonly name: string;
  readonly loose: string;
}

function keysOf({ name, number }: NamedCustomer): NameKeys {
  return {
    numbers: numbersIn(number).map(customerKey),
    name: customerKey(name),
    loose: looseCustomerKey(name),
  };
}

type Likeness = Pick<Suggestion, 'reason' | 'share'>;

function likenessOf(one: NameKeys, other: NameKeys): Likeness | null {
  const certain = (reason: LikenessReason): Likeness => ({ reason, share: 1 });
  const isNumbered = (isSame: (number: string, another: string) => boolean) =>
    one.numbers.some(number => other.numbers.some(another => isSame(number, another)));
  if (isNumbered((number, another) => number === another)) return certain('sameNumber');
  if (isNumbered((number, another) => numberKey(number) === numberKey(another)))
    return certain('similarNumber');
  if (one.name === '' || other.name === '') return null;
  if (one.name === other.name) return certain('sameName');
  if (one.loose === other.loose) return certain('similarName');
  const [shorter, longer] =
    one.loose.length < other.loose.length ? [one.loose, other.loose] : [other.loose, one.loose];
  if (isTelling(shorter) && longer.includes(shorter)) {
    return { reason: 'partOfName', share: shorter.length / longer.length };
  }
  if (areInitials(one.loose, other.name) || areInitials(other.loose, one.name)) return certain('initials');
  const share = sharedPairs(one.loose, other.loose);
  return share >= leastShare ? { reason: 'alikeName', share } : null;
}

const isTelling = (loose: string): boolean =>
  [...loose].length >= (/\p{Script=Han}/u.test(loose) ? fewestHanCharacters : fewestLetters);

/** `Co., Ltd.` adds two letters that nobody says. */
const mostLegalWords = 2;

function areInitials(letters: string, name: string): boolean {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '');
  const isTold = letters.length >= 2 && letters.length <= words.length;
  const initials = words.map(word => word[0]).join('');
  return isTold && initials.startsWith(letters) && initials.length - letters.length <= mostLegalWords;
}

/** The share of pairs of neighbouring letters that two texts have in common, counted as often as they stand there. */
function sharedPairs(one: string, other: string): number {
  const pairCount = one.length + other.length - 2;
  if (pairCount <= 0 || Math.min(one.length, other.length) < 2) return 0;
  const counts = new Map<string, number>();
  for (let at = 0; at < one.length - 1; at += 1) {
    const pair = one.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 0; at < other.length - 1; at += 1) {
    const pair = other.slice(at, at + 2);
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    common += 1;
  }
  return (2 * common) / pairCount;
}

/**
 * Find customers whose name or number holds a text, in slices: those that begin with it first, else in their order.
 *
 * @returns Indexes; none for an empty text.
 * @example finishSlices(searchCustomersInSlices('met', { names: ['Acme Metals', 'Metro AG'] })) //=> [1, 0]
 */
export function* searchCustomersInSlices(
  text: string,
  { names, numbers }: NamedCustomers,
  isLeftOut: (index: number) => boolean = () => false,
): Slices<readonly number[]> {
  const wanted = foldText(text);
  if (plainText(wanted) === '') return [];
  const [beginning, holding]: [number[], number[]] = [[], []];
  for (let index = 0; index < names.length; index += 1) {
    if (index % namesInSlice === namesInSlice - 1) yield;
    if (isLeftOut(index)) continue;
    const texts = [foldText(names[index]), foldText(numbers?.[index] ?? '')];
    if (texts.some(each => each.startsWith(wanted))) beginning.push(index);
    else if (texts.some(each => each.includes(wanted))) holding.push(index);
  }
  return [...beginning, ...holding];
}
