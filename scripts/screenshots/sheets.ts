/** A picture of every sheet that Tiercel makes: report, statement, letters, policy, logs, legend. */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { textsIn } from '../../src/i18n/catalogue';
import type { Language } from '../../src/i18n/language';
import { collectTexts } from '../../src/i18n/pane/collect';
import { historyTexts } from '../../src/i18n/pane/history';
import { writeColumnsTexts } from '../../src/i18n/pane/writeColumns';
import { reportTexts } from '../../src/i18n/sheets/report';
import { statementTexts } from '../../src/i18n/sheets/statement';
import { openScene, type Scene, tier } from './scene';
import { chooseLiveColumns, goHome, openPart, pressRow } from './views';

const languages: readonly Language[] = ['en', 'zh'];
const windowSize = { width: 1_800, height: 1_500 };
const highlightedSheet = 'Invoices';

/** Let Tiercel make every sheet it can make of the sample. */
async function makeSheets(scene: Scene): Promise<void> {
  const { pane, press, look, settle } = scene;
  await tier(scene);
  await openPart(scene, 'report');
  await press(reportTexts[look.language].make);
  await pane.locator('.messageBar.success').first().waitFor();
  await goHome(scene);
  await pressRow(scene);
  await press(statementTexts[look.language].make);
  await goHome(scene);
  await openPart(scene, 'collect');
  await pressRow(scene);
  await pane.locator('.collectCaseActions .button.primary').click();
  await settle();
  await press(collectTexts[look.language].templates);
  await press(collectTexts[look.language].print);
  await press(collectTexts[look.language].recordDone);
  await goHome(scene);
  await openPart(scene, 'history');
  await press(historyTexts[look.language].take);
  await goHome(scene);
  await press(textsIn(look.language).highlight.action);
  await press(textsIn(look.language).write.action);
  await chooseLiveColumns(scene);
  await press(writeColumnsTexts[look.language].write);
  await pane.locator('.messageBar.success').first().waitFor();
}

/** Take a picture of each sheet in both languages, the beginning of it in a large window. */
export async function takeEverySheet(browser: Browser, address: string, folder: string): Promise<void> {
  for (const language of languages) {
    const scene = await openScene(browser, address, { language, width: 320, theme: 'light' });
    const { page, settle } = scene;
    const before = await page.evaluate(() => window.workbench.sheets());
    await makeSheets(scene);
    await page.setViewportSize(windowSize);
    const after = await page.evaluate(() => window.workbench.sheets());
    const made = after.filter(name => name === highlightedSheet || !before.includes(name));
    for (const name of made) {
      await page.evaluate(sheet => window.workbench.activate(sheet), name);
      await settle();
      await scene.shoot(path.join(folder, `${language}-sheet-${name.replaceAll(' ', '-')}.png`));
    }
    console.log(`${language}: ${made.length} sheets`);
    await page.close();
  }
}
