/** Writes cells: settles what hangs on them, calculates, tells whoever listens, and remembers the way back. */
import type { BookSheet } from '../bookSheet';
import {
  type AreaSnapshot,
  restoreSnapshot,
  restoreStyles,
  type StyleSnapshot,
  takeSnapshot,
  takeStyles,
  weightOfSnapshot,
} from '../cellWriting';
import { type Growth, growTables } from '../tables';
import type { Area, CellValue, ChangeSource, Table } from '../types';
import type { BookParts } from './bookParts';
import { headersIn, settleHeaders } from './tableHeaders';

/** A table and the area it had. */
interface TableArea {
  readonly table: Table;
  readonly area: Area;
}

const areasOfTables = (sheet: BookSheet): TableArea[] =>
  sheet.tables.map(table => ({ table, area: table.area }));

/** Write cells of an area. What somebody else wrote who has the workbook open is not remembered. Gives the table that took it in. */
export function writeCells(
  book: BookParts,
  sheet: BookSheet,
  area: Area,
  source: ChangeSource,
  write: () => void,
): Growth | null {
  const headers = headersIn(sheet, area);
  const areas = areasOfTables(sheet);
  const isForgotten = source === 'remote' || book.steps.isOff;
  const before = isForgotten ? null : takeSnapshot(sheet, area);
  const valueBefore = sheet.value(area.row, area.column);
  write();
  const growth = source === 'user' ? growTables(sheet, area) : null;
  settleHeaders(book, sheet, headers);
  if (before) rememberCells(book, sheet, before, areas);
  tellWritten(book, sheet, area, source, valueBefore);
  return growth;
}

/**
 * Push the way back of what was done to cells; a table that grew along shrinks again. What it led to is remembered when it is
 * taken back: formats that came right after it come with it again.
 */
export function rememberCells(
  book: BookParts,
  sheet: BookSheet,
  before: AreaSnapshot,
  tablesBefore: readonly TableArea[],
): void {
  let after = before;
  let tablesAfter = tablesBefore;
  const restore = (snapshot: AreaSnapshot, tables: readonly TableArea[]): void => {
    const headers = headersIn(sheet, snapshot.area);
    const valueBefore = sheet.value(snapshot.area.row, snapshot.area.column);
    restoreSnapshot(book.calculation, sheet, snapshot);
    for (const { table, area } of tables) table.area = area;
    settleHeaders(book, sheet, headers);
    tellWritten(book, sheet, snapshot.area, 'user', valueBefore);
  };
  book.steps.push({
    weight: weightOfSnapshot(before),
    undo: () => {
      after = takeSnapshot(sheet, before.area);
      tablesAfter = areasOfTables(sheet);
      restore(before, tablesBefore);
    },
    redo: () => restore(after, tablesAfter),
  });
}

/** Change how cells look, with the way back. */
export function restyle({ state, steps }: BookParts, sheet: BookSheet, area: Area, change: () => void): void {
  steps.asOneStep(() => {
    const before = steps.isOff ? nothingStyled(area) : takeStyles(sheet, area);
    change();
    const after = steps.isOff ? nothingStyled(area) : takeStyles(sheet, area);
    const put = (styles: StyleSnapshot) => (): void => {
      restoreStyles(sheet, styles);
      state.appearanceChanged(sheet);
    };
    const weight = weightOfSnapshot(before) + weightOfSnapshot(after);
    steps.push({ undo: put(before), redo: put(after), weight });
    state.appearanceChanged(sheet);
  });
}

const nothingStyled = (area: Area): StyleSnapshot => ({ area, styles: [] });

/** @param before what the area's first cell held: told of a single cell */
function tellWritten(
  { state, calculation }: BookParts,
  sheet: BookSheet,
  area: Area,
  source: ChangeSource,
  before: CellValue,
): void {
  calculation.contentChanged(sheet, area);
  calculation.run();
  const isSingle = area.rowCount === 1 && area.columnCount === 1;
  const values = isSingle ? { before, after: sheet.value(area.row, area.column) } : undefined;
  state.emit({ kind: 'cellsChanged', sheet, area, source, change: 'RangeEdited', values });
}
