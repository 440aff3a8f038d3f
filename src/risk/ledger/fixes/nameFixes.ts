import { addToGroup } from '../../groupBy';
import type { Slices } from '../../slices';
import { isBlankCell, isErrorCell, plainText } from '../cell';
import { customerKey, looseCustomerKey } from '../cells/customerName';
import type { Cell } from '../ledger';
import type { AgreedNames, FixList, FixReason, NameLikeness } from './fix';
import { rowsPerSlice } from './rowsPerSlice';

/** One way a customer is written. */
interface Spelling {
  readonly text: string;
  rows: number;
  /** The customer numbers beside it. */
  readonly numbers: Set<string>;
}

/**
 * Find what two names that are probably one customer differ in.
 *
 * @example nameLikeness('ACME Ltd', 'Acme Ltd') //=> 'case'
 * @example nameLikeness('上海明达贸易', '上海明达贸易有限公司') //=> 'legalForm'
 */
export function nameLikeness(one: string, other: string): NameLikeness {
  const isSame = (fold: (name: string) => string) => fold(one) === fold(other);
  if (isSame(name => name.replace(/\s+/g, ''))) return 'spaces';
  if (isSame(name => plainText(name).replaceAll(' ', ''))) return 'width';
  if (isSame(name => customerKey(name).replaceAll(' ', ''))) return 'case';
  if (isSame(name => customerKey(name).replace(/[^\p{L}\p{N}&]+/gu, ''))) return 'punctuation';
  return isSame(looseCustomerKey) ? 'legalForm' : 'otherName';
}

/** Write a name without spaces that say nothing. */
export const tidyName = (name: string): string => name.trim().replace(/\s+/g, ' ');

/**
 * Propose one spelling a customer: the one that was agreed, else the most frequent, the first one where several are. Names with customer
 * numbers of their own that differ are different customers.
 *
 * @param column Zero-based within the block, as `numberColumn`, which is -1 when there is none.
 * @param rows The block's rows that hold entries.
 */
export function* nameFixes(
  cells: readonly (readonly Cell[])[],
  column: number,
  numberColumn: number,
  rows: ArrayLike<number>,
  found: FixList,
  agreed: AgreedNames = new Map(),
): Slices<void> {
  if (column < 0) return;
  const spellings = new Map<string, Spelling>();
  for (let entry = 0; entry < rows.length; entry++) {
    if (entry % rowsPerSlice === rowsPerSlice - 1) yield;
    const row = cells[rows[entry]];
    const name = row[column];
    if (typeof name !== 'string' || isBlankCell(name) || isErrorCell(name)) continue;
    let spelling = spellings.get(name);
    if (!spelling) {
      spelling = { text: name, rows: 0, numbers: new Set() };
      spellings.set(name, spelling);
    }
    spelling.rows++;
    const number = row[numberColumn];
    if (!isBlankCell(number) && !isErrorCell(number)) spelling.numbers.add(customerKey(number));
  }

  const better = yield* betterSpellings([...spellings.values()], agreed);
  if (better.size === 0) return;
  for (let entry = 0; entry < rows.length; entry++) {
    if (entry % rowsPerSlice === rowsPerSlice - 1) yield;
    const row = rows[entry];
    const from = cells[row][column];
    const change = typeof from === 'string' ? better.get(from) : undefined;
    if (change) found.add({ kind: 'sameCustomerOtherName', row, column, from, ...change });
  }
}

/** By spelling what it should be, where that is another. */
function* betterSpellings(
  spellings: readonly Spelling[],
  agreed: AgreedNames,
): Slices<ReadonlyMap<string, { readonly to: string; readonly reason: FixReason }>> {
  const better = new Map<string, { readonly to: string; readonly reason: FixReason }>();
  const groups = new Map<string, Spelling[]>();
  for (const [index, spelling] of spellings.entries()) {
    if (index % rowsPerSlice === rowsPerSlice - 1) yield;
    const { text } = spelling;
    const settled = agreed.get(customerKey(text));
    if (settled) {
      const { to, code } = settled;
      const likeness = nameLikeness(text, to);
      const isPlain = code === 'plainName' && likeness === 'spaces';
      const reason: FixReason = isPlain ? { code } : { code: 'listName', likeness };
      if (text !== to) better.set(text, { to, reason });
      continue;
    }
    addToGroup(groups, looseCustomerKey(text), spelling);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const [usual] = [...group].sort((one, other) => other.rows - one.rows);
    const to = tidyName(usual.text);
    for (const spelling of group) {
      if (spelling.text === to || areDifferent(spelling, usual)) continue;
      const likeness = nameLikeness(spelling.text, to);
      better.set(spelling.text, { to, reason: { code: 'sameName', likeness, rows: usual.rows } });
    }
  }
  return better;
}

const areDifferent = (one: Spelling, other: Spelling): boolean =>
  one.numbers.size > 0 &&
  other.numbers.size > 0 &&
  ![...one.numbers].some(number => other.numbers.has(number));
