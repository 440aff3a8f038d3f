import type { Language } from '../../i18n/language';
import type { PolicyBlock } from '../../risk/policy/cells/policyBlock';
import { policyBlocks } from '../../risk/policy/cells/policyBlocks';
import { findSections } from '../../risk/policy/cells/policyCells';
import { policySections, sectionIds } from '../../risk/policy/cells/policySections';
import { readPolicy } from '../../risk/policy/cells/readPolicy';
import { defaultPolicy } from '../../risk/policy/defaultPolicy';
import type { Policy } from '../../risk/policy/policy';
import { areaAddress, columnLetters, quoteSheet } from '../address';
import { findNames } from '../definedNames';
import { policyRangeName, policySheetName } from '../names';
import { isOfficeCode } from '../problem';
import { readPolicyCells } from './findPolicySheet';
import { addEntryRules } from './policyEntryRules';
import { layOutPolicy, type PlacedBlock, type PolicyLayout, stackBlocks } from './policyLayout';
import { dressBlocks, dressPolicySheet } from './policyLook';

/** Empty rows at the end of `Tiercel_Policy`, so that rows typed below the last table belong to the policy too. */
const spareRows = 20;

/** Create the policy sheet behind all others, with its tables and names, inside a batch of the caller; the user's sheet stays in front. */
export async function createPolicySheet(
  context: Excel.RequestContext,
  policy: Policy,
  language: Language,
): Promise<void> {
  await deleteLeftoverNames(context);
  const layout = layOutPolicy(policy, language);
  const sheet = context.workbook.worksheets.add(policySheetName);
  writeCells(sheet, layout);
  addTables(sheet, layout);
  dressPolicySheet(sheet, layout);
  addNames(context, layout);
  await context.sync();
  await offerEntries(context, sheet, layout, tierLettersIn(layout), language);
}

/**
 * Add the tables that a policy sheet of an earlier version lacks, with the values that have been in force for it, below all else and
 * inside a batch of the caller: nothing decides that does not stand in cells. A sheet that cannot be read stays as it is.
 */
export async function completePolicySheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  language: Language,
): Promise<void> {
  const { cells, row, column } = await readPolicyCells(context, sheet);
  const sections = findSections(cells);
  const policy = readPolicy(cells);
  const absent = policyBlocks(policy.ok ? policy.value : defaultPolicy, language).filter(
    (_, index) => !sections.has(sectionIds[index]),
  );
  if (!policy.ok || absent.length === 0) return;

  const layout = stackBlocks(absent, row + cells.length);
  writeCells(sheet, layout);
  addTables(sheet, layout);
  dressBlocks(sheet, layout);
  sheet.load('name');
  const range = context.workbook.names.getItemOrNullObject(policyRangeName);
  range.load('name');
  await context.sync();
  if (!range.isNullObject) range.delete();
  context.workbook.names.add(policyRangeName, wholePolicy(sheet.name, layout));
  await context.sync();

  const tiers = sections.get('tiers')!;
  const letters = columnLetters(column + tiers.columns.get('letter')!);
  const rows = tiers.rows.map(found => row + found.row);
  const tierLetters = `=$${letters}$${Math.min(...rows)}:$${letters}$${Math.max(...rows)}`;
  await offerEntries(context, sheet, layout, tierLetters, language);
}

async function deleteLeftoverNames(context: Excel.RequestContext): Promise<void> {
  const leftOver = new Set(
    policyBlocks(defaultPolicy, 'en').flatMap(block => block.names.map(name => name.name)),
  );
  leftOver.add(policyRangeName);
  for (const name of await findNames(context, name => leftOver.has(name))) name.delete();
}

function writeCells(sheet: Excel.Worksheet, { firstRow, rowCount, columnCount, cells }: PolicyLayout): void {
  sheet.getRangeByIndexes(firstRow, 0, rowCount, columnCount).values = cells.map(row => [...row]);
}

function addTables(sheet: Excel.Worksheet, { placed, columnCount }: PolicyLayout): void {
  for (const { block, headerRow } of placed) {
    const area = areaAddress(headerRow, 0, block.rows.length + 1, columnCount);
    const table = sheet.tables.add(area, true);
    table.name = block.table;
    table.showFilterButton = false;
  }
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

function addNames(context: Excel.RequestContext, layout: PolicyLayout): void {
  const { names } = context.workbook;
  for (const placed of layout.placed) {
    for (const name of placed.block.names) names.add(name.name, nameFormula(placed, name));
  }
  names.add(policyRangeName, wholePolicy(policySheetName, layout));
}

/** The range of the whole policy, down to some rows below the last table. */
function wholePolicy(sheetName: string, { firstRow, rowCount, columnCount }: PolicyLayout): string {
  const last = `$${columnLetters(columnCount - 1)}$${firstRow + rowCount + spareRows}`;
  return `=${quoteSheet(sheetName)}!$A$1:${last}`;
}

/** The cells of the tiers' letters, so that renamed tiers are offered by their new names. */
function tierLettersIn({ placed }: PolicyLayout): string {
  const tiers = placed.find(({ block }) => block.table === policySections.tiers.table);
  if (!tiers) return '';
  const first = tiers.headerRow + 2;
  return `=$A$${first}:$A$${first + tiers.block.rows.length - 1}`;
}

/** Lists and bounds are a help, not the policy: an Excel without them keeps the sheet as it is. */
async function offerEntries(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  layout: PolicyLayout,
  tierLetters: string,
  language: Language,
): Promise<void> {
  try {
    addEntryRules(sheet, layout, tierLetters, language);
    await context.sync();
  } catch (error) {
    if (!isOfficeCode(error, 'ApiNotFound', 'NotImplemented', 'UnsupportedOperation')) throw error;
  }
}
