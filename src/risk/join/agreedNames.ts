import { customerKey } from '../ledger/cells/customerName';
import type { CustomerList } from '../ledger/customerList/customerList';
import type { AgreedName, AgreedNames } from '../ledger/fixes/fix';
import { tidyName } from '../ledger/fixes/nameFixes';
import { type CustomerMatches, noEntry } from './matchCustomers';

/** How customers are to be written on two sheets, so that each has one name on both. */
export interface JointNames {
  readonly ledger: AgreedNames;
  readonly list: AgreedNames;
}

/**
 * Settle one name for each customer that a ledger and a customer list have in common: the list's, without superfluous spaces, since a
 * list is kept and a ledger is filled. Rows of the list that repeat a customer take the name of the first. Who is on one sheet only is left
 * to that sheet.
 *
 * @example agreedNames({ names: ['ACME'] }, list, matches).ledger.get('acme') //=> { to: 'Acme Ltd', code: 'listName' }
 */
export function agreedNames(
  customers: { readonly names: readonly string[] },
  list: Pick<CustomerList, 'customers'>,
  matches: Pick<CustomerMatches, 'entry' | 'duplicates'>,
): JointNames {
  const ledger = new Map<string, AgreedName>();
  const ofList = new Map<string, AgreedName>();
  const matched = new Set<number>();
  for (const [customer, name] of customers.names.entries()) {
    const entry = matches.entry[customer];
    const to = entry > noEntry ? tidyName(list.customers[entry]) : '';
    if (to === '') continue;
    matched.add(entry);
    ledger.set(customerKey(name), { to, code: 'listName' });
  }
  for (const entry of matched) {
    const name = list.customers[entry];
    ofList.set(customerKey(name), { to: tidyName(name), code: 'plainName' });
  }
  const repeating = new Set(matches.duplicates.map(({ entry }) => entry));
  const first = new Set(list.customers.filter((_, entry) => !repeating.has(entry)).map(customerKey));
  for (const duplicate of matches.duplicates) {
    const key = customerKey(list.customers[duplicate.entry]);
    const to = tidyName(list.customers[duplicate.first]);
    // The same name may also be that of another customer, with a number of its own.
    if (to !== '' && !first.has(key)) ofList.set(key, { to, code: 'listName' });
  }
  return { ledger, list: ofList };
}
