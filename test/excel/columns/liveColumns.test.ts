/** Columns as live formulas, through unmodified Office.js and the functions as they ship: what they show is what the pane says. */

import { findStandingColumns } from '../../../src/excel/columns/checkLiveColumns';
import { isLookup } from '../../../src/excel/columns/liveFormulas';
import type { LiveRequest } from '../../../src/excel/columns/liveSources';
import { writeColumns } from '../../../src/excel/columns/writeColumns';
import { type LiveResult, writeLiveColumns } from '../../../src/excel/columns/writeLiveColumns';
import { rememberMatch } from '../../../src/excel/memory/chosenMatches';
import { ensurePolicySheet, writeAsOf } from '../../../src/excel/policy/policySheet';
import { clearAdditions, findAdditions } from '../../../src/excel/share/additions';
import { freezeFormulas, thawFormulas } from '../../../src/excel/share/frozenFormulas';
import { findTiercelFormulas, reenterBrokenFormulas } from '../../../src/excel/share/tiercelFormulas';
import { setLanguage } from '../../../src/i18n/language';
import { excelRoom } from '../../../src/taskpane/excelRoom';
import { createHistoryModel } from '../../../src/taskpane/model/history/historyModel';
import type { Tiering } from '../../../src/taskpane/model/ledger/tiering';
import { createPaneModel, type PaneModel } from '../../../src/taskpane/model/paneModel';
import { partModel } from '../../../src/taskpane/partModel';
import type { CellInput, Sheet } from '../../../src/workbench/book/types';
import { tiercelFunctions } from '../../tiercelFunctions';
import { type RunningExcel, startExcel, value } from '../harness';
import { asOf, fingerprint, ledgerRowCount, writeLedger } from '../ledger';

let excel: RunningExcel;
let pane: PaneModel;

/** @param emptyCell As Excel on the web hands an empty cell to a function; desktop Excel hands 0. */
async function start(emptyCell: null | 0): Promise<void> {
  excel = await startExcel({
    host: { emptyCell },
    functions: await tiercelFunctions(),
  });
  const kept = new Map<string, string>();
  pane = createPaneModel({
    excel: excelRoom,
    isInExcel: true,
    now: () => new Date(2024, 5, 30),
    officeLocale: 'en-US',
    keeper: { get: key => kept.get(key) ?? null, set: (key, value) => void kept.set(key, value) },
    fetchSample: async () => null,
  });
  partModel(pane, createHistoryModel);
}

beforeEach(() => start(null));
afterEach(() => {
  setLanguage('en');
  excel.stop();
});

const headers = { score: 'Score', tier: 'Tier', breaches: 'Breaches' };

async function tier(): Promise<Tiering> {
  await pane.tierActiveSheet();
  const { value: tiering } = pane.assessments.result;
  if (tiering === null) throw new Error(JSON.stringify(pane.notices.refusal.value));
  return tiering;
}

const requestOf = ({ block, recognition, join }: Tiering): LiveRequest => ({
  data: { block, recognition },
  currency: pane.assessments.choices.value.currency,
  list: join && { block: join.sheet.block, recognition: join.sheet.recognition },
});

async function writeLive(tiering?: Tiering): Promise<LiveResult> {
  const answered = tiering ?? (await tier());
  return value(await writeLiveColumns(requestOf(answered), answered.assessment, headers, 'en'));
}

const equal = (rowCount: number) => ({ kind: 'equal', rowCount });

/** What the three columns show, header first, once every function has answered. */
async function shown(sheet: Sheet, column: number, rowCount: number, firstRow = 0): Promise<unknown[][]> {
  await excel.book.idle();
  return Array.from({ length: rowCount }, (_, row) =>
    [0, 1, 2].map(offset => {
      const cell = sheet.value(firstRow + row, column + offset);
      return typeof cell === 'object' && cell !== null && 'error' in cell ? cell.error : cell;
    }),
  );
}

