import type { CustomerTable } from '../metrics/table/metric';
import type { Bilingual, Policy } from '../policy/policy';
import { finishSlices, type Slices } from '../slices';
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
 * @example breachNames(breachesByCustomer(breaches, 212)(7), policy, 'en') //=> 'Over limit; Overdue share'
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
export function verdicts(assessment: Assessment, language: keyof Bilingual): Verdicts {
  return finishSlices(verdictsInSlices(assessment, language));
}

/** Customers that are looked at before the work stops for others. */
const customersInSlice = 4096;

/** Say it as `verdicts` does, in slices of a few milliseconds. */
export function* verdictsInSlices(
  { scores, policy, breaches }: Assessment,
  language: keyof Bilingual,
): Slices<Verdicts> {
  const breachesOf = breachesByCustomer(breaches, scores.score.length);
  yield;
  const names: string[] = [];
  for (let customer = 0; customer < scores.score.length; customer += 1) {
    if (customer % customersInSlice === 0) yield;
    names.push(breachNames(breachesOf(customer), policy, language));
  }
  return {
    score: Array.from(scores.score, score => (Number.isNaN(score) ? '' : roundScore(score))),
    tier: Array.from(scores.tier, tier => policy.tiers[tier]?.letter ?? ''),
    breaches: names,
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
  table: Pick<CustomerTable, 'customers' | 'rowsOf'>,
  rowCount: number,
): Int32Array {
  return finishSlices(customerOfRowsInSlices(table, rowCount));
}

/** Find them as `customerOfRows` does, in slices of a few milliseconds. */
export function* customerOfRowsInSlices(
  { customers, rowsOf }: Pick<CustomerTable, 'customers' | 'rowsOf'>,
  rowCount: number,
): Slices<Int32Array> {
  const customerOf = new Int32Array(rowCount).fill(nobodysRow);
  for (let customer = 0; customer < customers.length; customer += 1) {
    if (customer % customersInSlice === 0) yield;
    for (const row of rowsOf(customer)) customerOf[row] = customer;
  }
  return customerOf;
}
