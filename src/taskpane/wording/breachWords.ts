import { textsIn } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import { formatMoney, moneyUnit } from '../../i18n/numbers';
import type { BreachRule, BreachRuleId } from '../../risk/policy/policy';
import { breachMeasure } from '../../risk/policy/ruleMeasures';
import type { Assessment, Breach } from '../../risk/scoring/assessment';
import { writeMeasure } from './measure';

/** Find a rule of the policy by its id. */
const ruleOf = (assessment: Assessment, id: BreachRuleId): BreachRule | undefined =>
  assessment.policy.rules.find(rule => rule.id === id);

/** Name a rule as the policy names it, in the reader's language. */
export const ruleName = (assessment: Assessment, id: BreachRuleId, language: Language): string =>
  ruleOf(assessment, id)?.name[language] ?? id;

/**
 * Say a breach in a few words of the trade.
 *
 * @example
 * breachPhrase({ rule: 'overdueShare', value: 0.62, … }, assessment, 'en') //=> '62% overdue'
 */
export function breachPhrase(
  breach: Breach,
  assessment: Assessment,
  language: Language,
  is1904 = false,
): string {
  const { metrics } = assessment.table;
  const phrase = textsIn(language).phrase[breach.rule] as (value: string) => string;
  if (breach.rule === 'agedAmount') {
    const amount = metrics.agedAmount[breach.customer];
    return phrase(formatMoney(amount, moneyUnit(amount, 'short', language), language));
  }
  if (breach.rule === 'contractEnding') {
    const end = writeMeasure(metrics.contractEnd[breach.customer], 'date', language, is1904);
    return breach.value < 0 ? textsIn(language).contractExpired(end) : phrase(end);
  }
  return phrase(writeMeasure(breach.value, breachMeasure[breach.rule], language, is1904));
}
