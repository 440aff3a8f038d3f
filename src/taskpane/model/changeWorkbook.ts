import type { SheetEdits } from './ledger/sheetEdits';
import type { Running, Stage, WorkModel } from './workModel';

interface ChangingRooms {
  readonly work: WorkModel;
  readonly sheet: Pick<SheetEdits, 'changeOurselves'>;
}

/**
 * Change cells or sheets as the pane's one work, without taking the change for the user's edit.
 *
 * @example changeWorkbook(pane, 'writing', () => room.applyFixes(block, fixes, words))
 */
export const changeWorkbook = <T>(
  { work, sheet }: ChangingRooms,
  stage: Extract<Stage, 'writing' | 'reporting' | 'clearing'>,
  change: (running: Running) => Promise<T>,
): Promise<T> => work.run(stage, running => sheet.changeOurselves(() => change(running)));
