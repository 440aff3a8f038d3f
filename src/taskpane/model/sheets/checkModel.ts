import { type Signal, signal } from '@preact/signals';
import type { PaneModel } from '../paneModel';
import { type ChangesModel, createChangesModel } from './changesModel';
import { type CheckRoom, excelCheckRoom } from './checkRoom';
import { createFixPreview, type FixPreview } from './fixPreview';
import { createFixWriting, type FixWriting } from './fixWriting';

export type CheckView = 'problems' | 'fixes' | 'changes';

export interface CheckModel extends FixPreview, FixWriting, ChangesModel {
  readonly view: Signal<CheckView>;
}

/** Create the model of Check: problems of the data, fixes to preview and write, and what was changed so far. */
export function createCheckModel(pane: PaneModel, room: CheckRoom = excelCheckRoom): CheckModel {
  const preview = createFixPreview(pane);
  const changes = createChangesModel(pane, room, preview.readAgain);
  const writing = createFixWriting(pane, room, preview, changes);
  return { view: signal<CheckView>('problems'), ...preview, ...writing, ...changes };
}
