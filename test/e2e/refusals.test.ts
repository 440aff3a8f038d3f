/** What cannot be tiered is said in a plain sentence with what to do, and nothing is left half done. */
import ExcelJS from 'exceljs';
import { englishLedger, rangeOf } from './ledger';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

beforeEach(async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none' });
});
afterEach(() => leaveWorkbench(workbench));

const paneText = () => workbench.pane.locator('body').innerText();

test('an empty sheet', async () => {
  await workbench.press('Tier this sheet');
  expect(await paneText()).toContain('This sheet is empty');
  expect(await paneText()).toContain('Go to the sheet with your invoices or customers');
});

test('a sheet without amounts asks for the column instead of guessing', async () => {
  await workbench.setCells('Sheet1!A1:C3', [
    ['Customer', 'Invoice date', 'Due date'],
    ['Acme Ltd', 45400, 45430],
    ['Beta Co', 45410, 45440],
  ]);
  await workbench.press('Tier this sheet');
  expect(await paneText()).toMatch(/Still needed to tier this sheet: .*Amount/);
});

test('a sheet that is no ledger at all', async () => {
  await workbench.setCells('Sheet1!A1:A2', [['Shopping'], ['Milk']]);
  await workbench.press('Tier this sheet');
  expect(await paneText()).toMatch(/could not tell what this sheet is/);
});

test('a protected sheet tiers, and refuses highlights in words', async () => {
  const file = new ExcelJS.Workbook();
  const sheet = file.addWorksheet('Locked');
  for (const row of englishLedger) sheet.addRow([...row]);
  await sheet.protect('secret', {});
  await workbench.open(new Uint8Array(await file.xlsx.writeBuffer()), 'locked.xlsx');
  await workbench.press('Tier and highlight');
  expect(await paneText()).toContain('This sheet is protected');
  expect(await workbench.sheets()).toEqual(['Locked']);
});

test('a cell being edited: press Enter, then it works', async () => {
  await workbench.setCells(rangeOf(englishLedger), englishLedger);
  await workbench.page.mouse.click(500, 600);
  await workbench.page.keyboard.type('=1+');
  await workbench.pane.getByRole('button', { name: 'Tier this sheet' }).dispatchEvent('click');
  await workbench.page.waitForTimeout(500);
  expect(await paneText()).toContain('A cell is being edited');
  await workbench.page.keyboard.press('Escape');
  await workbench.press('Try again');
  expect(await paneText()).toContain('exposure');
});

test('a file that is no workbook is refused in words, and the open one stays', async () => {
  await workbench.setCells('Sheet1!A1', [['mine']]);
  const refused = workbench.open(new TextEncoder().encode('not a zip'), 'broken.xlsx');
  await expect(refused).rejects.toThrow(/neither an \.xlsx workbook/);
  expect(await workbench.values('Sheet1!A1')).toEqual([['mine']]);
});
