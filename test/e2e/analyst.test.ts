/** The analyst's story: a workbook with invoices, a formula typed, an ageing table that reconciles. */
import { asOf, chineseLedger, englishLedger, exposure, rangeOf } from './ledger';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

afterEach(() => leaveWorkbench(workbench));

test('the sample workbook opens by itself, with its formulas calculated by the add-in', async () => {
  workbench = await visitWorkbench(browser());
  expect(await workbench.sheets()).toEqual(['Invoices', 'Customers', 'Formulas']);
  const rows = await workbench.values('Invoices!A1:A12001');
  expect(rows.every(([customer]) => customer !== null)).toBe(true);
  const cells = (await workbench.values('Formulas!A1:AZ80')).flat();
  expect(cells).toContain('Not due');
  const errors = cells.filter(cell => typeof cell === 'string' && /^#[A-Z/0!?]+$/.test(cell));
  expect(errors).toEqual([]);
});

test('=TIERCEL.AGING typed over a ledger spills a table whose total is the ledger', async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none' });
  await workbench.setCells(rangeOf(englishLedger), englishLedger);
  const open = `E4:E10*(C4:C10<=${asOf})*((F4:F10="")+(F4:F10>${asOf})>0)`;
  await workbench.setCells('Sheet1!J1', [[`=TIERCEL.AGING(D4:D10,${open},${asOf},A4:A10)`]]);
  expect(await workbench.values('Sheet1!J1:R5')).toEqual([
    ['Customer', 'Not due', '1–30', '31–60', '61–90', '90+', 'Unapplied credits', 'Unplaced', 'Total'],
    ['Beta Co', 0, 2000, 0, 0, 8000, 0, 0, 10000],
    ['江苏宏达机械有限公司', 4000, 0, 0, 0, 0, 0, 0, 4000],
    ['Acme Ltd', 0, 500, 0, 0, 0, 0, 0, 500],
    ['Gamma Inc', 700, 0, 0, 0, 0, -200, 0, 500],
  ]);
  await workbench.setCells('Sheet1!J10', [['=SUM(R2:R5)']]);
  expect(await workbench.values('Sheet1!J10')).toEqual([[exposure]]);

  await workbench.setCells('Sheet1!E9', [[900]]);
  expect((await workbench.values('Sheet1!J10'))[0][0]).toBe(exposure + 200);
});

test('the other formulas answer too, and wrong input is named by argument and row', async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none' });
  await workbench.setCells('Sheet1!A1:A8', [
    ['=TIERCEL.DSO(8000,16000,30)'],
    ['=TIERCEL.DSO(212000,{70000;80000;100000},30,"countback")'],
    ['=TIERCEL.TURNOVER(1200,{100;300},"average")'],
    ['=TIERCEL.CONCENTRATION({10;9;12;15;12;11;15;16},,"hhi")'],
    ['=TIERCEL.AGINGBUCKET(45443,45473)'],
    ['=TIERCEL.TIER(72)'],
    ['=TIERCEL.RISKSCORE({0.25},{"Overdue share"})'],
    ['=TIERCEL.DSO(1,0)'],
  ]);
  const values = (await workbench.values('Sheet1!A1:A8')).flat();
  expect(values[0]).toBe(15);
  expect(values[1]).toBeCloseTo(73.714285714, 8);
  // HHI of these shares is 1,296 by Investopedia; they are amounts out of 100 here.
  expect(values[3]).toBeCloseTo(1296, 9);
  expect([values[2], values[4], values[5]]).toEqual([6, '1–30', 'B']);
  // 10 of 20 points for the share; years as a customer is missing and earns nothing of its 5: 10 / 25.
  expect(values[6]).toBeCloseTo(40, 8);
  expect(values[7]).toBe('#DIV/0!');
});

test('in Chinese, headers and labels are Chinese', async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none&locale=zh-CN' });
  await workbench.setCells(rangeOf(chineseLedger), chineseLedger);
  await workbench.setCells('Sheet1!J1', [[`=TIERCEL.AGING(A2:A8,B2:B8,${asOf},C2:C8)`]]);
  const [header, first] = await workbench.values('Sheet1!J1:R2');
  expect(header[1]).toBe('未到期');
  expect(first[0]).toBe('Beta Co');
});

test('formulas survive saving and opening, as real Excel stores them', async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none' });
  await workbench.setCells(rangeOf(englishLedger), englishLedger);
  const formula = `=TIERCEL.AGING(D4:D10,E4:E10,${asOf})`;
  await workbench.setCells('Sheet1!J1', [[formula]]);
  const before = await workbench.values('Sheet1!A1:O12');
  const file = await workbench.save();
  expect([...file.slice(0, 2)]).toEqual([0x50, 0x4b]);
  await workbench.open(file, 'again.xlsx');
  expect(await workbench.formulas('Sheet1!J1')).toEqual([[formula]]);
  expect(await workbench.values('Sheet1!A1:O12')).toEqual(before);
});

test('a workbook opened again and again has its formulas answered each time', async () => {
  workbench = await visitWorkbench(browser());
  const before = await workbench.values('Formulas!C8:C16');
  const file = await workbench.save();
  for (let time = 0; time < 5; time += 1) {
    await workbench.open(file, 'again.xlsx');
    expect(await workbench.values('Formulas!C8:C16')).toEqual(before);
  }
});
