import { currentLanguage, type Language } from '../../i18n/language';
import type { Cell } from '../../risk/ledger/ledger';
import { findSections } from '../../risk/policy/cells/policyCells';
import { policySections } from '../../risk/policy/cells/policySections';
import type { BreachRuleId, Policy } from '../../risk/policy/policy';
import type { ExcelOutcome } from '../contract';
import { policySheetName } from '../names';
import { runAsOneStep } from '../oneStep';
import { ExcelRefusal } from '../problem';
import { findPolicySheet, readPolicyCells } from './findPolicySheet';
import { addToPolicyLog, isLogged, type LoggedChange } from './policyLog';
import { ensurePolicySheetIn } from './policySheet';

/**
 * Write the cell of the policy that switches a rule on or off, and a line of its log; highlights follow by themselves. The policy sheet is
 * created when missing. One step to undo where Excel can group them.
 *
 * @param inForce The policy until now, which a new sheet is made with.
 * @param when The moment, as an Excel serial in local time.
 */
export function switchRule(
  rule: BreachRuleId,
  on: boolean,
  inForce: Policy,
  when: number,
): Promise<ExcelOutcome<void>> {
  const language = currentLanguage();
  /** What the cell said before: run once more, it may say already what is written. */
  let begun: { readonly from: Cell } | null = null;
  return runAsOneStep(async context => {
    await ensurePolicySheetIn(context, inForce, language);
    const sheet = await findPolicySheet(context);
    if (!sheet) throw new ExcelRefusal('sheetGone', { sheet: policySheetName });
    const { cells, row, column } = await readPolicyCells(context, sheet);
    const rules = findSections(cells).get('rules');
    const idColumn = rules?.columns.get('id');
    const onColumn = rules?.columns.get('on');
    const found = rules?.rows.find(each => idColumn !== undefined && each.cells[idColumn] === rule);
    if (!found || onColumn === undefined) throw new ExcelRefusal('policyUnreadable', { problem: rule });

    const isBegun = begun !== null;
    begun ??= { from: found.cells[onColumn] };
    sheet.getCell(row + found.row - 1, column + onColumn).values = [[on]];
    await context.sync();
    const change = switchedRule(rule, on, begun.from, { inForce, when, language });
    if (isBegun && (await isLogged(context, sheet, [change]))) return;
    await addToPolicyLog(context, sheet, [change], language);
  });
}

/** The line of the log that says it. */
function switchedRule(
  rule: BreachRuleId,
  to: boolean,
  from: Cell,
  {
    inForce,
    when,
    language,
  }: { readonly inForce: Policy; readonly when: number; readonly language: Language },
): LoggedChange {
  const { title, columns } = policySections.rules;
  return {
    when,
    section: title[language],
    row: inForce.rules.find(({ id }) => id === rule)?.name[language] ?? rule,
    column: columns.find(({ key }) => key === 'on')?.header[language] ?? 'on',
    from,
    to,
    format: 'General',
  };
}
