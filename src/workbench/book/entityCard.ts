/** A thing with properties that a custom function gave for a cell: the cell shows its text, a card the rest. */
import type { CellValue } from './cellValue';

export interface CardProperty {
  readonly name: string;
  readonly value: CellValue;
  readonly numberFormat: string;
}

export interface CardSection {
  readonly title: string;
  readonly properties: readonly CardProperty[];
}

export interface EntityCard {
  /** What the cell shows. */
  readonly text: string;
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly CardSection[];
  /** Whose data it is, or `''`. */
  readonly provider: string;
}

/** What a call of a custom function gave when things with properties are among it: each stands as its text. */
export class AnswerWithCards {
  constructor(
    readonly value: CellValue | CellValue[][],
    readonly cards: readonly EntityCard[],
  ) {}
}
