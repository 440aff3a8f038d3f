/** The list of cells of the user's that Tiercel changed when asked to: a table on a sheet of ours, from which every change can be taken back. */
import type { Language } from '../../i18n/language';
import {
  type ChangeStep,
  changeColumns,
  changeSteps,
  findChangeColumns,
  type LoggedChange,
  readChanges,
} from '../../risk/ledger/fixes/changeLog';
import type { Cell } from '../../risk/ledger/ledger';
import { ownFormats, ownHeaders, textCell } from '../../risk/ownTable';
import { areaAddress } from '../address';
import { type CellWriting, cellSpans, spanRange, writeIntoSpan } from '../cellSpans';
import type { ExcelOutcome } from '../contract';
import { runAsOneStep } from '../oneStep';
import { ensureOwnSheet } from '../ownSheets';
import { ExcelRefusal, runExcel } from '../problem';
import { rowsPerRequest } from '../requestSize';
import { readOwnCells } from '../sheets/ownCells';
import { putOnA4 } from '../sheets/paper';

export const changesKey = 'Changes';
const changesTable = 'TiercelCellChanges';
/** What earlier versions called it: also the name of their log of the policy, on another sheet. */
const earlierChangesTable = 'TiercelChanges';
/** Below a title and a line that says what the table is. */
const headerRow = 3;
/** In points. */
const columnWidths = [120, 110, 60, 180, 180, 260, 130, 120];

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
  const { sheet } = await ensureOwnSheet(context, changesKey, words.sheetTitle);
  const known = [changesTable, earlierChangesTable].map(name =>
    sheet.tables.getItemOrNullObject(name).load('id'),
  );
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount');
  await context.sync();
  const isNew = used.isNullObject;
  if (isNew) beginSheet(sheet, words);
  const changes = isAgain ? await notListed(context, given) : given;
  const first = isNew ? headerRow + 1 : used.rowIndex + used.rowCount;
  const formats = ownFormats(changeColumns);
  const toPlace = Object.keys(changeColumns).indexOf('to');
  const perRequest = rowsPerRequest(2 * formats.length);
  for (let row = 0; row < changes.length; row += perRequest) {
    const chunk = changes.slice(row, row + perRequest);
    const area = sheet.getRangeByIndexes(first + row, 0, chunk.length, formats.length);
    area.numberFormat = chunk.map(({ to, toFormat }) =>
      formats.map((format, place) =>
        place === toPlace ? (typeof to === 'string' ? '@' : toFormat) : format,
      ),
    );
    area.values = chunk.map(({ when, sheetName, address, from, to, why, format }) => [
      when,
      sheetName,
      address,
      String(from ?? ''),
      to,
      why,
      format,
      '',
    ]);
    await context.sync();
  }
  const rowCount = first + changes.length - headerRow;
  const whole = areaAddress(headerRow, 0, rowCount, formats.length);
  const standing = known.find(table => !table.isNullObject);
  if (standing) standing.resize(whole);
  else sheet.tables.add(whole, true).name = changesTable;
  await context.sync();
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

function beginSheet(sheet: Excel.Worksheet, { sheetTitle, lead, language }: ChangesWords): void {
  const title = sheet.getRange('A1:A2');
  title.values = [[sheetTitle], [lead]];
  const heading = sheet.getRange('A1');
  heading.format.font.bold = true;
  heading.format.font.size = 16;
  const headers = ownHeaders(changeColumns, language);
  sheet.getRangeByIndexes(headerRow, 0, 1, headers.length).values = [headers];
  columnWidths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  });
  sheet.freezePanes.freezeRows(headerRow + 1);
  sheet.showGridlines = false;
  const width = columnWidths.reduce((sum, each) => sum + each, 0);
  putOnA4(sheet, { orientation: 'Landscape', width, headerRow });
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

    const restored = await restore(context, sheet, mine.map(placed), begun);
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
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { ...change, logRow: change.row, row: Number(row) - 1, column };
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
    range.untrack();
    restored.push(...span.cells.filter(change => isRestored.has(change)));
  }
  return restored;
}

/** Tell whether `Range.formulas` gave a formula. */
export const isFormula = (formula: unknown): boolean =>
  typeof formula === 'string' && formula.startsWith('=');
