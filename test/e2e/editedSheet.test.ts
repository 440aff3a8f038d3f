/** The sheet goes on living while its answer is shown: edited, its rows moved, deleted, its policy broken. */
import { englishLedger } from './ledger';
import { leaveWorkbench, useBrowser, visitTieredLedger, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

beforeEach(async () => {
  workbench = await visitTieredLedger(browser());
});
afterEach(() => leaveWorkbench(workbench));

const paneText = () => workbench.pane.locator('main').innerText();
/** Excel tells of an edit a moment later. */
const untilTold = () => workbench.page.waitForTimeout(300);

test('an edit is said; columns written then stand beside the customers as they are now', async () => {
  expect(await paneText()).not.toContain('was edited');
  await workbench.setCells('Sheet1!K2', [['a note beside it']]);
  await untilTold();
  expect(await paneText()).not.toContain('was edited');

  // Good and bad change places.
  const [good, , bad] = englishLedger.slice(3);
  await workbench.setCells('Sheet1!A4:G4', [bad]);
  await workbench.setCells('Sheet1!A6:G6', [good]);
  await untilTold();
  expect(await paneText()).toContain('The sheet was edited since it was read');
  await workbench.press('Write columns');
  await workbench.press('Write');
  expect(await paneText()).not.toContain('was edited');
  const [headers, ...written] = await workbench.values('Sheet1!A3:P10');
  const tierColumn = headers.indexOf('Tier');
  const tierOf = (name: string) =>
    new Set(written.filter(([who]) => who === name).map(row => row[tierColumn]));
  expect(tierOf('Beta Co')).toEqual(new Set(['D']));
  expect(tierOf('Acme Ltd').size).toBe(1);
  expect(tierOf('Gamma Inc')).toEqual(new Set(['A']));
});

test('a broken policy is named by its row, shown on request, and the answer stays', async () => {
  await workbench.press('Highlight');
  const policy = await workbench.values('Tiercel Policy!A1:D60');
  const row = policy.findIndex(([name]) => /^A$/.test(String(name))) + 1;
  await workbench.setCells(`Tiercel Policy!B${row}`, [['none']]);
  await workbench.press('More');
  await workbench.press('Tier again');
  const text = await paneText();
  expect(text).toContain('The sheet Tiercel Policy cannot be read');
  expect(text).toMatch(/none/);
  expect(text).toContain('exposure');
  await workbench.press('Show the policy sheet');
  expect(workbench.complaints).toEqual([]);
});
