import { addToGroup } from '../groupBy';
import { customerKey, looseCustomerKey } from '../ledger/cells/customerName';
import { numbersIn, withoutZeros } from '../ledger/cells/customerNumber';
import type { CustomerList } from '../ledger/customerList/customerList';
import type { Slices } from '../slices';
import type { ChosenMatch } from './chosenMatches';

/** Why a customer of the ledger was taken for an entry of the list, the surest reason first. */
export const matchReasons = [
  'chosen',
  'number',
  'name',
  'similarNumber',
  'numberOtherName',
  'similarName',
] as const;

export type MatchReason = (typeof matchReasons)[number];

/** In place of an entry: nothing on the list fits, or several fit equally. */
export const noEntry = -1;
export const severalEntries = -2;

/** The customers of a ledger as a list is searched for them. */
export interface LedgerCustomers {
  readonly names: readonly string[];
  /** Per customer the number in the ledger, several as `writeNumbers` writes them, `''` where it has none; absent where the ledger has no such column. */
  readonly numbers?: readonly string[];
}

export interface CustomerMatches {
  /** Per customer of the ledger: the entry of the list, `noEntry`, or `severalEntries`. */
  readonly entry: Int32Array;
  /** Per customer: index into `matchReasons`; where there is no entry, it says only whether that was chosen. */
  readonly reason: Uint8Array;
  /** Entries that nobody in the ledger was taken for, in the order of the list; without later rows of a customer listed before. */
  readonly unmatchedEntries: Int32Array;
  /** Entries that repeat the customer of an earlier one: they are never matched. */
  readonly duplicates: readonly { readonly entry: number; readonly first: number }[];
  /** Entries that several customers of the ledger were taken for: one customer under several names. Nothing is merged. */
  readonly shared: readonly { readonly entry: number; readonly customers: readonly number[] }[];
  /** Customers whose chosen entry is not on the list, or no longer one: they are matched as if nobody had chosen. */
  readonly lostChoices: readonly number[];
}

/** Few enough that a slice takes a few milliseconds. */
const namesInSlice = 1024;

/**
 * Find the entry of a customer list for every customer of a ledger: by the user's choice, by number, by the same name, by the number
 * without leading zeros, by a name that differs only in punctuation, spaces and legal form (有限公司, Co., Ltd.).
 *
 * What fits several entries equally is left open (`severalEntries`): also a customer whose numbers lead to several, none of them of its name. Of
 * two entries with one number, or with one name and no two numbers, the first counts. Nothing is merged and nothing is dropped.
 *
 * @example finishSlices(matchCustomersInSlices({ names: ['ACME LTD'] }, list)).entry[0] //=> 3, for 'Acme Co., Ltd.'
 */
export function* matchCustomersInSlices(
  customers: LedgerCustomers,
  list: Pick<CustomerList, 'customers' | 'texts'>,
  chosen: readonly ChosenMatch[] = [],
): Slices<CustomerMatches> {
  const index = yield* indexList(list);
  const choices = new Map(chosen.map(choice => [customerKey(choice.customer), choice]));
  const lostChoices: number[] = [];
  const entry = new Int32Array(customers.names.length).fill(noEntry);
  const reason = new Uint8Array(customers.names.length);
  for (let customer = 0; customer < entry.length; customer += 1) {
    if (customer % namesInSlice === 0) yield;
    const name = customers.names[customer];
    const choice = choices.size === 0 ? undefined : choices.get(customerKey(name));
    const decided = choice && chosenMatch(index, choice);
    const match = decided ?? findEntry(index, name, customers.numbers?.[customer] ?? '');
    if (choice && !decided) lostChoices.push(customer);
    entry[customer] = match.entry;
    reason[customer] = matchReasons.indexOf(match.reason);
  }
  yield;
  return { entry, reason, lostChoices, ...restOf(entry, index) };
}

/** A list as it is searched: each key leads to one entry, or to `severalEntries`. */
interface ListIndex {
  readonly names: readonly string[];
  readonly byNumber: ReadonlyMap<string, number>;
  readonly byBareNumber: ReadonlyMap<string, number>;
  readonly byName: ReadonlyMap<string, number>;
  readonly byLooseName: ReadonlyMap<string, number>;
  readonly duplicates: CustomerMatches['duplicates'];
}

