import { errors, isError } from '../../errorValue';
import type { CellValue } from '../../types';
import { toLogical } from '../coercion';
import { compareValues } from '../comparison';
import type { Scope } from '../scope';
import { fail, Matrix, type Value } from '../value';
import { numbersOf } from './aggregation';
import {
  eager,
  type FunctionDefinition,
  logicalArgument,
  matrixArgument,
  numberArgument,
} from './definition';

/** Functions whose answer is an array made of other arrays. */
export const arrayFunctions: readonly FunctionDefinition[] = [
  eager('FILTER', 2, 3, ([array, include, otherwise], scope) => {
    const matrix = matrixArgument(array, scope);
    const conditions = matrixArgument(include, scope);
    const met = conditions.kept.map(cell => toLogical(cell));
    const isByRow = conditions.columnCount === 1 && conditions.rowCount === matrix.rowCount;
    if (!isByRow && !(conditions.rowCount === 1 && conditions.columnCount === matrix.columnCount)) {
      return errors.value;
    }
    const kept: number[] = [];
    for (let index = 0; index < conditions.size; index++) {
      if (met[Math.min(index, met.length - 1)]) kept.push(index);
    }
    if (kept.length === 0) return otherwise === undefined ? errors.calculation : otherwise;
    return isByRow ? pickRows(matrix, kept) : pickColumns(matrix, kept);
  }),
  eager('SORT', 1, 4, ([array, by, order, byColumn], scope) => {
    const source = matrixArgument(array, scope);
    const isByColumn = logicalArgument(byColumn, scope);
    const matrix = isByColumn ? transposed(source) : source;
    const keys = by === undefined ? [1] : numbersOf([by], scope);
    const orders = order === undefined ? [1] : numbersOf([order], scope);
    if (keys.some(key => key < 1 || key > matrix.columnCount)) return errors.value;
    const columns = keys.map((key, index) => ({
      values: (row: number) => matrix.get(row, key - 1),
      direction: orders[index] ?? orders[0],
    }));
    const sorted = sortedBy(matrix, columns, matrix.tailStart);
    return isByColumn ? transposed(sorted) : sorted;
  }),
  eager('SORTBY', 2, 254, ([array, ...pairs], scope) => {
    const source = matrixArgument(array, scope);
    const isByColumn = matrixArgument(pairs[0], scope).rowCount === 1 && source.rowCount > 1;
    const matrix = isByColumn ? transposed(source) : source;
    const columns = [];
    let tailStart = matrix.tailStart;
    for (let index = 0; index < pairs.length; index += 2) {
      const key = matrixArgument(pairs[index], scope);
      if (key.size !== matrix.rowCount) return errors.value;
      const isColumn = key.columnCount === 1;
      tailStart = Math.max(tailStart, isColumn ? key.tailStart : key.size);
      columns.push({
        values: (row: number) => (isColumn ? key.get(row, 0) : key.get(0, row)),
        direction: numberArgument(pairs[index + 1], scope, 1),
      });
    }
    const sorted = sortedBy(matrix, columns, tailStart);
    return isByColumn ? transposed(sorted) : sorted;
  }),
  eager('UNIQUE', 1, 3, ([array, byColumn, once], scope) => {
    const source = matrixArgument(array, scope);
    const isByColumn = logicalArgument(byColumn, scope);
    const matrix = isByColumn ? transposed(source) : source;
    const rows = new Map<string, { readonly first: number; count: number }>();
    for (let row = 0; row < Math.min(matrix.rowCount, matrix.tailStart + 1); row++) {
      const cells = Array.from({ length: matrix.columnCount }, (_, column) => matrix.get(row, column));
      const key = JSON.stringify(cells.map(cell => (typeof cell === 'string' ? cell.toLowerCase() : cell)));
      const count = row < matrix.tailStart ? 1 : matrix.rowCount - row;
      const known = rows.get(key);
      if (known) known.count += count;
      else rows.set(key, { first: row, count });
    }
    const isOnce = logicalArgument(once, scope);
    const kept = [...rows.values()].filter(({ count }) => !isOnce || count === 1).map(({ first }) => first);
    if (kept.length === 0) return errors.calculation;
    const unique = pickRows(matrix, kept);
    return isByColumn ? transposed(unique) : unique;
  }),
  eager('SEQUENCE', 1, 4, ([rows, columns, start, step], scope) => {
    const rowCount = Math.trunc(numberArgument(rows, scope, 1));
    const columnCount = Math.trunc(numberArgument(columns, scope, 1));
    const first = numberArgument(start, scope, 1);
    const by = numberArgument(step, scope, 1);
    if (rowCount < 1 || columnCount < 1)
      return rowCount === 0 || columnCount === 0 ? errors.calculation : errors.value;
    return Matrix.make(rowCount, columnCount, (row, column) => first + (row * columnCount + column) * by);
  }),
  eager('RANDARRAY', 0, 5, ([rows, columns, least, most, whole], scope) => {
    const low = numberArgument(least, scope, 0);
    const high = numberArgument(most, scope, 1);
    const isWhole = logicalArgument(whole, scope);
    return Matrix.make(count(rows, scope) ?? 1, count(columns, scope) ?? 1, () =>
      isWhole ? Math.floor(low + Math.random() * (high - low + 1)) : low + Math.random() * (high - low),
    );
  }),
  eager('TRANSPOSE', 1, 1, ([array], scope) => transposed(matrixArgument(array, scope))),
  eager('HSTACK', 1, 254, (args, scope) => transposed(stacked(args, scope, true))),
  eager('VSTACK', 1, 254, (args, scope) => stacked(args, scope, false)),
  eager('TAKE', 2, 3, ([array, rows, columns], scope) =>
    cut(matrixArgument(array, scope), count(rows, scope), count(columns, scope), taken),
  ),
  eager('DROP', 2, 3, ([array, rows, columns], scope) =>
    cut(matrixArgument(array, scope), count(rows, scope), count(columns, scope), dropped),
  ),
  eager('CHOOSECOLS', 2, 254, ([array, ...which], scope) => {
    const matrix = matrixArgument(array, scope);
    return pickColumns(matrix, chosen(numbersOf(which, scope), matrix.columnCount));
  }),
  eager('CHOOSEROWS', 2, 254, ([array, ...which], scope) => {
    const matrix = matrixArgument(array, scope);
    return pickRows(matrix, chosen(numbersOf(which, scope), matrix.rowCount));
  }),
  eager('EXPAND', 2, 4, ([array, rows, columns, padding], scope) => {
    const matrix = matrixArgument(array, scope);
    const rowCount = count(rows, scope) ?? matrix.rowCount;
    const columnCount = count(columns, scope) ?? matrix.columnCount;
    if (rowCount < matrix.rowCount || columnCount < matrix.columnCount) return errors.value;
    const pad = padding === undefined ? errors.notAvailable : matrixArgument(padding, scope).get(0, 0);
    return Matrix.make(rowCount, columnCount, (row, column) =>
      row < matrix.rowCount && column < matrix.columnCount ? matrix.get(row, column) : pad,
    );
  }),
  eager('TOCOL', 1, 3, (args, scope) => {
    const line = flattened(args, scope);
    return line.length === 0 ? errors.calculation : new Matrix(line.length, 1, line);
  }),
  eager('TOROW', 1, 3, (args, scope) => {
    const line = flattened(args, scope);
    return line.length === 0 ? errors.calculation : new Matrix(1, line.length, line);
  }),
  eager('WRAPROWS', 2, 3, (args, scope) => wrapped(args, scope)),
  eager('WRAPCOLS', 2, 3, (args, scope) => transposed(wrapped(args, scope))),
  eager('MMULT', 2, 2, ([first, second], scope) => {
    const left = matrixArgument(first, scope);
    const right = matrixArgument(second, scope);
    const isNumeric = [...left.values, ...right.values].every(cell => typeof cell === 'number');
    if (left.columnCount !== right.rowCount || !isNumeric) return errors.value;
    return Matrix.make(left.rowCount, right.columnCount, (row, column) => {
      let total = 0;
      for (let index = 0; index < left.columnCount; index++) {
        total += Number(left.get(row, index)) * Number(right.get(index, column));
      }
      return total;
    });
  }),
];

