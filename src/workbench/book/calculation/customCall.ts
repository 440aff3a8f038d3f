import type { EntityCard } from '../entityCard';
import type { Matrix } from '../formula/value';
import type { CellValue, CustomFunctionArgument, WaitingForAnswer } from '../types';

/** A call of a custom function in a cell, and its answer once that has come. */
export interface CustomCall extends WaitingForAnswer {
  readonly ordinal: number;
  readonly name: string;
  readonly args: readonly CustomFunctionArgument[];
  answer: CellValue | Matrix;
  /** Of the things with properties among the answer. */
  cards: readonly EntityCard[];
  isOpen: boolean;
  /** The evaluation of the cell that last used it. */
  usedIn: number;
}
