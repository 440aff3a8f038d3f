import {
  type CustomerList,
  type CustomerNumber,
  customerNumbers,
} from '../../../src/risk/ledger/customerList';

/** A row of a small customer list; what is left out is not on the sheet. */
export type ListRow = { readonly name: string } & Partial<Record<CustomerNumber, number>>;

/** Build the columns of a small customer list as the reader would. */
export function listOf(rows: readonly ListRow[], unplaced: CustomerList['unplaced'] = []): CustomerList {
  const column = (name: CustomerNumber) => Float64Array.from(rows, row => row[name] ?? Number.NaN);
  const nothing = rows.map(() => '');
  return {
    rowCount: rows.length,
    customers: rows.map(row => row.name),
    sheetRow: Int32Array.from(rows, (_, index) => index + 3),
    numbers: Object.fromEntries(customerNumbers.map(name => [name, column(name)])) as CustomerList['numbers'],
    texts: {
      customerNumber: nothing,
      industry: nothing,
      region: nothing,
      salesperson: nothing,
      currency: nothing,
      rating: nothing,
    },
    unplaced,
    findings: [],
  };
}
