import { type BookSheet, cellKey } from '../bookSheet';
import type { BookState } from '../bookState';
import type { FormulaCell } from '../calculation/formulaCell';

/** The texts of all formulas that a move changes, to put them back by where they are: a cell may have come anew since. */
export class FormulaTexts {
  #before: { readonly cell: FormulaCell; readonly text: string }[];
  #moved: {
    readonly sheet: BookSheet;
    readonly key: number;
    readonly text: string;
    readonly before: string;
  }[] = [];
  #kept: { readonly cell: FormulaCell; readonly text: string }[] = [];

  constructor(state: BookState) {
    this.#before = state.sheets.flatMap(sheet =>
      [...sheet.formulas.values()].map(cell => ({ cell, text: cell.text })),
    );
  }

  /** Look what the move changed; gives the cells. */
  noteMoved(): FormulaCell[] {
    const changed = this.#before.filter(
      ({ cell, text }) =>
        cell.text !== text && cell.sheet.formulas.get(cellKey(cell.row, cell.column)) === cell,
    );
    this.#moved = changed.map(({ cell: { sheet, row, column, text }, text: before }) => ({
      sheet,
      key: cellKey(row, column),
      text,
      before,
    }));
    this.#before = [];
    return changed.map(({ cell }) => cell);
  }

  noteKept(): void {
    this.#kept = this.#moved.flatMap(({ sheet, key, text, before }) => {
      const cell = sheet.formulas.get(key);
      return cell?.text === text ? [{ cell, text: before }] : [];
    });
  }

  restore(): void {
    for (const { cell, text } of this.#kept) cell.text = text;
  }

  /** Write the texts of before where the changed ones still stand. */
  takeBack(): void {
    this.#exchange('text', 'before');
  }

  putAgain(): void {
    this.#exchange('before', 'text');
  }

  #exchange(from: 'text' | 'before', to: 'text' | 'before'): void {
    for (const moved of this.#moved) {
      const cell = moved.sheet.formulas.get(moved.key);
      if (cell?.text === moved[from]) cell.text = moved[to];
    }
  }
}
