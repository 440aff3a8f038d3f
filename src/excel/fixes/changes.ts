/** The list of cells of the user's that Tiercel changed when asked to: a table on a sheet of ours, from which every change can be taken back. */

import type { Language } from '../../i18n/language';
import {
  type ChangeColumn,
  type ChangeStep,
  changeColumns,
  changeSteps,
  findChangeColumns,
  findMarkedRows,
  type LoggedChange,
  readChanges,
} from '../../risk/ledger/fixes/changeLog';
import type { Cell } from '../../risk/ledger/ledger';
import { ownHeaders, textCell } from '../../risk/ownTable';
import { columnIndex } from '../address';
import { type CellWriting, cellSpans, spanRange, writeIntoSpan } from '../cellSpans';
import type { ExcelOutcome } from '../contract';
import { inSlices } from '../inSlices';
import { letGo } from '../letGo';
import { runAsOneStep } from '../oneStep';
import { ExcelRefusal, runExcel } from '../problem';
import { readCells } from '../reading/readCells';
import { readOwnCells } from '../sheets/ownCells';
import { addRecordsIn, type RecordTable, requireRecordable } from '../sheets/records';
import { requireUnprotected } from '../writable';

export const changesKey = 'Changes';
/** Unlike the log of the policy, which is on another sheet. */
const changesTable = 'TiercelCellChanges';
/** In points. */
const columnWidths = {
  when: 120,
  sheet: 110,
  cell: 60,
  from: 180,
  to: 180,
  why: 260,
  format: 130,
  undone: 120,
  row: 180,
} satisfies Record<ChangeColumn, number>;

/** What a new list is called and says. */
export interface ChangesWords {
  readonly sheetTitle: string;
  readonly lead: string;
  readonly language: Language;
}

/** A cell that was changed, as it goes into the table. */
export interface CellChange {
  readonly when: string;
  readonly sheetName: string;
  readonly address: string;
  readonly from: Cell;
  readonly to: string | number;
  /** The number format of what was written, so that a date is seen as one. */
  readonly toFormat: string;
  readonly why: string;
  /** The cell's number format before. */
  readonly format: string;
  /** By what its row is known again. */
  readonly rowMark: string;
}

export interface UndoResult {
  readonly restored: number;
  /** Cells that no longer hold what was written, or are gone: they stay as they are. */
  readonly kept: number;
}

/** List what was changed, the latest first. */
export function listChanges(): Promise<ExcelOutcome<readonly ChangeStep[]>> {
  return runExcel(async context => {
    const found = await readOwnCells(context, changesKey);
    return found ? changeSteps(readChanges(found.cells)) : [];
  });
}

const recordsOf = ({ sheetTitle, lead, language }: ChangesWords): RecordTable<typeof changesKey> => ({
  key: changesKey,
  title: sheetTitle,
  lead,
  columns: changeColumns,
  headers: ownHeaders(changeColumns, language),
  needed: ['when', 'sheet', 'cell', 'from', 'to'],
  widths: columnWidths,
  name: changesTable,
});

/**
 * Make sure that changed cells can be listed, inside a batch of the caller and before any is changed.
 *
 * @throws ExcelRefusal `sheetProtected`, `workbookProtected`, `recordsUnreadable`
 */
export const requireListable = (context: Excel.RequestContext, words: ChangesWords): Promise<void> =>
  requireRecordable(context, recordsOf(words));

/**
 * Add changed cells to the list inside a batch of the caller; the list is begun where there is none.
 *
 * @param isAgain Some of them may be listed already, because a request after was refused.
 */
export async function addToChanges(
  context: Excel.RequestContext,
  given: readonly CellChange[],
  words: ChangesWords,
  isAgain = false,
): Promise<void> {
  const changes = isAgain ? await notListed(context, given) : given;
  if (changes.length === 0) return;
  const rows = changes.map(({ when, sheetName, address, from, to, why, format, rowMark }) => {
    const listed: Record<ChangeColumn, Cell> = {
      when,
      sheet: sheetName,
      cell: address,
      from: String(from ?? ''),
      to,
      why,
      format,
      undone: '',
      row: rowMark,
    };
    return Object.keys(changeColumns).map(column => listed[column as ChangeColumn]);
  });
  const formats = changes.map(({ to, toFormat }) => (typeof to === 'string' ? '@' : toFormat));
  await addRecordsIn(context, recordsOf(words), { cells: rows, formats: { to: formats } });
}