const sheetNamed = (name: string) => excel.book.sheetByName(name);
const put = (sheet: Sheet, cells: readonly (readonly CellInput[])[], row = 0, column = 0): void =>
  excel.book.setCells(
    sheet,
    { row, column, rowCount: cells.length, columnCount: cells[0].length },
    cells.map(line => [...line]),
    'user',
  );

/** Write live columns, and expect every row to agree with the pane. */
async function expectAgreement(tiering?: Tiering): Promise<string> {
  const written = await writeLive(tiering);
  if (written.kind !== 'written') throw new Error(JSON.stringify(written));
  expect(written.check).toMatchObject({ kind: 'equal' });
  return written.address;
}

const standing = async () => {
  const { block, recognition, assessment } = await tier();
  return value(await findStandingColumns({ block, recognition }, assessment));
};

test('columns are formulas that show what the pane says, and what values would be', async () => {
  writeLedger(excel.book, ['Ledger of June']);
  const sheet = excel.book.activeSheet;
  expect(await writeLive()).toEqual({
    kind: 'written',
    address: `H2:J${ledgerRowCount + 2}`,
    liveSheet: { key: 'Live_1', name: 'Tiercel Live' },
    isNew: true,
    typedOver: { cells: [], sheetId: sheet.id, sheetName: sheet.name },
    check: equal(ledgerRowCount),
  });
  const live = await shown(sheet, 7, ledgerRowCount + 1, 1);
  expect(live[1][2]).toContain('Low risk score');
  expect(isLookup(sheet.formula(2, 7))).toBe(true);
  const { block, recognition, assessment } = await tier();
  value(await writeColumns(block, recognition, assessment, headers, 'en'));
  expect(await shown(sheet, 7, ledgerRowCount + 1, 1)).toEqual(live);
  expect(sheet.formula(2, 7)).toBeNull();
  expect(sheetNamed('Tiercel Live')).toBeNull();
  expect(excel.book.names.filter(({ name }) => name.startsWith('Tiercel_Live'))).toEqual([]);
});

test('they follow the policy, the as-of date and the amounts by themselves, as the pane does when it tiers again', async () => {
  writeLedger(excel.book);
  const sheet = excel.book.activeSheet;
  await expectAgreement();
  const before = await shown(sheet, 7, ledgerRowCount + 1);
  value(await writeAsOf(asOf - 100));
  const earlier = await shown(sheet, 7, ledgerRowCount + 1);
  expect(earlier).not.toEqual(before);
  expect(await standing()).toMatchObject({ kind: 'live', check: equal(ledgerRowCount) });
  value(await writeAsOf(asOf));
  expect(await shown(sheet, 7, ledgerRowCount + 1)).toEqual(before);
  excel.book.enter(sheet, 3, 4, '1');
  expect(await shown(sheet, 7, ledgerRowCount + 1)).not.toEqual(before);
  expect(await standing()).toMatchObject({ kind: 'live', check: equal(ledgerRowCount) });
});

test('in a table they grow with it, are sorted with it, and look up the same customer', async () => {
  writeLedger(excel.book);
  const sheet = excel.book.activeSheet;
  const area = { row: 0, column: 0, rowCount: ledgerRowCount + 1, columnCount: 7 };
  const table = excel.book.addTable(sheet, area, 'Ledger');
  await expectAgreement();
  expect(table.area.columnCount).toBe(10);
  expect(excel.book.names.find(({ name }) => name === 'Tiercel_LiveData_1')?.formula).toBe(
    '=Ledger[[#All],[Customer]:[Credit limit]]',
  );
  await Excel.run(async context => {
    const ledger = context.workbook.tables.getItem('Ledger');
    ledger.rows.add(undefined, [['Delta KG', 'I-9', asOf - 300, asOf - 270, 90_000, '', 100, '', '', '']]);
    await context.sync();
    ledger.sort.apply([{ key: 4, ascending: false }]);
    await context.sync();
  });
  // Excel goes on with a calculated column by itself; here the user fills it down, wherever the sorting put the new row.
  const first = Array.from({ length: 8 }, (_, row) => row + 1).find(row => sheet.formula(row, 7))!;
  for (let row = 1; row <= 8; row += 1)
    for (const column of [7, 8, 9]) excel.book.enter(sheet, row, column, sheet.formula(first, column)!);
  const [header, worst] = await shown(sheet, 7, 9);
  expect(header).toEqual(['Score', 'Tier', 'Breaches']);
  expect(sheet.value(1, 0)).toBe('Delta KG');
  expect(worst[1]).toBe('D');
  expect(await standing()).toMatchObject({ check: equal(8) });
  expect(value(await clearAdditions({ includePolicy: true })).typedOver).toEqual([]);
  excel.book.deleteRows(sheet, 1, 1);
  expect(sheet.usedArea(true)!.columnCount).toBe(7);
});

