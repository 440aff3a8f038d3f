import { addToGroup } from '../groupBy';
import { findPlacesInSlices, type Listed } from '../history/snapshot';
import { sortInSlices } from '../metrics/sortInSlices';
import type { CollectionStep, Policy } from '../policy/policy';
import { finishSlices, type Slices } from '../slices';
import { type CaseItem as Item, itemsOf, sumOfItems as sumOf, withoutDrift } from './caseItems';
import type { LogEntry } from './collectionLog';
import type { OwedItems } from './owedItems';

/** What the worklist reads of an entry of the log. */
export type LoggedAction = Pick<LogEntry, 'day' | 'customer' | 'customerNumber' | 'step' | 'promiseDay'>;

/** A customer to be asked for money, and what comes next. */
export interface CollectionCase {
  /** Index into the table's customers. */
  readonly customer: number;
  /** Past due, in currency units. */
  readonly overdue: number;
  /** Of the oldest item; negative while nothing is due. */
  readonly oldestDays: number;
  /** Money × lateness: Σ amount × days past due. */
  readonly moneyDays: number;
  /** Index into the policy's steps; -1 when every step has been taken. */
  readonly step: number;
  /** Serial day from which the step is due; NaN without a step. */
  readonly dueOn: number;
  /** What the step is about: items that have reached it, or that will by then. */
  readonly amount: number;
  /** The last step taken since the oldest item fell due, with its day; -1 and NaN where there was none. */
  readonly lastStep: number;
  readonly lastDay: number;
  /** A promise to pay holds the next step back until its day has passed; broken where money is still owed after it. */
  readonly promise: 'none' | 'open' | 'broken';
  readonly promiseDay: number;
}

const customersInSlice = 2048;

/** Steps that only follow others: nobody gets a final notice who was never written to. */
const needsNotice: ReadonlySet<CollectionStep['channel']> = new Set(['letter', 'legal']);

/**
 * Work out for every customer that owes which step of the policy comes next and when.
 *
 * A step is reached when what is at least as old as its first day is worth its minimum amount. Steps are taken one after another, and no sooner
 * after each other than the policy has them apart; a customer of whom nothing is logged begins with the last reached step before the
 * first letter. A reminder before the due date is for customers without overdue items. What was logged counts from the day on which the
 * oldest item still open fell due (a reminder: came near it); what came before was about money that has been paid since.
 *
 * @param listed The table's customers, with their numbers.
 * @param log As `readLog` gives it: by day.
 * @returns Cases by money × lateness, most first, then by amount.
 * @example worklist(finishSlices(owedItemsInSlices(ledger, table)), { customers, numbers }, defaultPolicy, log, 45_473)[0].dueOn //=> 45_470
 */
export function worklist(
  owed: OwedItems,
  listed: Listed,
  policy: Pick<Policy, 'steps'>,
  log: readonly LoggedAction[],
  asOf: number,
): readonly CollectionCase[] {
  return finishSlices(worklistInSlices(owed, listed, policy, log, asOf));
}

/** Work out the same in slices of a few milliseconds. */
export function* worklistInSlices(
  owed: OwedItems,
  listed: Listed,
  { steps }: Pick<Policy, 'steps'>,
  log: readonly LoggedAction[],
  asOf: number,
): Slices<readonly CollectionCase[]> {
  const known = log.filter(({ day }) => day <= asOf);
  const entriesOf = yield* entriesByCustomerInSlices(known, listed);
  const cases: CollectionCase[] = [];
  for (let customer = 0; customer < listed.customers.length; customer += 1) {
    if (customer % customersInSlice === 0) yield;
    const items = itemsOf(owed, customer);
    if (items.length === 0) continue;
    const found = caseOf(customer, items, steps, entriesOf.get(customer) ?? [], asOf);
    if (found) cases.push(found);
  }
  yield;
  const inOrder = yield* sortInSlices(Int32Array.from(cases.keys()), (one, other) =>
    mostMoneyDaysFirst(cases[one], cases[other]),
  );
  return Array.from(inOrder, index => cases[index]);
}

/** Equal ones stay in the order of the customers. */
const mostMoneyDaysFirst = (one: CollectionCase, other: CollectionCase): number =>
  other.moneyDays - one.moneyDays || other.amount - one.amount;

function caseOf(
  customer: number,
  items: readonly Item[],
  steps: readonly CollectionStep[],
  log: readonly LoggedAction[],
  asOf: number,
): CollectionCase | null {
  const late = items.filter(({ days }) => days > 0);
  const oldestDays = items[0].days;
  const history = historyOf(log, steps, asOf, asOf - oldestDays);
  const next = nextStep(steps, items, late.length > 0, history);
  const isNothingToDo = next === null && late.length === 0;
  if (isNothingToDo) return null;
  const { promise, promiseDay, ...last } = history;
  const isHeldBack = promise !== 'none' && next !== null;
  const readyOn = next === null ? Number.NaN : dayOf(next, steps, items, asOf, last);
  return {
    customer,
    overdue: sumOf(late),
    oldestDays,
    moneyDays: late.reduce((sum, { amount, days }) => sum + amount * days, 0),
    step: next ?? -1,
    dueOn: isHeldBack ? promisedOn(promise, promiseDay, readyOn) : readyOn,
    amount: next === null ? 0 : amountOf(steps[next], items),
    ...last,
    promise,
    promiseDay,
  };
}

