import {
  cellArea,
  columnName,
  isOnSheet,
  maxColumns,
  maxRows,
  parseAddress,
  quoteSheet,
} from '../../address';
import { roundedKey } from '../../calculation/rangeReader';
import { findName } from '../../definedNames';
import { errors, isError } from '../../errorValue';
import type { CellValue } from '../../types';
import { broadcast } from '../broadcast';
import { toNumber } from '../coercion';
import { compareValues } from '../comparison';
import { wildcardPattern } from '../criteria';
import { parseFormula } from '../parse';
import type { Scope } from '../scope';
import { fail, Matrix, Reference, type Value } from '../value';
import {
  eager,
  type FunctionDefinition,
  lazy,
  lifted,
  logicalArgument,
  matrixArgument,
  numberArgument,
  plainArgument,
  singleArgument,
} from './definition';

/** Finding values and places: MATCH and XLOOKUP, INDEX, OFFSET, ROW. */
export const lookupFunctions: readonly FunctionDefinition[] = [
  eager('MATCH', 2, 3, ([wanted, range, type], scope) => {
    const mode = numberArgument(type, scope, 1);
    const find = (value: CellValue): number => {
      if (mode === 0) return findExact(value, range, scope, true, false);
      return findSorted(value, matrixArgument(range, scope).values, mode > 0 ? 1 : -1);
    };
    return eachFound(wanted, scope, find, position => position + 1);
  }),
  eager('XMATCH', 2, 4, ([wanted, range, mode, search], scope) =>
    eachFound(wanted, scope, finder(range, mode, search, scope), position => position + 1),
  ),
  eager('XLOOKUP', 3, 6, ([wanted, range, results, otherwise, mode, search], scope) => {
    const find = finder(range, mode, search, scope);
    const subject = plainArgument(wanted, scope);
    const lines = sizeOf(range, scope);
    const returned = sizeOf(results, scope);
    const isVertical = lines.columnCount === 1;
    if (isVertical ? lines.rowCount !== returned.rowCount : lines.columnCount !== returned.columnCount) {
      return errors.value;
    }
    if (!(subject instanceof Matrix)) {
      if (isError(subject)) return subject;
      const position = find(subject ?? null);
      if (position < 0) return otherwise === undefined ? errors.notAvailable : otherwise;
      return isVertical ? part(results, position, -1, scope) : part(results, -1, position, scope);
    }
    const missing = otherwise === undefined ? errors.notAvailable : plainArgument(otherwise, scope);
    const table = matrixArgument(results, scope);
    return broadcast([subject, missing], ([cell, instead]) => {
      const position = find(cell ?? null);
      if (position < 0) return instead ?? null;
      return isVertical ? table.get(position, 0) : table.get(0, position);
    });
  }),
  eager('VLOOKUP', 3, 4, ([wanted, table, which, approximate], scope) =>
    tableLookup(wanted, table, which, logicalArgument(approximate, scope, true), 'column', scope),
  ),
  eager('HLOOKUP', 3, 4, ([wanted, table, which, approximate], scope) =>
    tableLookup(wanted, table, which, logicalArgument(approximate, scope, true), 'row', scope),
  ),
  eager('LOOKUP', 2, 3, ([wanted, range, results], scope) => {
    const values = matrixArgument(range, scope);
    const found = results === undefined ? values : matrixArgument(results, scope);
    return broadcast([plainArgument(wanted, scope)], ([cell]) => {
      const position = findSorted(cell ?? null, values.values, 1);
      return position < 0 ? errors.notAvailable : (found.values[position] ?? errors.notAvailable);
    });
  }),
  eager('INDEX', 2, 4, ([source, row, column], scope) => {
    const { rowCount, columnCount } = sizeOf(source, scope);
    const rows = plainArgument(row, scope);
    const columns = plainArgument(column, scope);
    if (rows instanceof Matrix || columns instanceof Matrix) {
      const matrix = matrixArgument(source, scope);
      return broadcast([rows, columns], ([first, second]) => {
        const [down, across] = indexPlaces(rowCount, columnCount, first, second, scope);
        const isInside = down >= 0 && across >= 0 && down < rowCount && across < columnCount;
        return isInside ? matrix.get(down, across) : errors.reference;
      });
    }
    const [down, across] = indexPlaces(rowCount, columnCount, rows, columns, scope);
    if (down >= rowCount || across >= columnCount || down < -1 || across < -1) return errors.reference;
    return part(source, down, across, scope);
  }),
  lazy('ROW', 0, 1, ([node], scope) => placeOf(node ? scope.evaluate(node, scope) : undefined, scope, 'row')),
  lazy('COLUMN', 0, 1, ([node], scope) =>
    placeOf(node ? scope.evaluate(node, scope) : undefined, scope, 'column'),
  ),
  eager('ROWS', 1, 1, ([value], scope) => sizeOf(value, scope).rowCount),
  eager('COLUMNS', 1, 1, ([value], scope) => sizeOf(value, scope).columnCount),
  eager('AREAS', 1, 1, () => 1),
  eager('OFFSET', 3, 5, ([base, down, across, height, width], scope) => {
    if (!(base instanceof Reference)) return isError(base) ? base : errors.value;
    const rowCount = Math.trunc(numberArgument(height, scope, base.area.rowCount));
    const columnCount = Math.trunc(numberArgument(width, scope, base.area.columnCount));
    const row = base.area.row + Math.trunc(numberArgument(down, scope));
    const column = base.area.column + Math.trunc(numberArgument(across, scope));
    const area = {
      row: rowCount < 0 ? row + rowCount + 1 : row,
      column: columnCount < 0 ? column + columnCount + 1 : column,
      rowCount: Math.abs(rowCount),
      columnCount: Math.abs(columnCount),
    };
    if (!isOnSheet(area)) return errors.reference;
    return found(new Reference(base.sheet, area), scope);
  }),
  eager('INDIRECT', 1, 2, ([text, style], scope) => {
    if (!logicalArgument(style, scope, true)) return errors.reference;
    const address = String(singleArgument(text, scope) ?? '');
    const parsed = parseAddress(address);
    if (!parsed) return indirectName(address, scope);
    const sheet = parsed.sheet === null ? scope.sheet : scope.state.sheetByName(parsed.sheet);
    if (!sheet || parsed.areas.length !== 1) return errors.reference;
    return found(new Reference(sheet, parsed.areas[0]), scope);
  }),
  lifted('ADDRESS', 2, 5, cells => {
    const [row, column] = [cells.whole(0), cells.whole(1)];
    if (row < 1 || column < 1 || row > maxRows || column > maxColumns) return errors.value;
    const kind = cells.whole(2, 1);
    const letters = `${kind === 1 || kind === 3 ? '$' : ''}${columnName(column - 1)}`;
    const address = `${letters}${kind <= 2 ? '$' : ''}${row}`;
    return cells.has(4) ? `${quoteSheet(cells.text(4))}!${address}` : address;
  }),
  lazy('SHEET', 0, 1, ([node], scope) => {
    const value = node ? scope.evaluate(node, scope) : undefined;
    const named = typeof value === 'string' ? scope.state.sheetByName(value) : null;
    const sheet = value instanceof Reference ? value.sheet : (named ?? scope.sheet);
    return scope.state.sheets.indexOf(sheet) + 1;
  }),
  eager('SHEETS', 0, 0, (_, scope) => scope.state.sheets.length),
  lazy('FORMULATEXT', 1, 1, ([node], scope) => {
    const value = scope.evaluate(node, scope);
    if (!(value instanceof Reference)) return errors.notAvailable;
    return value.sheet.formula(value.area.row, value.area.column) ?? errors.notAvailable;
  }),
  lazy('ISFORMULA', 1, 1, ([node], scope) => {
    const value = scope.evaluate(node, scope);
    if (!(value instanceof Reference)) return errors.value;
    return value.sheet.formula(value.area.row, value.area.column) !== null;
  }),
  lazy('ISREF', 1, 1, ([node], scope) => scope.evaluate(node, scope) instanceof Reference),
  eager('HYPERLINK', 1, 2, ([address, shown], scope) => singleArgument(shown ?? address, scope) ?? 0),
];

