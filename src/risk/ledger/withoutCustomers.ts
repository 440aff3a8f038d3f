import type { Ledger, RowApart, Settlements } from './ledger';

/**
 * Leave customers out of a ledger: their rows are set apart as excluded, all others keep their order. Findings stay, as they tell of the
 * sheet.
 *
 * @param isOut By customer code.
 * @returns The same ledger where nobody is left out.
 * @example withoutCustomers(ledger, code => ledger.customers[code] === 'Sister').customers //=> ['Acme', 'Beta']
 */
export function withoutCustomers(ledger: Ledger, isOut: (customer: number) => boolean): Ledger {
  const codes = ledger.customers.map((_, customer): number => (isOut(customer) ? -1 : 0));
  if (!codes.includes(-1)) return ledger;
  const kept: number[] = [];
  codes.forEach((code, customer) => {
    if (code === 0) codes[customer] = kept.push(customer) - 1;
  });
  const rows: number[] = [];
  const excluded: RowApart[] = [...ledger.excluded];
  for (let entry = 0; entry < ledger.rowCount; entry += 1) {
    if (codes[ledger.customer[entry]] >= 0) rows.push(entry);
    else excluded.push({ row: ledger.sheetRow.at(entry), amount: ledger.amount[entry] });
  }
  const { documentType, settlements } = ledger;
  return {
    ...ledger,
    rowCount: rows.length,
    customers: kept.map(customer => ledger.customers[customer]),
    customer: Int32Array.from(rows, entry => codes[ledger.customer[entry]]),
    invoiceDate: Float32Array.from(rows, entry => ledger.invoiceDate[entry]),
    dueDate: Float32Array.from(rows, entry => ledger.dueDate[entry]),
    paidDate: Float32Array.from(rows, entry => ledger.paidDate[entry]),
    amount: Float64Array.from(rows, entry => ledger.amount[entry]),
    openAmount: Float64Array.from(rows, entry => ledger.openAmount[entry]),
    disputed: Uint8Array.from(rows, entry => ledger.disputed[entry]),
    sheetRow: ledger.sheetRow.pick(rows),
    documentType: documentType && Uint8Array.from(rows, entry => documentType[entry]),
    settlements: settlements && settlementsOf(rows, settlements),
    creditLimit: Float64Array.from(kept, customer => ledger.creditLimit[customer]),
    termsDays: Float64Array.from(kept, customer => ledger.termsDays[customer]),
    excluded: excluded.sort((one, other) => one.row - other.row),
  };
}

function settlementsOf(rows: readonly number[], { start, day, amount, kind }: Settlements): Settlements {
  const places = rows.flatMap(entry =>
    Array.from({ length: start[entry + 1] - start[entry] }, (_, index) => start[entry] + index),
  );
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((entry, index) => {
    starts[index + 1] = starts[index] + start[entry + 1] - start[entry];
  });
  return {
    start: starts,
    day: Float32Array.from(places, place => day[place]),
    amount: Float64Array.from(places, place => amount[place]),
    kind: Uint8Array.from(places, place => kind[place]),
  };
}
