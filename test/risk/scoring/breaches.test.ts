import fc from 'fast-check';
import type { CustomerTable, MetricName } from '../../../src/risk/metrics/table/metric';
import { metricNames } from '../../../src/risk/metrics/table/metric';
import { unknownMetrics } from '../../../src/risk/metrics/table/metricColumns';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import {
  type BreachRule,
  type BreachRuleId,
  breachRuleIds,
  type Policy,
} from '../../../src/risk/policy/policy';
import { noCap, noTier, type Scores } from '../../../src/risk/scoring/assessment';
import { findBreachesInSlices } from '../../../src/risk/scoring/breaches';
import { tierIndex } from '../../../src/risk/scoring/score';
import { finishSlices } from '../../../src/risk/slices';

type Known = Partial<Record<MetricName, number>> & { readonly score?: number; readonly coverage?: number };

const asOf = 45_000;

function tableOf(customers: readonly Known[]): CustomerTable {
  const metrics = unknownMetrics(customers.length);
  for (const name of metricNames) metrics[name].set(customers.map(known => known[name] ?? Number.NaN));
  const names = customers.map((_, index) => `C${index}`);
  const listed = new Uint8Array(names.length).fill(1);
  return {
    asOf,
    customers: names,
    listed,
    isOpenItemsOnly: false,
    measured: new Set(),
    metrics,
    buckets: [],
    rowsOf: () => new Int32Array(0),
  };
}

function scoresOf(customers: readonly Known[], policy: Policy): Scores {
  const score = Float64Array.from(customers, known => known.score ?? Number.NaN);
  const tier = Uint8Array.from(score, value =>
    Number.isNaN(value) ? noTier : tierIndex(value, policy.tiers),
  );
  return {
    score,
    tier,
    scoreTier: tier,
    cap: new Uint8Array(tier.length).fill(noCap),
    coverage: Float64Array.from(customers, known => known.coverage ?? 1),
    points: [],
    available: [],
  };
}

function check(id: BreachRuleId, customers: readonly Known[], changes: Partial<BreachRule> = {}) {
  const rules = defaultPolicy.rules.filter(rule => rule.id === id).map(rule => ({ ...rule, ...changes }));
  const policy = { ...defaultPolicy, rules };
  return finishSlices(findBreachesInSlices(tableOf(customers), scoresOf(customers, policy), policy));
}

/** Who is in breach of one rule. */
const whoBreaches = (id: BreachRuleId, customers: readonly Known[], changes: Partial<BreachRule> = {}) =>
  check(id, customers, changes).breaches.map(breach => breach.customer);

