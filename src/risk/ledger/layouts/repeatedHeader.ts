import { plainText } from '../cell';
import type { Cell, Recognition } from '../ledger';

/** Tell whether a row is a line of the header once more, as printed lists repeat it on every page. */
export function repeatsHeader(
  cells: readonly Cell[],
  { headers, headerLines = [headers], columns }: Recognition,
): boolean {
  return headerLines.some(line =>
    columns.every(({ column }) => plainText(cells[column]) === (line[column] ?? headers[column])),
  );
}
