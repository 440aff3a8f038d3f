/** A controller makes the report of the sample, fills in what is booked, and takes it with him as a file. */
import JSZip from 'jszip';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

afterEach(() => leaveWorkbench(workbench));

async function openReport(): Promise<void> {
  await workbench.ribbon('tierSheet');
  const date = workbench.pane.locator('input[type=date]');
  await date.fill('2024-06-30');
  await date.press('Enter');
  await workbench.idle();
  await workbench.press('More');
  await workbench.press(/^Report/);
}

/** What is told comes when the work is done. */
const told = (text: string) => workbench.pane.getByText(text).first().waitFor();

/** While the pane still works out details the button is there, but waits. */
async function press(name: string): Promise<void> {
  await workbench.pane.locator('button:not([aria-disabled])', { hasText: name }).first().click();
  await workbench.idle();
}

test('makes the sheets, agrees with the ledger, books what is missing, and saves its charts', async () => {
  workbench = await visitWorkbench(browser());
  await openReport();
  const before = await workbench.sheets();
  await press('Make the report');
  await told('7 sheets added.');
  expect(await workbench.sheets()).toEqual([
    ...before,
    'Report Summary',
    'Report Ageing',
    'Report Tiers',
    'Report Concentration',
    'Report DSO',
    'Report Breaches',
    'Report Allowance',
  ]);
  const results = (await workbench.values("'Report Summary'!E34:E41")).flat();
  expect(results).toEqual(Array.from({ length: 8 }, () => 'agrees'));

  await workbench.setCells("'Report Allowance'!B16", [[100_000]]);
  const [[required], , [toBook]] = await workbench.values("'Report Allowance'!B15:B17");
  expect(toBook).toBeCloseTo(Number(required) - 100_000, 2);

  await press('Refresh the report');
  await told('7 sheets refreshed.');
  expect(await workbench.sheets()).toHaveLength(before.length + 7);
  expect((await workbench.values("'Report Summary'!E34:E41")).flat()).toEqual(results);
  expect(await workbench.values("'Report Allowance'!B15:B17")).toEqual([[required], [100_000], [toBook]]);
  const saved = await JSZip.loadAsync(await workbench.save());
  const charts = Object.keys(saved.files).filter(path => /xl\/charts\/chart\d+\.xml$/.test(path));
  expect(charts).toHaveLength(4);
});

test('only what is chosen is made, and Undo takes it away again', async () => {
  workbench = await visitWorkbench(browser());
  await openReport();
  const before = await workbench.sheets();
  for (const title of ['Credit risk summary', 'Breaches by severity', 'DSO trend', 'Concentration']) {
    await workbench.pane.getByRole('checkbox', { name: new RegExp(`^${title}`) }).uncheck();
  }
  await press('Make the report');
  await told('3 sheets added.');
  await workbench.press('Undo');
  await told('3 sheets of the report removed.');
  expect(await workbench.sheets()).toEqual(before);
});
