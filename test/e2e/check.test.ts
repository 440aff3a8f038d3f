/** A bookkeeper puts an untidy export right: looks at the problems, previews the fixes, writes them and takes them back. */
import type { CellInput } from '../../src/workbench/book/types';
import { rangeOf } from './ledger';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
const untidy: CellInput[][] = [
  ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount', 'Terms days'],
  ['Acme Ltd', 'INV-1', "'2024年3月5日", 45_386, "'1,234.50", 30],
  ['Acme Ltd', 'INV-2', "'5/3/2024", 45_386, 100, 30],
  ['ACME LTD', 'INV-3', 45_357, '', 250, 30],
  ['Acme Inc', 'INV-4', 45_357, 45_387, 100, 30],
  ['上海明达贸易有限公司', 'INV-5', 45_358, 45_388, 900, 30],
  ['上海明达贸易', 'INV-6', 45_358, 45_388, 900, 30],
];
const range = rangeOf(untidy);
const pictures = process.env.CHECK_PICTURES;

const visits = [
  { language: 'en', query: 'open=none&locale=en-US&width=320', tier: 'Tier this sheet' },
  { language: 'zh', query: 'open=none&locale=zh-CN&width=420&theme=dark', tier: '评定此工作表' },
] as const;

describe.each(visits)('in $language', ({ language, query, tier }) => {
  let workbench: Workbench;
  const picture = async (name: string) => {
    if (pictures) await workbench.page.screenshot({ path: `${pictures}/${language}-${name}.png` });
  };
  const view = async (index: number) => {
    await workbench.pane.locator('.layerContent > .choice input').nth(index).check();
    await workbench.idle();
  };

  beforeAll(async () => {
    workbench = await visitWorkbench(browser(), { query });
    await workbench.setCells(range, untidy);
    await workbench.press(tier);
  });
  afterAll(() => leaveWorkbench(workbench));

  test('problems lead to their cells, fixes are previewed, written and taken back exactly', async () => {
    const { pane } = workbench;
    const before = await workbench.formulas(range);
    await pane.locator('.door').nth(1).click();
    await workbench.idle();
    await pane.locator('.checkCell').first().waitFor();
    await picture('problems');

    await view(1);
    await pane.locator('.checkFixes .windowedRow').first().waitFor();
    await picture('question');
    // The first one is the day.
    await pane.locator('.layerContent .block .choice input').first().check();
    await workbench.idle();
    await picture('fixes');
    const isWider = await pane
      .locator('.layerContent')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    expect(isWider).toBe(false);
    await pane.locator('.checkFixes .button.primary').click();
    await workbench.idle();
    await pane.locator('.messageBar.success').waitFor();
    await picture('written');
    const fixed = await workbench.values(range);
    expect(fixed[1]).toEqual(['Acme Ltd', 'INV-1', 45_356, 45_386, 1234.5, 30]);
    expect(fixed[2]?.[2]).toBe(45_356);
    expect(fixed[3]).toEqual(['Acme Ltd', 'INV-3', 45_357, 45_387, 250, 30]);
    // Companies that differ in their legal form are the user's to judge.
    expect(fixed[6]?.[0]).toBe('上海明达贸易');

    await view(2);
    await pane.locator('.checkSteps .button').first().waitFor();
    await picture('changes');
    await pane.locator('.checkSteps .button').first().click();
    await workbench.idle();
    await pane.locator('.messageBar.success').waitFor();
    expect(await workbench.formulas(range)).toEqual(before);
  });
});
