import { type Ledger, settlementKinds } from '../ledger/ledger';
import { hasSettlements, openAt } from '../metrics/openAmounts';
import { isSettledOnUnknownDay } from './knownLedger';

const creditNote = settlementKinds.indexOf('creditNote');

/** What counts as a bad outcome of the days after a score. */
export interface OutcomeTerms {
  /** Invoices falling due in so many days after the day of the score are looked at. */
  readonly horizonDays: number;
  /** Paid up to so many days after the due day is not yet late. */
  readonly graceDays: number;
  /** Bad is a customer of whose amount falling due more than this share was late, 0–1. */
  readonly lateShare: number;
}

/** What fell due after a day and how much of it was late, per customer, in the ledger's whole units. */
export interface PaymentOutcomes {
  readonly due: Float64Array;
  readonly late: Float64Array;
  /** 1 bad, 0 good, NaN where nothing fell due. */
  readonly isBad: Float64Array;
}

/**
 * See what happened after a day: of the invoices that fell due within the horizon, how much was paid late or not at all.
 *
 * Looks at the whole ledger, later invoices too: the question is how a customer paid, not what was already on the books. An invoice due
 * on the last day of the horizon is late when it was not paid by the end of its grace. Credit notes are no invoices; an invoice settled
 * on an unknown day, or by credit notes alone, says nothing. One that was written off was late.
 *
 * @param ledger The ledger as it is today, which must reach beyond the horizon and the grace.
 * @param day Excel serial day of the score.
 * @example paymentOutcomes(ledger, 41455, { horizonDays: 90, graceDays: 0, lateShare: 0.5 }).isBad[3] //=> 1
 */
export function paymentOutcomes(ledger: Ledger, day: number, terms: OutcomeTerms): PaymentOutcomes {
  const due = new Float64Array(ledger.customers.length);
  const late = new Float64Array(ledger.customers.length);
  for (let row = 0; row < ledger.rowCount; row += 1) {
    const amount = ledger.amount[row];
    const dueDay = Math.floor(ledger.dueDate[row]);
    const fellDue = dueDay > day && dueDay <= day + terms.horizonDays;
    const saysNothing = isSettledOnUnknownDay(ledger, row) || isCredited(ledger, row);
    if (!fellDue || !(amount > 0) || saysNothing) continue;
    const customer = ledger.customer[row];
    const wasInTime = Math.floor(ledger.paidDate[row]) <= dueDay + terms.graceDays;
    due[customer] += amount;
    if (!wasInTime) late[customer] += amount;
  }
  const isBad = due.map((amount, customer) =>
    amount === 0 ? Number.NaN : Number(late[customer] > terms.lateShare * amount),
  );
  return { due, late, isBad };
}

/** Nobody had to pay what credit notes settled. */
function isCredited(ledger: Ledger, row: number): boolean {
  const { settlements } = ledger;
  if (settlements === null || !hasSettlements(settlements, row)) return false;
  const kinds = settlements.kind.subarray(settlements.start[row], settlements.start[row + 1]);
  return kinds.every(kind => kind === creditNote) && openAt(ledger, row, Number.POSITIVE_INFINITY) === 0;
}
