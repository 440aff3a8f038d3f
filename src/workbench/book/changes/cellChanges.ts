/** Changes of cells, by whoever makes them: refused where the sheet does not let them in, else written and remembered. */
import { without } from '../address';
import type { BookSheet } from '../bookSheet';
import { assertAllowed, assertWritable } from '../bookState';
import { assertReadable, emptyArea, valueOfTyped, writeInput, writeTyped, writtenArea } from '../cellWriting';
import { withdrawRules } from '../conditionalFormats';
import { assertAdmitted, withdrawValidations } from '../dataValidations';
import type { LineMove } from '../formula/rewrite';
import { withdrawLinks } from '../hyperlinks';
import { followMove, takeCells } from '../movedCells';
import { sortedCells } from '../sorting';
import { moveLines } from '../structure/moveLines';
import { applyStyle, removeStyle } from '../styledArea';
import type { Area, CellInput, CellStyle, ChangeSource, SortField, SortOptions } from '../types';
import type { BookParts } from './bookParts';
import { copyRules, type PlaceOf } from './copiedRules';
import { restyle, writeCells } from './recordedWrites';
import {
  emptyColumnsOfTables,
  fillColumnOf,
  fillRows,
  fillWrittenColumn,
  followGrowth,
  rowsInserted,
} from './tableGrowth';

/** Write rows of inputs at an area's top-left. */
export function setCells(
  book: BookParts,
  sheet: BookSheet,
  area: Area,
  rows: readonly (readonly CellInput[])[],
  source: ChangeSource,
): void {
  const written = writtenArea(area, rows);
  if (written.rowCount === 0 || written.columnCount === 0) return;
  assertWritable(sheet, written);
  changeCells(book, sheet, written, source, () => {
    rows.forEach((row, rowOffset) => {
      row.forEach((input, columnOffset) => {
        writeInput(book.calculation, sheet, area.row + rowOffset, area.column + columnOffset, input);
      });
    });
  });
}

/** Enter an array formula over the cells of an area. */
export function setArrayFormula(book: BookParts, sheet: BookSheet, area: Area, formula: string): void {
  const { row, column, rowCount, columnCount } = area;
  assertWritable(sheet, area);
  changeCells(book, sheet, area, 'user', () => {
    emptyArea(book.calculation, sheet, area);
    book.calculation.setFormula(sheet, row, column, formula, { rowCount, columnCount });
  });
}

/** Write what is typed into a cell. */
export function enterText(
  book: BookParts,
  sheet: BookSheet,
  row: number,
  column: number,
  text: string,
): void {
  const { state, calculation } = book;
  const area = { row, column, rowCount: 1, columnCount: 1 };
  const formulaBefore = sheet.formula(row, column);
  assertWritable(sheet, area);
  assertReadable(sheet, row, column, text);
  assertAdmitted(calculation, sheet, { row, column }, () =>
    valueOfTyped(calculation, sheet, { row, column }, text, state),
  );
  changeCells(book, sheet, area, 'user', () => {
    writeTyped(calculation, state.palette, sheet, { row, column }, text, state);
  });
  fillColumnOf(book, sheet, row, column, formulaBefore);
}

/** Empty cells, take their formats away, or both with all else that lies on them. */
export function clearCells(
  book: BookParts,
  sheet: BookSheet,
  area: Area,
  what: 'contents' | 'formats' | 'all',
  source: ChangeSource,
): void {
  if (what === 'formats') {
    assertAllowed(sheet, area, 'allowFormatCells');
    restyle(book, sheet, area, () => removeFormats(book, sheet, area));
    return;
  }
  assertWritable(sheet, area);
  book.steps.asOneStep(() => {
    changeCells(book, sheet, area, source, () => {
      emptyArea(book.calculation, sheet, area);
      if (what !== 'all') return;
      removeFormats(book, sheet, area);
      withdrawValidations(sheet, area);
      withdrawLinks(sheet, area);
    });
    if (what === 'all') book.state.appearanceChanged(sheet);
  });
}

/** Formats of cells and conditional ones alike, as in Excel. */
function removeFormats({ state }: BookParts, sheet: BookSheet, area: Area): void {
  removeStyle(sheet, state.palette, area);
  withdrawRules(sheet, area);
}

/** Put the rows of an area in order. */
export function sortRows(
  book: BookParts,
  sheet: BookSheet,
  area: Area,
  fields: readonly SortField[],
  source: ChangeSource,
  options: Partial<SortOptions>,
): void {
  assertAllowed(sheet, area, 'allowSort');
  assertWritable(sheet, area);
  const sorted = sortedCells(sheet, area, fields, {
    matchCase: false,
    locale: book.state.locale,
    ...options,
  });
  if (sorted) {
    changeCells(book, sheet, area, source, () => {
      sorted.rows.forEach((row, down) => {
        row.forEach((input, across) => {
          const at = { row: area.row + down, column: area.column + across };
          // A cell of texts would take the formula that comes to it for one.
          sheet.grid.putStyle(at.row, at.column, 0);
          writeInput(book.calculation, sheet, at.row, at.column, input);
          sheet.grid.putStyle(at.row, at.column, sorted.styles[down][across]);
        });
      });
    });
  }
  book.state.emit({ kind: 'sorted', sheet, area, source, axis: 'row' });
}

