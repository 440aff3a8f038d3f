/** Highlights, and their legend, while somebody works on the sheet: sorts, filters, inserts and deletes rows, switches rules. */
import { clearHighlights, highlightSheet } from '../../../src/excel/highlight/highlight';
import { severityColors } from '../../../src/excel/highlight/severityColors';
import { readPolicySheet } from '../../../src/excel/policy/policySheet';
import { switchRule } from '../../../src/excel/policy/switchRule';
import { setLanguage } from '../../../src/i18n/language';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { breachRuleIds } from '../../../src/risk/policy/policy';
import { assessLedger } from '../../../src/risk/scoring/assess';
import { setFilter } from '../../../src/workbench/book/tableFilter';
import type { Sheet } from '../../../src/workbench/book/types';
import { type RunningExcel, readSheetInFront, startExcel, value } from '../harness';
import { asOf, fingerprint, ledgerRowCount, writeLedger } from '../ledger';

let excel: RunningExcel;
let sheet: Sheet;

beforeEach(async () => {
  excel = await startExcel();
  sheet = excel.book.activeSheet;
  writeLedger(excel.book);
});
afterEach(() => {
  excel.stop();
  setLanguage('en');
});

const read = async () => await readSheetInFront();

async function highlight() {
  const block = await read();
  const recognition = recogniseSheet(block.cells);
  const ledger = readLedger(block.cells, recognition, { dateSystem: 1900 });
  return value(await highlightSheet(block, recognition, assessLedger(ledger, asOf, defaultPolicy)));
}

/** The fills of customer and due date, by invoice number: what a reader sees, wherever the row is by now. */
function seen(rowCount = ledgerRowCount): Record<string, readonly string[]> {
  const shown: Record<string, readonly string[]> = {};
  for (let row = 1; row <= rowCount; row += 1) {
    const fillAt = (column: number) => excel.book.conditionalStyle(sheet, row, column).fill ?? '';
    shown[String(sheet.value(row, 1))] = [fillAt(0), fillAt(3)];
  }
  return shown;
}

const body = { row: 1, column: 0, rowCount: ledgerRowCount, columnCount: 7 };
const legendCells = () => {
  const name = excel.book.names.find(each => each.name === 'Tiercel_Legend');
  return name?.formula ?? null;
};

test('after sorting every row has the colours it had', async () => {
  await highlight();
  const before = seen();
  expect(new Set(Object.values(before).flat()).size).toBeGreaterThan(2);
  excel.book.sortRows(sheet, body, [{ column: 4, isAscending: false }], 'user');
  expect(sheet.value(1, 1)).toBe('I-3');
  expect(seen()).toEqual(before);
  excel.book.sortRows(sheet, body, [{ column: 0, isAscending: true }], 'user');
  expect(seen()).toEqual(before);
});

test('rows put in are covered, and count for their customer', async () => {
  await highlight();
  const before = seen();
  excel.book.insertRows(sheet, 3, 2);
  const added = [
    ['Beta Co', 'I-8', asOf - 300, asOf - 260, 9000, '', 6000],
    ['Delta', 'I-9', asOf - 300, asOf - 260, 50_000, '', 1000],
  ];
  excel.book.setCells(sheet, { row: 3, column: 0, rowCount: 2, columnCount: 7 }, added, 'user');
  const after = seen(ledgerRowCount + 2);
  const red = severityColors.critical.fill;
  expect(after['I-8']).toEqual([red, red]);
  expect(after['I-9']).toEqual([red, red]);
  for (const invoice of ['I-3', 'I-4']) expect(after[invoice]).toEqual(before[invoice]);
});

test('rows taken out no longer count', async () => {
  await highlight();
  expect(seen()['I-4'][0]).toBe(severityColors.critical.fill);
  // Of Beta only 2,000 are left, within its limit of 6,000.
  excel.book.deleteRows(sheet, 3, 1);
  expect(seen(ledgerRowCount - 1)['I-4'][0]).not.toBe(severityColors.critical.fill);
});

