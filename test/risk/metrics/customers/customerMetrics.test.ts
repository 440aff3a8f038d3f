import fc from 'fast-check';
import { serialOf } from '../../../../src/risk/ledger/cells/readDate';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { measurePortfolioInSlices } from '../../../../src/risk/metrics/portfolio';
import { type MetricName, metricNames } from '../../../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../../src/risk/policy/policy';
import { finishSlices } from '../../../../src/risk/slices';
import { type LedgerRow, ledgerOf } from '../ledgerOf';

const withoutDisputed: Policy = {
  ...defaultPolicy,
  settings: { ...defaultPolicy.settings, countDisputed: false },
};

const day = (year: number, month: number, date: number) => serialOf({ year, month, day: date }, 1900);

/** Equal but for the order in which numbers were added. */
const isSame = (one: number, other: number): boolean =>
  Object.is(one, other) || Math.abs(one - other) <= 1e-9 * (1 + Math.abs(other));

/** The metrics of the first customer of a small ledger. */
function metricsOf(
  rows: readonly LedgerRow[],
  asOf: number,
  extras: Parameters<typeof ledgerOf>[1] = {},
  policy = defaultPolicy,
): Record<MetricName, number> & { buckets: number[] } {
  const { metrics, buckets } = measureLedger(ledgerOf(rows, extras), asOf, policy);
  const first = Object.entries(metrics).map(([name, column]) => [name, column[0]]);
  return { ...Object.fromEntries(first), buckets: buckets.map(bucket => bucket[0]) };
}

