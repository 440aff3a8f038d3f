import { textsOf } from '../../i18n/bilingual';
import { texts } from '../../i18n/catalogue';
import { howComputedTexts } from '../../i18n/figures/howComputed';
import type { MetricName } from '../../risk/metrics/table/metric';
import { sourcesOf } from '../../risk/metrics/table/metricSources';
import type { Tiering } from '../model/ledger/tiering';
import { columnLetter } from '../views/mapping/columnLetter';

/**
 * Name the columns of the sheet that a metric is computed from, those that say the most first.
 *
 * @example sourceColumns('exposure', tiering) //=> 'From Invoices: Amount (G), Open amount (H)'
 */
export function sourceColumns(
  metric: MetricName,
  { block, recognition }: Pick<Tiering, 'block' | 'recognition'>,
): string {
  const words = textsOf(howComputedTexts);
  const wanted = sourcesOf(metric);
  if (wanted.length === 0) return words.fromSnapshots;
  const columns = recognition.columns
    .filter(({ field }) => wanted.includes(field))
    .sort((one, other) => wanted.indexOf(one.field) - wanted.indexOf(other.field));
  if (columns.length === 0) return words.fromElsewhere;
  const named = columns.map(({ header, column }) =>
    words.column(header, columnLetter(block.column + column)),
  );
  return words.from(block.sheetName, named.join(texts().listSeparator));
}
