/** Every view of the pane passes axe (WCAG 2.2 A and AA) in both languages, light, dark and in forced colours, and fits a narrow pane. */
import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { type Texts, textsIn } from '../../src/i18n/catalogue';
import type { Language } from '../../src/i18n/language';
import type { PartName } from '../../src/taskpane/model/layersModel';
import type { CellInput } from '../../src/workbench/book/types';
import { asOfText, englishLedger, rangeOf } from './ledger';
import { listWithOtherNames, typeTwoSheets } from './twoSheets';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeResults {
  readonly violations: readonly { id: string; nodes: readonly { html: string }[] }[];
}

function paneFrame(workbench: Workbench): Frame {
  const frame = workbench.page.frames().find(candidate => candidate.url().includes('taskpane.html'));
  if (!frame) throw new Error('The pane has no frame.');
  return frame;
}

async function violations(workbench: Workbench): Promise<string[]> {
  const frame = paneFrame(workbench);
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axeSource);
  const results = await frame.evaluate(
    only =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: only,
      }),
    tags,
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`);
}

/** What stands over the right edge of the pane, or of a box in it that scrolls: it would have to be scrolled to sideways. */
function tooWide(workbench: Workbench): Promise<string[]> {
  return paneFrame(workbench).evaluate(() => {
    const isScroller = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    return [document.documentElement, ...document.querySelectorAll('*')]
      .filter(element => element === document.documentElement || isScroller(element))
      .filter(element => element.scrollWidth > element.clientWidth)
      .map(
        element => `${element.tagName} ${element.className}: ${element.scrollWidth - element.clientWidth} px`,
      );
  });
}

/** Text that is cut off and can be read in full nowhere: neither by wrapping nor in the title of what holds it. */
function cutTexts(workbench: Workbench): Promise<string[]> {
  return paneFrame(workbench).evaluate(() => {
    const holdsText = (element: Element) =>
      [...element.childNodes].some(
        node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
    const isCut = (element: Element) =>
      getComputedStyle(element).overflowX !== 'visible' &&
      element.clientWidth > 1 &&
      element.scrollWidth > element.clientWidth;
    return [...document.querySelectorAll('#pane *')]
      .filter(
        element => holdsText(element) && isCut(element) && element.closest('[title], .onlyHeard') === null,
      )
      .map(element => `${element.tagName} ${element.className}: ${element.textContent}`);
  });
}

type View = (workbench: Workbench, texts: Texts, press: (name: string | RegExp) => Promise<void>) => unknown;

const starting = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

/** Each view, by the way a user comes to it from the one before. */
const views: readonly (readonly [string, View])[] = [
  ['start', () => {}],
  ['problem', (_, { start }, press) => press(start.tier)],
  ['unfinished', (_, { problem }, press) => press(problem.tryAgain)],
  ['overview', (_, { mapping }, press) => press(mapping.reread)],
  [
    'overview as of its day',
    async ({ pane, idle }) => {
      await pane.locator('input[type=date]').fill(asOfText);
      await pane.locator('input[type=date]').press('Enter');
      await idle();
    },
  ],
  [
    'how the exposure is computed',
    async ({ pane }, _, press) => {
      await press(/exposure$|^应收余额/);
      await pane.locator('.summaryNote').waitFor();
    },
  ],
  ['customer', (_, __, press) => press(/Beta Co/)],
  [
    'filtered',
    async (_, { customer }, press) => {
      await press(customer.back);
      await press(/^(Tier|等级) D/);
    },
  ],
  [
    'search without a hit',
    async ({ pane, idle }) => {
      await pane.getByRole('searchbox').fill('nobody');
      await idle();
    },
  ],
  [
    'breaches',
    async (_, { customers, severity }, press) => {
      await press(customers.removeFilter);
      await press(new RegExp(`\\d ${severity.critical}|${severity.critical}.*\\d|\\d.*${severity.critical}`));
    },
  ],
  [
    'findings',
    async ({ pane, idle }, { customer, more }, press) => {
      await press(customer.back);
      await pane.locator('.door').nth(1).click();
      await idle();
      await pane.getByRole('heading', { name: more.parts.check.name }).waitFor();
    },
  ],
  [
    'mapping',
    async (_, { customer, header }, press) => {
      await press(customer.back);
      await press(header.sheet('Sheet1'));
    },
  ],
  [
    'more',
    async (_, { customer, more }, press) => {
      await press(customer.back);
      await press(more.action);
    },
  ],
  ...(Object.keys(textsIn('en').more.parts) as PartName[]).map((part, place): readonly [string, View] => [
    `part ${part}`,
    async ({ pane, idle }, { more, customer }, press) => {
      if (place > 0) await press(customer.back);
      await press(starting(more.parts[part].name));
      await pane.getByRole('heading', { name: more.parts[part].name, level: 2 }).waitFor();
      await idle();
    },
  ]),
  ['more again', (_, { customer }, press) => press(customer.back)],
  ['highlight before', (_, { highlight }, press) => press(highlight.title)],
  ['highlighted', (_, { highlight }, press) => press(highlight.action)],
  ['highlight details', (_, { highlight }, press) => press(highlight.details)],
  ['columns to write', (_, { write }, press) => press(write.action)],
  ['written', (_, __, press) => press(/^(Write|写入)$/)],
  [
    'columns as formulas',
    async ({ pane, idle }) => {
      await pane.getByRole('radio', { name: /^(Live formulas|实时公式)$/ }).check();
      await idle();
    },
  ],
  ['written as formulas', (_, __, press) => press(/^(Write|写入)$/)],
  ['clear', (_, { write }, press) => press(write.clear)],
  ['cleared', (_, { clear }, press) => press(clear.confirm)],
  [
    'nothing to clear',
    async (_, { clear, more }, press) => {
      await press(clear.close);
      await press(more.action);
      await press(starting(clear.action));
    },
  ],
];

/** With a ledger and a customer list that know each other by other names. */
const viewsOfTwoSheets: readonly (readonly [string, View])[] = [
  ['overview of two sheets', (_, { start }, press) => press(start.tier)],
  [
    'two sheets before joining',
    async (_, { more }, press) => {
      await press(more.action);
      await press(starting(more.parts.join.name));
    },
  ],
  ['two sheets joined', (_, __, press) => press(/^(Join|关联)$/)],
  ['who is who', (_, __, press) => press(/Beta Co/)],
  [
    'who is who, searched',
    async ({ pane, idle }) => {
      await pane.getByRole('searchbox').last().fill('bravo');
      await idle();
    },
  ],
  ['who is who, decided', (_, __, press) => press(/^Bravo/)],
  [
    'fixes with the list',
    async ({ pane, idle }, { customer, more }, press) => {
      for (let steps = 0; steps < 3; steps += 1) await press(customer.back);
      await press(more.action);
      await press(starting(more.parts.check.name));
      await pane.locator('.layerContent > .choice input').nth(1).check();
      await idle();
      await pane.locator('.checkFixes .windowedRow').first().waitFor();
    },
  ],
  [
    'fixes written',
    async ({ pane, idle }) => {
      await pane.locator('.checkFixes .button.primary').click();
      await idle();
      await pane.locator('.messageBar.success').waitFor();
    },
  ],
  [
    'changes',
    async ({ pane, idle }) => {
      await pane.locator('.layerContent > .choice input').nth(2).check();
      await idle();
      await pane.locator('.checkSteps .button').first().waitFor();
    },
  ],
];

/** What the sheet holds when a view is about to be shown; a sheet that is empty or lacks amounts has views of its own. */
const sheetBefore: Readonly<Record<string, readonly (readonly CellInput[])[]>> = {
  unfinished: [
    ['Customer', 'Due date'],
    ['Acme Ltd', 45430],
    ['Beta Co', 45440],
  ],
  overview: englishLedger,
};

/** What is typed before a tour begins, and the views it leads through. */
interface Tour {
  readonly begin: (workbench: Workbench) => Promise<void>;
  readonly views: readonly (readonly [string, View])[];
}

const tours = {
  'one sheet': { begin: async () => {}, views },
  'two sheets': {
    begin: async workbench => {
      await typeTwoSheets(workbench, listWithOtherNames);
    },
    views: viewsOfTwoSheets,
  },
} as const satisfies Readonly<Record<string, Tour>>;

type TourName = keyof typeof tours;

type Look = (view: string, workbench: Workbench) => Promise<void>;

/** Go from view to view, and take a look, or several, at each. */
async function walk(
  tour: TourName,
  language: Language,
  theme: 'light' | 'dark',
  looks: readonly Look[],
): Promise<void> {
  const workbench = await visitWorkbench(browser(), {
    query: `open=none&locale=${language === 'zh' ? 'zh-CN' : 'en-US'}&theme=${theme}&width=320`,
  });
  await tours[tour].begin(workbench);
  for (const [view, go] of tours[tour].views) {
    const rows = sheetBefore[view];
    if (rows) await workbench.setCells(rangeOf(rows), rows);
    await go(workbench, textsIn(language), name => workbench.press(name));
    for (const look of looks) await look(view, workbench);
  }
  await leaveWorkbench(workbench);
}

async function passesAxeAndFits(view: string, workbench: Workbench): Promise<void> {
  expect({ view, violations: await violations(workbench) }).toEqual({ view, violations: [] });
  expect({ view, tooWide: await tooWide(workbench) }).toEqual({ view, tooWide: [] });
  expect({ view, cut: await cutTexts(workbench) }).toEqual({ view, cut: [] });
}

const inForcedColours: Look = async (view, workbench) => {
  await setMedia(workbench, { forcedColors: 'active', colorScheme: 'dark' });
  await passesAxeAndFits(`${view}, in forced colours`, workbench);
  await setMedia(workbench, { forcedColors: 'none', colorScheme: 'light' });
};

/** Colours that change fade: what is seen meanwhile is neither the one nor the other. */
async function setMedia(workbench: Workbench, media: Parameters<Page['emulateMedia']>[0]): Promise<void> {
  await workbench.page.emulateMedia(media);
  await untilDrawn(workbench);
  await paneFrame(workbench).evaluate(async () => {
    const fading = document.getAnimations().filter(animation => animation instanceof CSSTransition);
    await Promise.allSettled(fading.map(({ finished }) => finished));
  });
}

/** Wait until the pane was drawn, and once more with what it changed when it saw its new size. */
const untilDrawn = (workbench: Workbench): Promise<void> =>
  paneFrame(workbench).evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
  });

/** Magnified to 200 %, a pane of 560 px has the room of 280, and one of 400 px that of 200. */
const fitsAt =
  (width: number): Look =>
  async (view, workbench) => {
    await setWidth(workbench, `${width}px`);
    expect({ view, width, tooWide: await tooWide(workbench) }).toEqual({ view, width, tooWide: [] });
    await setWidth(workbench, '');
  };

async function setWidth(workbench: Workbench, css: string): Promise<void> {
  const width = await workbench.page.locator('iframe').evaluate((frame, wanted) => {
    frame.style.width = wanted;
    return frame.clientWidth;
  }, css);
  // The pane has a process of its own, which hears of its size a moment later.
  await paneFrame(workbench).waitForFunction(wanted => window.innerWidth === wanted, width);
  await untilDrawn(workbench);
}

const tourNames = Object.keys(tours) as TourName[];

// One walk takes all the looks at a view that need no pane of their own: coming to a view takes longer than looking at it.
jest.setTimeout(300_000);

describe.each(tourNames)('%s', tour => {
  test('en, light: every view passes axe, and fits 320 px, 280 px and 200 px', () =>
    walk(tour, 'en', 'light', [passesAxeAndFits, fitsAt(280), fitsAt(200)]));

  test('zh, light: every view passes axe, and fits 320 px and 200 px', () =>
    walk(tour, 'zh', 'light', [passesAxeAndFits, fitsAt(200)]));

  test.each<Language>(['en', 'zh'])(
    '%s, dark and in forced colours: every view passes axe and fits',
    language => walk(tour, language, 'dark', [passesAxeAndFits, inForcedColours]),
  );
});
