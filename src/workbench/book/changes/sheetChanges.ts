/** Sheets that come, go and get other names. */
import { BookSheet } from '../bookSheet';
import { assertStructure, type BookState } from '../bookState';
import { BookError } from '../refusals';
import { renameInFormulas } from '../structure/rewriting';
import type { Sheet } from '../types';
import type { BookParts } from './bookParts';

/** Add a sheet at the end; without a name it gets the next free one. */
export function addSheet(
  { state, calculation, steps }: BookParts,
  name: string | undefined,
  kind: Sheet['kind'],
): BookSheet {
  assertStructure(state);
  const chosen = name ?? freeSheetName(state, kind === 'chart' ? 'Chart' : 'Sheet');
  assertSheetName(state, chosen, null);
  const sheet = new BookSheet(state.newId(), chosen, kind, state);
  steps.asOneStep(() => {
    state.sheets.push(sheet);
    calculation.sheetsChanged(chosen);
    calculation.run();
    state.emit({ kind: 'sheetAdded', sheet });
  });
  return sheet;
}

/** Give a sheet another name; formulas follow. */
export function renameSheet({ state, calculation, steps }: BookParts, sheet: BookSheet, name: string): void {
  if (sheet.name === name) return;
  assertStructure(state);
  assertSheetName(state, name, sheet);
  const before = sheet.name;
  steps.asOneStep(() => {
    sheet.name = name;
    steps.push(renameInFormulas(state, calculation, { kind: 'sheet', from: before, to: name }));
    calculation.sheetsChanged(before, name);
    calculation.run();
    state.emit({ kind: 'sheetChanged', sheet });
  });
}

/** Delete a sheet; formulas that refer to it show `#REF!`. As in Excel, it cannot be undone. */
export function deleteSheet({ state, calculation, steps, view }: BookParts, sheet: BookSheet): void {
  const { sheets } = state;
  assertStructure(state);
  if (!sheets.some(each => each !== sheet && each.visibility === 'Visible')) {
    throw new BookError('lastVisibleSheet');
  }
  const index = sheets.indexOf(sheet);
  sheets.splice(index, 1);
  sheet.isDeleted = true;
  renameInFormulas(state, calculation, { kind: 'sheet', from: sheet.name, to: null });
  const ownNames = state.names.filter(each => each.scope === sheet.id);
  for (const name of ownNames) state.names.splice(state.names.indexOf(name), 1);
  steps.forget();
  calculation.sheetRemoved(
    sheet,
    ownNames.map(({ name }) => name),
  );
  calculation.run();
  state.emit({ kind: 'sheetDeleted', sheet });
  if (sheet !== view.activeSheet) return;
  const next = [...sheets.slice(index), ...sheets.slice(0, index).reverse()];
  view.activate(next.find(each => each.visibility === 'Visible')!);
}

function freeSheetName(state: BookState, base: string): string {
  for (let number = 1; ; number++) {
    if (!state.sheetByName(`${base}${number}`)) return `${base}${number}`;
  }
}

function assertSheetName(state: BookState, name: string, except: BookSheet | null): void {
  const isValid = name.length > 0 && name.length <= 31 && !/[\\/?*[\]:]|^'|'$/.test(name);
  if (!isValid) throw new BookError('sheetNameInvalid', name);
  const other = state.sheetByName(name);
  if (other && other !== except) throw new BookError('sheetNameTaken', name);
}
