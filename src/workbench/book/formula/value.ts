import type { BookSheet } from '../bookSheet';
import { errors } from '../errorValue';
import type { Area, CellValue, ErrorValue } from '../types';
import type { Node } from './syntax';

/** No formula makes more values than this: a slip of the finger must not take the memory of the page. */
const mostValues = 20_000_000;

/**
 * Rows and columns of values. Rows at the end that are all alike are kept once: a whole column of twelve thousand entries is
 * a million rows, and a formula over it must not take as long as a million entries.
 */
export class Matrix {
  #rows: readonly (readonly CellValue[])[] | null = null;
  #values: readonly CellValue[] | null = null;
  #isBusy: boolean | null = null;
  readonly #stored: readonly CellValue[];
  readonly #tail: readonly CellValue[] | null;
  /** Rows from this one on repeat the last one that is kept; the number of rows where none do. */
  readonly tailStart: number;

  /** @param stored row after row; fewer rows than `rowCount` when the last of them is repeated to the end */
  constructor(
    readonly rowCount: number,
    readonly columnCount: number,
    stored: readonly CellValue[],
  ) {
    const isWhole = stored.length === rowCount * columnCount;
    this.#stored = stored;
    this.tailStart = isWhole ? rowCount : stored.length / columnCount - 1;
    this.#tail = isWhole ? null : stored.slice(-columnCount);
  }

  static fromRows(rows: readonly (readonly CellValue[])[]): Matrix {
    const columnCount = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
    const values: CellValue[] = [];
    for (const row of rows) {
      for (let column = 0; column < columnCount; column++) {
        values.push(column < row.length ? (row[column] ?? null) : { error: '#N/A' });
      }
    }
    return new Matrix(rows.length, columnCount, values);
  }

  /** @param tailStart the row from which on all are alike: the first of them is made, and stands for the others */
  static make(
    rowCount: number,
    columnCount: number,
    value: (row: number, column: number) => CellValue,
    tailStart: number = rowCount,
  ): Matrix {
    const isPossible =
      Number.isInteger(rowCount) && Number.isInteger(columnCount) && rowCount > 0 && columnCount > 0;
    if (!isPossible) return fail(errors.calculation);
    if (rowCount * columnCount > mostValues) return fail(errors.number);
    const madeRows = Math.min(rowCount, tailStart + 1);
    const values = new Array<CellValue>(madeRows * columnCount);
    for (let row = 0; row < madeRows; row++) {
      for (let column = 0; column < columnCount; column++) {
        values[row * columnCount + column] = value(row, column);
      }
    }
    return new Matrix(rowCount, columnCount, values);
  }

  get(row: number, column: number): CellValue {
    return row < this.tailStart ? this.#stored[row * this.columnCount + column]! : this.#tail![column]!;
  }

  /** How many values there are. */
  get size(): number {
    return this.rowCount * this.columnCount;
  }

  /** Each value, row after row; those of rows that are all alike are kept once made. */
  get values(): readonly CellValue[] {
    if (!this.#tail) return this.#stored;
    if (!this.#values) {
      const values = this.#stored.slice(0, this.tailStart * this.columnCount);
      for (let row = this.tailStart; row < this.rowCount; row++) values.push(...this.#tail);
      this.#values = values;
    }
    return this.#values;
  }

  /** Each value that differs, rows that are all alike once. */
  get kept(): readonly CellValue[] {
    return this.#stored;
  }

  /** Visit each value. */
  forEach(visit: (value: CellValue) => void): void {
    const end = this.tailStart * this.columnCount;
    for (let position = 0; position < end; position++) visit(this.#stored[position]!);
    if (!this.#tail) return;
    for (let row = this.tailStart; row < this.rowCount; row++) this.#tail.forEach(visit);
  }

  /** The same as rows; made once, so that equal arguments of a later call are the same object. */
  get rows(): readonly (readonly CellValue[])[] {
    this.#rows ??= Array.from({ length: this.rowCount }, (_, row) =>
      row < this.tailStart
        ? this.#stored.slice(row * this.columnCount, (row + 1) * this.columnCount)
        : this.#tail!,
    );
    return this.#rows;
  }

  /** Some value still waits for a custom function. */
  get isBusy(): boolean {
    this.#isBusy ??= this.#stored.some(
      value => typeof value === 'object' && value !== null && value.error === '#BUSY!',
    );
    return this.#isBusy;
  }
}

/** Cells meant, not yet read: functions that need a place, or many cells, look for themselves. */
export class Reference {
  constructor(
    readonly sheet: BookSheet,
    readonly area: Area,
  ) {}
}

/** Several areas as one argument: `(A1:A3,C1:C3)`. */
export class ReferenceUnion {
  constructor(readonly references: readonly Reference[]) {}
}

/** A function made by LAMBDA, with the variables around it. */
export class Lambda {
  constructor(
    readonly parameters: readonly string[],
    readonly body: Node,
    readonly variables: Variables | null,
  ) {}
}

/** Variables of LET and LAMBDA, innermost first. */
export interface Variables {
  readonly name: string;
  readonly value: Value;
  readonly outer: Variables | null;
}

/** What an expression can be; `undefined` is an omitted argument. */
export type Value = CellValue | Matrix | Reference | ReferenceUnion | Lambda | undefined;

/** Leaves a function with an error as its answer. */
export class Failure {
  constructor(readonly error: ErrorValue) {}
}

/** Leave the function: its answer is the error. */
export function fail(error: ErrorValue): never {
  throw new Failure(error);
}