interface History extends Pick<CollectionCase, 'lastStep' | 'lastDay' | 'promise' | 'promiseDay'> {}

/** What was done about the money that is open now. */
function historyOf(
  log: readonly LoggedAction[],
  steps: readonly CollectionStep[],
  asOf: number,
  oldestDue: number,
): History {
  let lastStep = -1;
  let lastDay = Number.NaN;
  let promiseDay = Number.NaN;
  for (const entry of log) {
    const step = steps.findIndex(({ id }) => id === entry.step);
    const isEarlierStory = entry.day < oldestDue + Math.min(0, steps[step]?.fromDay ?? 0);
    if (isEarlierStory) continue;
    if (step >= lastStep && step >= 0) {
      lastStep = step;
      lastDay = entry.day;
    }
    // Whatever was done after a promise was broken answers it.
    const isAnswered = entry.day > promiseDay;
    if (!Number.isNaN(entry.promiseDay)) promiseDay = entry.promiseDay;
    else if (isAnswered) promiseDay = Number.NaN;
  }
  const promise = Number.isNaN(promiseDay) ? 'none' : promiseDay >= asOf ? 'open' : 'broken';
  return { lastStep, lastDay, promise, promiseDay };
}

/** The next step that is reached, or else the first one to come; null when all have been taken or are not worth it. */
function nextStep(
  steps: readonly CollectionStep[],
  items: readonly Item[],
  isLate: boolean,
  { lastStep }: Pick<History, 'lastStep'>,
): number | null {
  const ahead = [...steps.keys()].filter(
    step =>
      step > lastStep &&
      !(isLate && steps[step].fromDay < 0) &&
      !Number.isNaN(decidingAge(steps[step], items)),
  );
  const reached = ahead.filter(step => decidingAge(steps[step], items) >= steps[step].fromDay);
  if (reached.length === 0) return ahead[0] ?? null;
  const isFirstContact = lastStep < 0 || steps[lastStep].fromDay < 0;
  if (!isFirstContact) return reached[0];
  const firstLetter = reached.findIndex(step => needsNotice.has(steps[step].channel));
  const openers = firstLetter < 0 ? reached : reached.slice(0, firstLetter);
  return openers.at(-1) ?? reached[0];
}

/** The days past due of the item that, with all older ones, is worth the step; NaN where all together are not. */
function decidingAge({ minimumAmount }: CollectionStep, oldestFirst: readonly Item[]): number {
  let amount = 0;
  const deciding = oldestFirst.find(item => {
    amount = withoutDrift(amount + item.amount);
    return amount >= minimumAmount;
  });
  return deciding?.days ?? Number.NaN;
}

/** What a step is about: what has reached it, or will have on the day it is due. */
function amountOf(step: CollectionStep, items: readonly Item[]): number {
  const age = Math.min(step.fromDay, decidingAge(step, items));
  return sumOf(items.filter(({ days }) => days >= age));
}

/** The day of a step: when enough has reached it, and as long after the last one as the policy has them apart. */
function dayOf(
  step: number,
  steps: readonly CollectionStep[],
  items: readonly Item[],
  asOf: number,
  { lastStep, lastDay }: Pick<History, 'lastStep' | 'lastDay'>,
): number {
  const { fromDay } = steps[step];
  const reachedOn = asOf + fromDay - decidingAge(steps[step], items);
  if (lastStep < 0) return reachedOn;
  return Math.max(reachedOn, lastDay + Math.max(1, fromDay - Math.max(0, steps[lastStep].fromDay)));
}

function promisedOn(promise: History['promise'], promiseDay: number, readyOn: number): number {
  const dayAfter = promiseDay + 1;
  // Who broke a promise has had the time that steps leave each other.
  return promise === 'broken' ? dayAfter : Math.max(readyOn, dayAfter);
}

/**
 * Put the entries of each customer together, by its number or name as a snapshot finds it, whatever it was called when they were made; their order
 * stays. In slices of a few milliseconds.
 *
 * @returns By index of the customer.
 */
export function* entriesByCustomerInSlices<Entry extends Pick<LogEntry, 'customer' | 'customerNumber'>>(
  log: readonly Entry[],
  listed: Listed,
): Slices<ReadonlyMap<number, readonly Entry[]>> {
  const entriesOf = new Map<number, Entry[]>();
  if (log.length === 0) return entriesOf;
  const places = yield* findPlacesInSlices(listed, {
    customers: log.map(({ customer }) => customer),
    numbers: log.map(({ customerNumber }) => customerNumber),
  });
  for (const [index, entry] of log.entries()) addToGroup(entriesOf, places[index], entry);
  entriesOf.delete(-1);
  return entriesOf;
}
