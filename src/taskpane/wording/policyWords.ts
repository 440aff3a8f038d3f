import { textsOf } from '../../i18n/bilingual';
import { textsIn } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import { formatDate } from '../../i18n/numbers';
import { policyEditorTexts } from '../../i18n/pane/policyEditor';
import { problemText } from '../../i18n/problems/problems';
import type { Cell } from '../../risk/ledger/ledger';
import { type MetricName, metricNames } from '../../risk/metrics/table/metric';
import { metricTitles } from '../../risk/metrics/table/metricTitles';
import {
  chosenOption,
  type FieldOption,
  fieldOf,
  type PolicyField,
  type PolicyRow,
} from '../../risk/policy/cells/policyFields';
import { policySections, type SectionId } from '../../risk/policy/cells/policySections';
import { shownCell } from '../../risk/policy/draft/enteredCell';
import type { DraftProblem } from '../../risk/policy/draft/policyDraft';

const isMetric = (code: string): code is MetricName => (metricNames as readonly string[]).includes(code);

/** Name an option of a field: metrics, which the sheet calls by their code, as the pane calls them, else as the sheet does. */
export const optionName = ({ code, label }: FieldOption, language: Language): string =>
  isMetric(code) && label.en === code ? metricTitles[code][language] : label[language];

/** Say what is wrong with a cell, without saying where: the text stands at the cell. */
export function fieldProblemText({ problem, doubt }: DraftProblem, language: Language): string {
  if (doubt !== null) return textsOf(policyEditorTexts).doubt[doubt];
  if (problem === null) return '';
  const { section, row, column, ...what } = problem.detail;
  const text = problemText({ ...problem, detail: what }, language).replace(/^[\s:：]+/, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Name a column of the policy. */
export const columnTitle = (section: SectionId, column: string, language: Language): string =>
  policySections[section].columns.find(({ key }) => key === column)?.header[language] ?? column;

/**
 * Write a value of the policy as its field shows it.
 *
 * @param row The row it belongs to.
 * @example policyValue('tiers', 'prepaymentShare', 0.35, row, 'en') //=> '35%'
 */
export function policyValue(
  section: SectionId,
  column: string,
  cell: Cell,
  row: PolicyRow,
  language: Language,
  is1904 = false,
): string {
  return writtenValue(cell, fieldOf(section, column, row), language, is1904);
}

function writtenValue(cell: Cell, field: PolicyField, language: Language, is1904: boolean): string {
  const words = textsIn(language);
  if (cell === '' || cell === null || cell === undefined) return textsOf(policyEditorTexts).emptyValue;
  if (typeof cell === 'boolean') return cell ? words.unit.yes : words.unit.no;
  if (field.kind === 'date' && typeof cell === 'number') return formatDate(cell, is1904, language);
  if (field.kind === 'choice') {
    const option = chosenOption(cell, field.options);
    if (option) return optionName(option, language);
  }
  return shownCell(cell, field);
}

/** Write a value of the change log by the format it has there. */
export function loggedValue(cell: Cell, format: string, language: Language, is1904 = false): string {
  if (format.includes('%')) return writtenValue(cell, { kind: 'number', unit: 'share' }, language, is1904);
  if (format.includes('yy')) return writtenValue(cell, { kind: 'date' }, language, is1904);
  return writtenValue(
    cell,
    { kind: 'number', unit: format.includes(',') ? 'money' : 'plain' },
    language,
    is1904,
  );
}
