/** What a user does in the pane, one after the other; each begins where the one before has left the workbook. */

import type { Scene } from './scene';
import { asOfText, ledgerSheet, listSheet } from './workbook';

export interface Action {
  readonly name: string;
  /** Gets to where the action begins; not measured. */
  prepare?(scene: Scene): Promise<void>;
  run(scene: Scene): Promise<void>;
}

/** A formula whose answer fills a row for every customer. */
const spillCell = `${listSheet}!Z1`;
const spillFormula = `=TIERCEL.AGINGBUCKET(${listSheet}!$F$2:$F$50001,DATE(2024,6,30))`;
const earlierText = '2024-05-31';
const laterText = '2024-07-31';

const part = (scene: Scene, name: RegExp) => ({
  open: () => scene.openPart(name),
});

const view = (scene: Scene, name: string | RegExp) =>
  scene.click(scene.pane.getByRole('radio', { name, exact: typeof name === 'string' }));

async function fill(scene: Scene, what: ReturnType<Scene['pane']['locator']>, text: string): Promise<void> {
  await what.first().fill(text);
  await scene.settle();
}

async function chooseDate(scene: Scene, text: string): Promise<void> {
  const date = scene.pane.locator('input[type=date]').first();
  await date.fill(text);
  await date.press('Enter');
  await scene.settle();
}

/** Turn the wheel over a list as fast as a hand does, far down. */
async function scroll(scene: Scene): Promise<void> {
  await scene.pane.locator('.windowedRow:visible').first().hover();
  for (let turn = 0; turn < 40; turn++) await scene.page.mouse.wheel(0, 2_000);
  await scene.settle();
}

async function editLedger(scene: Scene, row: number, amount: number): Promise<void> {
  await scene.page.evaluate(([where, value]) => window.workbench.setCellsAsCoauthor(where, [[value]]), [
    `${ledgerSheet}!F${row}`,
    amount,
  ] as const);
  // Edits are counted together once nobody has made another for a moment.
  await scene.page.waitForTimeout(1_200);
}

