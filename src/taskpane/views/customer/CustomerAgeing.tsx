import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { moneyUnit } from '../../../i18n/numbers';
import { customerDetailTexts } from '../../../i18n/pane/customerDetail';
import type { Ledger } from '../../../risk/ledger/ledger';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { AgeingBars } from '../../parts/AgeingBars';
import { MonthAgeingBars } from './MonthAgeingBars';

interface CustomerAgeingProps {
  readonly tiering: Tiering;
  readonly ledger: Ledger | null;
  readonly customer: number;
}

/** What a customer owes by how late it is; by months too where the policy ages from the invoice. */
export function CustomerAgeing({ tiering, ledger, customer }: CustomerAgeingProps) {
  const pane = usePane();
  const { aside, customer: words, summary } = texts();
  const detail = textsOf(customerDetailTexts);
  const { policy, table } = tiering.assessment;
  const amounts = table.buckets.map(bucket => bucket[customer]);
  const largest = Math.max(0, ...amounts.map(Math.abs));
  const unit = moneyUnit(largest, pane.preferences.amountStyle.value, currentLanguage());
  const agesByInvoice = policy.settings.ageBy === 'invoiceDate';
  // What is not due alone, as most lists have it, is no ageing.
  if (!amounts.slice(1).some(Number.isFinite)) return null;
  return (
    <div class="block">
      <h3>
        {words.ageing}
        <span class="quiet small">{aside(agesByInvoice ? detail.ageingByInvoice : summary.daysUnit)}</span>
      </h3>
      <AgeingBars buckets={policy.buckets} amounts={amounts} unit={unit} />
      {agesByInvoice && ledger !== null && (
        <MonthAgeingBars tiering={tiering} ledger={ledger} customer={customer} unit={unit} />
      )}
    </div>
  );
}
