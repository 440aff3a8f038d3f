/** Statements of account: what is on the sheet, that it reconciles, is found again, and never touches anything else. */
import { findAdditions } from '../../../src/excel/share/additions';
import {
  readLetterhead,
  removeStatements,
  type StatementSheet,
  writeStatements,
} from '../../../src/excel/sheets/statement';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../src/risk/slices';
import { statementOfAccountInSlices } from '../../../src/risk/statement/statementOfAccount';
import { type LedgerRow, ledgerOf } from '../../risk/metrics/ledgerOf';
import { type RunningExcel, startExcel } from '../harness';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const day = 45_473;
const rows: readonly LedgerRow[] = [
  { amount: 1000.1, invoiced: day - 100, due: day - 70 },
  { amount: 200.2, invoiced: day - 20, due: day + 10 },
  { amount: -50.05, invoiced: day - 5, due: day - 5 },
  { amount: 300, invoiced: day - 60, due: day - 30, paid: day - 10 },
];

function sheetFor(
  customer: string,
  items = rows,
  language: StatementSheet['language'] = 'en',
): StatementSheet {
  const ledger = ledgerOf(items.map(item => ({ ...item, customer })));
  const table = measureLedger(ledger, day, defaultPolicy);
  const statement = finishSlices(statementOfAccountInSlices(ledger, table, 0));
  return {
    customer,
    customerNumber: '',
    language,
    statement,
    documents: statement.lines.map((_, index) => `=I-${index}`),
    ageing: defaultPolicy.buckets.map(({ fromDay, toDay }, bucket) => ({
      fromDay,
      toDay,
      amount: table.buckets[bucket][0],
    })),
    isAgedByInvoice: false,
    currency: 'EUR',
  };
}

const letterhead = { company: 'Hawk & Co', address: '1 Mews' };

async function write(sheets: readonly StatementSheet[], head = letterhead) {
  const written = await writeStatements(sheets, head);
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  return written.value;
}

/** What the filled part of a sheet shows and holds. */
const read = (name: string) =>
  Excel.run(async context => {
    const sheet = context.workbook.worksheets.getItem(name);
    const range = sheet.getUsedRange();
    range.load('values,text,formulas,numberFormat');
    const printed = sheet.pageLayout.getPrintArea();
    printed.load('address');
    const titles = sheet.pageLayout.getPrintTitleRows();
    titles.load('address');
    sheet.pageLayout.load('orientation,paperSize,firstPageNumber');
    await context.sync();
    return {
      values: range.values,
      text: range.text,
      formulas: range.formulas,
      printed: printed.address,
      titles: titles.address,
      layout: sheet.pageLayout.toJSON(),
    };
  });