test('clear restores the workbook exactly, twice written or not, and keeps what was typed over', async () => {
  writeLedger(excel.book, ['Ledger of June']);
  const before = fingerprint(excel.book);
  await expectAgreement();
  await expectAgreement();
  expect(value(await findAdditions())).toMatchObject({
    columns: [{ address: `H2:J${ledgerRowCount + 2}`, isLive: true }],
    sheets: [],
  });
  value(await clearAdditions({ includePolicy: true }));
  expect(fingerprint(excel.book)).toBe(before);

  await expectAgreement();
  excel.book.enter(excel.book.activeSheet, 4, 9, 'pays in instalments');
  excel.book.enter(excel.book.activeSheet, 5, 7, '=H5+1');
  const again = await writeLive();
  expect(again).toMatchObject({
    check: { kind: 'equal' },
    typedOver: {
      cells: [
        { row: 5, column: 7 },
        { row: 4, column: 9 },
      ],
    },
  });
  expect(await standing()).toMatchObject({ check: { kind: 'equal' }, typedOver: { cells: { length: 2 } } });
  expect(value(await clearAdditions({ includePolicy: true })).typedOver[0].cells).toHaveLength(2);
  expect(excel.book.activeSheet.value(4, 9)).toBe('pays in instalments');
  expect(excel.book.activeSheet.formula(5, 7)).toBe('=H5+1');
});

test('rows and columns may be inserted and deleted: they follow, and what was said of the columns too', async () => {
  writeLedger(excel.book);
  const sheet = excel.book.activeSheet;
  await expectAgreement();
  excel.book.insertRows(sheet, 0, 2);
  excel.book.insertColumns(sheet, 3, 1);
  excel.book.deleteRows(sheet, 5, 1);
  excel.book.insertRows(sheet, 5, 1);
  put(sheet, [['Beta Co', 'I-3b', asOf - 20, '', asOf + 10, 55_555, '', 6000]], 5, 0);
  await excel.book.idle();
  expect(sheet.value(5, 8)).toBeNull();
  excel.book.enter(sheet, 5, 8, sheet.formula(4, 8)!);
  excel.book.enter(sheet, 5, 9, sheet.formula(4, 9)!);
  excel.book.enter(sheet, 5, 10, sheet.formula(4, 10)!);
  expect(await standing()).toMatchObject({ kind: 'live', check: { kind: 'equal' } });
  excel.book.enter(sheet, 2, 5, 'Renamed');
  const after = await shown(sheet, 8, 3, 3);
  expect(typeof after[0][0]).toBe('number');
});

