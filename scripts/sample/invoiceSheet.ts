/** The sheet `Invoices`: one native table, a row per invoice or credit note. */
import type { Book, CellInput, Sheet } from '../../src/workbench/book/types';
import { dirtied, dirtyCells } from './dirtyCells';
import { invoiceColumns } from './invoiceColumns';
import { dateFormat, moneyFormat, setWidths, styleHeader } from './look';
import type { Invoice } from './trade';

const headers = [
  'Customer',
  'Customer no.',
  'Invoice no.',
  'Type',
  'Invoice date',
  'Due date',
  'Amount',
  'Open amount',
  'Paid date',
  'Disputed',
  'Currency',
  'Salesperson',
];

export function writeInvoices(book: Book, sheet: Sheet, invoices: readonly Invoice[]): void {
  const rows = invoices.map(rowOf);
  for (const { row, column, as } of dirtyCells) rows[row][column] = dirtied(rows[row][column]!, as);
  const area = { row: 0, column: 0, rowCount: rows.length + 1, columnCount: headers.length };
  book.setCells(sheet, area, [headers, ...rows], 'addin');
  const body = { row: 1, rowCount: rows.length };
  const { invoiceDate, amount, paidDate } = invoiceColumns;
  book.setStyle(
    sheet,
    { ...body, column: invoiceDate, columnCount: 2 },
    { numberFormat: dateFormat, horizontal: 'center' },
  );
  book.setStyle(sheet, { ...body, column: amount, columnCount: 2 }, { numberFormat: moneyFormat });
  book.setStyle(
    sheet,
    { ...body, column: paidDate, columnCount: 1 },
    { numberFormat: dateFormat, horizontal: 'center' },
  );
  book.setStyle(sheet, { ...body, column: 9, columnCount: 2 }, { horizontal: 'center' });
  styleHeader(book, sheet, { row: 0, column: 0, rowCount: 1, columnCount: headers.length });
  book.addTable(sheet, area, 'Invoices');
  setWidths(sheet, [236, 116, 104, 92, 108, 96, 112, 124, 96, 92, 96, 116]);
  sheet.frozenRows = 1;
  sheet.frozenColumns = 1;
}

function rowOf(invoice: Invoice): CellInput[] {
  return [
    invoice.customer.name,
    invoice.customer.number,
    invoice.number,
    invoice.type,
    invoice.invoiceDate,
    invoice.dueDate,
    invoice.amount,
    invoice.openAmount,
    invoice.paidDate,
    invoice.isDisputed ? 'Yes' : null,
    'CNY',
    invoice.customer.salesperson,
  ];
}
