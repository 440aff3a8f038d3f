import chevronIcon from '@fluentui/svg-icons/icons/chevron_right_20_regular.svg';
import noteIcon from '@fluentui/svg-icons/icons/clipboard_20_regular.svg';
import findingIcon from '@fluentui/svg-icons/icons/clipboard_error_20_regular.svg';
import breachIcon from '@fluentui/svg-icons/icons/shield_error_20_regular.svg';
import { texts } from '../../../i18n/catalogue';
import { countFindings } from '../../../risk/ledger/findings/countFindings';
import type { FindingKind } from '../../../risk/ledger/ledger';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { Icon } from '../../parts/Icon';
import { countOf, noteKinds, problemKinds } from '../../wording/findingKinds';

/** The ways from the overview to what needs a look: breaches, and doubtful cells where there are any. Rows that are only worth knowing of are no problems. */
export function Doors({ tiering: { assessment, findingCounts, join } }: { tiering: Tiering }) {
  const pane = usePane();
  const { breaches, findings } = texts();
  const critical = assessment.breaches.filter(breach => breach.severity === 'critical').length;
  const sheets = [findingCounts, ...(join === null ? [] : [countFindings(join.listFindings)])];
  const countAll = (kinds: readonly FindingKind[]): number =>
    sheets.reduce((sum, counts) => sum + countOf(counts, kinds), 0);
  const problemCount = countAll(problemKinds);
  const noteCount = countAll(noteKinds);
  return (
    <div class="doors">
      <button type="button" class="door" onClick={() => pane.layers.open({ kind: 'breaches' })}>
        <Icon source={breachIcon} class={critical > 0 ? 'isCritical' : ''} />
        <span class="doorName">
          {assessment.breaches.length === 0 ? breaches.none : breaches.open(assessment.breaches.length)}
        </span>
        {critical > 0 && <span class="criticalCount">{breaches.critical(critical)}</span>}
        <Icon source={chevronIcon} class="quiet" />
      </button>
      {problemCount + noteCount > 0 && (
        <button type="button" class="door" onClick={() => pane.layers.open({ kind: 'part', part: 'check' })}>
          <Icon source={problemCount > 0 ? findingIcon : noteIcon} />
          <span class="doorName">
            {problemCount > 0 ? findings.open(problemCount) : findings.openNotes(noteCount)}
          </span>
          <Icon source={chevronIcon} class="quiet" />
        </button>
      )}
    </div>
  );
}
