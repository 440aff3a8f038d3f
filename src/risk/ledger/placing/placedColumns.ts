import { placesUpTo } from '../../metrics/placesUpTo';
import { isSettlement } from '../cells/documentType';
import type { SheetRows } from '../columns/sheetRows';
import type { LedgerRows } from '../ledgerRows';
import { dateOpenings } from '../settlement/openingDates';
import { longestTerms } from './grantedToCustomers';
import { pick } from './pick';

/** What the placed rows say apart from money. */
export interface PlacedColumns {
  readonly customers: readonly string[];
  readonly customer: Int32Array;
  /** By customer the code that the reading of rows gave it. */
  readonly codes: ArrayLike<number>;
  readonly invoiceDate: Float32Array;
  readonly dueDate: Float32Array;
  /** Per customer. */
  readonly termsDays: Float64Array;
  readonly documentType: Uint8Array | null;
  readonly sheetRow: SheetRows;
  /** An opening balance took the date of other rows. */
  readonly hasDatedOpenings: boolean;
}

/** Lay out customers and dates of the placed rows; due dates that are missing fall back, and are findings. */
export function placedColumns(rows: LedgerRows, placed: Int32Array): PlacedColumns {
  const { customer, customers, codes } = renumber(rows, placed);
  const invoiceDate = datesOf(rows, 'invoiceDate', placed);
  const documentType = rows.type ? pick(rows.type.values, placed) : null;
  const dated = { customer, invoiceDate, dueDate: datesOf(rows, 'dueDate', placed) };
  const hasDatedOpenings = dateOpenings(documentType, dated, customers.length);
  const termsDays = longestTerms(rows, placed, customer, customers.length);
  const dueDate = dueDates(rows, placed, customer, termsDays, invoiceDate);
  const sheetRow = placed.length === rows.length ? rows.sheetRow : rows.sheetRow.pick(placed);
  return {
    customers,
    customer,
    codes,
    invoiceDate,
    dueDate,
    termsDays,
    documentType,
    sheetRow,
    hasDatedOpenings,
  };
}

/** The dates of the placed rows, NaN for all where the sheet has no such column. */
export function datesOf(
  rows: LedgerRows,
  field: 'invoiceDate' | 'paidDate' | 'dueDate',
  placed: Int32Array,
): Float32Array {
  const column = rows[field];
  return column ? pick(column.serials.values, placed) : new Float32Array(placed.length).fill(Number.NaN);
}

/** Customers of other currencies have no code in this ledger. */
function renumber(
  rows: LedgerRows,
  placed: Int32Array,
): Pick<PlacedColumns, 'customer' | 'customers' | 'codes'> {
  const { codes, hasMoved } = rows.customer;
  const { names } = rows.customer.register;
  // Codes were given in the order of the rows.
  if (placed.length === codes.length && !hasMoved)
    return { customer: codes, customers: names, codes: placesUpTo(names.length) };
  const codeHere = new Int32Array(names.length).fill(-1);
  const customers: string[] = [];
  const codesOfCustomers: number[] = [];
  const customer = new Int32Array(placed.length);
  for (let index = 0; index < placed.length; index++) {
    const code = codes[placed[index]];
    if (codeHere[code] < 0) {
      codeHere[code] = customers.length;
      customers.push(names[code]);
      codesOfCustomers.push(code);
    }
    customer[index] = codeHere[code];
  }
  return { customer, customers, codes: codesOfCustomers };
}

/** The due date as written, else invoice date and terms (the row's, then the customer's), else the invoice date. */
function dueDates(
  rows: LedgerRows,
  placed: Int32Array,
  customer: Int32Array,
  termsOfCustomer: Float64Array,
  invoiced: Float32Array,
): Float32Array {
  const due = datesOf(rows, 'dueDate', placed);
  for (let index = 0; index < placed.length; index++) {
    if (!Number.isNaN(due[index])) continue;
    const row = placed[index];
    const ownTerms = rows.termsDays?.values[row] ?? Number.NaN;
    const terms = Number.isNaN(ownTerms) ? termsOfCustomer[customer[index]] : ownTerms;
    due[index] = invoiced[index] + (Number.isNaN(terms) ? 0 : terms);
    // Money has no due date to miss.
    if (rows.type && isSettlement(rows.type.values[row])) continue;
    rows.findings.add('missingDueDate', rows.sheetRow.at(row), rows.column('dueDate'), '');
  }
  return due;
}
