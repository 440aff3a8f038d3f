import type { MetricName } from '../../../src/risk/metrics/table/metric';
import type { Policy } from '../../../src/risk/policy/policy';
import type { StandingItem, Told } from './standingItem';

export type PlainFigures = Partial<Record<MetricName, number>> & { readonly buckets: readonly number[] };

const over = (money: number, by: number): number => (by > 0 ? money / by : Number.NaN);
export const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);
const known = (isKnown: boolean, value: number): number => (isKnown ? value : Number.NaN);

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

/** An invoice that does not say when it was written counts as written when it is due. */
export const writtenOn = ({ invoiced, due }: StandingItem): number =>
  Number.isNaN(invoiced) ? due : invoiced;

/**
 * Work out a customer's figures item by item, straight from what the documents say each of them is (docs/functions/CUSTOMERMETRICS.md, docs/ledger.md):
 * slow, with a list for every sum, and without a line of the engine's.
 */
export function plainFigures(
  items: readonly StandingItem[],
  day: number,
  policy: Policy,
  told: Told,
): PlainFigures {
  const { windowDays, countDisputed, ageBy } = policy.settings;
  const start = day - windowDays;
  const disputed = items.filter(({ open, isDisputed }) => open > 0 && isDisputed);
  const counted = items.filter(item => item.open !== 0 && (countDisputed || !disputed.includes(item)));
  const owed = counted.filter(({ open }) => open > 0);
  const overdue = owed.filter(({ due }) => due < day);
  const aged = overdue.filter(
    ({ due }) => day - due > policy.rules.find(({ id }) => id === 'agedAmount')!.threshold,
  );
  const open = (some: readonly StandingItem[]) => sum(some.map(item => item.open));
  const exposure = open(counted);
  const inBuckets = policy.buckets.map(({ fromDay, toDay }, bucket) =>
    open(
      owed.filter(({ due, invoiced }) => {
        const age = day - (ageBy === 'dueDate' ? due : invoiced);
        return Number.isNaN(age) ? bucket === 0 : age >= fromDay && age <= toDay;
      }),
    ),
  );
  const beforeLeftOut = countDisputed ? exposure : exposure + open(disputed);

  const invoices = items.filter(({ kind, amount }) => kind === 'invoice' && amount > 0);
  const withTerms = invoices.filter(({ due }) => !Number.isNaN(due));
  const payments = withTerms.flatMap(({ due, payments: parts }) =>
    parts.map(part => ({ ...part, late: Math.max(0, part.day - due) })),
  );
  const daysBeyondTerms = (since: number) => {
    const some = payments.filter(payment => payment.day > since);
    return over(sum(some.map(({ amount, late }) => amount * late)), sum(some.map(({ amount }) => amount)));
  };
  const rest = ({ amount, open: left }: StandingItem) => Math.min(amount, Math.max(0, left));
  const fellDue = withTerms.filter(
    item => item.due > start && item.due < day && (countDisputed || !disputed.includes(item)),
  );
  const judged = fellDue.filter(item => item.open !== 0 || !Number.isNaN(item.settledOn));
  const late = judged.filter(item => item.open !== 0 || item.settledOn > item.due);
  const paid = (item: StandingItem, after: number) =>
    sum(item.payments.filter(part => part.day > after).map(part => part.amount));
  const everPaid = fellDue.map(item => paid(item, Number.NEGATIVE_INFINITY) + rest(item));
  const paidLate = fellDue.map(item => paid(item, item.due) + rest(item));

  const isDated = invoices.some(item => !Number.isNaN(writtenOn(item)));
  const soldInWindow = sum(invoices.filter(item => writtenOn(item) > start).map(({ amount }) => amount));
  const sales = known(told.settled && isDated, soldInWindow);
  const credits = items.filter(item => item.kind === 'creditNote' && writtenOn(item) > start);
  const days = invoices.map(({ invoiced }) => invoiced).filter(invoiced => !Number.isNaN(invoiced));
  const terms = invoices.map(({ due, invoiced }) => due - invoiced).filter(granted => granted >= 0);
  return {
    exposure: exposure / 100,
    notDue: (open(owed) - open(overdue)) / 100,
    overdue: open(overdue) / 100,
    overdueShare: Math.min(1, over(open(overdue), exposure)),
    unappliedCredits: open(counted.filter(item => item.open < 0)) / 100,
    openCount: counted.length,
    oldestDays: Math.max(0, ...overdue.map(({ due }) => day - due)),
    weightedDaysOverdue: over(sum(overdue.map(item => item.open * (day - item.due))), open(overdue)) || 0,
    agedAmount: open(aged) / 100,
    agedCount: aged.length,
    expectedLoss: sum(inBuckets.map((amount, bucket) => amount * policy.buckets[bucket].lossRate)) / 100,
    disputed: known(told.disputes, open(disputed) / 100),
    disputedShare: known(told.disputes, Math.min(1, over(open(disputed), beforeLeftOut))),
    daysBeyondTerms: known(told.payments, daysBeyondTerms(start)),
    daysBeyondTermsRecent: known(told.payments, daysBeyondTerms(day - 91)),
    daysBeyondTermsTrend: known(told.payments, daysBeyondTerms(day - 91) - daysBeyondTerms(start)),
    delayRate: known(told.payments, over(late.length, judged.length)),
    delayRateByValue: known(told.payments, over(sum(paidLate), sum(everPaid))),
    dueCount: known(told.payments, judged.length),
    sales: sales / 100,
    dso: over(exposure, sales) * windowDays,
    bestPossibleDso: over(open(owed) - open(overdue), sales) * windowDays,
    averageDaysDelinquent: over(open(overdue), sales) * windowDays,
    turnover: over(sales, exposure),
    creditNoteShare: known(told.creditNotes, over(-sum(credits.map(({ amount }) => amount)), sales)),
    writtenOff: known(
      told.writeOffs,
      -sum(items.filter(({ kind }) => kind === 'writeOff').map(({ amount }) => amount)) / 100,
    ),
    termsDays: median(terms),
    tenureYears: known(days.length > 0, (day - Math.min(...days)) / 365.25),
    daysSinceInvoice: known(told.settled && days.length > 0, day - Math.max(...days)),
    buckets: inBuckets.map(amount => amount / 100),
  };
}

/** Whole cents of an amount in currency units: in them sums do not depend on their order. */
const centsOf = (amount = Number.NaN): number => Math.round(amount * 100);

/**
 * Work out average DSO and collection effectiveness from what a customer owed at the ends of the window's months, equal parts of it: a twelfth of a
 * year, 30 days of a window of 90.
 *
 * @param at The customer's figures at the end of a day.
 */
export function plainHistory(
  at: (day: number) => PlainFigures,
  day: number,
  windowDays: number,
  told: Told,
): Partial<Record<MetricName, number>> {
  const months = Math.round((windowDays * 12) / 365);
  const now = at(day);
  const [exposure, sales] = [centsOf(now.exposure), centsOf(now.sales)];
  const owedAt = (then: number) => centsOf(at(then).exposure);
  const ends = Array.from({ length: months }, (_, month) => Math.floor(day - (month * windowDays) / months));
  const owed = sum(ends.map(owedAt)) / months;
  // All times the months, which keeps sales whole.
  const collectable = months * owedAt(Math.floor(day - windowDays)) + sales;
  const collected = over(
    collectable - months * exposure,
    collectable - months * Math.min(centsOf(now.notDue), exposure),
  );
  return {
    dsoAverage: known(told.payments, over(owed, sales) * windowDays),
    collectionEffectiveness: known(told.payments && collected >= 0, collected),
  };
}
