import fc from 'fast-check';
import { breachRuleIds } from '../../../src/risk/policy/policy';
import type { Breach } from '../../../src/risk/scoring/assessment';
import { breachesByCustomer } from '../../../src/risk/scoring/breachesByCustomer';

const breach = (customer: number, rule: Breach['rule']): Breach => ({
  customer,
  rule,
  severity: 'warning',
  value: 1,
  threshold: 0,
});

test('every customer gets their own breaches in their order, and nobody another one’s', () => {
  const breaches = fc.array(
    fc.tuple(fc.nat(9), fc.constantFrom(...breachRuleIds)).map(([customer, rule]) => breach(customer, rule)),
  );
  fc.assert(
    fc.property(breaches, all => {
      const breachesOf = breachesByCustomer(all, 10);
      for (let customer = 0; customer < 10; customer += 1)
        expect(breachesOf(customer)).toEqual(all.filter(each => each.customer === customer));
    }),
  );
});

test('no breaches are none of anybody’s', () => {
  expect(breachesByCustomer([], 2)(1)).toEqual([]);
});
