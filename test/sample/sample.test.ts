/** The sample is what a newcomer sees first and what the browser tests count on. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { createSample, defaultSeed, paneSampleFile, writeSample } from '../../scripts/sample';
import { positionOf } from '../../scripts/sample/position';
import { asOf, type Invoice, inventTrade } from '../../scripts/sample/trade';
import { createBook } from '../../src/workbench/book/book';
import type { Sheet } from '../../src/workbench/book/types';
import { openWorkbook } from '../../src/workbench/files/openWorkbook';

const trade = inventTrade(defaultSeed);
const book = createSample();
const [invoices, customers, formulas] = book.sheets as [Sheet, Sheet, Sheet];
const invoicesOf = new Map(trade.customers.map(customer => [customer, [] as Invoice[]]));
for (const each of trade.invoices) invoicesOf.get(each.customer)!.push(each);
const total = (items: readonly Invoice[], value: (invoice: Invoice) => number) =>
  items.reduce((sum, item) => sum + value(item), 0);

describe('trade', () => {
  test('is 12,000 invoices of 400 customers over two years', () => {
    expect(trade.invoices).toHaveLength(12_000);
    expect(trade.customers).toHaveLength(400);
    expect(new Set(trade.customers.map(each => each.name)).size).toBe(400);
    expect(new Set(trade.invoices.map(each => each.customer)).size).toBe(400);
    expect(Math.min(...trade.invoices.map(each => each.invoiceDate))).toBeGreaterThanOrEqual(44_741);
    expect(Math.max(...trade.invoices.map(each => each.invoiceDate))).toBeLessThanOrEqual(45_473);
  });

  test('is open exactly where nothing says it was paid by the as-of date', () => {
    for (const each of trade.invoices) {
      if (each.paidDate !== null) expect(each.paidDate).toBeLessThanOrEqual(asOf);
      expect(each.openAmount === 0).toBe(each.paidDate !== null);
      expect(Math.abs(each.openAmount)).toBeLessThanOrEqual(Math.abs(each.amount));
      expect(Math.sign(each.openAmount) * Math.sign(each.amount)).toBeGreaterThanOrEqual(0);
    }
  });

  test('has one customer too large, and it stands first', () => {
    const owed = trade.customers.map(customer => total(invoicesOf.get(customer)!, each => each.openAmount));
    const share = owed[0] / owed.reduce((sum, each) => sum + each, 0);
    expect(share).toBeGreaterThan(0.12);
    expect(share).toBeLessThan(0.18);
    expect(Math.max(...owed)).toBe(owed[0]);
  });

  test('has late payers who get worse', () => {
    const meanDelay = (customer: (typeof trade.customers)[number], from: number, until: number) => {
      const paid = invoicesOf
        .get(customer)!
        .filter(
          each =>
            each.customer === customer &&
            each.invoiceDate >= from &&
            each.invoiceDate < until &&
            each.paidDate !== null,
        );
      return paid.length < 5 ? Number.NaN : total(paid, each => each.paidDate! - each.dueDate) / paid.length;
    };
    const middle = asOf - 365;
    const worse = trade.customers.filter(
      customer => meanDelay(customer, middle, asOf - 60) > meanDelay(customer, 0, middle) + 12,
    );
    expect(worse.length).toBeGreaterThan(25);
    expect(worse.length).toBeLessThan(120);
  });

  test('has disputes, credit notes, duplicates, broken limits and ending contracts', () => {
    const numbers = trade.invoices.map(each => each.number);
    expect(numbers.length - new Set(numbers).size).toBe(6);
    expect(trade.invoices.filter(each => each.amount < 0).length).toBeGreaterThan(150);
    expect(trade.invoices.filter(each => each.isDisputed && each.openAmount > 0).length).toBeGreaterThan(30);
    const overLimit = trade.customers.filter(customer => {
      return (
        customer.creditLimit > 0 &&
        positionOf(customer, invoicesOf.get(customer)!).exposure > customer.creditLimit
      );
    });
    expect(overLimit.length).toBeGreaterThan(10);
    expect(overLimit.length).toBeLessThan(80);
    const ends = trade.customers.map(each => each.contractEnd);
    expect(ends.filter(end => end !== null && end < asOf).length).toBeGreaterThan(8);
    expect(ends.filter(end => end !== null && end >= asOf && end < asOf + 90).length).toBeGreaterThan(15);
    expect(ends.filter(end => end === null).length).toBeGreaterThan(8);
  });

  test('has Chinese and English names', () => {
    const chinese = trade.customers.filter(each => /\p{Script=Han}/u.test(each.name)).length;
    expect(chinese).toBeGreaterThan(200);
    expect(chinese).toBeLessThan(320);
  });

  test('changes with the seed', () => {
    expect(inventTrade(1).invoices[0].amount).not.toBe(trade.invoices[0].amount);
  });
});

describe('workbook', () => {
  test('has a ledger, a customer list and a sheet of formulas', () => {
    expect(book.sheets.map(sheet => sheet.name)).toEqual(['Invoices', 'Customers', 'Formulas']);
    expect(invoices.usedArea(true)).toEqual({ row: 0, column: 0, rowCount: 12_001, columnCount: 12 });
    expect(invoices.tables.map(table => [table.name, table.area.rowCount])).toEqual([['Invoices', 12_001]]);
    expect(customers.usedArea(true)?.rowCount).toBe(401);
  });

  test('has a dozen dirty cells, typed as real ledgers have them', () => {
    const cells = Array.from({ length: 12_000 }, (_, row) =>
      [4, 5, 6, 7].map(column => invoices.value(row + 1, column)),
    );
    expect(cells.flat().filter(cell => typeof cell === 'string')).toHaveLength(9);
    expect(cells.filter(([, due]) => due === null)).toHaveLength(3);
    expect(cells.flat().filter(cell => typeof cell === 'string' && /[０-９]/.test(cell))).toHaveLength(1);
    expect(cells.flat().filter(cell => typeof cell === 'string' && /年.*月.*日/.test(cell))).toHaveLength(2);
  });

  test('shows each of the seven formulas, in cells that no other formula holds', () => {
    const used = formulas.usedArea(true)!;
    const found = new Set<string>();
    for (let row = 0; row < used.rowCount; row++)
      for (let column = 0; column < used.columnCount; column++)
        for (const [, name] of formulas.formula(row, column)?.matchAll(/TIERCEL\.(\w+)/g) ?? [])
          found.add(name);
    expect([...found].sort()).toEqual([
      'AGING',
      'AGINGBUCKET',
      'CONCENTRATION',
      'DSO',
      'RISKSCORE',
      'TIER',
      'TURNOVER',
    ]);
  });
});

describe('file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tiercel-sample-'));
  const path = join(folder, 'deep', 'sample.xlsx');
  beforeAll(() => writeSample(path));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is the same, byte for byte, when written again', async () => {
    const hash = () => createHash('sha256').update(readFileSync(path)).digest('hex');
    const before = hash();
    await writeSample(path);
    expect(hash()).toBe(before);
  });

  test('opens in another program with its table, its texts and its dates', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const sheet = workbook.getWorksheet('Invoices')!;
    expect(sheet.getTable('Invoices')).toBeDefined();
    expect(sheet.rowCount).toBe(12_001);
    expect(sheet.getCell('E2').value).toBeInstanceOf(Date);
    expect(sheet.getCell('A2').value).toBe(trade.invoices[0].customer.name);
  }, 30_000);

  test('opens in the workbench as it was made', async () => {
    const opened = createBook();
    await openWorkbook(readFileSync(path), 'sample.xlsx', opened);
    const again = opened.sheetByName('Invoices')!;
    for (const row of [0, 1, 2_141, 6_734, 12_000])
      for (let column = 0; column < 12; column++)
        expect([row, column, again.value(row, column)]).toEqual([row, column, invoices.value(row, column)]);
    const formulaSheet = opened.sheetByName('Formulas')!;
    expect(formulaSheet.formula(7, 2)).toBe('=TIERCEL.DSO($C$5,$G$8:$G$19)');
    expect(opened.activeSheet.name).toBe('Invoices');
  }, 30_000);
});

test('the sample of the pane is what the seed gives, and has customers in trouble', () => {
  const file = readFileSync(join(__dirname, '..', '..', 'assets', 'sample.json'), 'utf8');
  expect(file).toBe(paneSampleFile());
  const [ledger, list] = JSON.parse(file);
  expect(ledger.rows.length).toBeGreaterThan(400);
  expect(list.rows).toHaveLength(25);
  for (const { headers, formats, rows } of [ledger, list]) {
    for (const row of [headers.en, headers.zh, formats, ...rows]) expect(row).toHaveLength(formats.length);
  }
});
