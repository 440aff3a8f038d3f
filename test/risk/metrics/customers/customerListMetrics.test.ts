import { matchCustomersInSlices } from '../../../../src/risk/join/matchCustomers';
import { measureListInSlices } from '../../../../src/risk/metrics/customers/customerListMetrics';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { statementRatiosInSlices } from '../../../../src/risk/metrics/formulas/statementRatios';
import { measurePortfolioInSlices } from '../../../../src/risk/metrics/portfolio';
import type { MetricName } from '../../../../src/risk/metrics/table/metric';
import { withMetrics } from '../../../../src/risk/metrics/table/withMetrics';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../../src/risk/slices';
import { joinedTable } from '../../join/joinedTable';
import { ledgerOf } from '../ledgerOf';
import { type ListRow, listOf } from '../listOf';

function metricsOf(row: Omit<ListRow, 'name'>, asOf = 45473): Record<MetricName, number> {
  const { metrics } = finishSlices(
    measureListInSlices(listOf([{ name: 'Acme', ...row }]), asOf, defaultPolicy),
  );
  return Object.fromEntries(Object.entries(metrics).map(([name, column]) => [name, column[0]])) as Record<
    MetricName,
    number
  >;
}

describe('measureList', () => {
  it('says by which model Altman scores were measured, through every later look at the table', () => {
    const statement = {
      workingCapital: 40,
      retainedEarnings: 30,
      ebit: 20,
      equity: 60,
      revenue: 150,
      totalAssets: 100,
      totalLiabilities: 40,
    };
    const table = finishSlices(
      measureListInSlices(listOf([{ name: 'Acme', ...statement }]), 45_473, defaultPolicy),
    );
    expect(table.altmanModel).toBe('z1');
    expect(withMetrics(table, {}).altmanModel).toBe('z1');
    const ledger = ledgerOf([{ customer: 'Acme', amount: 10, invoiced: 45_400, due: 45_430 }]);
    const measured = measureLedger(ledger, 45_473, defaultPolicy);
    const list = listOf([{ name: 'Acme', ...statement }]);
    const matches = finishSlices(matchCustomersInSlices({ names: measured.customers }, list));
    expect(joinedTable(measured, list, matches, defaultPolicy).altmanModel).toBe('z1');
    expect(
      finishSlices(measureListInSlices(listOf([{ name: 'Acme', altmanZ: 3 }]), 45_473, defaultPolicy)),
    ).not.toHaveProperty('altmanModel');
  });

  it('derives shares, utilization, DSO and turnover from amounts', () => {
    expect(
      metricsOf({ exposure: 200, overdue: 50, creditLimit: 250, sales: 730, disputedShare: 0.1 }),
    ).toMatchObject({
      overdueShare: 0.25,
      notDue: 150,
      utilization: 0.8,
      dso: 100,
      turnover: 3.65,
      disputed: 20,
      share: 1,
    });
  });

  it('derives the overdue amount from its share', () => {
    expect(metricsOf({ exposure: 200, overdue: 300 }).overdueShare).toBe(1);
    expect(metricsOf({ exposure: 200, overdueShare: 0.4 })).toMatchObject({ overdue: 80, notDue: 120 });
  });

  it('prefers what the list says over what could be derived', () => {
    expect(metricsOf({ exposure: 200, overdue: 50, overdueShare: 0.3, sales: 730, dso: 44 })).toMatchObject({
      overdueShare: 0.3,
      dso: 44,
    });
    expect(metricsOf({ tenureYears: 9, contractStart: 45473 - 1461 }).tenureYears).toBe(9);
  });

  it('counts tenure from the contract, not from one that begins later', () => {
    expect(metricsOf({ contractStart: 45473 - 1461 }).tenureYears).toBe(4);
    expect(metricsOf({ contractStart: 45474 }).tenureYears).toBeNaN();
  });

  it('leaves unknown what the list does not feed, and answers no zero denominator', () => {
    const metrics = metricsOf({ exposure: 0, creditLimit: 0, sales: 0 });
    for (const name of [
      'overdueShare',
      'utilization',
      'dso',
      'turnover',
      'share',
      'agedAmount',
      'openCount',
    ] as const) {
      expect(metrics[name]).toBeNaN();
    }
  });

  it('keeps one row a customer, also of two of the same name, and knows of the buckets only not due', () => {
    const list = listOf([
      { name: 'Acme', exposure: 30, overdue: 10 },
      { name: 'Acme', exposure: 90 },
    ]);
    const table = finishSlices(measureListInSlices(list, 45473.6, defaultPolicy));
    expect(table.asOf).toBe(45473);
    expect(table.customers.map((_, customer) => [...table.rowsOf(customer)])).toEqual([[3], [4]]);
    expect([...table.metrics.share]).toEqual([0.25, 0.75]);
    expect(table.buckets.map(bucket => [...bucket])).toEqual([
      [20, Number.NaN],
      ...Array(4).fill([Number.NaN, Number.NaN]),
    ]);
  });

  it('sums up to a portfolio in which the unknown stays unknown', () => {
    const table = finishSlices(
      measureListInSlices(
        listOf([
          { name: 'A', exposure: 100, overdue: 20, creditLimit: 50 },
          { name: 'B', exposure: 300 },
        ]),
        45473,
        defaultPolicy,
      ),
    );
    expect(finishSlices(measurePortfolioInSlices(table, defaultPolicy))).toMatchObject({
      exposure: 400,
      overdue: 20,
      overdueShare: 0.2,
      topShare: 0.75,
      sales: Number.NaN,
      dso: Number.NaN,
      openCount: Number.NaN,
      buckets: [80, Number.NaN, Number.NaN, Number.NaN, Number.NaN],
    });
  });

  it('counts days since the last review, not since one to come, and knows flags and guarantees', () => {
    expect(metricsOf({ lastReview: 45373, insolvent: 1, guarantee: 5000 })).toMatchObject({
      daysSinceReview: 100,
      insolvent: 1,
      guaranteed: 1,
    });
    expect(metricsOf({ lastReview: 45500, insolvent: 0, guarantee: 0 })).toMatchObject({
      daysSinceReview: Number.NaN,
      insolvent: 0,
      guaranteed: 0,
    });
    expect(metricsOf({ guarantee: Number.POSITIVE_INFINITY }).guaranteed).toBe(1);
    expect(metricsOf({})).toMatchObject({ insolvent: Number.NaN, guaranteed: Number.NaN });
    expect(metricsOf({ rating: '85' }).externalRating).toBe(85);
  });

  it('leaves out the customers that the list excludes, and their share of the total', () => {
    const table = finishSlices(
      measureListInSlices(
        listOf([
          { name: 'Sister', exposure: 900, excluded: 1 },
          { name: 'Acme', exposure: 100, excluded: 0, region: 'North' },
        ]),
        45473,
        defaultPolicy,
      ),
    );
    expect(table.customers).toEqual(['Acme']);
    expect([...table.metrics.share]).toEqual([1]);
    expect(table.customers.map((_, customer) => [...table.rowsOf(customer)])).toEqual([[4]]);
    expect(table.texts?.region).toEqual(['North']);
  });
});

