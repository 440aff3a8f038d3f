/** What Office.js gives custom functions at run time, as far as they use it: its error class, and a place to be called by id. */
import { afterEach } from '@jest/globals';
import { setLanguage } from '../../src/i18n/language';

class CustomFunctionError extends Error {
  readonly type = 'Error';
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message ?? '');
  }
}

export const associated = new Map<string, (...args: unknown[]) => unknown>();

Object.assign(globalThis, {
  CustomFunctions: {
    Error: CustomFunctionError,
    ErrorCode: {
      invalidValue: '#VALUE!',
      notAvailable: '#N/A',
      divisionByZero: '#DIV/0!',
      invalidNumber: '#NUM!',
      nullReference: '#NULL!',
      invalidName: '#NAME?',
      invalidReference: '#REF!',
    },
    associate: (id: string, implementation: (...args: unknown[]) => unknown) => {
      associated.set(id, implementation);
    },
  },
});

afterEach(() => setLanguage('en'));

/** A cell that holds an error, as Excel hands it to a function that allows errors. */
export const errorCell = (code: string): unknown => new CustomFunctionError(code);

/** What a cell shows for a call: its value, or code and message of the error. */
export function shown(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof CustomFunctionError)) throw error;
    return `${error.code} ${error.message}`;
  }
}

/** What the cells of a spilled array show. */
export function spilled(call: () => unknown[][]): unknown[][] {
  return call().map(row =>
    row.map(cell => (cell instanceof CustomFunctionError ? `${cell.code} ${cell.message}` : cell)),
  );
}

/** A column of cells. */
export const column = (...cells: readonly unknown[]): unknown[][] => cells.map(cell => [cell]);
