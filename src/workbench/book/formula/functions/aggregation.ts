import { errors, isError } from '../../errorValue';
import type { CellValue } from '../../types';
import { broadcast } from '../broadcast';
import { numberFromText } from '../coercion';
import type { Scope } from '../scope';
import { fail, Lambda, Matrix, Reference, ReferenceUnion, type Value } from '../value';
import { eager, type FunctionDefinition, matrixArgument, numberArgument } from './definition';

/** Sums, counts, means and order statistics over ranges. */
export const aggregationFunctions: readonly FunctionDefinition[] = [
  eager('SUM', 1, 255, (args, scope) => sumOf(args, scope)),
  eager('SUMSQ', 1, 255, (args, scope) => sum(numbersOf(args, scope).map(each => each * each))),
  eager('PRODUCT', 1, 255, (args, scope) => {
    const numbers = numbersOf(args, scope);
    return numbers.length === 0 ? 0 : numbers.reduce((product, each) => product * each, 1);
  }),
  eager('COUNT', 1, 255, (args, scope) => {
    let count = 0;
    forEachCell(args, scope, (cell, isDirect) => {
      if (typeof cell === 'number') count++;
      else if (isDirect && typeof cell === 'boolean') count++;
      else if (isDirect && typeof cell === 'string' && numberFromText(cell, scope.state) !== null) count++;
    });
    return count;
  }),
  eager('COUNTA', 1, 255, (args, scope) => {
    let count = 0;
    forEachCell(args, scope, cell => {
      if (cell !== null) count++;
    });
    return count;
  }),
  eager('COUNTBLANK', 1, 1, ([range], scope) => {
    if (!(range instanceof Reference)) return errors.value;
    let filled = 0;
    forEachCell([range], scope, cell => {
      if (cell !== null && cell !== '') filled++;
    });
    return range.area.rowCount * range.area.columnCount - filled;
  }),
  eager('AVERAGE', 1, 255, (args, scope) => mean(numbersOf(args, scope))),
  eager('MIN', 1, 255, (args, scope) => extreme(numbersOf(args, scope), Math.min)),
  eager('MAX', 1, 255, (args, scope) => extreme(numbersOf(args, scope), Math.max)),
  eager('MEDIAN', 1, 255, (args, scope) => {
    const sorted = ascending(numbersOf(args, scope));
    return sorted.length === 0 ? errors.number : percentile(sorted, 0.5);
  }),
  ...['PERCENTILE', 'PERCENTILE.INC'].map(name =>
    eager(name, 2, 2, ([array, share], scope) =>
      percentileOf(numbersOf([array], scope), numberArgument(share, scope)),
    ),
  ),
  ...['QUARTILE', 'QUARTILE.INC'].map(name =>
    eager(name, 2, 2, ([array, quarter], scope) =>
      percentileOf(numbersOf([array], scope), Math.trunc(numberArgument(quarter, scope)) / 4),
    ),
  ),
  eager('LARGE', 2, 2, ([array, rank], scope) => ordered(array, rank, scope, sorted => sorted.reverse())),
  eager('SMALL', 2, 2, ([array, rank], scope) => ordered(array, rank, scope, sorted => sorted)),
  ...['RANK', 'RANK.EQ'].map(name =>
    eager(name, 2, 3, ([value, range, order], scope) => {
      const own = numberArgument(value, scope);
      const numbers = numbersOf([range], scope);
      if (!numbers.includes(own)) return errors.notAvailable;
      const isAscending = numberArgument(order, scope) !== 0;
      return numbers.filter(each => (isAscending ? each < own : each > own)).length + 1;
    }),
  ),
  ...['STDEV', 'STDEV.S'].map(name =>
    eager(name, 1, 255, (args, scope) => root(variance(numbersOf(args, scope), 1))),
  ),
  ...['STDEVP', 'STDEV.P'].map(name =>
    eager(name, 1, 255, (args, scope) => root(variance(numbersOf(args, scope), 0))),
  ),
  ...['VAR', 'VAR.S'].map(name => eager(name, 1, 255, (args, scope) => variance(numbersOf(args, scope), 1))),
  ...['VARP', 'VAR.P'].map(name => eager(name, 1, 255, (args, scope) => variance(numbersOf(args, scope), 0))),
  eager('SUMPRODUCT', 1, 255, (args, scope) => {
    const arrays = args.map(arg => matrixArgument(arg, scope));
    const first = arrays[0];
    const isAlike = arrays.every(
      each => each.rowCount === first.rowCount && each.columnCount === first.columnCount,
    );
    if (!isAlike) return errors.value;
    const products = broadcast(arrays, cells => productOf(cells));
    let total = 0;
    for (const each of products instanceof Matrix ? products.kept : [products])
      if (isError(each)) return each;
    forEachCell([products], scope, each => {
      total += Number(each);
    });
    return total;
  }),
  eager('SUBTOTAL', 2, 255, ([code, ...ranges], scope) => {
    const which = numberArgument(code, scope);
    return subtotal(which > 100 ? which - 100 : which, ranges, scope, which > 100);
  }),
  eager('AGGREGATE', 3, 255, ([code, option, ...rest], scope) => {
    const ignored = numberArgument(option, scope);
    const isIgnoringErrors = [2, 3, 6, 7].includes(ignored);
    const cleaned = rest.map(arg => (isIgnoringErrors ? withoutErrors(arg, scope) : arg));
    return subtotal(numberArgument(code, scope), cleaned, scope, false);
  }),
  eager('FREQUENCY', 2, 2, ([data, bins], scope) => {
    const bounds = numbersOf([bins], scope);
    const counts = new Array<number>(bounds.length + 1).fill(0);
    const sorted = ascending(bounds);
    for (const number of numbersOf([data], scope)) {
      const place = sorted.findIndex(bound => number <= bound);
      counts[place < 0 ? bounds.length : bounds.indexOf(sorted[place])]++;
    }
    return new Matrix(counts.length, 1, counts);
  }),
];

