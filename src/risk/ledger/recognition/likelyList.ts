import type { Slices } from '../../slices';
import { isBlankCell, plainText } from '../cell';
import type { Cell, Field, Recognition } from '../ledger';
import { recogniseAsInSlices, recogniseSheetInSlices } from './recogniseSheet';

/** What a list can tell of a ledger's customers; a list that tells none of it is of no use to a ledger. */
const tellingFields: ReadonlySet<Field> = new Set([
  'creditLimit',
  'termsDays',
  'contractEnd',
  'guarantee',
  'lastReview',
  'insolvent',
  'excluded',
  'rating',
  'totalAssets',
  'currentRatio',
  'altmanZ',
  'region',
  'salesperson',
  'industry',
  'email',
]);

/** A customer stands once on a list; a few may be there twice by mistake. */
const mostRepeated = 0.1;
const fewestCustomers = 2;

/**
 * Recognise a sheet that looks like a list of customers that a ledger could be joined with: customers, each once, and something about them
 * that a ledger lacks. It need not have what tiering it by itself would take. In slices of some milliseconds.
 *
 * @param cells Its first rows are enough.
 * @returns How its columns are understood; null for a sheet that does not look like one.
 * @example finishSlices(likelyListInSlices([['Customer', 'Credit limit'], ['Acme', 5000], ['Beta', 100]]))?.kind //=> 'customers'
 */
export function* likelyListInSlices(cells: readonly (readonly Cell[])[]): Slices<Recognition | null> {
  const asList = yield* recogniseAsInSlices('customers', cells);
  const customer = asList.columns.find(({ field }) => field === 'customer')?.column;
  const isTelling = asList.columns.some(({ field }) => tellingFields.has(field));
  if (asList.headerRow < 0 || customer === undefined || !isTelling) return null;
  yield;
  if (hasDocuments(yield* recogniseSheetInSlices(cells))) return null;
  const names = cells
    .slice(asList.headerRow + 1)
    .map(row => row[customer])
    .filter(cell => !isBlankCell(cell))
    .map(cell => plainText(cell).toLowerCase());
  const repeated = names.length - new Set(names).size;
  return names.length >= fewestCustomers && repeated <= mostRepeated * names.length ? asList : null;
}

/** Invoices have a number or a day; customers have neither. */
const documentFields: ReadonlySet<Field> = new Set(['document', 'invoiceDate', 'dueDate', 'paidDate']);

const hasDocuments = ({ kind, columns }: Recognition): boolean =>
  kind === 'ledger' && columns.some(({ field }) => documentFields.has(field));
