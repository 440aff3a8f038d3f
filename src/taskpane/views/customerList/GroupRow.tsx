import openIcon from '@fluentui/svg-icons/icons/chevron_down_20_regular.svg';
import closedIcon from '@fluentui/svg-icons/icons/chevron_right_20_regular.svg';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatMoney, moneyUnit } from '../../../i18n/numbers';
import { customerListTexts } from '../../../i18n/pane/customerList';
import type { Assessment } from '../../../risk/scoring/assessment';
import type {
  CustomerGroup,
  CustomerGrouping,
  CustomerSortKey,
} from '../../../risk/scoring/customerSelection';
import { usePane } from '../../paneContext';
import { Icon } from '../../parts/Icon';
import { Money } from '../../parts/Money';

interface GroupRowProps {
  readonly assessment: Assessment;
  readonly group: CustomerGroup;
  readonly grouping: CustomerGrouping;
  readonly sortBy: CustomerSortKey;
  readonly isHidden: boolean;
}

/** The head of a group, with what its customers come to; it shows and hides them. Over the figures of the rows stands their sum, or nothing. */
export function GroupRow({ assessment, group, grouping, sortBy, isHidden }: GroupRowProps) {
  const { preferences } = usePane();
  const words = textsOf(customerListTexts);
  const language = currentLanguage();
  const unit = moneyUnit(assessment.portfolio.exposure, preferences.amountStyle.value, language);
  const money = (amount: number): string => formatMoney(amount, unit, language);
  const hasExposures = sortBy === 'exposure' || sortBy === 'name';
  const name = grouping === 'tier' ? texts().tier.name(group.key) : group.key || words.notStated;
  return (
    <>
      <Icon source={isHidden ? closedIcon : openIcon} class="quiet" />
      <span class="customerText">
        <strong class="customerName groupName">{name}</strong>
        <span class="customerReason small quiet">
          {hasExposures
            ? words.groupAtRisk(group.count, money(group.atRisk))
            : words.groupExposure(group.count, money(group.exposure))}
        </span>
      </span>
      {hasExposures && <Money amount={group.exposure} unit={unit} class="customerAmount" />}
      {sortBy === 'atRisk' && <Money amount={group.atRisk} unit={unit} class="customerAmount" />}
    </>
  );
}
