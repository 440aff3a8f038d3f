/** Single cells of a sheet read and written in few requests: as spans of a column in which the cells between stay as they are. */

/** Cells of one column that are read and written together. */
export interface CellSpan<At extends CellPlace> {
  readonly column: number;
  readonly firstRow: number;
  readonly rowCount: number;
  readonly cells: readonly At[];
}

/** Zero-based on the sheet. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const rowsPerSpan = 10_000;

/**
 * Put cells into spans of one column and at most 10,000 rows, from the top.
 *
 * @example cellSpans([{ row: 1, column: 0 }, { row: 9, column: 0 }]) //=> [{ column: 0, firstRow: 1, rowCount: 9, cells: [ … ] }]
 */
export function cellSpans<At extends CellPlace>(cells: readonly At[]): CellSpan<At>[] {
  const spans: { column: number; firstRow: number; rowCount: number; cells: At[] }[] = [];
  const sorted = [...cells].sort((one, other) => one.column - other.column || one.row - other.row);
  for (const cell of sorted) {
    const span = spans.at(-1);
    const isNear = span?.column === cell.column && cell.row - span.firstRow < rowsPerSpan;
    if (span && isNear) {
      span.cells.push(cell);
      span.rowCount = cell.row - span.firstRow + 1;
    } else {
      spans.push({ column: cell.column, firstRow: cell.row, rowCount: 1, cells: [cell] });
    }
  }
  return spans;
}

/** The range of a span. */
export const spanRange = (sheet: Excel.Worksheet, span: CellSpan<CellPlace>): Excel.Range =>
  sheet.getRangeByIndexes(span.firstRow, span.column, span.rowCount, 1);

/** What is to be put into one cell; the format is written first, or a text format would make a text of a number. */
export interface CellWriting extends CellPlace {
  readonly value: string | number;
  /** Null to leave it. */
  readonly format: string | null;
}

/** Queue the writing of some cells of a span; a null leaves a cell as it is. */
export function writeIntoSpan(
  range: Excel.Range,
  span: CellSpan<CellPlace>,
  writings: readonly CellWriting[],
): void {
  const formats: (string | null)[][] = Array.from({ length: span.rowCount }, () => [null]);
  const values: (string | number | null)[][] = Array.from({ length: span.rowCount }, () => [null]);
  for (const { row, value, format } of writings) {
    values[row - span.firstRow][0] = value;
    formats[row - span.firstRow][0] = format;
  }
  if (writings.some(({ format }) => format !== null)) range.numberFormat = formats;
  range.values = values;
}
