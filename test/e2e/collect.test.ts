/** Collecting, start to end: who is next, a promise that is broken, letters on paper, the log and taking it back. */
import { asOfText, englishLedger, rangeOf } from './ledger';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

afterEach(() => leaveWorkbench(workbench));

const paneText = () => workbench.pane.locator('main').innerText();
const back = () => workbench.pane.getByRole('button', { name: 'Back' }).last();

async function openCollect(): Promise<void> {
  workbench = await visitWorkbench(browser(), { query: 'open=none' });
  await workbench.setCells(rangeOf(englishLedger), englishLedger);
  await workbench.press('Tier this sheet');
  const date = workbench.pane.getByLabel('As-of date');
  await date.fill(asOfText);
  await date.press('Enter');
  await workbench.idle();
  await workbench.press('More');
  await workbench.press(/^Collect/);
  await workbench.pane.getByText(/customers are due/).waitFor();
}

test('a broken promise surfaces, its letter says so, goes on paper and into the log, and Undo takes that back', async () => {
  await openCollect();
  await workbench.press(/^Beta Co/);
  await workbench.press('Promise');
  await workbench.pane.getByLabel('Promised by').fill('2024-06-20');
  await workbench.pane.getByLabel('Date', { exact: true }).fill('2024-06-10');
  await workbench.pane.getByLabel('By', { exact: true }).fill('Wang Min');
  await workbench.press('Record');
  expect(await paneText()).toContain('promise of 20 Jun 2024 broken');
  const header = await workbench.values('Tiercel Collection!A4:K4');
  expect(header[0].slice(0, 4)).toEqual(['Date', 'Customer', 'Customer no.', 'Step']);

  await workbench.press(/^(Letter|Call script|Hand-over)$/);
  const text = workbench.pane.getByLabel('Text');
  await workbench.pane.locator('.collectFilters select').last().selectOption({ label: 'Final notice' });
  await workbench.idle();
  expect(await text.inputValue()).toContain('You promised payment of');
  await workbench.press('Make print sheet');
  expect(await workbench.sheets()).toContain('Tiercel Letters Print');
  const printed = (await workbench.values('Tiercel Letters Print!A1:E60')).flat().map(String);
  expect(printed.some(cell => cell.startsWith('Final notice'))).toBe(true);
  expect(printed).toContain('Total');

  await workbench.press('Record as done');
  expect((await workbench.values('Tiercel Collection!B5:J6'))[1]).toContain('Wang Min');
  await workbench.press('Undo');
  expect((await workbench.values('Tiercel Collection!B6:B6'))[0][0]).toBeNull();
});

test('letters for several, each on its page, from templates that the company edits in cells', async () => {
  await openCollect();
  await workbench.press(/^Beta Co/);
  await workbench.press(/^(Letter|Call script|Hand-over)$/);
  await workbench.press('Edit letters and sender');
  expect(await workbench.sheets()).toContain('Tiercel Letters');
  const cells = await workbench.values('Tiercel Letters!A1:A20');
  const company = cells.findIndex(([name]) => name === 'Company') + 1;
  await workbench.setCells(`Tiercel Letters!B${company}`, [['Northwind Trading']]);
  await back().click();
  await back().click();
  await back().click();
  await workbench.press(/^Collect/);
  await workbench.press('Choose several');
  await workbench.press(/^Choose all/);
  await workbench.press('Print letters');
  const printed = (await workbench.values('Tiercel Letters Print!A1:E200')).flat().map(String);
  expect(printed.filter(cell => cell === 'Total').length).toBeGreaterThan(1);
  expect(printed.some(cell => cell.includes('Northwind Trading'))).toBe(true);
  expect(await paneText()).toMatch(/letters are on the sheet Tiercel Letters Print/);
});
