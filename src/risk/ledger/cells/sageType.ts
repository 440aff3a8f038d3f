import { plainText } from '../cell';
import type { Cell } from '../ledger';
import type { DocumentType } from './documentType';

/**
 * Types of Sage 50 that mean something else in other programs (SAP's `SA` is any document of the general ledger), by its own list of
 * transaction types: a receipt on account, a discount taken with a receipt, a payment to a customer.
 */
const openTypes = { SA: 'payment', SD: 'payment', SP: 'debit' } as const satisfies Record<
  string,
  DocumentType
>;

export type OpenType = keyof typeof openTypes;

/** What stands beside them in a column of Sage's, and what stands there in SAP's. */
const ofSage: ReadonlySet<string> = new Set(['SI', 'SC', 'SR']);
const ofSap: ReadonlySet<string> = new Set(['RV', 'DR', 'DZ', 'DG', 'DA', 'AB', 'ZP', 'ZV']);
/** Headers that Sage alone writes so: account, nominal code, tax code. */
const sageHeaders: ReadonlySet<string> = new Set(['A/C', 'N/C', 'T/C']);

/** Whose types a column has; null where its cells and the headers do not tell. */
export type TypeSystem = 'sage' | 'sap' | null;

const upperCase = (cell: Cell): string => (typeof cell === 'string' ? plainText(cell).toUpperCase() : '');

/**
 * Find the type in a cell that only the rest of its column explains; null for any other.
 *
 * @example openTypeIn('SA') //=> 'SA'
 */
export function openTypeIn(cell: Cell): OpenType | null {
  const text = upperCase(cell);
  return text in openTypes ? (text as OpenType) : null;
}

/**
 * Tell whose types a column has: by its other cells, else by the headers of the sheet.
 *
 * @param cells the different cells of the column
 * @example typeSystemOf(['SI', 'SA'], ['Type', 'Date']) //=> 'sage'
 * @example typeSystemOf(['RV', 'DZ', 'SA'], ['Type', 'Date']) //=> 'sap'
 */
export function typeSystemOf(cells: Iterable<Cell>, headers: readonly string[]): TypeSystem {
  const texts = [...cells].map(upperCase);
  const [isSage, isSap] = [ofSage, ofSap].map(types => texts.some(text => types.has(text)));
  if (isSage !== isSap) return isSage ? 'sage' : 'sap';
  return !isSap && headers.some(header => sageHeaders.has(upperCase(header))) ? 'sage' : null;
}

/** What an open type is in a column of that system: only Sage's lower what is owed whatever their sign, all others count as written. */
export const meaningOf = (type: OpenType, system: TypeSystem): DocumentType =>
  system === 'sage' ? openTypes[type] : 'invoice';
