import customersIcon from '@fluentui/svg-icons/icons/people_12_regular.svg';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatAmount, formatMoney, formatNumber, formatShare, type MoneyUnit } from '../../../i18n/numbers';
import type { Assessment } from '../../../risk/scoring/assessment';
import { noTier } from '../../../risk/scoring/assessment';
import { usePane } from '../../paneContext';
import { Icon } from '../../parts/Icon';
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
    const shownShare = formatShare(share, language);
    const shownAmount = formatMoney(tier.exposure, unit, language);
    const describe = (amount: string) =>
      summary.tierSegment(tier.letter, shownShare, amount, tier.customerCount);
    return {
      ...tier,
      share,
      shownShare,
      shownAmount,
      index: tier.letter === '' ? noTier : index,
      rank: tierRank(index, policy.tiers.length),
      // Who speaks to the page says what they see, so the name holds it in the same order.
      name: describe(shownAmount),
      inFull: describe(formatAmount(tier.exposure, language)),
    };
  });
  const choose = (index: number): void => {
    customers.tier.value = customers.tier.value === index ? null : index;
  };

  return (
    <fieldset class="tierBar">
      <legend class="onlyHeard">
        {texts().sentence(summary.tiers)} {summary.tierHint}
      </legend>
      <div class="tierBarStrip" aria-hidden="true">
        {tiers
          .filter(({ share }) => share > 0)
          .map(({ letter, rank, share, inFull }) => (
            <span
              key={letter}
              class={`tierBarPart ${tierLook(letter, rank)}`}
              style={{ flexGrow: share }}
              title={inFull}
            />
          ))}
      </div>
      <div class="tierBarTiers">
        {tiers.map(({ letter, rank, index, name, inFull, shownShare, shownAmount, customerCount }) => (
          <button
            key={letter}
            type="button"
            class="tierBarTier"
            aria-pressed={customers.tier.value === index}
            aria-label={name}
            title={inFull}
            onClick={() => choose(index)}
          >
            <span class="tierBarHead">
              <TierMark letter={letter} rank={rank} size={20} isDecoration />{' '}
              <span class="number">{shownShare}</span>
            </span>{' '}
            <span class="number small">{shownAmount}</span>{' '}
            <span class="tierBarCustomers number small quiet">
              <Icon source={customersIcon} />
              {formatNumber(customerCount, language)}
            </span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
