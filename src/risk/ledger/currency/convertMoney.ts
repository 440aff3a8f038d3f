import type { CurrencyColumn } from '../columns/currencyColumn';
import type { ChosenCurrency } from './chosenCurrency';
import { convertAmount } from './exchangeRates';

/** Money of every row in currency units, signs set, NaN where unknown. */
export interface SignedMoney {
  readonly amount: Float64Array;
  readonly openAmount: Float64Array;
}

/** Convert every row whose currency has another rate than 1, each rounded on its own; the very same columns where no row has. */
export function convertMoney(
  money: SignedMoney,
  currency: CurrencyColumn,
  { currency: reporting, rates, isConverted }: ChosenCurrency,
): SignedMoney {
  if (!isConverted) return money;
  const convert = (amounts: Float64Array) =>
    amounts.map((amount, row) => {
      const rate = rates[currency.codeAt(row)];
      return rate === 1 || Number.isNaN(rate) ? amount : convertAmount(amount, rate, reporting);
    });
  return { amount: convert(money.amount), openAmount: convert(money.openAmount) };
}
