import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ExcelRoom } from '../excelRoom';
import { type ColumnMemoryModel, createColumnMemoryModel } from './columnMemoryModel';
import type { ReadList, ReadSheet, ShownSheets } from './readSheet';
import { createSheetEdits, type SheetEdits } from './sheetEdits';
import { createSheetInFront, type SheetInFront } from './sheetInFront';
import { createSheetNames } from './sheetNames';
import { createSheetReading, type SheetReading } from './sheetReading';

export interface SheetModel extends ShownSheets, SheetInFront, SheetEdits, SheetReading {
  readonly memory: ColumnMemoryModel;
  /** The sheet of the answer was deleted, as far as the pane looked. */
  readonly isGone: ReadonlySignal<boolean>;
  /** The joined customer list was. */
  readonly isListGone: ReadonlySignal<boolean>;
  /** Look what the sheets are called and whether they are still there: read blocks go by the names they have now. */
  lookAtNames(): Promise<void>;
  /** Follow the user's going from sheet to sheet and their edits. Returns what stops it. */
  follow(): Promise<() => void>;
}

/** Create the model of the sheet the pane looks at: what was read, how it was understood, and whether the user has moved on. */
export function createSheetModel(excel: ExcelRoom): SheetModel {
  const current = signal<ReadSheet | null>(null);
  const list = signal<ReadList | null>(null);
  const memory = createColumnMemoryModel(excel);
  const names = createSheetNames(excel);
  const { goTo, takeAsRead, ...inFront } = createSheetInFront(excel, { current, list });
  const { hear, ...edits } = createSheetEdits({ current, list });

  const isDeleted = (read: ReadSheet | null): boolean => read !== null && names.isDeleted(read.block);

  async function lookAtNames(): Promise<void> {
    if (current.value !== null) await names.look();
  }

  return {
    current,
    list,
    memory,
    ...inFront,
    ...edits,
    ...createSheetReading(excel, memory, names, takeAsRead),
    isGone: computed(() => isDeleted(current.value)),
    isListGone: computed(() => isDeleted(list.value)),
    lookAtNames,
    follow: async () => {
      const stopFollowing = await excel.onSheetActivated(sheetId => {
        goTo(sheetId);
        // Deleting a sheet brings another to the front.
        void lookAtNames();
      });
      const stopWatching = await excel.onSheetChanged(hear);
      return () => {
        stopFollowing();
        stopWatching();
      };
    },
  };
}