test('sheets with quotes, spaces and Chinese names, headers in Chinese, a pane in Chinese, one customer in two spellings', async () => {
  setLanguage('zh');
  const sheet = excel.book.activeSheet;
  excel.book.renameSheet(sheet, "2024 应收 (六月) 'A' 2");
  put(sheet, [
    ['客户名称', '发票号', '开票日期', '到期日', '金额', '收款日期', '信用额度'],
    ['江苏宏达机械有限公司', 'I-1', asOf - 200, asOf - 170, 8000, '', 6000],
    ['江苏宏达机械有限公司 ', 'I-2', asOf - 20, asOf + 10, 500, '', 6000],
    ['=北方', 'I-3', asOf - 20, asOf + 10, 500, '', ''],
    ['', 'I-4', asOf - 20, asOf + 10, 500, '', ''],
    ['合计', '', '', '', 9500, '', ''],
  ]);
  excel.book.enter(sheet, 3, 0, "'=北方");
  const tiering = await tier();
  const written = value(
    await writeLiveColumns(
      requestOf(tiering),
      tiering.assessment,
      { score: '评分', tier: '风险等级', breaches: '预警' },
      'zh',
    ),
  );
  expect(written).toMatchObject({ liveSheet: { name: 'Tiercel 实时' }, check: equal(5) });
  const cells = await shown(sheet, 7, 6);
  expect(cells[1]).toEqual(cells[2]);
  expect(cells[1][2]).toContain('超信用额度');
  expect(cells[4]).toEqual(['', '', '']);
  expect(cells[5]).toEqual(['', '', '']);
});

test('payments, credits, disputes, several currencies with rates, excluded rows: all that the pane reads, the formula reads', async () => {
  const sheet = excel.book.activeSheet;
  put(sheet, [
    [
      'Customer',
      'Type',
      'Document',
      'Applies to',
      'Invoice date',
      'Due date',
      'Amount',
      'Currency',
      'Disputed',
      'Intercompany',
      'Credit limit',
    ],
    ['Acme', 'Invoice', 'I-1', '', asOf - 90, asOf - 60, 1000, 'EUR', '', '', 500],
    ['Acme', 'Payment', 'P-1', 'I-1', asOf - 30, '', -400, 'EUR', '', '', 500],
    ['Beta', 'Invoice', 'I-2', '', asOf - 50, asOf - 20, 700, 'EUR', 'Yes', '', ''],
    ['Beta', 'Invoice', 'I-3', '', asOf - 50, asOf - 20, 300, 'USD', '', '', ''],
    ['Gamma', 'Credit note', 'C-1', '', asOf - 10, asOf - 10, -50, 'EUR', '', '', ''],
    ['House', 'Invoice', 'I-5', '', asOf - 50, asOf - 20, 5000, 'EUR', '', 'Yes', ''],
  ]);
  const tiering = await tier();
  expect(tiering.currencies.length).toBe(2);
  await expectAgreement(tiering);
  // The currency that the user chose in the pane stands in a cell.
  await pane.chooseCurrency('USD');
  await expectAgreement(pane.assessments.result.value!);
  const [, acme, , beta, dollars] = await shown(sheet, 11, 6);
  expect(acme).toEqual(['', '', '']);
  expect(beta).toEqual(['', '', '']);
  expect(dollars[0]).toEqual(expect.any(Number));
});

test('a joined list counts: its limits, its ratings, and who is who by hand', async () => {
  const { book } = excel;
  const ledger = book.activeSheet;
  put(ledger, [
    ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Amount'],
    ['Acme Ltd', 'I-1', asOf - 90, asOf - 60, 9000],
    ['Texaco', 'I-2', asOf - 40, asOf - 10, 4000],
    ['Nobody', 'I-3', asOf - 40, asOf + 10, 4000],
    ['Acme Ltd', 'I-4', asOf - 50, asOf - 20, 1000],
    ['Texaco', 'I-5', asOf - 30, asOf, 1500],
  ]);
  const list = book.addSheet('Kunden & Co');
  put(list, [
    ['Customer', 'Customer number', 'Credit limit', 'Payment terms', 'Contract end', 'Rating'],
    ['Acme Ltd.', 1001, 100, 30, asOf + 12, 'BB-'],
    ['Chevron USA', 1007, '', 10, asOf - 1, 'AAA'],
  ]);
  await tier();
  expect(await pane.joinList('Kunden & Co')).toBe(true);
  await expectAgreement(pane.assessments.result.value!);
  const before = await shown(ledger, 5, 6);
  expect(before[1][2]).toContain('Over limit');
  await pane.chooseMatches([{ customer: 'Texaco', entry: 'Chevron USA', entryNumber: '1007' }]);
  value(await rememberMatch({ customer: 'Texaco', entry: 'Chevron USA', entryNumber: '1007' }, 'en'));
  await expectAgreement(pane.assessments.result.value!);
  expect((await shown(ledger, 5, 6))[2]).not.toEqual(before[2]);
  // A limit that is raised on the list counts at once.
  book.enter(list, 1, 2, '1000000');
  expect((await shown(ledger, 5, 6))[1][2]).not.toContain('Over limit');
});

