/** Letters on sheets: the templates that a company edits in cells, and letters laid out for A4. */

import type { Cell } from '../../risk/ledger/ledger';
import { areaAddress } from '../address';
import { bringToFront } from '../bringToFront';
import type { ExcelOutcome } from '../contract';
import { deleteOwnSheets, ensureOwnSheet, findOwnSheet } from '../ownSheets';
import { runExcel } from '../problem';
import { writtenCells } from '../writtenCell';
import { readOwnCells } from './ownCells';
import { putOnA4 } from './paper';

const lettersKey = 'Letters';
const letterTable = 'TiercelLetters';
const senderTable = 'TiercelSender';
const printKey = 'Letter_Print';

/** A table as it is seeded: headers first. */
type SeededTable = readonly (readonly string[])[];

/** What a new sheet of letters holds. */
export interface LetterSheet {
  readonly sheetTitle: string;
  readonly notes: readonly string[];
  readonly sender: SeededTable;
  /** The last column is a number of days. */
  readonly letters: readonly (readonly Cell[])[];
}

/** A letter as it is printed, line by line. */
export interface PrintedLetter {
  readonly lines: readonly PrintedLine[];
}

export type PrintedLine =
  /** Words from the left edge, or for a signature up to the right one. */
  | { readonly kind: 'text' | 'heading' | 'right'; readonly text: string }
  /** Cells of a table; a header and a total stand out. */
  | { readonly kind: 'header' | 'row' | 'total'; readonly cells: readonly Cell[] };

/** How the columns of the letters' table are written. */
export interface PrintLook {
  readonly sheetTitle: string;
  readonly formats: readonly string[];
  /** Columns whose cells stand at the right. */
  readonly rightColumns: readonly number[];
  /** Below a letter that is printed alone. */
  readonly footer: string;
}

/** Where letters were printed. */
interface PrintSheet {
  readonly sheetName: string;
  /** There were no letters before. */
  readonly isNew: boolean;
}

const linesPerBatch = 1_000;
/** Excel takes 1,026 page breaks on a sheet. */
export const mostLetters = 1_000;

/** Read every cell of the letters' sheet; null where the company has none of its own. */
export function readLetterSheet(): Promise<ExcelOutcome<Cell[][] | null>> {
  return runExcel(async context => (await readOwnCells(context, lettersKey))?.cells ?? null);
}

/** Bring the company's letters to the front; where there are none, a sheet is seeded with those given. What is there is never written over. */
export function openLetterSheet(seed: LetterSheet): Promise<ExcelOutcome<{ readonly sheetName: string }>> {
  return runExcel(async context => {
    const { sheet, sheetName, isNew } = await ensureOwnSheet(context, lettersKey, seed.sheetTitle);
    if (isNew) seedLetters(sheet, seed);
    await bringToFront(context, sheet);
    await context.sync();
    return { sheetName };
  });
}

/** In points: codes, names, subject, text, days. */
const seedWidths = [110, 190, 230, 520, 90];

function seedLetters(sheet: Excel.Worksheet, { sheetTitle, notes, sender, letters }: LetterSheet): void {
  const lead = [sheetTitle, ...notes];
  sheet.getRangeByIndexes(0, 0, lead.length, 1).values = lead.map(text => [text]);
  const title = sheet.getRangeByIndexes(0, 0, 1, 1).format.font;
  title.bold = true;
  title.size = 16;
  const senderRow = lead.length + 1;
  writeTable(sheet, senderRow, sender, senderTable);
  writeTable(sheet, senderRow + sender.length + 1, letters, letterTable);
  seedWidths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  });
  sheet.showGridlines = false;
  const width = seedWidths.reduce((sum, each) => sum + each, 0);
  putOnA4(sheet, { orientation: 'Landscape', width });
}

function writeTable(
  sheet: Excel.Worksheet,
  row: number,
  cells: readonly (readonly Cell[])[],
  name: string,
): void {
  const width = cells[0].length;
  const area = sheet.getRangeByIndexes(row, 0, cells.length, width);
  area.numberFormat = cells.map(line => line.map(formatOf));
  area.values = writtenCells(cells);
  area.format.verticalAlignment = 'Top';
  area.format.wrapText = true;
  sheet.tables.add(areaAddress(row, 0, cells.length, width), true).name = name;
}

/** Excels of before 2010 show a text of more characters as #### where its format is Text. */
const longestTextFormat = 255;

/** Text stays what it says, whatever somebody types there later. */
function formatOf(cell: Cell): string {
  if (typeof cell === 'number') return '0';
  return String(cell).length > longestTextFormat ? 'General' : '@';
}

/**
 * Lay letters out on a sheet of ours for A4, each on a page of its own. The letters that were there before go: nothing else is on that sheet.
 * Lines come broken already, so that nothing needs to be merged and every Excel prints the same.
 */
