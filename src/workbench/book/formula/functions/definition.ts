import { errors, isBusy, isError } from '../../errorValue';
import type { CellValue } from '../../types';
import { broadcast, type Plain } from '../broadcast';
import { toLogical, toNumber, toText } from '../coercion';
import type { Scope } from '../scope';
import type { Node } from '../syntax';
import { fail, Lambda, Matrix, Reference, ReferenceUnion, type Value } from '../value';

/** A function of Excel: how many arguments it takes, and how it answers. */
export type FunctionDefinition = {
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
} & (
  | { readonly kind: 'eager'; readonly compute: (args: readonly Value[], scope: Scope) => Value }
  | { readonly kind: 'lazy'; readonly compute: (args: readonly Node[], scope: Scope) => Value }
);

/** A function that gets its arguments evaluated, references as references. */
export function eager(
  name: string,
  minimum: number,
  maximum: number,
  compute: (args: readonly Value[], scope: Scope) => Value,
): FunctionDefinition {
  return { kind: 'eager', name, minimum, maximum, compute };
}

/** A function that decides itself which arguments to evaluate. */
export function lazy(
  name: string,
  minimum: number,
  maximum: number,
  compute: (args: readonly Node[], scope: Scope) => Value,
): FunctionDefinition {
  return { kind: 'lazy', name, minimum, maximum, compute };
}

/** The single values a lifted function works on, read as what it needs; an error among them is its answer. */
export class Cells {
  cells: readonly (CellValue | undefined)[] = [];

  constructor(readonly scope: Scope) {}

  number(index: number, absent = 0): number {
    const cell = this.cells[index];
    return cell === undefined ? absent : toNumber(cell, this.scope.state);
  }

  /** A number cut to its whole part. */
  whole(index: number, absent = 0): number {
    return Math.trunc(this.number(index, absent));
  }

  text(index: number, absent = ''): string {
    const cell = this.cells[index];
    return cell === undefined ? absent : toText(cell);
  }

  logical(index: number, absent = false): boolean {
    const cell = this.cells[index];
    return cell === undefined ? absent : toLogical(cell);
  }

  /** As it is, errors included. */
  raw(index: number): CellValue {
    return this.cells[index] ?? null;
  }

  /** As it is, but an error is the function's answer. */
  value(index: number): CellValue {
    const cell = this.raw(index);
    return isError(cell) ? fail(cell) : cell;
  }

  has(index: number): boolean {
    return this.cells[index] !== undefined;
  }
}

/** A function of single values; arrays are gone through value by value. */
export function lifted(
  name: string,
  minimum: number,
  maximum: number,
  compute: (cells: Cells) => CellValue,
): FunctionDefinition {
  return eager(name, minimum, maximum, (args, scope) => {
    const cells = new Cells(scope);
    return broadcast(
      args.map(arg => plainArgument(arg, scope)),
      values => {
        cells.cells = values;
        return compute(cells);
      },
    );
  });
}

/** An argument without references: one cell as it is, more as a matrix; an omitted one stays undefined. */
export function plainArgument(value: Value, scope: Scope): Plain {
  if (value instanceof Reference) {
    const { row, column, rowCount, columnCount } = value.area;
    if (rowCount === 1 && columnCount === 1) return value.sheet.value(row, column);
    return scope.reader.matrix(value);
  }
  if (value instanceof ReferenceUnion) return errors.value;
  if (value instanceof Lambda) return errors.calculation;
  return value;
}

/** An argument as a matrix; one that is an error is the function's answer. */
export function matrixArgument(value: Value, scope: Scope): Matrix {
  const read = plainArgument(value, scope);
  if (isError(read)) return fail(read);
  return read instanceof Matrix ? read : new Matrix(1, 1, [read ?? null]);
}

/** An argument as one value: of an array the first. Errors are the function's answer. */
export function singleArgument(value: Value, scope: Scope): CellValue | undefined {
  const read = plainArgument(value, scope);
  const single = read instanceof Matrix ? read.get(0, 0) : read;
  return isError(single) ? fail(single) : single;
}

export function numberArgument(value: Value, scope: Scope, absent = 0): number {
  const single = singleArgument(value, scope);
  return single === undefined ? absent : toNumber(single, scope.state);
}

export function logicalArgument(value: Value, scope: Scope, absent = false): boolean {
  const single = singleArgument(value, scope);
  return single === undefined ? absent : toLogical(single);
}

/** Errors that a formula may catch: a call still open is not one, it has to be waited for. */
export function isCatchable(value: unknown): boolean {
  return isError(value) && !isBusy(value);
}
