import type { Ledger } from '../ledger/ledger';
import { medianOf } from './median';
import { grantedDays, type SalesHistory } from './salesHistory';

/** Up to here sorting by insertion beats a call of the sort that is built in. */
const insertionLimit = 48;

/**
 * Write the median of due − invoice day for the customers whose invoices vary in it and who have no granted terms.
 *
 * @param isInvoice which rows count
 * @param termsDays one entry a customer; those without varied terms are left as they are
 */
export function writeUsualTerms(
  ledger: Ledger,
  sales: SalesHistory,
  isInvoice: (row: number) => boolean,
  termsDays: Float64Array,
): void {
  const start = new Int32Array(ledger.customers.length + 1);
  for (let customer = 0; customer < ledger.customers.length; customer += 1) {
    start[customer + 1] = start[customer]! + sales.variedTermsCount(customer);
  }
  const total = start[ledger.customers.length]!;
  if (total === 0) return;

  const days = new Int32Array(total);
  const next = start.slice();
  for (let row = 0; row < ledger.rowCount; row += 1) {
    const customer = ledger.customer[row]!;
    const isWanted = start[customer] !== start[customer + 1] && isInvoice(row);
    if (!isWanted) continue;
    const granted = grantedDays(ledger, row);
    if (!(granted >= 0)) continue;
    days[next[customer]!] = granted;
    next[customer]! += 1;
  }
  for (let customer = 0; customer < ledger.customers.length; customer += 1) {
    const from = start[customer]!;
    const to = start[customer + 1]!;
    if (from < to) termsDays[customer] = medianOfPart(days, from, to);
  }
}

function medianOfPart(days: Int32Array, from: number, to: number): number {
  const part = days.subarray(from, to);
  if (part.length > insertionLimit) return medianOf(part);
  sortByInsertion(part);
  const middle = part.length >> 1;
  return part.length % 2 === 1 ? part[middle]! : (part[middle - 1]! + part[middle]!) / 2;
}

function sortByInsertion(values: Int32Array): void {
  for (let index = 1; index < values.length; index += 1) {
    const value = values[index]!;
    let at = index;
    while (at > 0 && values[at - 1]! > value) {
      values[at] = values[at - 1]!;
      at -= 1;
    }
    values[at] = value;
  }
}
