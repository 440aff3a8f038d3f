import type { Language } from '../../i18n/language';
import { policySheetTexts } from '../../i18n/sheets/policySheet';
import type { EntryRule } from '../../risk/policy/draft/policyEntries';
import type { PolicyLayout } from './policyLayout';

/**
 * Let Excel watch over what is entered into the policy: lists to choose from and bounds, as native data validation. What
 * gets past it, such as pasted cells, is found when the policy is read. The caller syncs.
 *
 * @param tierLetters The cells of the tiers' letters, as a formula.
 */
export function addEntryRules(
  sheet: Excel.Worksheet,
  layout: PolicyLayout,
  tierLetters: string,
  language: Language,
): void {
  for (const { block, headerRow } of layout.placed) {
    for (const { row, rowCount, column, rule } of block.entries) {
      const { dataValidation } = sheet.getRangeByIndexes(headerRow + 1 + row, column, rowCount, 1);
      dataValidation.rule = nativeRule(rule, tierLetters);
      dataValidation.errorAlert = alertFor(rule, language);
    }
  }
}

function nativeRule(rule: EntryRule, tierLetters: string): Excel.DataValidationRule {
  if (rule.kind === 'number') {
    const { lowest, highest } = rule;
    const decimal = Number.isFinite(highest)
      ? { formula1: lowest, formula2: highest, operator: 'Between' as const }
      : { formula1: lowest, operator: 'GreaterThanOrEqualTo' as const };
    return { decimal };
  }
  const source = rule.kind === 'tier' ? tierLetters : rule.options.map(entered).join(',');
  return { list: { inCellDropDown: true, source } };
}

/** As a user types it: Excel reads TRUE and FALSE of a list as the values. */
const entered = (option: string | boolean): string =>
  typeof option === 'boolean' ? String(option).toUpperCase() : option;

function alertFor(rule: EntryRule, language: Language): Excel.DataValidationErrorAlert {
  const isOpen = rule.kind === 'list' && rule.isOpen;
  return { title: 'Tiercel', message: refusalOf(rule, language), showAlert: !isOpen, style: 'Stop' };
}

function refusalOf(rule: EntryRule, language: Language): string {
  const { notListed, below, outside } = policySheetTexts[language].refusals;
  if (rule.kind !== 'number') return notListed;
  return Number.isFinite(rule.highest) ? outside(rule.lowest, rule.highest) : below(rule.lowest);
}
