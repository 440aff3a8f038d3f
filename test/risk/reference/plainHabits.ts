import type { MetricName } from '../../../src/risk/metrics/table/metric';
import { median, sum, writtenOn } from './plainFigures';
import type { StandingItem, Told } from './standingItem';

/** How far a value is from the usual, as docs/functions/ANOMALY.md says; `finest` is the least that counts as a deviation. */
function modifiedZScore(value: number, values: readonly number[], finest = 0): number {
  const middle = median(values);
  const deviations = values.map(each => Math.abs(each - middle));
  const byMedian = median(deviations) / 0.6745;
  const byMean = (1.253314 * sum(deviations)) / values.length;
  const unit = Math.max(byMedian > 0 ? byMedian : byMean, finest);
  if (unit > 0) return (value - middle) / unit;
  return value === middle ? 0 : Math.sign(value - middle) * Number.POSITIVE_INFINITY;
}

/** Work out how a customer orders from a list of its days: what was invoiced on one day is one order, and an invoice without a day is none. */
export function plainHabits(
  items: readonly StandingItem[],
  day: number,
  windowDays: number,
  told: Told,
): Partial<Record<MetricName, number>> {
  const amountOf = new Map<number, number>();
  const invoices = told.settled ? items.filter(({ kind, amount }) => kind === 'invoice' && amount > 0) : [];
  for (const { invoiced, amount } of invoices) {
    if (!Number.isNaN(invoiced)) amountOf.set(invoiced, (amountOf.get(invoiced) ?? 0) + amount);
  }
  const days = [...amountOf.keys()].sort((one, other) => one - other);
  const gaps = days.slice(1).map((on, index) => on - days[index]);
  const last = days.at(-1) ?? Number.NaN;
  const isHabit = days.length >= 5;
  return {
    orderCount: days.length === 0 ? Number.NaN : days.filter(on => on > day - windowDays).length,
    usualOrderGap: gaps.length === 0 ? Number.NaN : median(gaps),
    orderGapAnomaly: isHabit ? Math.max(0, modifiedZScore(day - last, gaps, 1)) : Number.NaN,
    orderAmountAnomaly: isHabit ? modifiedZScore(amountOf.get(last)!, [...amountOf.values()]) : Number.NaN,
  };
}

/**
 * Count back the days of the newest months whose sales a customer's exposure uses up, the last of them in part; months are equal parts of the window, and
 * three windows are looked at.
 */
export function plainCountback(
  items: readonly StandingItem[],
  exposure: number,
  day: number,
  windowDays: number,
  told: Told,
): Partial<Record<MetricName, number>> {
  const months = Math.round((windowDays * 12) / 365);
  /** An invoice without a day that falls due later was written by now. */
  const on = (item: StandingItem) => Math.min(day, writtenOn(item));
  const ends = Array.from({ length: 3 * months + 1 }, (_, month) =>
    Math.floor(day - (month * windowDays) / months),
  );
  const invoices = items.filter(({ kind, amount }) => kind === 'invoice' && amount > 0);
  const isDated = invoices.some(item => !Number.isNaN(writtenOn(item)));
  const soldIn = (month: number) =>
    sum(
      invoices
        .filter(item => on(item) > ends[month + 1] && on(item) <= ends[month])
        .map(({ amount }) => amount),
    );
  let left = exposure;
  let days = 0;
  for (let month = 0; month < 3 * months && left > 0; month++) {
    const sold = soldIn(month);
    days += (sold > left ? left / sold : 1) * (windowDays / months);
    left -= sold;
  }
  const hasSales = invoices.some(item => on(item) > ends[3 * months]);
  const isKnown = told.settled && isDated && hasSales && exposure >= 0 && left <= 0;
  return { dsoCountback: isKnown ? days : Number.NaN };
}
