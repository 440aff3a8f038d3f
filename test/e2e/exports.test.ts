/** What accounting programs export is tiered as it comes: titles, headings, subtotals, merged cells, foreign amounts. */
import ExcelJS from 'exceljs';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

beforeEach(async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none&locale=en-US&width=360' });
});
afterEach(() => leaveWorkbench(workbench));

type Rows = readonly (readonly (string | number | Date | null)[])[];
const paneText = () => workbench.pane.locator('main').innerText();
const day = (text: string) => new Date(`${text}T00:00:00Z`);

async function tier(rows: Rows, merge: readonly string[] = []): Promise<void> {
  const file = new ExcelJS.Workbook();
  const sheet = file.addWorksheet('Export');
  for (const row of rows) sheet.addRow([...row]);
  for (const address of merge) sheet.mergeCells(address);
  await workbench.open(new Uint8Array(await file.xlsx.writeBuffer()), 'export.xlsx');
  await workbench.press('Tier this sheet');
  await workbench.pane.getByRole('region', { name: 'Money at risk', exact: true }).waitFor();
}

test("Xero's detailed list: customers are headings, the day is in the title, highlights come from written columns", async () => {
  await tier([
    ['Aged Receivables Detail'],
    ['As at 30 June 2024'],
    [],
    ['Invoice Date', 'Due Date', 'Invoice Number', 'Current', '< 1 Month', 'Total'],
    ['Acme Corp'],
    [day('2024-05-01'), day('2024-06-01'), 'INV-0001', 0, 500, 500],
    [day('2024-06-01'), day('2024-07-01'), 'INV-0002', 250, 0, 250],
    ['Total Acme Corp', null, null, 250, 500, 750],
    ['Bayside Club'],
    [day('2024-01-01'), day('2024-02-01'), 'INV-0003', 0, 234, 234],
    ['Total Bayside Club', null, null, 0, 234, 234],
    ['Total', null, null, 250, 734, 984],
  ]);
  const text = await paneText();
  expect(text).toContain('30 Jun 2024');
  expect(text).toContain('of 984.00 exposure');
  expect(text).toMatch(/overdue\s+734\.00/);
  expect(await workbench.pane.getByRole('button', { name: /Bayside Club/ }).count()).toBeGreaterThan(0);

  await workbench.press('Highlight');
  await workbench.press('Write columns and highlight');
  await workbench.pane.getByText(/rules? highlighted on Export/).waitFor();
  const tiers = (await workbench.values('Export!H4:H12')).map(([tier]) => tier);
  expect(tiers).toEqual(['Tier', null, 'D', 'D', null, null, 'D', null, null]);
  const marked = (await workbench.fills('Export!A5:A12')).map(([fill]) => fill !== '');
  expect(marked).toEqual([false, true, true, false, false, true, false, false]);
});

test("SAP's line items: trailing minus, continental amounts, sums with asterisks", async () => {
  await tier([
    [
      '',
      'Customer',
      'Name 1',
      'Document Number',
      'Document Date',
      'Net due date',
      'Amount in local currency',
      'LCurr',
    ],
    ['', '100234', 'Müller GmbH', '1800000012', '05.03.2024', '04.04.2024', '12.345,67', 'EUR'],
    ['', '100234', 'Müller GmbH', '1600000077', '20.05.2024', '20.05.2024', '1.234,56-', 'EUR'],
    ['*', '100234', '', '', '', '', '11.111,11', 'EUR'],
    ['', '100777', "O'Brien & Sons", '1800000055', '25.05.2024', '24.06.2024', '99,50', 'EUR'],
    ['*', '100777', '', '', '', '', '99,50', 'EUR'],
    ['**', '', '', '', '', '', '11.210,61', 'EUR'],
  ]);
  const text = await paneText();
  expect(text).toContain('EUR at risk');
  expect(text).toContain('of 11,211 exposure');
  expect(text).toContain('Müller GmbH');
});

