import type { ColumnMapping } from '../ledger';
import { headerWords } from './headerText';

const debitWord = /借方?|\bdebits?\b|\bdr\b/g;
const creditWord = /贷方?|\bcredits?\b|\bcr\b/g;

/**
 * Keep of a customer list's columns of sides the one that goes with its balances, and of its columns of credit balances the other half of them: beside
 * `期末余额` stands the opening balance with a side of its own, and beside `Closing debit` what was paid in between.
 *
 * @param candidates columns with the fields they may mean, the surest first
 */
export function withBalanceSides(candidates: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const balance = candidates.find(({ field }) => field === 'exposure');
  const sides = candidates.filter(({ field }) => field === 'entrySide').map(({ column }) => column);
  const own = balance === undefined ? undefined : nearestTo(balance.column, sides);
  return candidates.filter(({ field, column, header }) => {
    if (field === 'entrySide') return column === own;
    return field !== 'credit' || (balance !== undefined && areHalves(balance.header, header));
  });
}

/** The last column before a balance, else the one right behind it. */
function nearestTo(balance: number, sides: readonly number[]): number | undefined {
  const before = sides.filter(column => column < balance);
  if (before.length > 0) return Math.max(...before);
  return sides.includes(balance + 1) ? balance + 1 : undefined;
}

/** Whether two headers say the same but for their sides. */
function areHalves(debit: string, credit: string): boolean {
  const [one, other] = [headerWords(debit), headerWords(credit)];
  const isSided = one.search(debitWord) >= 0 && other.search(creditWord) >= 0;
  return isSided && one.replace(debitWord, ' ') === other.replace(creditWord, ' ');
}
