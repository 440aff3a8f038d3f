import { type BookSheet, cellKey } from '../bookSheet';
import type { Node } from '../formula/syntax';
import type { Reference } from '../formula/value';
import type { Area } from '../types';
import type { CustomCall } from './customCall';

/** How many cells an array formula fills that was entered with Ctrl+Shift+Enter. */
export interface ArraySize {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** A cell with a formula, and what calculating it has to remember. */
export class FormulaCell {
  /** The area its array fills, when that is more than its own cell. */
  spill: Area | null = null;
  /** The area its array would fill, were nothing in the way. */
  wanted: Area | null = null;
  /** Of an array formula that was entered with Ctrl+Shift+Enter: the cells it fills, whatever the size of its answer. */
  array: ArraySize | null = null;
  /** Null when the text is no formula; `problem` says why. */
  tree: Node | null = null;
  problem = '';
  isVolatile = false;
  /** Names, tables and sheets its text mentions, in lower case. */
  mentions: readonly string[] = [];
  /** Single cells and ranges it reads, as the graph has them. */
  singles: readonly { readonly sheet: BookSheet; readonly key: number }[] = [];
  ranges: readonly RangeNode[] = [];
  /** Ranges that only evaluating found (OFFSET, INDIRECT). */
  found: readonly Reference[] = [];
  calls: CustomCall[] = [];
  /** The last pass that put it in order, its number there, and whether what it reads is still being looked at. */
  pass = 0;
  number = 0;
  isOpen = false;
  isCircular = false;

  constructor(
    readonly sheet: BookSheet,
    public row: number,
    public column: number,
    public text: string,
  ) {}
}

/** A range that formulas read: one node, however many read it. */
export class RangeNode {
  readonly dependents = new Set<FormulaCell>();
  pass = 0;
  number = 0;
  isOpen = false;
  markedIn = 0;

  constructor(
    readonly sheet: BookSheet,
    readonly area: Area,
  ) {}
}

/** Whether the cell is still the one at its place: another formula, or none, may have come there. */
export const isInPlace = (cell: FormulaCell): boolean =>
  !cell.sheet.isDeleted && cell.sheet.formulas.get(cellKey(cell.row, cell.column)) === cell;
