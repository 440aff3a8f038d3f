import type { Slices } from '../slices';
import type { CollectionCase } from './worklist';

/** A worklist at a glance. */
export interface WorklistSummary {
  /** Cases whose step is due by the day, in the order given. */
  readonly due: readonly CollectionCase[];
  /** What those owe past due, in currency units. */
  readonly overdueOfDue: number;
  /** Cases in which a promise was broken, in the order given. */
  readonly broken: readonly CollectionCase[];
  /** Who looks after the customers, each once, sorted; `''` among them where somebody is looked after by nobody. */
  readonly salespeople: readonly string[];
  /** The largest amount of any case, by which all are shown in one unit. */
  readonly largest: number;
  readonly caseOf: ReadonlyMap<number, CollectionCase>;
}

const casesInSlice = 4096;

/**
 * Sum up a worklist in slices of a few milliseconds.
 *
 * @param cases As `worklist` gives them.
 * @param day Excel serial day.
 * @param salespersonOf Names who looks after a customer.
 * @example finishSlices(summariseWorklistInSlices(cases, 45_473, () => '')).due.length //=> 12
 */
export function* summariseWorklistInSlices(
  cases: readonly CollectionCase[],
  day: number,
  salespersonOf: (customer: number) => string,
): Slices<WorklistSummary> {
  const due: CollectionCase[] = [];
  const broken: CollectionCase[] = [];
  const salespeople = new Set<string>();
  const caseOf = new Map<number, CollectionCase>();
  let overdueOfDue = 0;
  let largest = 0;
  for (const [index, found] of cases.entries()) {
    if (index % casesInSlice === casesInSlice - 1) yield;
    const { customer, overdue, amount, dueOn, promise } = found;
    if (dueOn <= day) {
      due.push(found);
      overdueOfDue += overdue;
    }
    if (promise === 'broken') broken.push(found);
    salespeople.add(salespersonOf(customer));
    largest = Math.max(largest, overdue, amount);
    caseOf.set(customer, found);
  }
  return { due, overdueOfDue, broken, salespeople: [...salespeople].sort(), largest, caseOf };
}
