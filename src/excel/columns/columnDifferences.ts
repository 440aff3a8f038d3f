import { areaAddress } from '../address';

/** A cell of written columns that shows something else than the pane. */
export interface ColumnDifference {
  /** Without the sheet. */
  readonly address: string;
  readonly shows: string | number;
  readonly pane: string | number;
}

type Verdict = readonly (string | number)[];

/** Two figures that differ by less show the same. */
const tolerance = 1e-9;

const isSame = (one: unknown, other: string | number): boolean =>
  typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) < tolerance : one === other;

/**
 * Hold what columns show against what the pane says.
 *
 * @param shown Rows of cells, without the header.
 * @param wanted The same in each language of the pane: a formula speaks the language in which Excel calculated it last.
 * @param firstRow Zero-based row on the sheet.
 * @example columnDifferences([[62.5, 'B', '']], [[[62.5, 'C', '']]], 4, 8) //=> [{ address: 'J5', shows: 'B', pane: 'C' }]
 */
export function columnDifferences(
  shown: readonly (readonly unknown[])[],
  wanted: readonly (readonly Verdict[])[],
  firstRow: number,
  firstColumn: number,
): ColumnDifference[] {
  const [pane] = wanted;
  return pane.flatMap((verdict, row) =>
    verdict.flatMap((value, column) => {
      const cell = shown[row]?.[column];
      if (wanted.some(said => isSame(cell, said[row][column]))) return [];
      const shows = typeof cell === 'number' ? cell : String(cell ?? '');
      return [{ address: areaAddress(firstRow + row, firstColumn + column, 1, 1), shows, pane: value }];
    }),
  );
}
