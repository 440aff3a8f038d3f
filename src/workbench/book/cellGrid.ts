import { maxColumns } from './address';
import { isError } from './errorValue';
import type { Area, CellValue, ErrorValue } from './types';

const chunkBits = 9;
const chunkRows = 1 << chunkBits;
const chunkMask = chunkRows - 1;

const empty = 0;
const number = 1;
const text = 2;
const boolean = 3;
const error = 4;
const kindMask = 7;
const spilledFlag = 8;

/** Counts every change of a cell, so that what was derived from a column knows whether it is still good. */
export class Clock {
  now = 1;
}

/** 512 cells of a column: a byte of kind each, and numbers, texts and styles only where there are any. */
interface Chunk {
  readonly kinds: Uint8Array;
  numbers: Float64Array | null;
  others: (string | ErrorValue | undefined)[] | null;
  styles: Uint32Array | null;
  filled: number;
  styled: number;
}

/** A stretch of neighbouring rows or columns. */
export interface Band {
  readonly first: number;
  readonly count: number;
}

interface Column {
  readonly chunks: (Chunk | undefined)[];
  /** The clock when a value of the column last changed. */
  stamp: number;
}

/**
 * The cells of a worksheet: values and style numbers in columns of chunks, so that a million rows cost some ten bytes a
 * cell and no object. Style 0 means no style of its own.
 */
export class CellGrid {
  readonly #columns: (Column | undefined)[] = [];
  #used: { readonly stamp: number; readonly area: Area | null } = { stamp: 0, area: null };

  constructor(readonly clock: Clock) {}

  get(row: number, column: number): CellValue {
    const chunk = this.#columns[column]?.chunks[row >> chunkBits];
    return chunk ? readCell(chunk, row & chunkMask) : null;
  }

  /** Store a value; null empties the cell. `isSpilled` marks a cell that a formula elsewhere fills. */
  put(row: number, column: number, value: CellValue, isSpilled = false): void {
    if (value === null && !this.isFilled(row, column)) return;
    const chunk = this.#chunkFor(row, column);
    const index = row & chunkMask;
    const wasFilled = (chunk.kinds[index] & kindMask) !== empty;
    writeCell(chunk, index, value);
    if (isSpilled && value !== null) chunk.kinds[index] |= spilledFlag;
    if (wasFilled !== (value !== null)) chunk.filled += wasFilled ? -1 : 1;
    this.#columns[column]!.stamp = ++this.clock.now;
  }

  isFilled(row: number, column: number): boolean {
    const chunk = this.#columns[column]?.chunks[row >> chunkBits];
    return chunk !== undefined && (chunk.kinds[row & chunkMask] & kindMask) !== empty;
  }

  /** Whether anything stands in an area. */
  hasFilled(area: Area): boolean {
    let isFound = false;
    this.forEachFilled(area, () => {
      isFound = true;
    });
    return isFound;
  }

  isSpilled(row: number, column: number): boolean {
    const chunk = this.#columns[column]?.chunks[row >> chunkBits];
    return chunk !== undefined && (chunk.kinds[row & chunkMask] & spilledFlag) !== 0;
  }

  style(row: number, column: number): number {
    return this.#columns[column]?.chunks[row >> chunkBits]?.styles?.[row & chunkMask] ?? 0;
  }

  putStyle(row: number, column: number, style: number): void {
    if (style === 0 && this.style(row, column) === 0) return;
    const chunk = this.#chunkFor(row, column);
    chunk.styles ??= new Uint32Array(chunkRows);
    const index = row & chunkMask;
    chunk.styled += Number(style !== 0) - Number(chunk.styles[index] !== 0);
    chunk.styles[index] = style;
  }