export async function printLetters(
  letters: readonly PrintedLetter[],
  look: PrintLook,
): Promise<ExcelOutcome<PrintSheet>> {
  const begun = await runExcel(async context => {
    const { sheet, sheetName, isNew } = await ensureOwnSheet(context, printKey, look.sheetTitle);
    sheet.horizontalPageBreaks.removePageBreaks();
    sheet.getRange().clear();
    setPage(sheet, letters.length === 1 ? look.footer : '');
    await context.sync();
    return { sheetName, isNew };
  });
  if (!begun.ok) return begun;
  const { sheetName } = begun.value;
  const lines = letters.flatMap(letter => letter.lines);
  // A batch lets go of its objects at its end, all in one go: a batch for all letters had tens of thousands.
  for (let first = 0; first < lines.length; first += linesPerBatch) {
    const chunk = lines.slice(first, first + linesPerBatch);
    const written = await runExcel(context => writeLines(context, sheetName, first, chunk, look));
    if (!written.ok) return written;
  }
  return runExcel(async context => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    let row = 0;
    for (const letter of letters.slice(0, -1)) {
      row += letter.lines.length;
      sheet.horizontalPageBreaks.add(areaAddress(row, 0, 1, 1));
    }
    await bringToFront(context, sheet);
    sheet.getRange('A1').select();
    await context.sync();
    return begun.value;
  });
}

/** Take the sheet of printed letters away again and go back to another one; nothing happens where it is gone. */
export function removePrintedLetters(backToSheetId: string): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    const own = await findOwnSheet(context, printKey);
    if (own === null) return;
    const backTo = context.workbook.worksheets.getItemOrNullObject(backToSheetId);
    backTo.load('id');
    await context.sync();
    if (!backTo.isNullObject) await bringToFront(context, backTo);
    deleteOwnSheets([own]);
    await context.sync();
  });
}

/**
 * In points: five columns between the margins of A4. Some room is left: other programs draw columns up to a fourteenth wider, and the last one
 * would go to a page of its own.
 */
const printWidths = [138, 78, 78, 72, 94];
const sideMargin = 48;

/** @param footer None below several letters: Excel numbers the pages of a sheet, and each customer gets one of them. */
function setPage(sheet: Excel.Worksheet, footer: string): void {
  const { pageLayout } = sheet;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.orientation = Excel.PageOrientation.portrait;
  pageLayout.leftMargin = sideMargin;
  pageLayout.rightMargin = sideMargin;
  pageLayout.zoom = { scale: 100 };
  pageLayout.headersFooters.defaultForAllPages.centerFooter = footer;
  sheet.showGridlines = false;
  printWidths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  });
}

async function writeLines(
  context: Excel.RequestContext,
  sheetName: string,
  first: number,
  lines: readonly PrintedLine[],
  look: PrintLook,
): Promise<void> {
  const width = printWidths.length;
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const area = sheet.getRangeByIndexes(first, 0, lines.length, width);
  area.numberFormat = lines.map(line =>
    'text' in line ? Array<string>(width).fill('@') : [...look.formats],
  );
  area.values = writtenCells(lines.map(line => ('text' in line ? wordsAcross(line) : line.cells)));
  area.format.font.size = 10.5;
  for (const { from, to, kind } of runsOf(lines)) {
    emphasise(sheet.getRangeByIndexes(first + from, 0, to - from, width), kind, look);
  }
  await context.sync();
}

/** Cells beside a text are empty, so that it shows across them. */
function wordsAcross({ kind, text }: Extract<PrintedLine, { readonly text: string }>): readonly string[] {
  const empty = Array<string>(printWidths.length - 1).fill('');
  return kind === 'right' ? [...empty, text] : [text, ...empty];
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly kind: PrintedLine['kind'];
}

/** Lines of a kind beside each other, so that a table is formatted at once. */
function runsOf(lines: readonly PrintedLine[]): readonly Run[] {
  const runs: { from: number; to: number; kind: PrintedLine['kind'] }[] = [];
  lines.forEach(({ kind }, line) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.to = line + 1;
    else runs.push({ from: line, to: line + 1, kind });
  });
  return runs;
}

function emphasise(area: Excel.Range, kind: PrintedLine['kind'], { rightColumns }: PrintLook): void {
  if (kind === 'text') return;
  if (kind === 'right') {
    area.getLastColumn().format.horizontalAlignment = 'Right';
    return;
  }
  if (kind !== 'row') area.format.font.bold = true;
  if (kind === 'heading') {
    area.format.font.size = 13;
    return;
  }
  for (const column of rightColumns) area.getColumn(column).format.horizontalAlignment = 'Right';
  const edge = kind === 'total' ? Excel.BorderIndex.edgeTop : Excel.BorderIndex.edgeBottom;
  if (kind === 'row') area.format.borders.getItem(Excel.BorderIndex.insideHorizontal).color = '#D1D1D1';
  else area.format.borders.getItem(edge).style = Excel.BorderLineStyle.continuous;
}
