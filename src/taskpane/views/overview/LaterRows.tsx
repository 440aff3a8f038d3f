import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatAmount, formatDate } from '../../../i18n/numbers';
import { laterRowsTexts } from '../../../i18n/pane/laterRows';
import { type LaterRows as Later, laterRowsInSlices } from '../../../risk/metrics/laterRows';
import type { Slices } from '../../../risk/slices';
import type { Tiering } from '../../model/ledger/tiering';
import { useLatestSlices } from '../../useSlices';

/** Rows and customers that come after the as-of date: with those that are counted they make up the sheet. */
export function LaterRows({ tiering }: { tiering: Tiering }) {
  const { ledger, assessment, block } = tiering;
  const { latest } = useLatestSlices(() => countLater(tiering), [ledger, assessment.asOf]);
  if (latest === null || latest.count === 0) return null;
  const words = textsOf(laterRowsTexts);
  const language = currentLanguage();
  const date = formatDate(latest.asOf, block.is1904, language);
  return (
    <p class="quiet small laterRows">
      {[
        words.rows(latest.count, date, formatAmount(latest.amount, language)),
        ...(latest.unlisted > 0 ? [words.customers(latest.unlisted)] : []),
      ].join(texts().sentenceSeparator)}
    </p>
  );
}

/** Of one day, with the customers who have nothing before it. */
interface Counted extends Later {
  readonly asOf: number;
  readonly unlisted: number;
}

function* countLater({ ledger, assessment: { asOf, table } }: Tiering): Slices<Counted> {
  const later = ledger === null ? { count: 0, amount: 0 } : yield* laterRowsInSlices(ledger, asOf);
  const unlisted = table.listed.reduce((count, isListed) => count + Number(isListed === 0), 0);
  return { ...later, asOf, unlisted };
}
