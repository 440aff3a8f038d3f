import { textsIn } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import { metricMeasure } from '../../risk/metrics/table/metricMeasures';
import type { Assessment, Breach } from '../../risk/scoring/assessment';
import { gravestFirst } from '../../risk/scoring/gravestFirst';
import { factorValuesOf, reasons } from '../../risk/scoring/score';
import { breachPhrase } from './breachWords';
import { capOf } from './capWords';
import { writeMeasure } from './measure';

/** More would not fit one line of a pane. */
const mostPhrases = 2;

/**
 * Say in words why a customer stands where it does: what knocked it out, its gravest breaches, else what cost its score most.
 *
 * @example
 * reasonWords(assessment, 12, breaches, 'en', false) //=> '62% overdue · over limit'
 */
export function reasonWords(
  assessment: Assessment,
  customer: number,
  breaches: readonly Breach[],
  language: Language,
  is1904: boolean,
): string {
  const texts = textsIn(language);
  // A low score is what the other breaches amount to: it explains nothing while they can be told.
  const telling = breaches.length > 1 ? breaches.filter(({ rule }) => rule !== 'lowScore') : breaches;
  const knockOut = capOf(assessment, customer);
  const phrases = [
    ...(knockOut ? [knockOut.name[language]] : []),
    ...gravestFirst(telling).map(breach => breachPhrase(breach, assessment, language, is1904)),
  ].slice(0, mostPhrases);
  if (phrases.length > 0) return phrases.join(texts.phraseSeparator);

  const { table, scores, policy } = assessment;
  if (Number.isNaN(scores.score[customer])) return texts.customer.noScore;
  const [largestLoss] = reasons(scores, factorValuesOf(table, policy.factors, customer), customer, 1);
  if (largestLoss === undefined) return texts.customers.noReason;
  const factor = policy.factors[largestLoss.factor];
  if (Number.isNaN(largestLoss.value)) return texts.customers.lacks(factor.name[language]);
  const measure = factor.metric === null ? 'count' : metricMeasure[factor.metric];
  return texts.customers.lost(
    factor.name[language],
    writeMeasure(largestLoss.value, measure, language, is1904),
  );
}