/** Visit the values of arguments; `isDirect` for those written in the formula itself. Empty cells of ranges are left out. */
function forEachCell(
  args: readonly Value[],
  scope: Scope,
  visit: (cell: CellValue, isDirect: boolean) => void,
): void {
  for (const arg of args) {
    if (arg instanceof Reference) arg.sheet.grid.forEachFilled(arg.area, cell => visit(cell, false));
    else if (arg instanceof ReferenceUnion) forEachCell(arg.references, scope, visit);
    else if (arg instanceof Matrix) arg.forEach(cell => void visit(cell, false));
    else if (arg instanceof Lambda) fail(errors.calculation);
    else visit(arg ?? (arg === undefined ? 0 : null), true);
  }
}

/** Of numbers; anything else counts as 0, and an error is the answer. */
function productOf(cells: readonly (CellValue | undefined)[]): CellValue {
  let product = 1;
  for (const cell of cells) {
    if (isError(cell)) return cell;
    product *= typeof cell === 'number' ? cell : 0;
  }
  return product;
}

/** The numbers among arguments: inside ranges only numbers count, what is written directly is read as a number. */
export function numbersOf(args: readonly Value[], scope: Scope): number[] {
  const numbers: number[] = [];
  forEachCell(args, scope, (cell, isDirect) => {
    if (typeof cell === 'number') numbers.push(cell);
    else if (isError(cell)) fail(cell);
    else if (isDirect) numbers.push(directNumber(cell, scope));
  });
  return numbers;
}

function directNumber(cell: CellValue, scope: Scope): number {
  if (typeof cell === 'boolean') return Number(cell);
  if (typeof cell === 'string') return numberFromText(cell, scope.state) ?? fail(errors.value);
  return 0;
}