type Finder = (value: CellValue) => number;

function finder(range: Value, mode: Value, search: Value, scope: Scope): Finder {
  const how = numberArgument(mode, scope);
  const direction = numberArgument(search, scope, 1);
  if (how === 0 || how === 2) return value => findExact(value, range, scope, how === 2, direction === -1);
  const values = matrixArgument(range, scope).values;
  return value => findNearest(value, values, how < 0 ? -1 : 1);
}

function eachFound(
  wanted: Value,
  scope: Scope,
  find: Finder,
  answer: (position: number) => CellValue,
): CellValue | Matrix {
  return broadcast([plainArgument(wanted, scope)], ([cell]) => {
    if (isError(cell)) return cell;
    const position = find(cell ?? null);
    return position < 0 ? errors.notAvailable : answer(position);
  });
}

/** The position of an equal value, -1 when there is none. Ranges are asked by their index. */
function findExact(
  value: CellValue,
  range: Value,
  scope: Scope,
  allowsPattern: boolean,
  fromEnd: boolean,
): number {
  const wanted = value ?? 0;
  const pattern = allowsPattern && typeof wanted === 'string' ? wildcardPattern(wanted) : null;
  if (range instanceof Reference && !pattern) {
    const index = scope.reader.index(range);
    const positions = indexed(index, wanted);
    return positions?.at(fromEnd ? -1 : 0) ?? -1;
  }
  const values = matrixArgument(range, scope).values;
  const isFound = (cell: CellValue): boolean =>
    pattern
      ? typeof cell === 'string' && pattern.test(cell)
      : cell !== null && typeof cell === typeof wanted && compareValues(cell, wanted) === 0;
  return fromEnd ? values.findLastIndex(isFound) : values.findIndex(isFound);
}

