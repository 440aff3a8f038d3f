/** The policy editor: what would change before it is applied, the cells that change, the log, the way back, and edits by hand. */
import { leaveWorkbench, useBrowser, visitTieredLedger, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

beforeEach(async () => {
  workbench = await visitTieredLedger(browser());
});
afterEach(() => leaveWorkbench(workbench));

const paneText = () => workbench.pane.locator('main').innerText();
const openEditor = async () => {
  await workbench.press('More');
  await workbench.press(/^Edit the policy/);
};
/** Where a text stands among the tables of the policy, as row and column from 1. */
const find = async (text: string): Promise<{ row: number; column: number }> => {
  const rows = await workbench.values('Tiercel Policy!A1:I140');
  const row = rows.findIndex(cells => cells.includes(text));
  return { row: row + 1, column: rows[row].indexOf(text) + 1 };
};

test('a preset is looked at, applied cell by cell, logged, undone', async () => {
  await openEditor();
  await workbench.press('Cautious');
  await workbench.pane
    .getByText(/change tier|changes tier|No customer changes tier/)
    .first()
    .waitFor();
  expect(await workbench.sheets()).not.toContain('Tiercel Policy');

  await workbench.press(/^Tiers/);
  const prepayment = workbench.pane.getByRole('group', { name: 'C', exact: true }).getByLabel('Prepayment');
  await prepayment.fill('35');
  await workbench.pane.getByText('1 entry to correct.').waitFor();
  await prepayment.fill('35%');
  await workbench.press('Apply');
  await workbench.pane.getByText(/changes applied to the policy/).waitFor();

  const tiers = await find('From score');
  expect(
    (await workbench.values(`Tiercel Policy!A${tiers.row + 1}:E${tiers.row + 3}`)).map(row => row[1]),
  ).toEqual([85, 70, 50]);
  expect((await workbench.values('Tiercel Policy!K4:P5')).map(row => row.slice(1))).toEqual([
    ['Table', 'Row', 'Column', 'From', 'To'],
    ['Tiers', 'A', 'From score', 80, 85],
  ]);
  expect(await paneText()).toContain('Latest changes');

  await workbench.press('Undo');
  await workbench.idle();
  expect(
    (await workbench.values(`Tiercel Policy!A${tiers.row + 1}:E${tiers.row + 3}`)).map(row => row[1]),
  ).toEqual([80, 65, 45]);
});

test('cells edited by hand are followed, and one that cannot be read is named', async () => {
  await openEditor();
  await workbench.press(/^Tiers/);
  await workbench.press(/^Add a tier/);
  await workbench.press('Apply');
  await workbench.pane.getByText(/changes applied to the policy/).waitFor();
  const tiers = await find('From score');
  expect((await workbench.values(`Tiercel Policy!A${tiers.row + 1}:A${tiers.row + 5}`)).flat()).toEqual([
    'A',
    'B',
    'C',
    'E',
    'D',
  ]);

  await workbench.setCells(`Tiercel Policy!B${tiers.row + 1}`, [[90]]);
  const from = workbench.pane.getByRole('group', { name: 'A', exact: true }).getByLabel('From score');
  await workbench.page.waitForTimeout(1_000);
  await workbench.idle();
  expect(await from.inputValue()).toBe('90');
  await workbench.pane.getByText('The policy changed: tiered again.').waitFor();
  const logged = await workbench.values('Tiercel Policy!L4:P40');
  expect(logged.filter(([table]) => table !== null).at(-1)).toEqual(['Tiers', 'A', 'From score', 80, 90]);

  await workbench.setCells(`Tiercel Policy!B${tiers.row + 1}`, [['ninety']]);
  await workbench.page.waitForTimeout(1_000);
  await workbench.idle();
  expect(await paneText()).toContain('cannot be read');
  await from.fill('85');
  await workbench.press('Apply');
  await workbench.pane.getByText(/1 change applied to the policy/).waitFor();
  expect(await workbench.values(`Tiercel Policy!B${tiers.row + 1}`)).toEqual([[85]]);
});
