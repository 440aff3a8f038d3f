import type { Breach } from './assessment';

/**
 * Sort breaches by customer, in one pass over them.
 *
 * @param customerCount Of the table they are about.
 * @returns Gives the breaches of a customer, in their order; none for a customer without.
 * @example breachesByCustomer(breaches, 212)(7).map(({ rule }) => rule) //=> ['overLimit', 'overdueShare']
 */
export function breachesByCustomer(
  breaches: readonly Breach[],
  customerCount: number,
): (customer: number) => readonly Breach[] {
  const start = new Int32Array(customerCount + 1);
  for (const { customer } of breaches) start[customer + 1] += 1;
  for (let customer = 0; customer < customerCount; customer += 1) start[customer + 1] += start[customer];
  const sorted = new Int32Array(breaches.length);
  const next = start.slice();
  for (let index = 0; index < breaches.length; index += 1) sorted[next[breaches[index].customer]++] = index;
  return customer =>
    Array.from(sorted.subarray(start[customer], start[customer + 1]), index => breaches[index]);
}
