import fc from 'fast-check';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { applyPreset, presetIds, presets } from '../../../src/risk/policy/presets';
import { anyPolicy } from './anyPolicy';
import { policyProblems } from './policyProblems';

const inOrder = presetIds.map(id => applyPreset(defaultPolicy, id));
const [cautious, standard, growth] = inOrder as [
  typeof defaultPolicy,
  typeof defaultPolicy,
  typeof defaultPolicy,
];

describe('presets', () => {
  it('are the default policy where it is called standard', () => {
    expect(standard).toEqual(defaultPolicy);
    expect(applyPreset(growth, 'standard')).toEqual(defaultPolicy);
  });

  it('can all be written and read back, over any policy', () => {
    for (const policy of inOrder) expect(policyProblems(policy)).toEqual([]);
    fc.assert(
      fc.property(anyPolicy, fc.constantFrom(...presetIds), (policy, id) => {
        expect(policyProblems(applyPreset(policy, id))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('leave the score alone and what is the user’s own', () => {
    const own = {
      ...defaultPolicy,
      settings: { ...defaultPolicy.settings, asOf: 45473 },
      rules: defaultPolicy.rules.slice(3).map(rule => ({ ...rule, on: false, minimumAmount: 7 })),
    };
    const applied = applyPreset(own, 'cautious');
    expect(applied.settings).toEqual(own.settings);
    expect(applied.factors).toEqual(own.factors);
    expect(applied.buckets).toEqual(own.buckets);
    expect(applied.rules.map(({ id, on, minimumAmount }) => [id, on, minimumAmount])).toEqual(
      own.rules.map(({ id }) => [id, false, 7]),
    );
  });

  it('give more room from cautious to growth, in every tier', () => {
    for (const [tighter, wider] of [
      [cautious, standard],
      [standard, growth],
    ] as const) {
      tighter.tiers.forEach((tier, index) => {
        const other = wider.tiers[index];
        expect(tier.letter).toBe(other.letter);
        expect(tier.fromScore).toBeGreaterThanOrEqual(other.fromScore);
        expect(tier.limitMonths).toBeLessThanOrEqual(other.limitMonths);
        expect(tier.termsDays).toBeLessThanOrEqual(other.termsDays);
        expect(tier.prepaymentShare).toBeGreaterThanOrEqual(other.prepaymentShare);
        expect(Number(tier.guarantee)).toBeGreaterThanOrEqual(Number(other.guarantee));
        expect(tier.reviewMonths).toBeLessThanOrEqual(other.reviewMonths);
        // A lower bar lets riskier customers into the tier.
        expect(tier.lossRate).toBeLessThanOrEqual(other.lossRate);
      });
      tighter.knockOuts.forEach(({ id, threshold }, index) => {
        const wide = wider.knockOuts[index].threshold;
        if (id === 'externalRating') expect(threshold).toBeGreaterThanOrEqual(wide);
        else expect(threshold).toBeLessThanOrEqual(wide);
      });
      const dayOf = (policy: typeof defaultPolicy, id: string) =>
        policy.steps.find(step => step.id === id)!.fromDay;
      for (const id of ['mail', 'phone', 'secondNotice', 'finalNotice', 'legal']) {
        expect(dayOf(tighter, id)).toBeLessThanOrEqual(dayOf(wider, id));
      }
    }
  });

  it('cover the granted terms with the limit, and call a score low where the last tier begins', () => {
    for (const { tiers, rules } of inOrder) {
      for (const tier of tiers) expect(tier.limitMonths * 30).toBeGreaterThanOrEqual(tier.termsDays);
      expect(rules.find(({ id }) => id === 'lowScore')!.threshold).toBe(tiers.at(-2)!.fromScore);
    }
  });

  it('have a name and a reason in both languages', () => {
    for (const { name, why } of Object.values(presets)) {
      expect(name.en).toMatch(/^[A-Z]/);
      expect(name.zh).toMatch(/[一-鿿]/);
      expect(why.en.length).toBeGreaterThan(30);
      expect(why.zh).toMatch(/[一-鿿]/);
    }
  });

  it('ask for guarantees from the tier that they say, and remind before the due day', () => {
    const guaranteed = (policy: typeof defaultPolicy) =>
      policy.tiers.filter(({ guarantee }) => guarantee).map(({ letter }) => letter);
    expect([guaranteed(cautious), guaranteed(growth)]).toEqual([['B', 'C', 'D'], ['D']]);
    expect(inOrder.map(({ steps }) => steps.find(({ id }) => id === 'reminder')!.fromDay)).toEqual([
      -7, -5, -3,
    ]);
  });

  it('act later and forgive more in growth, but half a year past due stays what it is', () => {
    const days = (policy: typeof defaultPolicy) => policy.steps.map(({ fromDay }) => fromDay);
    expect(days(growth)).toEqual([-3, 5, 20, 40, 70, 100]);
    const thresholds = ({ knockOuts }: typeof defaultPolicy) =>
      ['oldestDays', 'overLimit', 'externalRating'].map(
        id => knockOuts.find(knockOut => knockOut.id === id)!.threshold,
      );
    expect([thresholds(cautious), thresholds(growth)]).toEqual([
      [120, 0.25, 30],
      [180, 1, 20],
    ]);
  });

  it('put a step of the user’s own behind those that now come before it', () => {
    const [, mail, phone] = defaultPolicy.steps;
    const own = { ...mail, id: 'visit', fromDay: 12 };
    const steps = applyPreset({ ...defaultPolicy, steps: [mail, own, phone] }, 'cautious').steps;
    expect(steps.map(({ id, fromDay }) => [id, fromDay])).toEqual([
      ['mail', 1],
      ['phone', 7],
      ['visit', 12],
    ]);
  });

  it('let a step of the user’s own that falls on the day of another follow a day later', () => {
    const own = { ...defaultPolicy.steps[0], id: 'visit', fromDay: 60 };
    const steps = [...defaultPolicy.steps.slice(0, 4), own, defaultPolicy.steps[5]];
    const applied = applyPreset({ ...defaultPolicy, steps }, 'cautious').steps;
    expect(applied.map(({ id, fromDay }) => [id, fromDay]).slice(-2)).toEqual([
      ['visit', 60],
      ['legal', 61],
    ]);
  });
});
