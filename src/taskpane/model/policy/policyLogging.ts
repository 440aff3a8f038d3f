import type { LoggedChange } from '../../../excel/policy/policyLog';
import type { Language } from '../../../i18n/language';
import { serialOfDay } from '../../../i18n/numbers';
import { policySections } from '../../../risk/policy/cells/policySections';
import type { PolicyChange } from '../../../risk/policy/policyChanges';

const millisecondsPerDay = 86_400_000;

/** Say changes of the policy as the log on its sheet keeps them: when, in which table, row and column, from what to what. */
export function loggedChanges(
  changes: readonly PolicyChange[],
  now: Date,
  language: Language,
): readonly LoggedChange[] {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const day = serialOfDay(now.getFullYear(), now.getMonth() + 1, now.getDate(), false);
  const when = day + (now.getTime() - midnight.getTime()) / millisecondsPerDay;
  return changes.map(({ section, row, column, from, to, format }) => ({
    when,
    section: policySections[section].title[language],
    row,
    column: policySections[section].columns.find(({ key }) => key === column)!.header[language],
    from,
    to,
    format,
  }));
}
