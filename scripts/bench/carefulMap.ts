import { readAmount } from '../../src/risk/ledger/cells/readAmount';
import { readDate } from '../../src/risk/ledger/cells/readDate';
import type { Cell } from '../../src/risk/ledger/ledger';
import type { MetricName } from '../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { type Contender, windowDays } from './contender';
import { asOf } from './ledgerCells';

interface Invoice {
  readonly invoiced: number;
  readonly due: number;
  /** Cents. */
  readonly amount: number;
  /** Cents that were open at the end of the as-of day. */
  readonly open: number;
  /** NaN where unpaid. */
  readonly paid: number;
  readonly disputed: boolean;
}

interface Customer {
  readonly name: string;
  readonly invoices: Invoice[];
}

/** What one row of the sheet is remarkable for. */
interface Remark {
  readonly row: number;
  readonly kind: 'creditNote' | 'futureInvoice' | 'missingDueDate' | 'unplaced';
}

/** The figures of one customer, money in currency units: what the engine measures of everybody, but for what this ledger says nothing of. */
export class Figures implements Partial<Record<MetricName, number>> {
  exposure = Number.NaN;
  notDue = Number.NaN;
  overdue = Number.NaN;
  overdueShare = Number.NaN;
  oldestDays = Number.NaN;
  weightedDaysOverdue = Number.NaN;
  share = Number.NaN;
  concentrationContribution = Number.NaN;
  disputed = Number.NaN;
  disputedShare = Number.NaN;
  unappliedCredits = Number.NaN;
  openCount = Number.NaN;
  agedAmount = Number.NaN;
  agedCount = Number.NaN;
  expectedLoss = Number.NaN;
  daysBeyondTerms = Number.NaN;
  daysBeyondTermsRecent = Number.NaN;
  daysBeyondTermsTrend = Number.NaN;
  delayRate = Number.NaN;
  delayRateByValue = Number.NaN;
  dueCount = Number.NaN;
  sales = Number.NaN;
  dso = Number.NaN;
  bestPossibleDso = Number.NaN;
  averageDaysDelinquent = Number.NaN;
  turnover = Number.NaN;
  termsDays = Number.NaN;
  tenureYears = Number.NaN;
  daysSinceInvoice = Number.NaN;
}

const scale = 100;
const recentDays = 91;
const daysPerYear = 365.25;
const agedDays = defaultPolicy.rules.find(({ id }) => id === 'agedAmount')!.threshold;

/**
 * An object a row and a Map of customers again, for the figures that the engine gives: every cell looked at before it is believed, customers
 * one however their name is written, remarks, whole cents, the ledger as it stood on the as-of day, and all that is always measured of a customer.
 */
export const carefulMap: Contender = {
  name: 'Map, same figures',
  async start() {
    const ledger = new CarefulLedger();
    return {
      add: rows => ledger.add(rows),
      async finish() {
        const measured = ledger.measure();
        const sum = (name: keyof Figures) => measured.reduce((total, of) => total + (of[name] || 0), 0);
        return {
          customerCount: measured.length,
          exposure: sum('exposure'),
          overdue: sum('overdue'),
          sales: sum('sales'),
          kept: [ledger, measured],
        };
      },
    };
  },
};

export class CarefulLedger {
  readonly customers: Customer[] = [];
  readonly remarks: Remark[] = [];
  private readonly byText = new Map<string, Customer>();
  private readonly byKey = new Map<string, Customer>();
  private row = 0;

  add(rows: readonly (readonly Cell[])[]): void {
    for (const row of rows) {
      this.row += 1;
      this.take(row);
    }
  }

  private take(row: readonly Cell[]): void {
    const name = row[0];
    const written = amountOf(row[4]);
    if (typeof name !== 'string' || name === '' || Number.isNaN(written)) {
      this.remarks.push({ row: this.row, kind: 'unplaced' });
      return;
    }
    const invoiced = dayOf(row[2]);
    let due = dayOf(row[3]);
    if (Number.isNaN(due)) {
      this.remarks.push({ row: this.row, kind: 'missingDueDate' });
      due = invoiced;
    }
    const amount = Math.round(written * scale);
    if (amount < 0) this.remarks.push({ row: this.row, kind: 'creditNote' });
    if (invoiced > asOf) {
      this.remarks.push({ row: this.row, kind: 'futureInvoice' });
      return;
    }
    const paid = dayOf(row[6]);
    this.customer(name).invoices.push({
      invoiced,
      due,
      amount,
      open: openAt(amount, Math.round(amountOf(row[5]) * scale), paid),
      paid,
      disputed: row[7] !== '' && /^(yes|true|1|是)$/i.test(String(row[7])),
    });
  }

  private customer(text: string): Customer {
    const known = this.byText.get(text);
    if (known) return known;
    const key = text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
    let customer = this.byKey.get(key);
    if (!customer) {
      customer = { name: text.trim(), invoices: [] };
      this.customers.push(customer);
      this.byKey.set(key, customer);
    }
    this.byText.set(text, customer);
    return customer;
  }

  /** The figures of each customer, in the order they came. */
  measure(): Figures[] {
    const measured = this.customers.map(({ invoices }) => measure(invoices));
    const owed =
      measured.reduce((total, of) => total + Math.round(Math.max(0, of.exposure) * scale), 0) / scale;
    for (const of of measured) {
      of.share = ratio(Math.max(0, of.exposure), owed);
      of.concentrationContribution = (100 * of.share) ** 2;
    }
    return measured;
  }
}

