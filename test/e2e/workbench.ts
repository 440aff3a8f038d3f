/** The workbench as a story sees it: its window, the pane in it, and `window.workbench` for what a user would do by hand. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { CellInput } from '../../src/workbench/book/types';
import type { ShownValue } from '../../src/workbench/page/api';
import { launchBrowser } from './browser';
import { englishLedger, rangeOf } from './ledger';
import { countPaneWork, untilIdle } from './paneActivity';

export interface Workbench {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Everything the page complained about: uncaught errors and console errors. */
  readonly complaints: string[];
  open(bytes: Uint8Array, name: string): Promise<void>;
  save(): Promise<Uint8Array>;
  sheets(): Promise<string[]>;
  activate(name: string): Promise<void>;
  setCells(address: string, rows: readonly (readonly CellInput[])[]): Promise<void>;
  /** The same as somebody else would who has the workbook open too. */
  setCellsAsCoauthor(address: string, rows: readonly (readonly CellInput[])[]): Promise<void>;
  values(address: string): Promise<ShownValue[][]>;
  formulas(address: string): Promise<ShownValue[][]>;
  fills(address: string): Promise<string[][]>;
  ribbon(id: string): Promise<void>;
  /** Wait until Excel and the add-in have nothing left to do. */
  idle(): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  close(): Promise<void>;
}

export interface Visit {
  /** As in the address bar: `open=none&locale=zh-CN`. */
  readonly query?: string;
  readonly width?: number;
  readonly height?: number;
}

/** Open the workbench in a page of its own and wait until it is ready. */
export async function visitWorkbench(browser: Browser, visit: Visit = {}): Promise<Workbench> {
  const page = await browser.newPage({
    viewport: { width: visit.width ?? 1440, height: visit.height ?? 900 },
    // The pane's frame takes its scheme from the workbench's theme, as in Excel; Playwright would force light on it.
    colorScheme: null,
    // Colours on their way from one state to the next are no colours to measure contrasts of.
    reducedMotion: 'reduce',
  });
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });

  await countPaneWork(page);
  await page.goto(`${process.env.WORKBENCH_ADDRESS}?${visit.query ?? ''}`);
  await page.waitForFunction(() => typeof window.workbench.idle === 'function');
  const pane = page.frameLocator('iframe');
  const idle = () => untilIdle(page);
  await idle();
  await pane.locator('main').waitFor();

  return {
    page,
    pane,
    complaints,
    idle,
    open: async (bytes, name) => {
      const base64 = Buffer.from(bytes).toString('base64');
      await page.evaluate(([text, file]) => window.workbench.open(text, file), [base64, name] as const);
      await idle();
      await pane.locator('main').waitFor();
    },
    save: async () => Uint8Array.from(await page.evaluate(async () => [...(await window.workbench.save())])),
    sheets: () => page.evaluate(() => window.workbench.sheets()),
    activate: async name => {
      await page.evaluate(sheet => window.workbench.activate(sheet), name);
      await idle();
    },
    setCells: async (address, rows) => {
      await page.evaluate(([where, cells]) => window.workbench.setCells(where, cells), [
        address,
        rows,
      ] as const);
      await idle();
    },
    setCellsAsCoauthor: async (address, rows) => {
      await page.evaluate(([where, cells]) => window.workbench.setCellsAsCoauthor(where, cells), [
        address,
        rows,
      ] as const);
      await idle();
    },
    values: address => page.evaluate(where => window.workbench.values(where), address),
    formulas: address => page.evaluate(where => window.workbench.formulas(where), address),
    fills: address => page.evaluate(where => window.workbench.fills(where), address),
    ribbon: async id => {
      await page.evaluate(button => window.workbench.ribbon(button), id);
      await idle();
    },
    press: async name => {
      await pane
        .getByRole('button', { name, exact: typeof name === 'string' })
        .first()
        .click();
      await idle();
    },
    close: () => page.close(),
  };
}

/** Open the workbench in English with the small ledger on its sheet, tiered. */
export async function visitTieredLedger(browser: Browser): Promise<Workbench> {
  const workbench = await visitWorkbench(browser, { query: 'open=none&locale=en-US' });
  await workbench.setCells(rangeOf(englishLedger), englishLedger);
  await workbench.press('Tier this sheet');
  return workbench;
}

/** Close the workbench at the end of a story; it must not have complained of anything. */
export async function leaveWorkbench(workbench: Workbench): Promise<void> {
  expect(workbench.complaints).toEqual([]);
  await workbench.close();
}

/** A browser for a file of stories, started before and closed after them. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return () => {
    if (!browser) throw new Error('The browser has not started yet.');
    return browser;
  };
}
