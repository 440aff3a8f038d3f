/** Every view of the pane and the states it can be in, by the way a user comes to it. */
import { textsIn } from '../../src/i18n/catalogue';
import { collectTexts } from '../../src/i18n/pane/collect';
import { historyTexts } from '../../src/i18n/pane/history';
import { joinTexts } from '../../src/i18n/pane/join';
import { writeColumnsTexts } from '../../src/i18n/pane/writeColumns';
import { reportTexts } from '../../src/i18n/sheets/report';
import type { PartName } from '../../src/taskpane/model/layersModel';
import { listWithOtherNames, typeTwoSheets } from '../../test/e2e/twoSheets';
import { inventWorkbook } from '../responsiveness/workbook';
import { type Look, type Scene, tier, workbookOf } from './scene';

export interface View {
  readonly name: string;
  /** From the overview, or from where the view before it is left when it `goesOn`. */
  show(scene: Scene): Promise<void>;
  readonly goesOn?: boolean;
  /** The view that leaves the workbook as this one needs it. */
  readonly needs?: string;
}

const shown = '.frameLayer:not(.isCovered)';
const row = `${shown} .windowedRow`;

const starting = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
const wordsOf = <Texts>({ look }: Scene, texts: { en: Texts; zh: Texts }): Texts => texts[look.language];
const catalogueOf = ({ look }: Scene) => textsIn(look.language);

async function openMore(scene: Scene): Promise<void> {
  await scene.press(catalogueOf(scene).more.action);
}

/** Open a part from the overview. */
export async function openPart(scene: Scene, part: PartName): Promise<void> {
  const { name } = catalogueOf(scene).more.parts[part];
  await openMore(scene);
  await scene.press(starting(name));
  await scene.pane.getByRole('heading', { name, level: 2 }).waitFor();
  await scene.settle();
}

/** The radio of a part's own views, by its place. */
async function chooseView({ pane, settle }: Scene, index: number): Promise<void> {
  await pane.locator(`${shown} .choice`).first().locator('input').nth(index).check();
  await settle();
}

/** Open what can be unfolded, one after the other: what is open no longer counts. */
async function unfold({ pane, settle }: Scene, within: string): Promise<void> {
  const folded = pane.locator(`${within} details:not([open]) > summary`);
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
  await settle();
}

async function pressNth({ pane, settle }: Scene, selector: string, index = 0): Promise<void> {
  await pane.locator(selector).nth(index).click();
  await settle();
}

/** Open the first customer that is listed. */
export const pressRow = (scene: Scene): Promise<void> => pressNth(scene, row);

/** Choose formulas where the columns are about to be written. */
export async function chooseLiveColumns({ pane, settle }: Scene): Promise<void> {
  await pane.locator('.writeForm input').last().check();
  await settle();
}

/** Close layer after layer until the overview is there. */
export async function goHome({ pane, look, settle }: Scene): Promise<void> {
  const back = pane.getByRole('button', { name: textsIn(look.language).customer.back, exact: true });
  for (let steps = 0; steps < 6 && (await back.last().isVisible()); steps += 1) {
    await back.last().click();
    await settle();
  }
}

