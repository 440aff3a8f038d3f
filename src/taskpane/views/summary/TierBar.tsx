import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatAmount, formatNumber, formatShare, type MoneyUnit } from '../../../i18n/numbers';
import type { Assessment } from '../../../risk/scoring/assessment';
import { noTier } from '../../../risk/scoring/score';
import { usePane } from '../../paneContext';
import { Money } from '../../parts/Money';
import { TierMark, tierLook, tierRank } from '../../parts/TierMark';
import './tierBar.css';

/** Exposure by tier: a bar whose widths are money, and below it a button a tier that names it and shows only its customers. */
export function TierBar({ assessment, unit }: { assessment: Assessment; unit: MoneyUnit }) {
  const { customers } = usePane();
  const { summary } = texts();
  const language = currentLanguage();
  const { tierSummaries, policy } = assessment;
  const owed = tierSummaries.map(({ exposure }) => Math.max(0, exposure));
  const total = owed.reduce((sum, exposure) => sum + exposure, 0);

  const tiers = tierSummaries.map((tier, index) => {
    const share = total > 0 ? owed[index] / total : 0;
    return {
      ...tier,
      share,
      index: tier.letter === '' ? noTier : index,
      rank: tierRank(index, policy.tiers.length),
      sentence: summary.tierSegment(
        tier.letter,
        tier.customerCount,
        formatAmount(tier.exposure, language),
        formatShare(share, language),
      ),
    };
  });
  const choose = (index: number): void => {
    customers.tier.value = customers.tier.value === index ? null : index;
  };

  return (
    <fieldset class="tierBar">
      <legend class="onlyHeard">
        {summary.tiers}. {summary.tierHint}
      </legend>
      <div class="tierBarStrip" aria-hidden="true">
        {tiers
          .filter(({ share }) => share > 0)
          .map(({ letter, rank, share, sentence }) => (
            <span
              key={letter}
              class={`tierBarPart ${tierLook(letter, rank)}`}
              style={{ flexGrow: share }}
              title={sentence}
            />
          ))}
      </div>
      <div class="tierBarTiers">
        {tiers.map(({ letter, rank, share, sentence, index, exposure, customerCount }) => (
          <button
            key={letter}
            type="button"
            class="tierBarTier"
            aria-pressed={customers.tier.value === index}
            aria-label={sentence}
            title={sentence}
            onClick={() => choose(index)}
          >
            <span class="tierBarHead">
              <TierMark letter={letter} rank={rank} size={20} isDecoration />
              <span class="number">{formatShare(share, language)}</span>
            </span>
            <Money amount={exposure} unit={unit} class="small" />
            <span class="number small quiet">
              {formatNumber(customerCount, language)} {summary.people}
            </span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
