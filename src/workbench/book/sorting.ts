/** The order of rows by what is in their cells, as Excel sorts. */

import { intersects } from './address';
import type { BookSheet } from './bookSheet';
import { isError } from './errorValue';
import { translateFormula } from './formula/rewrite';
import { BookError } from './refusals';
import type { Area, CellInput, CellValue, SortField, SortOptions } from './types';

/** What an area will hold once its rows are sorted; null where they are in that order already. */
export interface SortedCells {
  readonly rows: readonly (readonly CellInput[])[];
  /** Style numbers by row and column. */
  readonly styles: readonly (readonly number[])[];
}

/**
 * Put the rows of an area in order. Rows that are hidden keep their places; relative references of formulas move along, as when
 * they are copied.
 */
export function sortedCells(
  sheet: BookSheet,
  area: Area,
  fields: readonly SortField[],
  options: SortOptions,
): SortedCells | null {
  assertSortable(sheet, area, fields);
  const places = linesOf(area).filter(row => !sheet.hiddenRows.has(row));
  const order = orderOf(sheet, area, places, fields, options);
  if (order.every((row, index) => row === places[index])) return null;
  const sourceOf = new Map(places.map((place, index) => [place, order[index]]));
  const columns = Array.from({ length: area.columnCount }, (_, across) => area.column + across);
  const sources = linesOf(area).map(row => ({ row, from: sourceOf.get(row) ?? row }));
  return {
    rows: sources.map(({ row, from }) => columns.map(column => inputAt(sheet, from, column, row - from))),
    styles: sources.map(({ from }) => columns.map(column => sheet.grid.style(from, column))),
  };
}

const linesOf = ({ row, rowCount }: Area): number[] =>
  Array.from({ length: rowCount }, (_, down) => row + down);

function assertSortable(sheet: BookSheet, area: Area, fields: readonly SortField[]): void {
  const isOutside = fields.some(({ column }) => column < 0 || column >= area.columnCount);
  if (fields.length === 0 || isOutside) throw new BookError('columnMissing');
  if (sheet.merges.some(merge => intersects(merge, area))) {
    throw new BookError('mergedSort');
  }
  for (const { spill } of sheet.spilling) {
    if (spill && intersects(spill, area)) {
      throw new BookError('arraySort');
    }
  }
}

function orderOf(
  sheet: BookSheet,
  area: Area,
  places: readonly number[],
  fields: readonly SortField[],
  options: SortOptions,
): number[] {
  const collator = new Intl.Collator(options.locale, {
    sensitivity: options.matchCase ? 'variant' : 'accent',
    numeric: false,
  });
  const compare = (one: number, other: number): number => {
    for (const { column, isAscending, readsTextAsNumber } of fields) {
      const read = (row: number): CellValue => {
        const value = sheet.value(row, area.column + column);
        return readsTextAsNumber ? asNumber(value) : value;
      };
      const difference = compareValues(read(one), read(other), isAscending, collator);
      if (difference !== 0) return difference;
    }
    return one - other;
  };
  return [...places].sort(compare);
}

const asNumber = (value: CellValue): CellValue =>
  typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;

/** Numbers, then texts, then logical values, then errors; empty cells last whichever way it goes. */
function compareValues(
  one: CellValue,
  other: CellValue,
  isAscending: boolean,
  collator: Intl.Collator,
): number {
  const [first, second] = [rankOf(one), rankOf(other)];
  if (first === emptyRank || second === emptyRank) return first - second;
  const difference = first === second ? compareAlike(one, other, collator) : first - second;
  return isAscending ? difference : -difference;
}

const emptyRank = 4;

function rankOf(value: CellValue): number {
  if (value === null) return emptyRank;
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return isError(value) ? 3 : 2;
}

function compareAlike(one: CellValue, other: CellValue, collator: Intl.Collator): number {
  if (typeof one === 'string') return collator.compare(one, String(other));
  if (typeof one === 'object' || typeof other === 'object') return 0;
  return Number(one) - Number(other);
}

function inputAt(sheet: BookSheet, row: number, column: number, moved: number): CellInput {
  const formula = sheet.formula(row, column);
  if (formula !== null) return translateFormula(formula, moved, 0);
  const value = sheet.value(row, column);
  if (value === null) return '';
  return typeof value === 'string' ? `'${value}` : value;
}
