/** A better value never makes a customer worse, whatever the policy. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CustomerTable, MetricName } from '../../../src/risk/metrics/table/metric';
import { unknownMetrics } from '../../../src/risk/metrics/table/metricColumns';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Factor, KnockOut, Policy, Tier } from '../../../src/risk/policy/policy';
import { noTier } from '../../../src/risk/scoring/assessment';
import { scoreCustomers } from '../../../src/risk/scoring/score';

/** Metrics that factors and knock-outs look at, each with what it can be; `better` is the sign of its good side. */
const scored: Readonly<Partial<Record<MetricName, { better: 1 | -1; lowest: number; highest: number }>>> = {
  overdueShare: { better: -1, lowest: 0, highest: 1 },
  daysBeyondTerms: { better: -1, lowest: 0, highest: 120 },
  delayRate: { better: -1, lowest: 0, highest: 1 },
  oldestDays: { better: -1, lowest: 0, highest: 400 },
  utilization: { better: -1, lowest: -0.5, highest: 4 },
  disputedShare: { better: -1, lowest: 0, highest: 1 },
  tenureYears: { better: 1, lowest: 0, highest: 20 },
  externalRating: { better: 1, lowest: 0, highest: 100 },
  writtenOff: { better: -1, lowest: 0, highest: 9_000 },
  insolvent: { better: -1, lowest: 0, highest: 1 },
};
const scoredNames = Object.keys(scored) as MetricName[];
const rangeOf = (name: MetricName) => scored[name]!;

/** A factor on any of these metrics, whose best value lies on its good side. */
const factor: fc.Arbitrary<Factor> = fc
  .record({
    metric: fc.constantFrom(...scoredNames),
    weight: fc.integer({ min: 0, max: 100 }),
    ends: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
    steps: fc.option(fc.integer({ min: 1, max: 7 })),
    missing: fc.constantFrom('share' as const, 'nothing' as const),
  })
  .filter(({ ends: [one, other] }) => one !== other)
  .map(({ metric, ends, ...rest }) => {
    const { better, lowest, highest } = rangeOf(metric);
    const at = (percent: number) => lowest + ((highest - lowest) * percent) / 100;
    const [low, high] = [at(Math.min(...ends)), at(Math.max(...ends))];
    const name = { en: metric, zh: metric };
    return { ...rest, name, metric, best: better > 0 ? high : low, worst: better > 0 ? low : high };
  });

const tiers: fc.Arbitrary<readonly Tier[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 100 }), { maxLength: 5 })
  .map(bounds =>
    [...bounds.sort((one, other) => other - one), 0].map((fromScore, index) => ({
      ...defaultPolicy.tiers[0],
      letter: 'ABCDEF'[index],
      fromScore,
    })),
  );

const knockOuts: fc.Arbitrary<readonly KnockOut[]> = fc
  .array(fc.record({ on: fc.boolean(), bestTier: fc.constantFrom('A', 'B', 'C', 'F') }), {
    minLength: defaultPolicy.knockOuts.length,
    maxLength: defaultPolicy.knockOuts.length,
  })
  .map(changes => defaultPolicy.knockOuts.map((knockOut, index) => ({ ...knockOut, ...changes[index] })));

const policy: fc.Arbitrary<Policy> = fc
  .record({ factors: fc.array(factor, { minLength: 1, maxLength: 8 }), tiers, knockOuts })
  .map(changes => ({ ...defaultPolicy, ...changes }));

/** Whole per cents: doubles of chance lie close to 0, where no score moves. */
const share = fc.integer({ min: 0, max: 100 }).map(percent => percent / 100);

/** What is known of a customer, by metric; NaN where it is not. */
const known: fc.Arbitrary<Readonly<Record<string, number>>> = fc.record(
  Object.fromEntries(
    scoredNames.map(name => {
      const { lowest, highest } = rangeOf(name);
      const value = share.map(part => lowest + (highest - lowest) * part);
      return [name, fc.option(value, { nil: Number.NaN, freq: 5 })];
    }),
  ),
);

function tableOf(customers: readonly Readonly<Record<string, number>>[]): CustomerTable {
  const metrics = unknownMetrics(customers.length);
  customers.forEach((values, customer) => {
    metrics.exposure[customer] = 50_000;
    for (const name of scoredNames) metrics[name][customer] = values[name];
  });
  return {
    asOf: 45_000,
    customers: customers.map((_, customer) => `Customer ${customer}`),
    listed: new Uint8Array(customers.length).fill(1),
    isOpenItemsOnly: false,
    measured: new Set(),
    metrics,
    buckets: [],
    rowsOf: customer => Int32Array.of(customer),
  };
}

/** The customer with one metric moved towards its good side by a part of what is left there. */
function improved(
  values: Readonly<Record<string, number>>,
  { name, part }: { name: MetricName; part: number },
) {
  const { better, lowest, highest } = rangeOf(name);
  const value = values[name];
  const goal = better > 0 ? highest : lowest;
  return { ...values, [name]: value + (goal - value) * part };
}

describe('a better value', () => {
  test('never lowers the score and never worsens the tier, with steps, missing data and knock-outs', () => {
    let rises = 0;
    fc.assert(
      fc.property(policy, known, fc.nat(), share, (chosen, values, which, part) => {
        const { metric: name } = chosen.factors[which % chosen.factors.length];
        const { score, tier, coverage } = scoreCustomers(
          tableOf([values, improved(values, { name: name!, part })]),
          chosen,
        );
        expect(coverage[1]).toBe(coverage[0]);
        expect(Number.isNaN(score[1])).toBe(Number.isNaN(score[0]));
        if (!Number.isNaN(score[0])) expect(score[1]).toBeGreaterThanOrEqual(score[0]);
        // Without a score only a knock-out gives a tier, and an improvement may lift it.
        if (tier[1] !== noTier) expect(tier[1]).toBeLessThanOrEqual(tier[0]);
        if (score[1] > score[0]) rises += 1;
      }),
      { numRuns: 500 },
    );
    // Were no score ever to move, nothing would have been tested.
    expect(rises).toBeGreaterThan(50);
  });
});

describe('a score', () => {
  test('is the same for a customer among others as for the customer alone', () => {
    fc.assert(
      fc.property(policy, fc.array(known, { minLength: 1, maxLength: 12 }), (chosen, all) => {
        const together = scoreCustomers(tableOf(all), chosen);
        all.forEach((values, customer) => {
          const alone = scoreCustomers(tableOf([values]), chosen);
          expect([together.score[customer], together.tier[customer], together.coverage[customer]]).toEqual([
            alone.score[0],
            alone.tier[0],
            alone.coverage[0],
          ]);
        });
      }),
    );
  });

  test('is 100 where every factor has its best value and 0 where every one has its worst', () => {
    fc.assert(
      fc.property(fc.uniqueArray(factor, { minLength: 1, selector: one => one.metric }), factors => {
        fc.pre(factors.some(({ weight }) => weight > 0));
        const at = (end: 'best' | 'worst') => Object.fromEntries(factors.map(one => [one.metric, one[end]]));
        const unknown = Object.fromEntries(scoredNames.map(name => [name, Number.NaN]));
        const customers = [
          { ...unknown, ...at('best') },
          { ...unknown, ...at('worst') },
        ];
        const { score } = scoreCustomers(tableOf(customers), { ...defaultPolicy, factors, knockOuts: [] });
        expect([...score]).toEqual([100, 0]);
      }),
    );
  });
});