describe('statementRatios', () => {
  const ratiosOf = (...rows: readonly Omit<ListRow, 'name'>[]) =>
    finishSlices(statementRatiosInSlices(listOf(rows.map(row => ({ name: 'Acme', ...row }))).numbers));
  // The worked figures of oracles.md: TA 3.5, WC 4.2, RE 0.8, EBIT 6.5, MVE 7, TL 5, sales 8.3.
  const published = {
    totalAssets: 3.5,
    workingCapital: 4.2,
    retainedEarnings: 0.8,
    ebit: 6.5,
    totalLiabilities: 5,
    revenue: 8.3,
  };

  it('divides as the field does', () => {
    expect(
      ratiosOf({
        currentAssets: 300,
        currentLiabilities: 200,
        totalAssets: 1000,
        totalLiabilities: 400,
        operatingCashFlow: 100,
      }),
    ).toMatchObject({
      currentRatio: Float64Array.of(1.5),
      debtRatio: Float64Array.of(0.4),
      cashFlowToDebt: Float64Array.of(0.25),
      altmanModel: null,
    });
  });

  it('fills in what follows from the balance sheet', () => {
    expect(ratiosOf({ totalAssets: 1000, equity: 600 }).debtRatio[0]).toBe(0.4);
    expect(ratiosOf({ totalLiabilities: 400, equity: 600 }).debtRatio[0]).toBe(0.4);
    const { altmanZ } = ratiosOf({
      ...published,
      workingCapital: Number.NaN,
      currentAssets: 5.2,
      currentLiabilities: 1,
      marketValue: 7,
    });
    expect(altmanZ[0]).toBeCloseTo((1.2 * 4.2 + 1.4 * 0.8 + 3.3 * 6.5 + 8.3) / 3.5 + (0.6 * 7) / 5, 10);
  });

  it('takes a ratio of the list before one that follows, and never mixes Altman scores of two makers', () => {
    expect(ratiosOf({ currentRatio: 9, currentAssets: 1, currentLiabilities: 1 }).currentRatio[0]).toBe(9);
    const mixed = ratiosOf({ altmanZ: 3 }, { ...published, marketValue: 7 });
    expect([...mixed.altmanZ]).toEqual([3, Number.NaN]);
    expect(mixed.altmanModel).toBeNull();
  });

  it('measures all customers by the one model that serves most of them', () => {
    const listed = { ...published, marketValue: 7 };
    const shipped = { ...published, equity: 2 };
    expect(ratiosOf(listed).altmanModel).toBe('z');
    expect(ratiosOf(shipped, shipped).altmanModel).toBe('z1');
    // Equity follows from assets and liabilities, so Z′ and Z″ serve the listed one too.
    expect(ratiosOf(listed, shipped).altmanModel).toBe('z1');
    const without = { ...shipped, revenue: Number.NaN };
    const ratios = ratiosOf(listed, shipped, without);
    expect(ratios.altmanModel).toBe('z2');
    expect(ratios.altmanZ.every(score => !Number.isNaN(score))).toBe(true);
    expect(ratiosOf({ equity: 5 }).altmanModel).toBeNull();
  });

  it('answers no zero or negative denominator', () => {
    const ratios = ratiosOf({
      ...published,
      totalAssets: 0,
      totalLiabilities: -1,
      currentAssets: 1,
      currentLiabilities: 0,
    });
    expect([ratios.currentRatio[0], ratios.debtRatio[0], ratios.altmanZ[0]]).toEqual(
      Array(3).fill(Number.NaN),
    );
  });
});
