import chevronIcon from '@fluentui/svg-icons/icons/chevron_right_20_regular.svg';
import findingIcon from '@fluentui/svg-icons/icons/clipboard_error_20_regular.svg';
import breachIcon from '@fluentui/svg-icons/icons/shield_error_20_regular.svg';
import { texts } from '../../../i18n/catalogue';
import { countFindings } from '../../../risk/ledger/findings/countFindings';
import type { Tiering } from '../../model/ledger/assessmentModel';
import { usePane } from '../../paneContext';
import { Icon } from '../../parts/Icon';

/** The ways from the overview to what needs a look: breaches, and doubtful cells where there are any. */
export function Doors({ tiering: { assessment, findingCounts, join } }: { tiering: Tiering }) {
  const pane = usePane();
  const { breaches, findings } = texts();
  const critical = assessment.breaches.filter(breach => breach.severity === 'critical').length;
  const counts = [findingCounts, ...(join === null ? [] : [countFindings(join.remarks)])];
  const findingCount = counts.flatMap(byKind => [...byKind.values()]).reduce((sum, count) => sum + count, 0);
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
      {findingCount > 0 && (
        <button type="button" class="door" onClick={() => pane.layers.open({ kind: 'part', part: 'check' })}>
          <Icon source={findingIcon} />
          <span class="doorName">{findings.open(findingCount)}</span>
          <Icon source={chevronIcon} class="quiet" />
        </button>
      )}
    </div>
  );
}
