import type { CurrencyShare } from './ledger';
import type { LedgerRows } from './ledgerRows';
import { moneyScale, toScale } from './moneyScale';

/** The one currency a ledger is read in; amounts of different currencies are never added together. */
export interface ChosenCurrency {
  /** `''` when the sheet names none. */
  readonly currency: string;
  /** Most rows first; empty when the sheet names none. */
  readonly currencies: readonly CurrencyShare[];
  /** By currency code of the rows: 1 when rows of that code are in. */
  readonly isChosen: readonly boolean[];
}

/**
 * Choose the currency of a ledger: the wished one if any row has it, else the one with most rows. Rows that name no currency belong to
 * the only one the sheet names; where it names several, they stand apart as `''`.
 *
 * @param counted the rows to choose by: all but totals
 * @param amounts by row, in units of its own currency, NaN where unreadable
 */
export function chooseCurrency(
  rows: LedgerRows,
  counted: Int32Array,
  amounts: Float64Array,
  wished: string | undefined,
): ChosenCurrency {
  const { names } = rows.currency;
  const named = names.filter(name => name !== '');
  if (named.length === 0) return { currency: '', currencies: [], isChosen: names.map(() => true) };
  if (named.length === 1) {
    const currency = named[0]!;
    const amount = exactTotal(amounts, counted);
    return {
      currency,
      currencies: [{ currency, rowCount: counted.length, amount, rate: 1 }],
      isChosen: names.map(() => true),
    };
  }
  const rowsByCode = rowsByCurrency(rows, counted);
  const bySize = names
    .map((currency, code) => ({ currency, rows: rowsByCode[code]! }))
    .sort((one, other) => other.rows.length - one.rows.length || compare(one.currency, other.currency));
  const currency = wished !== undefined && names.includes(wished) ? wished : bySize[0]!.currency;
  const currencies = bySize.map(share => ({
    currency: share.currency,
    rowCount: share.rows.length,
    amount: exactTotal(amounts, share.rows),
    rate: share.currency === currency ? 1 : Number.NaN,
  }));
  return { currency, currencies, isChosen: names.map(name => name === currency) };
}

/** By currency code of the rows. */
function rowsByCurrency(rows: LedgerRows, counted: Int32Array): readonly Int32Array[] {
  const counts = rows.currency.names.map(() => 0);
  for (const row of counted) counts[rows.currency.codeAt(row)]!++;
  const byCode = counts.map(count => new Int32Array(count));
  const filled = counts.map(() => 0);
  for (const row of counted) {
    const code = rows.currency.codeAt(row);
    byCode[code]![filled[code]!++] = row;
  }
  return byCode;
}

/** The sum of the readable amounts of some rows. */
function exactTotal(amounts: Float64Array, rows: Int32Array): number {
  const picked = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) picked[index] = amounts[rows[index]!]!;
  const scale = moneyScale([picked]);
  let sum = 0;
  for (let index = 0; index < picked.length; index++) {
    if (!Number.isNaN(picked[index]!)) sum += toScale(picked[index]!, scale);
  }
  return sum / scale;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
