/** What a cell holds. */
export type ErrorCode =
  | '#N/A'
  | '#VALUE!'
  | '#DIV/0!'
  | '#REF!'
  | '#NAME?'
  | '#NUM!'
  | '#NULL!'
  | '#SPILL!'
  | '#CALC!'
  | '#BUSY!';

export interface ErrorValue {
  readonly error: ErrorCode;
  /** A custom function's own message, shown when the cell is selected. */
  readonly message?: string;
}

/** `null` is an empty cell. */
export type CellValue = number | string | boolean | null | ErrorValue;
