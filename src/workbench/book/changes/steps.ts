import type { BookSheet } from '../bookSheet';
import type { BookState } from '../bookState';
import type { Calculation } from '../calculation/calculation';
import {
  type Furniture,
  isSameFurniture,
  isSameToFormulas,
  recordFurniture,
  restoreFurniture,
} from '../furniture';
import { History, type HistoryStep } from '../history';
import type { View } from './view';

/**
 * What was done to a book, step by step. Writers of cells push their own way back; all that stands beside the cells is
 * recorded around each step, so that undoing puts it back whoever changed it.
 */
export class Steps {
  readonly #history = new History();
  /** The furniture before the step that is being done; null between steps. */
  #before: { readonly furniture: Furniture; readonly appearance: number } | null = null;

  constructor(
    private readonly state: BookState,
    private readonly calculation: Calculation,
    private readonly view: View,
  ) {}

  /** Whether nothing is remembered: steps are being played back, or a file is being opened. */
  get isOff(): boolean {
    return this.#history.isOff;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  push(step: HistoryStep): void {
    this.#history.push(step);
  }

  undo(): void {
    this.#history.undo();
  }

  redo(): void {
    this.#history.redo();
  }

  withoutSteps(work: () => void): void {
    this.#history.withoutSteps(work);
  }

  forget(): void {
    this.#history.clear();
    if (this.#before) this.#noteFurniture();
  }

  asOneStep(work: () => void): void {
    if (this.#history.isWithinStep) {
      work();
      return;
    }
    this.#history.asOneStep(() => {
      this.#noteFurniture();
      try {
        work();
      } finally {
        this.#settleFurniture();
      }
    });
  }

  /** Change what stands on a sheet beside its cells. */
  furnish(sheet: BookSheet, change: () => void): void {
    this.asOneStep(() => {
      change();
      this.state.appearanceChanged(sheet);
    });
  }

  #noteFurniture(): void {
    this.#before = { furniture: recordFurniture(this.state), appearance: this.state.appearance };
  }

  /** Whatever the parts of a step do to tables and sheets when they are played back, in the end all is as it was recorded. */
  #settleFurniture(): void {
    const { furniture: before, appearance } = this.#before!;
    this.#before = null;
    const isTouched =
      appearance !== this.state.appearance ||
      before.sheets.length !== this.state.sheets.length ||
      before.sheets.some(({ thing }, index) => thing !== this.state.sheets[index]);
    if (!isTouched) return;
    const after = recordFurniture(this.state);
    if (isSameFurniture(before, after)) return;
    const putAfter = (): void => this.#putBack(after);
    this.#history.enclose(
      { undo: () => this.#putBack(before), redo: putAfter },
      { undo: () => undefined, redo: putAfter },
    );
  }

  #putBack(furniture: Furniture): void {
    const isSame = isSameToFormulas(furniture, recordFurniture(this.state));
    const { added, removed } = restoreFurniture(this.state, furniture);
    if (!isSame) {
      this.calculation.structureChanged();
      this.calculation.run();
    }
    for (const sheet of added) this.state.emit({ kind: 'sheetAdded', sheet });
    for (const sheet of removed) this.state.emit({ kind: 'sheetDeleted', sheet });
    this.view.leaveUnseen();
    for (const sheet of this.state.sheets) this.state.appearanceChanged(sheet);
  }
}
