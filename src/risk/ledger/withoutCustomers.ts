import type { Slices } from '../slices';
import type { Ledger, RowApart, Settlements } from './ledger';
import { ledgerOf } from './ledgerOf';

/** Rows that are copied before the work stops for others. */
const rowsInSlice = 65_536;

/**
 * Leave customers out of a ledger: their rows are set apart as excluded, all others keep their order. Findings stay, as they tell of the
 * sheet. In slices of a few milliseconds.
 *
 * @param isOut By customer code.
 * @returns The same ledger where nobody is left out.
 * @example finishSlices(withoutCustomersInSlices(ledger, code => ledger.customers[code] === 'Sister')).customers //=> ['Acme', 'Beta']
 */
export function* withoutCustomersInSlices(
  ledger: Ledger,
  isOut: (customer: number) => boolean,
): Slices<Ledger> {
  const codes = Int32Array.from(ledger.customers, (_, customer) => (isOut(customer) ? -1 : 0));
  if (!codes.includes(-1)) return ledger;
  yield;
  const kept: number[] = [];
  codes.forEach((code, customer) => {
    if (code === 0) codes[customer] = kept.push(customer) - 1;
  });
  yield;
  const { rows, left } = yield* partRows(ledger, codes);
  const { length } = rows;
  const customer = yield* pickInSlices(new Int32Array(length), ledger.customer, rows);
  yield* renumber(customer, codes);
  const { documentType, settlements } = ledger;
  return ledgerOf({
    ...ledger,
    rowCount: length,
    customers: kept.map(code => ledger.customers[code]),
    customer,
    invoiceDate: yield* pickInSlices(new Float32Array(length), ledger.invoiceDate, rows),
    dueDate: yield* pickInSlices(new Float32Array(length), ledger.dueDate, rows),
    paidDate: yield* pickInSlices(new Float32Array(length), ledger.paidDate, rows),
    amount: yield* pickInSlices(new Float64Array(length), ledger.amount, rows),
    openAmount: yield* pickInSlices(new Float64Array(length), ledger.openAmount, rows),
    disputed: yield* pickInSlices(new Uint8Array(length), ledger.disputed, rows),
    sheetRow: ledger.sheetRow.pick(rows),
    documentType: documentType && (yield* pickInSlices(new Uint8Array(length), documentType, rows)),
    settlements: settlements && (yield* settlementsOf(rows, settlements)),
    creditLimit: Float64Array.from(kept, code => ledger.creditLimit[code]),
    termsDays: Float64Array.from(kept, code => ledger.termsDays[code]),
    ...(ledger.said && { said: saidOf(ledger.said, kept, codes) }),
    excluded: [...ledger.excluded, ...left].sort((one, other) => one.row - other.row),
  });
}

function saidOf(
  said: NonNullable<Ledger['said']>,
  kept: readonly number[],
  codes: Int32Array,
): NonNullable<Ledger['said']> {
  const entries = Object.entries(said).map(([field, { words, uneven }]) => {
    const staying = [...uneven].map(code => codes[code]).filter(code => code >= 0);
    return [field, { words: kept.map(code => words[code]), uneven: new Set(staying) }];
  });
  return Object.fromEntries(entries);
}

/** Part the rows of those who stay from those that leave. */
function* partRows(
  { rowCount, customer, amount, sheetRow }: Ledger,
  codes: Int32Array,
): Slices<{ readonly rows: Int32Array; readonly left: readonly RowApart[] }> {
  const rows = new Int32Array(rowCount);
  const left: RowApart[] = [];
  let count = 0;
  for (let row = 0; row < rowCount; row += 1) {
    if (row % rowsInSlice === rowsInSlice - 1) yield;
    if (codes[customer[row]] >= 0) {
      rows[count] = row;
      count += 1;
    } else left.push({ row: sheetRow.at(row), amount: amount[row] });
  }
  return { rows: rows.subarray(0, count), left };
}

type Column = Float32Array | Float64Array | Int32Array | Uint8Array;

/** @param picked Gets them; as long as `rows`. */
function* pickInSlices<Picked extends Column>(
  picked: Picked,
  column: ArrayLike<number>,
  rows: Int32Array,
): Slices<Picked> {
  for (let from = 0; from < rows.length; from += rowsInSlice) {
    const end = Math.min(rows.length, from + rowsInSlice);
    for (let index = from; index < end; index += 1) picked[index] = column[rows[index]];
    yield;
  }
  return picked;
}

function* renumber(customer: Int32Array, codes: Int32Array): Slices<void> {
  for (let from = 0; from < customer.length; from += rowsInSlice) {
    const end = Math.min(customer.length, from + rowsInSlice);
    for (let row = from; row < end; row += 1) customer[row] = codes[customer[row]];
    yield;
  }
}

function* settlementsOf(rows: Int32Array, { start, day, amount, kind }: Settlements): Slices<Settlements> {
  const starts = new Int32Array(rows.length + 1);
  for (let index = 0; index < rows.length; index += 1)
    starts[index + 1] = starts[index] + start[rows[index] + 1] - start[rows[index]];
  yield;
  const places = new Int32Array(starts[rows.length]);
  for (let index = 0; index < rows.length; index += 1) {
    for (let place = starts[index]; place < starts[index + 1]; place += 1)
      places[place] = start[rows[index]] + place - starts[index];
  }
  yield;
  const { length } = places;
  return {
    start: starts,
    day: yield* pickInSlices(new Float32Array(length), day, places),
    amount: yield* pickInSlices(new Float64Array(length), amount, places),
    kind: yield* pickInSlices(new Uint8Array(length), kind, places),
  };
}
