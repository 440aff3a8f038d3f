/** The sheet of the policy, through unmodified Office.js: its tables, what may be entered, and finding it again. */

import {
  ensurePolicySheet,
  readPolicySheet,
  showPolicySheet,
  writeAsOf,
  writePolicyValues,
} from '../../../src/excel/policy/policySheet';
import { clearAdditions, findAdditions } from '../../../src/excel/share/additions';
import type { Language } from '../../../src/i18n/language';
import { policyBlocks } from '../../../src/risk/policy/cells/policyBlocks';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { presets } from '../../../src/risk/policy/presets';
import { validationAt } from '../../../src/workbench/book/dataValidations';
import type { Sheet } from '../../../src/workbench/book/types';
import { type RunningExcel, startExcel, value } from '../harness';
import { fingerprint, writeLedger } from '../ledger';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

async function policySheet(language: Language = 'en', policy = defaultPolicy): Promise<Sheet> {
  value(await ensurePolicySheet(policy, language));
  return excel.book.sheetByName('Tiercel Policy')!;
}

/** The row of a label within a table, and the column of a header. */
function cellOf(sheet: Sheet, tableName: string, label: string, header: string): [number, number] {
  const { area } = sheet.tables.find(table => table.name === tableName)!;
  const rows = Array.from({ length: area.rowCount }, (_, index) => area.row + index);
  const columns = Array.from({ length: area.columnCount }, (_, index) => area.column + index);
  return [
    rows.find(row => sheet.value(row, area.column) === label)!,
    columns.find(column => sheet.value(area.row, column) === header)!,
  ];
}

const listAt = (sheet: Sheet, [row, column]: [number, number]) => validationAt(sheet, row, column)?.formula1;

test('choices are offered in the words of the sheet, and bounds are watched', async () => {
  const sheet = await policySheet();
  expect(listAt(sheet, cellOf(sheet, 'TiercelRules', 'overLimit', 'Severity'))).toBe(
    'critical,warning,notice',
  );
  expect(listAt(sheet, cellOf(sheet, 'TiercelRules', 'overLimit', 'On'))).toBe('TRUE,FALSE');
  expect(listAt(sheet, cellOf(sheet, 'TiercelSteps', 'phone', 'Channel'))).toBe('mail,phone,letter,legal');
  expect(listAt(sheet, cellOf(sheet, 'TiercelSettings', 'Age by', 'Value'))).toBe('due date,invoice date');
  const [row, column] = cellOf(sheet, 'TiercelTiers', 'A', 'Prepayment');
  expect(validationAt(sheet, row, column)).toMatchObject({ type: 'Decimal', formula1: '0', formula2: '1' });
  const shape = cellOf(sheet, 'TiercelFactors', 'Overdue share', 'Shape');
  expect(validationAt(sheet, ...shape)).toMatchObject({
    formula1: 'linear,1 step,2 steps,3 steps,4 steps,5 steps',
    errorAlert: { showAlert: false },
  });
  // The reason beside a rule is free text.
  expect(validationAt(sheet, row, 8)).toBeNull();
});

test('knock-outs offer the tiers by the letters they have at the time', async () => {
  const sheet = await policySheet();
  const { area } = sheet.tables.find(table => table.name === 'TiercelTiers')!;
  const best = cellOf(sheet, 'TiercelKnockOuts', 'insolvent', 'Best tier');
  expect(listAt(sheet, best)).toBe(`=$A$${area.row + 2}:$A$${area.row + area.rowCount}`);
});

test('the Chinese sheet speaks Chinese, and is read back all the same', async () => {
  const sheet = await policySheet('zh');
  expect(listAt(sheet, cellOf(sheet, 'TiercelRules', 'overLimit', '级别'))).toBe('严重,警告,提示');
  expect(value(await readPolicySheet())).toEqual(defaultPolicy);
});

test('a policy of any preset comes back from its cells as it went in', async () => {
  const policy = {
    ...defaultPolicy,
    tiers: presets.growth.tiers,
    rates: [{ currency: 'USD', rate: 7.1234 }],
  };
  await policySheet('en', policy);
  expect(value(await readPolicySheet())).toEqual(policy);
});

test('a policy sheet that was given another name is found, written to, and cleared', async () => {
  writeLedger(excel.book);
  const before = fingerprint(excel.book);
  const sheet = await policySheet();
  excel.book.renameSheet(sheet, 'Credit rules 2024');
  value(await writeAsOf(45_000));
  expect(value(await readPolicySheet())?.settings.asOf).toBe(45_000);
  value(await ensurePolicySheet(defaultPolicy, 'en'));
  expect(excel.book.sheetByName('Tiercel Policy')).toBeNull();
  expect(value(await findAdditions())).toMatchObject({ hasPolicySheet: true, isPolicyEdited: false });
  expect(value(await clearAdditions({ includePolicy: true })).removed.hasPolicySheet).toBe(true);
  expect(fingerprint(excel.book)).toBe(before);
});