function transposed(matrix: Matrix): Matrix {
  return Matrix.make(matrix.columnCount, matrix.rowCount, (row, column) => matrix.get(column, row));
}

function pickRows(matrix: Matrix, rows: readonly number[]): Matrix {
  return Matrix.make(rows.length, matrix.columnCount, (row, column) => matrix.get(rows[row], column));
}

function pickColumns(matrix: Matrix, columns: readonly number[]): Matrix {
  const valueAt = (row: number, column: number): CellValue => matrix.get(row, columns[column]);
  return Matrix.make(matrix.rowCount, columns.length, valueAt, matrix.tailStart);
}

interface SortKey {
  readonly values: (row: number) => CellValue;
  readonly direction: number;
}

/** Rows in order of keys. From `tailStart` on all are alike: where their keys are empty they are last as they stand. */
function sortedBy(matrix: Matrix, keys: readonly SortKey[], tailStart: number): Matrix {
  const isTailLast = tailStart < matrix.rowCount && keys.every(({ values }) => values(tailStart) === null);
  const order = sortedRows(isTailLast ? tailStart : matrix.rowCount, keys);
  const valueAt = (row: number, column: number): CellValue => matrix.get(order[row] ?? row, column);
  return Matrix.make(matrix.rowCount, matrix.columnCount, valueAt, isTailLast ? tailStart : undefined);
}

