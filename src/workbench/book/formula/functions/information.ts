import { errorNumbers, errors, isBusy, isError } from '../../errorValue';
import type { CellValue } from '../../types';
import { Matrix } from '../value';
import { eager, type FunctionDefinition, lifted, plainArgument } from './definition';

/** What kind of value a cell holds. A call that is still open stays open instead of being told apart. */
export const informationFunctions: readonly FunctionDefinition[] = [
  question('ISNUMBER', cell => typeof cell === 'number'),
  question('ISTEXT', cell => typeof cell === 'string'),
  question('ISNONTEXT', cell => typeof cell !== 'string'),
  question('ISLOGICAL', cell => typeof cell === 'boolean'),
  question('ISBLANK', cell => cell === null),
  question('ISERROR', cell => isError(cell)),
  question('ISERR', cell => isError(cell) && cell.error !== '#N/A'),
  question('ISNA', cell => isError(cell) && cell.error === '#N/A'),
  lifted('ISEVEN', 1, 1, cells => Math.trunc(Math.abs(cells.number(0))) % 2 === 0),
  lifted('ISODD', 1, 1, cells => Math.trunc(Math.abs(cells.number(0))) % 2 === 1),
  lifted('N', 1, 1, cells => {
    const value = cells.value(0);
    return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : 0;
  }),
  lifted('T', 1, 1, cells => {
    const value = cells.value(0);
    return typeof value === 'string' ? value : '';
  }),
  eager('NA', 0, 0, () => errors.notAvailable),
  lifted('ERROR.TYPE', 1, 1, cells => {
    const value = cells.raw(0);
    return isError(value) ? errorNumbers[value.error] : errors.notAvailable;
  }),
  eager('TYPE', 1, 1, ([value], scope) => {
    const read = plainArgument(value, scope);
    if (read instanceof Matrix) return 64;
    if (isError(read)) return 16;
    return { number: 1, string: 2, boolean: 4 }[typeof read as 'number' | 'string' | 'boolean'] ?? 1;
  }),
];

function question(name: string, answer: (cell: CellValue) => boolean): FunctionDefinition {
  return lifted(name, 1, 1, cells => {
    const cell = cells.raw(0);
    return isBusy(cell) ? errors.busy : answer(cell);
  });
}
