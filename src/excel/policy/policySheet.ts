import { type Language, languages } from '../../i18n/language';
import type { Cell } from '../../risk/ledger/ledger';
import { cellOfProblem, findSections } from '../../risk/policy/cells/policyCells';
import { readPolicy } from '../../risk/policy/cells/readPolicy';
import { isLabelled } from '../../risk/policy/cells/readSettings';
import { textValues } from '../../risk/policy/cells/textValues';
import { defaultPolicy } from '../../risk/policy/defaultPolicy';
import type { Policy } from '../../risk/policy/policy';
import { withAsOf } from '../../risk/policy/withAsOf';
import type { Problem } from '../../risk/problem';
import { bringToFront } from '../bringToFront';
import type { ExcelOutcome } from '../contract';
import { findNames } from '../definedNames';
import { isPolicyName, policySheetName } from '../names';
import { ExcelRefusal, runExcel } from '../problem';
import { requireOpenStructure, requireUnprotected } from '../writable';
import { findPolicySheet, readPolicyCells } from './findPolicySheet';
import { completePolicySheet, createPolicySheet } from './makePolicySheet';
import { layOutPolicy } from './policyLayout';

/** Read the policy from its sheet; null where the workbook has none yet, so that the defaults apply. */
export function readPolicySheet(): Promise<ExcelOutcome<Policy | null>> {
  return runExcel(async context => {
    const sheet = await findPolicySheet(context);
    if (!sheet) return null;
    const policy = readPolicy((await readPolicyCells(context, sheet)).cells);
    if (!policy.ok) throw unreadable(policy.problem);
    return policy.value;
  });
}

/**
 * Create the policy sheet with this policy where the workbook has none, inside a batch of the caller. What stands on an existing one
 * is the user's and stays as it is; tables that a newer Tiercel knows are added below.
 */
export async function ensurePolicySheetIn(
  context: Excel.RequestContext,
  policy: Policy,
  language: Language,
): Promise<void> {
  const sheet = await findPolicySheet(context);
  if (sheet) await completePolicySheet(context, sheet, language);
  else await createPolicySheet(context, policy, language);
}

/** Create the policy sheet with this policy, or complete an existing one. */
export function ensurePolicySheet(policy: Policy, language: Language): Promise<ExcelOutcome<void>> {
  return runExcel(context => ensurePolicySheetIn(context, policy, language));
}

/** The cell of the as-of date, and what stands in it. */
interface AsOfCell {
  readonly range: Excel.Range;
  readonly value: Cell;
}

/** Find the cell of the as-of date by its label, whatever became of the table around it; the policy's own problem where it is not there. */
async function findAsOf(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<AsOfCell> {
  const { cells, row, column } = await readPolicyCells(context, sheet);
  const settings = findSections(cells).get('settings');
  const place = settings?.columns.get('value');
  const found = settings?.rows.find(candidate => isLabelled(settings, candidate, 'asOf'));
  if (found === undefined || place === undefined) {
    const policy = readPolicy(cells);
    throw unreadable(policy.ok ? { key: 'policySectionMissing', detail: {} } : policy.problem);
  }
  return { range: sheet.getCell(row + found.row - 1, column + place), value: found.cells[place] };
}

const unreadable = ({ key, detail }: Pick<Problem, 'key' | 'detail'>): ExcelRefusal =>
  new ExcelRefusal('policyUnreadable', { ...detail, problem: key });

/**
 * Make sure that the policy can take this as-of date, inside a batch of the caller: its sheet can be added, or holds the day, or is not protected.
 *
 * @throws ExcelRefusal `workbookProtected`, `sheetProtected`, `policyUnreadable`
 */
export async function requirePolicyWritable(context: Excel.RequestContext, serial: number): Promise<void> {
  const sheet = await findPolicySheet(context);
  if (sheet === null) await requireOpenStructure(context);
  else if ((await findAsOf(context, sheet)).value !== serial) await requireUnprotected(context, [sheet]);
}

/** Queue the as-of date for its cell of the policy sheet, where another stands there; the caller syncs. */
export async function queueAsOf(context: Excel.RequestContext, serial: number): Promise<void> {
  const sheet = await findPolicySheet(context);
  if (sheet === null) throw new ExcelRefusal('sheetGone', { sheet: policySheetName });
  const { range, value } = await findAsOf(context, sheet);
  if (value !== serial) range.values = [[serial]];
}

/** Put the as-of date into its cell of the policy sheet; nothing happens where there is no policy sheet yet. */
export function writeAsOf(serial: number): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    if (!(await findPolicySheet(context))) return;
    await queueAsOf(context, serial);
    await context.sync();
  });
}

/**
 * Write values that stand as text in cells that highlights refer to (`95%` in a cell for texts) as the values they say; nothing else changes.
 *
 * @returns How many cells were written.
 */
export function writePolicyValues(): Promise<ExcelOutcome<number>> {
  return runExcel(async context => {
    const sheet = await findPolicySheet(context);
    if (!sheet) throw new ExcelRefusal('sheetGone', { sheet: policySheetName });
    const { cells, row, column } = await readPolicyCells(context, sheet);
    const texts = textValues(cells);
    const ranges = texts.map(text => sheet.getCell(row + text.row, column + text.column));
    for (const range of ranges) range.load('numberFormat');
    await context.sync();
    for (const [index, range] of ranges.entries()) {
      const { value, isShare } = texts[index];
      // A cell for texts would make a text of the value again.
      if (range.numberFormat[0][0] === '@') range.numberFormat = [[isShare ? '0%' : 'General']];
      range.values = [[value]];
    }
    await context.sync();
    return texts.length;
  });
}

/** Bring the policy sheet to the front, at the cell that cannot be read where there is one. */
export function showPolicySheet(): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    const sheet = await findPolicySheet(context);
    if (!sheet) throw new ExcelRefusal('sheetGone', { sheet: policySheetName });
    await bringToFront(context, sheet);
    const { cells, row, column } = await readPolicyCells(context, sheet);
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
  const { cells } = await readPolicyCells(context, sheet);
  const policy = readPolicy(cells);
  if (!policy.ok) return true;

  const asWritten = withAsOf(defaultPolicy, policy.value.settings.asOf);
  return !languages.some(language => {
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
  for (const name of await findNames(context, isPolicyName)) name.delete();
  sheet?.delete();
  await context.sync();
}
