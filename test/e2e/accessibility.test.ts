/** Every view of the pane passes axe (WCAG 2.2 A and AA) in both languages, light and dark, at 320 px. */
import { readFileSync } from 'node:fs';
import { englishLedger, rangeOf } from './ledger';
import { useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeResults {
  readonly violations: readonly { id: string; nodes: readonly { html: string }[] }[];
}

async function violations(workbench: Workbench): Promise<string[]> {
  const frame = workbench.page.frames().find(candidate => candidate.url().includes('taskpane.html'));
  if (!frame) throw new Error('The pane has no frame.');
  await frame.evaluate(axeSource);
  const results = await frame.evaluate(
    only =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: only,
      }),
    tags,
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`);
}

async function widthOverflow(workbench: Workbench): Promise<number> {
  const frame = workbench.page.frames().find(candidate => candidate.url().includes('taskpane.html'));
  return frame?.evaluate(() => document.documentElement.scrollWidth - window.innerWidth) ?? 0;
}

test.each([
  ['en-US', 'light'],
  ['en-US', 'dark'],
  ['zh-CN', 'light'],
  ['zh-CN', 'dark'],
])('%s, %s', async (locale, theme) => {
  const query = `open=none&locale=${locale}&theme=${theme}&width=320`;
  const workbench = await visitWorkbench(browser(), { query });
  await workbench.setCells(rangeOf(englishLedger), englishLedger);
  const { pane } = workbench;
  const check = async (view: string) => {
    expect({ view, violations: await violations(workbench) }).toEqual({ view, violations: [] });
    expect({ view, overflow: await widthOverflow(workbench) }).toEqual({ view, overflow: 0 });
  };

  await check('start');
  await pane.getByRole('button').first().click();
  await workbench.idle();
  await check('overview');
  await pane.getByRole('button', { name: /Beta Co/ }).click();
  await workbench.idle();
  await check('customer');
  await workbench.close();
});
