import type { Language } from '../i18n/language';
import type { Cell } from '../risk/ledger/ledger';
import { defaultPolicy } from '../risk/policy/defaultPolicy';
import type { Policy } from '../risk/policy/policy';
import type { PolicyBlock } from '../risk/policy/policyBlock';
import { policyBlocks } from '../risk/policy/policyBlocks';
import { readPolicy } from '../risk/policy/readPolicy';
import { areaAddress, columnLetters, quoteSheet } from './address';
import type { ExcelOutcome } from './contract';
import { asOfName, isPolicyName, policyRangeName, policySheetName } from './names';
import { ExcelRefusal, runExcel } from './problem';

/** A block of the policy and where its parts stand on the sheet, zero-based. */
interface PlacedBlock {
  readonly block: PolicyBlock;
  readonly titleRow: number;
  readonly headerRow: number;
}

interface PolicyLayout {
  readonly placed: readonly PlacedBlock[];
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly (readonly Cell[])[];
}

/** Empty rows at the end of `Tiercel_Policy`, so that rows typed below the last table belong to the policy too. */
const spareRows = 20;

/** In points, as `columnWidth` counts: names, their translation, then values, and wide last the reason why. */
const columnWidths = { name: 150, translation: 150, value: 96, note: 420 };
const titleSize = 16;
const sectionSize = 12;

const titleOf: Readonly<Record<Language, string>> = { en: 'Tiercel Policy', zh: 'Tiercel 信用政策' };
const introductionOf: Readonly<Record<Language, string>> = {
  en: 'Everything that decides a score, a tier or a highlight. Change a cell and the highlights follow by themselves; tier again for scores.',
  zh: '评分、等级与高亮的全部依据。修改单元格后高亮自动更新；评分请重新分级。',
};

/** Stack the blocks below a title: title row, header row, data rows, one empty row. */
function layOut(policy: Policy, language: Language): PolicyLayout {
  const blocks = policyBlocks(policy, language);
  const columnCount = Math.max(...blocks.map(block => block.headers.length));
  const cells: Cell[][] = [];
  const addRow = (row: readonly Cell[]) => {
    cells.push([...row, ...Array<string>(columnCount - row.length).fill('')]);
  };

  addRow([titleOf[language]]);
  addRow([introductionOf[language]]);
  const placed = blocks.map(block => {
    addRow([]);
    const titleRow = cells.length;
    addRow([block.title]);
    addRow(block.headers);
    for (const row of block.rows) addRow(row);
    return { block, titleRow, headerRow: titleRow + 1 };
  });
  return { placed, rowCount: cells.length, columnCount, cells };
}

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

function writeBlocks(sheet: Excel.Worksheet, layout: PolicyLayout): void {
  const { placed, columnCount } = layout;
  for (const { block, titleRow, headerRow } of placed) {
    const rowCount = block.rows.length;
    const title = sheet.getRangeByIndexes(titleRow, 0, 1, 1).format.font;
    title.bold = true;
    title.size = sectionSize;
    sheet.getRangeByIndexes(headerRow, 0, 1, columnCount).format.wrapText = true;
    const body = sheet.getRangeByIndexes(headerRow + 1, 0, rowCount, columnCount);
    body.numberFormat = block.numberFormats.map(row => [...row]);
    const table = sheet.tables.add(areaAddress(headerRow, 0, rowCount + 1, columnCount), true);
    table.name = block.table;
    table.showFilterButton = false;
  }
}

function setWidths(sheet: Excel.Worksheet, columnCount: number): void {
  const widths = Array<number>(columnCount).fill(columnWidths.value);
  widths[0] = columnWidths.name;
  widths[1] = columnWidths.translation;
  widths[columnCount - 1] = columnWidths.note;
  widths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  });
}

function addNames(context: Excel.RequestContext, layout: PolicyLayout): void {
  const { names } = context.workbook;
  for (const placed of layout.placed) {
    for (const name of placed.block.names) names.add(name.name, nameFormula(placed, name));
  }
  const last = columnLetters(layout.columnCount - 1);
  names.add(policyRangeName, `=${quoteSheet(policySheetName)}!$A$1:$${last}$${layout.rowCount + spareRows}`);
}

/** Find the policy sheet, inside a batch of the caller; null where the workbook has none. */
export async function findPolicySheet(context: Excel.RequestContext): Promise<Excel.Worksheet | null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(policySheetName);
  sheet.load('id');
  await context.sync();
  return sheet.isNullObject ? null : sheet;
}

async function readCells(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Cell[][]> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('values');
  await context.sync();
  return used.isNullObject ? [] : used.values;
}

/** Read the policy from its sheet; null where the workbook has none yet, so that the defaults apply. */
export function readPolicySheet(): Promise<ExcelOutcome<Policy | null>> {
  return runExcel(async context => {
    const sheet = await findPolicySheet(context);
    if (!sheet) return null;
    const policy = readPolicy(await readCells(context, sheet));
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
  const layout = layOut(policy, language);
  const sheet = context.workbook.worksheets.add(policySheetName);
  sheet.getRangeByIndexes(0, 0, layout.rowCount, layout.columnCount).values = layout.cells.map(row => [
    ...row,
  ]);
  const title = sheet.getRangeByIndexes(0, 0, 1, 1).format.font;
  title.bold = true;
  title.size = titleSize;
  sheet.showGridlines = false;
  writeBlocks(sheet, layout);
  setWidths(sheet, layout.columnCount);
  addNames(context, layout);
  await context.sync();
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

/** Bring the policy sheet to the front. */
export function showPolicySheet(): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    context.workbook.worksheets.getItem(policySheetName).activate();
    await context.sync();
  });
}

const sameCell = (one: Cell, other: Cell): boolean => (one ?? '') === (other ?? '');

/** Tell whether the sheet holds anything but the defaults as they were written (the as-of date is not an edit). */
export async function isPolicyEdited(context: Excel.RequestContext): Promise<boolean> {
  const sheet = await findPolicySheet(context);
  if (!sheet) return false;
  const cells = await readCells(context, sheet);
  const policy = readPolicy(cells);
  if (!policy.ok) return true;

  const { asOf } = policy.value.settings;
  const asWritten: Policy = { ...defaultPolicy, settings: { ...defaultPolicy.settings, asOf } };
  return !(['en', 'zh'] as const).some(language => {
    const expected = layOut(asWritten, language).cells;
    return (
      cells.length === expected.length &&
      cells.every((row, rowIndex) => row.every((cell, column) => sameCell(cell, expected[rowIndex][column])))
    );
  });
}

/** Remove the policy sheet and every name that belongs to it, inside a batch of the caller. */
export async function deletePolicySheet(context: Excel.RequestContext): Promise<void> {
  const { names } = context.workbook;
  names.load('items/name');
  await context.sync();
  for (const name of names.items) if (isPolicyName(name.name)) name.delete();
  context.workbook.worksheets.getItemOrNullObject(policySheetName).delete();
  await context.sync();
}
