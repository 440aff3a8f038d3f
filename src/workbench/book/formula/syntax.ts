import type { CellValue } from '../types';
import type { WrittenArea } from './token';

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/** What part of a table a structured reference means. */
export interface StructuredPart {
  readonly table: string;
  readonly rows: readonly ('#All' | '#Data' | '#Headers' | '#Totals' | '#This Row')[];
  /** First and last column by header; null for all columns. */
  readonly columns: readonly [string, string] | null;
}

/** The tree of a formula. */
export type Node =
  | { readonly type: 'constant'; readonly value: CellValue }
  | { readonly type: 'missing' }
  | { readonly type: 'array'; readonly rows: readonly (readonly CellValue[])[] }
  | { readonly type: 'reference'; readonly sheet: string | null; readonly written: WrittenArea }
  | { readonly type: 'name'; readonly sheet: string | null; readonly name: string }
  | { readonly type: 'structured'; readonly part: StructuredPart }
  | { readonly type: 'spill'; readonly anchor: Node }
  | { readonly type: 'range' | 'intersection'; readonly left: Node; readonly right: Node }
  | { readonly type: 'union'; readonly parts: readonly Node[] }
  | { readonly type: 'unary'; readonly operator: '+' | '-' | '%' | '@'; readonly operand: Node }
  | {
      readonly type: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Node;
      readonly right: Node;
    }
  | CallNode
  | { readonly type: 'apply'; readonly target: Node; readonly args: readonly Node[] };

export interface CallNode {
  readonly type: 'call';
  /** Upper case, without `_xlfn.`. */
  readonly name: string;
  readonly args: readonly Node[];
  /** Which call of the formula it is, in reading order. */
  readonly ordinal: number;
}