async function notListed(
  context: Excel.RequestContext,
  changes: readonly CellChange[],
): Promise<readonly CellChange[]> {
  const found = await readOwnCells(context, changesKey);
  const keyOf = ({ when, sheetName, address }: Pick<CellChange, 'when' | 'sheetName' | 'address'>) =>
    `${when} ${address} ${sheetName}`;
  const listed = new Set(found === null ? [] : readChanges(found.cells).map(keyOf));
  return changes.filter(change => !listed.has(keyOf(change)));
}

/** A change with its place on its sheet. */
interface PlacedChange extends LoggedChange {
  readonly column: number;
  readonly logRow: number;
}

/**
 * Take back what was written at one time: each cell that still holds it gets back its content and its number format. One step to
 * undo where Excel can group them.
 *
 * @param now Written beside what was taken back.
 */
export function undoChanges(
  step: Pick<ChangeStep, 'when' | 'sheetName'>,
  now: string,
): Promise<ExcelOutcome<UndoResult>> {
  const begun = new Set<number>();
  return runAsOneStep(async context => {
    const found = await readOwnCells(context, changesKey);
    const header = found && findChangeColumns(found.cells);
    if (found === null || header === null) throw new ExcelRefusal('sheetGone', { sheet: changesKey });
    const mine = readChanges(found.cells).filter(
      ({ when, sheetName, isUndone, row }) =>
        when === step.when && sheetName === step.sheetName && (!isUndone || begun.has(row)),
    );
    const sheet = context.workbook.worksheets.getItemOrNullObject(step.sheetName);
    sheet.load('id');
    await context.sync();
    if (sheet.isNullObject) throw new ExcelRefusal('sheetGone', { sheet: step.sheetName });
    await requireUnprotected(context, [sheet, found.sheet]);

    const restored = await restore(
      context,
      sheet,
      await whereTheyAre(context, sheet, mine.map(placed)),
      begun,
    );
    const undonePlace = header.places.get('undone');
    if (undonePlace !== undefined) {
      const marks = restored.map(({ logRow }) => ({
        row: found.row + logRow,
        column: found.column + undonePlace,
        value: now,
        format: null,
      }));
      for (const span of cellSpans(marks)) writeIntoSpan(spanRange(found.sheet, span), span, span.cells);
    }
    await context.sync();
    return { restored: restored.length, kept: mine.length - restored.length };
  });
}

function placed(change: LoggedChange): PlacedChange {
  const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(change.address)!;
  return { ...change, logRow: change.row, row: Number(row) - 1, column: columnIndex(letters) };
}

/** The cells in the rows where they stand by now; those whose rows are gone are left out. */
async function whereTheyAre(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  changes: readonly PlacedChange[],
): Promise<readonly PlacedChange[]> {
  if (changes.every(({ rowMark }) => rowMark === '')) return changes;
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) return [];
  const cells = await readCells(context, used);
  const marked = changes.map(({ rowMark, row }) => ({ rowMark, row: row - used.rowIndex }));
  const rows = await inSlices(findMarkedRows(cells, marked));
  return changes.flatMap((change, index) => {
    const row = rows[index];
    return row === null ? [] : [{ ...change, row: row + used.rowIndex }];
  });
}

/** @param begun Rows of the list whose cells were about to be restored when Excel refused to group it: those that hold something else by now are. */
async function restore(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  changes: readonly PlacedChange[],
  begun: Set<number>,
): Promise<PlacedChange[]> {
  const restored: PlacedChange[] = [];
  for (const span of cellSpans(changes)) {
    const range = spanRange(sheet, span);
    range.load('values,formulas');
    await context.sync();
    const unchanged = span.cells.filter(({ row, to }) => {
      const at = row - span.firstRow;
      return range.values[at][0] === to && !isFormula(range.formulas[at][0]);
    });
    const done = span.cells.filter(({ logRow }) => begun.has(logRow));
    const isRestored = new Set([...done, ...unchanged]);
    for (const { logRow } of unchanged) begun.add(logRow);
    if (unchanged.length > 0) {
      const writings: CellWriting[] = unchanged.map(({ row, column, from, format }) => ({
        row,
        column,
        value: format === '@' ? from : textCell(from),
        format,
      }));
      writeIntoSpan(range, span, writings);
      await context.sync();
    }
    // Else the cells of all spans stay in memory until the batch ends.
    letGo(range);
    restored.push(...span.cells.filter(change => isRestored.has(change)));
  }
  return restored;
}

/** Tell whether `Range.formulas` gave a formula. */
export const isFormula = (formula: unknown): boolean =>
  typeof formula === 'string' && formula.startsWith('=');
