import type { FormulaCell } from '../calculation/formulaCell';
import type { RangeReader } from '../calculation/rangeReader';
import type { DefinedName } from '../types';
import type { Standpoint } from './resolve';
import type { CallNode, Node } from './syntax';
import type { Reference, Value, Variables } from './value';

/** What evaluating a formula needs besides its tree. */
export interface Scope extends Standpoint {
  readonly reader: RangeReader;
  /** Gives what a defined name means, from before where it cannot have changed since. */
  readonly names: { value(name: DefinedName, evaluate: () => Value): Value };
  /** The cell whose formula it is; null for conditional formats and formulas outside cells. */
  readonly cell: FormulaCell | null;
  readonly variables: Variables | null;
  /** How deep names, LET and LAMBDA have led: a name that means itself must end. */
  readonly depth: number;
  /** Evaluate a part of the formula: functions that decide themselves what they need are called by it, and call it. */
  readonly evaluate: (node: Node, scope: Scope) => Value;
  /** Ask the add-in, or what it answered before. */
  readonly callCustom: (node: CallNode, args: readonly Value[], scope: Scope) => Value;
  /** Remember cells that were found while evaluating (OFFSET, INDIRECT), since no text names them. */
  readonly foundReference: (reference: Reference) => void;
}
