import { errors, isError } from '../../errorValue';
import type { CellValue } from '../../types';
import { broadcast } from '../broadcast';
import { toLogical, toNumber } from '../coercion';
import { compareValues } from '../comparison';
import { applyLambda } from '../lambda';
import type { Scope } from '../scope';
import type { Node } from '../syntax';
import { fail, Lambda, Matrix, Reference, type Value } from '../value';
import {
  eager,
  type FunctionDefinition,
  isCatchable,
  lazy,
  lifted,
  matrixArgument,
  numberArgument,
  plainArgument,
} from './definition';

/** Conditions, errors caught, variables and functions made in a formula. */
export const logicFunctions: readonly FunctionDefinition[] = [
  lazy('IF', 2, 3, ([test, yes, no], scope) => {
    const condition = plainArgument(scope.evaluate(test, scope), scope);
    if (!(condition instanceof Matrix)) {
      // Thousands of formulas may wait for one answer: throwing their errors took three quarters of the time.
      if (isError(condition)) return condition;
      const isMet = toLogical(condition);
      if (isMet) return omittedAsZero(scope.evaluate(yes, scope));
      return no ? omittedAsZero(scope.evaluate(no, scope)) : false;
    }
    const whenMet = plainArgument(omittedAsZero(scope.evaluate(yes, scope)), scope);
    const otherwise = no ? plainArgument(omittedAsZero(scope.evaluate(no, scope)), scope) : false;
    return broadcast([condition, whenMet, otherwise], ([cell, first, second]) =>
      toLogical(cell) ? (first ?? null) : (second ?? null),
    );
  }),
  lazy('IFS', 2, 254, (nodes, scope) => {
    for (let index = 0; index + 1 < nodes.length; index += 2) {
      const condition = plainArgument(scope.evaluate(nodes[index], scope), scope);
      if (toLogical(condition instanceof Matrix ? condition.get(0, 0) : condition)) {
        return scope.evaluate(nodes[index + 1], scope);
      }
    }
    return errors.notAvailable;
  }),
  lazy('IFERROR', 2, 2, ([value, instead], scope) => caught(value, instead, scope, isCatchable)),
  lazy('IFNA', 2, 2, ([value, instead], scope) =>
    caught(value, instead, scope, cell => isError(cell) && cell.error === '#N/A'),
  ),
  lazy('SWITCH', 3, 254, ([subject, ...rest], scope) => {
    const read = plainArgument(scope.evaluate(subject, scope), scope);
    const value = read instanceof Matrix ? read.get(0, 0) : (read ?? null);
    if (isError(value)) return value;
    for (let index = 0; index + 1 < rest.length; index += 2) {
      const candidate = plainArgument(scope.evaluate(rest[index], scope), scope);
      const single = candidate instanceof Matrix ? candidate.get(0, 0) : (candidate ?? null);
      if (!isError(single) && compareValues(value, single) === 0)
        return scope.evaluate(rest[index + 1], scope);
    }
    return rest.length % 2 === 1 ? scope.evaluate(rest.at(-1)!, scope) : errors.notAvailable;
  }),
  lazy('CHOOSE', 2, 255, ([which, ...choices], scope) => {
    const index = plainArgument(scope.evaluate(which, scope), scope);
    if (index instanceof Matrix) {
      const all = choices.map(choice => plainArgument(scope.evaluate(choice, scope), scope));
      return broadcast([index, ...all], ([cell, ...values]) => {
        const chosen = Math.trunc(toNumber(cell, scope.state));
        return chosen >= 1 && chosen <= values.length ? (values[chosen - 1] ?? null) : errors.value;
      });
    }
    const choice = choices[Math.trunc(toNumber(index, scope.state)) - 1];
    return choice ? scope.evaluate(choice, scope) : errors.value;
  }),
  eager('AND', 1, 255, (args, scope) => logicals(args, scope).every(Boolean)),
  eager('OR', 1, 255, (args, scope) => logicals(args, scope).some(Boolean)),
  eager('XOR', 1, 255, (args, scope) => logicals(args, scope).filter(Boolean).length % 2 === 1),
  lifted('NOT', 1, 1, cells => !cells.logical(0)),
  eager('TRUE', 0, 0, () => true),
  eager('FALSE', 0, 0, () => false),
  lazy('LET', 3, 253, (nodes, scope) => {
    if (nodes.length % 2 === 0) return errors.value;
    let inner = scope;
    for (let index = 0; index + 1 < nodes.length; index += 2) {
      const value = scope.evaluate(nodes[index + 1], inner);
      const variables = { name: parameterName(nodes[index]), value, outer: inner.variables };
      inner = { ...inner, variables };
    }
    return scope.evaluate(nodes.at(-1)!, inner);
  }),
  lazy('LAMBDA', 1, 254, (nodes, scope) => {
    const parameters = nodes.slice(0, -1).map(parameterName);
    return new Lambda(parameters, nodes.at(-1)!, scope.variables);
  }),
  lazy('ISOMITTED', 1, 1, ([node], scope) => scope.evaluate(node, scope) === undefined),
  eager('MAP', 2, 254, (args, scope) => {
    const lambda = lambdaArgument(args.at(-1));
    const arrays = args.slice(0, -1).map(arg => matrixArgument(arg, scope));
    return broadcast(arrays, cells => applied(lambda, cells, scope));
  }),
  eager('REDUCE', 3, 3, ([start, array, last], scope) => {
    const lambda = lambdaArgument(last);
    return matrixArgument(array, scope).values.reduce<Value>(
      (sofar, cell) => applyLambda(lambda, [sofar, cell], scope),
      start,
    );
  }),
  eager('SCAN', 3, 3, ([start, array, last], scope) => {
    const lambda = lambdaArgument(last);
    const matrix = matrixArgument(array, scope);
    let sofar: Value = start;
    return Matrix.make(matrix.rowCount, matrix.columnCount, (row, column) => {
      sofar = applyLambda(lambda, [sofar, matrix.get(row, column)], scope);
      return single(sofar, scope);
    });
  }),
  eager('BYROW', 2, 2, ([array, last], scope) => {
    const lambda = lambdaArgument(last);
    const matrix = matrixArgument(array, scope);
    return Matrix.make(matrix.rowCount, 1, row =>
      applied(lambda, [Matrix.make(1, matrix.columnCount, (_, column) => matrix.get(row, column))], scope),
    );
  }),
  eager('BYCOL', 2, 2, ([array, last], scope) => {
    const lambda = lambdaArgument(last);
    const matrix = matrixArgument(array, scope);
    return Matrix.make(1, matrix.columnCount, (_, column) =>
      applied(lambda, [Matrix.make(matrix.rowCount, 1, row => matrix.get(row, column))], scope),
    );
  }),
  eager('MAKEARRAY', 3, 3, ([rows, columns, last], scope) => {
    const lambda = lambdaArgument(last);
    const rowCount = Math.trunc(numberArgument(rows, scope));
    const columnCount = Math.trunc(numberArgument(columns, scope));
    if (rowCount < 1 || columnCount < 1) return errors.value;
    return Matrix.make(rowCount, columnCount, (row, column) => applied(lambda, [row + 1, column + 1], scope));
  }),
];