test('merged customers: every row is theirs, and rows that moved are not taken for those of another', async () => {
  await tier(
    [
      ['客户名称', '发票号', '开票日期', '到期日', '金额'],
      ['甲公司', 'F1', day('2024-01-05'), day('2024-02-05'), 100],
      [null, 'F2', day('2024-02-05'), day('2024-03-05'), 200],
      [null, 'F3', day('2024-03-05'), day('2024-04-05'), 300],
      ['乙公司', 'F4', day('2024-03-05'), day('2024-04-05'), 400],
      [null, 'F5', day('2024-03-25'), day('2024-04-25'), 500],
    ],
    ['A2:A4', 'A5:A6'],
  );
  expect(await paneText()).toContain('of 1,500.00 exposure');
  await workbench.press(/乙公司/);
  expect(await paneText()).toContain('2 rows selected on the sheet');

  const rows = await workbench.values('Export!A5:E6');
  await workbench.setCells('Export!A5:E6', [
    ['丙公司', 'F9', 45_000, 45_030, 7],
    ['', 'F8', 45_001, 45_031, 8],
  ]);
  await workbench.press('Select rows again');
  expect(await paneText()).toContain('The rows have moved');
  await workbench.setCells('Export!A5:E6', rows as (string | number)[][]);
});

test('an account of 用友: headers in two lines, the year in one of them, month and day below, sums and balances between', async () => {
  await tier(
    [
      ['客户往来明细账'],
      ['账簿：集团本部', null, null, null, null, '期间：2024.01-2024.06'],
      ['2024年', null, '凭证号', '客户', null, '摘要', '借方', '贷方', '方向', '余额'],
      ['月', '日', null, '编码', '名称'],
      [null, null, null, 'C01', '江苏宏达', '期初余额', null, null, '借', 2000],
      ['01', '15', '记-0012', 'C01', '江苏宏达', '销售', 12000.5, null, '借', 14000.5],
      [null, '20', '记-0019', 'C01', '江苏宏达', '收款', null, 5000, '借', 9000.5],
      ['01', null, null, 'C01', '江苏宏达', '本月合计', 12000.5, 5000, '借', 9000.5],
      ['02', '29', '记-0031', 'C01', '江苏宏达', '收款', null, 8000.5, '借', 1000],
      ['03', '08', '记-0040', 'C02', '上海明达', '销售', 80000, null, '借', 80000],
      ['04', '01', '记-0045', 'C02', '上海明达', '收款', null, 10000, '借', 70000],
    ],
    ['A3:B3', 'C3:C4', 'D3:E3', 'F3:F4', 'G3:G4', 'H3:H4', 'I3:I4', 'J3:J4'],
  );
  const text = await paneText();
  expect(text).toContain('1 Apr 2024');
  // 2,000 + 12,000.50 − 5,000 − 8,000.50 and 80,000 − 10,000.
  expect(text).toMatch(/of 71,000(\.00)? exposure/);
});

test('an ageing list: balances and ages are known, what needs invoices is not', async () => {
  await tier([
    ['A/R Aging Summary'],
    ['As of June 30, 2024'],
    [null, 'Current', '1 - 30', '31 - 60', '61 - 90', '91 and over', 'Total'],
    ['Acme Corp', 1000.5, 200, null, null, 50.25, 1250.75],
    ['Beta LLC', null, null, null, null, 300, 300],
    ['TOTAL', 1000.5, 200, 0, 0, 350.25, 1550.75],
  ]);
  const text = await paneText();
  expect(text).toContain('30 Jun 2024');
  expect(text).toContain('of 1,550.75 exposure');
  expect(text).toMatch(/overdue\s+550\.25/);
  expect(text).toMatch(/90\+\s+\d+%\s+350\.25/);
  await workbench.press('Check the columns');
  await workbench.pane.getByText('They count from the due date.').waitFor();
});