function indexed(
  index: ReturnType<Scope['reader']['index']>,
  wanted: CellValue,
): readonly number[] | undefined {
  if (typeof wanted === 'number') return index.numbers.get(roundedKey(wanted));
  if (typeof wanted === 'string') return index.texts.get(wanted.toLowerCase());
  return typeof wanted === 'boolean' ? index.logicals.get(wanted) : undefined;
}

/** Binary search as in MATCH: the last value that is not beyond the wanted one; values of other kinds are skipped. */
function findSorted(wanted: CellValue, values: readonly CellValue[], direction: 1 | -1): number {
  if (isError(wanted)) return -1;
  const subject = wanted ?? 0;
  if (direction < 0) {
    const beyond = values.findIndex(cell => isComparable(cell, subject) && compareValues(cell, subject) < 0);
    const end = beyond < 0 ? values.length : beyond;
    return values.slice(0, end).findLastIndex(cell => isComparable(cell, subject));
  }
  let low = 0;
  let high = values.length - 1;
  let best = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    let probe = middle;
    while (probe <= high && !isComparable(values[probe]!, subject)) probe++;
    if (probe > high) {
      high = middle - 1;
    } else if (compareValues(values[probe]!, subject) <= 0) {
      best = probe;
      low = probe + 1;
    } else {
      high = middle - 1;
    }
  }
  return best;
}

/** The exact value, or the next smaller (-1) or larger (1) one, of values in any order. */
function findNearest(wanted: CellValue, values: readonly CellValue[], direction: 1 | -1): number {
  const subject = wanted ?? 0;
  let best = -1;
  for (let position = 0; position < values.length; position++) {
    const cell = values[position]!;
    if (!isComparable(cell, subject)) continue;
    const order = compareValues(cell, subject) * direction;
    if (order === 0) return position;
    if (order > 0 && (best < 0 || compareValues(cell, values[best]!) * direction < 0)) best = position;
  }
  return best;
}

