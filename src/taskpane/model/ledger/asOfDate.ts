import { serialOfDay } from '../../../i18n/numbers';
import { dateSystemOf } from '../../../risk/ledger/cells/dateSystem';
import type { Ledger } from '../../../risk/ledger/ledger';
import type { Policy } from '../../../risk/policy/policy';
import type { Question } from './question';

/** Why the as-of date is what it is; the pane says it in words. */
export type AsOfReason =
  | 'chosen'
  | 'policy'
  | 'stated'
  | 'today'
  | 'undated'
  | 'lastDate'
  | 'list'
  | 'earlier';

export interface AsOf {
  readonly serial: number;
  readonly reason: AsOfReason;
}

/** A ledger with something in the last month and a half is alive: the next invoices are simply not written yet. */
const currentWithinDays = 45;

/** Give today as an Excel serial day of the sheet's date system. */
export const todaySerial = (now: Date, is1904: boolean): number =>
  serialOfDay(now.getFullYear(), now.getMonth() + 1, now.getDate(), is1904);

/** Give the last day on which something happened (an invoice or a payment), NaN in a ledger without dates. Due dates lie ahead and say nothing. */
export function lastDate(ledger: Ledger): number {
  let last = Number.NaN;
  for (let entry = 0; entry < ledger.rowCount; entry++) {
    const invoiced = ledger.invoiceDate[entry];
    const paid = ledger.paidDate[entry];
    if (!(invoiced <= last) && !Number.isNaN(invoiced)) last = invoiced;
    if (!(paid <= last) && !Number.isNaN(paid)) last = paid;
  }
  return Math.floor(last);
}

/** Propose the as-of date of a ledger: today while the ledger is current, else its last date; dates that lie ahead are today. */
export function proposeAsOf(ledger: Ledger, today: number): AsOf {
  const last = lastDate(ledger);
  if (Number.isNaN(last)) return { serial: today, reason: 'undated' };
  const isOld = last < today - currentWithinDays;
  return isOld ? { serial: last, reason: 'lastDate' } : { serial: today, reason: 'today' };
}

/** Propose the day that the sheet itself says it is as of; null where it says none (NaN), or one that lies ahead. */
export const statedAsOf = (day: number, today: number): AsOf | null =>
  day <= today ? { serial: day, reason: 'stated' } : null;

/** Propose the day that stands on the sheet of a question, as `statedAsOf` does. */
export function statedOn({ sheet, today, answering }: Question): AsOf | null {
  const { block, recognition } = sheet;
  return statedAsOf(answering.statedDay(block.cells, recognition.headerRow, dateSystemOf(block)), today);
}

/** Choose the as-of date: one in the policy outranks the one that was chosen in the pane (null for none), and that one what is proposed. */
export function chooseAsOf(chosen: number | null, policy: Policy, proposal: AsOf): AsOf {
  const inPolicy = policy.settings.asOf;
  if (inPolicy !== null) return { serial: inPolicy, reason: inPolicy === chosen ? 'chosen' : 'policy' };
  return chosen === null ? proposal : { serial: chosen, reason: 'chosen' };
}
