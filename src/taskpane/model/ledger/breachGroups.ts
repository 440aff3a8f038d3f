import { computed, type ReadonlySignal } from '@preact/signals';
import { addToGroup } from '../../../risk/groupBy';
import type { BreachRuleId } from '../../../risk/policy/policy';
import type { Assessment, Breach } from '../../../risk/scoring/assessment';
import { breachesByCustomer } from '../../../risk/scoring/breachesByCustomer';
import type { Tiering } from './tiering';

export interface BreachGroups {
  readonly breachesOf: ReadonlySignal<(customer: number) => readonly Breach[]>;
  readonly customersByRule: ReadonlySignal<ReadonlyMap<BreachRuleId, readonly number[]>>;
  /** Group the breaches of an assessment by customer before it is shown. */
  prepare(assessment: Assessment): void;
}

const noBreaches: readonly Breach[] = [];

/** Create the groups of an answer's breaches: by customer and by rule. */
export function createBreachGroups(result: ReadonlySignal<Tiering | null>): BreachGroups {
  let grouped = byCustomer(null);
  // An answer that is completed breaks no other rules: they are not grouped again.
  const breaches = computed(() => result.value?.assessment.breaches ?? noBreaches);

  return {
    breachesOf: computed(() => {
      // Those of an answer that was replaced are let go.
      if (grouped.breaches !== breaches.value) grouped = byCustomer(result.peek()?.assessment ?? null);
      return grouped.breachesOf;
    }),
    customersByRule: computed(() => customersOfRules(breaches.value)),
    prepare: assessment => {
      grouped = byCustomer(assessment);
    },
  };
}

function byCustomer(assessment: Assessment | null) {
  const breaches = assessment?.breaches ?? noBreaches;
  return { breaches, breachesOf: breachesByCustomer(breaches, assessment?.table.customers.length ?? 0) };
}

function customersOfRules(breaches: readonly Breach[]): ReadonlyMap<BreachRuleId, readonly number[]> {
  const customers = new Map<BreachRuleId, number[]>();
  for (const { rule, customer } of breaches) addToGroup(customers, rule, customer);
  return customers;
}
