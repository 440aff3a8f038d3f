import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatNumber } from '../../../i18n/numbers';
import { metricMeasure } from '../../../risk/metrics/table/metricMeasures';
import type { Assessment } from '../../../risk/scoring/assessment';
import { writeMeasure } from '../../wording/measure';

interface FactorPointsProps {
  readonly assessment: Assessment;
  readonly customer: number;
  readonly is1904: boolean;
}

/** The score, factor by factor: points of those available, the value behind them, and what was missing and how that was treated. */
export function FactorPoints({ assessment, customer, is1904 }: FactorPointsProps) {
  const { customer: words } = texts();
  const language = currentLanguage();
  const { scores, policy, table } = assessment;
  return (
    <ul class="factors">
      {policy.factors.map((factor, index) => {
        const points = scores.points[index][customer];
        const available = scores.available[index][customer];
        const value = factor.metric === null ? Number.NaN : table.metrics[factor.metric][customer];
        const measure = factor.metric === null ? 'count' : metricMeasure[factor.metric];
        const write = (amount: number) => writeMeasure(amount, measure, language, is1904);
        const isMissing = Number.isNaN(value);
        const isShared = Number.isNaN(points);
        return (
          <li key={factor.name.en} title={words.range(write(factor.best), write(factor.worst))}>
            <span class="factorName">{factor.name[language]}</span>
            <span class="number factorPoints">
              {isShared
                ? '–'
                : words.points(formatNumber(points, language), formatNumber(available, language))}
            </span>
            <span class="factorTrack" aria-hidden="true">
              <span class="factorAvailable" style={{ inlineSize: isShared ? 0 : '100%' }}>
                <span
                  class="factorEarned"
                  style={{ inlineSize: available > 0 && !isShared ? `${(points / available) * 100}%` : 0 }}
                />
              </span>
            </span>
            <span class="factorValue small quiet">
              {isMissing && (isShared ? words.missingShared : words.missingNothing)}
              {!isMissing && <span class="number">{write(value)}</span>}
              {!isMissing && ` · ${words.range(write(factor.best), write(factor.worst))}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
