import { useMemo } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { laterRowsTexts } from '../../../i18n/laterRows';
import { formatAmount, formatDate } from '../../../i18n/numbers';
import { laterRows } from '../../../risk/metrics/laterRows';
import type { Tiering } from '../../model/assessmentModel';

/** Rows and customers that come after the as-of date: with those that are counted they make up the sheet. */
export function LaterRows({ tiering }: { tiering: Tiering }) {
  const { ledger, assessment, block } = tiering;
  const { table, asOf } = assessment;
  const later = useMemo(() => (ledger === null ? null : laterRows(ledger, asOf)), [ledger, asOf]);
  if (later === null || later.count === 0) return null;
  const words = textsOf(laterRowsTexts);
  const language = currentLanguage();
  const unlisted = table.listed.reduce((count, isListed) => count + Number(isListed === 0), 0);
  const date = formatDate(asOf, block.is1904, language);
  return (
    <p class="quiet small laterRows">
      {[
        words.rows(later.count, date, formatAmount(later.amount, language)),
        ...(unlisted > 0 ? [words.customers(unlisted)] : []),
      ].join(texts().sentenceSeparator)}
    </p>
  );
}
