import { balanceBy, receivablesBases, turnover } from '../risk/metrics/formulas/turnover';
import { readOption } from './choiceArgument';
import { readBalances, readTotal } from './numberArgument';
import { answerNumber } from './respond';

/**
 * How often receivables turn over in the period of the sales: sales / receivables.
 *
 * Cells of `receivables` without content are passed over; a cell of 0 counts in the average.
 *
 * @customfunction TURNOVER TURNOVER
 * @param sales Credit sales of the period: a total, or its parts.
 * @param receivables What is owed: one balance, or balances over time, oldest first.
 * @param basis "ending" (default) divides by the last balance, "average" by their mean.
 * @returns Times.
 * @example =TIERCEL.TURNOVER(16000, {6000,10000}, "average") //=> 2
 * @formula "ending" = sales / receivables (last)
 * @formula "average" = sales / receivables (mean)
 * @source Textbooks divide by the balance at year-end or by the average balance; both are here, and 365 / turnover is DSO
 * on the same basis
 * @term 应收账款周转率
 */
export function receivablesTurnover(sales: unknown[][], receivables: unknown[][], basis?: unknown): number {
  const chosen = readOption(basis, 'basis', receivablesBases);
  const balance = balanceBy(chosen, readBalances(receivables, 'receivables'));
  return answerNumber(turnover(readTotal(sales, 'sales'), balance));
}
