/** An argument that names a customer per row. */
import { CustomerRegister } from '../risk/ledger/columns/customerRegister';
import { lineOf } from './argument';
import { errorIn, isEmpty, plainValue } from './cell';
import { cellProblem, placeIn } from './columnArgument';
import { answer } from './respond';

/** Customers as codes: the same one whatever the spaces, case and width of its name. */
export interface ReadCustomers {
  /** One code a row. */
  readonly code: Int32Array;
  /** By code, as first written; `''` for rows that name nobody. */
  readonly names: readonly string[];
  /** The code of rows that name nobody, -1 when there are none. */
  readonly nobody: number;
}

/**
 * Read a column of customer names or numbers.
 *
 * @throws #VALUE! that names the first cell that holds an error.
 */
export function readCustomers(argument: unknown): ReadCustomers {
  const cells = lineOf(argument, 'customers');
  const register = new CustomerRegister();
  const code = new Int32Array(cells.length);
  let hasNobody = false;
  cells.forEach((cell, row) => {
    const error = errorIn(cell);
    if (error !== null) {
      answer({
        ok: false,
        problem: cellProblem('argumentErrorCell', 'customers', row, error, placeIn(argument)),
      });
    }
    // An empty cell may arrive as 0, and no ledger numbers a customer 0.
    const isNobody = isEmpty(cell) || plainValue(cell) === 0;
    if (isNobody) hasNobody = true;
    code[row] = isNobody ? -1 : register.codeOf(plainValue(cell));
  });
  if (!hasNobody) return { code, names: register.names, nobody: -1 };
  const nobody = register.names.length;
  return { code: code.map(known => (known < 0 ? nobody : known)), names: [...register.names, ''], nobody };
}
