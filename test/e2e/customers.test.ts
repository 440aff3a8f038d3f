/** A credit manager looks at customers: finds one, groups all, looks at the picture, opens a customer and prints its statement. */
import { asOfText, englishLedger, exposure, rangeOf } from './ledger';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

beforeAll(async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none&locale=en-US&width=320' });
  await workbench.setCells(rangeOf(englishLedger), englishLedger);
  await workbench.press('Tier this sheet');
  const date = workbench.pane.locator('input[type=date]');
  await date.fill(asOfText);
  await date.press('Enter');
  await workbench.idle();
});
afterAll(() => leaveWorkbench(workbench));

const part = () => workbench.pane.locator('.customerListPart');
const rows = () => part().locator('.windowedRow');
const view = async (name: string) => {
  await part().getByRole('radio', { name, exact: true }).check();
  await workbench.idle();
};

test('the list is searched, grouped with subtotals, and walked by keyboard', async () => {
  await workbench.press('More');
  await workbench.press(/^Customers/);
  await part().getByText('4 customers').waitFor();
  expect(await rows().first().innerText()).toContain('Beta Co');

  await part().getByRole('searchbox').fill('宏达');
  await part().getByText('1 of 4 customers').waitFor();
  await part().getByRole('searchbox').fill('');
  await part().getByText('4 customers').waitFor();

  await part().getByLabel('Group by').selectOption('tier');
  await part().locator('.windowedRow[aria-expanded=true]').first().waitFor();
  await part().getByLabel('Group by').selectOption('*');
  await part().locator('.windowedRow[aria-expanded]').first().waitFor({ state: 'detached' });

  await rows().first().focus();
  await workbench.page.keyboard.press('g');
  expect(await workbench.pane.locator(':focus').innerText()).toContain('Gamma Inc');
  await workbench.page.keyboard.press('Home');
  await workbench.page.keyboard.press('Space');
  await workbench.idle();
  expect(await workbench.pane.locator(':focus').innerText()).toContain('Beta Co');
});

test('nothing is wider than the pane', async () => {
  for (const name of ['List', 'Matrix', 'Curve', 'Statements']) {
    await view(name);
    const isWider = await part().evaluate(element => {
      const scroller = element.closest('.layerContent');
      return scroller === null || scroller.scrollWidth > scroller.clientWidth;
    });
    expect([name, isWider]).toEqual([name, false]);
  }
});

test('a cell of the matrix leads to its customers', async () => {
  await view('Matrix');
  await part()
    .getByRole('button', { name: /: 1 customer, 10,000/ })
    .click();
  await part().getByText('1 of 4 customers').waitFor();
  expect(await rows().first().innerText()).toContain('Beta Co');
});

test("a customer's statement is made, adds up to what it owes, and is taken back", async () => {
  await rows().first().press('Enter');
  await workbench.pane.getByLabel('Your company').fill('Hawk & Co');
  await workbench.press('Make the statement');
  expect(await workbench.sheets()).toEqual(['Sheet1', 'Statement Beta Co']);
  const cells = await workbench.values('Statement Beta Co!A1:H12');
  expect(cells[0][0]).toBe('Hawk & Co');
  expect(cells.slice(8, 10).map(row => [row[1], row[6], row[7]])).toEqual([
    ['I-3', 8000, 8000],
    ['I-4', 2000, 10_000],
  ]);
  expect(cells[10][6]).toBe(10_000);
  await workbench.press('Undo');
  expect(await workbench.sheets()).toEqual(['Sheet1']);
});

test('statements for those that are ticked, a sheet each, together with what all owe', async () => {
  await workbench.press('Back');
  await part()
    .getByRole('button', { name: /^Filter/ })
    .click();
  await workbench.press('Show all customers');
  await view('Statements');
  await part().getByLabel('Statement for Beta Co').check();
  await part().getByLabel('Statement for Acme Ltd').check();
  await workbench.press('Make 2 statements');
  expect(await workbench.sheets()).toEqual(['Sheet1', 'Statement Acme Ltd', 'Statement Beta Co']);
  const balanceOf = async (name: string) => {
    const cells = await workbench.values(`${name}!A1:H16`);
    return Number(cells.find(([label]) => label === 'Balance')?.[6]);
  };
  const others = 4000 + 700 - 200;
  expect((await balanceOf('Statement Acme Ltd')) + (await balanceOf('Statement Beta Co')) + others).toBe(
    exposure,
  );
});
