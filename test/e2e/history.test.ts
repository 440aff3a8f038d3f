/** Watch and history: a co-author's edit is counted and its breaches told; snapshots show what moved; reviews are noted. */
import { englishLedger } from './ledger';
import { leaveWorkbench, useBrowser, visitTieredLedger, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

beforeEach(async () => {
  workbench = await visitTieredLedger(browser());
});
afterEach(() => leaveWorkbench(workbench));

const paneText = () => workbench.pane.locator('main').innerText();
const openHistory = async () => {
  await workbench.press('More');
  await workbench.press(/^Watch and history/);
};
const asCoauthor = async (address: string, rows: readonly (readonly (string | number)[])[]) => {
  await workbench.setCellsAsCoauthor(address, rows);
  await workbench.page.waitForTimeout(1_200);
  await workbench.idle();
};

test('a co-author’s edit is counted while the user reads on, and its breaches are told once', async () => {
  await openHistory();
  await workbench.pane.getByRole('checkbox', { name: 'Watch the tiered sheet' }).check();
  await workbench.press('Back');
  await workbench.press('Back');
  const search = workbench.pane.getByRole('searchbox');
  await search.focus();
  const [acme] = englishLedger.slice(3);
  await asCoauthor('Sheet1!A4:G4', [
    acme.map((cell, column) => (column === 4 ? 900_000 : column === 5 ? '' : cell)) as (string | number)[],
  ]);
  const text = await paneText();
  expect(text).toMatch(/new breach/);
  expect(text).not.toContain('was edited');
  expect(await search.evaluate(element => element === document.activeElement)).toBe(true);
  await workbench.pane.getByRole('button', { name: 'Show', exact: true }).click();
  await workbench.idle();
  expect(await paneText()).toContain('New breaches since you looked');
  await workbench.press('Mark as seen');
  expect(await paneText()).toContain('No new breaches.');
});

test('snapshots are rows of a table; later ones show tier moves, and reviews are noted', async () => {
  await openHistory();
  await workbench.press('Take a snapshot');
  expect(await workbench.sheets()).toContain('Tiercel Snapshots');
  const [header, first] = await workbench.values('Tiercel Snapshots!A4:F6');
  expect(header.slice(0, 4)).toEqual(['Taken on', 'As of', 'Currency', 'Customer']);
  expect(first[3]).not.toBe('');
  expect(await paneText()).toContain('To compare, Tiercel needs a snapshot from before');

  // A month later the worst has paid.
  await workbench.press('Back');
  await workbench.press('Back');
  const date = workbench.pane.locator('input[type=date]');
  const before = await date.inputValue();
  const later = new Date(Date.parse(before) + 31 * 86_400_000).toISOString().slice(0, 10);
  await date.fill(later);
  await date.press('Enter');
  await workbench.idle();
  await openHistory();
  const text = await paneText();
  expect(text).toContain('Tier moves');
  expect(text).toMatch(/\d+ worse, \d+ better/);
  await workbench.pane.getByText('Review calendar').click();
  await workbench.pane
    .getByRole('button', { name: /^Reviewed today: / })
    .first()
    .click();
  await workbench.idle();
  await workbench.page.waitForTimeout(500);
  expect(await workbench.sheets()).toContain('Tiercel Reviews');
  expect((await workbench.values('Tiercel Reviews!A4:C5'))[0]).toEqual([
    'Reviewed on',
    'Customer',
    'Customer number',
  ]);
  expect(await paneText()).toMatch(/Review of .* noted on Tiercel Reviews/);
  await workbench.press('Undo');
  expect(await workbench.sheets()).not.toContain('Tiercel Reviews');
});
