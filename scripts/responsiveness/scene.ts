/** The workbench in a browser, with the pane in a thread of its own, as a user has them before them. */
import type { Browser, Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { beginMark, readTrace, sampleCategories, type ThreadTrace, traceCategories } from './trace';

/** Work of the pane takes a turn every few milliseconds and after half a second shows that it goes on: nothing of both, and it is through. */
const quietMilliseconds = 600;
const patienceMilliseconds = 20_000;

export interface Scene {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Wait until neither the pane nor the workbook has anything left to do. */
  settle(): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  click(what: Locator): Promise<void>;
  /** Open a part of the pane from wherever it is. */
  openPart(name: RegExp): Promise<void>;
  backToOverview(): Promise<void>;
  /** Trace what the pane's thread does until all is done. */
  trace(action: () => Promise<void>): Promise<ThreadTrace>;
  paneFrame(): Frame;
}

declare global {
  interface Window {
    /** Channels made so far: the pane makes one for every turn. */
    turns: number;
  }
}

/** As text: what runs these scripts wraps named functions in a call of `__name`, which a page does not know either. */
const countTurns = `
  globalThis.__name = named => named;
  globalThis.turns = 0;
  globalThis.MessageChannel = class extends MessageChannel {
    constructor() {
      super();
      globalThis.turns += 1;
    }
  };
`;

export async function openScene(
  browser: Browser,
  port: number,
  query: string,
  isExplained: boolean,
): Promise<Scene> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: null });
  page.setDefaultTimeout(patienceMilliseconds);
  page.on('pageerror', error => console.error(`! ${error.message}`));
  await page.addInitScript(countTurns);
  await page.goto(`http://localhost:${port}/?${query}&host=127.0.0.1`);
  await page.waitForFunction(() => typeof window.workbench.idle === 'function');
  const pane = page.frameLocator('iframe');
  const paneFrame = (): Frame => {
    const frame = page.frames().find(each => each.url().includes('taskpane.html'));
    if (!frame) throw new Error('The pane is not there.');
    return frame;
  };
  const settle = async () => {
    await page.evaluate(() => window.workbench.idle());
    await paneFrame().evaluate(async quiet => {
      const isWorking = () => document.querySelector('.workBar:not([hidden])') !== null;
      for (let seen = -1; seen !== window.turns || isWorking(); ) {
        seen = window.turns;
        await new Promise(resolve => setTimeout(resolve, quiet));
      }
    }, quietMilliseconds);
    await page.evaluate(() => window.workbench.idle());
  };
  const click = async (what: Locator) => {
    await what.first().click();
    await settle();
  };
  const press = (name: string | RegExp) =>
    click(pane.getByRole('button', { name, exact: typeof name === 'string' }));
  const back = pane.getByRole('button', { name: 'Back', exact: true });
  const backToOverview = async () => {
    while ((await back.count()) > 0) await click(back.last());
  };
  await settle();
  await pane.locator('main').waitFor();
  const processId = await paneProcess(browser, page);

  return {
    page,
    pane,
    paneFrame,
    settle,
    press,
    click,
    backToOverview,
    openPart: async name => {
      await backToOverview();
      await press('More');
      await press(name);
    },
    trace: async action => {
      const categories = [...traceCategories, ...(isExplained ? sampleCategories : [])];
      await browser.startTracing(page, { screenshots: false, categories });
      let failure: unknown = null;
      try {
        await paneFrame().evaluate(mark => performance.mark(mark), beginMark);
        await action();
        await settle();
      } catch (error) {
        failure = error;
      }
      const trace = await browser.stopTracing();
      if (failure !== null) throw failure;
      return readTrace(trace, processId);
    },
  };
}

/** The process that runs the pane; it must not be the one of the workbook, or one's work would count as the other's. */
async function paneProcess(browser: Browser, page: Page): Promise<number> {
  const mark = `pane-${Date.now()}`;
  await browser.startTracing(page, { screenshots: false, categories: ['blink.user_timing'] });
  await page.evaluate(name => performance.mark(`workbook ${name}`), mark);
  for (const frame of page.frames())
    if (frame.url().includes('taskpane.html'))
      await frame.evaluate(name => performance.mark(`pane ${name}`), mark);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
    traceEvents: { name: string; pid: number }[];
  };
  const pidOf = (who: string) => traceEvents.find(({ name }) => name === `${who} ${mark}`)?.pid;
  const pane = pidOf('pane');
  if (pane === undefined || pane === pidOf('workbook'))
    throw new Error(
      'The browser runs the pane and the workbook in one process: nothing could be told apart.',
    );
  return pane;
}
