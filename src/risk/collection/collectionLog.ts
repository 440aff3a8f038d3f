/** What was done to collect: the table in the workbook, one row an action, and its entries. */
import type { Cell, DateSystem } from '../ledger/ledger';
import { numberCell, type OwnColumns, readOwnTable, textCell } from '../ledger/ownTable';

/** Something that was done about what a customer owes. */
export interface LogEntry {
  /** Serial day. */
  readonly day: number;
  readonly customer: string;
  /** Id of the policy's step; `''` for a note beside the steps. */
  readonly step: string;
  /** Serial day by which the customer promised to pay, NaN where nothing was promised. */
  readonly promiseDay: number;
  /** In currency units, NaN where no amount was promised. */
  readonly promisedAmount: number;
  readonly note: string;
}

export const logColumns = {
  day: { header: { en: 'Date', zh: '日期' }, format: 'yyyy-mm-dd' },
  customer: { header: { en: 'Customer', zh: '客户' }, format: '@' },
  step: { header: { en: 'Step', zh: '催收步骤' }, format: '@' },
  promiseDay: { header: { en: 'Promised by', zh: '承诺付款日' }, format: 'yyyy-mm-dd' },
  promisedAmount: { header: { en: 'Promised amount', zh: '承诺金额' }, format: '#,##0.00' },
  note: { header: { en: 'Note', zh: '备注' }, format: '@' },
} as const satisfies OwnColumns<string>;

/** Write entries as rows of the log, in the order of `logColumns`; no text can become a formula. */
export function logRows(entries: readonly LogEntry[]): Cell[][] {
  return entries.map(entry => [
    numberCell(entry.day),
    textCell(entry.customer),
    textCell(entry.step),
    numberCell(entry.promiseDay),
    numberCell(entry.promisedAmount),
    textCell(entry.note),
  ]);
}

/**
 * Read the log back from its sheet. Rows without a customer or a day are passed over: nothing can be counted from them.
 *
 * @returns Entries by day, those of one day as they stand.
 * @example readLog(cells, 1900)[0] //=> { day: 45_000, customer: 'Acme', step: 'phone', promiseDay: 45_010, … }
 */
export function readLog(cells: readonly (readonly Cell[])[], dateSystem: DateSystem): readonly LogEntry[] {
  return readOwnTable(cells, logColumns, dateSystem)
    .map(row => ({
      day: row.day('day'),
      customer: row.text('customer'),
      step: row.text('step'),
      promiseDay: row.day('promiseDay'),
      promisedAmount: row.number('promisedAmount'),
      note: row.text('note'),
    }))
    .filter(({ day, customer }) => !Number.isNaN(day) && customer !== '')
    .sort((one, other) => one.day - other.day);
}
