import { errors } from '../../errorValue';
import type { CellValue } from '../../types';
import { finite } from '../coercion';
import { eager, type FunctionDefinition, lifted } from './definition';

/** Rounding and other functions of single numbers. */
export const arithmeticFunctions: readonly FunctionDefinition[] = [
  lifted('ROUND', 2, 2, cells => roundedBy(cells.number(0), cells.whole(1), Math.round)),
  lifted('ROUNDUP', 2, 2, cells => roundedBy(cells.number(0), cells.whole(1), Math.ceil)),
  lifted('ROUNDDOWN', 2, 2, cells => roundedBy(cells.number(0), cells.whole(1), Math.floor)),
  lifted('TRUNC', 1, 2, cells => roundedBy(cells.number(0), cells.whole(1), Math.floor)),
  lifted('INT', 1, 1, cells => Math.floor(cells.number(0))),
  lifted('ABS', 1, 1, cells => Math.abs(cells.number(0))),
  lifted('SIGN', 1, 1, cells => Math.sign(cells.number(0))),
  lifted('MOD', 2, 2, cells => {
    const [number, divisor] = [cells.number(0), cells.number(1)];
    return divisor === 0 ? errors.divideByZero : number - divisor * Math.floor(number / divisor);
  }),
  lifted('QUOTIENT', 2, 2, cells =>
    cells.number(1) === 0 ? errors.divideByZero : Math.trunc(cells.number(0) / cells.number(1)),
  ),
  lifted('POWER', 2, 2, cells => finite(cells.number(0) ** cells.number(1))),
  lifted('SQRT', 1, 1, cells => (cells.number(0) < 0 ? errors.number : Math.sqrt(cells.number(0)))),
  lifted('EXP', 1, 1, cells => finite(Math.exp(cells.number(0)))),
  lifted('LN', 1, 1, cells => logarithm(cells.number(0), Math.E)),
  lifted('LOG10', 1, 1, cells => logarithm(cells.number(0), 10)),
  lifted('LOG', 1, 2, cells => logarithm(cells.number(0), cells.number(1, 10))),
  eager('PI', 0, 0, () => Math.PI),
  eager('RAND', 0, 0, () => Math.random()),
  lifted('RANDBETWEEN', 2, 2, cells => {
    const [low, high] = [Math.ceil(cells.number(0)), Math.floor(cells.number(1))];
    return low > high ? errors.number : low + Math.floor(Math.random() * (high - low + 1));
  }),
  lifted('MROUND', 2, 2, cells => stepped(cells.number(0), cells.number(1), Math.round)),
  lifted('CEILING', 2, 2, cells => stepped(cells.number(0), cells.number(1), Math.ceil)),
  lifted('FLOOR', 2, 2, cells => stepped(cells.number(0), cells.number(1), Math.floor)),
  lifted('CEILING.MATH', 1, 3, cells => stepped(cells.number(0), cells.number(1, 1), Math.ceil)),
  lifted('FLOOR.MATH', 1, 3, cells => stepped(cells.number(0), cells.number(1, 1), Math.floor)),
  lifted('EVEN', 1, 1, cells => awayFromZero(cells.number(0), size => Math.ceil(size / 2) * 2)),
  lifted('ODD', 1, 1, cells => awayFromZero(cells.number(0), size => Math.ceil((size + 1) / 2) * 2 - 1)),
];

/**
 * Round the size of a number at a decimal place. The shift goes through decimal text: 1.005 × 100 is 100.49999999999999
 * in binary, and Excel's ROUND(1.005, 2) is 1.01.
 */
function roundedBy(value: number, digits: number, round: (size: number) => number): number {
  const size = shifted(Math.abs(value), digits);
  const exact = Number(size.toPrecision(15));
  return Math.sign(value) * shifted(round(exact), -digits);
}

function shifted(value: number, digits: number): number {
  const [mantissa, exponent = '0'] = value.toExponential().split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

function stepped(value: number, step: number, round: (steps: number) => number): CellValue {
  if (step === 0) return 0;
  if (value > 0 && step < 0) return errors.number;
  return Number((round(Number((value / step).toPrecision(15))) * step).toPrecision(15));
}

function awayFromZero(value: number, round: (size: number) => number): number {
  return Math.sign(value) * round(Math.abs(value));
}

function logarithm(value: number, base: number): CellValue {
  if (value <= 0 || base <= 0) return errors.number;
  if (base === 1) return errors.divideByZero;
  if (base === 10) return Math.log10(value);
  return base === Math.E ? Math.log(value) : Math.log(value) / Math.log(base);
}