test('snapshots and reviews count: scores that fell, reviews that are due', async () => {
  writeLedger(excel.book);
  await tier();
  const history = partModel(pane, createHistoryModel);
  await history.take();
  await history.review(pane.assessments.result.value!, 0);
  value(await ensurePolicySheet(pane.assessments.result.value!.assessment.policy, 'en'));
  // Two months on nobody has paid: scores fell by more than the policy's points.
  value(await writeAsOf(asOf + 60));
  excel.book.enter(excel.book.activeSheet, 7, 4, '2500');
  const tiering = await tier();
  expect(tiering.assessment.breaches.map(({ rule }) => rule)).toContain('scoreFall');
  expect(tiering.assessment.table.metrics.daysSinceReview[0]).toBe(60);
  await expectAgreement(tiering);
  expect(excel.book.sheetByName('Tiercel Live')!.formula(4, 0)).toMatch(
    /Tiercel_LiveReviews_1.*Tiercel_LiveSnapshots_1/,
  );
});

test('snapshots, reviews and who is who count at once when their tables are made after the columns, and no longer when they are deleted', async () => {
  writeLedger(excel.book);
  await expectAgreement();
  const history = partModel(pane, createHistoryModel);
  const before = await shown(excel.book.activeSheet, 7, ledgerRowCount + 1);
  await history.take();
  await history.review(pane.assessments.result.value!, 0);
  value(await writeAsOf(asOf + 60));
  excel.book.enter(excel.book.activeSheet, 7, 4, '2500');
  expect(await standing()).toMatchObject({ kind: 'live', check: equal(ledgerRowCount) });
  const { assessment } = await tier();
  expect(assessment.breaches.map(({ rule }) => rule)).toContain('scoreFall');
  expect(assessment.table.metrics.daysSinceReview[0]).toBe(60);
  for (const name of ['Tiercel Snapshots', 'Tiercel Reviews'])
    excel.book.deleteSheet(excel.book.sheetByName(name)!);
  excel.book.enter(excel.book.activeSheet, 7, 4, '-200');
  value(await writeAsOf(asOf));
  await history.look();
  expect(await standing()).toMatchObject({ kind: 'live', check: equal(ledgerRowCount) });
  expect(await shown(excel.book.activeSheet, 7, ledgerRowCount + 1)).toEqual(before);
});

test('who is who, decided after the columns were written, counts at once', async () => {
  const { book } = excel;
  const ledger = book.activeSheet;
  put(ledger, [
    ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Amount'],
    ['Acme Ltd', 'I-1', asOf - 90, asOf - 60, 9000],
    ['Texaco', 'I-2', asOf - 40, asOf - 10, 4000],
  ]);
  put(book.addSheet('Customers'), [
    ['Customer', 'Customer number', 'Credit limit', 'Payment terms'],
    ['Acme Ltd', 1001, 100, 30],
    ['Chevron USA', 1007, 100, 10],
  ]);
  await tier();
  expect(await pane.joinList('Customers')).toBe(true);
  await expectAgreement(pane.assessments.result.value!);
  const chosen = { customer: 'Texaco', entry: 'Chevron USA', entryNumber: '1007' };
  value(await rememberMatch(chosen, 'en'));
  expect((await shown(ledger, 5, 3))[2][2]).toContain('Over limit');
});

