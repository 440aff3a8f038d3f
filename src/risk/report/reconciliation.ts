import type { Ledger } from '../ledger/ledger';
import { invoiceDayOf, openAt } from '../metrics/openAmounts';
import type { PolicySettings } from '../policy/policy';
import type { Slices } from '../slices';

/** Rows that are looked at before the work stops for others. */
const rowsInSlice = 65_536;

/** How the total of a sheet's amounts comes down to what is open, in currency units; the parts add up to `controlTotal` exactly. */
export interface Reconciliation {
  readonly controlTotal: number;
  readonly excluded: number;
  readonly unplaced: number;
  /** Of documents dated after the as-of day. */
  readonly notYetInvoiced: number;
  /** Paid, credited or written off by the as-of day. */
  readonly settled: number;
  /** Open but disputed, where the policy leaves disputed items out. */
  readonly disputed: number;
  readonly exposure: number;
}

/**
 * Lead from the control total of a ledger to its exposure at a date, row by row: what an auditor asks of every ageing.
 *
 * @param asOf Excel serial day in the ledger's date system.
 * @example finishSlices(reconcileInSlices(ledger, 45473, policy.settings)).exposure //=> the portfolio's exposure
 */
export function* reconcileInSlices(
  ledger: Ledger,
  asOf: number,
  settings: Pick<PolicySettings, 'countDisputed'>,
): Slices<Reconciliation> {
  const parts = { placed: 0, notYetInvoiced: 0, settled: 0, disputed: 0, exposure: 0 };
  for (let first = 0; first < ledger.rowCount; first += rowsInSlice) {
    addRows(parts, ledger, Math.floor(asOf), settings, first, Math.min(ledger.rowCount, first + rowsInSlice));
    yield;
  }
  const { scale } = ledger;
  const excluded = known(ledger.excluded);
  const unplaced = known(ledger.unplaced);
  return {
    controlTotal: (parts.placed + excluded + unplaced) / scale,
    excluded: excluded / scale,
    unplaced: unplaced / scale,
    notYetInvoiced: parts.notYetInvoiced / scale,
    settled: parts.settled / scale,
    disputed: parts.disputed / scale,
    exposure: parts.exposure / scale,
  };
}

function addRows(
  parts: { placed: number; notYetInvoiced: number; settled: number; disputed: number; exposure: number },
  ledger: Ledger,
  asOf: number,
  { countDisputed }: Pick<PolicySettings, 'countDisputed'>,
  first: number,
  end: number,
): void {
  for (let row = first; row < end; row += 1) {
    const amount = ledger.amount[row];
    const full = Number.isNaN(amount) ? ledger.openAmount[row] || 0 : amount;
    parts.placed += full;
    const written = ledger.invoiceDate[row];
    const isNotYetInvoiced = (Number.isNaN(written) ? invoiceDayOf(ledger, row) : written) > asOf;
    if (isNotYetInvoiced) {
      parts.notYetInvoiced += full;
      continue;
    }
    const open = openAt(ledger, row, asOf);
    parts.settled += full - open;
    const isLeftOut = open > 0 && ledger.disputed[row] === 1 && !countDisputed;
    if (isLeftOut) parts.disputed += open;
    else parts.exposure += open;
  }
}

const known = (rows: Ledger['unplaced']): number =>
  rows.reduce((sum, { amount }) => (Number.isNaN(amount) ? sum : sum + amount), 0);
