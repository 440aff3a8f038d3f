import type { Language } from '../../i18n/language';
import type { Cell } from '../../risk/ledger/ledger';
import { policyBlocks } from '../../risk/policy/cells/policyBlocks';
import { cellOfProblem } from '../../risk/policy/cells/policyCells';
import { readPolicy } from '../../risk/policy/cells/readPolicy';
import { textValues } from '../../risk/policy/cells/textValues';
import { defaultPolicy } from '../../risk/policy/defaultPolicy';
import type { Policy } from '../../risk/policy/policy';
import { withAsOf } from '../../risk/policy/withAsOf';
import { bringToFront } from '../bringToFront';
import type { ExcelOutcome } from '../contract';
import { asOfName, isPolicyName, policySheetName } from '../names';
import { ExcelRefusal, runExcel } from '../problem';
import { findPolicySheet, readPolicyCells } from './findPolicySheet';
import { completePolicySheet, createPolicySheet } from './makePolicySheet';
import { layOutPolicy } from './policyLayout';

/** Read the policy from its sheet; null where the workbook has none yet, so that the defaults apply. */
export function readPolicySheet(): Promise<ExcelOutcome<Policy | null>> {
  return runExcel(async context => {
    const sheet = await findPolicySheet(context);
    if (!sheet) return null;
    const policy = readPolicy((await readPolicyCells(context, sheet)).cells);
    if (!policy.ok) {
      throw new ExcelRefusal('policyUnreadable', { ...policy.problem.detail, problem: policy.problem.key });
    }
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

/** Queue the as-of date for its cell of the policy sheet, where another stands there; the caller syncs. */
export async function queueAsOf(context: Excel.RequestContext, serial: number): Promise<void> {
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
  if (body.values[row][name.column] !== serial) body.getCell(row, name.column).values = [[serial]];
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
