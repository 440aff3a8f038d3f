/** What is written at a point of a chart. */

import type { PlottedSeries } from '../../../book/chart/plot';
import { displayText } from '../../../book/numberFormat';
import type { Drawing } from './drawing';

/** The text of a point's label; empty where nothing is to be shown. */
export function labelText(
  { plot, display }: Drawing,
  { series, data }: PlottedSeries,
  index: number,
  share: number | null,
): string {
  const { labels } = series;
  const value = data.values[index] ?? null;
  if (!series.hasDataLabels || value === null) return '';
  const format = labels.numberFormat ?? data.numberFormat;
  const parts = [
    labels.showSeriesName ? data.name : '',
    labels.showCategoryName ? (plot.categories[index]?.text ?? '') : '',
    labels.showValue ? displayText(value, format, display) : '',
    labels.showPercentage && share !== null
      ? displayText(share, labels.numberFormat?.includes('%') ? labels.numberFormat : '0%', display)
      : '',
  ];
  return parts.filter(part => part !== '').join(labels.separator.replace('\n', ' '));
}
