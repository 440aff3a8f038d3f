/** Two sheets' story: the list is offered, looked at and joined; its contracts are listed; a colleague finds it joined; Clear takes the note away. */

import { severityColors } from '../../src/excel/highlight/severityColors';
import { asOfText } from './ledger';
import { ledgerWithoutLimits, listWithOtherNames, typeTwoSheets } from './twoSheets';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

afterEach(() => leaveWorkbench(workbench));

const paneText = () => workbench.pane.locator('main').innerText();

async function tierAsOfJune(): Promise<void> {
  await workbench.press('Tier this sheet');
  const date = workbench.pane.getByLabel('As-of date');
  await date.fill(asOfText);
  await date.press('Enter');
  await workbench.idle();
}

test('offered, looked at, joined, listed, highlighted and remembered', async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none&width=320' });
  const { ledgerSheet: first, listSheet: second } = await typeTwoSheets(workbench);
  await tierAsOfJune();
  expect(await paneText()).toContain(`“${second}” looks like the customer list of this ledger`);

  await workbench.press('Look first');
  await workbench.pane.getByText('4 of 4 customers found on the list').waitFor();
  expect(await paneText()).toContain('Quiet AG');
  await workbench.press('Join');
  expect(await paneText()).toContain(`“${first}” is joined with “${second}”.`);
  expect(await workbench.sheets()).toContain('Tiercel Columns');
  await workbench.press('Back');

  await workbench.press('More');
  await workbench.press(/^Contracts/);
  await workbench.pane
    .getByRole('button', { name: /Beta Co/ })
    .last()
    .click();
  await workbench.idle();
  expect(await paneText()).toContain('ended 20 Jun 2024, 10 days ago');
  expect(await workbench.page.getByRole('tab', { name: second, selected: true }).count()).toBe(1);
  await workbench.press('Back');
  await workbench.press('Back');

  await workbench.activate(first);
  await workbench.press('Highlight');
  const fills = await workbench.fills(`${first}!A4:A10`);
  const rows = ledgerWithoutLimits.slice(3).map(([customer], index) => [customer, fills[index][0]]);
  // Beta owes 10,000 over a limit of 1,000 that stands on the other sheet only.
  for (const [customer, fill] of rows) {
    if (customer === 'Beta Co') expect(fill).toBe(severityColors.critical.fill);
  }

  const saved = await workbench.save();
  await workbench.close();
  workbench = await visitWorkbench(browser(), { query: 'open=none' });
  await workbench.open(saved, 'shared.xlsx');
  await workbench.activate(first);
  await workbench.press('Tier this sheet');
  await workbench.press('More');
  await workbench.press(/^Two sheets/);
  expect(await paneText()).toContain(`“${first}” is joined with “${second}”.`);
  await workbench.press('Stop joining');
  expect(await workbench.values("'Tiercel Columns'!C6:C6")).toEqual([[null]]);
});

test('who is who is decided by hand, followed at once and found again after opening the file anew', async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none&width=320' });
  const { ledgerSheet: first, listSheet: second } = await typeTwoSheets(workbench, listWithOtherNames);
  await tierAsOfJune();
  await workbench.press('Look first');
  await workbench.pane.getByText('3 of 4 customers found on the list').waitFor();
  await workbench.press('Join');

  // Nothing about Beta looks like Bravo: it is searched for, by keyboard alone.
  const alone = workbench.pane.getByRole('region', { name: 'Only in the ledger' });
  await alone.getByRole('button', { name: /Beta Co/ }).press('Enter');
  await workbench.idle();
  await workbench.pane.getByRole('searchbox', { name: 'Search by name or number' }).fill('bravo');
  await workbench.pane.getByRole('button', { name: /^Bravo Company Holding/ }).press('Enter');
  await workbench.idle();
  expect(await paneText()).toContain('“Beta Co” and “Bravo Company Holding” are the same customer.');
  expect(await workbench.values("'Tiercel Matches'!A6:C6")).toEqual([
    ['Beta Co', 'Bravo Company Holding', null],
  ]);
  await workbench.press('Undo');
  expect(await workbench.values("'Tiercel Matches'!A6:C6")).toEqual([[null, null, null]]);
  await workbench.pane.getByRole('button', { name: /^Bravo Company Holding/ }).click();
  await workbench.idle();

  // On a sheet of Tiercel's own there is nothing to say about another sheet.
  await workbench.activate('Tiercel Matches');
  expect(await paneText()).not.toContain('You are on another sheet');

  const saved = await workbench.save();
  await workbench.close();
  workbench = await visitWorkbench(browser(), { query: 'open=none' });
  await workbench.open(saved, 'shared.xlsx');
  await workbench.activate(first);
  await workbench.press('Tier this sheet');
  await workbench.press('More');
  await workbench.press(/^Two sheets/);
  expect(await paneText()).toContain('4 of 4 customers found on the list');
  await workbench.press('Back');
  await workbench.press('Back');

  // Watch follows a co-author's edit of the list.
  await workbench.press('More');
  await workbench.press(/^Watch and history/);
  await workbench.pane.getByRole('checkbox', { name: 'Watch the tiered sheet' }).check();
  await workbench.setCellsAsCoauthor(`${second}!B2`, [[1]]);
  await workbench.pane.getByText(/^\d+ new breach.*Acme Ltd/).waitFor();
  expect(await paneText()).toContain(`Watching ${first} and ${second}.`);
});
