/** The workbook around the add-in as a user knows it: undo, tables that grow, protection; and what the pane says then. */
import { textsIn } from '../../src/i18n/catalogue';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const words = textsIn('en');
const browser = useBrowser();
let workbench: Workbench;

beforeEach(async () => {
  workbench = await visitWorkbench(browser());
});
afterEach(() => leaveWorkbench(workbench));

async function tierSample(): Promise<void> {
  const { pane, idle } = workbench;
  await pane.locator('main .button.primary').first().click();
  await idle();
  await pane.locator('input[type=date]').fill('2024-06-30');
  await pane.locator('input[type=date]').press('Enter');
  await idle();
}

async function onSheet(...keys: readonly string[]): Promise<void> {
  const { page, idle } = workbench;
  await page
    .locator('.sheet-area canvas')
    .first()
    .click({ position: { x: 300, y: 200 } });
  for (const key of keys) await page.keyboard.press(key);
  await idle();
}

async function chooseInTab(item: string): Promise<void> {
  const { page } = workbench;
  await page.locator('.sheet-tab').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

const highlighted = async (): Promise<number> =>
  (await workbench.fills('Invoices!A2:A60')).flat().filter(fill => fill !== '').length;

test('Ctrl+Z takes back what highlighting added, step by step, and Ctrl+Y does it again', async () => {
  const before = await workbench.sheets();
  await tierSample();
  await workbench.press(words.highlight.action);
  await workbench.pane.locator('.messageBar.success').waitFor();
  await workbench.idle();
  const after = await workbench.sheets();
  const cells = await highlighted();
  expect(after).toEqual([...before, 'Tiercel Policy']);
  expect(cells).toBeGreaterThan(0);
  await onSheet(...Array<string>(12).fill('Control+z'));
  expect(await workbench.sheets()).toEqual(before);
  expect(await highlighted()).toBe(0);
  await onSheet(...Array<string>(12).fill('Control+y'));
  expect(await workbench.sheets()).toEqual(after);
  expect(await highlighted()).toBe(cells);
});

test('where the policy is there one Ctrl+Z takes all highlights back, and who comes back to the pane reads so', async () => {
  const { pane, press, sheets, values } = workbench;
  const toggle = (isOn: boolean) =>
    pane.getByRole('button', { name: words.highlight.action, exact: true, pressed: isOn });
  await tierSample();
  await press(words.highlight.action);
  await pane.locator('.messageBar.success').waitFor();
  await press(words.highlight.action);
  await pane.getByText(words.highlight.removed('Invoices')).waitFor();
  const before = { sheets: await sheets(), cells: await values('Invoices!A1:Z3') };
  await press(words.highlight.action);
  await pane.getByText(/rules? highlighted on Invoices/).waitFor();
  await workbench.idle();
  const cells = await highlighted();
  expect(cells).toBeGreaterThan(0);
  await onSheet('Control+z');
  expect(await highlighted()).toBe(0);
  expect({ sheets: await sheets(), cells: await values('Invoices!A1:Z3') }).toEqual(before);
  await pane.locator('main').click({ position: { x: 4, y: 4 } });
  await pane.getByText(words.highlight.removed('Invoices')).waitFor();
  expect(await pane.getByText(/rules? highlighted on Invoices/).count()).toBe(0);
  await toggle(false).waitFor();
  await onSheet('Control+y');
  expect(await highlighted()).toBe(cells);
  await pane.locator('main').click({ position: { x: 4, y: 4 } });
  await toggle(true).waitFor();
  expect(await pane.getByText(words.highlight.removed('Invoices')).count()).toBe(0);
});

test('Ctrl+Z takes written columns back step by step, and who comes back to the pane reads so', async () => {
  const { pane, press, sheets, values } = workbench;
  const comeBack = () => pane.locator('main').click({ position: { x: 4, y: 4 } });
  await tierSample();
  const before = { sheets: await sheets(), cells: await values('Invoices!A1:Z3') };
  await press(words.write.action);
  await pane.locator('.writeForms').waitFor();
  await press(/^Write$/);
  await pane.getByText(/^Score, Tier and Breaches written to/).waitFor();
  await workbench.idle();
  const after = await values('Invoices!A1:Z3');
  expect(after).not.toEqual(before.cells);
  let steps = 0;
  for (; steps < 12 && (await sheets()).length > before.sheets.length; steps += 1) await onSheet('Control+z');
  expect({ sheets: await sheets(), cells: await values('Invoices!A1:Z3') }).toEqual(before);
  await comeBack();
  await pane.getByText(words.write.removed('Invoices')).waitFor();
  await pane.getByText('Nothing is written beside the data yet.').waitFor();
  await onSheet(...Array<string>(steps).fill('Control+y'));
  expect(await values('Invoices!A1:Z3')).toEqual(after);
  await comeBack();
  await pane.getByText(/^Now: /).waitFor();
  expect(await pane.getByText(words.write.removed('Invoices')).count()).toBe(0);
});

test('a formula beside the ledger fills its column, and a row typed below belongs to it', async () => {
  const { page, idle, formulas, values } = workbench;
  const [header] = await values('Invoices!A1:Z1');
  const column = String.fromCharCode(65 + header!.indexOf(null));
  const type = async (cell: string, text: string): Promise<void> => {
    await page.evaluate(address => window.workbench.select(address), `Invoices!${cell}`);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await idle();
  };
  await onSheet();
  await type(`${column}1`, 'Double');
  await type(`${column}2`, '=[@Amount]*2');
  expect((await formulas(`Invoices!${column}3:${column}4`)).flat()).toEqual(['=[@Amount]*2', '=[@Amount]*2']);
  const last = 1 + (await values('Invoices!A1:A20000')).findLastIndex(([cell]) => cell !== null);
  await type(`A${last + 1}`, 'New customer');
  expect(await formulas(`Invoices!${column}${last + 1}`)).toEqual([['=[@Amount]*2']]);
});

test('a protected structure, and a protected sheet, are told in a sentence that says what to do', async () => {
  const { pane, press, idle } = workbench;
  await chooseInTab('Protect workbook structure');
  await tierSample();
  await press(words.highlight.action);
  await pane.getByText(words.problem.workbookProtected.title).waitFor();
  await pane.getByText(words.problem.workbookProtected.advice).waitFor();
  await chooseInTab('Unprotect workbook structure');
  await chooseInTab('Protect sheet');
  await pane.getByRole('button', { name: /again/i }).last().click();
  await idle();
  await pane.getByText(words.problem.sheetProtected.title).waitFor();
  await chooseInTab('Unprotect sheet');
  await pane.getByRole('button', { name: /again/i }).last().click();
  await pane.locator('.messageBar.success').waitFor();
});

test('the browser refuses the pane to send anything to another address', async () => {
  const refused = await workbench.pane.locator('body').evaluate(
    body =>
      new Promise<string>(resolve => {
        body.ownerDocument.addEventListener(
          'securitypolicyviolation',
          ({ effectiveDirective, blockedURI }) => resolve(`${effectiveDirective} ${blockedURI}`),
          { once: true },
        );
        fetch('https://elsewhere.example/').catch(() => undefined);
      }),
  );
  expect(refused).toBe('connect-src https://elsewhere.example/');
  workbench.complaints.length = 0;
});