function* indexList({ customers, texts }: Pick<CustomerList, 'customers' | 'texts'>): Slices<ListIndex> {
  const byNumber = new Map<string, number>();
  const byBareNumber = new Map<string, number>();
  const byName = new Map<string, number>();
  const byLooseName = new Map<string, number>();
  const duplicates: { entry: number; first: number }[] = [];
  for (let entry = 0; entry < customers.length; entry += 1) {
    if (entry % namesInSlice === 0) yield;
    const name = customerKey(customers[entry]);
    const number = customerKey(texts.customerNumber[entry]);
    const sameNumber = number === '' ? undefined : byNumber.get(number);
    const sameName = byName.get(name);
    const isOther = (known: number) =>
      known === severalEntries || areTwo(number, customerKey(texts.customerNumber[known]));
    const first = sameNumber ?? (sameName === undefined || isOther(sameName) ? undefined : sameName);
    if (first !== undefined) {
      duplicates.push({ entry, first });
      continue;
    }
    if (number !== '') {
      byNumber.set(number, entry);
      addOrBlur(byBareNumber, withoutZeros(number), entry);
    }
    addOrBlur(byName, name, entry);
    addOrBlur(byLooseName, looseCustomerKey(name), entry);
  }
  return { names: customers, byNumber, byBareNumber, byName, byLooseName, duplicates };
}

/** Two numbers are two customers; one number beside none says nothing. */
const areTwo = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other;

function addOrBlur(index: Map<string, number>, key: string, entry: number): void {
  index.set(key, index.has(key) ? severalEntries : entry);
}

interface Match {
  readonly entry: number;
  readonly reason: MatchReason;
}

/** What was chosen, as far as the list still has it: an entry may since have another name, or the list other numbers. */
function chosenMatch(
  { names, byNumber, byName }: ListIndex,
  { entry, entryNumber }: ChosenMatch,
): Match | undefined {
  const [name, number] = [customerKey(entry), customerKey(entryNumber)];
  if (name === '' && number === '') return { entry: noEntry, reason: 'chosen' };
  const numbered = number === '' ? undefined : byNumber.get(number);
  const named = byName.get(name) ?? byNumber.get(name);
  const isOnlyNamed = named !== undefined && named !== severalEntries;
  const isRenumbered = isOnlyNamed && numbered !== undefined && customerKey(names[numbered]) !== name;
  const found = isRenumbered || numbered === undefined ? named : numbered;
  return found === undefined || found === severalEntries ? undefined : { entry: found, reason: 'chosen' };
}

function findEntry(index: ListIndex, name: string, ledgerNumber: string): Match {
  const key = customerKey(name);
  const numbers = numbersIn(ledgerNumber).map(customerKey);
  const byNumber = onlyEntry(index.byNumber, numbers);
  if (byNumber !== undefined && byNumber !== severalEntries) {
    return {
      entry: byNumber,
      reason: isNamedAlike(name, index.names[byNumber]) ? 'number' : 'numberOtherName',
    };
  }
  const byName = index.byName.get(key);
  if (byName !== undefined) return { entry: byName, reason: 'name' };
  // A ledger that knows its customers only by number has that as their name.
  const byNameAsNumber = index.byNumber.get(key);
  if (byNameAsNumber !== undefined) return { entry: byNameAsNumber, reason: 'number' };
  if (byNumber === severalEntries) return { entry: severalEntries, reason: 'number' };
  const bareNumbers = (numbers.length > 0 ? numbers : [key]).map(withoutZeros);
  const byBareNumber = onlyEntry(index.byBareNumber, bareNumbers);
  if (byBareNumber !== undefined) return { entry: byBareNumber, reason: 'similarNumber' };
  return { entry: index.byLooseName.get(looseCustomerKey(key)) ?? noEntry, reason: 'similarName' };
}

/** The entry that one of the keys leads to, `severalEntries` where they lead to several. */
function onlyEntry(index: ReadonlyMap<string, number>, keys: readonly string[]): number | undefined {
  // Nearly every customer has one number, and a ledger has many customers.
  if (keys.length <= 1) return index.get(keys[0] ?? '');
  const entries = new Set(keys.map(key => index.get(key)).filter(entry => entry !== undefined));
  return entries.size > 1 ? severalEntries : [...entries][0];
}

const isNamedAlike = (one: string, other: string): boolean =>
  customerKey(one) === customerKey(other) || looseCustomerKey(one) === looseCustomerKey(other);

function restOf(
  entry: Int32Array,
  { names, duplicates }: ListIndex,
): Pick<CustomerMatches, 'unmatchedEntries' | 'duplicates' | 'shared'> {
  const customersOf = new Map<number, number[]>();
  entry.forEach((found, customer) => {
    if (found >= 0) addToGroup(customersOf, found, customer);
  });
  const isLater = new Set(duplicates.map(duplicate => duplicate.entry));
  const unmatched = [...names.keys()].filter(index => !customersOf.has(index) && !isLater.has(index));
  return {
    unmatchedEntries: Int32Array.from(unmatched),
    duplicates,
    shared: [...customersOf]
      .filter(([, customers]) => customers.length > 1)
      .map(([found, customers]) => ({ entry: found, customers })),
  };
}
