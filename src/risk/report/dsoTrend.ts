import { addMonths, dateOfSerial } from '../ledger/cells/serialDate';
import type { DateSystem, Ledger } from '../ledger/ledger';
import { countbackDso } from '../metrics/formulas/dso';
import { invoicedAmount } from '../metrics/invoicedAmount';
import { keepsSettled, tells, toldByAll } from '../metrics/ledgerEvidence';
import { invoiceDayOf, openAt } from '../metrics/openAmounts';
import type { PolicySettings } from '../policy/policy';
import type { Slices } from '../slices';

/** Rows that are looked at before the work stops for others: each is replayed to every month. */
const rowsInSlice = 16_384;
/** How many months of sales a balance may be older than, before counting back gives up. */
const monthsBack = 36;

/** The portfolio as it stood at the end of a month, in currency units and days. */
export interface TrendMonth {
  /** Serial day: the last of the month, or the as-of day. */
  readonly end: number;
  readonly receivables: number;
  /** Invoiced in the month, up to its end; NaN in a list of open items alone. */
  readonly monthSales: number;
  /** Invoiced in the policy's window that ends with the month; NaN where the ledger does not reach back so far, but for the as-of day, and in a list of open items alone. */
  readonly windowSales: number;
  /** By count-back over months of sales; NaN where they do not suffice, or are not all that was sold. */
  readonly countback: number;
}

/**
 * List month ends up to a day, which is the last of them, oldest first.
 *
 * @param asOf Excel serial day.
 * @example monthEnds(45_488, 3, 1900) //=> [45_443, 45_473, 45_488]: 31 May, 30 June and 15 July 2024
 */
export function monthEnds(asOf: number, count: number, dateSystem: DateSystem): readonly number[] {
  const firstOfMonth = asOf - dateOfSerial(asOf, dateSystem).day + 1;
  return Array.from({ length: count }, (_, index) => {
    const back = count - 1 - index;
    return back === 0 ? asOf : addMonths(firstOfMonth, 1 - back, dateSystem) - 1;
  });
}

/**
 * Replay a ledger to the end of each of the last months: what was owed then, what had been sold, and DSO by count-back. Receivables and sales
 * of the last month are those of the portfolio.
 *
 * @param count Months at most; none before the first document of the ledger, and only the last where no payment was recorded, because
 *   what is paid and gone cannot be replayed then.
 * @returns Oldest first.
 */
export function* dsoTrendInSlices(
  ledger: Ledger,
  asOf: number,
  settings: Pick<PolicySettings, 'windowDays' | 'countDisputed'>,
  dateSystem: DateSystem,
  count = 12,
): Slices<readonly TrendMonth[]> {
  const told = yield* toldByAll(ledger, Math.floor(asOf));
  const replay = createReplay(
    ledger,
    Math.floor(asOf),
    settings,
    dateSystem,
    (told & tells.payment) !== 0 ? count : 1,
    keepsSettled(told),
  );
  for (let first = 0; first < ledger.rowCount; first += rowsInSlice) {
    addRows(replay, ledger, first, Math.min(ledger.rowCount, first + rowsInSlice));
    yield;
  }
  return replay.ends
    .map((_, month) => trendMonth(replay, month, ledger.scale))
    .filter(({ end }) => end === replay.asOf || end >= replay.firstDay);
}

interface Replay {
  readonly asOf: number;
  readonly windowDays: number;
  readonly countDisputed: boolean;
  readonly ends: readonly number[];
  readonly receivables: Float64Array;
  readonly windowSales: Float64Array;
  /** Ends of all months that sales are counted in, those of the replay last, and their sales. */
  readonly salesEnds: readonly number[];
  readonly sales: Float64Array;
  readonly hasAllSales: boolean;
  firstDay: number;
}

function createReplay(
  ledger: Ledger,
  asOf: number,
  { windowDays, countDisputed }: Pick<PolicySettings, 'windowDays' | 'countDisputed'>,
  dateSystem: DateSystem,
  count: number,
  hasAllSales: boolean,
): Replay {
  const salesEnds = monthEnds(asOf, count + monthsBack, dateSystem);
  let firstDay = Number.POSITIVE_INFINITY;
  for (const day of ledger.invoiceDate) if (day < firstDay) firstDay = day;
  return {
    asOf,
    windowDays,
    countDisputed,
    ends: salesEnds.slice(-count),
    receivables: new Float64Array(count),
    windowSales: new Float64Array(count),
    salesEnds,
    sales: new Float64Array(salesEnds.length),
    hasAllSales,
    firstDay,
  };
}

function addRows(replay: Replay, ledger: Ledger, first: number, end: number): void {
  const { ends, receivables, windowSales, windowDays, countDisputed, asOf } = replay;
  const last = ends.length - 1;
  for (let row = first; row < end; row += 1) {
    const written = ledger.invoiceDate[row];
    const invoiced = Number.isNaN(written) ? invoiceDayOf(ledger, row) : written;
    const isNotYetInvoiced = invoiced > asOf;
    if (isNotYetInvoiced) continue;
    const amount = invoicedAmount(ledger, row);
    const isLeftOut = ledger.disputed[row] === 1 && !countDisputed;
    // What is invoiced on no known day is counted by its due day, which may lie ahead: it was sold by now all the same.
    const countedOn = Math.min(asOf, Number.isNaN(invoiced) ? ledger.dueDate[row] : invoiced);
    if (amount > 0) addSale(replay, countedOn, amount);
    for (let month = last; month >= 0; month -= 1) {
      const day = ends[month];
      if (invoiced > day) break;
      const open = openAt(ledger, row, day);
      if (!(isLeftOut && open > 0)) receivables[month] += open;
      const isInWindow = amount > 0 && countedOn <= day && countedOn > day - windowDays;
      if (isInWindow) windowSales[month] += amount;
    }
  }
}

function addSale({ salesEnds, sales }: Replay, day: number, amount: number): void {
  const month = salesEnds.length - 1;
  // Nearly all sales lie in the newest months.
  for (let at = month; at >= 0; at -= 1) {
    const isInMonth = day <= salesEnds[at] && (at === 0 ? false : day > salesEnds[at - 1]);
    if (isInMonth) {
      sales[at] += amount;
      return;
    }
  }
}

function trendMonth(replay: Replay, month: number, scale: number): TrendMonth {
  const { ends, salesEnds, sales, receivables, windowSales, windowDays, hasAllSales, asOf, firstDay } =
    replay;
  const end = ends[month];
  const at = salesEnds.length - ends.length + month;
  const from = Math.max(1, at - monthsBack + 1);
  const days = salesEnds.slice(from, at + 1).map((day, index) => day - salesEnds[from + index - 1]);
  const countback = countbackDso(receivables[month], Array.from(sales.subarray(from, at + 1)), days);
  const isWindowKnown = hasAllSales && (end === asOf || firstDay <= end - windowDays + 1);
  return {
    end,
    receivables: receivables[month] / scale,
    monthSales: hasAllSales ? sales[at] / scale : Number.NaN,
    windowSales: isWindowKnown ? windowSales[month] / scale : Number.NaN,
    countback: hasAllSales && countback.ok ? countback.value : Number.NaN,
  };
}
