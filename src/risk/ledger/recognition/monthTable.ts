import type { ColumnMapping } from '../ledger';
import type { ColumnHeader } from './columnHeader';
import { periodIn } from './headerPeriod';
import { headerWords } from './headerText';

/** Fewer may stand beside a balance to compare. */
const fewestMonths = 3;
const letters = /[a-z]+|[^\d\s\-/.'’年月份]/gi;
const bareSum = /^(?:total|totals|grand total|sum|amount|合计|总计|合计金额|累计|小计)$/;

/** Tell whether a header says a month, or a year, and nothing else. */
export const isMonthHeader = ({ own }: ColumnHeader): boolean =>
  periodIn(own) > 0 && [...own.matchAll(letters)].every(([word]) => periodIn(word) > 0);

/**
 * Leave out a sum over columns of months that no word calls a balance: it is rather what was sold in these months than what is owed, and only the user
 * knows.
 *
 * @param candidates columns with the fields they may mean
 */
export function withoutSumOfMonths(
  candidates: readonly ColumnMapping[],
  headers: readonly ColumnHeader[],
): readonly ColumnMapping[] {
  if (headers.filter(isMonthHeader).length < fewestMonths) return candidates;
  return candidates.filter(({ field, header }) => field !== 'exposure' || !bareSum.test(headerWords(header)));
}