describe('checking the rules', () => {
  it('tells what was measured and what is allowed', () => {
    expect(check('overLimit', [{ exposure: 120, creditLimit: 100 }]).breaches).toEqual([
      { customer: 0, rule: 'overLimit', severity: 'critical', value: 120, threshold: 100 },
    ]);
    expect(check('dsoOverTerms', [{ dso: 80, termsDays: 45, exposure: 5000 }]).breaches).toMatchObject([
      { value: 80, threshold: 75 },
    ]);
    expect(check('contractEnding', [{ contractEnd: asOf + 10, exposure: 1 }]).breaches).toMatchObject([
      { value: 10, threshold: 30 },
    ]);
    expect(check('longTerms', [{ termsDays: 60, score: 50, exposure: 1 }]).breaches).toMatchObject([
      { value: 60, threshold: 30 },
    ]);
    expect(check('reviewOverdue', [{ daysSinceReview: 100, score: 50, exposure: 1 }]).breaches).toMatchObject(
      [{ value: 100, threshold: 91 }],
    );
    expect(check('contractEnding', [{ contractEnd: asOf - 10, exposure: 1 }]).breaches).toMatchObject([
      { value: -10, threshold: 30 },
    ]);
    expect(check('agedAmount', [{ oldestDays: 120, agedAmount: 5000, agedCount: 2 }]).breaches).toMatchObject(
      [{ value: 120, threshold: 90 }],
    );
  });

  it.each<[BreachRuleId, Known, Known, Partial<BreachRule>?]>([
    ['overLimit', { exposure: 100.01, creditLimit: 100 }, { exposure: 100, creditLimit: 100 }],
    ['overLimit', { exposure: 1, creditLimit: 0.5 }, { exposure: 1 }],
    ['overLimit', { exposure: 1, creditLimit: 0.5 }, { exposure: 1, creditLimit: 0 }],
    [
      'overLimit',
      { exposure: 111, creditLimit: 100 },
      { exposure: 110, creditLimit: 100 },
      { threshold: 1.1 },
    ],
    // As doubles 100 × 1.15 is a hair below 115: what stands exactly at the bound is no breach.
    [
      'overLimit',
      { exposure: 115.01, creditLimit: 100 },
      { exposure: 115, creditLimit: 100 },
      { threshold: 1.15 },
    ],
    [
      'overLimit',
      { exposure: 1_150_000_000_000.01, creditLimit: 1e12 },
      { exposure: 1_150_000_000_000, creditLimit: 1e12 },
      { threshold: 1.15 },
    ],
    ['noLimit', { exposure: 1 }, { exposure: 1, creditLimit: 2 }],
    ['noLimit', { exposure: 1, creditLimit: 0 }, { exposure: 0 }],
    ['noLimit', { exposure: 1, creditLimit: -1 }, { exposure: 0, creditLimit: -1 }],
    ['overLimit', { exposure: 1, creditLimit: 0.5 }, { exposure: 1, creditLimit: -1 }],
    ['noLimit', { exposure: 501 }, { exposure: 500 }, { threshold: 500 }],
    [
      'utilization',
      { exposure: 91, creditLimit: 100, utilization: 0.91 },
      { exposure: 90, creditLimit: 100, utilization: 0.9 },
    ],
    ['overdueShare', { overdueShare: 0.31, overdue: 1000 }, { overdueShare: 0.3, overdue: 1000 }],
    ['overdueShare', { overdueShare: 1, overdue: 1000 }, { overdueShare: 1, overdue: 999 }],
    ['overdueShare', { overdueShare: 0.4 }, { overdueShare: 0.2 }],
    ['exposureShare', { share: 0.101 }, { share: 0.1 }],
    ['dsoOverTerms', { dso: 61, termsDays: 30, exposure: 1000 }, { dso: 60, termsDays: 30, exposure: 1000 }],
    ['dsoOverTerms', { dso: 61, termsDays: 30 }, { dso: 99, exposure: 1000 }],
    ['dsoOverTerms', { dso: 60.01, termsDays: 30 }, { dso: 60.00000000000001, termsDays: 30 }],
    ['delayRate', { delayRate: 0.71, dueCount: 3 }, { delayRate: 0.7, dueCount: 3 }],
    ['delayRate', { delayRate: 1 }, { delayRate: 1, dueCount: 2 }],
    ['lowScore', { score: 44.9 }, { score: 45 }],
    ['contractEnding', { contractEnd: asOf + 30, exposure: 1 }, { contractEnd: asOf + 31, exposure: 1 }],
    ['contractEnding', { contractEnd: asOf - 500, exposure: 1 }, { contractEnd: asOf - 500, exposure: 0 }],
    ['longTerms', { termsDays: 61, score: 70 }, { termsDays: 60, score: 70 }],
    ['longTerms', { termsDays: 1, score: 10 }, { termsDays: 90 }],
    ['longTerms', { termsDays: 76, score: 70 }, { termsDays: 75, score: 70 }, { threshold: 15 }],
    ['noOrders', { daysSinceInvoice: 181 }, { daysSinceInvoice: 180 }],
    ['missingData', { coverage: 0.59, exposure: 1 }, { coverage: 0.6, exposure: 1 }],
    ['missingData', { coverage: 0.1 }, { coverage: 0, exposure: 0 }],
    ['missingData', { coverage: 0.599, exposure: 1 }, { coverage: 0.6 - 1.2e-16, exposure: 1 }],
    ['scoreFall', { scoreFall: 15.1 }, { scoreFall: 15 }],
    ['scoreFall', { scoreFall: 16 }, { scoreFall: -40 }],
    ['unusualOrders', { orderGapAnomaly: 3.6 }, { orderGapAnomaly: 3.5 }],
    ['unusualOrders', { orderAmountAnomaly: -4 }, { orderAmountAnomaly: 3, orderGapAnomaly: -2 }],
    ['unusualOrders', { orderGapAnomaly: -4, orderAmountAnomaly: 1 }, { orderAmountAnomaly: -3.5 }],
    ['unusualOrders', { orderGapAnomaly: 0, orderAmountAnomaly: 3.6 }, { orderGapAnomaly: -3.5 }],
    ['reviewOverdue', { daysSinceReview: 184, score: 70 }, { daysSinceReview: 183, score: 70 }],
    ['reviewOverdue', { daysSinceReview: 31, score: 10 }, { daysSinceReview: 999 }],
    [
      'guaranteeMissing',
      { guaranteed: 0, exposure: 1000, score: 50 },
      { guaranteed: 1, exposure: 1000, score: 50 },
    ],
    ['guaranteeMissing', { guaranteed: 0, exposure: 1000, score: 50 }, { exposure: 1000, score: 50 }],
    [
      'guaranteeMissing',
      { guaranteed: 0, exposure: 1000, score: 50 },
      { guaranteed: 0, exposure: 1000, score: 70 },
    ],
    [
      'guaranteeMissing',
      { guaranteed: 0, exposure: 1000, score: 50 },
      { guaranteed: 0, exposure: 999, score: 50 },
    ],
    [
      'guaranteeMissing',
      { guaranteed: 0, exposure: 501, score: 50 },
      { guaranteed: 0, exposure: 500, score: 50 },
      { threshold: 500, minimumAmount: 0 },
    ],
    ['guaranteeMissing', { guaranteed: 0, exposure: 1000, score: 50 }, { guaranteed: 0, exposure: 1000 }],
    [
      'agedAmount',
      { oldestDays: 91, agedAmount: 1000, agedCount: 1 },
      { oldestDays: 90, agedAmount: 1000, agedCount: 1 },
    ],
    [
      'agedAmount',
      { oldestDays: 91, agedAmount: 0.01, agedCount: 1 },
      { oldestDays: 91, agedAmount: 0, agedCount: 0 },
      { minimumAmount: 0, minimumCount: 0 },
    ],
  ])('%s speaks of %j and not of %j', (id, breaching, keeping, changes = {}) => {
    // The third customer feeds every metric, so that no rule goes unchecked.
    const everything: Known = {
      creditLimit: 1e9,
      exposure: 1,
      dso: 0,
      termsDays: 0,
      score: 100,
      coverage: 1,
      contractEnd: 1e6,
      orderGapAnomaly: 0,
      daysSinceReview: 0,
      guaranteed: 1,
    };
    expect(whoBreaches(id, [breaching, keeping, everything], changes)).toEqual([0]);
  });

  it('needs amount, days and count together for long overdue amounts, never the count alone', () => {
    const rule = { threshold: 90, minimumAmount: 1000, minimumCount: 3 };
    const customers = [
      { oldestDays: 91, agedAmount: 1000, agedCount: 3 },
      { oldestDays: 91, agedAmount: 999.99, agedCount: 30 },
      { oldestDays: 91, agedAmount: 5000, agedCount: 2 },
      { oldestDays: 90, agedAmount: 0, agedCount: 0 },
    ];
    expect(whoBreaches('agedAmount', customers, rule)).toEqual([0]);
    expect(whoBreaches('agedAmount', customers, { minimumAmount: 0, minimumCount: 0 })).toEqual([0, 1, 2]);
  });

  it('obeys the minimum amount and count of any rule, unless what they are compared with is unknown', () => {
    const customers = [
      { score: 10, exposure: 100, openCount: 2 },
      { score: 10, exposure: 99, openCount: 2 },
      { score: 10, exposure: 100, openCount: 1 },
      { score: 10 },
    ];
    expect(whoBreaches('lowScore', customers, { minimumAmount: 100, minimumCount: 2 })).toEqual([0, 3]);
  });

  it('takes a minimum of 0 for none, also for a customer in credit', () => {
    expect(whoBreaches('noOrders', [{ daysSinceInvoice: 200, exposure: -5, openCount: 1 }])).toEqual([0]);
  });

  it('is silent when a rule is off, and when there is nobody', () => {
    expect(check('lowScore', [{ score: 1 }], { on: false })).toEqual({ breaches: [], unchecked: [] });
    expect(check('lowScore', [])).toEqual({ breaches: [], unchecked: [] });
  });

  it.each<[BreachRuleId, Known, MetricName]>([
    ['overLimit', { exposure: 1 }, 'creditLimit'],
    ['overLimit', { creditLimit: 1 }, 'exposure'],
    ['noLimit', { exposure: 1 }, 'creditLimit'],
    ['utilization', { exposure: 1 }, 'creditLimit'],
    ['overdueShare', {}, 'overdueShare'],
    ['agedAmount', { oldestDays: 500 }, 'agedAmount'],
    ['exposureShare', {}, 'share'],
    ['dsoOverTerms', { dso: 500 }, 'termsDays'],
    ['delayRate', {}, 'delayRate'],
    ['lowScore', {}, 'daysBeyondTerms'],
    ['contractEnding', { exposure: 1 }, 'contractEnd'],
    ['longTerms', { score: 1 }, 'termsDays'],
    ['longTerms', { termsDays: 1 }, 'daysBeyondTerms'],
    ['noOrders', {}, 'daysSinceInvoice'],
    ['scoreFall', { score: 1 }, 'scoreFall'],
    ['unusualOrders', {}, 'orderGapAnomaly'],
    ['reviewOverdue', { score: 1 }, 'daysSinceReview'],
    ['guaranteeMissing', { score: 1 }, 'guaranteed'],
    ['noLimit', { creditLimit: 1 }, 'exposure'],
    ['utilization', { creditLimit: 1 }, 'exposure'],
    ['contractEnding', { contractEnd: asOf }, 'exposure'],
    ['dsoOverTerms', { termsDays: 30 }, 'dso'],
    ['reviewOverdue', { daysSinceReview: 1 }, 'daysBeyondTerms'],
    ['guaranteeMissing', { guaranteed: 0 }, 'daysBeyondTerms'],
  ])('says that %s could not be checked on a sheet with only %j: nothing feeds %s', (id, known, needs) => {
    expect(check(id, [known, known])).toEqual({ breaches: [], unchecked: [{ rule: id, needs }] });
  });

  it('names the heaviest factor that a metric feeds where there is no score, or the overdue share without any', () => {
    const own = { ...defaultPolicy.factors[0], metric: null, weight: 99 };
    const neededWith = (factors: Policy['factors']) => {
      const policy = {
        ...defaultPolicy,
        factors,
        rules: defaultPolicy.rules.filter(({ id }) => id === 'lowScore'),
      };
      return finishSlices(findBreachesInSlices(tableOf([{}]), scoresOf([{}], policy), policy)).unchecked;
    };
    expect(neededWith([own, ...defaultPolicy.factors])).toEqual([
      { rule: 'lowScore', needs: 'daysBeyondTerms' },
    ]);
    expect(neededWith([own])).toEqual([{ rule: 'lowScore', needs: 'overdueShare' }]);
  });

  it('stops for others every few thousand customers, not after each one', () => {
    const policy = { ...defaultPolicy, rules: defaultPolicy.rules.filter(({ id }) => id === 'lowScore') };
    const stopsFor = (count: number) => {
      const customers = Array.from({ length: count }, () => ({ score: 10 }));
      return [...findBreachesInSlices(tableOf(customers), scoresOf(customers, policy), policy)].length;
    };
    const more = stopsFor(5_000) - stopsFor(10);
    expect(more).toBeGreaterThanOrEqual(2);
    expect(more).toBeLessThanOrEqual(50);
  });

  it('checks each customer once, however many there are', () => {
    const customers = Array.from({ length: 5_000 }, () => ({ score: 10 }));
    expect(whoBreaches('lowScore', customers)).toEqual([...customers.keys()]);
  });

  it('orders breaches by customer, then as the policy does', () => {
    const customers = [
      { score: 10, exposure: 1, creditLimit: 9 },
      { score: 10, exposure: 20, creditLimit: 9, utilization: 20 / 9 },
    ];
    const { breaches } = finishSlices(
      findBreachesInSlices(tableOf(customers), scoresOf(customers, defaultPolicy), defaultPolicy),
    );
    expect(breaches.map(({ customer, rule }) => [customer, rule])).toEqual([
      [0, 'lowScore'],
      [1, 'overLimit'],
      [1, 'utilization'],
      [1, 'lowScore'],
    ]);
  });

  it('says nothing about a customer of whom nothing is known', () => {
    const customers = [{ coverage: 1 }, Object.fromEntries(metricNames.map(name => [name, 1]))];
    const { breaches } = finishSlices(
      findBreachesInSlices(tableOf(customers), scoresOf(customers, defaultPolicy), defaultPolicy),
    );
    expect(breaches.filter(breach => breach.customer === 0)).toEqual([]);
  });

  it('speaks no less when a rule gets stricter', () => {
    const upward = breachRuleIds.filter(
      id => !['lowScore', 'contractEnding', 'missingData', 'agedAmount'].includes(id),
    );
    const figure = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...upward),
        fc.array(fc.record(Object.fromEntries(metricNames.map(name => [name, figure]))), {
          minLength: 1,
          maxLength: 5,
        }),
        figure,
        figure,
        (id, customers, one, other) => {
          const scored = customers.map(known => ({ ...known, score: 50 }));
          const strict = whoBreaches(id, scored, { threshold: Math.min(one, other) });
          const lax = whoBreaches(id, scored, { threshold: Math.max(one, other) });
          expect(strict).toEqual(expect.arrayContaining(lax));
        },
      ),
    );
  });
});
