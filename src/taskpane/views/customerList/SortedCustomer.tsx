import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import type { MoneyUnit } from '../../../i18n/numbers';
import { metricMeasure } from '../../../risk/metrics/table/metricMeasures';
import type { Assessment, Breach } from '../../../risk/scoring/assessment';
import type { CustomerSortKey } from '../../../risk/scoring/customerSelection';
import { CustomerNumber } from '../../parts/CustomerNumber';
import { Money } from '../../parts/Money';
import { TierMark, tierRank } from '../../parts/TierMark';
import { writeMeasure } from '../../wording/measure';
import { reasonWords } from '../../wording/reasonWords';

interface SortedCustomerProps {
  readonly assessment: Assessment;
  readonly customer: number;
  readonly sortBy: CustomerSortKey;
  readonly breaches: readonly Breach[];
  readonly unit: MoneyUnit;
  readonly is1904: boolean;
}

/** A customer of the list: its tier, its name, why in words, and the figure by which the list is sorted. */
export function SortedCustomer({
  assessment,
  customer,
  sortBy,
  breaches,
  unit,
  is1904,
}: SortedCustomerProps) {
  const { scores, policy, table } = assessment;
  const letter = policy.tiers[scores.tier[customer]]?.letter ?? '';
  return (
    <>
      <TierMark letter={letter} rank={tierRank(scores.tier[customer], policy.tiers.length)} />
      <span class="customerText">
        <span class="customerName">{table.customers[customer] || texts().customers.unnamed}</span>
        <span class="customerReason small quiet">
          <CustomerNumber table={table} customer={customer} />
          {reasonWords(assessment, customer, breaches, currentLanguage(), is1904)}
        </span>
      </span>
      <SortedFigure assessment={assessment} customer={customer} sortBy={sortBy} unit={unit} />
    </>
  );
}

function SortedFigure({
  assessment: { table, scores, atRisk },
  customer,
  sortBy,
  unit,
}: Pick<SortedCustomerProps, 'assessment' | 'customer' | 'sortBy' | 'unit'>) {
  const language = currentLanguage();
  const written = (text: string) => <span class="number customerAmount">{text}</span>;
  if (sortBy === 'score') return written(writeMeasure(scores.score[customer], 'score', language));
  if (sortBy === 'atRisk') return <Money amount={atRisk[customer]} unit={unit} class="customerAmount" />;
  const metric = sortBy === 'name' ? 'exposure' : sortBy;
  const value = table.metrics[metric][customer];
  if (metricMeasure[metric] === 'money') return <Money amount={value} unit={unit} class="customerAmount" />;
  return written(writeMeasure(value, metricMeasure[metric], language));
}
