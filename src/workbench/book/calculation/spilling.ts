import { containsCell, intersects, isOnSheet, union } from '../address';
import { errors } from '../errorValue';
import { Matrix } from '../formula/value';
import type { Area, CellValue } from '../types';
import { isSameValue } from './customCalls';
import type { ArraySize, FormulaCell } from './formulaCell';

/**
 * Store what a formula gave: one value in its cell, an array over the cells beside and below, or #SPILL! where something
 * is in the way. Gives the area that was taken or freed when the spill changed its shape, else null.
 */
export function storeResult(cell: FormulaCell, result: CellValue | Matrix): Area | null {
  if (cell.array) {
    const area = { row: cell.row, column: cell.column, ...cell.array };
    return fill(cell, area, cutToArray(result, cell.array));
  }
  if (!(result instanceof Matrix) || result.size === 1) {
    const freed = clearSpill(cell);
    putValue(cell, result instanceof Matrix ? result.get(0, 0) : result);
    return freed;
  }
  const { rowCount, columnCount } = result;
  const area = { row: cell.row, column: cell.column, rowCount, columnCount };
  if (isBlocked(cell, area)) {
    const freed = clearSpill(cell);
    cell.wanted = area;
    cell.sheet.blocked.add(cell);
    putValue(cell, errors.spill);
    return freed;
  }
  return fill(cell, area, result);
}

/** An answer in the cells of an array formula: one value, row or column is repeated, what is too small ends in #N/A, what is too large is cut. */
function cutToArray(result: CellValue | Matrix, { rowCount, columnCount }: ArraySize): Matrix {
  const answer = result instanceof Matrix ? result : new Matrix(1, 1, [result]);
  return Matrix.make(rowCount, columnCount, (row, column) => {
    const [fromRow, fromColumn] = [answer.rowCount === 1 ? 0 : row, answer.columnCount === 1 ? 0 : column];
    const isThere = fromRow < answer.rowCount && fromColumn < answer.columnCount;
    return isThere ? answer.get(fromRow, fromColumn) : errors.notAvailable;
  });
}

/** Take a formula's spilled values away. Gives the area they covered, or null when there were none. */
export function clearSpill(cell: FormulaCell): Area | null {
  const { sheet, spill } = cell;
  cell.wanted = null;
  sheet.blocked.delete(cell);
  if (!spill) return null;
  forEachCell(spill, (row, column) => {
    if (sheet.grid.isSpilled(row, column)) sheet.grid.put(row, column, null);
  });
  cell.spill = null;
  sheet.spilling.delete(cell);
  return spill;
}

function fill(cell: FormulaCell, area: Area, result: Matrix): Area | null {
  const { sheet, spill: before } = cell;
  if (before) {
    forEachCell(before, (row, column) => {
      const isLeft = !containsCell(area, row, column) && sheet.grid.isSpilled(row, column);
      if (isLeft) sheet.grid.put(row, column, null);
    });
  }
  cell.spill = area;
  cell.wanted = null;
  sheet.spilling.add(cell);
  sheet.blocked.delete(cell);
  putValue(cell, result.get(0, 0));
  forEachCell(area, (row, column) => {
    if (row === cell.row && column === cell.column) return;
    const value = result.get(row - area.row, column - area.column) ?? 0;
    const isKept = sheet.grid.isSpilled(row, column) && isSameValue(sheet.grid.get(row, column), value);
    if (!isKept) sheet.grid.put(row, column, value, true);
  });
  const isSameShape = before?.rowCount === area.rowCount && before.columnCount === area.columnCount;
  if (isSameShape) return null;
  return before ? union(before, area) : area;
}

function putValue(cell: FormulaCell, value: CellValue): void {
  const { grid } = cell.sheet;
  const shown = value ?? 0;
  if (!isSameValue(grid.get(cell.row, cell.column), shown)) grid.put(cell.row, cell.column, shown);
}

/** Something is in the way: the sheet's edge, content that is not the formula's own spill, merged cells, a table. */
function isBlocked(cell: FormulaCell, area: Area): boolean {
  const { sheet } = cell;
  if (!isOnSheet(area)) return true;
  if (sheet.merges.some(merge => intersects(merge, area))) return true;
  if (sheet.tables.some(table => intersects(table.area, area))) return true;
  let isInTheWay = false;
  sheet.grid.forEachFilled(area, (_, row, column) => {
    if (row === cell.row && column === cell.column) return;
    const isOwn =
      sheet.grid.isSpilled(row, column) && cell.spill !== null && containsCell(cell.spill, row, column);
    if (!isOwn) isInTheWay = true;
  });
  return isInTheWay;
}

function forEachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    for (let column = area.column; column < area.column + area.columnCount; column++) visit(row, column);
  }
}
