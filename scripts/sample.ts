/**
 * `npm run sample` writes `assets/sample.xlsx`: 400 invented customers and 12,000 invoices over the two years to 30 June 2024.
 * The same seed gives the same bytes; nothing in it is anybody's data.
 * Beside it `assets/sample.json`, what the pane puts into an empty workbook.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createBook } from '../src/workbench/book/book';
import type { Book } from '../src/workbench/book/types';
import { saveWorkbook } from '../src/workbench/files/saveWorkbook';
import { writeCustomers } from './sample/customerSheet';
import { writeFormulas } from './sample/formulaSheet';
import { writeInvoices } from './sample/invoiceSheet';
import { paneSample } from './sample/paneSample';
import { inventTrade } from './sample/trade';

export const defaultSeed = 20_240_630;

/** Put the sample into a new book, not calculated: whoever opens it has the formulas' answers computed. */
export function createSample(seed = defaultSeed): Book {
  const trade = inventTrade(seed);
  const book = createBook();
  book.suspendCalculation();
  const invoices = book.activeSheet;
  book.renameSheet(invoices, 'Invoices');
  const customers = book.addSheet('Customers');
  const formulas = book.addSheet('Formulas');
  writeInvoices(book, invoices, trade.invoices);
  writeCustomers(book, customers, trade);
  writeFormulas(book, formulas, trade);
  book.activate(invoices);
  return book;
}

/** Write the sample workbook to a file, making its folder where there is none. */
export async function writeSample(path: string, seed = defaultSeed): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await saveWorkbook(createSample(seed)));
}

/** What `assets/sample.json` holds: a row a line, so that a change can be read. */
export function paneSampleFile(seed = defaultSeed): string {
  const sheets = paneSample(seed).map(({ rows, ...sheet }) => {
    const head = JSON.stringify(sheet).slice(0, -1);
    return `${head},"rows":[\n${rows.map(row => JSON.stringify(row)).join(',\n')}\n]}`;
  });
  return `[\n${sheets.join(',\n')}\n]\n`;
}

if (require.main === module) {
  const assets = join(__dirname, '..', 'assets');
  const path = join(assets, 'sample.xlsx');
  writeFileSync(join(assets, 'sample.json'), paneSampleFile());
  writeSample(path).then(
    () => console.log(`Wrote ${path}`),
    error => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}
