import type { CellValue, ErrorCode, ErrorValue } from './types';

/** One shared object per code, since most errors carry no message of their own. */
export const errors = {
  notAvailable: { error: '#N/A' },
  value: { error: '#VALUE!' },
  divideByZero: { error: '#DIV/0!' },
  reference: { error: '#REF!' },
  name: { error: '#NAME?' },
  number: { error: '#NUM!' },
  null: { error: '#NULL!' },
  spill: { error: '#SPILL!' },
  calculation: { error: '#CALC!' },
  busy: { error: '#BUSY!' },
} as const satisfies Record<string, ErrorValue>;

const byCode = new Map<string, ErrorValue>(Object.values(errors).map(error => [error.error, error]));

/** True for an error in a cell or among a formula's values. */
export function isError(value: unknown): value is ErrorValue {
  return typeof value === 'object' && value !== null && 'error' in value;
}

/** The error a text such as `#N/A` stands for, or null. */
export function errorFromCode(code: string): ErrorValue | null {
  return byCode.get(code.toUpperCase()) ?? null;
}

export function isBusy(value: CellValue | undefined): boolean {
  return isError(value) && value.error === '#BUSY!';
}

/** Excel's numbers for `ERROR.TYPE`. */
export const errorNumbers: Readonly<Record<ErrorCode, number>> = {
  '#NULL!': 1,
  '#DIV/0!': 2,
  '#VALUE!': 3,
  '#REF!': 4,
  '#NAME?': 5,
  '#NUM!': 6,
  '#N/A': 7,
  '#SPILL!': 9,
  '#BUSY!': 12,
  '#CALC!': 14,
};