export const actions: readonly Action[] = [
  { name: 'tier the ledger', run: scene => scene.press('Tier this sheet') },
  { name: 'another as-of date', run: scene => chooseDate(scene, earlierText) },
  {
    name: 'search customers',
    run: async scene => {
      const box = scene.pane.getByRole('searchbox').first();
      for (const text of ['Baker', 'Baker & Sons 4', '宏达', '']) await fill(scene, box, text);
    },
  },
  {
    name: 'filter by tier',
    run: async scene => {
      const tiers = scene.pane.getByRole('button', { name: /^Tier [A-D]: / });
      await scene.click(tiers.first());
      await scene.click(tiers.last());
      await scene.click(tiers.last());
    },
  },
  { name: 'scroll the list', run: scroll },
  {
    name: 'open a customer',
    run: async scene => {
      await scene.click(scene.pane.locator('.windowedRow:visible'));
      await scene.backToOverview();
    },
  },
  {
    name: 'breaches of a rule',
    run: async scene => {
      await scene.press(/breaches/);
      await scene.click(scene.pane.locator('.ruleButton'));
      await scene.click(scene.pane.locator('.filter'));
    },
  },
  { name: 'part Customers', run: scene => part(scene, /^Customers/).open() },
  {
    name: 'Customers: search',
    run: async scene => {
      const box = scene.pane.getByRole('searchbox').last();
      for (const text of ['Baker', '宏达', 'C-1234', '']) await fill(scene, box, text);
    },
  },
  {
    name: 'Customers: sort',
    run: async scene => {
      const sort = scene.pane.getByLabel('Sort by').first();
      for (const key of ['name', 'exposure', 'score', 'atRisk']) {
        await sort.selectOption(key);
        await scene.settle();
      }
    },
  },
  {
    name: 'Customers: group',
    run: async scene => {
      const group = scene.pane.getByLabel('Group by').first();
      await group.selectOption('tier');
      await scene.settle();
      await scene.click(scene.pane.locator('.windowedRow[aria-expanded=true]'));
      await group.selectOption('*');
      await scene.settle();
    },
  },
  { name: 'Customers: scroll', run: scroll },
  { name: 'Customers: matrix', run: scene => view(scene, 'Matrix') },
  { name: 'Customers: curve', run: scene => view(scene, 'Curve') },
  { name: 'Customers: statements', run: scene => view(scene, 'Statements') },
  {
    name: 'Customers: copy as table',
    prepare: scene => view(scene, 'List'),
    run: scene => scene.press('Copy as table'),
  },
  { name: 'part Check', run: scene => part(scene, /^Check the data/).open() },
  { name: 'Check: fixes', run: scene => view(scene, 'Fixes') },
  { name: 'Check: write fixes', run: scene => scene.press(/^Write [\d,]+ cells?$/) },
  { name: 'Check: undo', run: scene => scene.press('Undo') },
  { name: 'part Two sheets', run: scene => part(scene, /^Two sheets/).open() },
  {
    name: 'Two sheets: compare',
    run: async scene => {
      const sheets = scene.pane.getByLabel('Customer list').first();
      if ((await sheets.count()) > 0) await sheets.selectOption({ label: `${listSheet} (looks like one)` });
      await scene.settle();
    },
  },
  { name: 'Two sheets: join', run: scene => scene.press('Join') },
  {
    name: 'Two sheets: who is who',
    run: async scene => {
      const search = scene.pane.getByRole('searchbox').last();
      for (const text of ['Baker', '宏达机械12', 'Baker & Sons 4']) await fill(scene, search, text);
      await scene.click(scene.pane.locator('.windowedRow:visible'));
    },
  },
  {
    name: 'Two sheets: search the list',
    run: scene => fill(scene, scene.pane.getByRole('searchbox').last(), '宏达机械77'),
  },
  {
    name: 'joined: another as-of date',
    prepare: scene => scene.backToOverview(),
    run: scene => chooseDate(scene, asOfText),
  },
  {
    name: 'joined: group by region',
    prepare: scene => part(scene, /^Customers/).open(),
    run: async scene => {
      const group = scene.pane.getByLabel('Group by').first();
      await group.selectOption('region');
      await scene.settle();
      await group.selectOption('*');
      await scene.settle();
    },
  },
  { name: 'part Collect', run: scene => part(scene, /^Collect/).open() },
  { name: 'Collect: all customers', run: scene => view(scene, /^All \(/) },
  {
    name: 'Collect: choose all',
    run: async scene => {
      await scene.press('Choose several');
      await scene.press(/^Choose all/);
      await scene.press('Stop choosing');
    },
  },
  {
    name: 'Collect: print letters',
    prepare: async scene => {
      await scene.press('Choose several');
      await scene.press('Choose none');
      for (let row = 0; row < 8; row += 1) await scene.pane.locator('.windowedRow:visible').nth(row).click();
      await scene.settle();
    },
    run: scene => scene.press('Print letters'),
  },
  {
    name: 'Collect: open a customer',
    prepare: scene => scene.press('Stop choosing'),
    run: scene => scene.click(scene.pane.locator('.windowedRow:visible')),
  },
  { name: 'part Contracts', run: scene => part(scene, /^Contracts/).open() },
  { name: 'part Policy', run: scene => part(scene, /^Edit the policy/).open() },
  { name: 'Policy: what-if of a preset', run: scene => scene.press('Cautious') },
  { name: 'Policy: apply', run: scene => scene.press('Apply') },
  { name: 'Policy: undo', run: scene => scene.press('Undo') },
  { name: 'part Watch and history', run: scene => part(scene, /^Watch and history/).open() },
  { name: 'History: take a snapshot', run: scene => scene.press('Take a snapshot') },
  {
    name: 'History: a month later',
    prepare: scene => scene.backToOverview(),
    run: scene => chooseDate(scene, laterText),
  },
  { name: 'History: compare', run: scene => part(scene, /^Watch and history/).open() },
  {
    name: 'Watch: the first edit',
    prepare: async scene => {
      await scene.pane.getByRole('checkbox', { name: 'Watch the tiered sheet' }).check();
      await scene.settle();
      await scene.backToOverview();
    },
    run: scene => editLedger(scene, 10, 950_000),
  },
  { name: 'Watch: another edit', run: scene => editLedger(scene, 11, 960_000) },
  { name: 'highlight', run: scene => scene.press('Highlight') },
  {
    name: 'write columns',
    prepare: scene => scene.press('Write columns'),
    run: scene => scene.press('Write'),
  },
  { name: 'part Report', run: scene => part(scene, /^Report/).open() },
  { name: 'Report: make', run: scene => scene.press('Make the report') },
  { name: 'Report: refresh', run: scene => scene.press(/^Refresh/) },
  {
    name: 'statement of a customer',
    prepare: async scene => {
      await scene.backToOverview();
      await scene.click(scene.pane.locator('.windowedRow:visible'));
    },
    run: scene => scene.press('Make the statement'),
  },
  {
    name: 'part Share',
    prepare: async scene => {
      await scene.backToOverview();
      await scene.page.evaluate(([where, formula]) => window.workbench.setCells(where, [[formula]]), [
        spillCell,
        spillFormula,
      ] as const);
      await scene.settle();
    },
    run: scene => part(scene, /^Share/).open(),
  },
  { name: 'Share: freeze', run: scene => scene.press('Freeze formulas to values') },
  { name: 'Share: bring back', run: scene => scene.press('Bring the formulas back') },
  {
    name: 'another language',
    prepare: async scene => {
      await scene.backToOverview();
      await scene.press('More');
    },
    run: async scene => {
      await view(scene, '简体中文');
      await view(scene, 'English');
    },
  },
  {
    name: 'tier the customer list alone',
    prepare: async scene => {
      await scene.backToOverview();
      await scene.page.evaluate(name => window.workbench.activate(name), listSheet);
      await scene.settle();
    },
    run: async scene => {
      await scene.page.evaluate(() => window.workbench.ribbon('tierSheet'));
      await scene.settle();
    },
  },
];
