import type { ExchangeRate } from '../../policy/policy';
import { currencyCode, isOpenSign } from '../cells/currencyCode';
import type { CurrencyShare } from '../ledger';
import type { LedgerRows } from '../ledgerRows';
import { rateOf } from './exchangeRates';
import { moneyScale, toScale } from './moneyScale';

/** Rates that a user gives, so that amounts in several currencies can be added. */
export interface Conversion {
  /** Units of the reporting currency per 1; none, and nothing is converted. */
  readonly rates?: readonly ExchangeRate[];
  /** ISO code; without one it is the currency that would be read without rates. */
  readonly reportingCurrency?: string;
}

/** The one currency a ledger is read in; amounts of different currencies are never added together without rates. */
export interface ChosenCurrency {
  /** `''` when the sheet names none. */
  readonly currency: string;
  /** Most rows first; empty when the sheet names none. */
  readonly currencies: readonly CurrencyShare[];
  /** By currency code of the rows: whether rows of that code are in. */
  readonly isChosen: readonly boolean[];
  /** By currency code of the rows: units of `currency` per 1, NaN where rows of that code are not in. */
  readonly rates: readonly number[];
  /** Whether rows of another currency are in. */
  readonly isConverted: boolean;
}

/** What of a sheet's currencies is wished for. */
export interface CurrencyWish extends Conversion {
  readonly currency?: string;
}

/**
 * Choose the currency of a ledger. Rates that apply to any of its rows decide: then it is the reporting currency, and every row with a
 * rate is in. Else it is the wished one if any row has it, else the one with most rows. Rows that name no currency belong to the only one
 * the sheet names, unless they are the most; where it names several, they stand apart as `''`.
 *
 * @param counted the rows to choose by: all but totals
 * @param amounts by row, in units of its own currency, NaN where unreadable
 */
export function chooseCurrency(
  rows: LedgerRows,
  counted: Int32Array,
  amounts: Float64Array,
  wish: CurrencyWish,
): ChosenCurrency {
  const { names } = rows.currency;
  const named = names.filter(name => name !== '' && !isOpenSign(name, names));
  if (named.length === 0) {
    const isChosen = names.map(() => true);
    return { currency: '', currencies: [], isChosen, rates: names.map(() => 1), isConverted: false };
  }
  const shares = sharesOf(rows, counted, named);
  const chosen = (shares.find(share => share.currency === wish.currency) ?? shares[0]).currency;
  const currency = reportingCurrency(shares, chosen, wish);
  const rateByName = new Map(
    shares.map(share => [share.currency, rateOf(share.currency, wish.rates ?? [], currency)]),
  );
  // A blank cell belongs to the only currency there is.
  const rates = names.map(name => rateByName.get(name) ?? rateByName.get(named[0])!);
  return {
    currency,
    currencies: shares.map(share => ({
      currency: share.currency,
      rowCount: share.rows.length,
      amount: exactTotal(amounts, share.rows),
      rate: rateByName.get(share.currency)!,
    })),
    isChosen: rates.map(rate => !Number.isNaN(rate)),
    rates,
    isConverted: shares.some(share => share.currency !== currency && rateByName.get(share.currency)! > 0),
  };
}

/** The currency to report in: the given one where any row has it or a rate, else the one that is read without rates. */
function reportingCurrency(
  shares: readonly RowsOfCurrency[],
  chosen: string,
  { rates = [], reportingCurrency: wished = '' }: CurrencyWish,
): string {
  const reporting = currencyCode(wished);
  const canReport = shares.some(share => !Number.isNaN(rateOf(share.currency, rates, reporting)));
  return reporting !== '' && rates.length > 0 && canReport ? reporting : chosen;
}

interface RowsOfCurrency {
  readonly currency: string;
  readonly rows: Int32Array;
}

/** The rows of each currency, most rows first. */
function sharesOf(rows: LedgerRows, counted: Int32Array, named: readonly string[]): RowsOfCurrency[] {
  const byCode = rowsByCurrency(rows, counted);
  if (named.length === 1 && !areBlanksApart(rows, byCode)) return [{ currency: named[0], rows: counted }];
  return rows.currency.names
    .map((currency, code) => ({ currency, rows: byCode[code] }))
    .sort((one, other) => other.rows.length - one.rows.length || compare(one.currency, other.currency));
}

/**
 * Where a column of currencies is mostly blank, blank is the money of the books, and what is named another one (Dynamics 365 Business
 * Central). Not so where it says the currency once for all rows below, or for those of a customer.
 */
function areBlanksApart(rows: LedgerRows, byCode: readonly Int32Array[]): boolean {
  const blank = rows.currency.names.indexOf('');
  if (blank < 0 || rows.column('currency') < 0 || rows.isGrouped) return false;
  const named = byCode[1 - blank];
  return byCode[blank].length > named.length && !isSaidOnce(named);
}

/** Tell whether rows that name a currency are the first one alone: it names it for all below. */
export const isSaidOnce = (named: ArrayLike<number>): boolean => named.length === 1 && named[0] === 0;

/** By currency code of the rows. */
function rowsByCurrency(rows: LedgerRows, counted: Int32Array): readonly Int32Array[] {
  const counts = rows.currency.names.map(() => 0);
  for (const row of counted) counts[rows.currency.codeAt(row)]++;
  const byCode = counts.map(count => new Int32Array(count));
  const filled = counts.map(() => 0);
  for (const row of counted) {
    const code = rows.currency.codeAt(row);
    byCode[code][filled[code]++] = row;
  }
  return byCode;
}

/** The sum of the readable amounts of some rows. */
function exactTotal(amounts: Float64Array, rows: Int32Array): number {
  const picked = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) picked[index] = amounts[rows[index]];
  const scale = moneyScale([picked]);
  let sum = 0;
  for (let index = 0; index < picked.length; index++) {
    if (!Number.isNaN(picked[index])) sum += toScale(picked[index], scale);
  }
  return sum / scale;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
