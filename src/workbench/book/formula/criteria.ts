import { errorFromCode, isError } from '../errorValue';
import type { DisplayOptions } from '../numberFormat';
import type { CellValue } from '../types';
import { numberFromText } from './coercion';
import { compareNumbers, compareValues } from './comparison';

type Operator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A condition of SUMIFS and its kin, read from its argument. */
export interface Criterion {
  readonly operator: Operator;
  /** What cells are compared with; null means empty cells. */
  readonly operand: number | string | boolean | null;
  /** For texts with `*` or `?`. */
  readonly pattern: RegExp | null;
  readonly errorCode: string | null;
  /** `=""` and `<>""` differ from `=` and `<>`: an empty text counts as empty. */
  readonly countsEmptyText: boolean;
}

/**
 * Read a condition: `5`, `"Late"`, `">=30"`, `"<>"`, `"Bak*"`. An empty cell as a condition means 0.
 */
export function parseCriterion(value: CellValue | undefined, options: DisplayOptions): Criterion {
  const plain = { pattern: null, errorCode: null, countsEmptyText: false };
  if (isError(value)) return { ...plain, operator: '=', operand: '', errorCode: value.error };
  if (value === null || value === undefined) return { ...plain, operator: '=', operand: 0 };
  if (typeof value !== 'string') return { ...plain, operator: '=', operand: value };
  const match = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(value)!;
  const operator = (match[1] ?? '=') as Operator;
  const rest = match[2];
  if (rest === '') return { ...plain, operator, operand: null, countsEmptyText: match[1] === undefined };
  const code = errorFromCode(rest);
  if (code) return { ...plain, operator, operand: '', errorCode: code.error };
  if (/^(true|false)$/i.test(rest)) return { ...plain, operator, operand: rest.toLowerCase() === 'true' };
  const number = numberFromText(rest, options);
  if (number !== null) return { ...plain, operator, operand: number };
  return { ...plain, operator, operand: rest, pattern: wildcardPattern(rest) };
}

/** Texts with `*`, `?` or `~` as an expression for whole texts; null for plain ones. */
export function wildcardPattern(text: string): RegExp | null {
  if (!/[*?~]/.test(text)) return null;
  let source = '';
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '~' && /[*?~]/.test(text[index + 1] ?? '')) source += escaped(text[++index]);
    else if (character === '*') source += '[\\s\\S]*';
    else if (character === '?') source += '[\\s\\S]';
    else source += escaped(character);
  }
  return new RegExp(`^${source}$`, 'iu');
}

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** True where a cell meets the condition. */
export function isMet(criterion: Criterion, cell: CellValue, options: DisplayOptions): boolean {
  const isNegated = criterion.operator === '<>';
  if (criterion.errorCode !== null) {
    return (isError(cell) && cell.error === criterion.errorCode) !== isNegated;
  }
  if (criterion.operand === null) {
    const isEmpty = cell === null || (criterion.countsEmptyText && cell === '');
    if (criterion.operator === '=') return isEmpty;
    return isNegated && !isEmpty;
  }
  if (criterion.operator === '=') return equals(criterion, cell, options);
  if (isNegated) return !equals(criterion, cell, options);
  return isOrdered(criterion, cell);
}

function equals(criterion: Criterion, cell: CellValue, options: DisplayOptions): boolean {
  const { operand, pattern } = criterion;
  if (typeof operand === 'number') {
    if (typeof cell === 'number') return compareNumbers(cell, operand) === 0;
    return typeof cell === 'string' && cell !== '' && numberFromText(cell, options) === operand;
  }
  if (typeof operand === 'boolean') return cell === operand;
  if (typeof cell !== 'string') return false;
  return pattern ? pattern.test(cell) : cell.toLowerCase() === operand!.toLowerCase();
}

/** Only cells of the operand's own kind are smaller or larger than it. */
function isOrdered(criterion: Criterion, cell: CellValue): boolean {
  if (cell === null || typeof cell !== typeof criterion.operand) return false;
  const order = compareValues(cell, criterion.operand);
  if (criterion.operator === '<') return order < 0;
  if (criterion.operator === '<=') return order <= 0;
  return criterion.operator === '>' ? order > 0 : order >= 0;
}
