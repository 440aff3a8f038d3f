/** A picture of every view of the pane in every look, and contact sheets of them. */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Language } from '../../src/i18n/language';
import { makeContactSheets } from './contactSheet';
import { type Look, openScene } from './scene';
import { goHome, type View, viewsToWalk, walks } from './views';

const languages: readonly Language[] = ['en', 'zh'];
const widths = [320, 420, 600];
const themes = ['light', 'dark'] as const;

const nameOf = ({ language, width, theme, isForced, zoom }: Look): string =>
  [language, width, ...(isForced ? ['forced'] : []), ...(zoom ? ['zoom'] : []), theme].join('-');

/** Every look there is: languages × widths × themes, forced colours in each theme, and magnified to 200 %. */
const looks: readonly Look[] = languages.flatMap(language => [
  ...widths.flatMap(width => themes.map(theme => ({ language, width, theme }))),
  ...themes.map(theme => ({ language, width: 320, theme, isForced: true })),
  { language, width: 400, theme: 'light', zoom: 2 } as const,
]);

export interface Wanted {
  readonly folder: string;
  /** Only looks whose name has this in it: `zh-320`, `dark`. */
  readonly look?: string;
  /** Only views whose name has this in it; those that lead to them are walked through. */
  readonly view?: string;
}

/**
 * Take a picture of every view in every look that is wanted. A view that cannot be reached is told and left out.
 * @returns how many could not be reached
 */
export async function takeEveryView(browser: Browser, address: string, wanted: Wanted): Promise<number> {
  let missing = 0;
  for (const look of looks.filter(candidate => nameOf(candidate).includes(wanted.look ?? ''))) {
    const taken: string[] = [];
    for (const { open, begin, views, isTaken } of walks) {
      const isWanted = ({ name }: View): boolean => name.includes(wanted.view ?? '');
      const walked = viewsToWalk(views, isWanted);
      if (walked.length === 0 || isTaken?.(look) === false) continue;
      const scene = await openScene(browser, address, { ...look, open });
      await begin(scene);
      for (const view of walked) {
        try {
          if (!view.goesOn) await goHome(scene);
          await view.show(scene);
          if (!isWanted(view)) continue;
          const picture = path.join(wanted.folder, `${nameOf(look)}-${view.name}.png`);
          await scene.shootPane(picture);
          taken.push(picture);
        } catch (error) {
          missing += 1;
          console.error(`${nameOf(look)} ${view.name}: ${error instanceof Error ? error.message : error}`);
        }
      }
      await scene.page.close();
    }
    await makeContactSheets(browser, taken, look.width, number =>
      path.join(wanted.folder, `sheet-${nameOf(look)}-${number}.png`),
    );
    console.log(`${nameOf(look)}: ${taken.length} views`);
  }
  return missing;
}
