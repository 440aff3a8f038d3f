import { measureList } from '../../../src/risk/metrics/customerListMetrics';
import type { MetricName } from '../../../src/risk/metrics/metric';
import { measurePortfolio } from '../../../src/risk/metrics/portfolio';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { type ListRow, listOf } from './listOf';

function metricsOf(row: Omit<ListRow, 'name'>, asOf = 45473): Record<MetricName, number> {
  const { metrics } = measureList(listOf([{ name: 'Acme', ...row }]), asOf, defaultPolicy);
  return Object.fromEntries(Object.entries(metrics).map(([name, column]) => [name, column[0]])) as Record<
    MetricName,
    number
  >;
}

describe('measureList', () => {
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
    const table = measureList(list, 45473.6, defaultPolicy);
    expect(table.asOf).toBe(45473);
    expect(table.rows.map(rows => [...rows])).toEqual([[3], [4]]);
    expect([...table.metrics.share]).toEqual([0.25, 0.75]);
    expect(table.buckets.map(bucket => [...bucket])).toEqual([
      [20, Number.NaN],
      ...Array(4).fill([Number.NaN, Number.NaN]),
    ]);
  });

  it('sums up to a portfolio in which the unknown stays unknown', () => {
    const table = measureList(
      listOf([
        { name: 'A', exposure: 100, overdue: 20, creditLimit: 50 },
        { name: 'B', exposure: 300 },
      ]),
      45473,
      defaultPolicy,
    );
    expect(measurePortfolio(table, defaultPolicy)).toMatchObject({
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
});
