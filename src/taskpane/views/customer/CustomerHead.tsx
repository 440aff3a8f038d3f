import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatNumber, formatShare, moneyUnit } from '../../../i18n/numbers';
import type { Assessment } from '../../../risk/scoring/assessment';
import { Money } from '../../parts/Money';
import { TierMark, tierRank } from '../../parts/TierMark';
import { capPhrase } from '../../wording/capWords';

/** A customer's tier and score, what caps it, and the money at risk. */
export function CustomerHead({ assessment, customer }: { assessment: Assessment; customer: number }) {
  const { customer: words } = texts();
  const language = currentLanguage();
  const { scores, policy } = assessment;
  const letter = policy.tiers[scores.tier[customer]]?.letter ?? '';
  const score = scores.score[customer];
  const capped = capPhrase(assessment, customer, language);
  return (
    <div class="customerHead">
      <TierMark letter={letter} rank={tierRank(scores.tier[customer], policy.tiers.length)} size={48} />
      <div>
        {Number.isNaN(score) ? (
          <p>{words.noScore}</p>
        ) : (
          <>
            <p class="customerScore">
              <span class="onlyHeard">{words.score} </span>
              <span class="number">{words.scoreOf(formatNumber(score, language))}</span>
            </p>
            {scores.coverage[customer] < 1 && (
              <p class="quiet small">{words.coverage(formatShare(scores.coverage[customer], language))}</p>
            )}
          </>
        )}
        {capped !== '' && <p class="small">{capped}</p>}
      </div>
      <dl class="customerAtRisk">
        <dt class="quiet small">{words.atRisk}</dt>
        <dd>
          <Money
            amount={assessment.atRisk[customer]}
            unit={moneyUnit(assessment.atRisk[customer], 'full', language)}
            class="customerScore"
          />
        </dd>
      </dl>
    </div>
  );
}
