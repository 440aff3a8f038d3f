import fc from 'fast-check';
import type { MetricName } from '../../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Factor, KnockOut, Policy, Tier } from '../../../src/risk/policy/policy';
import { scoreCustomers } from '../../../src/risk/scoring/score';
import { type TierMovers, tierMovers } from '../../../src/risk/scoring/tierMovers';
import { type Known, tableOf } from './tableOf';

const factorOf = (metric: MetricName, changes: Partial<Factor> = {}): Factor => ({
  name: { en: metric, zh: metric },
  metric,
  weight: 50,
  best: 0,
  worst: 1,
  steps: null,
  missing: 'share',
  ...changes,
});

const tiersFrom = (...scores: readonly number[]): readonly Tier[] =>
  scores.map((fromScore, index) => ({
    ...defaultPolicy.tiers[0],
    letter: 'ABCDEF'[index],
    fromScore,
  }));

const policyOf = (factors: readonly Factor[], changes: Partial<Policy> = {}): Policy => ({
  ...defaultPolicy,
  factors,
  tiers: tiersFrom(80, 50, 0),
  knockOuts: [],
  ...changes,
});

const knockOutOf = (id: KnockOut['id'], changes: Partial<KnockOut> = {}): KnockOut => ({
  ...defaultPolicy.knockOuts.find(knockOut => knockOut.id === id)!,
  minimumAmount: 0,
  ...changes,
});

function moversOf(known: Known, policy: Policy): TierMovers {
  const table = tableOf([known]);
  return tierMovers(table, scoreCustomers(table, policy), policy, 0);
}

function tierOf(known: Known, policy: Policy): number {
  return scoreCustomers(tableOf([known]), policy).tier[0];
}

