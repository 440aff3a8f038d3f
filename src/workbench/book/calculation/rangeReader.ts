import type { BookState } from '../bookState';
import { errors } from '../errorValue';
import { numberFromText } from '../formula/coercion';
import { type Criterion, isMet } from '../formula/criteria';
import { fail, Matrix, type Reference } from '../formula/value';
import type { CellValue } from '../types';

/** More cells than this are not read at once: a formula over whole rows and columns must not hang the page. */
const mostCells = 20_000_000;
const mostKept = 4_000_000;
const mostAnswers = 50_000;

interface Kept<T> {
  readonly stamp: number;
  readonly value: T;
}

/** Where each value stands in a range, by position row after row; empty cells are not in it. */
export interface LookupIndex {
  readonly numbers: ReadonlyMap<number, readonly number[]>;
  /** By lower-case text. */
  readonly texts: ReadonlyMap<string, readonly number[]>;
  readonly logicals: ReadonlyMap<boolean, readonly number[]>;
  /** Texts that Excel's conditions take as numbers. */
  readonly numericTexts: ReadonlyMap<number, readonly number[]>;
}

/** One condition over one range, as SUMIFS takes them in pairs. */
export interface RangeCriterion {
  readonly range: Reference;
  readonly criterion: Criterion;
}

/**
 * Reads ranges for formulas, and keeps what it made of them as long as their columns do not change: hundreds of formulas
 * over the same twelve thousand rows read and index them once.
 */
export class RangeReader {
  readonly #matrices = new Map<string, Kept<Matrix>>();
  readonly #indexes = new Map<string, Kept<LookupIndex>>();
  readonly #positions = new Map<string, readonly number[]>();
  readonly #answers = new Map<string, CellValue>();
  #keptCells = 0;

  constructor(private readonly state: BookState) {}

  /** The values of a range; the same object while they do not change. */
  matrix(reference: Reference): Matrix {
    const { area, sheet } = reference;
    const size = area.rowCount * area.columnCount;
    if (size > mostCells) return fail(errors.number);
    const key = keyOf(reference);
    const stamp = sheet.grid.stamp(area);
    const kept = this.#matrices.get(key);
    if (kept?.stamp === stamp) return kept.value;
    const rowCount = Math.min(area.rowCount, usedRowsOf(reference) + 1);
    const values = new Array<CellValue>(rowCount * area.columnCount).fill(null);
    sheet.grid.forEachFilled(area, (value, row, column) => {
      values[(row - area.row) * area.columnCount + column - area.column] = value;
    });
    const matrix = new Matrix(area.rowCount, area.columnCount, values);
    this.#keptCells += kept ? 0 : values.length;
    if (this.#keptCells > mostKept) this.#forget();
    this.#matrices.set(key, { stamp, value: matrix });
    return matrix;
  }

  /** Where each value of a range stands. */
  index(reference: Reference): LookupIndex {
    const key = keyOf(reference);
    const stamp = reference.sheet.grid.stamp(reference.area);
    const kept = this.#indexes.get(key);
    if (kept?.stamp === stamp) return kept.value;
    const index = this.#makeIndex(reference);
    if (this.#indexes.size > 300) this.#indexes.clear();
    this.#indexes.set(key, { stamp, value: index });
    return index;
  }

  /**
   * What a conditional sum came to, computed once while no column it reads changes: highlights ask for the same sum of a
   * customer in every row of the customer. `name` tells sums of the same ranges apart (`SUMIFS`, `MAXIFS`).
   */
  answer(
    name: string,
    values: Reference,
    criteria: readonly RangeCriterion[],
    compute: () => CellValue,
  ): CellValue {
    const key = `${name}\n${this.#stampedKey(values)}\n${this.#criteriaKey(criteria)}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = compute();
    if (this.#answers.size >= mostAnswers) this.#answers.clear();
    this.#answers.set(key, answer);
    return answer;
  }

  /** Forget everything: the locale decides which texts are numbers. */
  forgetAll(): void {
    this.#forget();
    this.#indexes.clear();
    this.#positions.clear();
    this.#answers.clear();
  }

  /**
   * The positions, row after row, that meet every condition. An equality narrows by index, so that asking for each of
   * many customers does not go through all rows each time; other conditions are remembered as a whole.
   */
  positions(criteria: readonly RangeCriterion[], limit: number): readonly number[] {
    const candidates = this.#narrowest(criteria);
    if (candidates) return this.#filtered(criteria, candidates);
    const key = this.#criteriaKey(criteria);
    const known = this.#positions.get(`${limit}\n${key}`);
    if (known) return known;
    const all = this.#filtered(
      criteria,
      Array.from({ length: limit }, (_, position) => position),
    );
    if (this.#positions.size > 300) this.#positions.clear();
    this.#positions.set(`${limit}\n${key}`, all);
    return all;
  }

  #criteriaKey(criteria: readonly RangeCriterion[]): string {
    return criteria.map(each => `${this.#stampedKey(each.range)}${describe(each.criterion)}`).join('\n');
  }

  #stampedKey(reference: Reference): string {
    return `${keyOf(reference)}@${reference.sheet.grid.stamp(reference.area)}`;
  }

  #narrowest(criteria: readonly RangeCriterion[]): readonly number[] | null {
    let narrowest: readonly number[] | null = null;
    for (const { range, criterion } of criteria) {
      if (criterion.operator !== '=' || criterion.operand === null) continue;
      if (criterion.pattern || criterion.errorCode !== null) continue;
      const positions = this.#equalPositions(this.index(range), criterion.operand);
      if (!narrowest || positions.length < narrowest.length) narrowest = positions;
    }
    return narrowest;
  }

  #equalPositions(index: LookupIndex, operand: number | string | boolean): readonly number[] {
    if (typeof operand === 'string') return index.texts.get(operand.toLowerCase()) ?? [];
    if (typeof operand === 'boolean') return index.logicals.get(operand) ?? [];
    const numbers = index.numbers.get(roundedKey(operand)) ?? [];
    const texts = index.numericTexts.get(roundedKey(operand));
    return texts ? [...numbers, ...texts].sort((first, second) => first - second) : numbers;
  }

