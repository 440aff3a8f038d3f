import fc from 'fast-check';
import { reviewContractsInSlices } from '../../../src/risk/contracts/contractRemarks';
import { measureListInSlices } from '../../../src/risk/metrics/customers/customerListMetrics';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { BreachRuleId, Policy } from '../../../src/risk/policy/policy';
import { assessList } from '../../../src/risk/scoring/assess';
import { finishSlices } from '../../../src/risk/slices';
import { type ListRow, listOf } from '../metrics/listOf';

const asOf = 45_000;
const bounds: Partial<Record<BreachRuleId, number>> = {
  contractEnding: 60,
  longTerms: 0,
  guaranteeMissing: 100,
};
const policy: Policy = {
  ...defaultPolicy,
  tiers: defaultPolicy.tiers.map((tier, index) => ({
    ...tier,
    termsDays: [60, 45, 30, 0][index],
    guarantee: index === 3,
  })),
  rules: defaultPolicy.rules.map(rule => ({
    ...rule,
    on: true,
    minimumAmount: 0,
    minimumCount: 0,
    threshold: bounds[rule.id] ?? rule.threshold,
  })),
};

function review(rows: readonly ListRow[], tiers: readonly number[]) {
  return finishSlices(
    reviewContractsInSlices(
      finishSlices(measureListInSlices(listOf(rows), asOf, policy)),
      { tier: Uint8Array.from(tiers) },
      policy,
    ),
  );
}

test('each remark by hand: its days, what is allowed, most money first', () => {
  const { rows, unchecked } = review(
    [
      { name: 'Over', exposure: 500, contractEnd: asOf - 12, termsDays: 60, guarantee: 1 },
      { name: 'Soon', exposure: 900, contractEnd: asOf + 60, termsDays: 60, guarantee: 0 },
      { name: 'Later', exposure: 900, contractEnd: asOf + 61, termsDays: 60, guarantee: 0 },
      { name: 'Paid up', exposure: 0, contractEnd: asOf - 1, termsDays: 60, guarantee: 0 },
      { name: 'Today', exposure: 10, contractEnd: asOf, termsDays: 60, guarantee: 0 },
      { name: 'Long', exposure: 700, contractEnd: asOf + 400, termsDays: 46, guarantee: 0 },
      { name: 'Bare', exposure: 101, contractEnd: asOf + 400, termsDays: 0, guarantee: 0 },
      { name: 'Small', exposure: 100, contractEnd: asOf + 400, termsDays: 0, guarantee: 0 },
    ],
    [0, 0, 0, 0, 0, 1, 3, 3],
  );
  expect(unchecked).toEqual([]);
  expect(rows.map(({ customer, remark, days, allowed }) => [customer, remark, days, allowed])).toEqual([
    [1, 'ending', 60, 60],
    [5, 'longTerms', 46, 45],
    [0, 'expired', 12, Number.NaN],
    [6, 'guaranteeMissing', Number.NaN, Number.NaN],
    [4, 'ending', 0, 60],
  ]);
});

test('terms may be as much longer as the rule lets pass, and a customer without a tier has none to compare', () => {
  const lenient = {
    ...policy,
    rules: policy.rules.map(rule => (rule.id === 'longTerms' ? { ...rule, threshold: 10 } : rule)),
  };
  const rows = [
    { name: 'Ten more', exposure: 1, termsDays: 70, guarantee: 0 },
    { name: 'Eleven more', exposure: 1, termsDays: 71, guarantee: 0 },
    { name: 'No tier', exposure: 900, termsDays: 500, guarantee: 0 },
  ];
  const table = finishSlices(measureListInSlices(listOf(rows), asOf, lenient));
  const found = finishSlices(reviewContractsInSlices(table, { tier: Uint8Array.of(0, 0, 255) }, lenient));
  expect(found.rows.map(({ customer, remark }) => [customer, remark])).toEqual([[1, 'longTerms']]);
});

test('a guarantee is missing from the minimum amount of its rule on, as in the breaches', () => {
  const withMinimum = {
    ...policy,
    rules: policy.rules.map(rule => ({ ...rule, minimumAmount: 1000, threshold: 0 })),
  };
  const rows = [
    { name: 'Small', exposure: 999.99, termsDays: 0, guarantee: 0 },
    { name: 'Enough', exposure: 1000, termsDays: 0, guarantee: 0 },
  ];
  const table = finishSlices(measureListInSlices(listOf(rows), asOf, withMinimum));
  const found = finishSlices(reviewContractsInSlices(table, { tier: Uint8Array.of(3, 3) }, withMinimum));
  expect(found.rows.map(({ customer, remark }) => [customer, remark])).toEqual([[1, 'guaranteeMissing']]);
});

test('terms of whom nobody knows what is owed come last, and customers that the list does not have are left out', () => {
  const rows = [
    { name: 'Unknown', termsDays: 90 },
    { name: 'Credit', exposure: -5, termsDays: 90 },
    { name: 'Owes', exposure: 5, termsDays: 90 },
    { name: 'Unlisted', exposure: 7, termsDays: 90 },
    { name: 'Terms unknown', exposure: 9 },
  ];
  const table = finishSlices(measureListInSlices(listOf(rows), asOf, policy));
  const joined = { ...table, listed: Uint8Array.of(1, 1, 1, 0, 1) };
  joined.metrics.exposure[0] = Number.NaN;
  const found = finishSlices(reviewContractsInSlices(joined, { tier: new Uint8Array(5) }, policy));
  expect(found.rows.map(({ customer }) => customer)).toEqual([2, 1, 0]);
  // What is known of some is checked.
  expect(found.unchecked.map(({ remark }) => remark)).not.toContain('longTerms');
});

test('what nothing feeds is said, and is no remark', () => {
  expect(review([{ name: 'Acme', exposure: 500 }], [3])).toEqual({
    rows: [],
    unchecked: [
      { remark: 'expired', needs: 'contractEnd' },
      { remark: 'ending', needs: 'contractEnd' },
      { remark: 'longTerms', needs: 'termsDays' },
      { remark: 'guaranteeMissing', needs: 'guaranteed' },
    ],
  });
});

test('property: it names whom the breach rules name', () => {
  const row = fc.record({
    name: fc.uuid(),
    exposure: fc.integer({ min: -50, max: 500 }),
    contractEnd: fc.integer({ min: asOf - 90, max: asOf + 90 }),
    termsDays: fc.constantFrom(0, 30, 31, 60, 90),
    guarantee: fc.constantFrom(0, 1),
    delayRate: fc.constantFrom(0, 0.4, 1),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), rows => {
      const { breaches, table, scores } = assessList(listOf(rows), asOf, policy);
      const found = finishSlices(reviewContractsInSlices(table, scores, policy)).rows;
      const named = (rule: BreachRuleId) =>
        breaches.filter(breach => breach.rule === rule).map(({ customer }) => customer);
      const remarked = (...remarks: readonly string[]) =>
        found
          .filter(({ remark, exposure }) => remarks.includes(remark) && exposure > 0)
          .map(({ customer }) => customer)
          .sort((one, other) => one - other);
      expect(remarked('expired', 'ending')).toEqual(named('contractEnding'));
      expect(remarked('guaranteeMissing')).toEqual(named('guaranteeMissing'));
      const longTerms = found.filter(({ remark }) => remark === 'longTerms').map(({ customer }) => customer);
      expect(longTerms.sort((one, other) => one - other)).toEqual(named('longTerms'));
    }),
    { numRuns: 60 },
  );
});
