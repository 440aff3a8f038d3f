/** Give all cells of a range one number format: one code goes to Excel, of which the types know only a code a cell. */
export function formatCells(range: Excel.Range, format: string): void {
  (range as { numberFormat: unknown }).numberFormat = format;
}
