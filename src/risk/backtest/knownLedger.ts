import type { Ledger, Settlements } from '../ledger/ledger';
import { ledgerOf } from '../ledger/ledgerOf';

/**
 * Cut a ledger down to what its owner knew at the end of a day, so that nothing that happened later can help a score.
 *
 * Kept are the rows invoiced by then; a row without an invoice date was there once it was due. Undone is every payment of a later day.
 * Left out, because the sheet does not say when they came to be known:
 * - rows settled on an unknown day, and rows with neither date, which may have been open or not;
 * - part payments of items without a paid date: what was open then is taken to be all of it;
 * - disputes, credit limits and granted terms, which are those of the day the sheet was made.
 * Due dates are as the sheet has them: one that was put off later is not known by its first date any more.
 *
 * @param ledger Typed columns as the reader gives them; not changed.
 * @param day Excel serial day in the ledger's date system; a time of day is cut off.
 * @returns A ledger of fewer rows with the same customers and codes. A customer of whom nothing was known yet has no rows.
 * @example ledgerKnownAt(ledger, 41455).paidDate //=> no day after 41455
 */
export function ledgerKnownAt(ledger: Ledger, day: number): Ledger {
  const lastDay = Math.floor(day);
  const known = Array.from({ length: ledger.rowCount }, (_, row) => row).filter(row =>
    isKnown(ledger, row, lastDay),
  );
  const pickDays = (column: Float32Array) => Float32Array.from(known, row => column[row]);
  const isPaidBy = (row: number) => Math.floor(ledger.paidDate[row]) <= lastDay;
  const unknownPerCustomer = () => new Float64Array(ledger.customers.length).fill(Number.NaN);
  return ledgerOf({
    ...ledger,
    rowCount: known.length,
    customer: Int32Array.from(known, row => ledger.customer[row]),
    invoiceDate: pickDays(ledger.invoiceDate),
    dueDate: pickDays(ledger.dueDate),
    paidDate: Float32Array.from(known, row => (isPaidBy(row) ? ledger.paidDate[row] : Number.NaN)),
    amount: Float64Array.from(known, row => ledger.amount[row]),
    openAmount: Float64Array.from(known, row => (isPaidBy(row) ? ledger.openAmount[row] : Number.NaN)),
    disputed: new Uint8Array(known.length),
    creditLimit: unknownPerCustomer(),
    termsDays: unknownPerCustomer(),
    sheetRow: ledger.sheetRow.pick(known),
    documentType: ledger.documentType && Uint8Array.from(known, row => ledger.documentType![row]),
    settlements: ledger.settlements && settlementsKnownAt(ledger.settlements, known, lastDay),
    unplaced: [],
    excluded: [],
    findings: [],
  });
}

/** The settlements of the rows kept, without those of later days: what a later payment was for was not known. */
function settlementsKnownAt(
  { start, day, amount, kind }: Settlements,
  known: readonly number[],
  lastDay: number,
): Settlements {
  const keptStart = new Int32Array(known.length + 1);
  const kept: number[] = [];
  known.forEach((row, index) => {
    for (let at = start[row]; at < start[row + 1]; at += 1) {
      const isLater = day[at] > lastDay;
      if (!isLater) kept.push(at);
    }
    keptStart[index + 1] = kept.length;
  });
  return {
    start: keptStart,
    day: Float32Array.from(kept, at => day[at]),
    amount: Float64Array.from(kept, at => amount[at]),
    kind: Uint8Array.from(kept, at => kind[at]),
  };
}

function isKnown(ledger: Ledger, row: number, lastDay: number): boolean {
  if (isSettledOnUnknownDay(ledger, row)) return false;
  const invoiceDate = ledger.invoiceDate[row];
  const thereSince = Number.isNaN(invoiceDate) ? ledger.dueDate[row] : invoiceDate;
  return Math.floor(thereSince) <= lastDay;
}

/** Nothing is open any more and no day says since when. */
export function isSettledOnUnknownDay(ledger: Ledger, row: number): boolean {
  return Number.isNaN(ledger.paidDate[row]) && ledger.openAmount[row] === 0;
}