function sumOf(args: readonly Value[], scope: Scope): number {
  let total = 0;
  forEachCell(args, scope, (cell, isDirect) => {
    if (typeof cell === 'number') total += cell;
    else if (isError(cell)) fail(cell);
    else if (isDirect) total += directNumber(cell, scope);
  });
  return total;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function mean(numbers: readonly number[]): CellValue {
  return numbers.length === 0 ? errors.divideByZero : sum(numbers) / numbers.length;
}

function extreme(numbers: readonly number[], choose: (first: number, second: number) => number): number {
  return numbers.length === 0 ? 0 : numbers.reduce((best, each) => choose(best, each));
}

const ascending = (numbers: readonly number[]): number[] =>
  [...numbers].sort((first, second) => first - second);

/** Linear between the two nearest, as Excel's inclusive percentile. */
function percentile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place - Math.floor(place));
}

function percentileOf(numbers: readonly number[], share: number): CellValue {
  if (numbers.length === 0 || share < 0 || share > 1) return errors.number;
  return percentile(ascending(numbers), share);
}

function ordered(
  array: Value,
  rank: Value,
  scope: Scope,
  order: (sorted: number[]) => number[],
): CellValue | Matrix {
  const numbers = order(ascending(numbersOf([array], scope)));
  const ranks = matrixArgument(rank, scope);
  const at = (which: CellValue): CellValue => {
    const index = typeof which === 'number' ? Math.ceil(which) : Number.NaN;
    return index >= 1 && index <= numbers.length ? numbers[index - 1] : errors.number;
  };
  if (ranks.size === 1) return at(ranks.get(0, 0));
  return Matrix.make(ranks.rowCount, ranks.columnCount, (row, column) => at(ranks.get(row, column)));
}

function variance(numbers: readonly number[], freedom: 0 | 1): CellValue {
  if (numbers.length <= freedom) return errors.divideByZero;
  const average = sum(numbers) / numbers.length;
  return sum(numbers.map(each => (each - average) ** 2)) / (numbers.length - freedom);
}

const root = (value: CellValue): CellValue => (typeof value === 'number' ? Math.sqrt(value) : value);

/** Excel's numbered aggregations, cells with a SUBTOTAL of their own left out. */
function subtotal(code: number, args: readonly Value[], scope: Scope, skipsHidden: boolean): Value {
  const cells: CellValue[] = [];
  for (const arg of args) {
    if (!(arg instanceof Reference)) {
      forEachCell([arg], scope, cell => cells.push(cell));
      continue;
    }
    arg.sheet.grid.forEachFilled(arg.area, (cell, row, column) => {
      const isNested = /\b(SUBTOTAL|AGGREGATE)\(/i.test(arg.sheet.formula(row, column) ?? '');
      if (!isNested && !(skipsHidden && arg.sheet.hiddenRows.has(row))) cells.push(cell);
    });
  }
  const all = [new Matrix(cells.length, 1, cells)];
  const numbers = (): number[] => numbersOf(all, scope);
  switch (code) {
    case 1:
      return mean(numbers());
    case 2:
      return cells.filter(cell => typeof cell === 'number').length;
    case 3:
      return cells.length;
    case 4:
      return extreme(numbers(), Math.max);
    case 5:
      return extreme(numbers(), Math.min);
    case 6:
      return numbers().reduce((product, each) => product * each, 1);
    case 7:
      return root(variance(numbers(), 1));
    case 8:
      return root(variance(numbers(), 0));
    case 9:
      return sum(numbers());
    case 10:
      return variance(numbers(), 1);
    case 11:
      return variance(numbers(), 0);
    default:
      return errors.value;
  }
}

function withoutErrors(arg: Value, scope: Scope): Value {
  const cells: CellValue[] = [];
  forEachCell([arg], scope, cell => {
    if (!isError(cell)) cells.push(cell);
  });
  return new Matrix(cells.length, 1, cells);
}
