import { isError } from '../errorValue';
import type { CellValue } from '../types';
import type { BinaryOperator } from './syntax';

const collator = new Intl.Collator('en', { sensitivity: 'accent' });

/** Order two values as Excel does: numbers before texts before FALSE before TRUE; texts without regard to case. */
export function compareValues(first: CellValue, second: CellValue): number {
  const left = first === null ? emptyLike(second) : first;
  const right = second === null ? emptyLike(first) : second;
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right);
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  const difference = rank(left) - rank(right);
  return difference !== 0 ? difference : Number(left) - Number(right);
}

/** Answer one of the six comparisons. */
export function isTrue(operator: BinaryOperator, first: CellValue, second: CellValue): boolean {
  const order = compareValues(first, second);
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Numbers that agree in 15 significant digits are equal: 0.1+0.2=0.3. */
export function compareNumbers(first: number, second: number): number {
  if (first === second) return 0;
  const difference = first - second;
  const isNear = Math.abs(difference) <= Math.abs(first) * 1e-14;
  if (isNear && first.toPrecision(15) === second.toPrecision(15)) return 0;
  return difference;
}

function compareTexts(first: string, second: string): number {
  const [left, right] = [first.toLowerCase(), second.toLowerCase()];
  if (left === right) return 0;
  return collator.compare(left, right) || (left < right ? -1 : 1);
}

function emptyLike(other: CellValue): CellValue {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

function rank(value: CellValue): number {
  if (typeof value === 'number' || value === null) return 0;
  if (typeof value === 'string') return 1;
  return isError(value) ? 3 : 2;
}