describe('as at a date', () => {
  it('shows an invoice of 2020-04-30 paid 2020-06-30 in the ageing of 2020-05-31 (OCA issue 707)', () => {
    const rows = [
      { amount: 500, invoiced: day(2020, 4, 30), due: day(2020, 5, 30), paid: day(2020, 6, 30), open: 0 },
    ];
    expect(metricsOf(rows, day(2020, 5, 31))).toMatchObject({
      exposure: 500,
      overdue: 500,
      oldestDays: 1,
      openCount: 1,
    });
    expect(metricsOf(rows, day(2020, 6, 29))).toMatchObject({ exposure: 500 });
    expect(metricsOf(rows, day(2020, 6, 30))).toMatchObject({ exposure: 0, openCount: 0 });
    expect(metricsOf(rows, day(2020, 4, 29))).toMatchObject({
      exposure: 0,
      openCount: 0,
      oldestDays: Number.NaN,
    });
  });

  it('ages instalments by their due dates: 27,000 overdue two days, 63,000 not due (OCA issue 487)', () => {
    const invoiced = day(2018, 10, 27);
    const rows = [
      { amount: 27_000, invoiced, due: day(2018, 11, 26) },
      { amount: 27_000, invoiced, due: day(2018, 12, 26) },
      { amount: 36_000, invoiced, due: day(2019, 1, 25) },
    ];
    expect(metricsOf(rows, day(2018, 11, 28))).toMatchObject({
      exposure: 90_000,
      overdue: 27_000,
      notDue: 63_000,
      overdueShare: 0.3,
      oldestDays: 2,
      buckets: [63_000, 27_000, 0, 0, 0],
    });
  });

  it('keeps the 0.01 visible of 100 of which 99.99 was paid (ERPNext)', () => {
    const rest = { amount: 100, invoiced: 1000, due: 1030, paid: 1025, open: 0.01 };
    expect(metricsOf([rest], 1100)).toMatchObject({ exposure: 0.01, openCount: 1 });
  });

  it('shows an unlinked credit note of 100 apart, as −100 (ERPNext)', () => {
    const rows = [
      { amount: 250, invoiced: 1000, due: 1030 },
      { amount: -100, invoiced: 1010, due: 1010 },
    ];
    expect(metricsOf(rows, 1040)).toMatchObject({
      exposure: 150,
      unappliedCredits: -100,
      overdue: 250,
      overdueShare: 1,
      buckets: [0, 250, 0, 0, 0],
      openCount: 2,
    });
  });

  it('takes the overdue share of exposure, so that it can be worked out from the two figures beside it', () => {
    const rows = [
      { amount: 50, invoiced: 1000, due: 1030 },
      { amount: 150, invoiced: 1000, due: 1130 },
      { amount: -100, invoiced: 1010, due: 1010 },
    ];
    expect(metricsOf(rows, 1040)).toMatchObject({ exposure: 100, overdue: 50, overdueShare: 0.5 });
  });

  it('counts due on the day itself as not due, the day after as overdue', () => {
    const rows = [{ amount: 10, invoiced: 1000, due: 1030 }];
    expect(metricsOf(rows, 1030)).toMatchObject({ overdue: 0, notDue: 10, oldestDays: 0 });
    expect(metricsOf(rows, 1030.9)).toMatchObject({ overdue: 0, notDue: 10, oldestDays: 0 });
    expect(metricsOf(rows, 1031)).toMatchObject({ overdue: 10, notDue: 0, oldestDays: 1 });
  });

  it.each<[string, LedgerRow, number]>([
    ['nothing else said', { amount: 80 }, 80],
    ['an open amount', { amount: 80, open: 30 }, 30],
    ['an open amount of 0', { amount: 80, open: 0 }, 0],
    ['paid before, open amount 0', { amount: 80, paid: 1090, open: 0 }, 0],
    ['paid before, no open amount', { amount: 80, paid: 1090 }, 0],
    ['paid on the day', { amount: 80, paid: 1100 }, 0],
    ['paid in part, the rest open', { amount: 80, paid: 1090, open: 30 }, 30],
    ['paid, yet all of it shown open', { amount: 80, paid: 1090, open: 80 }, 0],
    ['paid the day after', { amount: 80, paid: 1101 }, 80],
    ['paid the day after, open amount 0', { amount: 80, paid: 1101, open: 0 }, 80],
    ['overpaid', { amount: 80, open: -5 }, -5],
    ['a credit note', { amount: -80 }, -80],
    ['a credit note used up', { amount: -80, paid: 1090 }, 0],
    ['no amount but an open one', { amount: Number.NaN, open: 25 }, 25],
  ])('has an exposure by %s', (_, row, expected) => {
    expect(metricsOf([{ invoiced: 1000, due: 1030, ...row }], 1100).exposure).toBe(expected);
  });

  it('takes due date − terms for a missing invoice date, and lets no item vanish for want of dates', () => {
    const notYet = [{ amount: 40, due: 1140 }];
    expect(metricsOf(notYet, 1100, { terms: { Acme: 30 } }).exposure).toBe(0);
    expect(metricsOf(notYet, 1110, { terms: { Acme: 30 } }).exposure).toBe(40);
    expect(metricsOf(notYet, 1100)).toMatchObject({ exposure: 40, notDue: 40, overdue: 0 });
    expect(metricsOf([{ amount: 40 }], 1100)).toMatchObject({
      exposure: 40,
      notDue: 40,
      overdue: 0,
      buckets: [40, 0, 0, 0, 0],
    });
  });

  it('knows of a customer who comes later only that they owe nothing', () => {
    const later = metricsOf([{ amount: 40, invoiced: 1200, due: 1230 }], 1100);
    expect(later).toMatchObject({ exposure: 0, notDue: 0, overdue: 0, unappliedCredits: 0, openCount: 0 });
    for (const name of ['overdueShare', 'oldestDays', 'sales', 'dso', 'delayRate', 'tenureYears'] as const) {
      expect(later[name]).toBeNaN();
    }
  });
});

