import type { CellValue, CustomFunctionArgument, ErrorValue } from '../book/types';
import type { FunctionMetadata, FunctionParameter } from './functionMetadata';
import type { Json } from './wire/json';

/** What an empty cell becomes for a parameter of type `any`: null in Excel on the web, 0 in desktop Excel (office-js issue 4702). */
export type EmptyCell = null | 0 | '';

/** The arguments as they go over the wire, or the error that the call has without being made. */
export type PreparedArguments = { readonly values: readonly Json[] } | { readonly error: ErrorValue };

const wrongType: ErrorValue = { error: '#VALUE!' };

/** An argument that the function must not see; it becomes the cell's value. */
class Refusal extends Error {
  constructor(readonly value: ErrorValue) {
    super(value.error);
  }
}

/**
 * Fit the arguments of a call to the function's parameters as Excel does: omitted ones become null, a single
 * cell becomes a 1 × 1 matrix where a matrix is expected, numbers and texts are converted, and what cannot be
 * converted is `#VALUE!` without a call. An error in a cell is the call's result, unless the function takes errors.
 */
export function prepareArguments(
  metadata: FunctionMetadata,
  args: readonly CustomFunctionArgument[],
  options: { readonly emptyCell: EmptyCell; readonly allowErrors: boolean },
): PreparedArguments {
  const parameters = metadata.parameters;
  const hasRepeating = parameters.at(-1)?.repeating === true;
  const required = parameters.filter(parameter => !parameter.optional && !parameter.repeating).length;
  const isCountRight = args.length >= required && (hasRepeating || args.length <= parameters.length);
  if (!isCountRight) {
    return { error: wrongType };
  }
  try {
    const fitted = (parameter: FunctionParameter, argument: CustomFunctionArgument): Json =>
      fitArgument(parameter, argument, options);
    const plain = hasRepeating ? parameters.slice(0, -1) : parameters;
    const values = plain.map((parameter, index) => fitted(parameter, args[index]));
    const repeating = parameters.at(-1);
    if (hasRepeating && repeating) {
      values.push(args.slice(plain.length).map(argument => fitted(repeating, argument)));
    }
    return { values };
  } catch (thrown) {
    if (thrown instanceof Refusal) {
      return { error: thrown.value };
    }
    throw thrown;
  }
}

interface Fitting {
  readonly emptyCell: EmptyCell;
  readonly allowErrors: boolean;
}

function fitArgument(parameter: FunctionParameter, argument: CustomFunctionArgument, options: Fitting): Json {
  // Left empty between commas, also where the function needs it: that is for the function to say.
  if (argument === undefined) {
    return null;
  }
  const isMatrix = parameter.dimensionality === 'matrix';
  if (!isRows(argument)) {
    const value = fitValue(parameter.type, argument, options);
    return isMatrix ? [[value]] : value;
  }
  if (isMatrix) {
    return argument.map(row => row.map(value => fitValue(parameter.type, value, options)));
  }
  const single = argument.length === 1 && argument[0]?.length === 1 ? argument[0][0] : undefined;
  if (single === undefined) {
    throw new Refusal(wrongType);
  }
  return fitValue(parameter.type, single, options);
}

function isRows(argument: CustomFunctionArgument): argument is readonly (readonly CellValue[])[] {
  return Array.isArray(argument);
}

function fitValue(type: FunctionParameter['type'], value: CellValue, options: Fitting): Json {
  if (typeof value === 'object' && value !== null) {
    if (type === 'any' && options.allowErrors) {
      return { type: 'CustomFunctionError', code: value.error };
    }
    throw new Refusal({ error: value.error });
  }
  switch (type) {
    case 'number':
      return fitNumber(value);
    case 'string':
      return value === null ? '' : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
    case 'boolean':
      return fitBoolean(value);
    default:
      return value === null ? options.emptyCell : value;
  }
}

function fitNumber(value: Exclude<CellValue, ErrorValue>): number {
  const number =
    value === null ? 0 : typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  if (Number.isNaN(number)) {
    throw new Refusal(wrongType);
  }
  return number;
}

function fitBoolean(value: Exclude<CellValue, ErrorValue>): boolean {
  if (typeof value !== 'string') {
    return Boolean(value);
  }
  const text = value.toUpperCase();
  if (text !== 'TRUE' && text !== 'FALSE') {
    throw new Refusal(wrongType);
  }
  return text === 'TRUE';
}
