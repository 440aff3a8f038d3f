import { SnapshotIndex } from '../history/snapshot';
import type { Assessment, Breach } from './assessment';

/**
 * Find the breaches of an answer that the answer before did not have: another rule of a customer, or a customer who was not there.
 *
 * @returns In the order of `after`.
 * @example newBreaches(before, after) //=> [{ customer: 4, rule: 'overLimit', … }]
 */
export function newBreaches(before: Assessment, after: Assessment): readonly Breach[] {
  const identities = ({ table }: Assessment) => ({
    customers: table.customers,
    numbers: table.texts?.customerNumber ?? table.customers.map(() => ''),
  });
  const known = new Set(before.breaches.map(({ customer, rule }) => `${customer} ${rule}`));
  const { customers, numbers } = identities(after);
  const index = new SnapshotIndex(identities(before));
  return after.breaches.filter(({ customer, rule }) => {
    const place = index.find({ name: customers[customer]!, number: numbers[customer]! });
    return !known.has(`${place} ${rule}`);
  });
}
