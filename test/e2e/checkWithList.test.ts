/** A credit controller gives the customers of the ledger the names they have on the joined customer list, and takes it back. */
import { rangeOf } from './ledger';
import { ledgerWithoutLimits, listWithOtherNames, typeTwoSheets } from './twoSheets';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

afterEach(() => leaveWorkbench(workbench));

const listedFixes = () => workbench.pane.locator('.checkFixes .windowedRow');

async function view(index: number): Promise<void> {
  await workbench.pane.locator('.layerContent > .choice input').nth(index).check();
  await workbench.idle();
}

test('names of the list are previewed for both sheets, written where ticked, and taken back sheet by sheet', async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none&width=320' });
  const { pane } = workbench;
  const { ledgerSheet, listSheet } = await typeTwoSheets(workbench, listWithOtherNames);
  const [ledgerRange, listRange] = [
    rangeOf(ledgerWithoutLimits, ledgerSheet),
    rangeOf(listWithOtherNames, listSheet),
  ];
  const before = [await workbench.formulas(ledgerRange), await workbench.formulas(listRange)];
  await workbench.press('Tier this sheet');
  await workbench.press('Join');

  await workbench.press('More');
  await workbench.press(/^Check the data/);
  await view(1);
  await listedFixes().first().waitFor();
  const proposed = await listedFixes().allInnerTexts();
  // Two rows of the ledger, and superfluous spaces on the list itself; each says on which sheet it is.
  expect(proposed).toHaveLength(3);
  expect(proposed.filter(text => text.includes('as on the customer list'))).toHaveLength(2);
  const [ofList] = proposed.filter(text => text.includes(listSheet));
  expect(ofList).toContain('ACME Limited');

  // A cell is shown where it stands, on the other sheet too.
  await listedFixes().filter({ hasText: listSheet }).press('Space');
  await workbench.idle();
  expect(await workbench.page.getByRole('tab', { name: listSheet, selected: true }).count()).toBe(1);
  await workbench.activate(ledgerSheet);

  const write = pane.locator('.checkFixes .button').first();
  // Another name may be another company: it is the user who ticks it.
  const unticked = listedFixes().filter({ hasText: /^not ticked/ });
  while ((await unticked.count()) > 0) {
    await unticked.first().click();
    await workbench.idle();
  }
  expect(await write.innerText()).toContain('3 cells');
  await write.click();
  await workbench.idle();
  await pane.locator('.messageBar.success').waitFor();
  const names = (await workbench.values(ledgerRange)).map(([name]) => name);
  expect(names.slice(3, 5)).toEqual(['ACME Limited', 'ACME Limited']);
  expect(names).toContain('Beta Co');
  expect((await workbench.values(listRange))[1]?.[0]).toBe('ACME Limited');

  await view(2);
  await pane.locator('.checkSteps .button').first().waitFor();
  const undo = pane.getByRole('button', { name: /^Undo what was written/ });
  expect(await undo.count()).toBe(2);
  for (let left = 2; left > 0; left -= 1) {
    await undo.first().click();
    await workbench.idle();
  }
  expect([await workbench.formulas(ledgerRange), await workbench.formulas(listRange)]).toEqual(before);
});
