import chevronIcon from '@fluentui/svg-icons/icons/chevron_right_20_regular.svg';
import collectIcon from '@fluentui/svg-icons/icons/money_hand_20_regular.svg';
import { useEffect } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { collectTexts } from '../../../i18n/pane/collect';
import { createCollectModel } from '../../model/collect/collectModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Icon } from '../../parts/Icon';

/** On the overview, once a log was begun: how many are to be asked today, and who broke a promise. */
export function DueToday() {
  const pane = usePane();
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const tiering = pane.assessments.result.value;
  const isWorking = pane.work.isWorking.value;
  const isCovered = pane.layers.stack.value.length > 0;
  useEffect(() => {
    if (!isWorking && !isCovered && collect.collecting.value === null) void collect.workQuietly();
  }, [tiering, isWorking, isCovered]);
  const due = collect.due.value.length;
  const broken = collect.broken.value.length;
  const isSilent = !collect.collecting.value?.hasLog || due + broken === 0;
  if (isSilent) return null;
  return (
    <div class="doors">
      <button type="button" class="door" onClick={() => pane.layers.open({ kind: 'part', part: 'collect' })}>
        <Icon source={collectIcon} />
        <span class="doorName">{words.dueToday(due)}</span>
        {broken > 0 && <span class="criticalCount">{words.brokenCount(broken)}</span>}
        <Icon source={chevronIcon} class="quiet" />
      </button>
    </div>
  );
}