const omittedAsZero = (value: Value): Value => (value === undefined ? 0 : value);

function caught(
  value: Node,
  instead: Node,
  scope: Scope,
  isCaught: (cell: CellValue | undefined) => boolean,
): Value {
  const tried = scope.evaluate(value, scope);
  const read = plainArgument(tried, scope);
  if (!(read instanceof Matrix))
    return isCaught(read) ? omittedAsZero(scope.evaluate(instead, scope)) : tried;
  if (!read.kept.some(isCaught)) return tried;
  const other = plainArgument(omittedAsZero(scope.evaluate(instead, scope)), scope);
  return broadcast([read, other], ([cell, second]) => (isCaught(cell) ? (second ?? null) : (cell ?? null)));
}

/** The conditions among arguments: texts and empty cells inside ranges do not count, none at all is #VALUE!. */
function logicals(args: readonly Value[], scope: Scope): boolean[] {
  const found: boolean[] = [];
  for (const arg of args) {
    const read = plainArgument(arg, scope);
    const isDirect = !(arg instanceof Reference) && !(read instanceof Matrix);
    const take = (cell: CellValue): void => {
      if (isError(cell)) fail(cell);
      if (isDirect || typeof cell === 'boolean' || typeof cell === 'number') found.push(toLogical(cell));
    };
    if (read instanceof Matrix) read.forEach(take);
    else take(read ?? null);
  }
  return found.length > 0 ? found : fail(errors.value);
}

function parameterName(node: Node): string {
  return node.type === 'name' && node.sheet === null ? node.name.toLowerCase() : fail(errors.value);
}

function lambdaArgument(value: Value): Lambda {
  return value instanceof Lambda ? value : fail(errors.value);
}

function applied(lambda: Lambda, args: readonly Value[], scope: Scope): CellValue {
  return single(applyLambda(lambda, args, scope), scope);
}

/** The results of MAP and its kin are single values; an array among them is #CALC!. */
function single(value: Value, scope: Scope): CellValue {
  const read = plainArgument(value, scope);
  if (!(read instanceof Matrix)) return read ?? null;
  if (read.isBusy) return errors.busy;
  return read.size === 1 ? read.get(0, 0) : errors.calculation;
}
