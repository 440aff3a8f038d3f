/** The numbers by which accounts know a customer: texts such as `00123` and `C-10/7`, and cells with a number. */
import { isErrorCell, plainText } from '../cell';
import type { Cell } from '../ledger';
import { customerKey } from './customerName';

/** Between the numbers of one customer. No number has it: systems write slashes without spaces. */
export const betweenNumbers = ' / ';

/** A name with more numbers than this stands for many customers, such as `Cash sales`: none of them is its own. */
const mostNumbers = 8;

/** Write the number of a cell as plain text; `''` where it holds none. */
export const numberText = (cell: Cell): string => (isErrorCell(cell) ? '' : plainText(cell));

/** A number without the zeros before it: systems pad them to a width, and Excel takes them away from what it takes for a number. */
export const withoutZeros = (number: string): string =>
  /^0+\d+$/.test(number) ? number.replace(/^0+(?=\d)/, '') : number;

/**
 * Make the key by which two numbers in the rows of one customer are the same: half-width, no case, no zeros before them.
 *
 * @example numberKey('00123') === numberKey('123') //=> true
 */
export const numberKey = (number: string): string => withoutZeros(customerKey(number));

/**
 * Write all numbers of one customer, the shortest first; `''` where they are too many to be one customer's.
 *
 * @example writeNumbers(['20077', '10023']) //=> '10023 / 20077'
 */
export function writeNumbers(numbers: readonly string[]): string {
  if (numbers.length > mostNumbers) return '';
  const byLength = (one: string, other: string) => one.length - other.length || (one < other ? -1 : 1);
  return numbers.toSorted(byLength).join(betweenNumbers);
}

/**
 * List the numbers of a customer apart, as `writeNumbers` wrote them together.
 *
 * @example numbersIn('10023 / 20077') //=> ['10023', '20077']
 */
export const numbersIn = (written: string): readonly string[] =>
  written === '' ? [] : written.includes(betweenNumbers) ? written.split(betweenNumbers) : [written];

/**
 * Tell whether the numbers of two records make them two customers: both have numbers, and none in common. A number beside none says nothing.
 *
 * @example areTwoCustomers('10023', '10023 / 20077') //=> false
 */
export function areTwoCustomers(one: string, other: string): boolean {
  if (one === '' || other === '' || one === other) return false;
  const keys = new Set(numbersIn(one).map(numberKey));
  return !numbersIn(other).some(number => keys.has(numberKey(number)));
}