test('rows added below a plain range count at once; what they lack is told, and written again they have it', async () => {
  writeLedger(excel.book);
  const sheet = excel.book.activeSheet;
  await expectAgreement();
  const before = await shown(sheet, 7, ledgerRowCount + 1);
  const below = ledgerRowCount + 1;
  put(sheet, [['Gamma Inc', 'I-9', asOf - 300, asOf - 270, 90_000, '', 1000]], below);
  const after = await shown(sheet, 7, ledgerRowCount + 1);
  expect(after[6][1]).toBe('D');
  expect(after).not.toEqual(before);
  expect(await standing()).toMatchObject({
    kind: 'live',
    check: equal(ledgerRowCount + 1),
    rowsBelow: 1,
    uncountedRows: 0,
  });
  await expectAgreement();
  expect(await standing()).toMatchObject({ rowsBelow: 0 });
  // More than there is room for.
  put(
    sheet,
    Array.from({ length: 1_003 }, (_, row) => ['Gamma Inc', `J-${row}`, asOf - 9, asOf + 9, 1, '', 1000]),
    below + 1,
  );
  expect(await standing()).toMatchObject({ rowsBelow: 1_003, uncountedRows: 3 });
});

test('below cells that the user selected nothing is read', async () => {
  writeLedger(excel.book);
  const sheet = excel.book.activeSheet;
  await Excel.run(async context => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:G6').select();
    await context.sync();
  });
  const tiering = await tier();
  expect(tiering.block.source).toBe('selection');
  await expectAgreement(tiering);
  const { formula } = excel.book.names.find(({ name }) => name === 'Tiercel_LiveData_1')!;
  expect(formula.replaceAll("'", '')).toBe(`=${sheet.name}!$A$1:$G$6`);
});

test('the upper line of a header in two lines, repeated on the next page, is no customer in the formula either', async () => {
  const sheet = excel.book.activeSheet;
  put(sheet, [
    ['Customer', '', 'Invoice', '', '', 'Credit'],
    ['Name', 'City', 'Number', 'Date', 'Due date', 'Limit'],
    ['Acme', 'Ulm', 'I-1', asOf - 90, asOf - 60, 100],
    ['Beta', 'Bonn', 'I-2', asOf - 40, asOf - 10, 9000],
    ['Customer', '', 'Invoice', '', '', 'Credit'],
    ['Name', 'City', 'Number', 'Date', 'Due date', 'Limit'],
    ['Acme', 'Ulm', 'I-3', asOf - 30, asOf, 100],
  ]);
  put(sheet, [['Open'], ['Amount'], [900], [400], ['Open'], ['Amount'], [50]], 0, 6);
  const tiering = await tier();
  expect(tiering.assessment.table.customers).toEqual(['Acme', 'Beta']);
  await expectAgreement(tiering);
  const { row } = tiering.block;
  const cells = await shown(sheet, 7, 7, row);
  expect(cells.slice(4, 6)).toEqual([
    ['', '', ''],
    ['', '', ''],
  ]);
  expect(cells[6]).toEqual(cells[2]);
});

test('rows that a filter hides are scored, compared and cleared like all others', async () => {
  writeLedger(excel.book);
  await Excel.run(async context => {
    const table = context.workbook.tables.add('A1:G8', true);
    table.columns.getItem('Customer').filter.applyValuesFilter(['Acme Ltd']);
    await context.sync();
  });
  await expectAgreement();
  expect((await shown(excel.book.activeSheet, 7, 8))[3][1]).toBe('D');
  value(await clearAdditions({ includePolicy: true }));
  expect(excel.book.activeSheet.usedArea(true)?.columnCount).toBe(7);
});

test('a customer list has a line a row', async () => {
  put(excel.book.activeSheet, [
    ['Customer', 'Exposure', 'Overdue', 'Credit limit', 'DSO', 'Region'],
    ['Acme', 10_000, 9000, 500, 120, 'North'],
    ['Beta', 400, 0, 5000, 20, 'South'],
    ['', 30, 0, '', '', ''],
  ]);
  expect(await expectAgreement()).toBe('G1:I4');
});

