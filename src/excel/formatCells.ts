import { letGo } from './letGo';

/** Give all cells of a range one number format and let go of the range: one code goes to Excel, of which the types know only a code a cell. */
export function formatCells(range: Excel.Range, format: string): void {
  (range as { numberFormat: unknown }).numberFormat = format;
  // Office.js lets go of what a batch still holds in one task at its end, and a report formats hundreds of ranges.
  letGo(range);
}
