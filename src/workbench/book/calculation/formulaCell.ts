import type { BookSheet } from '../bookSheet';
import type { Area } from '../types';

/** A cell with a formula, and what calculating it has to remember. */
export class FormulaCell {
  /** The area its array fills, when that is more than its own cell. */
  spill: Area | null = null;
  /** The area its array would fill, were nothing in the way. */
  wanted: Area | null = null;

  constructor(
    readonly sheet: BookSheet,
    public row: number,
    public column: number,
    public text: string,
  ) {}
}
