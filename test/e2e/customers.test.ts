/** A credit manager looks at customers: finds one, groups all, looks at the picture, opens a customer and prints its statement. */
import type { CellInput } from '../../src/workbench/book/types';
import { asOf, asOfText, englishLedger, exposure, rangeOf } from './ledger';
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

test('what is listed is copied as a table for Excel and mail, and as text', async () => {
  await workbench.page.context().grantPermissions(['clipboard-read']);
  await part().getByRole('button', { name: 'Copy as table' }).click();
  await workbench.pane.getByText('Copied: 4 customers as a table').waitFor();
  const copied = await workbench.page.evaluate(async () => {
    window.focus();
    const [item] = await navigator.clipboard.read();
    const textOf = async (type: string) => (await item.getType(type)).text();
    const page = new DOMParser().parseFromString(await textOf('text/html'), 'text/html');
    const cells = [...page.querySelectorAll('tr')].map(row => [...row.cells].map(cell => cell.textContent));
    return { cells, text: await textOf('text/plain') };
  });
  const lines = copied.text.split(/\r?\n/).map(line => line.split('\t'));
  expect(lines).toEqual(copied.cells);
  expect(lines[0].slice(0, 2)).toEqual(['Customer', 'Tier']);
  expect(lines.slice(1).map(([name]) => name)).toContain('江苏宏达机械有限公司');
  const owed = lines.slice(1).map(line => Number(line[lines[0].indexOf('Exposure')]));
  expect(owed.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(exposure, 6);
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

describe('a ledger that knows its customers by number', () => {
  const longName =
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG';
  const invoice = (number: CellInput, name: string, document: string, amount: number): CellInput[] => [
    number,
    name,
    document,
    asOf - 100,
    asOf - 70,
    amount,
  ];
  const ledger: CellInput[][] = [
    ['Customer no.', 'Customer', 'Invoice no', 'Invoice date', 'Due date', 'Amount'],
    invoice('00123', 'Acme Ltd', 'I-1', 1500),
    invoice(123, 'Acme Ltd', 'I-2', 500),
    invoice('DE-VERTRIEB-SUED-0000987654321', longName, 'I-3', 8000),
    invoice('DE-VERTRIEB-NORD-0000987654322', longName, 'I-4', 2000),
    invoice('00123', '', 'I-5', 25),
  ];
  let numbered: Workbench;
  beforeAll(async () => {
    numbered = await visitWorkbench(browser(), { query: 'open=none&locale=en-US&width=320' });
    await numbered.setCells(rangeOf(ledger), ledger);
    await numbered.press('Tier this sheet');
    const date = numbered.pane.locator('input[type=date]');
    await date.fill(asOfText);
    await date.press('Enter');
    await numbered.idle();
  });
  afterAll(() => leaveWorkbench(numbered));

  test('its rows say the numbers and are found by them, within a narrow pane', async () => {
    const listed = numbered.pane.locator('.customers .windowedRow');
    expect(await listed.first().innerText()).toMatch(
      /Donau.*\n+DE-VERTRIEB-NORD-0000987654322 \/ DE-VERTRIEB-SUED/,
    );
    await numbered.pane.getByRole('searchbox').fill('00123');
    await numbered.pane.getByText('1 of 2 customers').waitFor();
    expect(await listed.first().innerText()).toMatch(/Acme Ltd\s+00123 ·/);
    const isCut = await numbered.pane.locator('main').evaluate(main => main.scrollWidth > main.clientWidth);
    expect(isCut).toBe(false);
  });

  test('its customer says it below the name, and so does the statement, with the row that has the number alone', async () => {
    await numbered.pane.locator('.customers .windowedRow').first().press('Enter');
    await numbered.pane.getByText('Customer number 00123').waitFor();
    await numbered.press('Make the statement');
    const cells = await numbered.values('Statement Acme Ltd!A1:H13');
    expect(cells.slice(4, 6).map(row => row.slice(0, 2))).toEqual([
      ['To', 'Acme Ltd'],
      ['Customer no.', '00123'],
    ]);
    expect(cells.slice(9, 13).map(row => [row[1], row[6]])).toEqual([
      ['I-1', 1500],
      ['I-2', 500],
      ['I-5', 25],
      [null, 2025],
    ]);
  });
});
