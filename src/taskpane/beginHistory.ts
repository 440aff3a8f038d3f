import { createHistoryModel } from './model/history/historyModel';
import type { PaneModel } from './model/paneModel';
import { createWatchModel } from './model/watch/watchModel';
import { partModel } from './partModel';

/** Let snapshots, reviews and Watch follow the pane's answers, whether their part is ever opened or not. */
export function beginHistory(pane: PaneModel): void {
  const history = partModel(pane, createHistoryModel);
  partModel(pane, createWatchModel);
  const isAnswered = pane.assessments.result.value !== null;
  if (isAnswered && !pane.work.isWorking.value) void history.look();
}
