import type { SheetBlock } from '../../../excel/contract';
import { inSlices } from '../../../excel/inSlices';
import type { readChangedRows } from '../../../excel/reading/changedRows';
import { ledgerOf } from '../../../risk/ledger/ledgerOf';
import { LedgerEdits } from '../../../risk/metrics/edits/ledgerEdits';
import { bringsRepeatedNumber } from '../../../risk/metrics/edits/repeatedNumber';
import { type EditedRow, editRows } from '../../../risk/metrics/edits/sheetEdits';
import type { CustomerTable } from '../../../risk/metrics/table/metric';
import type { Policy } from '../../../risk/policy/policy';
import type { Slices } from '../../../risk/slices';
import type { HistoryModel } from '../history/historyModel';
import type { ListJoin } from '../join/joinedLedger';
import { todaySerial } from '../ledger/asOfDate';
import { readingOptions } from '../ledger/latestLedger';
import type { Tiering } from '../ledger/tiering';
import type { PaneModel } from '../paneModel';
import type { Running } from '../workModel';

/** What counting rows asks of the workbook. */
export interface WatchRoom {
  readChangedRows: typeof readChangedRows;
}

export interface EditedRows {
  /**
   * Count rows of the sheet of an answer anew.
   *
   * @param rows Zero-based within its block, ascending.
   * @returns The answer that follows; null where these rows alone do not tell it, or it was ended.
   */
  count(tiering: Tiering, rows: readonly number[], run: Running): Promise<Tiering | null>;
  /** Begin anew with the next answer, such as after rows could not be counted. */
  forget(): void;
}

/** The measured ledger of an answer, ready for edits, as it was measured, and joined with the list where there is one. */
interface EditedLedger {
  readonly edits: LedgerEdits;
  readonly whole: ListJoin['whole'];
  readonly joined: CustomerTable;
}

/** Create the model that counts edited rows by themselves: only their customers are measured, joined, scored and checked anew. */
export function createEditedRows(pane: PaneModel, room: WatchRoom, history: HistoryModel): EditedRows {
  /** The measured ledger that edits are put into, by the answer that it came to last, and kept no longer than that. */
  let editsOf = new WeakMap<Tiering, LedgerEdits>();

  async function count(tiering: Tiering, rows: readonly number[], run: Running): Promise<Tiering | null> {
    const { block, recognition, join, assessment } = tiering;
    const changed = await readRows(block, rows);
    if (changed === null || run.signal.aborted) return null;
    const isRepeated = await inSlices(bringsRepeatedNumber(changed, block.cells, recognition), run.signal);
    // Also null, where it was ended.
    if (isRepeated !== false) return null;
    const begun = await begin(tiering, run.signal);
    if (begun === null) return null;
    const { edits, whole: before, joined } = begun;
    const { currency } = pane.assessments.choices.value;
    const today = todaySerial(pane.now(), block.is1904);
    const options = readingOptions(block, currency, assessment.policy, today);
    const touched = editRows(edits, changed, { recognition, options, ledger: before.ledger });
    if (touched === 'readAgain') return null;
    const whole = await inSlices(edits.standing(), run.signal);
    if (whole === null) return null;
    // Whether the list knows a customer who came just now takes matching anew.
    if (join !== null && whole.table.customers.length > join.matches.entry.length) return null;
    const parts = join === null ? { ...whole, join } : await joinAgain(join, joined, whole, run.signal);
    if (parts === null) return null;
    const edited: Tiering = {
      ...tiering,
      block: withRows(block, changed),
      ledger: parts.ledger,
      join: parts.join,
      assessment: { ...assessment, table: parts.table },
    };
    const after = await history.reassess(edited, assessment, run.signal);
    if (after !== null) editsOf.set(after, edits);
    return after;
  }

  async function readRows(block: SheetBlock, rows: readonly number[]): Promise<readonly EditedRow[] | null> {
    const spans = spansOf(rows);
    const read = await room.readChangedRows(block, spans);
    if (!read.ok) return null;
    return spans.flatMap(({ first }, span) =>
      read.value[span].map((cells, index) => ({
        sheetRow: first + index,
        cells,
        cellsBefore: block.cells[first + index],
      })),
    );
  }

  /** The answer's own ledger; its columns are copied, as edits change them in place. */
  async function begin(tiering: Tiering, signal: AbortSignal): Promise<EditedLedger | null> {
    const { join, ledger, assessment } = history.plain(tiering);
    const joined = assessment.table;
    const whole = join?.whole ?? { ledger: ledger!, table: joined };
    const known = editsOf.get(tiering);
    // What is put into it is no longer what this answer says.
    editsOf.delete(tiering);
    const edits = known ?? (await inSlices(beginEdits(whole, assessment.policy), signal));
    return edits && { edits, whole, joined };
  }

  return {
    count,
    forget: () => {
      editsOf = new WeakMap();
    },
  };
}

async function joinAgain(
  join: ListJoin,
  joined: CustomerTable,
  whole: ListJoin['whole'],
  signal: AbortSignal,
) {
  const { joinEditedInSlices } = await import('../join/joinedLedger');
  return inSlices(joinEditedInSlices(join, joined, whole), signal);
}

/** Neighbouring rows as spans. */
function spansOf(rows: readonly number[]): { first: number; last: number }[] {
  const spans: { first: number; last: number }[] = [];
  for (const row of rows) {
    const before = spans.at(-1);
    if (before && row === before.last + 1) before.last = row;
    else spans.push({ first: row, last: row });
  }
  return spans;
}

function* beginEdits({ ledger, table }: ListJoin['whole'], policy: Policy): Slices<LedgerEdits> {
  const copied = ledgerOf({ ...ledger, ...(yield* copyOfColumns(ledger)) });
  return yield* LedgerEdits.inSlices(copied, table, policy);
}

/** Copy what of an object is a column, one a slice. */
function* copyOfColumns<Columns extends object>(columns: Columns): Slices<Partial<Columns>> {
  const copies: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns)) {
    if (!ArrayBuffer.isView(column)) continue;
    copies[name] = (column as Float64Array).slice();
    yield;
  }
  return copies as Partial<Columns>;
}

/** The block with its changed rows, as another block: what was read from the one before is of before. */
function withRows(block: SheetBlock, rows: readonly EditedRow[]): SheetBlock {
  const cells = block.cells.slice();
  for (const { sheetRow, cells: row } of rows) cells[sheetRow] = [...row];
  return { ...block, cells };
}
