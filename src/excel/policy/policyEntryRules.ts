import type { Language } from '../../i18n/language';
import type { EntryRule } from '../../risk/policy/draft/policyEntries';
import type { PolicyLayout } from './policyLayout';

const refusals: Readonly<
  Record<Language, { readonly list: string; readonly atLeast: string; readonly between: string }>
> = {
  en: {
    list: 'Choose one of the list.',
    atLeast: 'Enter a number of {lowest} or more.',
    between: 'Enter a number from {lowest} to {highest}.',
  },
  zh: {
    list: '请从列表中选择。',
    atLeast: '请输入不小于 {lowest} 的数字。',
    between: '请输入 {lowest} 至 {highest} 之间的数字。',
  },
};

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
  const texts = refusals[language];
  const isOpen = rule.kind === 'list' && rule.isOpen;
  return { title: 'Tiercel', message: messageFor(), showAlert: !isOpen, style: 'Stop' };

  function messageFor(): string {
    if (rule.kind !== 'number') return texts.list;
    const text = Number.isFinite(rule.highest) ? texts.between : texts.atLeast;
    return text.replace('{lowest}', String(rule.lowest)).replace('{highest}', String(rule.highest));
  }
}
