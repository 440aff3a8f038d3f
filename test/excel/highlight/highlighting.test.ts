/** Highlights, written columns, the policy sheet, and taking all of it back, through unmodified Office.js. */

import { writeColumns } from '../../../src/excel/columns/writeColumns';
import type { SheetBlock } from '../../../src/excel/contract';
import { clearHighlights, highlightSheet, isHighlighted } from '../../../src/excel/highlight/highlight';
import { severityColors } from '../../../src/excel/highlight/severityColors';
import { readPolicySheet, writeAsOf } from '../../../src/excel/policy/policySheet';
import { clearAdditions, findAdditions } from '../../../src/excel/share/additions';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../src/risk/policy/policy';
import { assessLedger } from '../../../src/risk/scoring/assess';
import type { Sheet } from '../../../src/workbench/book/types';
import { type RunningExcel, readSheetInFront, startExcel, value } from '../harness';
import { asOf, fingerprint, ledgerRowCount, writeLedger } from '../ledger';

let excel: RunningExcel;
let sheet: Sheet;

beforeEach(async () => {
  excel = await startExcel();
  sheet = excel.book.activeSheet;
});
afterEach(() => excel.stop());

const headers = { score: 'Score', tier: 'Tier', breaches: 'Breaches' };

const readBlock = async (): Promise<SheetBlock> => await readSheetInFront();

async function tier(policy: Policy = defaultPolicy) {
  const block = await readBlock();
  const recognition = recogniseSheet(block.cells);
  const assessment = assessLedger(readLedger(block.cells, recognition, { dateSystem: 1900 }), asOf, policy);
  return { block, recognition, assessment };
}

async function highlight() {
  const { block, recognition, assessment } = await tier();
  return value(await highlightSheet(block, recognition, assessment));
}

async function write() {
  const { block, recognition, assessment } = await tier();
  return writeColumns(block, recognition, assessment, headers, 'en');
}

/** The fill of each data row in one column of the ledger. */
const fills = (column: number, firstRow = 1): string[] =>
  Array.from(
    { length: ledgerRowCount },
    (_, row) => excel.book.conditionalStyle(sheet, firstRow + row, column).fill ?? '',
  );

const { critical, warning } = severityColors;

test('breaches show on the sheet, and the user stays where they were', async () => {
  writeLedger(excel.book);
  const { added, skipped } = await highlight();
  expect(added).toEqual(
    expect.arrayContaining(['overLimit', 'overdueShare', 'agedAmount', 'exposureShare', 'utilization']),
  );
  expect(skipped).toContainEqual({ rule: 'contractEnding', reason: 'noColumn' });
  expect(skipped).toContainEqual({ rule: 'lowScore', reason: 'needsScore' });
  expect(excel.book.activeSheet.name).toBe(sheet.name);
  // Beta owes 10,000 against 6,000 and its 8,000 are 170 days late; Acme's 500 late are all it owes, below the minimum of 1,000.
  const [acme, , beta] = fills(0);
  expect(beta).toBe(critical.fill);
  expect(acme).toBe('');
  const dueDates = fills(3);
  expect(dueDates[2]).toBe(critical.fill);
  expect(dueDates[3]).toBe('');
});

test('a changed threshold on the policy sheet changes the highlights by itself', async () => {
  writeLedger(excel.book);
  await highlight();
  const policy = excel.book.sheetByName('Tiercel Policy')!;
  const set = (label: string, column: number, to: number) => {
    const used = policy.usedArea(true)!;
    for (let row = 0; row < used.rowCount; row += 1) {
      if (policy.value(row, 0) === label) {
        excel.book.setCells(policy, { row, column, rowCount: 1, columnCount: 1 }, [[to]], 'user');
      }
    }
  };
  expect(fills(0)[2]).toBe(critical.fill);
  set('overLimit', 4, 2);
  expect(fills(0)[2]).toBe(warning.fill);
  set('agedAmount', 4, 200);
  expect(fills(3)[2]).toBe('');
});

test('the highlights follow the as-of date in its cell', async () => {
  writeLedger(excel.book);
  await highlight();
  value(await writeAsOf(asOf - 190));
  expect(fills(3)[2]).toBe('');
  expect(value(await readPolicySheet())?.settings.asOf).toBe(asOf - 190);
});

test('the policy comes back from its cells as it went in', async () => {
  writeLedger(excel.book);
  expect(value(await readPolicySheet())).toBeNull();
  await highlight();
  expect(value(await readPolicySheet())).toEqual({
    ...defaultPolicy,
    settings: { ...defaultPolicy.settings, asOf },
  });
  expect(excel.book.sheetByName('Tiercel Policy')!.tables.map(table => table.name)).toEqual([
    'TiercelSettings',
    'TiercelRates',
    'TiercelBuckets',
    'TiercelMonthBuckets',
    'TiercelFactors',
    'TiercelTiers',
    'TiercelKnockOuts',
    'TiercelRules',
    'TiercelSteps',
  ]);
});