test('lists open items with a running balance, adds them up by a formula, and ages them to the same total', async () => {
  const [written] = await write([sheetFor('Acme Ltd')]);
  expect(written).toEqual({ key: 'Statement_1', sheetName: 'Statement Acme Ltd', isNew: true });
  const { values, text, formulas } = await read('Statement Acme Ltd');
  expect(values[0][0]).toBe('Hawk & Co');
  expect(values[1][0]).toBe('1 Mews');
  expect(values[4].slice(0, 2)).toEqual(['To', 'Acme Ltd']);
  expect(text[5].slice(0, 2)).toEqual(['As of', '2024-06-30']);
  expect(values[6].slice(0, 2)).toEqual(['Currency', 'EUR']);
  expect(values.slice(8, 11).map(row => row.slice(1))).toEqual([
    ['=I-0', 'Invoice', day - 70, 70, 1000.1, 1000.1, 1000.1],
    ['=I-1', 'Invoice', day + 10, '', 200.2, 200.2, 1200.3],
    ['=I-2', 'Credit note', day - 5, '', -50.05, -50.05, 1150.25],
  ]);
  expect(formulas[11][6]).toBe('=SUM(G9:G11)');
  expect(values[11][6]).toBeCloseTo(1150.25, 10);
  expect(values[12].slice(0, 7)).toEqual(['of which overdue', '', '', '', '', '', 1000.1]);
  const ageing = values[16].slice(0, 7).map(Number);
  const total = ageing.pop()!;
  expect(total).toBe(1150.25);
  expect(ageing.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(total, 10);
  expect(text[19]).toEqual(['2024-06-20', '', '', '', '', '', '300.00', '']);
});

test('is laid out to print: A4 upright, headers on every page, nothing beside it', async () => {
  await write([sheetFor('Acme Ltd')]);
  const { printed, titles, layout } = await read('Statement Acme Ltd');
  expect(printed).toMatch(/!\$?A\$?1:\$?H\$?\d+$/);
  expect(titles).toMatch(/\$?8:\$?8$/);
  expect(layout).toMatchObject({ orientation: 'Portrait', paperSize: 'A4' });
});

test('says the number of the customer, as text, and goes on one line below', async () => {
  await write([{ ...sheetFor('Acme Ltd'), customerNumber: '00123' }]);
  const { values, titles } = await read('Statement Acme Ltd');
  expect(values[4].slice(0, 2)).toEqual(['To', 'Acme Ltd']);
  expect(values[5].slice(0, 2)).toEqual(['Customer no.', '00123']);
  expect(values[6][0]).toBe('As of');
  expect(values[8][0]).toBe('Date');
  expect(titles).toMatch(/\$?9:\$?9$/);
  expect(await write([sheetFor('Acme Ltd')])).toMatchObject([{ isNew: false }]);
  expect((await read('Statement Acme Ltd')).values[5][0]).toBe('As of');
  const formulaLike = [{ ...sheetFor('Acme Ltd'), customerNumber: '=2+3 / 00123' }];
  for (const _ of [1, 2]) expect(await write(formulaLike)).toMatchObject([{ isNew: false }]);
  expect((await read('Statement Acme Ltd')).values[5][1]).toBe('=2+3 / 00123');
});

test('printed with others it is numbered by itself, and tells nobody how many there are', async () => {
  await write([sheetFor('Acme Ltd'), sheetFor('Beta')]);
  for (const name of ['Statement Acme Ltd', 'Statement Beta']) {
    expect((await read(name)).layout.firstPageNumber).toBe(1);
    expect(excel.book.sheetByName(name)!.pageLayout.headersFooters.centerFooter).toBe('Page &P');
  }
});

test('is found again by its customer and brought up to date in place, with fewer items and another letterhead', async () => {
  await write([sheetFor('Acme Ltd'), sheetFor('Beta')]);
  const again = await write([sheetFor('Beta', rows.slice(0, 1))], { company: 'New name', address: '' });
  expect(again).toEqual([{ key: 'Statement_2', sheetName: 'Statement Beta', isNew: false }]);
  const { values } = await read('Statement Beta');
  expect(values[0][0]).toBe('New name');
  expect(values[9][0]).toBe('Balance');
  expect(values.flat().filter(value => value === 'Credit note')).toEqual([]);
  expect(excel.book.sheets.map(({ name }) => name)).toEqual([
    'Sheet1',
    'Statement Acme Ltd',
    'Statement Beta',
  ]);
});

test('names that look like formulas, and names that no sheet can have, stay what they are', async () => {
  const names = ["=1+1'", '12/5', 'A very long name of a customer with [brackets]: and more'];
  await write(names.map(name => sheetFor(name)));
  expect(await write(names.map(name => sheetFor(name)))).toMatchObject(names.map(() => ({ isNew: false })));
  const sheets = excel.book.sheets.slice(1);
  expect(sheets.length).toBe(3);
  for (const [index, { name }] of sheets.entries()) {
    expect((await read(name)).values[4][1]).toBe(names[index]);
  }
});

test("is in the customer's language", async () => {
  await write([sheetFor('江苏宏达', rows, 'zh')]);
  const { values } = await read('对账单 江苏宏达');
  expect(values[3][0]).toBe('应收账款对账单');
  expect(values[7]).toEqual(['日期', '单据号', '类型', '到期日', '逾期天数', '金额', '未结金额', '余额']);
});

test('the letterhead is taken over from the statements that there are, but not its placeholder', async () => {
  expect(await readLetterhead()).toEqual({ ok: true, value: { company: '', address: '' } });
  await write([sheetFor('Acme Ltd')], { company: '', address: '' });
  expect(await readLetterhead()).toEqual({ ok: true, value: { company: '', address: '' } });
  await write([sheetFor('Beta')]);
  expect(await readLetterhead()).toEqual({ ok: true, value: letterhead });
});

test('is in the list of what Tiercel added, and goes exactly', async () => {
  await write([sheetFor('Acme Ltd'), sheetFor('Beta')]);
  const found = await findAdditions();
  expect(found.ok && found.value.sheets.map(({ key }) => key)).toEqual(['Statement_1', 'Statement_2']);
  await removeStatements(['Statement_1']);
  expect(excel.book.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Statement Beta']);
  await removeStatements(['Statement_2']);
  expect(excel.book.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
});

describe('one that stands elsewhere on its sheet by now is brought up to date there', () => {
  const sheet = () => excel.book.sheetByName('Statement Acme Ltd')!;
  const logo = () => {
    excel.book.insertRows(sheet(), 0, 2, 'user');
    excel.book.enter(sheet(), 0, 0, 'our logo');
  };

  test('below a logo, which stays, on the page too', async () => {
    await write([sheetFor('Acme Ltd')]);
    logo();
    await Excel.run(async context => {
      context.workbook.worksheets.getItem('Statement Acme Ltd').pageLayout.setPrintArea('A1:H30');
      await context.sync();
    });
    expect(await write([sheetFor('Acme Ltd', rows.slice(0, 2))])).toMatchObject([{ isNew: false }]);
    const { values, printed, titles, formulas } = await read('Statement Acme Ltd');
    expect([values[0][0], values[2][0], values[6][1]]).toEqual(['our logo', 'Hawk & Co', 'Acme Ltd']);
    expect(printed).toMatch(/!A1:H\d+$/);
    expect(titles).toMatch(/!10:10$/);
    const [total] = formulas.filter(([label]) => label === 'Balance');
    expect(total[6]).toBe('=SUM(G11:G12)');
    expect(values.flat().filter(value => value === 'Credit note')).toEqual([]);
    expect(await readLetterhead()).toEqual({ ok: true, value: letterhead });
  });

  test('beside a column that was put before it', async () => {
    await write([sheetFor('Acme Ltd')]);
    excel.book.insertColumns(sheet(), 0, 1, 'user');
    expect(await write([sheetFor('Acme Ltd', rows.slice(0, 1))])).toMatchObject([{ isNew: false }]);
    const { values, formulas } = await read('Statement Acme Ltd');
    expect([sheet().value(0, 0), sheet().value(4, 2)]).toEqual([null, 'Acme Ltd']);
    expect(formulas.flat()).toContain('=SUM(H9)');
    expect(values.flat().filter(value => value === 'Credit note')).toEqual([]);
  });

  test('where its first row was deleted', async () => {
    await write([sheetFor('Acme Ltd')]);
    excel.book.deleteRows(sheet(), 0, 1, 'user');
    expect(await write([sheetFor('Acme Ltd')])).toMatchObject([{ isNew: false }]);
    const { values } = await read('Statement Acme Ltd');
    expect(values.filter(([label]) => label === 'To')).toHaveLength(1);
    expect(values[4].slice(0, 2)).toEqual(['To', 'Acme Ltd']);
  });
});

test('customers of one name keep a sheet each, by their numbers', async () => {
  const both = ['1001', '1002'].map(customerNumber => ({ ...sheetFor('Acme Ltd'), customerNumber }));
  const first = await write(both);
  expect(await write(both)).toEqual(first.map(each => ({ ...each, isNew: false })));
  for (const [index, { sheetName }] of first.entries()) {
    expect((await read(sheetName)).values[5].slice(0, 2)).toEqual([
      'Customer no.',
      both[index].customerNumber,
    ]);
  }
});

test('none is written where one of them is protected or no sheet can be added', async () => {
  await write([sheetFor('Acme Ltd'), sheetFor('Beta')]);
  const beta = excel.book.sheetByName('Statement Beta')!;
  const refused = async (sheets: readonly StatementSheet[]) => {
    const before = JSON.stringify((await read('Statement Acme Ltd')).values);
    const outcome = await writeStatements(sheets, letterhead);
    expect(JSON.stringify((await read('Statement Acme Ltd')).values)).toBe(before);
    return outcome;
  };
  beta.isProtected = true;
  expect(await refused([sheetFor('Acme Ltd', rows.slice(0, 1)), sheetFor('Beta')])).toMatchObject({
    problem: { key: 'sheetProtected', detail: { sheet: 'Statement Beta' } },
  });
  excel.book.isStructureProtected = true;
  expect(await refused([sheetFor('Acme Ltd', rows.slice(0, 1)), sheetFor('Gamma')])).toMatchObject({
    problem: { key: 'workbookProtected' },
  });
});
