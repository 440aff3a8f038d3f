/** The sheet `Customers`: a row per customer with limit, terms, contract and its position, so that it tiers on its own. */
import { groupBy } from '../../src/risk/groupBy';
import type { Book, CellInput, Sheet } from '../../src/workbench/book/types';
import { dateFormat, moneyFormat, setWidths, shareFormat, styleHeader } from './look';
import { positionOf } from './position';
import type { Customer, Invoice, Trade } from './trade';

const headers = [
  'Customer',
  'Customer no.',
  'Region',
  'Industry',
  'Salesperson',
  'Contract start',
  'Contract end',
  'Payment terms (days)',
  'Credit limit',
  'Exposure',
  'Overdue',
  'Sales (12 months)',
  'DSO',
  // The factors of a score, side by side, so that one range feeds RISKSCORE.
  'Overdue share',
  'Days beyond terms',
  'Payment delay rate',
  'Oldest days overdue',
  'Limit utilization',
  'Disputed share',
  'Years as a customer',
];

/** The columns of the factors, as a formula names them. */
export const factorColumns = { first: 'N', last: 'T' } as const;

export function writeCustomers(book: Book, sheet: Sheet, { customers, invoices }: Trade): void {
  const byCustomer = groupBy(invoices, ({ customer }) => customer);
  const rows = customers.map((customer, index) => rowOf(customer, byCustomer.get(customer) ?? [], index + 2));
  const area = { row: 0, column: 0, rowCount: rows.length + 1, columnCount: headers.length };
  book.setCells(sheet, area, [headers, ...rows], 'addin');
  const format = (column: number, columnCount: number, numberFormat: string) =>
    book.setStyle(sheet, { row: 1, column, rowCount: rows.length, columnCount }, { numberFormat });
  format(5, 2, dateFormat);
  format(8, 4, moneyFormat);
  format(12, 1, '0.0');
  format(13, 1, shareFormat);
  format(14, 1, '0.0');
  format(15, 1, shareFormat);
  format(17, 2, shareFormat);
  format(19, 1, '0.0');
  styleHeader(book, sheet, { row: 0, column: 0, rowCount: 1, columnCount: headers.length });
  book.addTable(sheet, area, 'Customers');
  setWidths(
    sheet,
    [236, 116, 104, 108, 112, 104, 104, 112, 116, 116, 112, 124, 72, 96, 100, 112, 112, 104, 96, 104],
  );
  sheet.frozenRows = 1;
  sheet.frozenColumns = 1;
}

function rowOf(customer: Customer, invoices: readonly Invoice[], row: number): CellInput[] {
  const position = positionOf(customer, invoices);
  return [
    customer.name,
    customer.number,
    customer.region,
    customer.industry,
    customer.salesperson,
    customer.contractStart,
    customer.contractEnd,
    customer.termsDays,
    customer.creditLimit === 0 ? null : customer.creditLimit,
    position.exposure,
    position.overdue,
    position.sales,
    position.dso,
    `=IF(J${row}>0,MIN(1,K${row}/J${row}),0)`,
    position.daysBeyondTerms,
    position.delayRate,
    position.oldestDays,
    `=IF(I${row}>0,MAX(0,J${row}/I${row}),"")`,
    position.disputedShare,
    position.tenureYears,
  ];
}
