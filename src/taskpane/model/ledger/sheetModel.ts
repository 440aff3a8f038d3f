import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ExcelOutcome, SheetBlock } from '../../../excel/contract';
import { inSlices } from '../../../excel/inSlices';
import type { SheetOwner } from '../../../excel/reading/sheetOwner';
import type { Editor } from '../../../excel/reading/watch';
import type { Field, Recognition, SheetKind } from '../../../risk/ledger/ledger';
import type { ExcelRoom } from '../excelRoom';
import type { Running } from '../workModel';
import { type ColumnMemoryModel, createColumnMemoryModel } from './columnMemoryModel';
import { type Answering, loadAnswering, notLoaded } from './loadAnswering';
import type { ReadList, ReadSheet } from './readSheet';
import { touchesBlock } from './touchesBlock';

/** Told of an edit of a block that was read; gives whether the answer will follow it. */
export type TakeEdit = (block: SheetBlock, address: string, isMoved: boolean) => boolean;

export interface SheetModel {
  readonly current: Signal<ReadSheet | null>;
  /** The customer list that is joined with it. */
  readonly list: Signal<ReadList | null>;
  readonly memory: ColumnMemoryModel;
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
  /** Cells of what was read were edited or moved since: the answer is of before. */
  readonly isChanged: ReadonlySignal<boolean>;
  /** Cells of the joined customer list were. */
  readonly isListChanged: ReadonlySignal<boolean>;
  /** The sheet of the answer was deleted, as far as the pane looked. */
  readonly isGone: ReadonlySignal<boolean>;
  /** The joined customer list was. */
  readonly isListGone: ReadonlySignal<boolean>;
  /** Look what the sheets are called and whether they are still there: read blocks go by the names they have now. */
  lookAtNames(): Promise<void>;
  /** The note about being elsewhere was dismissed for the sheet now active. */
  dismissElsewhere(): void;
  /** Read and recognise the active sheet; nothing is kept until `current` is set, so earlier results stay. */
  read(running: Running): Promise<ExcelOutcome<ReadSheet>>;
  /** Read a sheet as a customer list, by name or id and wherever the user is, and what was decided about who is who on it. */
  readList(nameOrId: string, running: Running): Promise<ExcelOutcome<ReadList>>;
  mapColumn(field: Field, column: number | null): void;
  chooseKind(kind: SheetKind): void;
  /** Take another row of the block for the header, -1 for none. */
  chooseHeaderRow(row: number): void;
  /** Take every column as the user's own word. */
  confirmColumns(): void;
  /** Tell whether an edit may be one that the add-in makes just now: an old Excel does not say. */
  mayBeOurs(by: Editor): boolean;
  /** Change the workbook ourselves: that does not make the answer one of before. */
  changeOurselves<T>(change: () => Promise<T>): Promise<T>;
  /** Read the sheet of the answer anew wherever the user is; its columns are understood as before where they stand as before. */
  readAgain(before: ReadSheet, running: Running): Promise<ExcelOutcome<ReadSheet>>;
  /** Ask somebody first whether they take an edit of what was read upon themselves: it then makes nothing one of before. */
  onEdit(take: TakeEdit): void;
  /** What was read is no longer what the sheet says, and nobody follows it. */
  tellChanged(): void;
  /** The joined list is no longer what it was read as, and nobody follows it. */
  tellListChanged(): void;
  /** Follow the user's going from sheet to sheet and their edits. Returns what stops it. */
  follow(): Promise<() => void>;
}

/** Excel tells of an edit up to so long after it happened. */
const eventDelayMilliseconds = 1_000;

