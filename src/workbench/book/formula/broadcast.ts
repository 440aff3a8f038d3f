import { errors } from '../errorValue';
import type { CellValue } from '../types';
import { Failure, Matrix } from './value';

export type Plain = CellValue | Matrix | undefined;

/**
 * Apply a function of single values to arrays: one row or column stretches along the other arguments, as Excel's dynamic
 * arrays do; where an argument has no such row or column the answer is #N/A.
 */
export function broadcast(
  args: readonly Plain[],
  compute: (cells: readonly (CellValue | undefined)[]) => CellValue,
): CellValue | Matrix {
  if (!args.some(arg => arg instanceof Matrix)) {
    return guarded(compute, args as readonly (CellValue | undefined)[]);
  }
  let rowCount = 1;
  let columnCount = 1;
  for (const arg of args) {
    if (!(arg instanceof Matrix)) continue;
    rowCount = Math.max(rowCount, arg.rowCount);
    columnCount = Math.max(columnCount, arg.columnCount);
  }
  const cells = new Array<CellValue | undefined>(args.length);
  const tailStart = Math.max(...args.map(arg => tailStartOf(arg, rowCount)));
  const valueAt = (row: number, column: number): CellValue => {
    for (let index = 0; index < args.length; index++) {
      const arg = args[index];
      if (!(arg instanceof Matrix)) {
        cells[index] = arg;
        continue;
      }
      const ownRow = arg.rowCount === 1 ? 0 : row;
      const ownColumn = arg.columnCount === 1 ? 0 : column;
      if (ownRow >= arg.rowCount || ownColumn >= arg.columnCount) return errors.notAvailable;
      cells[index] = arg.get(ownRow, ownColumn);
    }
    return guarded(compute, cells);
  };
  return Matrix.make(rowCount, columnCount, valueAt, tailStart);
}

/** The row of an answer from which on an argument gives the same in each: beyond its own rows it gives #N/A. */
function tailStartOf(arg: Plain, rowCount: number): number {
  if (!(arg instanceof Matrix) || arg.rowCount === 1) return 0;
  return arg.rowCount < rowCount ? arg.rowCount : arg.tailStart;
}

function guarded(
  compute: (cells: readonly (CellValue | undefined)[]) => CellValue,
  cells: readonly (CellValue | undefined)[],
): CellValue {
  try {
    return compute(cells);
  } catch (failure) {
    if (failure instanceof Failure) return failure.error;
    throw failure;
  }
}
