import type { CurrencyShare } from '../ledger';

/**
 * Tell whether rates brought several currencies of a ledger together.
 *
 * @example isConverted(ledger.currencies) //=> false without rates
 */
export function isConverted(currencies: readonly CurrencyShare[]): boolean {
  return currencies.some(({ rate }) => !Number.isNaN(rate) && rate !== 1);
}
