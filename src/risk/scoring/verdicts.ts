import type { CustomerTable } from '../metrics/metric';
import type { Bilingual, Policy } from '../policy/policy';
import type { Assessment, Breach } from './assessment';
import { breachesByCustomer } from './breachesByCustomer';
import { gravestFirst } from './gravestFirst';

/** What is written beside a customer's rows, per customer; what is not known stays empty. */
export interface Verdicts {
  /** With one decimal; the tier was decided on the full figure. */
  readonly score: readonly (number | '')[];
  readonly tier: readonly string[];
  /** The names of the rules in breach, gravest first. */
  readonly breaches: readonly string[];
}

/** Between names in one cell. */
export const nameSeparator: Bilingual = { en: '; ', zh: '；' };

/**
 * Name the rules that a customer is in breach of, gravest first, as one text.
 *
 * @example breachNames(breachesOf(4), policy, 'en') //=> 'Over limit; Overdue share'
 */
export const breachNames = (
  breaches: readonly Breach[],
  { rules }: Pick<Policy, 'rules'>,
  language: keyof Bilingual,
): string =>
  gravestFirst(breaches)
    .map(breach => rules.find(({ id }) => id === breach.rule)?.name[language] ?? breach.rule)
    .join(nameSeparator[language]);

const roundScore = (score: number): number => Math.round(score * 10) / 10;

/**
 * Say of every customer what columns beside the data say: score, tier and breaches.
 *
 * @example verdicts(assessment, 'en').breaches[0] //=> 'Over limit; Overdue share'
 */
export function verdicts({ scores, policy, breaches }: Assessment, language: keyof Bilingual): Verdicts {
  const breachesOf = breachesByCustomer(breaches, scores.score.length);
  return {
    score: Array.from(scores.score, score => (Number.isNaN(score) ? '' : roundScore(score))),
    tier: Array.from(scores.tier, tier => policy.tiers[tier]?.letter ?? ''),
    breaches: Array.from(scores.score, (_, customer) => breachNames(breachesOf(customer), policy, language)),
  };
}

/** Of a row that belongs to nobody. */
export const nobodysRow = -1;

/**
 * Find the customer of every row of the sheet.
 *
 * @param rowCount Rows of the block that was read.
 * @returns Per zero-based row the customer, -1 where the row belongs to none.
 */
export function customerOfRows(
  { customers, rowsOf }: Pick<CustomerTable, 'customers' | 'rowsOf'>,
  rowCount: number,
): Int32Array {
  const customerOf = new Int32Array(rowCount).fill(nobodysRow);
  for (const customer of customers.keys()) for (const row of rowsOf(customer)) customerOf[row] = customer;
  return customerOf;
}
