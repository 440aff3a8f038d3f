import { useMemo } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { monthBucketLabels } from '../../../i18n/figures/bucketLabels';
import { currentLanguage } from '../../../i18n/language';
import type { MoneyUnit } from '../../../i18n/numbers';
import { customerDetailTexts } from '../../../i18n/pane/customerDetail';
import { dateSystemOf } from '../../../risk/ledger/cells/dateSystem';
import type { Ledger } from '../../../risk/ledger/ledger';
import { ageByMonths } from '../../../risk/metrics/formulas/monthAgeing';
import type { Tiering } from '../../model/ledger/tiering';
import { AgeingBars } from '../../parts/AgeingBars';

interface MonthAgeingBarsProps {
  readonly tiering: Tiering;
  readonly ledger: Ledger;
  readonly customer: number;
  readonly unit: MoneyUnit;
}

/** What is owed by years or months since the invoice, as annual reports age it. */
export function MonthAgeingBars({ tiering, ledger, customer, unit }: MonthAgeingBarsProps) {
  const { table, policy } = tiering.assessment;
  const { monthBuckets } = policy;
  const { is1904 } = tiering.block;
  const ageing = useMemo(
    () => ageByMonths(ledger, table.asOf, monthBuckets, dateSystemOf({ is1904 })),
    [ledger, table.asOf, monthBuckets, is1904],
  );
  // A customer list may leave customers out: then the table counts them otherwise than the ledger.
  const code = ledger.customers.indexOf(table.customers[customer]);
  return (
    <>
      <h4 class="small quiet">{textsOf(customerDetailTexts).ageingByMonths}</h4>
      <AgeingBars
        buckets={monthBuckets.map(({ fromMonth, toMonth }) => ({ fromDay: fromMonth, toDay: toMonth }))}
        names={monthBucketLabels(monthBuckets, currentLanguage())}
        amounts={ageing.byBucket.map(column => column[code])}
        unit={unit}
      />
    </>
  );
}
