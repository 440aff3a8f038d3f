import type { SheetBlock } from '../../../excel/contract';

/** Edits of a block that was read. */
export interface WaitingEdit {
  readonly block: SheetBlock;
  /** Zero-based within the block, ascending; null where the sheet is to be read as a whole. */
  readonly rows: readonly number[] | null;
}

/** Counts what waited: edits of the ledger and of the joined list, which is read as a whole, as any row may be about any customer. */
export type CountEdits = (edit: WaitingEdit | null, list: SheetBlock | null) => Promise<void>;

export interface WaitingEdits {
  addRows(block: SheetBlock, spans: readonly { readonly first: number; readonly last: number }[]): void;
  addAll(block: SheetBlock): void;
  addList(block: SheetBlock): void;
  /** Take what waits of a block for edits of the one that came in its place. */
  moveOn(block: SheetBlock, next: SheetBlock): void;
  /** Resolves when everything so far is counted. */
  settled(): Promise<void>;
}

/** Who types or fills a column makes many edits; they are counted together. */
const settleMilliseconds = 300;

/**
 * Keep edits until they are counted, all that come within a moment together.
 *
 * @param isBusy What the user has begun goes first.
 */
export function createWaitingEdits(isBusy: () => boolean, count: CountEdits): WaitingEdits {
  let waiting: { readonly block: SheetBlock; readonly rows: Set<number>; readonly isAll: boolean } | null =
    null;
  let waitingList: SheetBlock | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  function schedule(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(countWaiting, countWaiting);
    }, settleMilliseconds);
  }

  async function countWaiting(): Promise<void> {
    if (waiting === null && waitingList === null) return;
    if (isBusy()) {
      schedule();
      return;
    }
    const [edit, list] = [waiting, waitingList];
    waiting = null;
    waitingList = null;
    await count(edit && editOf(edit), list);
  }

  return {
    addRows: (block, spans) => {
      if (waiting?.block !== block) waiting = { block, rows: new Set(), isAll: false };
      for (const { first, last } of spans) for (let row = first; row <= last; row += 1) waiting.rows.add(row);
      schedule();
    },
    addAll: block => {
      waiting = { block, rows: new Set(), isAll: true };
      schedule();
    },
    addList: block => {
      waitingList = block;
      schedule();
    },
    moveOn: (block, next) => {
      if (waiting?.block === block) waiting = { ...waiting, block: next };
    },
    settled: async () => {
      do {
        await new Promise(resolve => setTimeout(resolve, settleMilliseconds + 20));
        await running;
      } while (waiting !== null || waitingList !== null);
    },
  };
}

const editOf = ({ block, rows, isAll }: { block: SheetBlock; rows: Set<number>; isAll: boolean }) => ({
  block,
  rows: isAll ? null : [...rows].sort((one, other) => one - other),
});
