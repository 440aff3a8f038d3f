/** The credit team's story without a pointer: every step by keyboard, the focus always somewhere, and always to be seen. */

import { type KeyboardWalk, walkByKeyboard } from './keyboardWalk';
import { asOfText, englishLedger, rangeOf } from './ledger';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;
let walk: KeyboardWalk;

beforeEach(async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none&locale=en-US&width=320' });
  await workbench.setCells(rangeOf(englishLedger), englishLedger);
  walk = walkByKeyboard(workbench);
  await walk.enterPane();
});
afterEach(() => leaveWorkbench(workbench));

const press = (key: string) => walk.press(key);
const tabTo = (name: RegExp) => walk.tabTo(name);
const paneText = () => workbench.pane.locator('main').innerText();

async function tierByKeyboard(): Promise<void> {
  await tabTo(/^Tier this sheet$/);
  expect((await press('Enter')).name).toBe('Money at risk');
  await tabTo(/^As-of date$/);
  await workbench.pane.locator('input[type=date]').fill(asOfText);
  expect((await press('Enter')).name).toBe('As-of date');
}

test('tier, filter, search, open a customer: the focus goes along and comes back', async () => {
  await tierByKeyboard();
  await tabTo(/^Tier D: /);
  expect((await press('Space')).name).toMatch(/^Tier D: /);
  expect(await paneText()).toContain('2 of 4 customers');

  await tabTo(/^Only: tier D/);
  // The filter goes and the focus stays beside it.
  expect((await press('Enter')).name).toMatch(/^Search customers/);
  expect(await paneText()).toContain('4 customers');
  await workbench.page.keyboard.type('nobody');
  await tabTo(/^Show all customers$/);
  expect((await press('Enter')).name).toMatch(/^Search customers/);
  expect(await paneText()).toContain('4 customers');

  await tabTo(/Beta Co/);
  const second = await press('ArrowDown');
  expect(second.name).not.toMatch(/Beta Co/);
  expect(second).toMatchObject({ isMarked: true, isInSight: true });
  expect(await press('End')).toMatchObject({ isMarked: true, isInSight: true });
  expect((await press('Home')).name).toMatch(/Beta Co/);
  expect((await press('Enter')).name).toBe('Beta Co');
  expect(await paneText()).toContain('2 rows selected on the sheet');
  expect((await press('Escape')).name).toMatch(/tier D Beta Co/);
});

test('breaches, remarks on the data and columns: each layer opens at its heading and gives the focus back to its door', async () => {
  await tierByKeyboard();
  for (const [door, heading] of [
    [/^\d+ breaches/, 'Breaches'],
    [/^1 note on the data$/, 'Check the data'],
    [/what was recognised$/, 'What was recognised'],
    [/^More$/, 'More'],
  ] as const) {
    await tabTo(door);
    expect((await press('Enter')).name).toBe(heading);
    expect((await press('Escape')).name).toMatch(door);
    await press('Enter');
    await tabTo(/^Back$/);
    expect((await press('Enter')).name).toMatch(door);
  }
  await tabTo(/^\d+ breaches/);
  await press('Enter');
  await tabTo(/Over limit/);
  expect((await press('Enter')).name).toMatch(/^\d+ breaches/);
  expect(await paneText()).toContain('Only: Over limit');
});

test('highlight, undo, write, clear: what is said can be answered at once, and nothing drops the focus', async () => {
  await tierByKeyboard();
  await tabTo(/^Highlight$/);
  expect((await press('Enter')).name).toBe('Highlight');
  expect(await workbench.sheets()).toContain('Tiercel Policy');
  await tabTo(/^Undo$/);
  // The answer to Undo stands where the question stood, and takes its focus.
  expect((await press('Enter')).name).toBe('Undo');
  expect(await paneText()).toContain('Highlights removed');
  await tabTo(/^Dismiss$/);
  expect((await press('Enter')).name).toBe('Money at risk');

  await tabTo(/^Write columns$/);
  expect((await press('Enter')).name).toBe('Write columns');
  await tabTo(/^Write$/);
  expect((await press('Enter')).name).toBe('Write');
  expect(await paneText()).toContain('written to');
  await tabTo(/^Undo$/);
  expect((await press('Enter')).name).toBe('Undo');
  expect(await paneText()).toContain('removed from');
  expect((await workbench.sheets()).filter(name => /Written/.test(name))).toEqual([]);
  expect((await press('Enter')).name).toBe('Undo');
  expect(await paneText()).toContain('written to');
  await tabTo(/^More$/);
  expect((await press('Enter')).name).toBe('More');
  await tabTo(/^Clear what Tiercel added/);
  expect((await press('Enter')).name).toBe('Clear what Tiercel added');
  await tabTo(/^Clear$/);
  expect((await press('Enter')).name).toBe('Clear what Tiercel added');
  expect(await paneText()).toContain('Cleared:');
  await tabTo(/^Done$/);
  expect((await press('Enter')).name).not.toBe('');
  expect(await workbench.sheets()).toEqual(['Sheet1']);
});

test('another language by keyboard: the arrows choose, and the focus stays on the choice', async () => {
  await tierByKeyboard();
  await tabTo(/^More$/);
  await press('Enter');
  await tabTo(/^English$/);
  expect(await press('ArrowRight')).toEqual({ name: '简体中文', isMarked: true, isInSight: true });
  expect(await paneText()).toContain('清除');
});
