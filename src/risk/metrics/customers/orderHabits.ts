import { modifiedZScore, usualRange } from '../formulas/anomaly';
import { keepsSettled } from '../ledgerEvidence';
import { sortFirst } from '../median';
import { roomFor } from '../roomFor';
import type { CustomerItems } from './customerItems';
import type { CustomerMeasure, Measurement } from './customerMeasure';
import { medianOfDays, usualDays } from './dayTally';

/** Days of orders below which nothing is called a habit. */
const fewestForHabit = 5;

/** A ledger tells days: customers who order like clockwork are not unusual for being a day late. */
const finestGap = 1;

/** Customers with fewer items have fewer than days between them. */
const fewestForTable = 256;

/**
 * Measure how a customer orders. An order is a day on which they were invoiced, with all that was invoiced on it, the instalments of an
 * invoice among it; invoices on no known day are left out.
 *
 * Order count: orders of the window; NaN without any order ever. Usual gap: median of the days from one order to the next, of all the ledger knows up to the as-of day; NaN with
 * fewer than two orders. Gap anomaly: the modified z-score of the days since the last order among those gaps, where one is counted as at least a
 * day per unit; 0 while the next order is not later than usual. Amount anomaly: the modified z-score of the last order's amount among the
 * amounts of all orders, the last one included, as `ANOMALY` gives it; below 0 for an unusually small one. Both are NaN with fewer than five orders.
 * A list of open items alone does not hold the orders that were paid, so all of it is NaN there.
 */
export class OrderHabits implements CustomerMeasure {
  private readonly hasAllOrders: boolean;
  private readonly windowStart: number;
  private readonly room = makeRoom();

  constructor(private readonly what: Measurement) {
    this.hasAllOrders = keepsSettled(what.told);
    this.windowStart = what.asOf - what.policy.settings.windowDays;
  }

  measure(customer: number, from: number, to: number): void {
    if (!this.hasAllOrders) return;
    const { room, windowStart } = this;
    const { asOf, items } = this.what;
    const { orderCount, usualOrderGap, orderGapAnomaly, orderAmountAnomaly } = this.what.metrics;
    room.keys = roomFor(room.keys, to - from);
    room.days = roomFor(room.days, to - from);
    room.amounts = roomFor(room.amounts, to - from);
    const { keys, days, amounts } = room;
    const orders = collectOrders(items, from, to, room);
    if (orders === 0) return;

    let inWindow = orders;
    while (inWindow > 0 && days[orders - inWindow] <= windowStart) inWindow -= 1;
    orderCount[customer] = inWindow;
    if (orders < 2) return;

    const sinceLast = asOf - days[orders - 1];
    const gaps = keys;
    for (let order = 1; order < orders; order += 1) gaps[order - 1] = days[order] - days[order - 1];
    if (orders < fewestForHabit) {
      usualOrderGap[customer] = medianOfDays(gaps, orders - 1);
      return;
    }
    const { middle, unit } = usualDays(gaps, orders - 1);
    const usualGap = { middle, unit: Math.max(unit, finestGap) };
    const lastAmount = amounts[orders - 1];
    usualOrderGap[customer] = middle;
    orderGapAnomaly[customer] = Math.max(0, modifiedZScore(sinceLast, usualGap));
    orderAmountAnomaly[customer] = modifiedZScore(lastAmount, usualRange(amounts, orders));
  }
}

/** Columns that are used again for every customer. */
interface OrderRoom {
  keys: Float64Array<ArrayBuffer>;
  days: Float64Array<ArrayBuffer>;
  amounts: Float64Array<ArrayBuffer>;
}

const firstRoom = 64;

/** Of one buffer: while an engine tidies up, it does some milliseconds of that for each new one, however small. */
function makeRoom(): OrderRoom {
  const all = new Float64Array(3 * firstRoom);
  return {
    keys: all.subarray(0, firstRoom),
    days: all.subarray(firstRoom, 2 * firstRoom),
    amounts: all.subarray(2 * firstRoom),
  };
}

/** Write the orders in the order of their days, and give their number. */
function collectOrders(items: CustomerItems, from: number, to: number, room: OrderRoom): number {
  if (to - from < fewestForTable) return collectSorted(items, from, to, room);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let item = from; item < to; item += 1) {
    if (!isOrder(items, item)) continue;
    const day = Math.floor(items.invoiced(item));
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const hasRoomForDays = last - first < to - from;
  return hasRoomForDays
    ? collectByDay(items, from, to, { first, last }, room)
    : collectSorted(items, from, to, room);
}

const isOrder = (items: CustomerItems, item: number): boolean =>
  items.amount(item) > 0 && !Number.isNaN(items.invoiced(item));

/** Collect orders in a table of all days from the first to the last, which takes no sorting. */
function collectByDay(
  items: CustomerItems,
  from: number,
  to: number,
  { first, last }: { readonly first: number; readonly last: number },
  { keys: ofDay, days, amounts }: OrderRoom,
): number {
  ofDay.fill(0, 0, last - first + 1);
  for (let item = from; item < to; item += 1) {
    if (isOrder(items, item)) ofDay[Math.floor(items.invoiced(item)) - first] += items.amount(item);
  }
  let orders = 0;
  for (let day = first; day <= last; day += 1) {
    const amount = ofDay[day - first];
    if (amount === 0) continue;
    days[orders] = day;
    amounts[orders] = amount;
    orders += 1;
  }
  return orders;
}

function collectSorted(
  items: CustomerItems,
  from: number,
  to: number,
  { keys, days, amounts }: OrderRoom,
): number {
  // A power of two, by which dividing is multiplying.
  const span = 2 ** (32 - Math.clz32(to - from));
  const perSpan = 1 / span;
  let invoices = 0;
  for (let item = from; item < to; item += 1) {
    if (!isOrder(items, item)) continue;
    // A day and where to find its invoice, in one number that sorts by day.
    keys[invoices] = items.invoiced(item) * span + (item - from);
    invoices += 1;
  }
  sortFirst(keys, invoices);

  let orders = 0;
  for (let index = 0; index < invoices; index += 1) {
    const day = Math.floor(keys[index] * perSpan);
    const amount = items.amount(from + keys[index] - day * span);
    if (orders > 0 && days[orders - 1] === day) {
      amounts[orders - 1] += amount;
      continue;
    }
    days[orders] = day;
    amounts[orders] = amount;
    orders += 1;
  }
  return orders;
}
