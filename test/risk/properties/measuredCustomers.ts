import { expect } from '@jest/globals';
import type { Ledger } from '../../../src/risk/ledger/ledger';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { type MetricName, metricNames } from '../../../src/risk/metrics/table/metric';
import { metricMeasure } from '../../../src/risk/metrics/table/metricMeasures';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../src/risk/policy/policy';
import { lastCustomer } from './randomLedger';

/** What is known of one customer: metrics by name, and the buckets beside them. */
export interface Measured {
  readonly metrics: Readonly<Record<MetricName, number>>;
  readonly buckets: readonly number[];
}

/** Measure every listed customer of the random documents, by name. */
export function measured(
  ledger: Ledger,
  asOf: number,
  policy: Policy = defaultPolicy,
): Map<string, Measured> {
  const table = measureLedger(ledger, asOf, policy, 'all');
  const found = new Map(
    table.customers.map((name, customer) => {
      const metrics = metricNames.map(metric => [metric, table.metrics[metric][customer]]);
      return [
        name,
        {
          metrics: Object.fromEntries(metrics) as Record<MetricName, number>,
          buckets: table.buckets.map(bucket => bucket[customer]),
        },
      ];
    }),
  );
  found.delete(lastCustomer);
  table.customers.forEach((name, customer) => {
    if (table.listed[customer] === 0) found.delete(name);
  });
  return found;
}

/** Equal, but for what the order of additions rounds off. */
const isSame = (one: number, other: number): boolean =>
  Object.is(one, other) || one === other || Math.abs(one - other) <= 1e-9 * (1 + Math.abs(one));

/**
 * Expect every customer of `before` to be the same in `after`, apart from the metrics named.
 *
 * @param nameAfter what a customer is called in `after`
 * @param moneyFactor what their money is multiplied by in `after`
 */
export function expectSameCustomers(
  before: ReadonlyMap<string, Measured>,
  after: ReadonlyMap<string, Measured>,
  {
    except = [],
    nameAfter = name => name,
    moneyFactor = 1,
  }: {
    readonly except?: readonly MetricName[];
    readonly nameAfter?: (name: string) => string;
    readonly moneyFactor?: number;
  } = {},
): void {
  for (const [name, one] of before) {
    const other = after.get(nameAfter(name));
    expect(other).toBeDefined();
    const different = metricNames.filter(metric => {
      if (except.includes(metric)) return false;
      const expected = one.metrics[metric] * (metricMeasure[metric] === 'money' ? moneyFactor : 1);
      return !isSame(expected, other!.metrics[metric]);
    });
    expect(
      different.map(metric => `${name} ${metric}: ${one.metrics[metric]} → ${other!.metrics[metric]}`),
    ).toEqual([]);
    one.buckets.forEach((bucket, index) => {
      expect(isSame(bucket * moneyFactor, other!.buckets[index])).toBe(true);
    });
  }
}
