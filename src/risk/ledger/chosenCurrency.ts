import type { LedgerRows } from './ledgerRows';

/** The one currency a ledger is read in; amounts of different currencies are never added together. */
export interface ChosenCurrency {
  /** `''` when the sheet names none. */
  readonly currency: string;
  /** Rows per currency, most rows first; empty when the sheet names none. */
  readonly currencies: readonly { readonly currency: string; readonly rowCount: number }[];
  /** By currency code of the rows: 1 when rows of that code are in. */
  readonly isChosen: readonly boolean[];
}

/**
 * Choose the currency of a ledger: the wished one if any row has it, else the one with most rows. Rows that name no currency belong to
 * the only one the sheet names; where it names several, they stand apart as `''`.
 *
 * @param counted the rows to choose by: all but totals
 */
export function chooseCurrency(
  rows: LedgerRows,
  counted: Int32Array,
  wished: string | undefined,
): ChosenCurrency {
  const { names } = rows.currency;
  const named = names.filter(name => name !== '');
  if (named.length === 0) return { currency: '', currencies: [], isChosen: names.map(() => true) };
  if (named.length === 1) {
    const currency = named[0]!;
    return {
      currency,
      currencies: [{ currency, rowCount: counted.length }],
      isChosen: names.map(() => true),
    };
  }
  const counts = names.map(() => 0);
  for (const row of counted) counts[rows.currency.codeAt(row)]!++;
  const currencies = names
    .map((currency, code) => ({ currency, rowCount: counts[code]! }))
    .sort((one, other) => other.rowCount - one.rowCount || compare(one.currency, other.currency));
  const currency = wished !== undefined && names.includes(wished) ? wished : currencies[0]!.currency;
  return { currency, currencies, isChosen: names.map(name => name === currency) };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