test('an edited policy is kept in words that name the row when it cannot be read', async () => {
  writeLedger(excel.book);
  await highlight();
  const policy = excel.book.sheetByName('Tiercel Policy')!;
  const used = policy.usedArea(true)!;
  for (let row = 0; row < used.rowCount; row += 1) {
    if (policy.value(row, 0) !== 'Overdue share') continue;
    excel.book.setCells(policy, { row, column: 3, rowCount: 1, columnCount: 1 }, [['plenty']], 'user');
  }
  const outcome = await readPolicySheet();
  expect(outcome.ok).toBe(false);
  expect(!outcome.ok && outcome.problem.key).toBe('policyUnreadable');
});

test('highlighting twice does not add twice, and toggling off leaves the sheet as it was', async () => {
  writeLedger(excel.book);
  const own = { areas: [{ row: 1, column: 4, rowCount: 7, columnCount: 1 }], stopIfTrue: false };
  excel.book.addConditionalFormat(sheet, { ...own, formula: '=$E2>5000', format: { fill: '#00FF00' } });
  await highlight();
  const once = sheet.conditionalFormats.length;
  await highlight();
  expect(sheet.conditionalFormats.length).toBe(once);
  expect(value(await isHighlighted(sheet.id))).toBe(true);
  expect(value(await clearHighlights(sheet.id))).toBe(once - 1);
  expect(sheet.conditionalFormats.map(format => format.formula)).toEqual(['=$E2>5000']);
  expect(value(await isHighlighted(sheet.id))).toBe(false);
});

test('after the policy sheet was deleted by hand, highlighting makes it anew', async () => {
  writeLedger(excel.book);
  await highlight();
  excel.book.deleteSheet(excel.book.sheetByName('Tiercel Policy')!);
  expect(value(await isHighlighted(sheet.id))).toBe(false);
  await highlight();
  expect(fills(0)[2]).toBe(critical.fill);
  expect(value(await clearAdditions({ includePolicy: true })).removed.hasPolicySheet).toBe(true);
  expect(excel.book.names).toEqual([]);
});

test('score, tier and breaches stand beside every row of the customer', async () => {
  writeLedger(excel.book, ['Ledger of June', '']);
  expect(value(await write()).address).toBe(`H3:J${ledgerRowCount + 3}`);
  const column = (index: number) =>
    Array.from({ length: ledgerRowCount + 1 }, (_, row) => sheet.value(2 + row, index));
  expect(column(7)[0]).toBe('Score');
  expect(column(8).slice(3, 5)).toEqual(['D', 'D']);
  expect(column(7)[3]).toBe(column(7)[4]);
  expect(String(column(9)[3])).toContain('Over limit');
  expect(column(9)[5]).not.toContain('Over limit');
});

test('writing again replaces the columns instead of adding three more', async () => {
  writeLedger(excel.book);
  const first = value(await write());
  const before = fingerprint(excel.book);
  const second = value(await write());
  expect(second).toEqual({ ...first, isNew: false });
  expect(fingerprint(excel.book)).toBe(before);
});

test('a table is widened over its columns, so that sorting keeps rows together, and narrowed again', async () => {
  writeLedger(excel.book);
  const area = { row: 0, column: 0, rowCount: ledgerRowCount + 1, columnCount: 7 };
  const table = excel.book.addTable(sheet, area, 'Ledger');
  const before = fingerprint(excel.book);
  value(await write());
  expect(table.area.columnCount).toBe(10);
  value(await write());
  expect(table.area.columnCount).toBe(10);
  value(await clearAdditions({ includePolicy: true }));
  expect(fingerprint(excel.book)).toBe(before);
});

test('nothing is written over: a note beside the data is named and stays', async () => {
  writeLedger(excel.book);
  excel.book.enter(sheet, 4, 8, 'call them');
  const before = fingerprint(excel.book);
  const { block, recognition, assessment } = await tier();
  const narrow = { ...block, cells: block.cells.map(row => row.slice(0, 7)) };
  const outcome = await writeColumns(narrow, recognition, assessment, headers, 'en');
  expect(outcome).toEqual({ ok: false, problem: { key: 'noFreeColumns', detail: { address: 'I5' } } });
  expect(fingerprint(excel.book)).toBe(before);
});

test('a protected sheet is refused before anything is added anywhere', async () => {
  writeLedger(excel.book);
  sheet.isProtected = true;
  const before = fingerprint(excel.book);
  const { block, recognition, assessment } = await tier();
  const refused = { ok: false, problem: { key: 'sheetProtected', detail: { sheet: sheet.name } } };
  expect(await highlightSheet(block, recognition, assessment)).toEqual(refused);
  expect(await writeColumns(block, recognition, assessment, headers, 'en')).toEqual(refused);
  expect(fingerprint(excel.book)).toBe(before);
});

