/** The credit team's story without a pointer: every step by keyboard, the focus always somewhere, and always to be seen. */
import type { Frame } from 'playwright-core';
import { asOfText, englishLedger, rangeOf } from './ledger';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

beforeEach(async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none&locale=en-US&width=320' });
  await workbench.setCells(rangeOf(englishLedger), englishLedger);
  await enterPane();
});
afterEach(() => leaveWorkbench(workbench));

/** More stops than any view has. */
const mostStops = 80;

function paneFrame(): Frame {
  const frame = workbench.page.frames().find(candidate => candidate.url().includes('taskpane.html'));
  if (!frame) throw new Error('The pane has no frame.');
  return frame;
}

/** To the last stop before the pane, from where Tab goes into it. */
const enterPane = (): Promise<void> =>
  workbench.page.getByRole('button', { name: /^Close (the )?pane$/ }).focus();

interface Stop {
  readonly name: string;
  /** Something around it is drawn because it has the focus. */
  readonly isMarked: boolean;
  /** It lies within what can be seen of the pane, and nothing lies over it. */
  readonly isInSight: boolean;
}

/** What has the focus; '' in place of a name when it was lost to the page. */
const focused = (): Promise<Stop> =>
  paneFrame().evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body || !document.hasFocus()) {
      return { name: '', isMarked: false, isInSight: false };
    }
    const label = element.closest('label');
    const name = element.getAttribute('aria-label') ?? (label ?? element).innerText;
    const isMarked = [element, label, element.parentElement].some(candidate => {
      if (!candidate) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    const box = label ?? element;
    const { top, bottom, left, right, height } = box.getBoundingClientRect();
    const onTop = document.elementFromPoint((left + right) / 2, top + Math.min(height / 2, 12));
    return {
      name: name.replace(/\s+/g, ' ').trim(),
      isMarked,
      isInSight: onTop !== null && box.contains(onTop) && bottom > 0 && top < window.innerHeight,
    };
  });

async function press(key: string): Promise<Stop> {
  await workbench.page.keyboard.press(key);
  await workbench.idle();
  return focused();
}

/** Go on with Tab to the stop of that name, as somebody does who hears one after the other; each on the way is marked and in sight. */
async function tabTo(name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < mostStops; stop += 1) {
    await workbench.page.keyboard.press('Tab');
    const at = await focused();
    if (at.name === '') {
      // Past the last stop the focus leaves the pane for Excel; it comes back at the first.
      await enterPane();
      continue;
    }
    expect({ ...at, passed }).toEqual({ name: at.name, isMarked: true, isInSight: true, passed });
    if (name.test(at.name)) return;
    passed.push(at.name);
  }
  throw new Error(`No stop is named ${name}; passed: ${passed.join(' | ')}`);
}

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

test('breaches, problems and columns: each layer opens at its heading and gives the focus back to its door', async () => {
  await tierByKeyboard();
  for (const [door, heading] of [
    [/^\d+ breaches/, 'Breaches'],
    [/problems? in the data/, 'Check the data'],
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
  await tabTo(/^Clear…$/);
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
