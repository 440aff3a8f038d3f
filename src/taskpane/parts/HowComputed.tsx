import type { ComponentChildren } from 'preact';
import { textsOf } from '../../i18n/bilingual';
import { texts } from '../../i18n/catalogue';
import { howComputedTexts } from '../../i18n/howComputed';
import type { MetricName } from '../../risk/metrics/metric';
import { sourcesOf } from '../../risk/metrics/metricSources';
import type { Tiering } from '../model/assessmentModel';
import { columnLetter } from '../views/mapping/columnLetter';
import './howComputed.css';

interface HowComputedProps {
  readonly metric: MetricName;
  readonly tiering: Pick<Tiering, 'block' | 'recognition'>;
  /** The figure itself, with its name. */
  readonly children: ComponentChildren;
}

/** A figure that opens to how it is computed, in words, and the columns of the sheet it comes from. */
export function HowComputed({ metric, tiering, children }: HowComputedProps) {
  const words = textsOf(howComputedTexts);
  return (
    <details class="howComputed">
      <summary>{children}</summary>
      <div class="howComputedNote small">
        <p>{words.note(metric)}</p>
        <p class="quiet">{whereFrom(metric, tiering)}</p>
      </div>
    </details>
  );
}

function whereFrom(metric: MetricName, { block, recognition }: HowComputedProps['tiering']): string {
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
  return `${words.from(block.sheetName)}: ${named.join(texts().listSeparator)}`;
}
