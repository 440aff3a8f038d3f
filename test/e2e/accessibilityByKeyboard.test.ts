/** Every room of the pane without a pointer, in Chinese: each stop can be seen and reached, and each layer gives the focus back. */

import { textsIn } from '../../src/i18n/catalogue';
import { collectTexts } from '../../src/i18n/pane/collect';
import { type KeyboardWalk, walkByKeyboard } from './keyboardWalk';
import { asOfText, chineseLedger, rangeOf } from './ledger';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
const words = textsIn('zh');
let workbench: Workbench;
let walk: KeyboardWalk;

jest.setTimeout(300_000);

const exactly = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
const starting = (text: string): RegExp => new RegExp(exactly(text).source.slice(0, -1));

beforeEach(async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none&locale=zh-CN&width=320' });
  await workbench.setCells(rangeOf(chineseLedger), chineseLedger);
  walk = walkByKeyboard(workbench);
  await walk.enterPane();
  await walk.tabTo(exactly(words.start.tier));
  await walk.press('Enter');
  await workbench.pane.locator('input[type=date]').fill(asOfText);
  await workbench.idle();
  await walk.enterPane();
  await walk.tabTo(exactly(words.more.action));
});
afterEach(() => leaveWorkbench(workbench));

test('every room opens at its heading, shows every stop, and Escape gives the focus back to where it was opened', async () => {
  expect((await walk.press('Enter')).name).toBe(words.more.title);
  for (const { name } of Object.values(words.more.parts)) {
    await walk.tabTo(starting(name));
    await walk.press('Enter');
    await workbench.pane.getByRole('heading', { name, level: 2 }).waitFor();
    await workbench.idle();
    expect((await walk.focused()).name).toBe(name);
    const stops = await walk.tabToEnd();
    // The footer stays below every room.
    expect(stops.slice(-3)).toEqual([words.highlight.action, words.write.action, words.more.action]);
    await walk.enterPane();
    await walk.tabTo(exactly(words.customer.back));
    expect((await walk.press('Escape')).name).toMatch(starting(name));
  }
  expect((await walk.press('Escape')).name).toBe(words.more.action);
});

test('in Collect the letter gives the focus back to the customer, and the customer to its row', async () => {
  const collect = collectTexts.zh;
  await walk.press('Enter');
  await walk.tabTo(starting(words.more.parts.collect.name));
  await walk.press('Enter');
  await workbench.pane.locator('.windowedRow').last().waitFor();
  await walk.tabTo(/Beta Co/);
  const row = (await walk.focused()).name;
  expect((await walk.press('Enter')).name).toBe('Beta Co');
  await walk.tabTo(exactly(collect.promiseAction));
  await walk.press('Enter');
  await walk.tabTo(exactly(collect.cancel));
  expect((await walk.press('Enter')).name).not.toBe('');
  await walk.tabTo(new RegExp(`^(${[collect.letter, collect.script, collect.handOver].join('|')})$`));
  const letter = (await walk.focused()).name;
  await walk.press('Enter');
  await walk.tabTo(exactly(collect.recordDone));
  expect((await walk.press('Escape')).name).toBe(letter);
  expect((await walk.press('Escape')).name).toBe(row);
});