test('a workbook that counts from 1904', async () => {
  excel.book.date1904 = true;
  writeLedger(excel.book);
  const sheet = excel.book.activeSheet;
  for (let row = 1; row <= ledgerRowCount; row += 1)
    for (const column of [2, 3, 5]) {
      const day = sheet.value(row, column);
      if (typeof day === 'number') excel.book.enter(sheet, row, column, String(day - 1462));
    }
  const tiering = await tier();
  expect(tiering.block.is1904).toBe(true);
  await expectAgreement(tiering);
});

test('frozen, they are values all through; thawed, the formula is back exactly', async () => {
  writeLedger(excel.book);
  const sheet = excel.book.activeSheet;
  await expectAgreement();
  const live = sheetNamed('Tiercel Live')!;
  const [cells, formula] = [await shown(sheet, 7, ledgerRowCount + 1), live.formula(4, 0)];
  expect(value(await findTiercelFormulas()).map(({ sheetName }) => sheetName)).toEqual(['Tiercel Live']);
  expect(value(await freezeFormulas())).toEqual({ frozen: 1, skipped: [], arrays: [] });
  expect(live.formula(4, 0)).toBeNull();
  excel.book.enter(sheet, 3, 4, '1');
  expect(await shown(sheet, 7, ledgerRowCount + 1)).toEqual(cells);
  // A row that is inserted meanwhile belongs to what is read afterwards.
  excel.book.insertRows(sheet, 2, 1);
  expect(value(await thawFormulas())).toEqual({ thawed: 1, kept: [] });
  await excel.book.idle();
  expect(live.formula(4, 0)).toBe(formula);
  put(sheet, [['Beta Co', 'I-3b', asOf - 20, asOf + 10, 55_555, '', 6000]], 2, 0);
  for (const column of [7, 8, 9]) excel.book.enter(sheet, 2, column, sheet.formula(1, column)!);
  expect(await standing()).toMatchObject({ kind: 'live', check: equal(ledgerRowCount + 1) });
});

test('after the file was saved without the add-in the columns show #NAME?, and entering the one formula again mends all', async () => {
  writeLedger(excel.book);
  const sheet = excel.book.activeSheet;
  await expectAgreement();
  const before = await shown(sheet, 7, ledgerRowCount + 1);
  const live = sheetNamed('Tiercel Live')!;
  excel.book.enter(live, 4, 0, live.formula(4, 0)!.replace('TIERCEL.TIERING', '_xldudf_TIERCEL_TIERING'));
  expect((await shown(sheet, 7, 2))[1]).toEqual(['#NAME?', '#NAME?', '#NAME?']);
  expect(await standing()).toMatchObject({ check: { kind: 'failed', shows: '#NAME?' } });
  expect(value(await reenterBrokenFormulas())).toBe(1);
  expect(await shown(sheet, 7, ledgerRowCount + 1)).toEqual(before);
});

test('what differs is named cell by cell', async () => {
  writeLedger(excel.book);
  const tiering = await tier();
  excel.book.enter(excel.book.activeSheet, 3, 4, '80000');
  const written = await writeLive(tiering);
  expect(written).toMatchObject({ kind: 'written', check: { kind: 'different', count: expect.any(Number) } });
  if (written.kind !== 'written' || written.check.kind !== 'different') throw new Error('no difference');
  expect(written.check.first[0].address).toMatch(/^[HIJ]\d$/);
});

test('a column that counts and stands right of the written ones is an obstacle, told before anything changes', async () => {
  writeLedger(excel.book);
  await expectAgreement();
  put(
    excel.book.activeSheet,
    [['Currency'], ...Array.from({ length: ledgerRowCount }, () => ['EUR'])],
    0,
    10,
  );
  const before = fingerprint(excel.book);
  expect(await writeLive()).toEqual({
    kind: 'impossible',
    obstacle: { kind: 'columnBeyond', header: 'Currency', sheet: 'Sheet1' },
  });
  expect(fingerprint(excel.book)).toBe(before);
});

