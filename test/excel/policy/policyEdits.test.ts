/** Edits of the policy from the pane, through unmodified Office.js: only what changed is written, and each change is logged. */

import { addToChanges, type CellChange } from '../../../src/excel/fixes/changes';
import {
  logPolicyChanges,
  readPolicyTables,
  showPolicyRow,
  writePolicyEdits,
} from '../../../src/excel/policy/policyEdits';
import type { LoggedChange } from '../../../src/excel/policy/policyLog';
import { ensurePolicySheet, readPolicySheet } from '../../../src/excel/policy/policySheet';
import { clearAdditions, findAdditions } from '../../../src/excel/share/additions';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { draftChanges, draftEdits } from '../../../src/risk/policy/draft/draftChanges';
import {
  draftOfCells,
  draftOfPolicy,
  type PolicyDraft,
  readDraft,
  withCell,
  withoutRow,
  withPolicy,
  withRow,
} from '../../../src/risk/policy/draft/policyDraft';
import { applyPreset } from '../../../src/risk/policy/presets';
import type { Sheet } from '../../../src/workbench/book/types';
import { type RunningExcel, startExcel, value } from '../harness';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const moment = 45_473.5;

const sheetOf = (): Sheet => excel.book.sheetByName('Tiercel Policy')!;

const logged = (draft: PolicyDraft): readonly LoggedChange[] =>
  draftChanges(draft, 'en').map(({ section, row, column, from, to, format }) => ({
    when: moment,
    section,
    row,
    column,
    from,
    to,
    format,
  }));

const write = (draft: PolicyDraft) =>
  writePolicyEdits({
    draft,
    edits: draftEdits(draft),
    changes: logged(draft),
    inForce: defaultPolicy,
  });

async function takenUp(language: 'en' | 'zh' = 'en'): Promise<PolicyDraft> {
  value(await ensurePolicySheet(defaultPolicy, language));
  return draftOfCells(value(await readPolicyTables())!.cells, defaultPolicy);
}

const rowKey = (draft: PolicyDraft, section: keyof PolicyDraft['sections'], row: number) =>
  draft.sections[section].rows[row].key;

function rowsOf(table: string): unknown[][] {
  const sheet = excel.book.sheets.find(each => each.tables.some(({ name }) => name === table))!;
  const { area } = sheet.tables.find(({ name }) => name === table)!;
  return Array.from({ length: area.rowCount - 1 }, (_, row) =>
    Array.from({ length: area.columnCount }, (_, column) =>
      sheet.value(area.row + 1 + row, area.column + column),
    ),
  );
}

test('writes the changed cells and nothing else, and logs them beside the policy', async () => {
  const draft = await takenUp();
  const edited = withCell(draft, 'tiers', rowKey(draft, 'tiers', 0), 'fromScore', 85);
  const policyCells = () => ['Settings', 'Buckets', 'Tiers', 'Rules'].map(name => rowsOf(`Tiercel${name}`));
  const before = policyCells();
  value(await write(edited));
  const tiers = before[2].map((row, index) => (index === 0 ? row.with(1, 85) : row));
  expect(policyCells()).toEqual(before.with(2, tiers));
  expect(value(await readPolicySheet())).toEqual(readDraft(edited).policy);
  expect(rowsOf('TiercelPolicyLog')).toEqual([[moment, 'tiers', 'A', 'fromScore', 80, 85]]);
  expect(value(await readPolicyTables())!.log).toEqual([
    { when: moment, section: 'tiers', row: 'A', column: 'fromScore', from: 80, to: 85, format: 'General' },
  ]);
});

test('later changes follow below the earlier ones; the latest is told first', async () => {
  const draft = await takenUp();
  value(await write(withCell(draft, 'tiers', rowKey(draft, 'tiers', 0), 'prepaymentShare', 0.25)));
  const again = draftOfCells(value(await readPolicyTables())!.cells, defaultPolicy);
  value(await write(withPolicy(again, applyPreset(defaultPolicy, 'growth'))));
  const rows = rowsOf('TiercelPolicyLog');
  expect(rows[0].slice(1)).toEqual(['tiers', 'A', 'prepaymentShare', 0, 0.25]);
  expect(rows.length).toBeGreaterThan(20);
  expect(value(await readPolicyTables())!.log).toHaveLength(20);
  expect(value(await readPolicySheet())).toEqual(applyPreset(defaultPolicy, 'growth'));
});

