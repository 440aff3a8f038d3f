/** A workbench in a page of its own, ready to have its picture taken. */
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import type { Language } from '../../src/i18n/language';
import type { CellInput } from '../../src/workbench/book/types';

export interface Look {
  readonly language: Language;
  /** Of the pane, in pixels; the user drags it. */
  readonly width: number;
  readonly theme: 'light' | 'dark';
  readonly isForced?: boolean;
  /** Magnified so much: a pane of 400 px has the room of 200 then. */
  readonly zoom?: number;
  /** The workbook: the sample where absent. */
  readonly open?: string;
}

export interface Scene {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly look: Look;
  /** Wait until Excel and the add-in have nothing left to do and what moves has come to rest. */
  settle(): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  /** Scroll what the pane shows to its beginning: it keeps its place while layers lie over it. */
  scrollToTop(): Promise<void>;
  /** The whole window. */
  shoot(path: string): Promise<void>;
  /** The pane alone, as long as what it shows. */
  shootPane(path: string): Promise<void>;
}

const settleMilliseconds = 250;
const patienceMilliseconds = 15_000;
const windowSize = { width: 1440, height: 900 };
const paneSlack = 900;
const tallest = 3_400;
/** A list of thousands has no end: so much of it tells how it looks. */
const tallestList = 1_100;

export async function openScene(browser: Browser, address: string, look: Look): Promise<Scene> {
  const { language, width, theme, isForced = false, open, zoom = 1 } = look;
  const page = await browser.newPage({
    viewport: { ...windowSize, width: Math.max(windowSize.width, width + paneSlack) },
    colorScheme: theme,
    forcedColors: isForced ? 'active' : 'none',
    deviceScaleFactor: zoom,
  });
  page.setDefaultTimeout(patienceMilliseconds);
  const query = new URLSearchParams({
    theme,
    width: String(width),
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    ...(open === undefined ? {} : { open }),
  });
  await page.goto(`${address}?${query}`);
  await page.waitForFunction(() => typeof window.workbench.idle === 'function');
  const pane = page.frameLocator('iframe');
  const settle = async () => {
    await page.waitForTimeout(settleMilliseconds);
    await page.evaluate(() => window.workbench.idle());
    await page.waitForTimeout(settleMilliseconds);
  };
  await settle();
  await pane.locator('main').waitFor();
  if (zoom !== 1) await magnify(page, width / zoom);
  await settle();
  return {
    page,
    pane,
    look,
    settle,
    press: async name => {
      await pane
        .getByRole('button', { name, exact: typeof name === 'string' })
        .first()
        .click();
      await settle();
    },
    scrollToTop: () => scrollToTop(page),
    shoot: async path => {
      await page.screenshot({ path });
    },
    shootPane: async path => {
      const before = page.viewportSize() ?? windowSize;
      await page.setViewportSize({ ...before, height: before.height + (await hiddenHeight(page)) });
      await page.waitForTimeout(settleMilliseconds);
      await page.locator('iframe').first().screenshot({ path });
      await page.setViewportSize(before);
    },
  };
}

/** The workbench draws no pane narrower than Excel does: one that is magnified has less room all the same. */
async function magnify(page: Page, room: number): Promise<void> {
  await page.locator('iframe').evaluate((frame, pixels) => {
    frame.style.width = `${pixels}px`;
  }, room);
}

/** What can be scrolled in the pane and is shown now. */
const shownScrollers = (): Element[] =>
  [...document.querySelectorAll('[data-scroller]')].filter(element =>
    element.checkVisibility({ visibilityProperty: true }),
  );

async function scrollToTop(page: Page): Promise<void> {
  await paneFrame(page)?.evaluate(`(${shownScrollers})().forEach(element => { element.scrollTop = 0; })`);
}

/** How much of what is shown would have to be scrolled to. */
async function hiddenHeight(page: Page): Promise<number> {
  const frame = paneFrame(page);
  if (frame === undefined) return 0;
  await scrollToTop(page);
  const hidden = await frame.evaluate<number>(
    `Math.max(0, ...(${shownScrollers})().map(each => each.scrollHeight - each.clientHeight))`,
  );
  const hasList = await frame.locator('.windowedList:visible').count();
  return Math.min(hidden, (hasList > 0 ? tallestList : tallest) - windowSize.height);
}

/** What a user does in the workbook by hand. */
export const workbookOf = (page: Page) => ({
  sheets: () => page.evaluate(() => window.workbench.sheets()),
  activate: (name: string) => page.evaluate(sheet => window.workbench.activate(sheet), name),
  setCells: (address: string, rows: readonly (readonly CellInput[])[]) =>
    page.evaluate(([where, cells]) => window.workbench.setCells(where, cells), [address, rows] as const),
});

const paneFrame = (page: Page): Frame | undefined =>
  page.frames().find(frame => frame.url().includes('taskpane.html'));

/** Tier the open sheet, as of the sample's own date. */
export async function tier({ pane, settle }: Scene): Promise<void> {
  await pane.locator('main .button.primary').first().click();
  await settle();
  const date = pane.locator('input[type=date]');
  await date.fill('2024-06-30');
  await date.press('Enter');
  await settle();
}
