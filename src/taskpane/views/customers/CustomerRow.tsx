import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import type { MoneyUnit } from '../../../i18n/numbers';
import type { Assessment, Breach } from '../../../risk/scoring/assessment';
import { CustomerNumber } from '../../parts/CustomerNumber';
import { Money } from '../../parts/Money';
import { SeverityMark } from '../../parts/SeverityMark';
import { TierMark, tierRank } from '../../parts/TierMark';
import { reasonWords } from '../../wording/reasonWords';

interface CustomerRowProps {
  readonly assessment: Assessment;
  readonly customer: number;
  readonly breaches: readonly Breach[];
  readonly unit: MoneyUnit;
  readonly is1904: boolean;
}

/** One customer of the list: its tier, its name, why in words, and what it owes. */
export function CustomerRow({ assessment, customer, breaches, unit, is1904 }: CustomerRowProps) {
  const { scores, policy, table } = assessment;
  const letter = policy.tiers[scores.tier[customer]]?.letter ?? '';
  const isCritical = breaches.some(({ severity }) => severity === 'critical');
  return (
    <>
      <TierMark letter={letter} rank={tierRank(scores.tier[customer], policy.tiers.length)} />
      <span class="customerText">
        <span class="customerName">{table.customers[customer] || texts().customers.unnamed}</span>
        <span class="customerReason small quiet">
          <CustomerNumber table={table} customer={customer} />
          {isCritical && <SeverityMark severity="critical" isSmall />}
          {reasonWords(assessment, customer, breaches, currentLanguage(), is1904)}
        </span>
      </span>
      <Money amount={table.metrics.exposure[customer]} unit={unit} class="customerAmount" />
    </>
  );
}
