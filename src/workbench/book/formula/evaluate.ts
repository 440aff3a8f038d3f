import { cellArea, intersection, union } from '../address';
import { findName } from '../definedNames';
import { errors, isError } from '../errorValue';
import type { CellValue } from '../types';
import { broadcast } from './broadcast';
import { finite, toNumber, toText } from './coercion';
import { isTrue } from './comparison';
import { functionNamed } from './functions/catalogue';
import { plainArgument } from './functions/definition';
import { applyLambda, deepest } from './lambda';
import { parseFormula } from './parse';
import { resolveReference, resolveStructured } from './resolve';
import type { Scope } from './scope';
import type { BinaryOperator, CallNode, Node } from './syntax';
import { Failure, Lambda, Matrix, Reference, ReferenceUnion, type Value } from './value';

/** Evaluate a tree at a standpoint. Errors are values; references stay references until somebody reads them. */
export function evaluate(node: Node, scope: Scope): Value {
  switch (node.type) {
    case 'constant':
      return node.value;
    case 'missing':
      return undefined;
    case 'array':
      return Matrix.fromRows(node.rows);
    case 'reference':
      return resolveReference(node.written, node.sheet, scope);
    case 'structured':
      return resolveStructured(node.part, scope);
    case 'name':
      return evaluateName(node.name, node.sheet, scope);
    case 'spill':
      return spillOf(evaluate(node.anchor, scope));
    case 'range':
    case 'intersection':
      return joined(node, scope);
    case 'union':
      return united(node.parts.map(part => evaluate(part, scope)));
    case 'unary':
      return evaluateUnary(node.operator, evaluate(node.operand, scope), scope);
    case 'binary':
      return evaluateBinary(node.operator, evaluate(node.left, scope), evaluate(node.right, scope), scope);
    case 'call':
      return evaluateCall(node, scope);
    case 'apply': {
      const target = evaluate(node.target, scope);
      const args = node.args.map(arg => evaluate(arg, scope));
      return target instanceof Lambda ? applyLambda(target, args, scope) : errors.value;
    }
  }
}

function evaluateName(name: string, sheetName: string | null, scope: Scope): Value {
  const wanted = name.toLowerCase();
  if (sheetName === null) {
    for (let variable = scope.variables; variable; variable = variable.outer) {
      if (variable.name === wanted) return variable.value;
    }
  }
  const sheet = sheetName === null ? scope.sheet : scope.state.sheetByName(sheetName);
  if (!sheet) return errors.reference;
  const found = findName(scope.state, name, sheet.id);
  if (!found) return resolveTableName(name, scope);
  if (scope.depth > deepest) return errors.reference;
  // A name is written for A1: its relative references move with the cell that uses it.
  return scope.names.value(found, () =>
    evaluate(parseFormula(found.formula), {
      ...scope,
      shiftRow: scope.row,
      shiftColumn: scope.column,
      variables: null,
      depth: scope.depth + 1,
    }),
  );
}

function resolveTableName(name: string, scope: Scope): Value {
  const reference = resolveStructured({ table: name, rows: [], columns: null }, scope);
  return isError(reference) ? errors.name : reference;
}

function spillOf(value: Value): Value {
  if (isError(value)) return value;
  if (!(value instanceof Reference)) return errors.reference;
  const { row, column } = value.area;
  const spill = value.sheet.spill(row, column);
  if (spill?.anchor.row === row && spill.anchor.column === column)
    return new Reference(value.sheet, spill.area);
  // A formula whose array is one cell has a spill range of one cell.
  const isFormula = value.sheet.formula(row, column) !== null;
  return isFormula ? new Reference(value.sheet, cellArea(row, column)) : errors.reference;
}

function joined(node: Node & { type: 'range' | 'intersection' }, scope: Scope): Value {
  const left = evaluate(node.left, scope);
  const right = evaluate(node.right, scope);
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (!(left instanceof Reference && right instanceof Reference)) return errors.value;
  if (left.sheet !== right.sheet) return errors.value;
  if (node.type === 'range') {
    const whole = new Reference(left.sheet, union(left.area, right.area));
    scope.foundReference(whole);
    return whole;
  }
  const common = intersection(left.area, right.area);
  return common ? new Reference(left.sheet, common) : errors.null;
}

