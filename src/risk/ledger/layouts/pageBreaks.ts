import { plainText } from '../cell';
import type { Cell } from '../ledger';
import { isNoteLine } from './noteLine';
import { RepeatedTitles } from './repeatedTitles';

type Row = readonly Cell[];

/** At least as many as what a sheet is gets recognised by. */
const rowsLookedAt = 5_000;

/**
 * Blank what a printed list has between its entries, in the rows below its header by which a sheet is recognised: the titles and the header of the pages
 * below, page numbers, remarks, drawn lines. What a column means then follows from entries alone.
 *
 * @param headerRow zero-based, -1 where there is none
 */
export function withoutPageBreaks(cells: readonly Row[], headerRow: number): readonly Row[] {
  if (headerRow < 0) return cells;
  const end = Math.min(cells.length, headerRow + 1 + rowsLookedAt);
  const top = cells.slice(0, end);
  const header = cells[headerRow].map(plainText);
  const isHeader = (row: Row) => header.every((text, column) => text === plainText(row[column]));
  const untitled = new RepeatedTitles(headerRow).without(top, 0);
  const without = untitled.map((row, index) =>
    index > headerRow && (isNoteLine(row) || isHeader(row)) ? [] : row,
  );
  const isSame = without.every((row, index) => row === top[index]);
  return isSame ? cells : [...without, ...cells.slice(end)];
}