  /** The clock when a value in the area's columns last changed. */
  stamp(area: Area): number {
    let latest = 0;
    const end = Math.min(area.column + area.columnCount, this.#columns.length);
    for (let column = area.column; column < end; column++) {
      latest = Math.max(latest, this.#columns[column]?.stamp ?? 0);
    }
    return latest;
  }

  /** Visit the filled cells of an area, column by column. */
  forEachFilled(area: Area, visit: (value: CellValue, row: number, column: number) => void): void {
    const endColumn = Math.min(area.column + area.columnCount, this.#columns.length);
    for (let column = area.column; column < endColumn; column++) {
      this.#forEachRow(column, area, visit);
    }
  }

  #forEachRow(
    column: number,
    area: Area,
    visit: (value: CellValue, row: number, column: number) => void,
  ): void {
    const chunks = this.#columns[column]?.chunks;
    if (!chunks) return;
    const end = area.row + area.rowCount;
    const lastChunk = Math.min((end - 1) >> chunkBits, chunks.length - 1);
    for (let index = area.row >> chunkBits; index <= lastChunk; index++) {
      const chunk = chunks[index];
      if (!chunk || chunk.filled === 0) continue;
      const base = index << chunkBits;
      const last = Math.min(end, base + chunkRows);
      for (let row = Math.max(area.row, base); row < last; row++) {
        if ((chunk.kinds[row - base] & kindMask) !== empty) visit(readCell(chunk, row - base), row, column);
      }
    }
  }

  /** Visit the cells of an area that have a style of their own. */
  forEachStyled(area: Area, visit: (style: number, row: number, column: number) => void): void {
    const endColumn = Math.min(area.column + area.columnCount, this.#columns.length);
    const end = area.row + area.rowCount;
    for (let column = area.column; column < endColumn; column++) {
      this.#columns[column]?.chunks.forEach((chunk, index) => {
        const base = index << chunkBits;
        if (!chunk?.styles || chunk.styled === 0 || base >= end || base + chunkRows <= area.row) return;
        for (let row = Math.max(area.row, base); row < Math.min(end, base + chunkRows); row++) {
          const style = chunk.styles[row - base];
          if (style !== 0) visit(style, row, column);
        }
      });
    }
  }

  /** The smallest area with values (and styles, unless `valuesOnly`), or null. */
  usedArea(valuesOnly: boolean): Area | null {
    if (!valuesOnly) return this.#measureUsedArea(false);
    if (this.#used.stamp !== this.clock.now) {
      this.#used = { stamp: this.clock.now, area: this.#measureUsedArea(true) };
    }
    return this.#used.area;
  }

  #measureUsedArea(valuesOnly: boolean): Area | null {
    let top = Infinity;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    this.#columns.forEach((column, index) => {
      const bounds = column ? usedRows(column, valuesOnly) : null;
      if (!bounds) return;
      top = Math.min(top, bounds.first);
      bottom = Math.max(bottom, bounds.last);
      left = Math.min(left, index);
      right = index;
    });
    if (right < 0) return null;
    return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
  }

  /**
   * Move everything from `row` on by `count` rows; a negative count removes `-count` rows at `row`.
   *
   * @param band the columns that are meant; all of them when absent
   */
  shiftRows(row: number, count: number, band?: Band): void {
    this.#columns.forEach((column, index) => {
      if (band && (index < band.first || index >= band.first + band.count)) return;
      if (column) this.#columns[index] = shiftColumn(column, row, count, ++this.clock.now);
    });
  }

  /** Move everything from `column` on by `count` columns; a negative count removes `-count` columns at `column`. */
  shiftColumns(column: number, count: number): void {
    if (column < this.#columns.length) {
      if (count > 0) this.#columns.splice(column, 0, ...new Array<undefined>(count).fill(undefined));
      else this.#columns.splice(column, -count);
    }
    for (const each of this.#columns) if (each) each.stamp = ++this.clock.now;
    this.clock.now++;
  }

  /** Move the cells of some rows from `column` on by `count` columns; a negative count removes `-count` cells of each row. */
  shiftCellsOfRows(column: number, count: number, { first, count: rowCount }: Band): void {
    const moved = { row: first, column, rowCount, columnCount: maxColumns - column };
    const cells: { row: number; column: number; value: CellValue; style: number }[] = [];
    const note = (row: number, at: number): void => {
      cells.push({ row, column: at, value: this.get(row, at), style: this.style(row, at) });
    };
    this.forEachStyled(moved, (_, row, at) => note(row, at));
    this.forEachFilled(moved, (_, row, at) => {
      if (this.style(row, at) === 0) note(row, at);
    });
    for (const { row, column: at } of cells) {
      this.put(row, at, null);
      this.putStyle(row, at, 0);
    }
    for (const { row, column: at, value, style } of cells) {
      if (count < 0 && at < column - count) continue;
      this.put(row, at + count, value);
      this.putStyle(row, at + count, style);
    }
  }

  #chunkFor(row: number, column: number): Chunk {
    while (this.#columns.length <= column) this.#columns.push(undefined);
    this.#columns[column] ??= { chunks: [], stamp: this.clock.now };
    return chunkAt(this.#columns[column].chunks, row >> chunkBits);
  }
}

function chunkAt(chunks: (Chunk | undefined)[], index: number): Chunk {
  while (chunks.length <= index) chunks.push(undefined);
  chunks[index] ??= {
    kinds: new Uint8Array(chunkRows),
    numbers: null,
    others: null,
    styles: null,
    filled: 0,
    styled: 0,
  };
  return chunks[index];
}

function readCell(chunk: Chunk, index: number): CellValue {
  switch (chunk.kinds[index] & kindMask) {
    case number:
      return chunk.numbers![index];
    case text:
    case error:
      return chunk.others![index]!;
    case boolean:
      return chunk.numbers![index] === 1;
    default:
      return null;
  }
}

function writeCell(chunk: Chunk, index: number, value: CellValue): void {
  if (chunk.others) chunk.others[index] = undefined;
  if (value === null) {
    chunk.kinds[index] = empty;
  } else if (typeof value === 'number' || typeof value === 'boolean') {
    chunk.numbers ??= new Float64Array(chunkRows);
    chunk.numbers[index] = value === true ? 1 : value === false ? 0 : value;
    chunk.kinds[index] = typeof value === 'number' ? number : boolean;
  } else {
    chunk.others ??= new Array<string | ErrorValue | undefined>(chunkRows).fill(undefined);
    chunk.others[index] = value;
    chunk.kinds[index] = isError(value) ? error : text;
  }
}

function usedRows(column: Column, valuesOnly: boolean): { first: number; last: number } | null {
  const isUsed = (chunk: Chunk, index: number): boolean =>
    (chunk.kinds[index] & kindMask) !== empty || (!valuesOnly && (chunk.styles?.[index] ?? 0) !== 0);
  const hasUse = (chunk: Chunk | undefined): chunk is Chunk =>
    chunk !== undefined && (chunk.filled > 0 || (!valuesOnly && chunk.styled > 0));
  const firstChunk = column.chunks.findIndex(hasUse);
  if (firstChunk < 0) return null;
  const lastChunk = column.chunks.findLastIndex(hasUse);
  let first = 0;
  while (!isUsed(column.chunks[firstChunk]!, first)) first++;
  let last = chunkRows - 1;
  while (!isUsed(column.chunks[lastChunk]!, last)) last--;
  return { first: (firstChunk << chunkBits) + first, last: (lastChunk << chunkBits) + last };
}

function shiftColumn(column: Column, row: number, count: number, stamp: number): Column {
  const chunks: (Chunk | undefined)[] = column.chunks.slice(0, row >> chunkBits);
  for (let index = row >> chunkBits; index < column.chunks.length; index++) {
    const chunk = column.chunks[index];
    if (!chunk || (chunk.filled === 0 && chunk.styled === 0)) continue;
    for (let offset = 0; offset < chunkRows; offset++) {
      const from = (index << chunkBits) + offset;
      if (count < 0 && from >= row && from < row - count) continue;
      copyCell(chunk, offset, chunks, from < row ? from : from + count);
    }
  }
  return { chunks, stamp };
}

function copyCell(from: Chunk, offset: number, chunks: (Chunk | undefined)[], row: number): void {
  const value = readCell(from, offset);
  const style = from.styles?.[offset] ?? 0;
  if (value === null && style === 0) return;
  const chunk = chunkAt(chunks, row >> chunkBits);
  const index = row & chunkMask;
  if (value !== null) {
    writeCell(chunk, index, value);
    chunk.kinds[index] = from.kinds[offset];
    chunk.filled++;
  }
  if (style !== 0) {
    chunk.styles ??= new Uint32Array(chunkRows);
    chunk.styles[index] = style;
    chunk.styled++;
  }
}
