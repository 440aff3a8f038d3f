/**
 * `npm run screenshots`: the pictures of the README, taken in the workbench with the sample workbook.
 * `npm run screenshots -- --all folder` takes every view of the pane, in both languages, light and dark, at 320 px, for a look.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../test/e2e/browser';
import { serveWorkbench } from '../test/e2e/startWorkbench';

const root = path.resolve(__dirname, '..');
const readmeFolder = path.join(root, 'assets/screenshots');
const asOf = '2024-06-30';
const settleMilliseconds = 700;

interface Scene {
  readonly page: Page;
  readonly pane: FrameLocator;
  settle(): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  shoot(name: string): Promise<void>;
}

async function stage(
  browser: Browser,
  address: string,
  query: string,
  folder: string,
  theme: 'light' | 'dark',
): Promise<Scene> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: theme });
  await page.goto(`${address}?theme=${theme}&${query}`);
  await page.waitForFunction(() => 'workbench' in window);
  const pane = page.frameLocator('iframe');
  const settle = async () => {
    await page.waitForTimeout(settleMilliseconds);
    await page.evaluate(() => window.workbench.idle());
    await page.waitForTimeout(settleMilliseconds);
  };
  await settle();
  return {
    page,
    pane,
    settle,
    press: async name => {
      await pane
        .getByRole('button', { name, exact: typeof name === 'string' })
        .first()
        .click();
      await settle();
    },
    shoot: async name => {
      await page.screenshot({ path: path.join(folder, `${name}.png`) });
      console.log(`${name}.png`);
    },
  };
}

/** Tier and highlight, as of the sample's own date. */
async function tier(scene: Scene): Promise<void> {
  await scene.pane.getByRole('button').nth(1).click();
  await scene.settle();
  const date = scene.pane.locator('input[type=date]');
  await date.fill(asOf);
  await date.press('Enter');
  await scene.settle();
}

async function readmePictures(browser: Browser, address: string): Promise<void> {
  const english = await stage(browser, address, 'locale=en-US&width=380', readmeFolder, 'light');
  await tier(english);
  await english.shoot('pane');
  await english.page.evaluate(() => window.workbench.activate('Formulas'));
  await english.settle();
  await english.shoot('formulas');
  const chinese = await stage(browser, address, 'locale=zh-CN&width=380', readmeFolder, 'dark');
  await tier(chinese);
  await chinese.shoot('pane-zh-dark');
}

async function everyView(browser: Browser, address: string, folder: string): Promise<void> {
  for (const locale of ['en-US', 'zh-CN']) {
    for (const theme of ['light', 'dark'] as const) {
      const tag = `${locale.slice(0, 2)}-${theme}`;
      const scene = await stage(browser, address, `locale=${locale}&width=320`, folder, theme);
      const { pane } = scene;
      await scene.shoot(`${tag}-1-start`);
      await tier(scene);
      await scene.shoot(`${tag}-2-overview`);
      await pane.locator('.customersList button, [class*=customer] li button').first().click();
      await scene.settle();
      await scene.shoot(`${tag}-3-customer`);
      await scene.press(/^(Back|返回)$/);
      await scene.press(/^(Write columns|写入)/);
      await scene.shoot(`${tag}-4-written`);
      await scene.press(/breaches|预警/);
      await scene.shoot(`${tag}-5-breaches`);
      await scene.press(/^(Back|返回)$/);
      await scene.press(/remarks|数据/);
      await scene.shoot(`${tag}-6-findings`);
      await scene.press(/^(Back|返回)$/);
      await scene.press(/what was recognised|识别/);
      await scene.shoot(`${tag}-7-mapping`);
      await scene.press(/^(Back|返回)$/);
      await scene.press(/^(More|更多)$/);
      await scene.shoot(`${tag}-8-more`);
      await scene.press(/Clear what|清除/);
      await scene.shoot(`${tag}-9-clear`);
      await scene.page.close();
    }
  }
}

async function takePictures(): Promise<void> {
  const { values } = parseArgs({ options: { all: { type: 'string' } } });
  const folder = values.all ?? readmeFolder;
  mkdirSync(folder, { recursive: true });
  const { server, address } = await serveWorkbench();
  const browser = await launchBrowser();
  try {
    if (values.all) await everyView(browser, address, folder);
    else await readmePictures(browser, address);
  } finally {
    await browser.close();
    server.kill('SIGTERM');
  }
}

takePictures().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