describe('ageing', () => {
  it('weights days overdue by amount, and puts each item in its bucket', () => {
    const rows = [1, 30, 31, 60, 61, 90, 91, 0].map((days, index) => ({
      amount: index + 1,
      invoiced: 900,
      due: 1100 - days,
    }));
    expect(metricsOf(rows, 1100)).toMatchObject({
      buckets: [8, 3, 7, 11, 7],
      overdue: 28,
      oldestDays: 91,
      // (1×1 + 2×30 + 3×31 + 4×60 + 5×61 + 6×90 + 7×91) / 28
      weightedDaysOverdue: 1876 / 28,
    });
  });

  it('adds up amounts and items beyond the days of the rule on long overdue amounts', () => {
    const rows = [
      { amount: 10, invoiced: 900, due: 1010 },
      { amount: 20, invoiced: 900, due: 1009 },
      { amount: 40, invoiced: 900, due: 1000 },
    ];
    expect(metricsOf(rows, 1100)).toMatchObject({ agedAmount: 60, agedCount: 2 });
    const withoutRule = { ...defaultPolicy, rules: [] };
    expect(metricsOf(rows, 1100, {}, withoutRule).agedAmount).toBeNaN();
  });
});

describe('disputes', () => {
  const rows = [
    { amount: 60, invoiced: 1000, due: 1030, disputed: true },
    { amount: 140, invoiced: 1000, due: 1130 },
    { amount: 500, invoiced: 1000, due: 1030, paid: 1035, disputed: true },
  ];

  it('count as exposure and overdue by default', () => {
    expect(metricsOf(rows, 1100)).toMatchObject({
      exposure: 200,
      overdue: 60,
      disputed: 60,
      disputedShare: 0.3,
      delayRate: 1,
      dueCount: 2,
    });
  });

  it('stand apart where the policy leaves them out', () => {
    expect(metricsOf(rows, 1100, {}, withoutDisputed)).toMatchObject({
      exposure: 140,
      overdue: 0,
      disputed: 60,
      disputedShare: 0.3,
      openCount: 1,
      dueCount: 1,
    });
  });

  it('are not known where nothing on the sheet is disputed', () => {
    const undisputed = metricsOf([{ amount: 60, invoiced: 1000, due: 1030 }], 1100);
    expect([undisputed.disputed, undisputed.disputedShare]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('payment record', () => {
  it('weights days beyond terms by amount, early payment as 0 days after due', () => {
    const rows = [
      { amount: 100, invoiced: 1000, due: 1030, paid: 1050 },
      { amount: 300, invoiced: 1000, due: 1030, paid: 1010 },
      { amount: 100, invoiced: 1000, due: 1030, paid: 1040 },
    ];
    // (100 × 20 + 300 × 0 + 100 × 10) / 500
    expect(metricsOf(rows, 1100).daysBeyondTerms).toBe(6);
  });

  it('looks at invoices settled within the window only, and never after the as-of day', () => {
    const late = (paid: number) => ({ amount: 100, invoiced: 600, due: 700, paid });
    expect(metricsOf([late(735)], 1100).daysBeyondTerms).toBeNaN();
    expect(metricsOf([late(736)], 1100).daysBeyondTerms).toBe(36);
    expect(metricsOf([late(1100)], 1100).daysBeyondTerms).toBe(400);
    expect(metricsOf([late(1101)], 1100).daysBeyondTerms).toBeNaN();
  });

  it('is the share by count of due invoices that were paid late or are still open', () => {
    const rows = [
      { amount: 1, invoiced: 1000, due: 1030, paid: 1030 },
      { amount: 1, invoiced: 1000, due: 1030, paid: 1031 },
      { amount: 1, invoiced: 1000, due: 1030, paid: 1200 },
      { amount: 9, invoiced: 1000, due: 1030 },
      { amount: 9, invoiced: 1000, due: 1100 },
      { amount: 9, invoiced: 500, due: 530 },
      { amount: -9, invoiced: 1000, due: 1030 },
    ];
    expect(metricsOf(rows, 1100)).toMatchObject({ delayRate: 3 / 4, dueCount: 4 });
  });

  it('looks at invoices due within the window only: 365 days up to the as-of day', () => {
    const due = (on: number) => metricsOf([{ amount: 1, invoiced: 600, due: on, paid: 800 }], 1100).dueCount;
    expect([735, 736, 1099, 1100].map(due)).toEqual([0, 1, 1, 0]);
  });

  it('counts an invoice paid in part as still open, and leaves one out that was settled nobody knows when', () => {
    const rows = [
      { amount: 100, invoiced: 1000, due: 1030, paid: 1020, open: 40 },
      { amount: 100, invoiced: 1000, due: 1030, open: 0 },
      { amount: 100, invoiced: 1000, due: 1030, paid: 1030 },
    ];
    expect(metricsOf(rows, 1100)).toMatchObject({ delayRate: 0.5, dueCount: 2, daysBeyondTerms: 0 });
  });

  it('is not known on a sheet of open items alone, where everybody would be late', () => {
    const openItems = metricsOf([{ amount: 100, invoiced: 1000, due: 1030, open: 100 }], 1100);
    expect([openItems.delayRate, openItems.daysBeyondTerms]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('sales', () => {
  it('gives DSO and turnover: (8,000 / 16,000) × 30 = 15 days (abc-amega.com)', () => {
    const month = { ...defaultPolicy, settings: { ...defaultPolicy.settings, windowDays: 30 } };
    const rows = [
      { amount: 8000, invoiced: 1090, due: 1120 },
      { amount: 8000, invoiced: 1071, due: 1075, paid: 1080 },
      { amount: 5000, invoiced: 1070, due: 1075, paid: 1080 },
    ];
    expect(metricsOf(rows, 1100, {}, month)).toMatchObject({
      sales: 16_000,
      exposure: 8000,
      dso: 15,
      turnover: 2,
    });
  });

  it('counts an invoice without an invoice date by its due date', () => {
    expect(
      metricsOf(
        [
          { amount: 10, due: 735 },
          { amount: 20, due: 736 },
          { amount: 40, due: 1300 },
          { amount: -1, due: 1300 },
        ],
        1100,
      ).sales,
    ).toBe(60);
    expect(metricsOf([{ amount: 10 }], 1100).sales).toBeNaN();
  });

  it('takes no credit or payment row for a negative sale', () => {
    const rows = [
      { amount: 1000, invoiced: 1000, due: 1030 },
      { amount: -900, invoiced: 1020, due: 1020 },
    ];
    expect(metricsOf(rows, 1100)).toMatchObject({ sales: 1000, exposure: 100, dso: 36.5 });
  });

  it('answers NaN, never Infinity, without sales, exposure or limit', () => {
    const elsePaid = { customer: 'Borealis', amount: 1, invoiced: 1000, due: 1030, paid: 1030 };
    const longAgo = metricsOf([{ amount: 100, invoiced: 100, due: 130, open: 100 }, elsePaid], 1100, {
      limits: { Acme: 0 },
    });
    expect(longAgo).toMatchObject({ sales: 0, dso: Number.NaN, turnover: 0, utilization: Number.NaN });
    const paid = metricsOf([{ amount: 100, invoiced: 1000, due: 1030, paid: 1030 }], 1100);
    expect(paid).toMatchObject({
      exposure: 0,
      turnover: Number.NaN,
      overdueShare: Number.NaN,
      share: Number.NaN,
    });
    const credit = metricsOf([{ amount: -100, invoiced: 1000, due: 1030 }], 1100);
    expect(credit).toMatchObject({ turnover: Number.NaN, overdueShare: Number.NaN, share: Number.NaN });
  });

  it('takes granted terms, else the median of due − invoice date', () => {
    const rows = [30, 30, 45, 400].map(terms => ({ amount: 1, invoiced: 1000, due: 1000 + terms }));
    expect(metricsOf(rows, 1100).termsDays).toBe(37.5);
    expect(metricsOf(rows.slice(1), 1100).termsDays).toBe(45);
    expect(metricsOf(rows, 1100, { terms: { Acme: 14 } }).termsDays).toBe(14);
    expect(metricsOf([{ amount: 1, due: 1050 }], 1100).termsDays).toBeNaN();
  });

  it('counts tenure from the first invoice and days since the last', () => {
    const rows = [
      { amount: 1, invoiced: 1000, due: 1030, paid: 1030 },
      { amount: 1, invoiced: 2400, due: 2430, paid: 2430 },
      { amount: 1, invoiced: 2900, due: 2930 },
    ];
    expect(metricsOf(rows, 2461)).toMatchObject({ tenureYears: 4, daysSinceInvoice: 61 });
  });

  it('uses the credit limit', () => {
    expect(
      metricsOf([{ amount: 90, invoiced: 1000, due: 1030 }], 1100, { limits: { Acme: 60 } }),
    ).toMatchObject({
      creditLimit: 60,
      utilization: 1.5,
    });
  });
});

describe('the table', () => {
  const rows: LedgerRow[] = [
    { customer: 'A', amount: 10, invoiced: 1000, due: 1030, paid: 1030 },
    { customer: 'B', amount: 30, invoiced: 1000, due: 1030 },
    { customer: 'A', amount: 70, invoiced: 1000, due: 1030 },
    { customer: 'C', amount: -50, invoiced: 1000, due: 1030 },
    { customer: 'A', amount: 20, invoiced: 1200, due: 1230 },
    { customer: 'A', amount: -5, invoiced: 1000, due: 1030 },
  ];

  it('keeps customers in the order of the ledger, with their rows, open ones first', () => {
    const table = measureLedger(ledgerOf(rows), 1100, defaultPolicy);
    expect(table.customers).toEqual(['A', 'B', 'C']);
    expect([...table.metrics.exposure]).toEqual([65, 30, -50]);
    expect(table.customers.map((_, customer) => [...table.rowsOf(customer)])).toEqual([
      [3, 6, 1, 5],
      [2],
      [4],
    ]);
  });

  it('shares out what customers owe; one in credit has no share', () => {
    const { metrics } = measureLedger(ledgerOf(rows), 1100, defaultPolicy);
    expect([...metrics.share]).toEqual([65 / 95, 30 / 95, 0]);
  });

  it('measures a customer with very many items as all others, and these as without that one', () => {
    const rowsOf = (customer: string, count: number): LedgerRow[] =>
      Array.from({ length: count }, (_, index) => ({
        customer,
        amount: 10 + (index % 7),
        invoiced: 1000 - (index % 300),
        due: 1030 - (index % 250),
        ...(index % 3 === 0 ? {} : { paid: 1040 - (index % 200) }),
      }));
    const few = [...rowsOf('A', 9), ...rowsOf('C', 12)];
    const many = rowsOf('B', 40_000);
    const measure = (rows: readonly LedgerRow[]) => measureLedger(ledgerOf(rows), 1050, defaultPolicy, 'all');
    const alone = measure(few);
    const together = measure([...rowsOf('A', 9), ...many, ...rowsOf('C', 12)]);
    const ofAll: readonly MetricName[] = ['share', 'concentrationContribution', 'rank'];
    for (const name of metricNames.filter(metric => !ofAll.includes(metric))) {
      const [ofA, , ofC] = together.metrics[name];
      expect([name, ofA, ofC]).toEqual([name, ...alone.metrics[name]]);
    }
    const owed = many.filter(row => row.paid === undefined);
    expect(together.metrics.exposure[1]).toBe(owed.reduce((sum, { amount }) => sum + amount, 0));
    expect(together.metrics.openCount[1]).toBe(owed.length);
    expect(together.metrics.orderCount[1]).toBe(300);
    expect(together.metrics.usualOrderGap[1]).toBe(1);
  });

  it('is empty for an empty ledger', () => {
    const table = measureLedger(ledgerOf([]), 1100, defaultPolicy);
    expect(table.customers).toEqual([]);
    expect(finishSlices(measurePortfolioInSlices(table, defaultPolicy))).toMatchObject({
      exposure: 0,
      overdue: 0,
      openCount: 0,
      hhi: Number.NaN,
    });
  });

  const anyRow: fc.Arbitrary<LedgerRow> = fc.record(
    {
      customer: fc.constantFrom('A', 'B', 'C', 'D'),
      amount: fc.integer({ min: -100_000, max: 1_000_000 }).map(cents => cents / 100),
      invoiced: fc.integer({ min: 500, max: 1300 }),
      due: fc.integer({ min: 500, max: 1400 }),
      paid: fc.integer({ min: 500, max: 1400 }),
      open: fc.integer({ min: 0, max: 1_000_000 }).map(cents => cents / 100),
      disputed: fc.boolean(),
    },
    { requiredKeys: ['customer', 'amount'] },
  );
  const anyLedger = fc.array(anyRow, { maxLength: 40 });

  it('always adds up: exposure is buckets and credits, per customer and in all, to the cent', () => {
    fc.assert(
      fc.property(
        anyLedger,
        fc.integer({ min: 400, max: 1500 }),
        fc.boolean(),
        (ledgerRows, asOf, countDisputed) => {
          const table = measureLedger(
            ledgerOf(ledgerRows),
            asOf,
            countDisputed ? defaultPolicy : withoutDisputed,
          );
          const { exposure, unappliedCredits, notDue, overdue } = table.metrics;
          const cents = (amount: number) => Math.round(amount * 100);
          table.customers.forEach((_, customer) => {
            const aged = table.buckets.reduce((sum, bucket) => sum + cents(bucket[customer]), 0);
            expect(aged + cents(unappliedCredits[customer])).toBe(cents(exposure[customer]));
            expect(cents(notDue[customer]) + cents(overdue[customer])).toBe(aged);
          });
          const portfolio = finishSlices(measurePortfolioInSlices(table, defaultPolicy, { scale: 100 }));
          const aged = portfolio.buckets.reduce((sum, amount) => sum + cents(amount), 0);
          expect(aged + cents(portfolio.unappliedCredits)).toBe(cents(portfolio.exposure));
        },
      ),
    );
  });

  it('places every row of a ledger of which nothing is settled: exposure is the control total', () => {
    fc.assert(
      fc.property(anyLedger, ledgerRows => {
        const unsettled = ledgerRows.map(({ customer, amount, due, disputed }) => ({
          customer,
          amount,
          due,
          disputed,
        }));
        const table = measureLedger(ledgerOf(unsettled), 900, defaultPolicy);
        const total = unsettled.reduce((sum, row) => sum + Math.round(row.amount * 100), 0) / 100;
        expect(finishSlices(measurePortfolioInSlices(table, defaultPolicy, { scale: 100 })).exposure).toBe(
          total,
        );
      }),
    );
  });

  it('does not care for the order of the rows', () => {
    fc.assert(
      fc.property(
        anyLedger.chain(ledgerRows =>
          fc.tuple(
            fc.constant(ledgerRows),
            fc.shuffledSubarray(ledgerRows, { minLength: ledgerRows.length }),
          ),
        ),
        ([plain, shuffled]) => {
          const one = measureLedger(ledgerOf(plain), 1000, defaultPolicy);
          const other = measureLedger(ledgerOf(shuffled), 1000, defaultPolicy);
          one.customers.forEach((name, customer) => {
            const there = other.customers.indexOf(name);
            for (const metric of Object.keys(one.metrics) as MetricName[]) {
              expect(isSame(other.metrics[metric][there], one.metrics[metric][customer])).toBe(true);
            }
            expect([...other.rowsOf(there)]).toHaveLength(one.rowsOf(customer).length);
          });
        },
      ),
    );
  });

  it('gives no infinite figure, and shares between 0 and 1', () => {
    fc.assert(
      fc.property(anyLedger, fc.integer({ min: 400, max: 1500 }), (ledgerRows, asOf) => {
        const { metrics } = measureLedger(
          ledgerOf(ledgerRows, { limits: { A: 0, B: 10 } }),
          asOf,
          defaultPolicy,
        );
        for (const column of Object.values(metrics)) {
          for (const value of column) expect(Math.abs(value)).not.toBe(Number.POSITIVE_INFINITY);
        }
        for (const name of ['overdueShare', 'delayRate', 'share', 'disputedShare'] as const) {
          for (const value of metrics[name])
            expect(Number.isNaN(value) || (value >= 0 && value <= 1)).toBe(true);
        }
      }),
    );
  });
});
