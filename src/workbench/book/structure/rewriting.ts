/** Formulas that are written anew wherever they stand, as what they refer to has another name or size. */
import type { BookSheet } from '../bookSheet';
import type { BookState } from '../bookState';
import type { Calculation } from '../calculation/calculation';
import type { FormulaCell } from '../calculation/formulaCell';
import { rewriteReferences } from '../chart/chart';
import { rewriteValidation } from '../dataValidations';
import { BookName } from '../definedNames';
import { growReferences, renameColumn, renameNames, renameSheetReferences } from '../formula/rewrite';
import type { HistoryStep } from '../history';
import { tableAt } from '../tables';
import type { Area } from '../types';
import { FormulaTexts } from './formulaTexts';
import { rewriteLink } from './linkedPlace';

export type Renaming =
  | { readonly kind: 'sheet'; readonly from: string; readonly to: string | null }
  | { readonly kind: 'name'; readonly from: string; readonly to: string }
  | { readonly kind: 'column'; readonly table: string; readonly from: string; readonly to: string };

/** Write a new name of a sheet, table, table column or name into every formula. Gives the way back of those in cells. */
export function renameInFormulas(
  state: BookState,
  calculation: Calculation,
  renaming: Renaming,
): HistoryStep {
  const named = withoutQuotes(renaming.from);
  return rewriteWithWayBack(state, calculation, (formula, place) => {
    // Most formulas do not mention it, and splitting them into tokens costs a hundred times as much as this look.
    if (!withoutQuotes(formula).includes(named)) return formula;
    switch (renaming.kind) {
      case 'sheet':
        return renameSheetReferences(formula, renaming.from, renaming.to);
      case 'name':
        return renameNames(formula, renaming.from, renaming.to);
      case 'column': {
        const { table, from, to } = renaming;
        const own = place.cell && tableAt(place.cell.sheet, place.cell.row, place.cell.column);
        return renameColumn(formula, table, from, to, own?.name === table);
      }
    }
  });
}

/** Sheets are quoted and columns escaped by the same sign, which a name may have itself. */
function withoutQuotes(text: string): string {
  return text.toLowerCase().replaceAll("'", '');
}

/** Let every reference to all rows of a table reach over those it took in at its end. Gives the way back of those in cells. */
export function growInFormulas(
  state: BookState,
  calculation: Calculation,
  sheet: BookSheet,
  bodyBefore: Area,
  added: number,
): HistoryStep {
  const lastRow = String(bodyBefore.row + bodyBefore.rowCount);
  return rewriteWithWayBack(state, calculation, (formula, place) =>
    // As in `renameInFormulas`: a reference that is meant names the table's last row.
    formula.includes(lastRow)
      ? growReferences(formula, place.sheetName, sheet.name, bodyBefore, added)
      : formula,
  );
}

function rewriteWithWayBack(state: BookState, calculation: Calculation, rewritten: Rewriter): HistoryStep {
  const texts = new FormulaTexts(state);
  const names = rewriteAll(state, rewritten);
  calculation.formulasRewritten(texts.noteMoved(), names);
  const turn = (take: () => void) => (): void => {
    take();
    calculation.structureChanged();
    calculation.run();
  };
  return { undo: turn(() => texts.takeBack()), redo: turn(() => texts.putAgain()) };
}

/** Where a formula stands: references without a sheet mean that one; the cell where it is in one. */
interface FormulaPlace {
  readonly sheetName: string;
  readonly cell: FormulaCell | null;
}

type Rewriter = (formula: string, place: FormulaPlace) => string;

/** Write every formula anew, wherever it stands; gives the names whose formulas have changed. */
function rewriteAll(state: BookState, rewritten: Rewriter): string[] {
  for (const sheet of state.sheets) {
    const onSheet = (formula: string): string => rewritten(formula, { sheetName: sheet.name, cell: null });
    for (const cell of sheet.formulas.values()) {
      cell.text = rewritten(cell.text, { sheetName: sheet.name, cell });
    }
    for (const rule of sheet.conditionalFormats) rule.formula = onSheet(rule.formula);
    for (const chart of sheet.charts) rewriteReferences(chart, onSheet);
    for (const validation of sheet.dataValidations) rewriteValidation(validation, onSheet);
    for (const link of sheet.hyperlinks) rewriteLink(link, onSheet);
  }
  const names: string[] = [];
  for (const name of state.names) {
    if (!(name instanceof BookName)) continue;
    const sheetName = state.sheets.find(({ id }) => id === name.scope)?.name ?? '';
    const formula = rewritten(name.formula, { sheetName, cell: null });
    if (formula === name.formula) continue;
    name.moveFormula(formula);
    names.push(name.name);
  }
  return names;
}
