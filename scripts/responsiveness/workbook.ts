/** A workbook of any size with a ledger and the list of its customers, invented anew from a seed. */
import { createBook } from '../../src/workbench/book/book';
import type { Book, CellInput } from '../../src/workbench/book/types';
import { saveWorkbook } from '../../src/workbench/files/saveWorkbook';
import { Random } from '../sample/random';

/** 30 June 2024. */
const asOf = 45_473;
export const asOfText = '2024-06-30';
export const ledgerSheet = 'Invoices';
export const listSheet = 'Customers';

const invoicesPerCustomer = 4;
const twoYears = 730;

const ledgerHeader = [
  'Customer',
  'Customer no.',
  'Invoice no.',
  'Invoice date',
  'Due date',
  'Amount',
  'Open amount',
  'Paid date',
];
const listHeader = [
  'Customer',
  'Customer no.',
  'Region',
  'Industry',
  'Salesperson',
  'Contract end',
  'Payment terms (days)',
  'Credit limit',
  'Exposure',
  'Overdue',
  'Sales (12 months)',
];
const regions = ['North', 'East', 'South', 'West'] as const;
const industries = ['Machinery', 'Chemicals', 'Food', 'Textiles', 'Electronics'] as const;
const salespeople = ['Wang Min', 'Li Na', 'J. Baker', 'A. Novak', 'S. Okafor', 'Chen Jie'] as const;

/** What a file of so many customers holds: four invoices each, a third of them open, some dates that are text. */
export async function inventWorkbook(customerCount: number): Promise<Uint8Array> {
  const random = new Random(customerCount);
  const book = createBook();
  book.suspendCalculation();
  const customers = Array.from({ length: customerCount }, (_, index) => ({
    name: index % 2 === 0 ? `江苏宏达机械${index}有限公司` : `Baker & Sons ${index} Ltd`,
    number: `C-${100_000 + index}`,
  }));
  const invoices = Array.from({ length: customerCount * invoicesPerCustomer }, (_, row) => {
    const { name, number } = customers[row % customerCount];
    const invoiceDate = asOf - random.whole(0, twoYears);
    const dueDate = invoiceDate + random.pick([30, 45, 60, 90]);
    const amount = random.whole(10_000, 9_000_000) / 100;
    const paidDate = dueDate + random.whole(-10, random.chance(0.3) ? 600 : 60);
    const isOpen = paidDate > asOf;
    // One in two hundred is text, as in an export: something to remark and to fix.
    const isText = random.chance(0.005);
    return [
      name,
      number,
      `INV-${row}`,
      isText ? `'${isoOf(invoiceDate)}` : invoiceDate,
      dueDate,
      amount,
      isOpen ? amount : 0,
      isOpen ? null : paidDate,
    ];
  });
  const list = customers.map(({ name, number }) => {
    const exposure = random.whole(0, 20_000_000) / 100;
    return [
      name,
      number,
      random.pick(regions),
      random.pick(industries),
      random.pick(salespeople),
      asOf + random.whole(-100, 800),
      random.pick([30, 45, 60, 90]),
      random.whole(1, 40) * 10_000,
      exposure,
      random.chance(0.4) ? Math.round(exposure * 40) / 100 : 0,
      exposure * 5,
    ];
  });
  book.renameSheet(book.activeSheet, ledgerSheet);
  write(book, ledgerSheet, [ledgerHeader, ...invoices], [3, 4, 7]);
  book.addSheet(listSheet);
  write(book, listSheet, [listHeader, ...list], [5]);
  book.activate(book.sheetByName(ledgerSheet)!);
  return saveWorkbook(book);
}

function write(
  book: Book,
  name: string,
  rows: readonly (readonly CellInput[])[],
  dates: readonly number[],
): void {
  const sheet = book.sheetByName(name)!;
  const area = { row: 0, column: 0, rowCount: rows.length, columnCount: rows[0].length };
  book.setCells(sheet, area, rows, 'addin');
  for (const column of dates) {
    const cells = { row: 1, column, rowCount: rows.length - 1, columnCount: 1 };
    book.setStyle(sheet, cells, { numberFormat: 'yyyy-mm-dd' });
  }
  book.addTable(sheet, area, name);
}

const isoOf = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