test('clear takes back exactly what was added', async () => {
  writeLedger(excel.book, ['Ledger of June']);
  excel.book.addName('Mine', `='${sheet.name}'!$A$1`);
  const before = fingerprint(excel.book);
  value(await write());
  await highlight();
  const additions = value(await findAdditions());
  expect(additions.highlights).toEqual([{ sheetName: sheet.name, count: sheet.conditionalFormats.length }]);
  expect(additions.columns).toEqual([
    { sheetName: sheet.name, address: `H2:J${ledgerRowCount + 2}`, isLive: false, isRemembered: true },
  ]);
  expect(additions).toMatchObject({ hasPolicySheet: true, isPolicyEdited: false });

  const cleared = value(await clearAdditions({ includePolicy: true }));
  expect(cleared).toMatchObject({ typedOver: [], keptPolicySheet: false });
  expect(fingerprint(excel.book)).toBe(before);
});

test('formats and conditional formats of the user where the columns stood are theirs again', async () => {
  writeLedger(excel.book);
  excel.book.setStyle(
    sheet,
    { row: 1, column: 7, rowCount: 3, columnCount: 2 },
    { fill: '#ABCDEF', bold: true },
  );
  const areas = [{ row: 0, column: 0, rowCount: 20, columnCount: 10 }];
  excel.book.addConditionalFormat(sheet, {
    areas,
    stopIfTrue: false,
    formula: '=$E1>1',
    format: { bold: true },
  });
  const before = fingerprint(excel.book);
  value(await write());
  value(await clearAdditions({ includePolicy: true }));
  expect(fingerprint(excel.book)).toBe(before);
});

test('clear finds the columns after rows and columns were inserted', async () => {
  writeLedger(excel.book);
  value(await write());
  excel.book.insertRows(sheet, 0, 2);
  excel.book.insertColumns(sheet, 3, 1);
  value(await clearAdditions({ includePolicy: true }));
  expect(sheet.usedArea(true)).toEqual({ row: 2, column: 0, rowCount: ledgerRowCount + 1, columnCount: 8 });
});

test('what the user typed over a written column is kept and counted', async () => {
  writeLedger(excel.book);
  value(await write());
  excel.book.enter(sheet, 3, 7, '=1+1');
  excel.book.enter(sheet, 5, 7, 'ask Li');
  excel.book.enter(sheet, 5, 8, 'on hold');
  excel.book.enter(sheet, 6, 9, 'pays in instalments, agreed 3 June');
  expect(value(await clearAdditions({ includePolicy: true })).typedOver[0].cells).toHaveLength(4);
  expect(sheet.formula(3, 7)).toBe('=1+1');
  expect(sheet.value(5, 7)).toBe('ask Li');
  expect(sheet.value(5, 8)).toBe('on hold');
  expect(sheet.value(6, 9)).toBe('pays in instalments, agreed 3 June');
  expect(sheet.value(0, 7)).toBeNull();
});

test('an edited policy is told apart from the defaults', async () => {
  writeLedger(excel.book);
  await highlight();
  const policy = excel.book.sheetByName('Tiercel Policy')!;
  const end = policy.usedArea(true)!;
  excel.book.setCells(
    policy,
    { row: end.rowCount + 2, column: 0, rowCount: 1, columnCount: 1 },
    [['my note']],
    'user',
  );
  expect(value(await findAdditions()).isPolicyEdited).toBe(true);
});

test('a ledger that names each customer once is highlighted by the written columns only', async () => {
  const header = ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Amount'];
  const rows = ['Acme', '', '', 'Beta', ''].map((name, index) => [
    name,
    `I-${index}`,
    asOf - 200,
    asOf - 170,
    1000 + index,
  ]);
  excel.book.setCells(sheet, { row: 0, column: 0, rowCount: 6, columnCount: 5 }, [header, ...rows], 'user');
  const { block, recognition, assessment } = await tier();
  expect(await highlightSheet(block, recognition, assessment)).toMatchObject({
    ok: false,
    problem: { key: 'nothingToHighlight' },
  });
  value(await write());
  await highlight();
  const filled = [1, 2, 3, 4, 5].map(row => excel.book.conditionalStyle(sheet, row, 0).fill ?? '');
  expect(filled).toEqual(Array(5).fill(critical.fill));
});

test.each<[string, (month: number) => string | number]>([
  ['text', month => `'2024-0${month}-15`],
  ['digits', month => 20_240_015 + 100 * month],
])('dates that are %s are said to be unreadable for highlights, not highlighted wrongly', async (_, day) => {
  writeLedger(excel.book);
  for (let row = 1; row <= ledgerRowCount; row += 1) {
    const area = { row, column: 3, rowCount: 1, columnCount: 1 };
    excel.book.setCells(sheet, area, [[day((row % 6) + 1)]], 'user');
  }
  const { added, skipped } = await highlight();
  expect(skipped).toContainEqual({ rule: 'agedAmount', reason: 'textDates' });
  expect(added).toContain('overLimit');
});
