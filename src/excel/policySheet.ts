import type { Language } from '../i18n/language';
import type { Cell } from '../risk/ledger/ledger';
import { defaultPolicy } from '../risk/policy/defaultPolicy';
import type { Policy } from '../risk/policy/policy';
import type { PolicyBlock } from '../risk/policy/policyBlock';
import { policyBlocks } from '../risk/policy/policyBlocks';
import { cellOfProblem } from '../risk/policy/policyCells';
import { policySections } from '../risk/policy/policySections';
import { readPolicy } from '../risk/policy/readPolicy';
import { areaAddress, columnLetters, quoteSheet } from './address';
import type { ExcelOutcome } from './contract';
import { asOfName, isPolicyName, policyRangeName, policySheetName } from './names';
import { addEntryRules } from './policyEntryRules';
import { layOutPolicy, type PlacedBlock, type PolicyLayout } from './policyLayout';
import { dressPolicySheet } from './policyLook';
import { ExcelRefusal, isOfficeCode, runExcel } from './problem';

/** Empty rows at the end of `Tiercel_Policy`, so that rows typed below the last table belong to the policy too. */
const spareRows = 20;

/**
 * The formula of a policy name: found by the row's own label, so that it holds after the user sorted the table, and by
 * addresses rather than `Table[Column]`, which Excel refuses in conditional formats.
 */
function nameFormula(placed: PlacedBlock, name: PolicyBlock['names'][number]): string {
  const first = placed.headerRow + 2;
  const last = placed.headerRow + 1 + placed.block.rows.length;
  const column = (index: number) => {
    const letters = columnLetters(index);
    return `${quoteSheet(policySheetName)}!$${letters}$${first}:$${letters}$${last}`;
  };
  const label = String(placed.block.rows[name.row][0]).replaceAll('"', '""');
  return `=INDEX(${column(name.column)},MATCH("${label}",${column(0)},0))`;
}

function addTables(sheet: Excel.Worksheet, { placed, columnCount }: PolicyLayout): void {
  for (const { block, headerRow } of placed) {
    const area = areaAddress(headerRow, 0, block.rows.length + 1, columnCount);
    const table = sheet.tables.add(area, true);
    table.name = block.table;
    table.showFilterButton = false;
  }
}

function addNames(context: Excel.RequestContext, layout: PolicyLayout): void {
  const { names } = context.workbook;
  for (const placed of layout.placed) {
    for (const name of placed.block.names) names.add(name.name, nameFormula(placed, name));
  }
  const last = columnLetters(layout.columnCount - 1);
  names.add(policyRangeName, `=${quoteSheet(policySheetName)}!$A$1:$${last}$${layout.rowCount + spareRows}`);
}

/** The table by which the policy is found on a sheet that was given another name. */
const markTable = policySections.settings.table;

/** Find the policy sheet, inside a batch of the caller, by its name or else by its tables; null where the workbook has none. */
export async function findPolicySheet(context: Excel.RequestContext): Promise<Excel.Worksheet | null> {
  const { worksheets, tables } = context.workbook;
  const sheet = worksheets.getItemOrNullObject(policySheetName);
  const table = tables.getItemOrNullObject(markTable);
  sheet.load('id');
  table.load('id');
  await context.sync();
  if (!sheet.isNullObject) return sheet;
  return table.isNullObject ? null : table.worksheet;
}

interface SheetCells {
  readonly cells: Cell[][];
  /** Zero-based place of the first cell on the sheet. */
  readonly row: number;
  readonly column: number;
}

async function readCells(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<SheetCells> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('values,rowIndex,columnIndex');
  await context.sync();
  if (used.isNullObject) return { cells: [], row: 0, column: 0 };
  return { cells: used.values, row: used.rowIndex, column: used.columnIndex };
}

/** Read the policy from its sheet; null where the workbook has none yet, so that the defaults apply. */
export function readPolicySheet(): Promise<ExcelOutcome<Policy | null>> {
  return runExcel(async context => {
    const sheet = await findPolicySheet(context);
    if (!sheet) return null;
    const policy = readPolicy((await readCells(context, sheet)).cells);
    if (!policy.ok) {
      throw new ExcelRefusal('policyUnreadable', { ...policy.problem.detail, problem: policy.problem.key });
    }
    return policy.value;
  });
}

async function deleteLeftoverNames(context: Excel.RequestContext): Promise<void> {
  const { names } = context.workbook;
  names.load('items/name');
  await context.sync();
  const wanted = new Set(
    policyBlocks(defaultPolicy, 'en').flatMap(block => block.names.map(name => name.name)),
  );
  wanted.add(policyRangeName);
  for (const name of names.items) if (wanted.has(name.name)) name.delete();
}

