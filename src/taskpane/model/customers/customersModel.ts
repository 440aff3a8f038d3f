import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { foldText } from '../../../risk/ledger/cells/searchText';
import type { BreachRuleId } from '../../../risk/policy/policy';
import { searchTextsInSlices } from '../../../risk/scoring/customerSelection';
import { finishSlices } from '../../../risk/slices';
import type { AssessmentModel } from '../ledger/assessmentModel';

export interface CustomersModel {
  readonly search: Signal<string>;
  /** Index into the policy's tiers, 255 for customers without a score, null for all. */
  readonly tier: Signal<number | null>;
  readonly rule: Signal<BreachRuleId | null>;
  /** Customer indexes that pass search and filters, most money at risk first. */
  readonly shown: ReadonlySignal<readonly number[]>;
  readonly total: ReadonlySignal<number>;
  /** The largest exposure of all, which decides the unit of the column. */
  readonly largestExposure: ReadonlySignal<number>;
  showAll(): void;
}

/** Create the model of the customer list: searching and filtering what was assessed. */
export function createCustomersModel(assessments: AssessmentModel): CustomersModel {
  const search = signal('');
  const tier = signal<number | null>(null);
  const rule = signal<BreachRuleId | null>(null);

  const searched = computed(() => {
    const assessment = assessments.result.value?.assessment;
    return assessment === undefined ? [] : finishSlices(searchTextsInSlices(assessment.table));
  });

  const shown = computed(() => {
    const assessment = assessments.result.value?.assessment;
    if (assessment === undefined) return [];
    const wanted = foldText(search.value);
    const ruleCustomers = rule.value && new Set(assessments.customersByRule.value.get(rule.value) ?? []);
    return Array.from(assessment.worstFirst).filter(customer => {
      if (tier.value !== null && assessment.scores.tier[customer] !== tier.value) return false;
      if (ruleCustomers !== null && !ruleCustomers.has(customer)) return false;
      return wanted === '' || searched.value[customer].includes(wanted);
    });
  });

  return {
    search,
    tier,
    rule,
    shown,
    total: computed(() => assessments.result.value?.assessment.worstFirst.length ?? 0),
    largestExposure: computed(() => {
      let largest = 0;
      for (const exposure of assessments.result.value?.assessment.table.metrics.exposure ?? []) {
        if (Math.abs(exposure) > largest) largest = Math.abs(exposure);
      }
      return largest;
    }),
    showAll: () => {
      search.value = '';
      tier.value = null;
      rule.value = null;
    },
  };
}
