import { isBlankCell } from '../../risk/ledger/cell';
import { currencyCode } from '../../risk/ledger/cells/currencyCode';
import { readExcluded } from '../../risk/ledger/cells/readExcluded';
import { isTotalLabel } from '../../risk/ledger/cells/totalRow';
import type { Field, Recognition } from '../../risk/ledger/ledger';
import type { Assessment } from '../../risk/scoring/assessment';
import { customerOfRowsInSlices, nobodysRow } from '../../risk/scoring/verdicts';
import type { Slices } from '../../risk/slices';
import type { SheetBlock } from '../contract';

const rowsInSlice = 8192;

/** A few amounts typed as text, which Check the data lists, do not make a whole sheet's highlights wrong; more than this share of its customers do. */
const mostDiffering = 0.05;

/** How the sums that Excel makes over the cells of a ledger compare with what the engine counts. */
export interface NativeSums {
  readonly followCells: boolean;
  /** Customers of whom they leave something out, or take it for another's. */
  readonly differing: number;
}

/**
 * Tell whether sums that Excel makes over the cells of a ledger come to what the engine counts: each customer under one name, amounts and
 * dates as numbers, and no amount in rows that the engine leaves out. They do not where subtotals name a customer, or where amounts are text
 * or customers written in several ways for more than a twentieth of the customers: a native formula would then mark others than the pane
 * names. Of fewer customers it tells how many.
 *
 * @example finishSlices(compareNativeSums(block, recognition, assessment)).followCells //=> false where amounts are text such as '1,234.50'
 */
export function* compareNativeSums(
  block: SheetBlock,
  recognition: Recognition,
  assessment: Assessment,
): Slices<NativeSums> {
  if (recognition.kind !== 'ledger') return { followCells: true, differing: 0 };
  const columnOf = new Map<Field, number>(recognition.columns.map(({ field, column }) => [field, column]));
  const at = (field: Field) => columnOf.get(field) ?? -1;
  const amount = columnOf.get('openAmount') ?? at('amount');
  const [customer, invoiceDate, currency, excluded] = [
    at('customer'),
    at('invoiceDate'),
    at('currency'),
    at('excluded'),
  ];
  const { table } = assessment;
  const codeOfRow = yield* customerOfRowsInSlices(table, block.cells.length);
  const tieredCurrencies = new Set<string>();
  for (const [row, code] of codeOfRow.entries()) {
    if (row % rowsInSlice === 0) yield;
    if (code !== nobodysRow) tieredCurrencies.add(currencyCode(block.cells[row][currency]));
  }

  const codeOfName = new Map<string, number>();
  const nameOfCode: string[] = [];
  const differing = new Set<number>();
  for (let row = recognition.headerRow + 1; row < block.cells.length; row += 1) {
    if (row % rowsInSlice === 0) yield;
    const cells = block.cells[row];
    if (isBlankCell(cells[amount]) || cells[amount] === 0) continue;
    if (excluded >= 0 && readExcluded(cells[excluded])) continue;
    if (isTotalLabel(cells[customer])) continue;
    const code = codeOfRow[row];
    const date = cells[invoiceDate];
    const isDated = invoiceDate < 0 || typeof date === 'number';
    const isSummed = typeof cells[amount] === 'number' && !isBlankCell(cells[customer]) && isDated;
    if (code === nobodysRow) {
      // What is invoiced later, or in another currency, a formula leaves out as the engine does.
      const isLater = typeof date === 'number' && date >= table.asOf + 1;
      if (isSummed && !isLater && tieredCurrencies.has(currencyCode(cells[currency]))) {
        return { followCells: false, differing: differing.size };
      }
      continue;
    }
    const name = String(cells[customer]).toLowerCase();
    const isOneName = (codeOfName.get(name) ?? code) === code && (nameOfCode[code] ?? name) === name;
    if (!isSummed || !isOneName) differing.add(code);
    codeOfName.set(name, code);
    nameOfCode[code] = name;
  }
  const followCells = differing.size <= table.customers.length * mostDiffering;
  return { followCells, differing: differing.size };
}
