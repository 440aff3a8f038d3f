import { ApiError } from '../batch/apiError';
import type { SheetArea } from '../sheetArea';
import type { Json } from '../wire/json';

/** The refusal of rows that are not of the range's size. */
export function wrongSize(): ApiError {
  return new ApiError(
    'InvalidArgument',
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
}

/** Rows of the range's size from what was set: the rows themselves, or one plain value repeated. */
export function rowsFor({ area }: SheetArea, value: Json): readonly (readonly Json[])[] {
  if (!Array.isArray(value)) {
    return repeat(area.rowCount, repeat(area.columnCount, value));
  }
  const hasRightSize =
    value.length === area.rowCount &&
    value.every(row => Array.isArray(row) && row.length === area.columnCount);
  if (!hasRightSize) {
    throw wrongSize();
  }
  return value as readonly (readonly Json[])[];
}

function repeat<T>(count: number, value: T): T[] {
  return new Array<T>(count).fill(value);
}
