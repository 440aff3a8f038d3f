/** Formulas that were entered over several cells at once with Ctrl+Shift+Enter: Excel shows one in each of its cells and changes them only together. */

/** A cell with a formula. */
export interface FormulaPlace {
  readonly sheetId: string;
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Cells side by side that show the same formula. */
export interface ArrayBlock<Place extends FormulaPlace> {
  readonly first: Place;
  readonly rowCount: number;
  readonly columnCount: number;
}

/**
 * Join cells that show the same formula into rectangles, from the top left.
 *
 * @example joinArrayBlocks(cells of D1:G5) //=> [{ first: D1, rowCount: 5, columnCount: 4 }]
 */
export function joinArrayBlocks<Place extends FormulaPlace>(places: readonly Place[]): ArrayBlock<Place>[] {
  const keyOf = ({ sheetId, formula }: FormulaPlace, row: number, column: number): string =>
    `${sheetId} ${row} ${column} ${formula}`;
  const left = new Map(places.map(place => [keyOf(place, place.row, place.column), place]));
  const ordered = places.toSorted((one, other) => one.row - other.row || one.column - other.column);
  return ordered.flatMap(first => {
    const isLeft = (row: number, column: number): boolean => left.has(keyOf(first, row, column));
    if (!isLeft(first.row, first.column)) return [];
    let columnCount = 1;
    while (isLeft(first.row, first.column + columnCount)) columnCount += 1;
    const columns = Array.from({ length: columnCount }, (_, column) => first.column + column);
    let rowCount = 1;
    while (columns.every(column => isLeft(first.row + rowCount, column))) rowCount += 1;
    for (let row = first.row; row < first.row + rowCount; row += 1)
      for (const column of columns) left.delete(keyOf(first, row, column));
    return [{ first, rowCount, columnCount }];
  });
}