function isComparable(cell: CellValue, wanted: CellValue): boolean {
  return cell !== null && typeof cell === typeof wanted && !isError(cell);
}

function tableLookup(
  wanted: Value,
  table: Value,
  which: Value,
  isApproximate: boolean,
  along: 'row' | 'column',
  scope: Scope,
): Value {
  const { rowCount, columnCount } = sizeOf(table, scope);
  const first = along === 'column' ? part(table, -1, 0, scope) : part(table, 0, -1, scope);
  const keys = columnCount === 1 && rowCount === 1 ? table : first;
  return broadcast([plainArgument(wanted, scope), plainArgument(which, scope)], ([cell, line]) => {
    if (isError(cell)) return cell;
    const index = Math.trunc(toNumber(line, scope.state));
    if (index < 1) return errors.value;
    if (index > (along === 'column' ? columnCount : rowCount)) return errors.reference;
    const position = isApproximate
      ? findSorted(cell ?? null, matrixArgument(keys, scope).values, 1)
      : findExact(cell ?? null, keys, scope, true, false);
    if (position < 0) return errors.notAvailable;
    const [row, column] = along === 'column' ? [position, index - 1] : [index - 1, position];
    return cellOf(table, row, column, scope);
  });
}

function cellOf(value: Value, row: number, column: number, scope: Scope): CellValue {
  if (value instanceof Reference) return value.sheet.value(value.area.row + row, value.area.column + column);
  return matrixArgument(value, scope).get(row, column);
}

/** A row (column -1), a column (row -1), one cell or all of a range or array; of a range a reference. */
function part(source: Value, row: number, column: number, scope: Scope): Value {
  if (source instanceof Reference) {
    const { area, sheet } = source;
    return new Reference(sheet, {
      row: row < 0 ? area.row : area.row + row,
      column: column < 0 ? area.column : area.column + column,
      rowCount: row < 0 ? area.rowCount : 1,
      columnCount: column < 0 ? area.columnCount : 1,
    });
  }
  const matrix = matrixArgument(source, scope);
  return Matrix.make(row < 0 ? matrix.rowCount : 1, column < 0 ? matrix.columnCount : 1, (down, across) =>
    matrix.get(row < 0 ? down : row, column < 0 ? across : column),
  );
}

/** Zero-based places of INDEX, -1 for all; with one number only, it counts along the one row or column. */
function indexPlaces(
  rowCount: number,
  columnCount: number,
  row: CellValue | undefined,
  column: CellValue | undefined,
  scope: Scope,
): [number, number] {
  const first = Math.trunc(toNumber(row, scope.state));
  if (column === undefined && rowCount === 1 && columnCount > 1) return [0, first - 1];
  if (column === undefined && columnCount === 1) return [first - 1, 0];
  return [first - 1, Math.trunc(toNumber(column, scope.state)) - 1];
}

function sizeOf(value: Value, scope: Scope): { readonly rowCount: number; readonly columnCount: number } {
  return value instanceof Reference ? value.area : matrixArgument(value, scope);
}

function placeOf(value: Value, scope: Scope, axis: 'row' | 'column'): Value {
  if (isError(value)) return value;
  const area =
    value instanceof Reference ? value.area : value === undefined ? cellArea(scope.row, scope.column) : null;
  if (!area) return errors.value;
  if (axis === 'row') {
    return area.rowCount === 1 ? area.row + 1 : Matrix.make(area.rowCount, 1, row => area.row + row + 1);
  }
  return area.columnCount === 1
    ? area.column + 1
    : Matrix.make(1, area.columnCount, (_, column) => area.column + column + 1);
}

function found(reference: Reference, scope: Scope): Reference {
  scope.foundReference(reference);
  return reference;
}

function indirectName(text: string, scope: Scope): Value {
  const isName = findName(scope.state, text, scope.sheet.id) !== null || text.includes('[');
  if (!isName) return errors.reference;
  const value = scope.evaluate(parseFormula(`=${text}`), scope);
  return value instanceof Reference ? found(value, scope) : fail(errors.reference);
}
