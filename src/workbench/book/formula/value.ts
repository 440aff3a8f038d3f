import type { BookSheet } from '../bookSheet';
import { errors } from '../errorValue';
import type { Area, CellValue, ErrorValue } from '../types';
import type { Node } from './syntax';

/** No formula makes more values than this: a slip of the finger must not take the memory of the page. */
const mostValues = 20_000_000;

/** Rows and columns of values, row after row in one array. */
export class Matrix {
  #rows: readonly (readonly CellValue[])[] | null = null;
  #isBusy: boolean | null = null;

  constructor(
    readonly rowCount: number,
    readonly columnCount: number,
    readonly values: readonly CellValue[],
  ) {}

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

  static make(
    rowCount: number,
    columnCount: number,
    value: (row: number, column: number) => CellValue,
  ): Matrix {
    const isPossible =
      Number.isInteger(rowCount) && Number.isInteger(columnCount) && rowCount > 0 && columnCount > 0;
    if (!isPossible) return fail(errors.calculation);
    if (rowCount * columnCount > mostValues) return fail(errors.number);
    const values = new Array<CellValue>(rowCount * columnCount);
    for (let row = 0; row < rowCount; row++) {
      for (let column = 0; column < columnCount; column++) {
        values[row * columnCount + column] = value(row, column);
      }
    }
    return new Matrix(rowCount, columnCount, values);
  }

  get(row: number, column: number): CellValue {
    return this.values[row * this.columnCount + column]!;
  }

  /** The same as rows; made once, so that equal arguments of a later call are the same object. */
  get rows(): readonly (readonly CellValue[])[] {
    this.#rows ??= Array.from({ length: this.rowCount }, (_, row) =>
      this.values.slice(row * this.columnCount, (row + 1) * this.columnCount),
    );
    return this.#rows;
  }

  /** Some value still waits for a custom function. */
  get isBusy(): boolean {
    this.#isBusy ??= this.values.some(
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
