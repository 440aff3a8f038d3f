import type { ExcelProblem } from '../../excel/contract';
import { textsIn } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import { problemText, problemTexts } from '../../i18n/problems/problems';
import type { ProblemKey } from '../../risk/problem';

const isProblemKey = (key: unknown): key is ProblemKey =>
  typeof key === 'string' && Object.hasOwn(problemTexts, key);

/**
 * Say where exactly a problem lies, as far as Excel or the policy reader told: the policy's row, an address, else Office's own
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
  if (problem.key === 'unexpected') {
    return [detail.code, detail.message, detail.location].filter(Boolean).join(' · ');
  }
  return '';
}
