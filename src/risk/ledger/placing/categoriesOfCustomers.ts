import { noWord, type WordColumn } from '../columns/wordColumn';
import { type CustomerCategory, customerCategories } from '../customerList/customerCategories';
import type { Ledger, SaidOfCustomers } from '../ledger';
import type { LedgerRows } from '../ledgerRows';

/** In place of a word: no row of the customer was seen yet. */
const noRow = -1;

/**
 * Say what a ledger's rows say of its customers in words. Where a customer's rows differ, the latest invoice counts, and of one day the word that comes
 * first in the alphabet. A column that differs among the rows of most customers says something of documents, not of customers, and is left out; edits of
 * rows do not decide that anew.
 *
 * @param customer code by placed row
 * @param invoiceDate by placed row
 */
export function categoriesOfCustomers(
  rows: LedgerRows,
  placed: Int32Array,
  { customers, customer, invoiceDate }: Pick<Ledger, 'customers' | 'customer' | 'invoiceDate'>,
): Partial<Record<CustomerCategory, SaidOfCustomers>> {
  const categories: Partial<Record<CustomerCategory, SaidOfCustomers>> = {};
  for (const category of customerCategories) {
    const column = rows.categories[category];
    if (column === null) continue;
    const said = latestWords(column, placed, customer, invoiceDate, customers.length);
    if (said !== null) categories[category] = said;
  }
  return categories;
}

function latestWords(
  { values, words }: WordColumn,
  placed: Int32Array,
  customer: ArrayLike<number>,
  invoiceDate: Float32Array,
  count: number,
): SaidOfCustomers | null {
  if (words.length === 1) return null;
  const first = new Int32Array(count).fill(noRow);
  const latest = new Int32Array(count).fill(noWord);
  const days = new Float32Array(count).fill(Number.NEGATIVE_INFINITY);
  const uneven = new Set<number>();
  const differing = new Set<number>();
  const repeated = new Set<number>();
  for (let index = 0; index < placed.length; index++) {
    const word = values[placed[index]];
    const code = customer[index];
    if (first[code] === noRow) first[code] = word;
    else if (first[code] !== word) uneven.add(code);
    if (word === noWord) continue;
    const day = Number.isNaN(invoiceDate[index]) ? Number.NEGATIVE_INFINITY : invoiceDate[index];
    const before = latest[code];
    if (before !== noWord) repeated.add(code);
    if (before !== noWord && before !== word) differing.add(code);
    const isLater = before === noWord || day > days[code];
    if (!isLater && !(day === days[code] && words[word] < words[before])) continue;
    latest[code] = word;
    days[code] = day;
  }
  const isOfDocuments = differing.size * 2 > repeated.size;
  return isOfDocuments ? null : { words: Array.from(latest, word => words[word]), uneven };
}
