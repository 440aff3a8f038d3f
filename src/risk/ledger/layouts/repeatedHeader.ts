import { isBlankCell, plainText } from '../cell';
import { readAmount } from '../cells/readAmount';
import type { Cell, Recognition } from '../ledger';
import { headerWords } from '../recognition/headerText';
import { isFieldName } from '../recognition/matchHeader';

const fewestNames = 3;
const mostlyNames = 0.6;

/** Tell whether a row is a line of the header once more, as printed lists repeat it on every page. */
export function repeatsHeader(
  cells: readonly Cell[],
  { headers, headerLines = [headers], columns }: Recognition,
): boolean {
  return headerLines.some(line =>
    columns.every(({ column }) => plainText(cells[column]) === (line[column] ?? headers[column])),
  );
}

/**
 * Tell whether a row is the header of another list below: texts alone, most of them names of fields.
 *
 * @example isOtherHeader(['Customer', 'Receipt date', 'Amount received']) //=> true
 */
export function isOtherHeader(cells: readonly Cell[]): boolean {
  const filled = cells.filter(cell => !isBlankCell(cell));
  if (filled.length < fewestNames) return false;
  if (filled.some(cell => typeof cell !== 'string' || !Number.isNaN(readAmount(cell)))) return false;
  const names = filled.filter(cell => isFieldName(headerWords(cell)));
  return names.length >= fewestNames && names.length >= filled.length * mostlyNames;
}