/** With the sample workbook, tiered. */
const sampleViews: readonly View[] = [
  { name: 'overview', show: async () => {} },
  {
    name: 'overview-at-risk',
    show: scene => pressNth(scene, '.summaryFigure'),
  },
  {
    name: 'overview-exposure',
    goesOn: true,
    show: scene => pressNth(scene, '.summaryFigure', 1),
  },
  {
    name: 'overview-dso',
    goesOn: true,
    show: scene => pressNth(scene, '.summaryFigure', 3),
  },
  {
    name: 'overview-one-tier',
    show: async ({ pane, settle }) => {
      const unfolded = pane.locator('.summaryFigure[aria-expanded=true]');
      if ((await unfolded.count()) > 0) await unfolded.click();
      await pane.locator('.tierBar button').nth(3).click();
      await settle();
    },
  },
  {
    name: 'overview-nothing-found',
    goesOn: true,
    show: async ({ pane, settle }) => {
      await pane.getByRole('searchbox').fill('xyz');
      await settle();
    },
  },
  {
    name: 'breaches',
    show: async scene => {
      const filter = scene.pane.getByRole('button', {
        name: catalogueOf(scene).customers.removeFilter,
        exact: true,
      });
      if (await filter.first().isVisible()) await filter.first().click();
      await pressNth(scene, '.door');
    },
  },
  { name: 'customer', show: scene => pressNth(scene, row) },
  {
    name: 'customer-explained',
    goesOn: true,
    show: async ({ pane, settle }) => {
      for (const place of [0, 1]) await pane.locator('.figures summary').nth(place).click();
      await settle();
    },
  },
  { name: 'mapping', show: scene => pressNth(scene, '.frameSheet') },
  { name: 'more', show: openMore },
  {
    name: 'highlights-before',
    show: async scene => {
      await openMore(scene);
      await scene.press(catalogueOf(scene).highlight.title);
    },
  },
  {
    name: 'highlights',
    goesOn: true,
    show: async scene => {
      await pressNth(scene, `${shown} .highlightAction .button`);
      await scene.settle();
    },
  },
  { name: 'customers', show: scene => openPart(scene, 'customers') },
  {
    name: 'customers-filters',
    goesOn: true,
    show: scene => pressNth(scene, '.customerListSearch .button'),
  },
  {
    name: 'customers-grouped',
    goesOn: true,
    show: async ({ pane, settle }) => {
      await pane.locator('.customerListSearch .button').click();
      await pane.locator('.customerListOrder select').last().selectOption({ index: 1 });
      await settle();
    },
  },
  { name: 'customers-matrix', goesOn: true, show: scene => chooseView(scene, 1) },
  { name: 'customers-curve', goesOn: true, show: scene => chooseView(scene, 2) },
  { name: 'customers-statements', goesOn: true, show: scene => chooseView(scene, 3) },
  { name: 'check-problems', show: scene => openPart(scene, 'check') },
  { name: 'check-fixes', goesOn: true, show: scene => chooseView(scene, 1) },
  { name: 'check-changes', goesOn: true, show: scene => chooseView(scene, 2) },
  { name: 'join', show: scene => openPart(scene, 'join') },
  {
    name: 'join-chosen',
    goesOn: true,
    show: async ({ pane, settle }) => {
      const select = pane.locator('.joinSheet select');
      if ((await select.count()) === 0) return;
      await select.selectOption({ index: 0 });
      await settle();
    },
  },
  {
    name: 'joined',
    goesOn: true,
    show: async scene => {
      const words = wordsOf(scene, joinTexts);
      if ((await scene.pane.getByRole('button', { name: words.join, exact: true }).count()) === 0) return;
      await scene.press(words.join);
      await scene.settle();
    },
  },
  { name: 'collect', show: scene => openPart(scene, 'collect') },
  {
    name: 'collect-several',
    goesOn: true,
    show: async scene => {
      await scene.press(wordsOf(scene, collectTexts).several);
      for (const place of [0, 2]) await pressNth(scene, row, place);
    },
  },
  {
    name: 'collect-case',
    goesOn: true,
    show: async scene => {
      await scene.press(wordsOf(scene, collectTexts).severalEnd);
      await pressNth(scene, row);
    },
  },
  {
    name: 'collect-promise',
    goesOn: true,
    show: scene => scene.press(wordsOf(scene, collectTexts).promiseAction),
  },
  {
    name: 'collect-letter',
    goesOn: true,
    show: scene => pressNth(scene, '.collectCaseActions .button.primary'),
  },
  { name: 'report', show: scene => openPart(scene, 'report') },
  {
    name: 'report-made',
    goesOn: true,
    show: async scene => {
      await scene.press(wordsOf(scene, reportTexts).make);
      await scene.pane.locator('.messageBar.success').first().waitFor();
      await scene.settle();
    },
  },
  { name: 'history', show: scene => openPart(scene, 'history') },
  {
    name: 'history-compared',
    goesOn: true,
    show: async scene => {
      const { pane, settle } = scene;
      const { take } = wordsOf(scene, historyTexts);
      const date = pane.locator('input[type=date]').first();
      for (const day of ['2024-04-30', '2024-05-31', '2024-06-30']) {
        await goHome(scene);
        await date.fill(day);
        await date.press('Enter');
        await settle();
        await openPart(scene, 'history');
        await scene.press(take);
      }
      await unfold(scene, shown);
    },
  },
  { name: 'contracts', show: scene => openPart(scene, 'contracts') },
  { name: 'policy', show: scene => openPart(scene, 'policy') },
  {
    name: 'policy-what-if',
    goesOn: true,
    show: async scene => {
      await pressNth(scene, '.policyActions .button');
      await pressNth(scene, '.policySections summary, .policySections [aria-expanded]', 2);
      await scene.settle();
    },
  },
  { name: 'share', show: scene => openPart(scene, 'share') },
  { name: 'guide', show: scene => openPart(scene, 'guide') },
  { name: 'write', show: scene => scene.press(catalogueOf(scene).write.action) },
  { name: 'write-live', goesOn: true, show: chooseLiveColumns },
  {
    name: 'write-live-done',
    goesOn: true,
    show: async scene => {
      await scene.press(wordsOf(scene, writeColumnsTexts).write);
      await scene.pane.locator('.messageBar.success').first().waitFor();
      await scene.settle();
    },
  },
  { name: 'share-live', needs: 'write-live-done', show: scene => openPart(scene, 'share') },
  {
    name: 'clear',
    needs: 'highlights',
    show: async scene => {
      await openMore(scene);
      await scene.press(starting(catalogueOf(scene).clear.action));
      await scene.settle();
    },
  },
  {
    name: 'cleared',
    goesOn: true,
    show: scene => scene.press(catalogueOf(scene).clear.confirm),
  },
];

