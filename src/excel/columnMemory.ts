import { columnMemoryTexts, memoryWords } from '../i18n/columnMemory';
import type { Language } from '../i18n/language';
import {
  memoryColumns,
  memoryEdits,
  memoryOfSheet,
  readMemories,
  type SheetMemory,
} from '../risk/ledger/columnMemory';
import type { Cell } from '../risk/ledger/ledger';
import { ownHeaders } from '../risk/ledger/ownTable';
import { areaAddress } from './address';
import type { ExcelOutcome } from './contract';
import { ensureOwnSheet, findOwnSheet } from './ownSheets';
import { runExcel } from './problem';
import { writtenCell, writtenCells } from './writtenCell';

/** The sheet's mark, and its table. */
const memoryKey = 'Columns';
const memoryTable = 'TiercelColumns';
/** Below a title, two lines that say what this is, and an empty one. */
const headerRow = 4;
const columnWidths = [160, 190, 260];

/** The table as it stands, with its headers; its cells and where they are on the sheet. */
interface StandingTable {
  readonly cells: Cell[][];
  readonly row: number;
  readonly column: number;
  readonly table: Excel.Table | null;
}

async function standingTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<StandingTable | null> {
  const table = sheet.tables.getItemOrNullObject(memoryTable);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('values,rowIndex,columnIndex');
  table.load('name');
  await context.sync();
  if (used.isNullObject) return null;
  // A table that somebody turned into plain cells is read from those.
  if (table.isNullObject)
    return { cells: used.values, row: used.rowIndex, column: used.columnIndex, table: null };
  const range = table.getRange();
  range.load('values,rowIndex,columnIndex');
  await context.sync();
  return { cells: range.values, row: range.rowIndex, column: range.columnIndex, table };
}

/** Read what is remembered of the workbook's sheets; nothing where nobody corrected anything yet. */
export function readColumnMemory(): Promise<ExcelOutcome<SheetMemory[]>> {
  return runExcel(async context => {
    const own = await findOwnSheet(context, memoryKey);
    const standing = own && (await standingTable(context, own.sheet));
    return standing ? readMemories(standing.cells, memoryWords()) : [];
  });
}

/**
 * Remember what was said of a sheet in the table of the sheet `Tiercel Columns`, which is added when it is missing. Rows that say it already
 * stay, others are changed or added; nothing is deleted.
 *
 * @param change Is given what is remembered of that sheet by now.
 * @returns Whether the sheet was added.
 */
export function rememberColumns(
  sheetName: string,
  change: (before: SheetMemory) => SheetMemory,
  language: Language,
): Promise<ExcelOutcome<{ readonly isNew: boolean }>> {
  return runExcel(async context => {
    const words = memoryWords();
    const own = await findOwnSheet(context, memoryKey);
    const standing = own && (await standingTable(context, own.sheet));
    const cells = standing?.cells ?? [];
    const memory = change(memoryOfSheet(readMemories(cells, words), sheetName));
    const { changed, added } = memoryEdits(cells, memory, words, language);
    if (changed.length + added.length === 0) return { isNew: false };
    if (standing === null) {
      const { sheet, isNew } = await ensureOwnSheet(
        context,
        memoryKey,
        columnMemoryTexts[language].sheetTitle,
      );
      await createTable(context, sheet, added, language);
      return { isNew };
    }

    const places = columnPlaces(standing.cells);
    const sheet = own!.sheet;
    for (const { row, said } of changed) {
      sheet.getCell(standing.row + row, standing.column + places[2]).values = [[writtenCell(said)]];
    }
    if (added.length > 0) addRows(sheet, standing, places, added);
    await context.sync();
    return { isNew: false };
  });
}

/** Where sheet, meaning and header stand in the table: users may have moved them or added columns of their own. */
function columnPlaces(cells: readonly Cell[][]): readonly [number, number, number] {
  const names = Object.values(memoryColumns).map(({ header }) => [header.en, header.zh] as readonly string[]);
  const header = cells.find(row => names.some(name => row.some(cell => name.includes(String(cell).trim()))));
  const place = (index: number) => {
    const found = header?.findIndex(cell => names[index].includes(String(cell).trim())) ?? -1;
    return found < 0 ? index : found;
  };
  return [place(0), place(1), place(2)];
}

function addRows(
  sheet: Excel.Worksheet,
  standing: StandingTable,
  places: readonly [number, number, number],
  added: readonly (readonly Cell[])[],
): void {
  const width = standing.cells[0].length;
  const rows = writtenCells(added).map(row => {
    const cells: (string | number | boolean)[] = Array(width).fill('');
    places.forEach((place, index) => {
      cells[place] = row[index];
    });
    return cells;
  });
  if (standing.table) standing.table.rows.add(undefined, rows);
  else {
    const below = standing.row + standing.cells.length;
    sheet.getRangeByIndexes(below, standing.column, rows.length, width).values = rows;
  }
}

async function createTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  rows: readonly (readonly Cell[])[],
  language: Language,
): Promise<void> {
  const { sheetTitle, lead, empty } = columnMemoryTexts[language];
  const title = sheet.getRange('A1');
  title.values = [[sheetTitle]];
  title.format.font.bold = true;
  title.format.font.size = 16;
  sheet.getRange('A2:A3').values = [[lead], [empty]];
  const headers = ownHeaders(memoryColumns, language);
  const cells = [headers, ...writtenCells(rows)];
  const range = sheet.getRangeByIndexes(headerRow, 0, cells.length, headers.length);
  range.values = cells;
  range.format.horizontalAlignment = 'Left';
  const table = sheet.tables.add(areaAddress(headerRow, 0, cells.length, headers.length), true);
  table.name = memoryTable;
  table.showFilterButton = false;
  columnWidths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  });
  sheet.showGridlines = false;
  await context.sync();
}