describe('tierMovers', () => {
  const shares = policyOf([factorOf('overdueShare'), factorOf('delayRate')]);

  it('says how far each factor alone would have to go: 50 × 0.8 + 50 × 0.4 = 60 points is B', () => {
    const { up, down, heldBy } = moversOf({ overdueShare: 0.2, delayRate: 0.6 }, shares);
    // 80 points need 20 more: the delay rate would have to fall by 0.4; the overdue share has only 10 points left to give.
    expect(up).toEqual([null, { from: 0.6, to: 0.2, tier: 0 }]);
    // Below 50 points, 10 fewer: either worse by 0.2, and beyond.
    expect(down).toEqual([
      { from: 0.2, to: 0.4, tier: 2 },
      { from: 0.6, to: 0.8, tier: 2 },
    ]);
    expect(heldBy).toEqual([]);
  });

  it('names the tier next to the present one where the worst value would drop the customer further', () => {
    const withYears = policyOf([factorOf('overdueShare'), factorOf('tenureYears', { best: 10, worst: 0 })]);
    // 45 + 45 = 90 points, A: 10 to lose, either as 0.2 of overdue share or as 2 years; at 1 or 0 years it would be C.
    expect(moversOf({ overdueShare: 0.1, tenureYears: 9 }, withYears).down).toEqual([
      { from: 0.1, to: 0.3, tier: 1 },
      { from: 9, to: 7, tier: 1 },
    ]);
  });

  it('names only knock-outs that keep the customer out of the next better tier', () => {
    const capped = (bestTier: string) =>
      policyOf([factorOf('overdueShare')], { knockOuts: [knockOutOf('oldestDays', { bestTier })] });
    // 60 points are a B and 40 a C, knocked out or not.
    const heldBy = (overdueShare: number, bestTier: string) =>
      moversOf({ overdueShare, oldestDays: 200 }, capped(bestTier)).heldBy;
    expect([heldBy(0.4, 'A'), heldBy(0.4, 'B'), heldBy(0.4, 'C')]).toEqual([[], [0], [0]]);
    expect([heldBy(0.6, 'A'), heldBy(0.6, 'B'), heldBy(0.6, 'C')]).toEqual([[], [], [0]]);
    expect(heldBy(0, 'A')).toEqual([]);
  });

  it('falls by a knock-out of what is too low, such as a rating, though its points do not run that far', () => {
    const rated = policyOf(
      [factorOf('overdueShare'), factorOf('externalRating', { weight: 5, best: 20, worst: 10 })],
      { knockOuts: [knockOutOf('externalRating', { threshold: 4, bestTier: 'C' })] },
    );
    expect(moversOf({ overdueShare: 0, externalRating: 15, exposure: 10 }, rated).down[1]).toEqual({
      from: 15,
      to: 4,
      tier: 2,
    });
  });

  it('knows no way up from the best tier and none down from the last', () => {
    expect(moversOf({ overdueShare: 0, delayRate: 0 }, shares).up).toEqual([null, null]);
    expect(moversOf({ overdueShare: 1, delayRate: 1 }, shares).down).toEqual([null, null]);
  });

  it('shares the weights anew when a missing factor becomes known', () => {
    // Only the overdue share is known: 60 points, B. A known delay rate counts half: (60 + 100) / 2 is just A.
    const { up, down } = moversOf({ overdueShare: 0.4 }, shares);
    expect(up).toEqual([
      { from: 0.4, to: 0.2, tier: 0 },
      { from: Number.NaN, to: 0, tier: 0 },
    ]);
    // (60 + x) / 2 < 50 where x < 40.
    expect(down[1]).toEqual({ from: Number.NaN, to: 0.6, tier: 2 });
  });

  it('adds what a missing factor would earn where missing earns nothing', () => {
    const strict = policyOf([
      factorOf('overdueShare'),
      factorOf('tenureYears', { best: 3, worst: 0, missing: 'nothing' }),
    ]);
    // 50 × 1 + 0 = 50: B. Tier A needs 30 of the other 50 points: 1.8 years.
    expect(moversOf({ overdueShare: 0 }, strict).up[1]).toEqual({ from: Number.NaN, to: 1.8, tier: 0 });
  });

  it('moves by whole steps, to the edge that matters', () => {
    const stepped = policyOf([factorOf('overdueShare'), factorOf('oldestDays', { worst: 120, steps: 4 })]);
    // 50 + 50 × 0.25 = 62.5: B. A needs 30 of the 50, which is the step of 75 %, from 30 days on.
    const { up, down } = moversOf({ overdueShare: 0, oldestDays: 80 }, stepped);
    expect(up[1]).toEqual({ from: 80, to: 30, tier: 0 });
    expect(down[1]).toBeNull();
    // 25 + 50 × 0.5 = 50: B, and one step fewer is C: past 60 days.
    expect(moversOf({ overdueShare: 0.5, oldestDays: 55 }, stepped).down[1]).toEqual({
      from: 55,
      to: 60,
      tier: 2,
    });
  });

  it('moves to the far end where a factor gives all or nothing', () => {
    const allOrNothing = policyOf([factorOf('overdueShare'), factorOf('delayRate', { steps: 1 })]);
    const { up } = moversOf({ overdueShare: 0, delayRate: 0.01 }, allOrNothing);
    expect(up[1]).toEqual({ from: 0.01, to: 0, tier: 0 });
  });

  it('tells two tiers at once where a knock-out is all that held the score back', () => {
    const capped = policyOf([factorOf('overdueShare'), factorOf('oldestDays', { worst: 1000 })], {
      knockOuts: [knockOutOf('oldestDays', { bestTier: 'C' })],
    });
    const { up, heldBy } = moversOf({ overdueShare: 0, oldestDays: 200 }, capped);
    // The score of 90 is an A: the days have to come back to the bound, and no share of overdue lifts the cap.
    expect(up).toEqual([null, { from: 200, to: 180, tier: 0 }]);
    expect(heldBy).toEqual([0]);
  });

  it('falls by a knock-out before the score falls', () => {
    const capped = policyOf([factorOf('overdueShare'), factorOf('oldestDays', { worst: 1000 })], {
      knockOuts: [knockOutOf('oldestDays', { bestTier: 'C' })],
    });
    expect(moversOf({ overdueShare: 0, oldestDays: 100 }, capped).down[1]).toEqual({
      from: 100,
      to: 180,
      tier: 2,
    });
  });

  it('knows no way while a knock-out holds that no factor feeds', () => {
    const insolvent = policyOf([factorOf('overdueShare')], {
      knockOuts: [knockOutOf('insolvent', { bestTier: 'C' })],
    });
    const movers = moversOf({ overdueShare: 0.3, insolvent: 1, exposure: 10 }, insolvent);
    expect(movers).toEqual({ up: [null], down: [null], heldBy: [0] });
  });

  it('answers nothing for a customer without a score, or a factor that no metric feeds', () => {
    expect(moversOf({}, shares)).toEqual({ up: [null, null], down: [null, null], heldBy: [] });
    const own = policyOf([factorOf('overdueShare'), { ...factorOf('delayRate'), metric: null }]);
    expect(moversOf({ overdueShare: 0.4 }, own).up[1]).toBeNull();
  });

  it('moves every factor that one metric feeds', () => {
    const twice = policyOf([factorOf('overdueShare'), factorOf('overdueShare', { steps: 1 })]);
    // 40 + 0: C. 50 points of the linear one are only there at 0, where the other gives its 50 as well: A.
    expect(moversOf({ overdueShare: 0.2 }, twice).up).toEqual([
      { from: 0.2, to: 0, tier: 0 },
      { from: 0.2, to: 0, tier: 0 },
    ]);
  });

  const metrics = ['overdueShare', 'delayRate', 'oldestDays', 'utilization', 'tenureYears'] as const;
  const anyFactor = (metric: MetricName) =>
    fc
      .record({
        weight: fc.integer({ min: 1, max: 60 }),
        best: fc.integer({ min: 0, max: 200 }),
        worst: fc.integer({ min: 0, max: 200 }),
        steps: fc.option(fc.integer({ min: 1, max: 8 })),
        missing: fc.constantFrom<'share' | 'nothing'>('share', 'nothing'),
      })
      .filter(({ best, worst }) => best !== worst)
      // A knock-out's metric is worse the higher it is.
      .map(({ best, worst, ...rest }) => {
        const isHigherWorse = metric === 'oldestDays' || metric === 'utilization';
        const ends = isHigherWorse
          ? { best: Math.min(best, worst), worst: Math.max(best, worst) }
          : { best, worst };
        return factorOf(metric, { ...rest, ...ends });
      });
  const anyTiers = fc
    .uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 })
    .map(scores => tiersFrom(...scores.sort((one, other) => other - one), 0));
  const anyCase = fc
    .record({
      factors: fc.tuple(...metrics.map(anyFactor)),
      tiers: anyTiers,
      values: fc.tuple(
        ...metrics.map(() =>
          fc.oneof(
            { weight: 5, arbitrary: fc.double({ min: -10, max: 250, noNaN: true }) },
            { weight: 1, arbitrary: fc.constant(Number.NaN) },
          ),
        ),
      ),
      days: fc.integer({ min: 0, max: 250 }),
      over: fc.integer({ min: 0, max: 200 }),
      caps: fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })),
    })
    .map(({ factors, tiers, values, days, over, caps }) => ({
      policy: policyOf(factors, {
        tiers,
        knockOuts: [
          knockOutOf('oldestDays', { threshold: days, bestTier: tiers[caps[0] % tiers.length].letter }),
          knockOutOf('overLimit', { threshold: over, bestTier: tiers[caps[1] % tiers.length].letter }),
        ],
      }),
      known: Object.fromEntries(metrics.map((metric, index) => [metric, values[index]])) as Known,
    }));

  const hairOf = ({ best, worst }: Factor) => Math.abs(worst - best) * 1e-5;
  /** Which way is worse: +1 or −1. */
  const worseBy = ({ best, worst }: Factor) => Math.sign(worst - best);

  it('crosses into the better tier at the value it names, and a hair less does not', () => {
    fc.assert(
      fc.property(anyCase, ({ policy, known }) => {
        const tier = tierOf(known, policy);
        const { up } = moversOf(known, policy);
        policy.factors.forEach((factor, index) => {
          const move = up[index];
          const at = (value: number) => tierOf({ ...known, [factor.metric!]: value }, policy);
          if (!move) return;
          expect(at(move.to)).toBeLessThan(tier);
          expect(at(move.to)).toBe(move.tier);
          expect(at(move.to + worseBy(factor) * hairOf(factor))).toBeGreaterThanOrEqual(tier);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the tier at the value it names on the way down, and a hair more loses it', () => {
    fc.assert(
      fc.property(anyCase, ({ policy, known }) => {
        const tier = tierOf(known, policy);
        const { down } = moversOf(known, policy);
        policy.factors.forEach((factor, index) => {
          const move = down[index];
          const at = (value: number) => tierOf({ ...known, [factor.metric!]: value }, policy);
          if (!move) return;
          expect(at(move.to)).toBeLessThanOrEqual(tier);
          expect(at(move.to + worseBy(factor) * hairOf(factor))).toBeGreaterThan(tier);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('says that a factor alone cannot only where its best and its worst value cannot', () => {
    fc.assert(
      fc.property(anyCase, ({ policy, known }) => {
        const tier = tierOf(known, policy);
        if (Number.isNaN(scoreCustomers(tableOf([known]), policy).score[0])) return;
        const { up, down } = moversOf(known, policy);
        policy.factors.forEach((factor, index) => {
          const at = (value: number) => tierOf({ ...known, [factor.metric!]: value }, policy);
          const far = worseBy(factor) * 1000;
          if (!up[index]) expect(at(-far)).toBeGreaterThanOrEqual(tier);
          if (!down[index]) expect(at(far)).toBeLessThanOrEqual(tier);
        });
      }),
      { numRuns: 150 },
    );
  });
});
