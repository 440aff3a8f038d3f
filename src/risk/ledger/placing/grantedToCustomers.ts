import type { ChosenCurrency } from '../currency/chosenCurrency';
import { convertAmount } from '../currency/exchangeRates';
import { toScale } from '../currency/moneyScale';
import type { LedgerRows } from '../ledgerRows';

/** Where a customer's rows differ, the longest terms count as granted. */
export function longestTerms(
  rows: LedgerRows,
  placed: Int32Array,
  customer: Int32Array,
  count: number,
): Float64Array {
  const terms = new Float64Array(count).fill(Number.NaN);
  const written = rows.termsDays?.values;
  if (!written) return terms;
  for (let index = 0; index < placed.length; index++) {
    const days = written[placed[index]];
    const code = customer[index];
    if (!Number.isNaN(days) && !(terms[code] >= days)) terms[code] = days;
  }
  return terms;
}

/**
 * Where a customer's rows differ, the lowest limit is the one to be warned by. Limits of a sheet in one currency are in that; where it has
 * several, a customer's limit is not one of each, but of the currency reported in.
 */
export function lowestLimits(
  rows: LedgerRows,
  placed: Int32Array,
  customer: Int32Array,
  count: number,
  scale: number,
  { currency, currencies, rates }: ChosenCurrency,
): Float64Array {
  const limits = new Float64Array(count).fill(Number.NaN);
  const written = rows.creditLimit?.amounts.values;
  if (!written) return limits;
  const rate = currencies.length === 1 ? rates[0] : 1;
  for (let index = 0; index < placed.length; index++) {
    const inOwn = written[placed[index]];
    const limit = toScale(rate === 1 ? inOwn : convertAmount(inOwn, rate, currency), scale);
    const code = customer[index];
    if (!Number.isNaN(limit) && !(limits[code] <= limit)) limits[code] = limit;
  }
  return limits;
}