test('rows come and go as rows of their tables; what stands below moves along', async () => {
  let draft = await takenUp('zh');
  draft = withRow(draft, 'buckets', 4, { toDay: 180, lossRate: 0.3 });
  draft = withRow(draft, 'rates', 1, { currency: 'USD', rate: 7.1 });
  draft = withoutRow(draft, 'steps', rowKey(draft, 'steps', 0));
  draft = withRow(draft, 'steps', draft.sections.steps.rows.length, {
    id: 'visit',
    english: 'Visit',
    chinese: '上门',
    fromDay: 120,
    minimumAmount: 0,
    channel: '电话',
  });
  draft = withoutRow(draft, 'rules', rowKey(draft, 'rules', 3));
  const { policy, problems } = readDraft(draft);
  expect(problems).toEqual([]);
  value(await write(draft));
  expect(value(await readPolicySheet())).toEqual(policy);
  const sheet = sheetOf();
  const tables = new Set(sheet.tables.map(({ name }) => name));
  expect(tables).toContain('TiercelSteps');
  // The names that highlights refer to still find their cells.
  const name = excel.book.names.find(each => each.name === 'Tiercel_lowScore_Threshold')!;
  expect(name.formula).not.toContain('#REF!');
});

test('every row of a table may be replaced at once', async () => {
  const draft = await takenUp();
  const tiers = ['Gold', 'Silver', 'Rest'].map((letter, index) => ({
    ...defaultPolicy.tiers[index],
    letter,
    fromScore: 60 - 30 * index,
  }));
  const knockOuts = defaultPolicy.knockOuts.map(each => ({ ...each, bestTier: 'Rest' }));
  const renamed = withPolicy(draft, { ...defaultPolicy, tiers, knockOuts });
  value(await write(renamed));
  expect(value(await readPolicySheet())).toEqual({ ...defaultPolicy, tiers, knockOuts });
});

test('a workbook without the sheet gets it, with the policy that was in force and the change on it', async () => {
  expect(value(await readPolicyTables())).toBeNull();
  const draft = draftOfPolicy(defaultPolicy, 'zh');
  value(await write(withCell(draft, 'settings', rowKey(draft, 'settings', 1), 'value', 180)));
  expect(value(await readPolicySheet())!.settings.windowDays).toBe(180);
  expect(sheetOf().tables.map(({ name }) => name)).toContain('TiercelPolicyLog');
});

test('refuses where the sheet was changed meanwhile, and writes nothing', async () => {
  const draft = await takenUp();
  const { area } = sheetOf().tables.find(({ name }) => name === 'TiercelTiers')!;
  excel.book.enter(sheetOf(), area.row + 2, area.column + 1, '55');
  const outcome = await write(withCell(draft, 'tiers', rowKey(draft, 'tiers', 0), 'fromScore', 85));
  expect(outcome).toMatchObject({ ok: false, problem: { key: 'policyChanged' } });
  expect(value(await readPolicySheet())!.tiers.map(({ fromScore }) => fromScore)).toEqual([80, 55, 45, 0]);
  expect(sheetOf().tables.some(({ name }) => name === 'TiercelPolicyLog')).toBe(false);
});

test('refuses rows where the table was turned into cells, and writes nothing', async () => {
  const draft = await takenUp();
  const sheet = sheetOf();
  excel.book.removeTable(sheet, sheet.tables.find(({ name }) => name === 'TiercelSteps')!);
  const outcome = await write(withoutRow(draft, 'steps', rowKey(draft, 'steps', 0)));
  expect(outcome).toMatchObject({ ok: false, problem: { key: 'policyTableGone' } });
});

test('text that looks like a formula or a date is written as the text it is, also into the log', async () => {
  const draft = await takenUp();
  const edited = withCell(draft, 'steps', rowKey(draft, 'steps', 0), 'english', '=1+1');
  value(await write(withCell(edited, 'steps', rowKey(draft, 'steps', 1), 'english', '1-2')));
  expect(
    rowsOf('TiercelSteps')
      .map(row => row[1])
      .slice(0, 2),
  ).toEqual(['=1+1', '1-2']);
  expect(rowsOf('TiercelPolicyLog').map(row => row[5])).toEqual(['=1+1', '1-2']);
});

