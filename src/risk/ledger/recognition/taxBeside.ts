import { readAmount } from '../cells/readAmount';
import type { Cell, ColumnMapping, Field } from '../ledger';
import { columnOf } from './columnOf';

type Row = readonly Cell[];

const taxName =
  /^(?:(?:vat|gst|sales tax|tax|output vat)(?: amount| amt)?|mwst|ust|umsatzsteuer|tva|montant tva|iva|importe iva|btw|moms|税额|增值税|增值税额|销项税|销项税额|税金)$/;

/** Rates of value added tax that countries have, in per cent. */
const rates = [1, 3, 5, 5.5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25];
const most = 0.8;
/** What rounding tax to a cent does to its share of 100, in per cent. */
const roundingOfHundred = 0.6;

/**
 * Find the column of tax beside amounts that may be without it: no column has both, and what is open is not said either. -1 where there is none, or where
 * tax is that share of the amounts which only amounts with tax have.
 *
 * @param headers as `headerWords` writes them
 * @param rows some rows of data
 * @example taxBesideIn(['customer', 'amount', 'vat'], columns, [['Acme', 100, 20]]) //=> 2
 */
export function taxBesideIn(
  headers: readonly string[],
  columns: readonly ColumnMapping[],
  rows: readonly Row[],
): number {
  const columnIn = (field: Field) => columnOf(columns, field);
  const [amount, open] = [columnIn('amount'), columnIn('openAmount')];
  const tax = headers.findIndex(
    (words, column) => taxName.test(words) && columns.every(mapping => mapping.column !== column),
  );
  if (tax < 0 || amount < 0 || open >= 0) return -1;
  const shares = rows
    .map(row => [readAmount(row[tax]), readAmount(row[amount])] as const)
    .filter(([ofTax, of]) => ofTax !== 0 && of > ofTax)
    .map(([ofTax, of]) => ({ ofNet: isRate(ofTax, of), ofGross: isRate(ofTax, of - ofTax) }));
  const areRates = (found: readonly boolean[]) => found.filter(Boolean).length >= most * found.length;
  if (shares.length === 0) return -1;
  const isGross = areRates(shares.map(({ ofGross }) => ofGross));
  return isGross && !areRates(shares.map(({ ofNet }) => ofNet)) ? -1 : tax;
}

const isRate = (tax: number, of: number): boolean =>
  rates.some(rate => Math.abs(rate - (100 * tax) / of) < 0.001 + roundingOfHundred / of);
