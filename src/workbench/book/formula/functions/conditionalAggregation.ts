import type { RangeCriterion } from '../../calculation/rangeReader';
import { errors, isError } from '../../errorValue';
import type { CellValue } from '../../types';
import { broadcast } from '../broadcast';
import { isMet, parseCriterion } from '../criteria';
import type { Scope } from '../scope';
import { fail, Reference, type Value } from '../value';
import { eager, type FunctionDefinition, plainArgument } from './definition';

type Finish = (numbers: readonly number[]) => CellValue;

const total: Finish = numbers => numbers.reduce((sum, each) => sum + each, 0);
const average: Finish = numbers =>
  numbers.length === 0 ? errors.divideByZero : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
const smallest: Finish = numbers => numbers.reduce((best, each) => Math.min(best, each), numbers[0] ?? 0);
const largest: Finish = numbers => numbers.reduce((best, each) => Math.max(best, each), numbers[0] ?? 0);

/** SUMIFS and its kin. A criterion that is an array gives an array of answers. */
export const conditionalAggregationFunctions: readonly FunctionDefinition[] = [
  single('SUMIF', total),
  single('AVERAGEIF', average),
  several('SUMIFS', total),
  several('AVERAGEIFS', average),
  several('MINIFS', smallest),
  several('MAXIFS', largest),
  eager('COUNTIF', 2, 2, (args, scope) => counted(args, scope)),
  eager('COUNTIFS', 2, 254, (args, scope) => counted(args, scope)),
];

function several(name: string, finish: Finish): FunctionDefinition {
  return eager(name, 3, 255, ([values, ...pairs], scope) => {
    const range = rangeArgument(values);
    return eachCriteria(pairs, scope, criteria => {
      if (criteria.some(each => !isAlike(each.range, range))) return errors.value;
      return scope.reader.answer(name, range, criteria, () => aggregated(range, criteria, scope, finish));
    });
  });
}

function single(name: string, finish: Finish): FunctionDefinition {
  return eager(name, 2, 3, ([range, criterion, values], scope) => {
    const tested = rangeArgument(range);
    // The range to add up begins where it says and takes the size of the tested one.
    const added = values === undefined ? tested : resized(rangeArgument(values), tested);
    return eachCriteria([range, criterion], scope, criteria =>
      scope.reader.answer(name, added, criteria, () => aggregated(added, criteria, scope, finish)),
    );
  });
}

function resized(range: Reference, like: Reference): Reference {
  const { rowCount, columnCount } = like.area;
  return new Reference(range.sheet, { ...range.area, rowCount, columnCount });
}

function counted(pairs: readonly Value[], scope: Scope): Value {
  return eachCriteria(pairs, scope, criteria => {
    const first = criteria[0].range;
    if (criteria.some(each => !isAlike(each.range, first))) return errors.value;
    return scope.reader.answer('COUNTIFS', first, criteria, () => countOf(criteria, scope));
  });
}

function countOf(criteria: readonly RangeCriterion[], scope: Scope): number {
  const { rowCount, columnCount } = criteria[0].range.area;
  const limit = usedSize(criteria.map(each => each.range));
  const found = scope.reader.positions(criteria, limit).length;
  // Cells below everything used are empty; they count where empty cells meet every condition.
  const isEmptyMet = criteria.every(each => isMet(each.criterion, null, scope.state));
  return isEmptyMet ? found + rowCount * columnCount - limit : found;
}

function aggregated(
  values: Reference,
  criteria: readonly RangeCriterion[],
  scope: Scope,
  finish: Finish,
): CellValue {
  const { row, column, columnCount } = values.area;
  const limit = usedSize([values, ...criteria.map(each => each.range)]);
  const numbers: number[] = [];
  for (const position of scope.reader.positions(criteria, limit)) {
    const cell = values.sheet.grid.get(
      row + Math.floor(position / columnCount),
      column + (position % columnCount),
    );
    if (typeof cell === 'number') numbers.push(cell);
    else if (isError(cell)) return cell;
  }
  return finish(numbers);
}

function eachCriteria(
  pairs: readonly Value[],
  scope: Scope,
  answer: (criteria: readonly RangeCriterion[]) => CellValue,
): Value {
  if (pairs.length % 2 !== 0) return errors.value;
  const ranges = pairs.filter((_, index) => index % 2 === 0).map(rangeArgument);
  const wanted = pairs.filter((_, index) => index % 2 === 1).map(value => plainArgument(value, scope));
  return broadcast(wanted, cells =>
    answer(ranges.map((range, index) => ({ range, criterion: parseCriterion(cells[index], scope.state) }))),
  );
}

function rangeArgument(value: Value): Reference {
  if (value instanceof Reference) return value;
  return fail(isError(value) ? value : errors.value);
}

function isAlike(first: Reference, second: Reference): boolean {
  return first.area.rowCount === second.area.rowCount && first.area.columnCount === second.area.columnCount;
}

/** How many positions reach to the last used row of the ranges' sheets. */
function usedSize(ranges: readonly Reference[]): number {
  let rows = 0;
  for (const { sheet, area } of ranges) {
    const used = sheet.usedArea(true);
    const last = used ? used.row + used.rowCount : 0;
    rows = Math.max(rows, Math.min(area.rowCount, last - area.row));
  }
  return Math.max(rows, 0) * ranges[0].area.columnCount;
}
