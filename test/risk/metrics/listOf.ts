import {
  type CustomerNumber,
  type CustomerText,
  customerNumbers,
  customerTexts,
} from '../../../src/risk/ledger/customerList/customerFields';
import type { CustomerList } from '../../../src/risk/ledger/customerList/customerList';

/** A row of a small customer list; what is left out is not on the sheet. */
export type ListRow = { readonly name: string } & Partial<Record<CustomerNumber, number>> &
  Partial<Record<CustomerText, string>>;

/** Build the columns of a small customer list as the reader would. */
export function listOf(rows: readonly ListRow[], unplaced: CustomerList['unplaced'] = []): CustomerList {
  const numbers = (name: CustomerNumber) => Float64Array.from(rows, row => row[name] ?? Number.NaN);
  const texts = (name: CustomerText) => rows.map(row => row[name] ?? '');
  return {
    rowCount: rows.length,
    customers: rows.map(row => row.name),
    sheetRow: Int32Array.from(rows, (_, index) => index + 3),
    numbers: Object.fromEntries(
      customerNumbers.map(name => [name, numbers(name)]),
    ) as CustomerList['numbers'],
    texts: Object.fromEntries(
      customerTexts.map(name => [name, texts(name)]),
    ) as unknown as CustomerList['texts'],
    unplaced,
    findings: [],
  };
}