test('what somebody noted beside the policy stays, and the log stands beside it', async () => {
  const draft = await takenUp();
  excel.book.enter(sheetOf(), 3, 10, 'Approved by the board');
  value(await write(withCell(draft, 'tiers', rowKey(draft, 'tiers', 0), 'fromScore', 85)));
  expect(sheetOf().value(3, 10)).toBe('Approved by the board');
  expect(sheetOf().tables.find(({ name }) => name === 'TiercelPolicyLog')!.area.column).toBe(12);
});

test('policy, notes beside it and log are printed apart: on one page beside each other nobody could read them', async () => {
  const draft = await takenUp();
  excel.book.enter(sheetOf(), 3, 10, 'Approved by the board');
  value(await write(withCell(draft, 'tiers', rowKey(draft, 'tiers', 0), 'fromScore', 85)));
  const printed = await Excel.run(async context => {
    const { pageLayout } = context.workbook.worksheets.getItem('Tiercel Policy');
    const area = pageLayout.getPrintArea().load('address');
    await context.sync();
    return area.address;
  });
  expect(printed.replaceAll("'Tiercel Policy'!", '')).toBe('A:K,M:R');
});

test('Clear knows that the policy was edited, and takes sheet and log away', async () => {
  const draft = await takenUp();
  expect(value(await findAdditions()).isPolicyEdited).toBe(false);
  value(await write(withCell(draft, 'tiers', rowKey(draft, 'tiers', 0), 'fromScore', 85)));
  expect(value(await findAdditions()).isPolicyEdited).toBe(true);
  value(await clearAdditions({ includePolicy: true }));
  expect(excel.book.sheetByName('Tiercel Policy')).toBeNull();
  expect(value(await findAdditions()).isPolicyEdited).toBe(false);
});

test('goes to the row that is asked for', async () => {
  await takenUp();
  value(await showPolicyRow('tiers', 1, 'fromScore'));
  const { area } = sheetOf().tables.find(({ name }) => name === 'TiercelTiers')!;
  expect(excel.book.activeSheet.name).toBe('Tiercel Policy');
  expect(excel.book.selection[0]).toMatchObject({ row: area.row + 2, column: area.column + 1 });
});

test('the log of the policy and the list of changed cells are two tables, whichever comes first', async () => {
  const change: CellChange = {
    when: '2026-11-22 10:15:02',
    sheetName: 'Sheet1',
    address: 'A2',
    from: '1,000',
    to: 1000,
    toFormat: 'General',
    why: 'text',
    format: '@',
    rowMark: 'INV-1',
  };
  const listWords = { sheetTitle: 'Tiercel Changes', lead: 'Cells', language: 'en' as const };
  const draft = await takenUp();
  value(await write(withCell(draft, 'tiers', rowKey(draft, 'tiers', 0), 'fromScore', 85)));
  await Excel.run(context => addToChanges(context, [change], listWords));
  value(
    await logPolicyChanges(
      logged(withCell(draft, 'tiers', rowKey(draft, 'tiers', 1), 'fromScore', 66)),
      'en',
    ),
  );
  await Excel.run(context => addToChanges(context, [{ ...change, address: 'A3' }], listWords));
  expect(rowsOf('TiercelPolicyLog').map(row => [row[2], row[5]])).toEqual([
    ['A', 85],
    ['B', 66],
  ]);
  expect(rowsOf('TiercelCellChanges').map(row => row[2])).toEqual(['A2', 'A3']);
});

test('a log that an earlier version began is gone on with', async () => {
  const draft = await takenUp();
  const edited = withCell(draft, 'tiers', rowKey(draft, 'tiers', 0), 'fromScore', 85);
  value(await write(edited));
  await Excel.run(async context => {
    context.workbook.tables.getItem('TiercelPolicyLog').name = 'TiercelChanges';
    await context.sync();
  });
  value(await logPolicyChanges(logged(edited), 'zh'));
  expect(rowsOf('TiercelChanges')).toHaveLength(2);
  expect(value(await readPolicyTables())!.log).toHaveLength(2);
});

test('nothing is logged where there is no policy sheet', async () => {
  value(await logPolicyChanges([], 'en'));
  const draft = draftOfPolicy(defaultPolicy, 'en');
  value(
    await logPolicyChanges(
      logged(withCell(draft, 'tiers', rowKey(draft, 'tiers', 0), 'fromScore', 85)),
      'en',
    ),
  );
  expect(excel.book.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
});
