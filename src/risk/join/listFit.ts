import { isBlankCell, plainText } from '../ledger/cell';
import { looseCustomerKey } from '../ledger/cells/customerName';
import { numberKey, numbersIn } from '../ledger/cells/customerNumber';
import type { Cell, Field, Ledger } from '../ledger/ledger';
import { likelyListInSlices } from '../ledger/recognition/likelyList';
import type { Slices } from '../slices';
import type { LedgerCustomers } from './matchCustomers';

/** Enough of a ledger to tell its list from another company's, and few enough for a millisecond. */
const lookedAt = 2000;

/**
 * Say how well each of some sheets fits a ledger as its customer list, in slices of some milliseconds: to recognise a sheet takes that long,
 * and a workbook may have sixty.
 *
 * @param sheets The first rows of each.
 * @returns As `listFitInSlices` says it, one a sheet.
 */
export function* listFitsInSlices(
  ledger: Pick<Ledger, 'customers' | 'said'>,
  sheets: readonly (readonly (readonly Cell[])[])[],
): Slices<readonly number[]> {
  const customers = { names: ledger.customers, numbers: ledger.said?.customerNumber?.words };
  const fits: number[] = [];
  for (const sheet of sheets) {
    fits.push(yield* listFitInSlices(sheet, customers));
    yield;
  }
  return fits;
}

/**
 * Say how well a sheet fits a ledger as its customer list: a workbook may hold the lists of several companies.
 *
 * @param cells The first rows of the sheet.
 * @returns The share of the customers on these rows whom the ledger names too, by name, similar name or number, 0–1; NaN where the sheet
 *   does not look like a customer list.
 * @example finishSlices(listFitInSlices([['Customer', 'Limit'], ['Acme Ltd', 5], ['Beta', 1]], { names: ['ACME Limited'] })) //=> 0.5
 */
export function* listFitInSlices(
  cells: readonly (readonly Cell[])[],
  { names, numbers }: LedgerCustomers,
): Slices<number> {
  const list = yield* likelyListInSlices(cells);
  if (list === null) return Number.NaN;
  const { columns, headerRow } = list;
  const entries = cells.slice(headerRow + 1);
  const cellsOf = (field: Field): readonly Cell[] => {
    const column = columns.find(mapping => mapping.field === field)?.column;
    return entries.map(row => (column === undefined ? null : row[column]));
  };
  const known = new Set(names.slice(0, lookedAt).map(looseCustomerKey));
  const knownNumbers = new Set((numbers ?? names).slice(0, lookedAt).flatMap(numbersIn).map(numberKey));
  const listed = cellsOf('customer');
  const listedNumbers = cellsOf('customerNumber');
  const isShared = (name: Cell, entry: number) =>
    known.has(looseCustomerKey(name)) ||
    [name, listedNumbers[entry]].some(
      cell => !isBlankCell(cell) && knownNumbers.has(numberKey(plainText(cell))),
    );
  const filled = listed.filter(name => !isBlankCell(name));
  return listed.filter((name, entry) => !isBlankCell(name) && isShared(name, entry)).length / filled.length;
}