const amountOf = (cell: Cell): number =>
  typeof cell === 'number' ? cell : cell === '' ? Number.NaN : readAmount(cell);

const dayOf = (cell: Cell): number =>
  typeof cell === 'number' && cell >= 1
    ? Math.floor(cell)
    : cell === ''
      ? Number.NaN
      : readDate(cell, 'mdy', 1900);

function openAt(amount: number, openToday: number, paid: number): number {
  if (Number.isNaN(paid)) return Number.isNaN(openToday) ? amount : openToday;
  if (paid > asOf) return amount;
  return Math.abs(openToday) < Math.abs(amount) ? openToday : 0;
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : Number.NaN);

function measure(invoices: readonly Invoice[]): Figures {
  const of = new Figures();
  measurePosition(invoices, of);
  measurePayments(invoices, of);
  measureSales(invoices, of);
  return of;
}

function measurePosition(invoices: readonly Invoice[], of: Figures): void {
  const buckets = defaultPolicy.buckets.map(() => 0);
  let owed = 0;
  let credits = 0;
  let overdue = 0;
  let overdueDays = 0;
  let oldestDays = 0;
  let openCount = 0;
  let disputed = 0;
  let aged = 0;
  let agedCount = 0;
  for (const { open, due, disputed: isDisputed } of invoices) {
    if (open === 0) continue;
    openCount += 1;
    if (open < 0) {
      credits += open;
      continue;
    }
    if (isDisputed) disputed += open;
    owed += open;
    const late = asOf - due;
    buckets[late > 0 ? Math.min(buckets.length - 1, Math.ceil(late / 30)) : 0] += open;
    if (late > 0) {
      overdue += open;
      overdueDays += open * late;
      oldestDays = Math.max(oldestDays, late);
    }
    if (late > agedDays) {
      aged += open;
      agedCount += 1;
    }
  }
  const exposure = owed + credits;
  of.exposure = exposure / scale;
  of.notDue = (owed - overdue) / scale;
  of.overdue = overdue / scale;
  of.overdueShare = Math.min(1, ratio(overdue, exposure));
  of.oldestDays = oldestDays;
  of.weightedDaysOverdue = overdue === 0 ? 0 : overdueDays / overdue;
  of.disputed = disputed / scale;
  of.disputedShare = Math.min(1, ratio(disputed, exposure));
  of.unappliedCredits = credits / scale;
  of.openCount = openCount;
  of.agedAmount = aged / scale;
  of.agedCount = agedCount;
  of.expectedLoss =
    defaultPolicy.buckets.reduce((loss, { lossRate }, index) => loss + lossRate * buckets[index], 0) / scale;
}

function measurePayments(invoices: readonly Invoice[], of: Figures): void {
  let paidSum = 0;
  let lateDays = 0;
  let paidRecently = 0;
  let lateDaysRecently = 0;
  let dueCount = 0;
  let lateCount = 0;
  let dueSum = 0;
  let lateSum = 0;
  for (const { amount, due, open, paid } of invoices) {
    if (!(amount > 0) || Number.isNaN(due)) continue;
    const isPaid = paid <= asOf;
    const money = isPaid ? amount - open : 0;
    const daysLate = Math.max(0, paid - due);
    if (money > 0 && paid > asOf - windowDays) {
      paidSum += money;
      lateDays += money * daysLate;
    }
    if (money > 0 && paid > asOf - recentDays) {
      paidRecently += money;
      lateDaysRecently += money * daysLate;
    }
    if (due <= asOf - windowDays || due >= asOf) continue;
    dueCount += 1;
    dueSum += money + open;
    lateSum += (daysLate > 0 ? money : 0) + open;
    if (open !== 0 || daysLate > 0) lateCount += 1;
  }
  const daysBeyondTerms = ratio(lateDays, paidSum);
  const daysBeyondTermsRecent = ratio(lateDaysRecently, paidRecently);
  of.daysBeyondTerms = daysBeyondTerms;
  of.daysBeyondTermsRecent = daysBeyondTermsRecent;
  of.daysBeyondTermsTrend = daysBeyondTermsRecent - daysBeyondTerms;
  of.delayRate = ratio(lateCount, dueCount);
  of.delayRateByValue = ratio(lateSum, dueSum);
  of.dueCount = dueCount;
}

function measureSales(invoices: readonly Invoice[], of: Figures): void {
  let sold = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let owed = 0;
  let overdue = 0;
  let credits = 0;
  const terms: number[] = [];
  for (const { amount, due, invoiced, open } of invoices) {
    if (open < 0) credits += open;
    else if (due < asOf) overdue += open;
    else owed += open;
    if (!(amount > 0)) continue;
    if (invoiced > asOf - windowDays) sold += amount;
    first = Math.min(first, invoiced);
    last = Math.max(last, invoiced);
    if (due >= invoiced) terms.push(due - invoiced);
  }
  terms.sort((one, other) => one - other);
  const middle = terms.length >> 1;
  const exposure = owed + overdue + credits;
  of.sales = sold / scale;
  of.dso = ratio(exposure, sold) * windowDays;
  of.bestPossibleDso = ratio(owed, sold) * windowDays;
  of.averageDaysDelinquent = ratio(overdue, sold) * windowDays;
  of.turnover = ratio(sold, exposure);
  of.termsDays = terms.length % 2 === 1 ? terms[middle] : (terms[middle - 1] + terms[middle]) / 2;
  of.tenureYears = (asOf - first) / daysPerYear;
  of.daysSinceInvoice = asOf - last;
}
