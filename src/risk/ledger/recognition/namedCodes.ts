import { isBlankCell } from '../cell';
import { customerKey } from '../cells/customerName';
import type { Cell, ColumnMapping } from '../ledger';

/** A word with a digit, as numbers of customers are: `C000102`. */
const code = /^\S*\d\S*$/;
const namesThem =
  /\bname\b|\bnaam\b|\bnom\b|\bnombre\b|\bnome\b|\bnamn\b|\bnavn\b|\bfirma\b|ragione sociale|raz[oó]n social|raison sociale|intitul|denominazione|名称|名稱/i;
const fewestNames = 2;

/**
 * Take the names beside a column of customers' numbers for the customers, where a column that is only called `Customer` holds numbers and another one,
 * called a name, has one for each of them (SyteLine's `Customer` and `Name`).
 *
 * @param candidates columns with the fields they may mean, the surest first
 * @param rows some rows of data
 */
export function withNamesOfCodes(
  candidates: readonly ColumnMapping[],
  rows: readonly (readonly Cell[])[],
): readonly ColumnMapping[] {
  const customers = candidates.filter(({ field }) => field === 'customer');
  const [first] = customers;
  const isNumberToo = candidates.some(
    ({ field, column }) => field === 'customerNumber' && column === first?.column,
  );
  if (first === undefined || !isNumberToo) return candidates;
  const names = customers.find(
    ({ column, header }) =>
      column !== first.column && namesThem.test(header) && nameEachCode(rows, first.column, column),
  );
  if (names === undefined) return candidates;
  return candidates.filter(({ field, column }) => field !== 'customer' || column !== first.column);
}

function nameEachCode(rows: readonly (readonly Cell[])[], codes: number, names: number): boolean {
  const nameOf = new Map<string, string>();
  for (const row of rows) {
    if (isBlankCell(row[codes]) || isBlankCell(row[names])) continue;
    const [number, name] = [customerKey(row[codes]), customerKey(row[names])];
    if (!code.test(number) || code.test(name) || (nameOf.get(number) ?? name) !== name) return false;
    nameOf.set(number, name);
  }
  return nameOf.size >= fewestNames && new Set(nameOf.values()).size === nameOf.size;
}
