/** Rows, columns and cells that come or go. */
import { intersects, maxColumns, maxRows } from '../address';
import { type BookSheet, cellKey } from '../bookSheet';
import { assertAllowed, type BookState } from '../bookState';
import type { Calculation } from '../calculation/calculation';
import { type AreaSnapshot, restoreSnapshot, takeSnapshot } from '../cellWriting';
import { rewriteReferences } from '../chart/chart';
import { rewriteValidation } from '../dataValidations';
import { BookName } from '../definedNames';
import { type LineMove, moveReferences } from '../formula/rewrite';
import type { HistoryStep } from '../history';
import { BookError } from '../refusals';
import type { Area, ChangeSource } from '../types';
import { rewriteLink } from './linkedPlace';
import { moveFurniture } from './movedFurniture';
import { recordTexts } from './recordedTexts';

/** Insert or delete lines; formulas, names, tables, formats and sizes follow. Gives the way back. */
export function moveLines(
  state: BookState,
  calculation: Calculation,
  sheet: BookSheet,
  move: LineMove,
  source: ChangeSource,
): HistoryStep {
  assertMovable(sheet, move);
  const apply = (): (() => void) => {
    const deleted = takeDeleted(sheet, move);
    const record = recordTexts(state, sheet);
    moveContent(state, calculation, sheet, move);
    record.noteLost();
    settle(state, calculation, sheet, move, source);
    return () => {
      record.noteKept();
      moveContent(state, calculation, sheet, { ...move, count: -move.count });
      record.restore();
      if (deleted) restoreSnapshot(calculation, sheet, deleted);
      settle(state, calculation, sheet, { ...move, count: -move.count }, 'user');
    };
  };
  let takeBack = apply();
  return {
    undo: () => takeBack(),
    redo: () => {
      takeBack = apply();
    },
  };
}

function assertMovable(sheet: BookSheet, move: LineMove): void {
  const { axis, at, count } = move;
  const limit = axis === 'row' ? maxRows : maxColumns;
  const size = Math.abs(count);
  if (size === 0 || at + (count < 0 ? size : 0) > limit || size > limit) {
    throw new BookError('linesOutside');
  }
  assertAllowed(sheet, lineArea(axis, at, 1), move.band ? null : linePermissions[axis][count > 0 ? 0 : 1]);
  if (move.band) assertWholeInBand(sheet, move);
  assertArraysWhole(sheet, move);
  const used = sheet.usedArea(true);
  if (count <= 0 || !used) return;
  const end = axis === 'row' ? used.row + used.rowCount : used.column + used.columnCount;
  if (end > at && end + count > limit) {
    throw new BookError('contentOffSheet');
  }
}

const linePermissions = {
  row: ['allowInsertRows', 'allowDeleteRows'],
  column: ['allowInsertColumns', 'allowDeleteColumns'],
} as const;

const lineArea = (axis: 'row' | 'column', at: number, count: number, band?: LineMove['band']): Area =>
  axis === 'row'
    ? { row: at, column: band?.first ?? 0, rowCount: count, columnCount: band?.count ?? maxColumns }
    : { row: band?.first ?? 0, column: at, rowCount: band?.count ?? maxRows, columnCount: count };

/** Cells that move must not tear a table or a merged cell apart, nor the values of one formula. */
function assertWholeInBand(sheet: BookSheet, move: LineMove): void {
  const limit = move.axis === 'row' ? maxRows : maxColumns;
  const moving = lineArea(move.axis, move.at, limit - move.at, move.band);
  const { first, count } = move.band!;
  const isWhole = (area: Area): boolean => {
    const [start, size] = move.axis === 'row' ? [area.column, area.columnCount] : [area.row, area.rowCount];
    return start >= first && start + size <= first + count;
  };
  const areas = [...sheet.tables.map(({ area }) => area), ...sheet.merges];
  if (areas.some(area => intersects(area, moving) && !isWhole(area))) {
    throw new BookError('tornApart');
  }
}