/** With an empty workbook: nothing there yet, something missing, something that does not come. */
const emptyViews: readonly View[] = [
  { name: 'start', show: async () => {} },
  { name: 'problem', show: scene => scene.press(catalogueOf(scene).start.tier) },
  {
    name: 'part-before-tiering',
    show: scene => openPart(scene, 'collect'),
  },
  {
    name: 'part-not-loaded',
    show: async scene => {
      await scene.page.route(/\.js$/, route => route.abort());
      await openPart(scene, 'guide');
    },
  },
  {
    name: 'part-loading',
    show: async scene => {
      await scene.page.unroute(/\.js$/);
      await scene.page.route(/\.js$/, () => {});
      const { more } = catalogueOf(scene);
      await openMore(scene);
      await scene.pane.getByRole('button', { name: starting(more.parts.share.name) }).click();
      await scene.page.waitForTimeout(300);
    },
  },
  {
    name: 'unfinished',
    show: async scene => {
      await scene.page.unroute(/\.js$/);
      await scene.page.evaluate(() =>
        window.workbench.setCells('Sheet1!A1:B3', [
          ['Customer', 'Due date'],
          ['Acme Ltd', 45430],
          ['Beta Co', 45440],
        ]),
      );
      await pressNth(scene, 'main .button.primary');
    },
  },
];

/** A ledger and a customer list that know each other by other names. */
const twoSheetsViews: readonly View[] = [
  { name: 'two-sheets-offer', show: async () => {} },
  {
    name: 'two-sheets-joined',
    show: async scene => {
      await openPart(scene, 'join');
      await scene.press(wordsOf(scene, joinTexts).join);
    },
  },
  {
    name: 'who-is-who',
    goesOn: true,
    show: scene => scene.press(/Beta Co/),
  },
  {
    name: 'who-is-who-searched',
    goesOn: true,
    show: async ({ pane, settle }) => {
      await pane.getByRole('searchbox').last().fill('bravo');
      await settle();
    },
  },
  {
    name: 'who-is-who-decided',
    goesOn: true,
    show: scene => scene.press(/^Bravo/),
  },
  {
    name: 'check-fixes-with-list',
    needs: 'two-sheets-joined',
    show: async scene => {
      await openPart(scene, 'check');
      await chooseView(scene, 1);
    },
  },
  {
    name: 'check-fixes-written',
    goesOn: true,
    show: scene => pressNth(scene, '.checkFixes .button.primary'),
  },
];

