/** A row of totals that was selected with the items: it would count once more what is above it. */
import { isTotalName, nameOfSubtotal } from '../risk/ledger/cells/totalRow';
import { fail } from '../risk/problem';
import { type Place, placeIn } from './columnArgument';
import type { ReadCustomers } from './customerArgument';
import { answer } from './respond';

/** Rows of a list: who they name, and what they add. */
interface NamedAmounts {
  readonly customers: ReadCustomers;
  /** In whole units; NaN adds nothing. */
  readonly units: ArrayLike<number>;
}

/**
 * Refuse a row that is called a total, or the subtotal of another customer, and has no date: no item is.
 *
 * @param argument The customers as they came.
 * @throws #VALUE! that names the row.
 */
export function refuseUndatedTotal(argument: unknown, rows: NamedAmounts, date: ArrayLike<number>): void {
  const totals = totalsAmong(rows.customers);
  if (totals.size === 0) return;
  const { code, names } = rows.customers;
  const row = code.findIndex(
    (known, at) => totals.has(known) && hasAmount(rows, at) && Number.isNaN(date[at]),
  );
  if (row >= 0) refuse(row, names[code[row]], placeIn(argument));
}

/**
 * Refuse a row that is called a total, or the subtotal of another customer, and is one: by its name alone it could be a customer.
 *
 * @param argument The customers as they came.
 * @throws #VALUE! that names the row.
 */
export function refuseTotal(argument: unknown, rows: NamedAmounts): void {
  const totals = totalsAmong(rows.customers);
  if (totals.size === 0) return;
  const { code, names } = rows.customers;
  const sums = new Float64Array(names.length);
  let all = 0;
  code.forEach((known, row) => {
    sums[known] += rows.units[row] || 0;
    if (!totals.has(known)) all += rows.units[row] || 0;
  });
  const row = code.findIndex((known, at) => {
    const totalOf = totals.get(known);
    if (totalOf === undefined || !hasAmount(rows, at)) return false;
    return rows.units[at] === (totalOf === everybody ? all : sums[totalOf]);
  });
  if (row >= 0) refuse(row, names[code[row]], placeIn(argument));
}

const everybody = -1;

/** Codes that are called totals, and whose: a customer's code, or everybody's. */
function totalsAmong({ names }: ReadCustomers): ReadonlyMap<number, number> {
  const codeOf = new Map(names.map((name, code) => [name, code]));
  const totals = new Map<number, number>();
  names.forEach((name, code) => {
    if (isTotalName(name)) totals.set(code, everybody);
    const totalledName = nameOfSubtotal(name);
    const totalled = totalledName === null ? undefined : codeOf.get(totalledName);
    if (totalled !== undefined) totals.set(code, totalled);
  });
  return totals;
}

const hasAmount = ({ units }: NamedAmounts, row: number): boolean => Math.abs(units[row]) > 0;

const refuse = (row: number, value: string, place: Place): never =>
  answer<never>(fail('value', 'totalAmongCustomers', { argument: 'customers', [place]: row + 1, value }));