/** Array formulas move and go as a whole. */
function assertArraysWhole(sheet: BookSheet, { axis, at, count, band }: LineMove): void {
  for (const { row, column, array } of sheet.spilling) {
    if (!array) continue;
    const along = axis === 'row' ? span(row, array.rowCount) : span(column, array.columnCount);
    const across = axis === 'row' ? span(column, array.columnCount) : span(row, array.rowCount);
    const moved = band && span(band.first, band.count);
    const isBeside = moved !== undefined && (across.end <= moved.first || across.first >= moved.end);
    if (isBeside || along.end <= at) continue;
    const isOut = moved !== undefined && (across.first < moved.first || across.end > moved.end);
    const isGone = count < 0 && along.first >= at && along.end <= at - count;
    const isCut = count > 0 ? along.first < at : along.first < at - count && !isGone;
    if (isOut || isCut) throw new BookError('partOfArray');
  }
}

const span = (first: number, count: number) => ({ first, end: first + count });

function takeDeleted(sheet: BookSheet, { axis, at, count, band }: LineMove): AreaSnapshot | null {
  return count < 0 ? takeSnapshot(sheet, lineArea(axis, at, -count, band)) : null;
}

function moveContent(state: BookState, calculation: Calculation, sheet: BookSheet, move: LineMove): void {
  calculation.withdrawSpills(sheet);
  moveFormulaCells(sheet, move);
  if (move.axis === 'row') sheet.grid.shiftRows(move.at, move.count, move.band);
  else if (move.band) sheet.grid.shiftCellsOfRows(move.at, move.count, move.band);
  else sheet.grid.shiftColumns(move.at, move.count);
  moveFurniture(sheet, move);
  for (const each of state.sheets) {
    for (const cell of each.formulas.values()) {
      cell.text = moveReferences(cell.text, each === sheet, sheet.name, move);
    }
    for (const rule of each.conditionalFormats) {
      rule.formula = moveReferences(rule.formula, each === sheet, sheet.name, move, true);
    }
    const follow = (formula: string): string => moveReferences(formula, each === sheet, sheet.name, move);
    for (const chart of each.charts) rewriteReferences(chart, follow);
    for (const link of each.hyperlinks) rewriteLink(link, follow);
    for (const validation of each.dataValidations) {
      rewriteValidation(validation, formula =>
        moveReferences(formula, each === sheet, sheet.name, move, true),
      );
    }
  }
  for (const name of state.names) {
    if (!(name instanceof BookName)) continue;
    name.moveFormula(moveReferences(name.formula, name.scope === sheet.id, sheet.name, move));
  }
}

function moveFormulaCells(sheet: BookSheet, { axis, at, count, band }: LineMove): void {
  const cells = [...sheet.formulas.values()];
  sheet.formulas.clear();
  for (const cell of cells) {
    const across = axis === 'row' ? cell.column : cell.row;
    if (band && (across < band.first || across >= band.first + band.count)) {
      sheet.formulas.set(cellKey(cell.row, cell.column), cell);
      continue;
    }
    const line = axis === 'row' ? cell.row : cell.column;
    if (count < 0 && line >= at && line < at - count) continue;
    if (line >= at) {
      if (axis === 'row') cell.row += count;
      else cell.column += count;
    }
    sheet.formulas.set(cellKey(cell.row, cell.column), cell);
  }
}

function settle(
  state: BookState,
  calculation: Calculation,
  sheet: BookSheet,
  { axis, at, count, band }: LineMove,
  source: ChangeSource,
): void {
  calculation.structureChanged();
  calculation.run();
  const area = lineArea(axis, at, Math.abs(count), band);
  const kind = count > 0 ? 'inserted' : 'deleted';
  const change = band ? cellChanges[kind] : lineChanges[axis][kind];
  const shift = band && cellShifts[axis][kind];
  state.emit({ kind: 'cellsChanged', sheet, area, source, change, shift });
  state.appearanceChanged(sheet);
}

const cellChanges = { inserted: 'CellInserted', deleted: 'CellDeleted' } as const;

const cellShifts = {
  row: { inserted: 'Down', deleted: 'Up' },
  column: { inserted: 'Right', deleted: 'Left' },
} as const;

const lineChanges = {
  row: { inserted: 'RowInserted', deleted: 'RowDeleted' },
  column: { inserted: 'ColumnInserted', deleted: 'ColumnDeleted' },
} as const;
