import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { daysBeyondTerms, delayRate } from '../../../../src/risk/metrics/formulas/paymentDelay';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { ledgerOf } from '../ledgerOf';
import { answerOf } from '../outcomes';

interface Invoice {
  readonly due: number;
  readonly paid?: number;
  readonly amount: number;
}

const columnsOf = (invoices: readonly Invoice[]) => ({
  dueDay: invoices.map(({ due }) => due),
  paidDay: invoices.map(({ paid }) => paid ?? Number.NaN),
  amount: invoices.map(({ amount }) => amount),
});
const onlyCount = (invoices: readonly Invoice[]) => invoices.map(invoice => ({ ...invoice, amount: 1 }));

/** Due on day 100: in time, a day late, still open, paid after the as-of day; then due on the as-of day, and no due date. */
const sample: readonly Invoice[] = [
  { due: 100, paid: 100, amount: 400 },
  { due: 100, paid: 101, amount: 100 },
  { due: 100, amount: 200 },
  { due: 100, paid: 131, amount: 300 },
  { due: 130, amount: 5_000 },
  { due: Number.NaN, paid: 90, amount: 5_000 },
];

describe('the payment delay rate', () => {
  test('is the share of due invoices paid late or still unpaid, by count and by value', () => {
    expect(delayRate(columnsOf(onlyCount(sample)), 130, 0)).toEqual({ ok: true, value: 0.75 });
    expect(delayRate(columnsOf(sample), 130, 0)).toEqual({ ok: true, value: 0.6 });
  });

  test('undoes later payments and counts them once they are there', () => {
    expect(answerOf(delayRate(columnsOf(sample.slice(0, 2)), 101, 0))).toBe(0.2);
    expect(answerOf(delayRate(columnsOf([{ due: 99, paid: 101, amount: 1 }]), 100, 0))).toBe(1);
    expect(answerOf(delayRate(columnsOf([{ due: 99, paid: 99, amount: 1 }]), 100, 0))).toBe(0);
  });

  test('forgives the days of grace, and waits for them before it judges', () => {
    expect(answerOf(delayRate(columnsOf(sample), 130, 1))).toBe(0.5);
    expect(answerOf(delayRate(columnsOf(sample), 130, 29))).toBe(0.5);
    expect(delayRate(columnsOf(sample), 130, 30)).toMatchObject({ problem: { key: 'nothingDue' } });
    expect(delayRate(columnsOf(sample), 130, -1)).toMatchObject({ problem: { key: 'argumentNegative' } });
  });

  test('leaves credits out', () => {
    expect(answerOf(delayRate(columnsOf([...sample, { due: 90, amount: -900 }]), 130, 0))).toBe(0.6);
  });

  test('does not exist where nothing was due', () => {
    for (const invoices of [[], sample.slice(4)]) {
      expect(delayRate(columnsOf(invoices), 130, 0)).toMatchObject({
        ok: false,
        problem: { code: 'notAvailable', key: 'nothingDue' },
      });
    }
  });
});

describe('days beyond terms', () => {
  test('are weighted by amount; early money does not hide late money', () => {
    const invoices = [
      { due: 100, paid: 60, amount: 300 },
      { due: 100, paid: 120, amount: 100 },
    ];
    expect(daysBeyondTerms(columnsOf(invoices), 130)).toEqual({ ok: true, value: 5 });
  });

  test('know only what was paid by then', () => {
    expect(answerOf(daysBeyondTerms(columnsOf(sample), 130))).toBe(0.2);
    expect(answerOf(daysBeyondTerms(columnsOf(sample), 131))).toBe((100 + 300 * 31) / 800);
    expect(daysBeyondTerms(columnsOf(sample), 89)).toMatchObject({
      ok: false,
      problem: { code: 'notAvailable', key: 'nothingPaid' },
    });
  });
});

const invoices = fc.array(
  fc.record({
    due: fc.integer({ min: 900, max: 1_100 }),
    paid: fc.option(fc.integer({ min: 890, max: 1_150 }), { nil: undefined }),
    amount: fc.integer({ min: -200, max: 1_000 }),
  }),
  { minLength: 1, maxLength: 30 },
);
const asOf = 1_000;

test('formulas measure what the pane measures, when its window holds all invoices', () => {
  const policy = { ...defaultPolicy, settings: { ...defaultPolicy.settings, windowDays: 10_000 } };
  fc.assert(
    fc.property(invoices, rows => {
      fc.pre(rows.some(({ paid = Number.NaN }) => paid <= asOf));
      const ledger = ledgerOf(rows.map(row => ({ ...row, invoiced: 880 })));
      const { metrics } = measureLedger(ledger, asOf, policy);
      const charged = rows.filter(({ amount }) => amount > 0);
      const rate = delayRate(columnsOf(onlyCount(charged)), asOf, 0);
      const days = daysBeyondTerms(columnsOf(rows), asOf);
      expect(rate.ok ? rate.value : Number.NaN).toBe(metrics.delayRate[0]);
      expect(days.ok ? days.value : Number.NaN).toBe(metrics.daysBeyondTerms[0]);
    }),
    { numRuns: 300 },
  );
});

test('a rate is a share, falls with grace, and splitting an invoice changes nothing by value', () => {
  fc.assert(
    fc.property(invoices, fc.nat(20), (rows, grace) => {
      const rate = delayRate(columnsOf(rows), asOf, grace);
      fc.pre(rate.ok);
      expect(answerOf(rate)).toBeGreaterThanOrEqual(0);
      expect(answerOf(rate)).toBeLessThanOrEqual(1);
      const halves = rows.flatMap(row => [row, row].map(half => ({ ...half, amount: half.amount / 2 })));
      expect(answerOf(delayRate(columnsOf(halves), asOf, grace))).toBeCloseTo(answerOf(rate), 12);
      const days = daysBeyondTerms(columnsOf(rows), asOf);
      if (days.ok) expect(answerOf(daysBeyondTerms(columnsOf(halves), asOf))).toBeCloseTo(days.value, 9);
    }),
  );
});
