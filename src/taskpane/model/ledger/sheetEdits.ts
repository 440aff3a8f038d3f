import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SheetBlock } from '../../../excel/contract';
import type { EditListener, Editor } from '../../../excel/reading/watch';
import type { ShownSheets } from './readSheet';
import { touchesBlock } from './touchesBlock';

/** Told of an edit of a block that was read; gives whether the answer will follow it. */
export type TakeEdit = (block: SheetBlock, address: string, isMoved: boolean) => boolean;

export interface SheetEdits {
  /** Cells of what was read were edited or moved since: the answer is of before. */
  readonly isChanged: ReadonlySignal<boolean>;
  /** Cells of the joined customer list were. */
  readonly isListChanged: ReadonlySignal<boolean>;
  /** Tell whether an edit may be one that the add-in makes just now: an old Excel does not say. */
  mayBeOurs(by: Editor): boolean;
  /** Change the workbook ourselves: that does not make the answer one of before. */
  changeOurselves<T>(change: () => Promise<T>): Promise<T>;
  /** Ask somebody first whether they take an edit of what was read upon themselves: it then makes nothing one of before. */
  onEdit(take: TakeEdit): void;
  /** What was read is no longer what the sheet says, and nobody follows it. */
  tellChanged(): void;
  /** The joined list is no longer what it was read as, and nobody follows it. */
  tellListChanged(): void;
}

/** Edits, as Excel tells of them. */
export interface FollowedSheetEdits extends SheetEdits {
  readonly hear: EditListener;
}

/** Excel tells of an edit up to so long after it happened. */
const eventDelayMilliseconds = 1_000;

/** Create the model of what was edited since it was read. */
export function createSheetEdits({ current, list }: ShownSheets): FollowedSheetEdits {
  /** The block that was edited since it was read; one read later is another. */
  const changedBlock = signal<SheetBlock | null>(null);
  const changedList = signal<SheetBlock | null>(null);
  let ownChanges = 0;
  let takeEdit: TakeEdit = () => false;

  const mayBeOurs = (by: Editor): boolean => by === 'userOrUs' && ownChanges > 0;

  const hear: EditListener = (sheetId, address, isMoved, by) => {
    if (mayBeOurs(by)) return;
    const isIn = (block: SheetBlock | undefined): block is SheetBlock =>
      block !== undefined && block.sheetId === sheetId && touchesBlock(block, address, isMoved);
    const block = current.value?.block;
    const listBlock = list.value?.block;
    if (isIn(block) && !takeEdit(block, address, isMoved)) changedBlock.value = block;
    if (isIn(listBlock) && !takeEdit(listBlock, address, isMoved)) changedList.value = listBlock;
  };

  return {
    isChanged: computed(() => current.value !== null && changedBlock.value === current.value.block),
    isListChanged: computed(() => list.value !== null && changedList.value === list.value.block),
    mayBeOurs,
    changeOurselves: async change => {
      ownChanges += 1;
      try {
        return await change();
      } finally {
        setTimeout(() => {
          ownChanges -= 1;
        }, eventDelayMilliseconds);
      }
    },
    onEdit: take => {
      takeEdit = take;
    },
    tellChanged: () => {
      changedBlock.value = current.value?.block ?? null;
    },
    tellListChanged: () => {
      changedList.value = list.value?.block ?? null;
    },
    hear,
  };
}
