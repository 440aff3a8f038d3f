import { describe, expect, test } from '@jest/globals';
import {
  measureLedger,
  measureLedgerInSlices,
  measureMoreInSlices,
} from '../../../../src/risk/metrics/customers/customerMetrics';
import { type CustomerTable, metricGroups, metricNames } from '../../../../src/risk/metrics/table/metric';
import { groupsNeeded, metricsOfGroup } from '../../../../src/risk/metrics/table/metricGroups';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../../src/risk/slices';
import { type LedgerRow, ledgerOf } from '../ledgerOf';

const asOf = 1_100;
const bare = { ...defaultPolicy, rules: [], factors: [] };

/** Two customers of whom everything that a ledger can tell is known. */
const rows: LedgerRow[] = ['A', 'B'].flatMap(customer => [
  ...[400, 300, 200, 100, 50, 10].map(days => ({
    customer,
    amount: 10 + days,
    invoiced: asOf - days,
    due: asOf - days + 30,
    ...(days > 60 ? { paid: asOf - days + 40 } : {}),
    disputed: days === 50,
  })),
  { customer, amount: -5, invoiced: asOf - 20, due: asOf - 20, type: 'creditNote' as const },
  { customer, amount: -3, invoiced: asOf - 20, due: asOf - 20, type: 'writeOff' as const },
]);
const ledger = ledgerOf(rows, { limits: { A: 100, B: 100 } });

describe('groups of metrics', () => {
  test('name each metric at most once, and only metrics', () => {
    const grouped = metricGroups.flatMap(group => metricsOfGroup[group]);
    expect(new Set(grouped).size).toBe(grouped.length);
    expect(metricNames).toEqual(expect.arrayContaining(grouped));
  });

  test('are all that a ledger fills, and a full ledger fills all of them', () => {
    const { metrics } = measureLedger(ledger, asOf, defaultPolicy, 'all');
    const known = metricNames.filter(name => metrics[name].some(value => !Number.isNaN(value)));
    expect([...known].sort()).toEqual(metricGroups.flatMap(group => metricsOfGroup[group]).sort());
  });

  test('are needed where a factor or a rule that is on reads them', () => {
    expect(groupsNeeded(bare)).toEqual(['position', 'payments', 'sales']);
    expect(groupsNeeded(defaultPolicy)).toEqual(['position', 'payments', 'sales', 'orders']);
    const off = { ...defaultPolicy, rules: defaultPolicy.rules.map(rule => ({ ...rule, on: false })) };
    expect(groupsNeeded(off)).toEqual(['position', 'payments', 'sales']);
    const [factor] = defaultPolicy.factors;
    const factors = [{ ...factor, metric: 'collectionEffectiveness' as const }];
    expect(groupsNeeded({ ...bare, factors })).toEqual(['position', 'payments', 'sales', 'history']);
  });

  test('that nobody asked for are NaN, and added later are what they are when measured at once', () => {
    const cheap = measureLedger(ledger, asOf, bare);
    expect([...cheap.measured]).toEqual(['position', 'payments', 'sales']);
    expect(cheap.metrics.orderCount).toEqual(Float64Array.of(Number.NaN, Number.NaN));

    const orders = finishSlices(measureMoreInSlices(ledger, cheap, bare, ['orders']));
    const all = finishSlices(measureMoreInSlices(ledger, orders, bare, 'all'));
    const atOnce = measureLedger(ledger, asOf, bare, 'all');
    expect([...all.measured].sort()).toEqual([...metricGroups].sort());
    expect(all.metrics).toEqual(atOnce.metrics);
    const rows = ({ customers, rowsOf }: CustomerTable) => customers.map((_, each) => [...rowsOf(each)]);
    expect(rows(all)).toEqual(rows(atOnce));
    expect(all.metrics.exposure).toBe(cheap.metrics.exposure);
    expect(cheap.metrics.orderCount).toEqual(Float64Array.of(Number.NaN, Number.NaN));
    expect(finishSlices(measureMoreInSlices(ledger, all, bare, 'all'))).toBe(all);
  });

  test('come in slices', () => {
    const many = ledgerOf(
      Array.from({ length: 3_000 }, (_, index) => ({ customer: `C${index}`, amount: 1, due: asOf })),
    );
    const work = measureLedgerInSlices(many, asOf, defaultPolicy);
    let slices = 1;
    let step = work.next();
    for (; !step.done; slices += 1) step = work.next();
    expect(slices).toBeGreaterThan(3);
    expect(step.value.metrics).toEqual(measureLedger(many, asOf, defaultPolicy).metrics);
  });
});
