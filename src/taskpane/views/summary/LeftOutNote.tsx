import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { findingTexts } from '../../../i18n/problems/findings';
import type { FindingKind } from '../../../risk/ledger/ledger';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';

/** What may keep money of whole rows, lists or currencies out of every figure. */
const leavesOut: readonly FindingKind[] = ['otherList', 'otherCurrency', 'missingRate'];

/** That a part of the sheet may be in none of the figures; nothing where all of it is read. */
export function LeftOutNote({ tiering: { findingCounts } }: { tiering: Tiering }) {
  const pane = usePane();
  const { summary, listSeparator, more } = texts();
  const words = textsOf(findingTexts);
  const leftOut = leavesOut.filter(kind => findingCounts.has(kind));
  if (leftOut.length === 0) return null;
  const titles = leftOut.map(kind => words[kind].title(findingCounts.get(kind) ?? 0));
  return (
    <div class="leftOutNote small">
      <p>{summary.leftOut(titles.join(listSeparator))}</p>
      <button type="button" class="link" onClick={() => pane.layers.open({ kind: 'part', part: 'check' })}>
        {more.parts.check.name}
      </button>
    </div>
  );
}
