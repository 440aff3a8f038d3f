import { metricNames } from '../../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { breachRuleIds } from '../../../src/risk/policy/policy';
import { scoreRow, tierIndex } from '../../../src/risk/scoring/score';

describe('defaultPolicy', () => {
  it('starts from the provision matrix of IFRS 9 Illustrative Example 12: 580,000 on its balances', () => {
    const balances = [15_000_000, 7_500_000, 4_000_000, 2_500_000, 1_000_000];
    const allowance = defaultPolicy.buckets.reduce(
      (sum, bucket, index) => sum + balances[index] * bucket.lossRate,
      0,
    );
    expect(allowance).toBeCloseTo(580_000, 6);
  });

  it('has weights that add up to 100, so that a weight reads as points', () => {
    expect(defaultPolicy.factors.reduce((sum, factor) => sum + factor.weight, 0)).toBe(100);
  });

  it('is fed by metrics, each once', () => {
    const metrics = defaultPolicy.factors.map(factor => factor.metric);
    expect(new Set(metrics).size).toBe(metrics.length);
    for (const metric of metrics) expect(metricNames).toContain(metric);
  });

  it('has every rule once, named in both languages', () => {
    expect(defaultPolicy.rules.map(rule => rule.id)).toEqual([...breachRuleIds]);
    for (const { name } of [...defaultPolicy.rules, ...defaultPolicy.factors]) {
      expect(name.en).toMatch(/^[A-Z]/);
      expect(name.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('covers every day past due once', () => {
    const { buckets } = defaultPolicy;
    expect(buckets.map(bucket => bucket.toDay)).toEqual([0, 30, 60, 90, Number.POSITIVE_INFINITY]);
    expect(buckets.map(bucket => bucket.fromDay)).toEqual([Number.NEGATIVE_INFINITY, 1, 31, 61, 91]);
  });

  it('gives a better tier more room', () => {
    const { tiers } = defaultPolicy;
    expect(tiers.map(tier => [tier.letter, tier.fromScore])).toEqual([
      ['A', 80],
      ['B', 65],
      ['C', 45],
      ['D', 0],
    ]);
    for (const [index, tier] of tiers.slice(1).entries()) {
      const better = tiers[index];
      expect(tier.limitMonths).toBeLessThan(better.limitMonths);
      expect(tier.termsDays).toBeLessThan(better.termsDays);
      expect(tier.reviewMonths).toBeLessThan(better.reviewMonths);
      expect(tier.lossRate).toBeGreaterThan(better.lossRate);
      expect(tier.prepaymentShare).toBeGreaterThanOrEqual(better.prepaymentShare);
    }
  });

  it('keeps whoever has half of the balance overdue out of tier A, however well they paid before', () => {
    const spotless = { overdueShare: 0.5, oldestDays: 1, daysBeyondTerms: 0, delayRate: 0, tenureYears: 10 };
    const known = { ...spotless, utilization: 0, disputedShare: 0 };
    for (const customer of [spotless, known] as Readonly<Record<string, number>>[]) {
      const values = defaultPolicy.factors.map(({ metric }) => customer[metric!] ?? Number.NaN);
      const { score } = scoreRow(values, defaultPolicy.factors);
      expect(tierIndex(score, defaultPolicy.tiers)).toBe(1);
    }
  });

  it('gives no points for habit at 30 days beyond terms, where PAYDEX (50) begins to say high risk', () => {
    const habit = defaultPolicy.factors.find(({ metric }) => metric === 'daysBeyondTerms')!;
    expect([habit.weight, habit.best, habit.worst]).toEqual([25, 0, 30]);
  });
});
