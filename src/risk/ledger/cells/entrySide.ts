import { plainText } from '../cell';
import type { Cell } from '../ledger';

/** The side of an account an amount belongs to; `none` for an account that is settled (`平`). */
export type EntrySide = 'debit' | 'credit' | 'none';

/** As English, Chinese and SAP's lists write it: `S` and `H` are Soll and Haben, which SAP keeps in every language. */
const words: Readonly<Record<EntrySide, readonly string[]>> = {
  debit: ['debit', 'debits', 'dr', 'd', 'db', 's', 'soll', '+', '借', '借方', '借项', '借項'],
  credit: ['credit', 'credits', 'cr', 'c', 'h', 'haben', '-', '贷', '貸', '贷方', '貸方', '贷项', '貸項'],
  none: ['平'],
};

const sideOf = new Map(
  (Object.entries(words) as [EntrySide, readonly string[]][]).flatMap(([side, written]) =>
    written.map(word => [word, side] as const),
  ),
);

/**
 * Read which side of an account a cell names; `null` where it names none.
 *
 * @example readEntrySide('Dr.') //=> 'debit'
 * @example readEntrySide('H') //=> 'credit'
 * @example readEntrySide('贷') //=> 'credit'
 */
export function readEntrySide(cell: Cell): EntrySide | null {
  if (typeof cell !== 'string') return null;
  const text = plainText(cell)
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\.$/, '');
  return sideOf.get(text) ?? null;
}