test('a filter changes no colour, and hides no legend', async () => {
  const table = excel.book.addTable(sheet, { ...body, row: 0, rowCount: ledgerRowCount + 1 }, 'Ledger');
  await highlight();
  const before = seen();
  setFilter(sheet, table, 0, new Set(['Acme Ltd', 'Gamma Inc']));
  expect(seen()).toEqual(before);
  expect(sheet.hiddenRows.has(0)).toBe(false);
  expect(sheet.value(0, 11)).toBe('Tiercel');
});

test('the legend stands beside the headers in the colours of the highlights, in the language of the pane', async () => {
  setLanguage('zh');
  await highlight();
  expect([11, 12, 13, 14].map(column => sheet.value(0, column))).toEqual(['Tiercel', '严重', '警告', '提示']);
  const fills = [12, 13, 14].map(column => excel.book.conditionalStyle(sheet, 0, column).fill);
  expect(fills).toEqual([
    severityColors.critical.fill,
    severityColors.warning.fill,
    severityColors.notice.fill,
  ]);
  setLanguage('en');
  await highlight();
  expect([11, 12, 13, 14].map(column => sheet.value(0, column))).toEqual([
    'Tiercel',
    'Critical',
    'Warning',
    'Notice',
  ]);
});

test('reading passes over the legend, and clearing takes it away exactly, wherever it moved', async () => {
  const before = fingerprint(excel.book);
  const first = await read();
  await highlight();
  expect((await read()).address).toBe(first.address);
  excel.book.deleteSheet(excel.book.sheetByName('Tiercel Policy')!);
  for (const name of [...excel.book.names].filter(each => each.name !== 'Tiercel_Legend'))
    excel.book.removeName(name);
  excel.book.insertColumns(sheet, 9, 2);
  expect(legendCells()).toContain('$N$1:$Q$1');
  excel.book.deleteColumns(sheet, 9, 2);
  value(await clearHighlights(sheet.id));
  expect(fingerprint(excel.book)).toBe(before);
});

test("what a user wrote beside the data stands where it stood, and what they wrote into the legend's cells stays", async () => {
  excel.book.enter(sheet, 0, 11, 'my column');
  await highlight();
  expect(sheet.value(0, 11)).toBe('my column');
  const column = [...Array(40).keys()].find(at => sheet.value(0, at) === 'Tiercel')!;
  expect(column).toBeGreaterThan(12);
  excel.book.enter(sheet, 0, column + 1, 'ask Li');
  value(await clearHighlights(sheet.id));
  expect(sheet.value(0, column + 1)).toBe('ask Li');
  expect(sheet.value(0, column)).toBeNull();
});

test('a rule is switched in its cell: highlights follow, the policy is read so, and the log says it', async () => {
  await highlight();
  expect(seen()['I-3'][1]).toBe(severityColors.critical.fill);
  value(await switchRule('agedAmount', false, defaultPolicy, 45473.5));
  expect(seen()['I-3'][1]).toBe('');
  const policy = value(await readPolicySheet())!;
  expect(policy.rules.filter(({ on }, index) => on !== defaultPolicy.rules[index].on)).toMatchObject([
    { id: 'agedAmount', on: false },
  ]);
  const log = excel.book
    .sheetByName('Tiercel Policy')!
    .tables.find(({ name }) => name === 'TiercelPolicyLog');
  expect(log?.area.rowCount).toBe(2);
  value(await switchRule('agedAmount', true, defaultPolicy, 45473.6));
  expect(seen()['I-3'][1]).toBe(severityColors.critical.fill);
  expect(value(await readPolicySheet())!.rules.map(({ on }) => on)).toEqual(
    defaultPolicy.rules.map(({ on }) => on),
  );
});

test('each rule of the policy is on the sheet or said not to be, with the reason', async () => {
  const { added, skipped } = await highlight();
  const told = [...added, ...skipped.map(({ rule }) => rule)].sort();
  expect(told).toEqual([...breachRuleIds].sort());
});

test('a workbook without the policy gets it when a rule is switched', async () => {
  value(await switchRule('noOrders', false, defaultPolicy, 45473.5));
  expect(value(await readPolicySheet())!.rules.find(({ id }) => id === 'noOrders')?.on).toBe(false);
});
