import type { CollectionStep } from '../policy/policy';
import type { OwedItems } from './owedItems';

/** One thing a customer owes. */
export interface CaseItem {
  /** Negative before the due date. */
  readonly days: number;
  /** In currency units. */
  readonly amount: number;
  /** The ledger's row, or -1 where a customer list only states a sum. */
  readonly row: number;
}

/** List what a customer owes, oldest first. */
export function itemsOf(
  { start, daysPastDue, amount, row }: OwedItems,
  customer: number,
): readonly CaseItem[] {
  const items: CaseItem[] = [];
  for (let item = start[customer]; item < start[customer + 1]; item += 1) {
    items.push({ days: daysPastDue[item], amount: amount[item], row: row[item] });
  }
  return items.sort((one, other) => other.days - one.days);
}

/**
 * Pick what a letter of a step asks for: all that is past due, of a step on the due day also what is due that day, or what falls due within the
 * days of a reminder before it.
 *
 * @param items Of one customer; their order stays.
 * @example itemsAsked(items, { fromDay: -5 }) //=> those due today or within five days
 */
export function itemsAsked(
  items: readonly CaseItem[],
  { fromDay }: Pick<CollectionStep, 'fromDay'>,
): readonly CaseItem[] {
  if (fromDay < 0) return items.filter(({ days }) => days <= 0 && days >= fromDay);
  const youngest = Math.min(1, fromDay);
  return items.filter(({ days }) => days >= youngest);
}

/** Add up items in whole thousandths, so that three times 0.10 are 0.30. */
export const sumOfItems = (items: readonly Pick<CaseItem, 'amount'>[]): number =>
  items.reduce((sum, { amount }) => withoutDrift(sum + amount), 0);

/** Take away what adding binary fractions leaves behind. */
export const withoutDrift = (amount: number): number => Math.round(amount * 1000) / 1000;