/** Add to the style of cells. */
export function setStyle(book: BookParts, sheet: BookSheet, area: Area, patch: CellStyle): void {
  assertAllowed(sheet, area, 'allowFormatCells');
  restyle(book, sheet, area, () => applyStyle(sheet, book.state.palette, area, patch));
}

/** Give cells a style in place of their own. */
export function replaceStyle(book: BookParts, sheet: BookSheet, area: Area, style: CellStyle): void {
  assertAllowed(sheet, area, 'allowFormatCells');
  restyle(book, sheet, area, () => putStyle(book, sheet, area, style));
}

function putStyle({ state }: BookParts, sheet: BookSheet, area: Area, style: CellStyle): void {
  removeStyle(sheet, state.palette, area);
  if (Object.keys(style).length > 0) applyStyle(sheet, state.palette, area, style);
}

/** Insert or delete lines, whole or within a band; new rows of tables get their formulas. */
export function shiftLines(book: BookParts, sheet: BookSheet, move: LineMove, source: ChangeSource): void {
  book.steps.asOneStep(() => {
    book.steps.push(moveLines(book.state, book.calculation, sheet, move, source));
    for (const table of sheet.tables) {
      const added = rowsInserted(table, move);
      if (added) fillRows(book, sheet, table, added, source);
    }
  });
}

/** Make room for cells; those beyond move. */
export function insertCells(
  book: BookParts,
  sheet: BookSheet,
  area: Area,
  shift: 'Down' | 'Right',
  source: ChangeSource,
): void {
  shiftLines(book, sheet, cellMove(area, shift === 'Down' ? 'row' : 'column', 1), source);
}

/** Take cells out; those beyond move. */
export function deleteCells(
  book: BookParts,
  sheet: BookSheet,
  area: Area,
  shift: 'Up' | 'Left',
  source: ChangeSource,
): void {
  shiftLines(book, sheet, cellMove(area, shift === 'Up' ? 'row' : 'column', -1), source);
}

function cellMove(area: Area, axis: LineMove['axis'], direction: 1 | -1): LineMove {
  const { row, column, rowCount, columnCount } = area;
  return axis === 'row'
    ? { axis, at: row, count: direction * rowCount, band: { first: column, count: columnCount } }
    : { axis, at: column, count: direction * columnCount, band: { first: row, count: rowCount } };
}

/** Move cells to another place, with what refers to them. */
export function moveCells(
  book: BookParts,
  from: BookSheet,
  area: Area,
  to: BookSheet,
  { row, column }: { readonly row: number; readonly column: number },
): void {
  const { state, calculation, steps } = book;
  const target = { ...area, row, column };
  assertWritable(from, area);
  assertWritable(to, target);
  const [rows, columns] = [row - area.row, column - area.column];
  const move = { fromSheet: from.name, area, toSheet: to.name, rows, columns };
  const taken = takeCells(from, area, to, move);
  const placeOf: PlaceOf = (down, across) => ({ row: down - rows, column: across - columns });
  steps.asOneStep(() => {
    copyRules(book, from, placeOf, to, target);
    for (const left of from === to ? without(area, target) : [area]) {
      withdrawRules(from, left);
      withdrawValidations(from, left);
    }
    changeCells(book, from, area, 'user', () => {
      emptyArea(calculation, from, area);
      removeStyle(from, state.palette, area);
    });
    setCells(book, to, target, taken.rows, 'user');
    putStyles(book, to, target, taken.styles);
    const step = followMove(state, calculation, to, target, move);
    if (step) steps.push(step);
  });
}

function putStyles(
  book: BookParts,
  sheet: BookSheet,
  { row, column }: Area,
  styles: readonly (readonly CellStyle[])[],
): void {
  styles.forEach((line, down) => {
    line.forEach((style, across) => {
      const at = { row: row + down, column: column + across, rowCount: 1, columnCount: 1 };
      putStyle(book, sheet, at, style);
    });
  });
  book.state.appearanceChanged(sheet);
}

/** Change cells, with what their tables do about it. */
function changeCells(
  book: BookParts,
  sheet: BookSheet,
  area: Area,
  source: ChangeSource,
  write: () => void,
): void {
  if (source === 'remote') {
    writeCells(book, sheet, area, source, write);
    return;
  }
  book.steps.asOneStep(() => {
    const wasEmpty = source === 'addin' ? emptyColumnsOfTables(sheet, area) : [];
    const growth = writeCells(book, sheet, area, source, write);
    if (growth) followGrowth(book, sheet, growth);
    for (const column of wasEmpty) fillWrittenColumn(book, sheet, column);
  });
}
