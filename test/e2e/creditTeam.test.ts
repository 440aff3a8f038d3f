/** The credit team's story: one press tiers the active sheet and highlights the breaches, another takes all of it back. */
import { severityColors } from '../../src/excel/highlight/severityColors';
import { asOfText, chineseLedger, englishLedger, rangeOf } from './ledger';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

afterEach(() => leaveWorkbench(workbench));

async function visitWith(rows: Parameters<typeof rangeOf>[0], query = ''): Promise<void> {
  workbench = await visitWorkbench(browser(), { query: `open=none&${query}` });
  await workbench.setCells(rangeOf(rows), rows);
}

async function setAsOf(label: string): Promise<void> {
  const date = workbench.pane.getByLabel(label);
  await date.fill(asOfText);
  await date.press('Enter');
  await workbench.idle();
}

const paneText = () => workbench.pane.locator('main').innerText();

test('a small ledger below title rows: its tiers, money and ageing are those worked out by hand', async () => {
  await visitWith(englishLedger);
  await workbench.press('Tier this sheet');
  await setAsOf('As-of date');
  const text = await paneText();
  expect(text).toContain('of 15,000 exposure');
  expect(text).toMatch(/overdue\s+10,500\s+·\s+70%/);
  expect(await workbench.pane.getByRole('row', { name: /^not due/ }).innerText()).toContain('4,700');
  expect(await workbench.pane.getByRole('row', { name: /^1–30/ }).innerText()).toContain('2,500');
  expect(await workbench.pane.getByRole('row', { name: /^90\+/ }).innerText()).toContain('8,000');
  // Acme and Beta: all they owe is late. 宏达 and Gamma owe nothing late.
  expect(await workbench.pane.getByRole('button', { name: /^Tier D: .*10,500, 2 customers$/ }).count()).toBe(
    1,
  );
});

test('a customer pressed: its rows are selected on the sheet and its score is explained', async () => {
  await visitWith(englishLedger);
  await workbench.press('Tier this sheet');
  await setAsOf('As-of date');
  await workbench.press(/Beta Co/);
  expect(await workbench.page.evaluate(() => document.activeElement !== null)).toBe(true);
  const details = await paneText();
  expect(details).toContain('Beta Co');
  expect(details).toContain('Overdue share');
  expect(details).toContain('2 rows selected on the sheet');
  await workbench.press('Back');
  expect(await workbench.pane.getByRole('button', { name: /Beta Co/ }).count()).toBe(1);
});

test('highlight marks the breaches with native formats over the policy sheet, and toggles off again', async () => {
  await visitWith(englishLedger);
  const before = await workbench.fills('Sheet1!A1:G10');
  await workbench.press('Tier this sheet');
  await setAsOf('As-of date');
  await workbench.press('Highlight');
  await workbench.pane.getByText(/rules? highlighted on Sheet1/).waitFor();
  expect(await workbench.sheets()).toEqual(['Sheet1', 'Tiercel Policy']);
  const fills = await workbench.fills('Sheet1!A1:G10');
  expect(fills[5][0]).toBe(severityColors.critical.fill);
  expect(fills[3][0]).toBe('');
  expect(fills[5][3]).toBe(severityColors.critical.fill);

  await workbench.ribbon('toggleHighlight');
  expect(await workbench.fills('Sheet1!A1:G10')).toEqual(before);
});

test('write and clear: three columns appear, and exactly what was added goes', async () => {
  await visitWith(englishLedger);
  const before = await workbench.formulas('Sheet1!A1:M14');
  await workbench.press('Tier and highlight');
  await workbench.press('Write columns');
  await workbench.press('Write');
  const written = await workbench.values('Sheet1!H3:J10');
  expect(written[0]).toEqual(['Score', 'Tier', 'Breaches']);
  expect(written[3][1]).toBe('D');
  expect(String(written[3][2])).toContain('Over limit');

  await workbench.press('More');
  await workbench.press(/Clear what Tiercel added/);
  await workbench.press('Clear');
  expect(await workbench.formulas('Sheet1!A1:M14')).toEqual(before);
  expect((await workbench.fills('Sheet1!A1:M14')).flat().every(fill => fill === '')).toBe(true);
  expect(await workbench.sheets()).toEqual(['Sheet1']);
});

test('the ribbon does the same as the pane: tier, highlight, clear', async () => {
  await visitWith(englishLedger);
  await workbench.ribbon('tierSheet');
  expect(await paneText()).toContain('exposure');
  await workbench.ribbon('toggleHighlight');
  expect(await workbench.sheets()).toContain('Tiercel Policy');
  await workbench.ribbon('toggleHighlight');
  expect((await workbench.fills('Sheet1!A1:J14')).flat().every(fill => fill === '')).toBe(true);
});

test('a mapping is shown and corrected', async () => {
  await visitWith([
    ['Who', 'Ref', 'Issued', 'Due date', 'Amount', 'Net amount'],
    ['Acme Ltd', 'I-1', 45400, 45430, 1000, 900],
    ['Beta Co', 'I-2', 45410, 45440, 2000, 1800],
    ['Acme Ltd', 'I-3', 45420, 45450, 500, 450],
  ]);
  await workbench.press('Tier this sheet');
  await workbench.press('Check the columns');
  const amount = workbench.pane.getByLabel(/^Amount/).first();
  await amount.selectOption({ label: 'Net amount (F)' });
  await workbench.idle();
  await workbench.press('Back');
  expect(await paneText()).toContain('3,150');
});

test('Chinese headers, another column order and Chinese text dates are read the same', async () => {
  await visitWith(chineseLedger, 'locale=zh-CN');
  await workbench.pane.getByRole('button').first().click();
  await workbench.idle();
  const date = workbench.pane.locator('input[type=date]');
  await date.fill(asOfText);
  await date.press('Enter');
  await workbench.idle();
  const text = await paneText();
  expect(text).toContain('15,000');
  expect(text).toMatch(/10,500/);
  expect(text).not.toMatch(/\b(Highlight|exposure|overdue|customers)\b/);
});

test('the sample: 400 customers tiered from the ledger, and the customer list tiers on its own', async () => {
  workbench = await visitWorkbench(browser());
  await workbench.press('Tier this sheet');
  const tiers = await workbench.pane.getByRole('button', { name: /^Tier [A-D]: / }).all();
  const counts = await Promise.all(
    tiers.map(async tier =>
      Number(/(\d+) customers?$/.exec((await tier.getAttribute('aria-label')) ?? '')?.[1]),
    ),
  );
  expect(counts).toHaveLength(4);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(400);

  await workbench.activate('Customers');
  await workbench.press('Tier the active sheet');
  expect(await paneText()).toContain('400 customers');
});

test('the sample: breaches are highlighted in one press, and one more takes all of it away', async () => {
  workbench = await visitWorkbench(browser());
  const before = await workbench.fills('Invoices!A1:L60');
  await workbench.press('Tier and highlight');
  await workbench.pane.getByText(/rules? highlighted on Invoices/).waitFor();
  await workbench.idle();
  const shown = new Set((await workbench.fills('Invoices!A2:A60')).flat());
  expect(shown).toContain(severityColors.warning.fill);
  expect(shown).toContain('');

  await workbench.ribbon('clearAll');
  await workbench.press('Clear');
  await workbench.pane.getByText('Cleared:').waitFor();
  await workbench.idle();
  expect(await workbench.fills('Invoices!A1:L60')).toEqual(before);
  expect(await workbench.sheets()).toEqual(['Invoices', 'Customers', 'Formulas']);
});
