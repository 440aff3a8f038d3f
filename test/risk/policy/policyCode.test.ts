import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../src/risk/policy/policy';
import { areScoredAlike, areTieredAlike, policyCode } from '../../../src/risk/policy/policyCode';

const { factors, tiers, knockOuts, rules, buckets, settings } = defaultPolicy;
const with_ = (changed: Partial<Policy>): Policy => ({ ...defaultPolicy, ...changed });
const code = policyCode(defaultPolicy);

const sameScores: readonly [string, Policy][] = [
  ['the order of factors', with_({ factors: [...factors].reverse() })],
  [
    'weights of which only the shares count',
    with_({ factors: factors.map(one => ({ ...one, weight: one.weight * 3 })) }),
  ],
  ['names', with_({ factors: factors.map(one => ({ ...one, name: { en: 'x', zh: 'y' } })) })],
  [
    'a factor without weight',
    with_({ factors: [...factors, { ...factors[0], metric: 'tenureYears', weight: 0 }] }),
  ],
  [
    'loss rates and proposals',
    with_({ tiers: tiers.map(tier => ({ ...tier, lossRate: 0.5, limitMonths: 9 })) }),
  ],
  ['the day, and the currency', with_({ settings: { ...settings, asOf: 45_473, currency: 'EUR' } })],
  ['rules that no factor goes by', with_({ rules: rules.map(rule => ({ ...rule, threshold: 1 })) })],
  [
    'buckets that no factor goes by',
    with_({ buckets: buckets.slice(0, 2), settings: { ...settings, ageBy: 'invoiceDate' } }),
  ],
];

test.each(sameScores)('stays the same with %s', (_, policy) => {
  expect(policyCode(policy)).toBe(code);
});

const change = (changed: Partial<Policy['factors'][number]>) =>
  with_({ factors: factors.map((one, index) => (index === 0 ? { ...one, ...changed } : one)) });
const byLoss = change({ metric: 'expectedLoss' });
const byAge = change({ metric: 'agedAmount' });
const byCount = change({ metric: 'agedCount' });
const withAged = (policy: Policy, threshold: number): Policy => ({
  ...policy,
  rules: rules.map(rule => (rule.id === 'agedAmount' ? { ...rule, threshold } : rule)),
});
const withoutAged = { ...byAge, rules: rules.filter(({ id }) => id !== 'agedAmount') };

const otherScores: readonly [string, Policy, Policy][] = [
  ['a weight', defaultPolicy, change({ weight: factors[0].weight + 1 })],
  ['what earns all', defaultPolicy, change({ best: factors[0].best + 0.01 })],
  ['what earns none', defaultPolicy, change({ worst: factors[0].worst + 0.01 })],
  ['steps', defaultPolicy, change({ steps: 7 })],
  ['missing data', defaultPolicy, change({ missing: factors[0].missing === 'share' ? 'nothing' : 'share' })],
  ['another metric', defaultPolicy, byLoss],
  ['the window', defaultPolicy, with_({ settings: { ...settings, windowDays: 180 } })],
  ['disputes', defaultPolicy, with_({ settings: { ...settings, countDisputed: !settings.countDisputed } })],
  ['the buckets of a factor that goes by them', byLoss, { ...byLoss, buckets: buckets.slice(0, 2) }],
  ['the rule of a factor that goes by it', withAged(byAge, 90), withAged(byAge, 60)],
  ['the rule of a factor that counts by it', withAged(byCount, 90), withAged(byCount, 60)],
  ['the rule of a factor that is not there', withAged(byAge, 90), withoutAged],
];

test.each(otherScores)('has another first part with other scores: %s', (_, one, other) => {
  const [first, second] = [policyCode(one), policyCode(other)];
  expect(areScoredAlike(first, second)).toBe(false);
  expect(areTieredAlike(first, second)).toBe(false);
  expect(second).toMatch(/^S[0-9A-F]{5} T[0-9A-F]{5}$/);
});

const otherTiers: readonly [string, Policy][] = [
  ['where one begins', with_({ tiers: tiers.map(tier => ({ ...tier, fromScore: tier.fromScore / 2 })) })],
  ['what it is called', with_({ tiers: tiers.map(tier => ({ ...tier, letter: `${tier.letter}+` })) })],
  [
    'what caps it',
    with_({ knockOuts: knockOuts.map(one => ({ ...one, on: true, threshold: one.threshold + 1 })) }),
  ],
];

test.each(otherTiers)('has another second part with other tiers: %s', (_, policy) => {
  expect(areScoredAlike(code, policyCode(policy))).toBe(true);
  expect(areTieredAlike(code, policyCode(policy))).toBe(false);
});

test('stays the same with a knock-out that is off, whatever it says, and with rules that a factor does not go by', () => {
  const withKnockOut = (on: boolean, threshold: number) =>
    policyCode(
      with_({ knockOuts: knockOuts.map((one, index) => (index === 1 ? { ...one, on, threshold } : one)) }),
    );
  expect(withKnockOut(false, 7)).toBe(withKnockOut(false, 8));
  expect(withKnockOut(false, 7)).not.toBe(withKnockOut(true, 7));
  const others = rules.map(rule => (rule.id === 'agedAmount' ? rule : { ...rule, threshold: 1 }));
  expect(policyCode({ ...byAge, rules: others })).toBe(policyCode(byAge));
});

test('takes what is not known for the same', () => {
  expect(areTieredAlike('', code)).toBe(true);
  expect(areTieredAlike(code, '')).toBe(true);
});