/** Create the model of the sheet the pane looks at: what was read, how it was understood, and whether the user has moved on. */
export function createSheetModel(excel: ExcelRoom): SheetModel {
  const current = signal<ReadSheet | null>(null);
  const list = signal<ReadList | null>(null);
  const memory = createColumnMemoryModel(excel);
  const activeSheetId = signal<string | null>(null);
  const dismissedSheetId = signal<string | null>(null);

  /** The block that was edited since it was read; one read later is another. */
  const changedBlock = signal<SheetBlock | null>(null);
  const changedList = signal<SheetBlock | null>(null);
  let ownChanges = 0;
  let takeEdit: TakeEdit = () => false;

  const mayBeOurs = (by: Editor): boolean => by === 'userOrUs' && ownChanges > 0;

  /** Whose the sheets are that were in front so far. */
  const owners = signal<ReadonlyMap<string, SheetOwner>>(new Map());
  let lookingUpOwner: Promise<void> = Promise.resolve();
  /** What the sheets are called, by id; empty until somebody looked. */
  const names = signal<ReadonlyMap<string, string>>(new Map());

  /** A read sheet goes by the name it has now: whoever shows or says it follows, without reading it anew. */
  const named = (block: SheetBlock): SheetBlock => {
    const { sheetId, sheetName } = block;
    if (names.value.has(sheetId)) names.value = new Map(names.value).set(sheetId, sheetName);
    const name = { enumerable: true, get: () => names.value.get(sheetId) ?? sheetName };
    return Object.defineProperty({ ...block }, 'sheetName', name);
  };
  const isDeleted = (read: ReadSheet | null): boolean =>
    read !== null && names.value.size > 0 && !names.value.has(read.block.sheetId);

  async function lookAtNames(): Promise<void> {
    if (current.value === null) return;
    const found = await excel.readSheetNames();
    if (found.ok) names.value = found.value;
  }

  const ownerInFront = computed(() => owners.value.get(activeSheetId.value ?? ''));
  const isAway = computed(() => {
    const active = activeSheetId.value;
    return current.value !== null && active !== null && active !== current.value.block.sheetId;
  });

  /** There from the first sheet on that was understood. */
  let answering: Answering | null = null;

  const correct = (
    change: (answering: Answering, recognition: Recognition, block: SheetBlock) => Recognition,
  ): void => {
    const sheet = current.value;
    if (sheet === null || answering === null) return;
    const { block, recognition } = sheet;
    current.value = { block, recognition: change(answering, recognition, block), isCorrected: true };
  };

  /** Read cells and fetch what understands them at the same time. */
  async function readToUnderstand(
    reading: Promise<ExcelOutcome<SheetBlock>>,
  ): Promise<ExcelOutcome<{ readonly block: SheetBlock; readonly code: Answering }>> {
    const [outcome, code] = await Promise.all([reading, loadAnswering()]);
    answering = code ?? answering;
    if (!outcome.ok) return outcome;
    return code === null ? notLoaded : { ok: true, value: { block: named(outcome.value), code } };
  }

  const understand = async (block: SheetBlock, { recogniseSheetInSlices }: Answering): Promise<ReadSheet> =>
    (await memory.understand(block)) ?? {
      block,
      recognition: await inSlices(recogniseSheetInSlices(block.cells)),
      isCorrected: false,
    };

  /** Look up once whose a sheet is: a sheet of ours is always a new one. An Excel that does not tell has the user's. */
  async function lookUpOwner(sheetId: string): Promise<void> {
    if (owners.value.has(sheetId)) return;
    const owner = await excel.ownerOfSheet(sheetId);
    owners.value = new Map(owners.value).set(sheetId, owner.ok ? owner.value : 'user');
  }

  return {
    current,
    list,
    memory,
    isAway,
    isGone: computed(() => isDeleted(current.value)),
    isListGone: computed(() => isDeleted(list.value)),
    lookAtNames,
    isListChanged: computed(() => list.value !== null && changedList.value === list.value.block),
    isChanged: computed(() => current.value !== null && changedBlock.value === current.value.block),
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
    read: async running => {
      const outcome = await readToUnderstand(excel.readActiveSheet(running.onProgress, running.signal));
      if (!outcome.ok) return outcome;
      const { block, code } = outcome.value;
      activeSheetId.value = block.sheetId;
      dismissedSheetId.value = null;
      const remembered = await memory.load();
      if (!remembered.ok) return remembered;
      return { ok: true, value: await understand(block, code) };
    },
    readAgain: async ({ block: before }, running) => {
      const reading = excel.readSheet(before.sheetId, running.onProgress, running.signal);
      const outcome = await readToUnderstand(reading);
      if (!outcome.ok) return outcome;
      const { block, code } = outcome.value;
      return { ok: true, value: await understand(block, code) };
    },
    readList: async (nameOrId, running) => {
      const outcome = await readToUnderstand(excel.readSheet(nameOrId, running.onProgress, running.signal));
      if (!outcome.ok) return outcome;
      const { block, code } = outcome.value;
      const matches = await excel.readMatches();
      if (!matches.ok) return matches;
      const understood = await memory.understand(block);
      const read =
        understood?.recognition.kind === 'customers'
          ? understood
          : {
              block,
              recognition: await inSlices(code.recogniseAsInSlices('customers', block.cells)),
              isCorrected: false,
            };
      return { ok: true, value: { ...read, chosen: matches.value } };
    },
    mapColumn: (field, column) => correct(({ remap }, recognition) => remap(recognition, field, column)),
    chooseKind: kind =>
      correct(({ switchKind }, recognition, block) => switchKind(recognition, kind, block.cells)),
    chooseHeaderRow: row =>
      correct(({ chooseHeader }, recognition, block) => chooseHeader(recognition, row, block.cells)),
    confirmColumns: () =>
      correct(({ remap }, recognition) =>
        recognition.columns.reduce((sure, { field, column }) => remap(sure, field, column), recognition),
      ),
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
    follow: async () => {
      const stopFollowing = await excel.onSheetActivated(sheetId => {
        activeSheetId.value = sheetId;
        lookingUpOwner = lookUpOwner(sheetId);
        // Deleting a sheet brings another to the front.
        void lookAtNames();
      });
      const stopWatching = await excel.onSheetChanged((sheetId, address, isMoved, by) => {
        if (mayBeOurs(by)) return;
        const isIn = (block: SheetBlock | undefined): block is SheetBlock =>
          block !== undefined && block.sheetId === sheetId && touchesBlock(block, address, isMoved);
        const block = current.value?.block;
        const listBlock = list.value?.block;
        if (isIn(block) && !takeEdit(block, address, isMoved)) changedBlock.value = block;
        if (isIn(listBlock) && !takeEdit(listBlock, address, isMoved)) changedList.value = listBlock;
      });
      return () => {
        stopFollowing();
        stopWatching();
      };
    },
  };
}