/** Row numbers in order; equal rows keep theirs, empty cells come last either way. */
function sortedRows(rowCount: number, keys: readonly SortKey[]): number[] {
  return Array.from({ length: rowCount }, (_, row) => row).sort((first, second) => {
    for (const { values, direction } of keys) {
      const [left, right] = [values(first), values(second)];
      if (left === null || right === null) {
        if (left !== right) return left === null ? 1 : -1;
        continue;
      }
      const order = compareValues(left, right) * direction;
      if (order !== 0) return order;
    }
    return first - second;
  });
}

function stacked(args: readonly Value[], scope: Scope, isSideways: boolean): Matrix {
  const matrices = args.map(arg => {
    const matrix = matrixArgument(arg, scope);
    return isSideways ? transposed(matrix) : matrix;
  });
  const columnCount = Math.max(...matrices.map(matrix => matrix.columnCount));
  const rows = matrices.flatMap(matrix => matrix.rows);
  return Matrix.make(rows.length, columnCount, (row, column) =>
    column < rows[row].length ? rows[row][column]! : errors.notAvailable,
  );
}

const count = (value: Value, scope: Scope): number | null =>
  value === undefined ? null : Math.trunc(numberArgument(value, scope));

type Cut = (length: number, count: number | null) => readonly [number, number];

const taken: Cut = (length, count) => {
  if (count === null) return [0, length];
  return count >= 0 ? [0, Math.min(count, length)] : [Math.max(length + count, 0), length];
};

const dropped: Cut = (length, count) => {
  if (count === null) return [0, length];
  return count >= 0 ? [Math.min(count, length), length] : [0, Math.max(length + count, 0)];
};

function cut(matrix: Matrix, rows: number | null, columns: number | null, how: Cut): Value {
  const [top, bottom] = how(matrix.rowCount, rows);
  const [left, right] = how(matrix.columnCount, columns);
  if (bottom <= top || right <= left) return errors.calculation;
  const valueAt = (row: number, column: number): CellValue => matrix.get(top + row, left + column);
  return Matrix.make(bottom - top, right - left, valueAt, Math.max(0, matrix.tailStart - top));
}

function chosen(which: readonly number[], length: number): number[] {
  return which.map(number => {
    const index = number > 0 ? Math.trunc(number) - 1 : length + Math.trunc(number);
    return number === 0 || index < 0 || index >= length ? fail(errors.value) : index;
  });
}

function flattened([array, ignore, byColumn]: readonly Value[], scope: Scope): CellValue[] {
  const matrix = matrixArgument(array, scope);
  const ignored = numberArgument(ignore, scope);
  const values = logicalArgument(byColumn, scope) ? transposed(matrix).values : matrix.values;
  return values.filter(
    cell => !((ignored & 1) === 1 && cell === null) && !((ignored & 2) === 2 && isError(cell)),
  );
}

function wrapped([array, width, padding]: readonly Value[], scope: Scope): Matrix {
  const { values } = matrixArgument(array, scope);
  const columnCount = Math.trunc(numberArgument(width, scope));
  if (columnCount < 1) return fail(errors.number);
  const pad = padding === undefined ? errors.notAvailable : matrixArgument(padding, scope).get(0, 0);
  return Matrix.make(
    Math.ceil(values.length / columnCount),
    columnCount,
    (row, column) =>
      values[row * columnCount + column] ?? (row * columnCount + column < values.length ? null : pad),
  );
}
