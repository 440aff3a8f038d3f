/**
 * Empty cells that arrive as 0: from desktop Excel, and everywhere from functions of arrays (FILTER, SORT, VSTACK). A column of paid
 * dates that are mostly 0 would be no column of dates, and a row of zeros a customer called 0.
 */
import { isBlankCell } from '../risk/ledger/cell';
import { contentOf, customerFields } from '../risk/ledger/customerList/customerFields';
import type { Field, Recognition } from '../risk/ledger/ledger';

/** Where 0 says nothing: nobody is called 0, and no date is below 1. */
const neverZero: ReadonlySet<Field> = new Set<Field>([
  'customer',
  'customerNumber',
  'document',
  'reference',
  'documentType',
  'invoiceDate',
  'dueDate',
  'paidDate',
  'currency',
  ...customerFields.filter(field => contentOf(field) === 'date'),
]);

/** Headers and the rows below tell what columns are; reading 50,000 rows twice takes twice as long. */
const tellingRows = 2_000;

/**
 * Empty the zeros of rows that hold nothing else, and of columns of names and dates. Zeros in columns of money and days stay: there 0 is a
 * figure. Rows keep their places.
 *
 * @param recognise How columns are told: by cells in which no zero contradicts a header.
 * @example withEmptyCells([['Customer', 'Paid on'], ['A', 0]], recogniseSheet) //=> [['Customer', 'Paid on'], ['A', null]]
 */
export function withEmptyCells(
  cells: unknown[][],
  recognise: (cells: readonly unknown[][]) => Recognition,
): unknown[][] {
  if (!cells.some(row => row.includes(0))) return cells;
  const withoutZeros = cells.map(row => row.map(cell => (cell === 0 ? null : cell)));
  const named = recognise(withoutZeros.slice(0, tellingRows)).columns.filter(({ field }) =>
    neverZero.has(field),
  );
  const columns = new Set(named.map(({ column }) => column));
  return cells.map((row, index) =>
    withoutZeros[index]!.every(isBlankCell)
      ? withoutZeros[index]!
      : row.map((cell, column) => (cell === 0 && columns.has(column) ? null : cell)),
  );
}
