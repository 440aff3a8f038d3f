import { problemText } from '../../../src/i18n/problems/problems';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { BreachRuleId, Policy } from '../../../src/risk/policy/policy';
import { policyFromJson, policyToJson } from '../../../src/risk/policy/policyJson';

const withThreshold = (id: BreachRuleId, threshold: number): Policy => ({
  ...defaultPolicy,
  rules: defaultPolicy.rules.map(rule => (rule.id === id ? { ...rule, threshold } : rule)),
});
const read = (policy: Policy) => policyFromJson(policyToJson(policy));

test.each<[BreachRuleId, number]>([
  ['overdueShare', 1],
  ['delayRate', 1],
  ['exposureShare', 1],
  ['missingData', 1],
  ['utilization', 10],
  ['overLimit', 10],
])('%s takes no more than can be: %p', (id, largest) => {
  expect(read(withThreshold(id, largest)).ok).toBe(true);
  expect(read(withThreshold(id, largest + 0.01))).toMatchObject({ problem: { key: 'policyShareTooLarge' } });
});

test('what goes by days, money or points takes any number', () => {
  for (const id of ['agedAmount', 'noLimit', 'unusualOrders', 'scoreFall'] as const)
    expect(read(withThreshold(id, 5000)).ok).toBe(true);
});

test('the message says what was meant, in both languages', () => {
  const outcome = read(withThreshold('overdueShare', 7.5));
  if (outcome.ok) throw new Error('7.5 is 750%');
  expect(problemText(outcome.problem, 'en')).toMatch(
    /: 7\.5 is 750%, which nothing reaches\. Write 7\.5% or 0\.075 where you mean 7\.5%\.$/,
  );
  expect(problemText(outcome.problem, 'zh')).toMatch(
    /：7\.5 即 750%，不可能达到。如为 7\.5%，请填写 7\.5% 或 0\.075。$/,
  );
  const tiers = defaultPolicy.tiers.map(tier => (tier.letter === 'A' ? { ...tier, fromScore: 0.85 } : tier));
  const asShare = read({ ...defaultPolicy, tiers });
  if (asShare.ok) throw new Error('0.85 is no score');
  expect(problemText(asShare.problem, 'en')).toMatch(/Write 85 where you mean 85%\.$/);
});
