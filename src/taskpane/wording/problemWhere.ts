import type { ExcelProblem } from '../../excel/contract';
import { textsIn } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import { problemText, problemTexts } from '../../i18n/problems/problems';
import type { ProblemKey } from '../../risk/problem';

const isProblemKey = (key: unknown): key is ProblemKey =>
  typeof key === 'string' && Object.hasOwn(problemTexts, key);

/** It may be a sheet that Tiercel made: the user sees another one. */
const isOfSheet: ReadonlySet<ExcelProblem['key']> = new Set(['sheetProtected', 'recordsUnreadable']);

/**
 * Say where exactly a problem lies, as far as Excel or the policy reader told: the policy's row, an address, a sheet, else Office's own
 * message for whoever is asked for help. `''` when nothing more is known.
 */
export function problemWhere(problem: ExcelProblem, language: Language): string {
  const { detail } = problem;
  if (isProblemKey(detail.problem)) {
    return problemText({ code: 'value', key: detail.problem, detail }, language);
  }
  const isInTheWay = problem.key === 'noFreeColumns' || problem.key === 'columnsEdited';
  if (isInTheWay && detail.address !== undefined) {
    return textsIn(language).problem.where(String(detail.address));
  }
  if (isOfSheet.has(problem.key) && detail.sheet !== undefined) {
    return textsIn(language).problem.where(String(detail.sheet));
  }
  if (problem.key === 'unexpected') {
    return [detail.code, detail.message, detail.location].filter(Boolean).join(' · ');
  }
  return '';
}