  #filtered(criteria: readonly RangeCriterion[], candidates: readonly number[]): number[] {
    return candidates.filter(position =>
      criteria.every(({ range, criterion }) => {
        const { row, column, columnCount } = range.area;
        const cell = range.sheet.grid.get(
          row + Math.floor(position / columnCount),
          column + (position % columnCount),
        );
        return isMet(criterion, cell, this.state);
      }),
    );
  }

  #makeIndex(reference: Reference): LookupIndex {
    const { area, sheet } = reference;
    const numbers = new Map<number, number[]>();
    const texts = new Map<string, number[]>();
    const logicals = new Map<boolean, number[]>();
    const numericTexts = new Map<number, number[]>();
    sheet.grid.forEachFilled(area, (value, row, column) => {
      const position = (row - area.row) * area.columnCount + column - area.column;
      if (typeof value === 'number') put(numbers, roundedKey(value), position);
      else if (typeof value === 'boolean') put(logicals, value, position);
      else if (typeof value === 'string') {
        put(texts, value.toLowerCase(), position);
      }
    });
    for (const [text, positions] of texts) {
      const number = text === '' ? null : numberFromText(text, this.state);
      if (number === null) continue;
      const key = roundedKey(number);
      numericTexts.set(key, [...(numericTexts.get(key) ?? []), ...positions]);
    }
    if (area.columnCount > 1) for (const map of [numbers, texts, logicals, numericTexts]) sortAll(map);
    return { numbers, texts, logicals, numericTexts };
  }

  #forget(): void {
    this.#matrices.clear();
    this.#keptCells = 0;
  }
}

/** How many rows of a range there are down to the last row that anything on its sheet stands in. */
export function usedRowsOf({ sheet, area }: Reference): number {
  const used = sheet.usedArea(true);
  const end = used ? used.row + used.rowCount : 0;
  return Math.max(0, Math.min(area.rowCount, end - area.row));
}

/** Numbers that Excel takes as equal share a key. */
export function roundedKey(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

function put<K>(map: Map<K, number[]>, key: K, position: number): void {
  const positions = map.get(key);
  if (positions) positions.push(position);
  else map.set(key, [position]);
}

/** Cells are visited column by column, positions count row by row. */
function sortAll(map: ReadonlyMap<unknown, number[]>): void {
  for (const positions of map.values()) positions.sort((first, second) => first - second);
}

function keyOf({ sheet, area }: Reference): string {
  return `${sheet.id}!${area.row},${area.column},${area.rowCount},${area.columnCount}`;
}

function describe({ operator, operand, errorCode, countsEmptyText }: Criterion): string {
  return `${operator}${typeof operand}${operand}${errorCode}${countsEmptyText}`;
}
