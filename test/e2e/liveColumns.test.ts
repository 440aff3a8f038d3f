/** Score, Tier and Breaches as live formulas: they follow amounts and policy by themselves, freeze, thaw and go without a trace. */
import { leaveWorkbench, useBrowser, visitTieredLedger, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

beforeEach(async () => {
  workbench = await visitTieredLedger(browser());
});
afterEach(() => leaveWorkbench(workbench));

const columns = () => workbench.values('Sheet1!H3:J10');
const paneText = () => workbench.pane.locator('main').innerText();

async function writeLive(): Promise<void> {
  await workbench.press('Write columns');
  await workbench.pane.getByRole('radio', { name: 'Live formulas' }).check();
  await workbench.press('Write');
  await workbench.pane.getByText(/Live formulas written to H3:J10/).waitFor();
  await workbench.idle();
}

test('written live, they follow an amount and a policy cell, freeze to values, come back, and clear away exactly', async () => {
  const before = await workbench.formulas('Sheet1!A1:M14');
  await writeLive();
  expect(await workbench.sheets()).toEqual(['Sheet1', 'Tiercel Policy', 'Tiercel Live']);
  const [headers, ...written] = await columns();
  expect(headers).toEqual(['Score', 'Tier', 'Breaches']);
  expect(written[2][1]).toBe('D');
  expect(String(written[2][2])).toContain('Over limit');
  expect((await workbench.formulas('Sheet1!H4'))[0][0]).toMatch(/^=IF\(ISERROR\('Tiercel Live'!\$A\$5\)/);
  expect(await paneText()).toContain('compared with the pane and agree');

  // Beta no longer owes more than its limit: the columns say so before anybody presses a button.
  const amount = (await workbench.values('Sheet1!E6'))[0][0];
  await workbench.setCells('Sheet1!E6', [[10]]);
  await workbench.idle();
  expect(String((await columns())[3][2])).not.toContain('Over limit');
  await workbench.setCells('Sheet1!E6', [[Number(amount)]]);
  await workbench.idle();
  expect(await columns()).toEqual([headers, ...written]);

  // So does a policy by which everybody is of the best tier.
  const policy = await workbench.values('Tiercel Policy!A1:D80');
  const tierA = policy.findIndex(([letter]) => letter === 'A') + 1;
  const lowest = policy[tierA - 1][1];
  await workbench.setCells(`Tiercel Policy!B${tierA}`, [[101]]);
  await workbench.idle();
  expect((await columns()).slice(1).map(([, tier]) => tier)).not.toContain('A');
  await workbench.setCells(`Tiercel Policy!B${tierA}`, [[Number(lowest)]]);
  await workbench.idle();
  expect(await columns()).toEqual([headers, ...written]);

  await workbench.press('More');
  await workbench.press(/^Share/);
  await workbench.press('Freeze formulas to values');
  await workbench.pane.getByText('1 formula is a value now').waitFor();
  await workbench.setCells('Sheet1!E6', [[10]]);
  await workbench.idle();
  expect(await columns()).toEqual([headers, ...written]);
  await workbench.press('Bring the formulas back');
  await workbench.pane.getByText('1 formula is back as before').waitFor();
  await workbench.idle();
  expect(String((await columns())[3][2])).not.toContain('Over limit');
  await workbench.setCells('Sheet1!E6', [[Number(amount)]]);

  await workbench.press(/Clear what Tiercel added/);
  await workbench.press('Clear');
  await workbench.pane.getByText('Cleared:').waitFor();
  expect(await workbench.formulas('Sheet1!A1:M14')).toEqual(before);
  expect(await workbench.sheets()).toEqual(['Sheet1']);
});

test('opened again, the page says what stands there and whether it agrees; values take the place of formulas', async () => {
  await writeLive();
  const live = await columns();
  await workbench.press('Back');
  await workbench.press('Write columns');
  expect(await paneText()).toContain('Checked: 7 rows show what the pane says');
  await workbench.pane.getByRole('radio', { name: 'Values' }).check();
  await workbench.press('Write');
  expect(await columns()).toEqual(live);
  expect(await workbench.formulas('Sheet1!H4:J10')).toEqual(live.slice(1));
  expect(await workbench.sheets()).toEqual(['Sheet1', 'Tiercel Policy', 'Tiercel Written']);
  expect(await paneText()).toContain('Now: values in H3:J10');
});

test('watched, an edit is announced once and columns, pane and page agree; so they do after saving and opening', async () => {
  await writeLive();
  await workbench.press('Back');
  await workbench.press('More');
  await workbench.press(/^Watch and history/);
  await workbench.pane.getByRole('checkbox', { name: 'Watch the tiered sheet' }).check();
  await workbench.idle();
  await workbench.press('Back');
  await workbench.press('Back');
  // Gamma owes far more than its limit of 1,000.
  await workbench.setCells('Sheet1!E9', [[90_000]]);
  await workbench.page.waitForTimeout(1_000);
  await workbench.idle();
  expect(String((await columns())[6][2])).toContain('Over limit');
  expect((await paneText()).match(/Gamma Inc/g)?.length).toBeGreaterThan(0);
  expect(await paneText()).not.toContain('was edited');
  await workbench.press('Write columns');
  await workbench.pane.getByText('Checked: 7 rows show what the pane says').waitFor();

  const cells = await columns();
  await workbench.open(await workbench.save(), 'again.xlsx');
  await workbench.idle();
  expect(await columns()).toEqual(cells);
  await workbench.press('Tier this sheet');
  await workbench.press('Write columns');
  await workbench.pane.getByText('Checked: 7 rows show what the pane says').waitFor();
});

test('a tier that the user typed over a written one is named, shown, left alone in every form, and stays when all else is cleared', async () => {
  await workbench.press('Write columns');
  await workbench.press('Write');
  await workbench.pane.getByText('Score, Tier and Breaches written to H3:J10.').waitFor();
  const [, ...written] = await columns();
  const mine = written[2][1] === 'A' ? 'B' : 'A';
  await workbench.setCells('Sheet1!I6', [[mine]]);
  await workbench.press('Write');
  await workbench.pane.getByText(/written to H3:J10\. 1 cell you typed over stays as it is\./).waitFor();
  expect((await columns())[3]).toEqual([written[2][0], mine, written[2][2]]);
  await workbench.press('Show them');
  expect(await workbench.page.getByRole('textbox', { name: 'Name box' }).inputValue()).toBe('I6');

  await workbench.pane.getByRole('radio', { name: 'Live formulas' }).check();
  await workbench.press('Write');
  await workbench.pane.getByText(/Live formulas written to H3:J10/).waitFor();
  await workbench.idle();
  expect((await columns())[3]).toEqual([written[2][0], mine, written[2][2]]);
  expect(await paneText()).toContain('Checked: 7 rows show what the pane says');
  // A row below counts at once, for its customer's other rows; the page says what it lacks.
  await workbench.setCells('Sheet1!A11:G11', [['Gamma Inc', 'I-9', 45_100, 45_130, 90_000, '', 1000]]);
  await workbench.idle();
  expect((await columns())[6][1]).toBe('D');
  await workbench.press('Back');
  await workbench.press('Tier again');
  await workbench.press('Write columns');
  await workbench.pane.getByText(/1 row was added below: nothing stands beside it yet/).waitFor();
  await workbench.press('Write again');
  await workbench.pane.getByText(/Live formulas written to H3:J11/).waitFor();

  await workbench.press('Back');
  await workbench.press('More');
  await workbench.press(/Clear what Tiercel added/);
  await workbench.press('Clear');
  await workbench.pane.getByText('1 cell you typed over on Sheet1 stayed: I6.').waitFor();
  expect((await columns()).flat().filter(value => value !== '' && value !== null)).toEqual([mine]);
  expect(await workbench.sheets()).toEqual(['Sheet1']);
});