test('showing the policy goes to the cell that cannot be read', async () => {
  writeLedger(excel.book);
  const sheet = await policySheet();
  value(await showPolicySheet());
  expect(excel.book.activeSheet.name).toBe('Tiercel Policy');
  const [row, column] = cellOf(sheet, 'TiercelTiers', 'B', 'From score');
  excel.book.enter(sheet, row, column, '95');
  value(await showPolicySheet());
  expect(excel.book.selection[0]).toMatchObject({ row, column });
});

test('a threshold that is text is refused until it is written as the value it says', async () => {
  const sheet = await policySheet();
  const [row, column] = cellOf(sheet, 'TiercelRules', 'overLimit', 'Threshold');
  const area = { row, column, rowCount: 1, columnCount: 1 };
  excel.book.setStyle(sheet, area, { numberFormat: '@' });
  excel.book.enter(sheet, row, column, '95%');
  expect(sheet.value(row, column)).toBe('95%');
  const refused = await readPolicySheet();
  expect(!refused.ok && refused.problem).toMatchObject({
    key: 'policyUnreadable',
    detail: { problem: 'policyTextValue', value: '95%' },
  });
  expect(value(await writePolicyValues())).toBe(1);
  expect(sheet.value(row, column)).toBe(0.95);
  expect(value(await readPolicySheet())?.rules.find(({ id }) => id === 'overLimit')?.threshold).toBe(0.95);
  expect(value(await writePolicyValues())).toBe(0);
});

test('one changed number is an edit, the as-of date is none', async () => {
  const sheet = await policySheet();
  value(await writeAsOf(45_000));
  expect(value(await findAdditions()).isPolicyEdited).toBe(false);
  const [row, column] = cellOf(sheet, 'TiercelKnockOuts', 'oldestDays', 'Threshold');
  excel.book.enter(sheet, row, column, '120');
  expect(value(await findAdditions()).isPolicyEdited).toBe(true);
  expect(value(await readPolicySheet())?.knockOuts[1]?.threshold).toBe(120);
});

test('a sheet of an earlier version gets the tables it lacks below, and keeps what stands on it', async () => {
  writeLedger(excel.book);
  const sheet = excel.book.addSheet('Tiercel Policy');
  const known = new Set([
    'TiercelSettings',
    'TiercelBuckets',
    'TiercelFactors',
    'TiercelTiers',
    'TiercelRules',
  ]);
  const rows = policyBlocks(defaultPolicy, 'en')
    .filter(({ table }) => known.has(table))
    .flatMap(({ title, headers, rows: cells }) => [[], [title], headers, ...cells])
    .map(row => Array.from({ length: 9 }, (_, column) => (row[column] ?? '') as string | number | boolean));
  const area = { row: 0, column: 0, rowCount: rows.length, columnCount: 9 };
  excel.book.setCells(sheet, area, rows, 'user');

  await policySheet();
  expect(sheet.tables.map(table => table.name)).toEqual([
    'TiercelRates',
    'TiercelMonthBuckets',
    'TiercelKnockOuts',
    'TiercelSteps',
  ]);
  expect(value(await readPolicySheet())).toEqual(defaultPolicy);
  const best = cellOf(sheet, 'TiercelKnockOuts', 'insolvent', 'Best tier');
  const tierA = rows.findIndex(([letter]) => letter === 'A') + 1;
  expect(listAt(sheet, best)).toBe(`=$A$${tierA}:$A$${tierA + 3}`);
  expect(excel.book.names.find(({ name }) => name === 'Tiercel_Policy')?.formula).toMatch(
    new RegExp(`\\$I\\$${sheet.usedArea(true)!.rowCount + 1 + 20}$`),
  );

  const before = fingerprint(excel.book);
  await policySheet();
  expect(fingerprint(excel.book)).toBe(before);
});

describe('the as-of date is written into its own cell', () => {
  const asOfCell = (sheet: Sheet) => cellOf(sheet, 'TiercelSettings', 'As-of date', 'Value');

  test('of the sheet with the tables, whatever sheet has its name by now', async () => {
    const sheet = await policySheet();
    const [row, column] = asOfCell(sheet);
    excel.book.renameSheet(sheet, 'Policy of 2023');
    excel.book.addSheet('Tiercel Policy');
    value(await writeAsOf(45_473));
    expect(sheet.value(row, column)).toBe(45_473);
    expect(value(await readPolicySheet())?.settings.asOf).toBe(45_473);
  });

  test('where somebody made plain cells of the tables and sorted them', async () => {
    const sheet = await policySheet();
    const [row, column] = asOfCell(sheet);
    for (const table of [...sheet.tables]) excel.book.removeTable(sheet, table);
    excel.book.insertRows(sheet, 0, 2, 'user');
    value(await writeAsOf(45_473));
    expect(sheet.value(row + 2, column)).toBe(45_473);
  });

  test('or where that row is gone the problem says what is missing', async () => {
    const sheet = await policySheet();
    excel.book.deleteRows(sheet, asOfCell(sheet)[0], 1, 'user');
    expect(await writeAsOf(45_473)).toMatchObject({
      problem: { key: 'policyUnreadable', detail: { problem: 'policySettingMissing' } },
    });
  });
});