test('where Excel hands empty cells over as 0, an empty limit is no limit of 0 and an empty open amount not settled', async () => {
  excel.stop();
  await start(0);
  const sheet = excel.book.activeSheet;
  put(sheet, [
    ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Amount', 'Open amount', 'Credit limit', 'Terms'],
    ['Acme', 'I-1', asOf - 90, asOf - 60, 1000, '', '', ''],
    ['Acme', 'I-2', asOf - 80, asOf - 50, 500, 200, '', ''],
    ['Beta', 'I-3', asOf - 80, '', 900, '', 100, 15],
    ['', '', '', '', '', '', '', ''],
    ['Beta', 'I-4', '', asOf - 5, 70, 0, '', ''],
  ]);
  await expectAgreement();
  const cells = await shown(sheet, 8, 6);
  expect(cells[1][2]).not.toContain('Over limit');
  expect(cells[3][2]).toContain('Over limit');
});

test('two ledgers of a workbook have a sheet each, and one is cleared without the other', async () => {
  const { book } = excel;
  writeLedger(book);
  await expectAgreement();
  const first = book.activeSheet;
  const second = book.addSheet('July');
  put(second, [
    ['Customer', 'Invoice date', 'Due date', 'Amount'],
    ['Beta Co', asOf - 90, asOf - 60, 70],
    ['Epsilon', asOf - 30, asOf, 900],
  ]);
  book.activate(second);
  expect(await writeLive()).toMatchObject({
    liveSheet: { key: 'Live_2', name: 'Tiercel Live (2)' },
    check: equal(2),
  });
  value(await clearAdditions({ sheetId: second.id, includePolicy: false }));
  expect(book.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Tiercel Policy', 'Tiercel Live', 'July']);
  expect(book.names.some(({ name }) => name === 'Tiercel_LiveData_2')).toBe(false);
  book.activate(first);
  expect(await standing()).toMatchObject({ kind: 'live', check: equal(ledgerRowCount) });
});

test('data without headers: ours go into the row above; without such a row nothing is written', async () => {
  const sheet = excel.book.activeSheet;
  const rows = [
    ['Acme', asOf - 90, asOf - 60, 900],
    ['Beta', asOf - 80, asOf - 50, 500],
    ['Acme', asOf - 30, asOf + 5, 70],
  ];
  const tierWithoutHeaders = async () => {
    await pane.tierActiveSheet();
    await pane.chooseKind('ledger');
    await pane.chooseHeaderRow(-1);
    for (const [column, field] of (['customer', 'invoiceDate', 'dueDate', 'amount'] as const).entries())
      await pane.mapColumn(field, column);
    return pane.assessments.result.value!;
  };
  put(sheet, rows);
  const atTop = await tierWithoutHeaders();
  const before = fingerprint(excel.book);
  const refused = await writeLiveColumns(requestOf(atTop), atTop.assessment, headers, 'en');
  expect(refused).toMatchObject({ ok: false, problem: { key: 'noHeaderRow' } });
  expect(fingerprint(excel.book)).toBe(before);

  excel.book.insertRows(sheet, 0, 1);
  const below = await tierWithoutHeaders();
  expect(below.block.row).toBe(1);
  expect(await expectAgreement(below)).toBe('E1:G4');
  const cells = await shown(sheet, 4, 4);
  expect(cells[0]).toEqual(['Score', 'Tier', 'Breaches']);
  expect(cells[1]).toEqual(cells[3]);
  expect(cells[2]).not.toEqual(cells[1]);
});

test('where somebody deleted the columns by hand, the sheet they looked up in is offered to go, and its names go with it', async () => {
  writeLedger(excel.book);
  const before = fingerprint(excel.book);
  await expectAgreement();
  excel.book.deleteColumns(excel.book.activeSheet, 7, 3);
  const { columns, sheets } = value(await findAdditions());
  expect([columns, sheets]).toEqual([[], [{ key: 'Live_1', sheetName: 'Tiercel Live' }]]);
  value(await clearAdditions({ includePolicy: true, sheetKeys: ['Live_1'] }));
  expect(fingerprint(excel.book)).toBe(before);
});
