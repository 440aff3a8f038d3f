/**
 * `npm run screenshots`: the pictures of the README, taken in the workbench with the sample workbook.
 * `npm run screenshots -- --all folder` takes every view of the pane in both languages, three widths, light, dark and
 * forced colours, and contact sheets of them, for a look; `--look zh-320` and `--view collect` take only some.
 * `npm run screenshots -- --sheets folder` takes every sheet that Tiercel makes, in both languages.
 * `--address http://localhost:3100/` takes either in a workbench that runs already.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { textsIn } from '../src/i18n/catalogue';
import { reportTexts } from '../src/i18n/sheets/report';
import { launchBrowser } from '../test/e2e/browser';
import { serveWorkbench } from '../test/e2e/startWorkbench';
import { takeEveryView } from './screenshots/everyView';
import { openScene, type Scene, tier } from './screenshots/scene';
import { takeEverySheet } from './screenshots/sheets';
import { goHome, openPart, pressRow } from './screenshots/views';

const root = path.resolve(__dirname, '..');
const readmeFolder = path.join(root, 'assets/screenshots');

/** Tiered and highlighted, with nothing in the way of the answer. */
async function tierAndHighlight(scene: Scene): Promise<void> {
  const { pane, press, look } = scene;
  const { highlight } = textsIn(look.language);
  await tier(scene);
  await press(highlight.action);
  await pane.locator('.messageBar.success').waitFor();
  for (const bar of ['.messageBar.success', '.messageBar.info']) await dismiss(scene, bar);
}

async function dismiss({ pane, look, settle }: Scene, bar: string): Promise<void> {
  await pane
    .locator(bar)
    .getByRole('button', { name: textsIn(look.language).notice.dismiss })
    .click();
  await settle();
}

async function takeReadmePictures(browser: Browser, address: string): Promise<void> {
  const english = await openScene(browser, address, { language: 'en', width: 380, theme: 'light' });
  await tierAndHighlight(english);
  await english.shoot(path.join(readmeFolder, 'pane.png'));
  await pressRow(english);
  await english.shoot(path.join(readmeFolder, 'customer.png'));
  await goHome(english);
  await openPart(english, 'report');
  await english.press(reportTexts.en.make);
  await english.pane.locator('.messageBar.success').waitFor();
  await english.page.evaluate(
    sheet => window.workbench.activate(sheet),
    reportTexts.en.onSheets.sheetNames.ageing,
  );
  await english.settle();
  await english.shoot(path.join(readmeFolder, 'report.png'));
  await english.page.evaluate(() => window.workbench.activate('Formulas'));
  await goHome(english);
  await dismiss(english, '.messageBar.success');
  await english.scrollToTop();
  await english.shoot(path.join(readmeFolder, 'formulas.png'));
  const chinese = await openScene(browser, address, { language: 'zh', width: 380, theme: 'dark' });
  await tierAndHighlight(chinese);
  await chinese.shoot(path.join(readmeFolder, 'pane-zh-dark.png'));
}

async function takePictures(): Promise<void> {
  const { values } = parseArgs({
    options: {
      all: { type: 'string' },
      look: { type: 'string' },
      view: { type: 'string' },
      sheets: { type: 'string' },
      address: { type: 'string' },
    },
  });
  mkdirSync(values.all ?? values.sheets ?? readmeFolder, { recursive: true });
  const served = values.address === undefined ? await serveWorkbench() : null;
  const address = served?.address ?? values.address ?? '';
  const browser = await launchBrowser();
  try {
    if (values.sheets !== undefined) await takeEverySheet(browser, address, values.sheets);
    else if (values.all === undefined) await takeReadmePictures(browser, address);
    else {
      const missing = await takeEveryView(browser, address, { ...values, folder: values.all });
      if (missing > 0) throw new Error(`${missing} views could not be reached.`);
    }
  } finally {
    await browser.close();
    served?.server.kill('SIGTERM');
  }
}

takePictures().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
