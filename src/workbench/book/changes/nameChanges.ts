/** Names that come and go. */
import type { BookSheet } from '../bookSheet';
import { assertFreeScopedName, BookName } from '../definedNames';
import { BookError } from '../refusals';
import type { DefinedName } from '../types';
import type { BookParts } from './bookParts';

/** Define a name, for one sheet or (null) for the workbook. */
export function addName(
  { state, calculation, steps, view }: BookParts,
  name: string,
  formula: string,
  scope: BookSheet | null,
): DefinedName {
  assertFreeScopedName(state, name, scope);
  const recalculate = (changed: string): void => {
    calculation.namesChanged(changed);
    calculation.run();
  };
  const added = new BookName(name, formula, scope?.id ?? null, recalculate);
  steps.furnish(scope ?? view.activeSheet, () => {
    state.names.push(added);
    recalculate(name);
  });
  return added;
}

/** Remove a name; formulas that mention it show `#NAME?`. */
export function removeName({ state, calculation, steps, view }: BookParts, name: DefinedName): void {
  if (!state.names.includes(name)) throw new BookError('nameMissing', name.name);
  steps.furnish(view.activeSheet, () => {
    state.names.splice(state.names.indexOf(name), 1);
    calculation.namesChanged(name.name);
    calculation.run();
  });
}