/** Create the policy sheet behind all others, with its tables and names, inside a batch of the caller; the user's sheet stays in front. */
export async function createPolicySheet(
  context: Excel.RequestContext,
  policy: Policy,
  language: Language,
): Promise<void> {
  await deleteLeftoverNames(context);
  const layout = layOutPolicy(policy, language);
  const sheet = context.workbook.worksheets.add(policySheetName);
  sheet.getRangeByIndexes(0, 0, layout.rowCount, layout.columnCount).values = layout.cells.map(row => [
    ...row,
  ]);
  addTables(sheet, layout);
  dressPolicySheet(sheet, layout);
  addNames(context, layout);
  await context.sync();
  await offerEntries(context, sheet, layout, language);
}

/** Lists and bounds are a help, not the policy: an Excel without them keeps the sheet as it is. */
async function offerEntries(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  layout: PolicyLayout,
  language: Language,
): Promise<void> {
  try {
    addEntryRules(sheet, layout, language);
    await context.sync();
  } catch (error) {
    if (!isOfficeCode(error, 'ApiNotFound', 'NotImplemented', 'UnsupportedOperation')) throw error;
  }
}

/** Create the policy sheet with this policy where the workbook has none; an existing one is the user's and stays as it is. */
export function ensurePolicySheet(policy: Policy, language: Language): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    if (await findPolicySheet(context)) return;
    await createPolicySheet(context, policy, language);
  });
}

/** Put the as-of date into its cell of the policy sheet, inside a batch of the caller. */
export async function writeAsOfIn(context: Excel.RequestContext, serial: number): Promise<void> {
  const block = policyBlocks(defaultPolicy, 'en').find(candidate =>
    candidate.names.some(name => name.name === asOfName),
  );
  const name = block?.names.find(candidate => candidate.name === asOfName);
  if (!block || !name) throw new ExcelRefusal('policyUnreadable', { problem: asOfName });

  const body = context.workbook.tables.getItem(block.table).getDataBodyRange();
  body.load('values');
  await context.sync();
  const row = body.values.findIndex(cells => cells[0] === block.rows[name.row][0]);
  if (row < 0) throw new ExcelRefusal('policyUnreadable', { problem: asOfName });
  body.getCell(row, name.column).values = [[serial]];
  await context.sync();
}

/** Put the as-of date into its cell of the policy sheet; nothing happens where there is no policy sheet yet. */
export function writeAsOf(serial: number): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    if (await findPolicySheet(context)) await writeAsOfIn(context, serial);
  });
}

/** Bring the policy sheet to the front, at the cell that cannot be read where there is one. */
export function showPolicySheet(): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    const sheet = await findPolicySheet(context);
    if (!sheet) throw new ExcelRefusal('sheetGone', { sheet: policySheetName });
    sheet.activate();
    const { cells, row, column } = await readCells(context, sheet);
    const policy = readPolicy(cells);
    const wrong = policy.ok ? null : cellOfProblem(cells, policy.problem);
    if (wrong) sheet.getCell(row + wrong.row, column + wrong.column).select();
    await context.sync();
  });
}

const sameCell = (one: Cell, other: Cell): boolean => (one ?? '') === (other ?? '');

/** Tell whether the sheet holds anything but the defaults as they were written (the as-of date is not an edit). */
export async function isPolicyEdited(context: Excel.RequestContext): Promise<boolean> {
  const sheet = await findPolicySheet(context);
  if (!sheet) return false;
  const { cells } = await readCells(context, sheet);
  const policy = readPolicy(cells);
  if (!policy.ok) return true;

  const { asOf } = policy.value.settings;
  const asWritten: Policy = { ...defaultPolicy, settings: { ...defaultPolicy.settings, asOf } };
  return !(['en', 'zh'] as const).some(language => {
    const expected = layOutPolicy(asWritten, language).cells;
    return (
      cells.length === expected.length &&
      cells.every((row, rowIndex) => row.every((cell, column) => sameCell(cell, expected[rowIndex][column])))
    );
  });
}

/** Remove the policy sheet and every name that belongs to it, inside a batch of the caller. */
export async function deletePolicySheet(context: Excel.RequestContext): Promise<void> {
  const sheet = await findPolicySheet(context);
  const { names } = context.workbook;
  names.load('items/name');
  await context.sync();
  for (const name of names.items) if (isPolicyName(name.name)) name.delete();
  sheet?.delete();
  await context.sync();
}
