import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SheetOwner } from '../../../excel/reading/sheetOwner';
import type { ExcelRoom } from '../excelRoom';
import type { ShownSheets } from './readSheet';

export interface SheetInFront {
  /** The user went to another sheet of theirs than the one that was read, and has not waved the note about it away. */
  readonly isElsewhere: ReadonlySignal<boolean>;
  /** A sheet other than the one that was read is in front. */
  readonly isAway: ReadonlySignal<boolean>;
  /** The policy is in front. */
  readonly isAtPolicy: ReadonlySignal<boolean>;
  /** A sheet that Tiercel added is in front: the policy, a report, a log. */
  readonly isAtOurs: ReadonlySignal<boolean>;
  /** Wait until it is known whose the sheet in front is: Excel tells of it a moment after it came there. */
  ownerKnown(): Promise<void>;
  /** The note about being elsewhere was dismissed for the sheet now active. */
  dismissElsewhere(): void;
}

/** Where the user is, as Excel and reading tell of it. */
export interface FollowedSheetInFront extends SheetInFront {
  /** A sheet came to the front. */
  goTo(sheetId: string): void;
  /** The sheet in front was read: the note about another one, waved away before, may come again. */
  takeAsRead(sheetId: string): void;
}

/** Create the model of the sheet in front: whose it is, and whether it is another than the one the answer is about. */
export function createSheetInFront(excel: ExcelRoom, { current, list }: ShownSheets): FollowedSheetInFront {
  const activeSheetId = signal<string | null>(null);
  const dismissedSheetId = signal<string | null>(null);
  /** Whose the sheets are that were in front so far. */
  const owners = signal<ReadonlyMap<string, SheetOwner>>(new Map());
  let lookingUpOwner: Promise<void> = Promise.resolve();

  const ownerInFront = computed(() => owners.value.get(activeSheetId.value ?? ''));
  const isAway = computed(() => {
    const active = activeSheetId.value;
    return current.value !== null && active !== null && active !== current.value.block.sheetId;
  });

  /** Look up once whose a sheet is: a sheet of ours is always a new one. An Excel that does not tell has the user's. */
  async function lookUpOwner(sheetId: string): Promise<void> {
    if (owners.value.has(sheetId)) return;
    const owner = await excel.ownerOfSheet(sheetId);
    owners.value = new Map(owners.value).set(sheetId, owner.ok ? owner.value : 'user');
  }

  return {
    isAway,
    isElsewhere: computed(
      () =>
        isAway.value &&
        ownerInFront.value === 'user' &&
        // The joined list belongs to the answer.
        activeSheetId.value !== list.value?.block.sheetId &&
        activeSheetId.value !== dismissedSheetId.value,
    ),
    isAtPolicy: computed(() => isAway.value && ownerInFront.value === 'policy'),
    isAtOurs: computed(
      () => isAway.value && (ownerInFront.value === 'policy' || ownerInFront.value === 'tiercel'),
    ),
    ownerKnown: () => lookingUpOwner,
    dismissElsewhere: () => {
      dismissedSheetId.value = activeSheetId.value;
    },
    goTo: sheetId => {
      activeSheetId.value = sheetId;
      lookingUpOwner = lookUpOwner(sheetId);
    },
    takeAsRead: sheetId => {
      activeSheetId.value = sheetId;
      dismissedSheetId.value = null;
    },
  };
}
