import type { PaneModel } from '../../model/paneModel';
import { usePane } from '../../paneContext';
import { LoadedInPlace, preload } from '../../parts/Loaded';
import { AnswerSkeleton } from '../../parts/Skeleton';
import { Problem } from '../problem/Problem';
import { Start } from '../start/Start';

const loadAnswer = () => import('./Answer').then(({ Answer }) => Answer);
const loadUnfinished = () => import('./Unfinished').then(({ Unfinished }) => Unfinished);

/** Fetch what an answer is shown with, while nothing else is to be done. */
export async function preloadOverview(): Promise<void> {
  await Promise.all([preload(loadAnswer), preload(loadUnfinished)]);
}

/** What the pane shows below everything else: nothing yet, reading, refused, not yet tierable, or the answer. */
export function Overview() {
  const pane = usePane();
  const state = stateOf(pane);

  const tiering = pane.assessments.result.value;
  const refusal = pane.notices.refusal.value;
  if (tiering !== null)
    return <LoadedInPlace load={loadAnswer} props={{ tiering }} meanwhile={<AnswerSkeleton />} />;
  if (state === 'refused' && refusal !== null) return <Problem refusal={refusal} isBar={false} />;
  if (state === 'unfinished')
    return <LoadedInPlace load={loadUnfinished} props={{}} meanwhile={<AnswerSkeleton />} />;
  return state === 'reading' ? <AnswerSkeleton /> : <Start />;
}

function stateOf(pane: PaneModel): 'answered' | 'refused' | 'unfinished' | 'reading' | 'start' {
  if (pane.assessments.result.value !== null) return 'answered';
  if (pane.notices.refusal.value !== null) return 'refused';
  if (pane.sheet.current.value !== null) return 'unfinished';
  return pane.work.isWorking.value ? 'reading' : 'start';
}
