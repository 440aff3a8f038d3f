import { textsIn } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import { metricMeasure } from '../../risk/metrics/table/metricMeasures';
import type { KnockOut } from '../../risk/policy/policy';
import { type Assessment, noCap } from '../../risk/scoring/assessment';
import { knockOutBound } from '../../risk/scoring/knockOuts';
import { writeMeasure } from './measure';

/** Find the knock-out that lowered a customer's tier. */
export function capOf({ scores, policy }: Assessment, customer: number): KnockOut | undefined {
  const cap = scores.cap[customer];
  return cap === noCap ? undefined : policy.knockOuts[cap];
}

/**
 * Say which knock-out lowered a customer's tier, by what, and from which tier; `''` where none did.
 *
 * @example capPhrase(assessment, 3, 'en') //=> 'Knocked out of tier A: Long past due, 212 days'
 */
export function capPhrase(assessment: Assessment, customer: number, language: Language): string {
  const { scores, policy, table } = assessment;
  const knockOut = capOf(assessment, customer);
  if (!knockOut) return '';
  const words = textsIn(language).customer;
  const { metric } = knockOutBound(knockOut);
  const measure = metricMeasure[metric];
  const value = writeMeasure(table.metrics[metric][customer], measure, language);
  // Of a fact that is so or not, the name says it all.
  const what = measure === 'flag' ? knockOut.name[language] : words.measured(knockOut.name[language], value);
  const from = policy.tiers[scores.scoreTier[customer]]?.letter;
  return from === undefined ? words.knockedOut(what) : words.knockedOutOf(from, what);
}