function united(parts: readonly Value[]): Value {
  const references: Reference[] = [];
  for (const part of parts) {
    if (isError(part)) return part;
    if (part instanceof Reference) references.push(part);
    else if (part instanceof ReferenceUnion) references.push(...part.references);
    else return errors.value;
  }
  return new ReferenceUnion(references);
}

function evaluateUnary(operator: '+' | '-' | '%' | '@', operand: Value, scope: Scope): Value {
  if (operator === '@') return implicitIntersection(operand, scope);
  if (operator === '+') return operand;
  return broadcast([plainArgument(operand, scope)], ([cell]) => {
    const number = toNumber(cell, scope.state);
    return operator === '-' ? -number : number / 100;
  });
}

/** `@`: of a column the cell in the formula's row, of a row the cell in its column, of an array the first. */
function implicitIntersection(operand: Value, scope: Scope): Value {
  if (operand instanceof Matrix) return operand.get(0, 0);
  if (!(operand instanceof Reference)) return operand;
  const { row, column, rowCount, columnCount } = operand.area;
  const ownRow = rowCount === 1 ? row : scope.row;
  const ownColumn = columnCount === 1 ? column : scope.column;
  const isInside =
    ownRow >= row && ownRow < row + rowCount && ownColumn >= column && ownColumn < column + columnCount;
  return isInside ? new Reference(operand.sheet, cellArea(ownRow, ownColumn)) : errors.value;
}

function evaluateBinary(operator: BinaryOperator, left: Value, right: Value, scope: Scope): Value {
  const first = plainArgument(left, scope);
  const second = plainArgument(right, scope);
  return broadcast([first, second], cells =>
    computeBinary(operator, cells[0] ?? null, cells[1] ?? null, scope),
  );
}

function computeBinary(operator: BinaryOperator, left: CellValue, right: CellValue, scope: Scope): CellValue {
  if (isError(left)) return left;
  if (isError(right)) return right;
  switch (operator) {
    case '+':
      return finite(toNumber(left, scope.state) + toNumber(right, scope.state));
    case '-':
      return finite(toNumber(left, scope.state) - toNumber(right, scope.state));
    case '*':
      return finite(toNumber(left, scope.state) * toNumber(right, scope.state));
    case '/':
      return divided(toNumber(left, scope.state), toNumber(right, scope.state));
    case '^':
      return raised(toNumber(left, scope.state), toNumber(right, scope.state));
    case '&':
      return toText(left) + toText(right);
    default:
      return isTrue(operator, left, right);
  }
}

function divided(dividend: number, divisor: number): CellValue {
  return divisor === 0 ? errors.divideByZero : finite(dividend / divisor);
}

function raised(base: number, exponent: number): CellValue {
  if (base === 0 && exponent === 0) return errors.number;
  if (base === 0 && exponent < 0) return errors.divideByZero;
  return finite(base ** exponent);
}

function evaluateCall(node: CallNode, scope: Scope): Value {
  try {
    const local = lambdaNamed(node.name, scope);
    if (local) {
      const args = node.args.map(arg => evaluate(arg, scope));
      return applyLambda(local, args, scope);
    }
    const definition = functionNamed(node.name);
    if (!definition) return callUnknown(node, scope);
    if (node.args.length < definition.minimum || node.args.length > definition.maximum) return errors.value;
    if (definition.kind === 'lazy') return definition.compute(node.args, scope);
    const args = node.args.map(arg => evaluate(arg, scope));
    return definition.compute(args, scope);
  } catch (failure) {
    if (failure instanceof Failure) return failure.error;
    throw failure;
  }
}

function lambdaNamed(name: string, scope: Scope): Lambda | null {
  if (scope.variables === null && scope.state.names.length === 0) return null;
  if (functionNamed(name)) return null;
  const value = evaluateName(name, null, scope);
  return value instanceof Lambda ? value : null;
}

function callUnknown(node: CallNode, scope: Scope): Value {
  if (!node.name.includes('.')) return errors.name;
  const args = node.args.map(arg => evaluate(arg, scope));
  return scope.callCustom(node, args, scope);
}
