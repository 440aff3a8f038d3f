import { fail, type Outcome, succeed } from '../../problem';

/** Sources divide sales by the receivables at the end of the period or by their average: say which. */
export const receivablesBases = ['ending', 'average'] as const;

export type ReceivablesBasis = (typeof receivablesBases)[number];

/**
 * Reduce balances over a period to the one that sales are compared with.
 *
 * @param balances Receivables at successive dates, oldest first, at least one.
 * @example balanceBy('average', [6_000, 10_000]) //=> 8000
 */
export function balanceBy(basis: ReceivablesBasis, balances: readonly number[]): number {
  if (basis === 'ending') return balances[balances.length - 1];
  return balances.reduce((sum, balance) => sum + balance, 0) / balances.length;
}

/**
 * Measure how often receivables turn over: sales / receivables.
 *
 * @param sales Net credit sales of the period.
 * @param receivables Receivables at its end or on average, in the currency of the sales.
 * @returns Times per period (365 / turnover is DSO in days); `receivablesZero` when there is nothing to divide by.
 * @example turnover(16_000, 8_000) //=> 2
 */
export function turnover(sales: number, receivables: number): Outcome<number> {
  if (receivables === 0) return fail('divideByZero', 'receivablesZero', { argument: 'receivables' });
  return succeed(sales / receivables);
}
