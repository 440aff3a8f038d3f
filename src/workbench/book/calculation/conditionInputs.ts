import type { BookState } from '../bookState';
import { findName } from '../definedNames';
import { isError } from '../errorValue';
import { resolveReference, type Standpoint } from '../formula/resolve';
import type { Node } from '../formula/syntax';
import { Reference } from '../formula/value';
import type { NameValues } from './nameValues';
import { childrenOf } from './precedents';

type ReferenceNode = Node & { type: 'reference' };

/** Functions that give the same for the same values, wherever the cells stand. */
const functionsOfValues: ReadonlySet<string> = new Set(
  (
    'IF IFS IFERROR IFNA AND OR NOT XOR TRUE FALSE N ' +
    'ISNUMBER ISTEXT ISNONTEXT ISBLANK ISLOGICAL ISERROR ISERR ISNA ' +
    'ABS INT MOD ROUND ROUNDUP ROUNDDOWN SIGN MIN MAX SUM AVERAGE COUNT COUNTA COUNTBLANK SUMPRODUCT ' +
    'SUMIFS COUNTIF COUNTIFS AVERAGEIFS MINIFS MAXIFS MATCH VLOOKUP HLOOKUP XLOOKUP ' +
    'SEARCH FIND LEN LEFT RIGHT MID TRIM LOWER UPPER EXACT VALUE ' +
    'DATE YEAR MONTH DAY WEEKDAY DATEVALUE EDATE EOMONTH'
  ).split(' '),
);

/**
 * The cells, relative to where a condition stands, whose values alone decide it as long as no other cell changes; null
 * where more than values decides. A rule over a ledger looks at the row's customer: twelve thousand rows of four hundred
 * customers need four hundred answers.
 */
export function conditionInputs(
  tree: Node,
  state: BookState,
  names: NameValues,
  sheetId: string,
): readonly ReferenceNode[] | null {
  const inputs = new Map<string, ReferenceNode>();
  const isDecidedByValues = (node: Node): boolean => {
    switch (node.type) {
      case 'reference': {
        if (isAbsolute(node)) return true;
        inputs.set(JSON.stringify(node), node);
        return node.written.shape === 'cell';
      }
      case 'name': {
        const sheet = node.sheet === null ? { id: sheetId } : state.sheetByName(node.sheet);
        const name = sheet && findName(state, node.name, sheet.id);
        return name !== null && names.isSteady(name);
      }
      case 'structured':
      case 'range':
      case 'intersection':
      case 'union':
      case 'spill':
      case 'apply':
        return false;
      case 'unary':
        return node.operator !== '@' && isDecidedByValues(node.operand);
      case 'call':
        return functionsOfValues.has(node.name) && node.args.every(isDecidedByValues);
      default:
        return childrenOf(node).every(isDecidedByValues);
    }
  };
  return isDecidedByValues(tree) ? [...inputs.values()] : null;
}

/** The values of the inputs at a standpoint as one text, equal where the condition must come out equal. */
export function inputKey(inputs: readonly ReferenceNode[], at: Standpoint): string {
  let key = '';
  for (const { written, sheet } of inputs) {
    const found = resolveReference(written, sheet, at);
    const value = found instanceof Reference ? found.sheet.value(found.area.row, found.area.column) : found;
    key += isError(value) ? `e${value.error}\n` : `${typeof value}${value}\n`;
  }
  return key;
}

function isAbsolute({ written: { from, to } }: ReferenceNode): boolean {
  return from.isRowFixed && from.isColumnFixed && to.isRowFixed && to.isColumnFixed;
}
