import { currentLanguage } from '../../i18n/language';
import { findSections } from '../../risk/policy/cells/policyCells';
import { policySections } from '../../risk/policy/cells/policySections';
import type { BreachRuleId, Policy } from '../../risk/policy/policy';
import type { ExcelOutcome } from '../contract';
import { policySheetName } from '../names';
import { ExcelRefusal, runExcel } from '../problem';
import { findPolicySheet, readPolicyCells } from './findPolicySheet';
import { addToPolicyLog } from './policyLog';
import { ensurePolicySheetIn } from './policySheet';

/**
 * Write the cell of the policy that switches a rule on or off, and a line of its log; highlights follow by themselves. The policy sheet is
 * created when missing.
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
  return runExcel(async context => {
    const language = currentLanguage();
    await ensurePolicySheetIn(context, inForce, language);
    const sheet = await findPolicySheet(context);
    if (!sheet) throw new ExcelRefusal('sheetGone', { sheet: policySheetName });
    const { cells, row, column } = await readPolicyCells(context, sheet);
    const rules = findSections(cells).get('rules');
    const idColumn = rules?.columns.get('id');
    const onColumn = rules?.columns.get('on');
    const found = rules?.rows.find(each => idColumn !== undefined && each.cells[idColumn] === rule);
    if (!found || onColumn === undefined) throw new ExcelRefusal('policyUnreadable', { problem: rule });

    const before = found.cells[onColumn];
    sheet.getCell(row + found.row - 1, column + onColumn).values = [[on]];
    await context.sync();
    const { title, columns } = policySections.rules;
    const name = inForce.rules.find(({ id }) => id === rule)?.name[language] ?? rule;
    const header = columns.find(({ key }) => key === 'on')?.header[language] ?? 'on';
    await addToPolicyLog(
      context,
      sheet,
      [
        {
          when,
          section: title[language],
          row: name,
          column: header,
          from: before,
          to: on,
          format: 'General',
        },
      ],
      language,
    );
  });
}