/** With 50,000 customers: while it works, and what such an answer looks like. */
const hugeViews: readonly View[] = [
  {
    name: 'huge-reading',
    show: async scene => {
      await scene.pane.locator('main .button.primary').first().click();
      await whileWorking(scene);
    },
  },
  { name: 'huge-overview', goesOn: true, show: whenAnswered },
  {
    name: 'huge-again',
    goesOn: true,
    show: async scene => {
      const date = scene.pane.locator('input[type=date]');
      await date.fill('2024-03-31');
      await date.press('Enter');
      await whileWorking(scene);
    },
  },
  {
    name: 'huge-customers',
    needs: 'huge-overview',
    show: async scene => {
      await whenAnswered(scene);
      await openPart(scene, 'customers');
    },
  },
  { name: 'huge-collect', needs: 'huge-overview', show: scene => openPart(scene, 'collect') },
  {
    name: 'huge-report',
    needs: 'huge-overview',
    show: async scene => {
      await openPart(scene, 'report');
      await scene.pane.locator('.layerContent .button.primary').click();
      await whileWorking(scene);
    },
  },
];

const patienceWithThousands = 180_000;

/** What is being done is told once it takes longer than a moment. */
async function whileWorking({ pane }: Scene): Promise<void> {
  await pane.locator('.workBar:not([hidden]) .workText').waitFor({ timeout: patienceWithThousands });
}

async function whenAnswered({ pane, settle }: Scene): Promise<void> {
  await pane.locator('.summary').waitFor({ timeout: patienceWithThousands });
  await pane.locator('.workBar[hidden]').waitFor({ state: 'attached', timeout: patienceWithThousands });
  await settle();
}

const hugeNumber = 50_000;

async function openHugeWorkbook({ page, pane }: Scene): Promise<void> {
  const file = Buffer.from(await inventWorkbook(hugeNumber)).toString('base64');
  await page.evaluate(base64 => window.workbench.open(base64, 'huge.xlsx'), file);
  await pane.locator('main').waitFor({ timeout: patienceWithThousands });
}

async function typeAndTier(scene: Scene): Promise<void> {
  const { page, settle } = scene;
  const { activate, setCells, sheets } = workbookOf(page);
  await typeTwoSheets({ page, idle: settle, activate, setCells, sheets }, listWithOtherNames);
  await tier(scene);
}

/** The views to walk through for those that are wanted: each with what leads to it. */
export function viewsToWalk(views: readonly View[], isWanted: (view: View) => boolean): readonly View[] {
  const walked = new Set<View>();
  const walk = (view: View | undefined): void => {
    if (!view || walked.has(view)) return;
    walked.add(view);
    if (view.goesOn) walk(views[views.indexOf(view) - 1]);
    if (view.needs !== undefined) walk(views.find(({ name }) => name === view.needs));
  };
  views.filter(isWanted).forEach(walk);
  return views.filter(view => walked.has(view));
}

interface Walk {
  /** The workbook: the sample where absent. */
  readonly open: string | undefined;
  readonly begin: (scene: Scene) => Promise<void>;
  readonly views: readonly View[];
  /** In every look where absent. */
  readonly isTaken?: (look: Look) => boolean;
}

/** What each walk begins with. */
export const walks: readonly Walk[] = [
  { open: undefined, begin: tier, views: sampleViews },
  { open: 'none', begin: async () => {}, views: emptyViews },
  { open: 'none', begin: typeAndTier, views: twoSheetsViews },
  {
    open: 'none',
    begin: openHugeWorkbook,
    views: hugeViews,
    // So many customers take minutes, and look alike in the others.
    isTaken: ({ language, width, theme, isForced }) =>
      width === 320 && !isForced && theme === (language === 'zh' ? 'dark' : 'light'),
  },
];
