import type { AmountColumn } from '../columns/amountColumn';
import type { LedgerRows } from '../ledgerRows';

/** A further row of a document, and the first one. */
interface FurtherLine {
  readonly entry: number;
  readonly first: number;
}

/**
 * Make one entry of the rows that list the items of an invoice and repeat its total: the total counts once, amounts that are of the items
 * are added up in the first of the rows. The others are left out, each with a finding.
 */
export function mergeInvoiceLines(rows: LedgerRows): void {
  const { documents, amount } = rows;
  if (documents === null) return;
  const lines = furtherLines(rows);
  const money = new Set([amount, rows.openAmount, rows.paidAmount].filter(column => column !== null));
  const summed = [...money].filter(column => !isRepeated(column, lines));
  if (summed.length === money.size) return;
  for (const { entry, first } of lines) {
    for (const column of summed) addTo(column, first, entry);
    for (const column of money) column.amounts.values[entry] = 0;
    rows.leaveOut(entry);
    rows.findings.add('invoiceLine', rows.sheetRow.at(entry), amount.column, documents.textAt(entry));
  }
}

/** Rows of one number, customer, kind and day: a number may come again in another year. */
function furtherLines(rows: LedgerRows): FurtherLine[] {
  const firsts = new Map<number, number[]>();
  const lines: FurtherLine[] = [];
  for (let entry = 0; entry < rows.length; entry++) {
    const key = rows.documents!.keyAt(entry);
    if (key < 0) continue;
    const others = firsts.get(key);
    const first = others?.find(other => isOfOneDocument(rows, other, entry));
    if (first !== undefined) lines.push({ entry, first });
    else if (others) others.push(entry);
    else firsts.set(key, [entry]);
  }
  return lines;
}

function isOfOneDocument(rows: LedgerRows, one: number, other: number): boolean {
  const { customer, type, invoiceDate, dueDate } = rows;
  return (
    customer.codes[one] === customer.codes[other] &&
    type?.values[one] === type?.values[other] &&
    [invoiceDate, dueDate].every(
      column => column === null || Object.is(column.serials.values[one], column.serials.values[other]),
    )
  );
}

const isRepeated = ({ amounts }: AmountColumn, lines: readonly FurtherLine[]): boolean =>
  lines.every(({ entry, first }) => Object.is(amounts.values[entry], amounts.values[first]));

function addTo({ amounts }: AmountColumn, first: number, entry: number): void {
  const { values } = amounts;
  const added = values[entry];
  if (Number.isNaN(added)) return;
  values[first] = Number.isNaN(values[first]) ? added : values[first] + added;
}
