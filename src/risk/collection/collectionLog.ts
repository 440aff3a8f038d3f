/** What was done to collect: the table in the workbook, one row an action, and its entries. */
import type { Cell, DateSystem } from '../ledger/ledger';
import { numberCell, type OwnColumns, readOwnTable, textCell } from '../ownTable';
import { type CollectionStep, inEveryLanguage } from '../policy/policy';

/** Something that was done about what a customer owes. */
export interface LogEntry {
  /** Serial day. */
  readonly day: number;
  readonly customer: string;
  /** As the customer list has it; `''` where there is none. */
  readonly customerNumber: string;
  /** Id of the policy's step; `''` for a note beside the steps. */
  readonly step: string;
  /** How the customer was reached, in the words of whoever noted it. */
  readonly channel: string;
  /** What was asked for, in currency units; NaN where nothing was. */
  readonly amount: number;
  /** Serial day by which the customer promised to pay, NaN where nothing was promised. */
  readonly promiseDay: number;
  /** In currency units, NaN where no amount was promised. */
  readonly promisedAmount: number;
  readonly note: string;
  /** Who did it. */
  readonly by: string;
}

const day = 'yyyy-mm-dd';
const money = '#,##0.00';
const text = '@';

/** The log's columns from left to right: what stands above them, and how their cells are formatted. */
export const logColumns = {
  day: { header: { en: 'Date', zh: '日期' }, format: day },
  customer: { header: { en: 'Customer', zh: '客户' }, format: text },
  customerNumber: { header: { en: 'Customer no.', zh: '客户编号' }, format: text },
  step: { header: { en: 'Step', zh: '催收步骤' }, format: text },
  channel: { header: { en: 'Channel', zh: '方式' }, format: text },
  amount: { header: { en: 'Amount', zh: '金额' }, format: money },
  promiseDay: { header: { en: 'Promised by', zh: '承诺付款日' }, format: day },
  promisedAmount: { header: { en: 'Promised amount', zh: '承诺金额' }, format: money },
  note: { header: { en: 'Note', zh: '备注' }, format: text },
  by: { header: { en: 'By', zh: '经办人' }, format: text },
  stepCode: { header: { en: 'Step code', zh: '步骤代码' }, format: text },
} as const satisfies OwnColumns<string>;

export type LogColumn = keyof typeof logColumns;

/**
 * Write entries as rows of the log, by column; no text can become a formula.
 *
 * @param stepName Says a step as the log's readers know it; its code stands beside it, so that a renamed step is found again.
 */
export function logRows(
  entries: readonly LogEntry[],
  stepName: (step: string) => string = step => step,
): Readonly<Record<LogColumn, Cell>>[] {
  return entries.map(entry => ({
    day: numberCell(entry.day),
    customer: textCell(entry.customer),
    customerNumber: textCell(entry.customerNumber),
    step: textCell(entry.step === '' ? '' : stepName(entry.step)),
    channel: textCell(entry.channel),
    amount: numberCell(entry.amount),
    promiseDay: numberCell(entry.promiseDay),
    promisedAmount: numberCell(entry.promisedAmount),
    note: textCell(entry.note),
    by: textCell(entry.by),
    stepCode: textCell(entry.step),
  }));
}

/**
 * Read the log back from its sheet. Rows without a customer or a day are passed over: nothing can be counted from them. A step is known by its
 * code, or by its name in either language where somebody noted it by hand; another text stays as it is.
 *
 * @returns Entries by day, those of one day as they stand.
 * @example readLog(cells, 1900, policy.steps)[0] //=> { day: 45_000, customer: 'Acme', step: 'phone', promiseDay: 45_010, … }
 */
export function readLog(
  cells: readonly (readonly Cell[])[],
  dateSystem: DateSystem,
  steps: readonly CollectionStep[] = [],
): readonly LogEntry[] {
  return readOwnTable(cells, logColumns, dateSystem)
    .map(row => ({
      day: row.day('day'),
      customer: row.text('customer'),
      customerNumber: row.text('customerNumber'),
      step: stepIn(row.text('stepCode'), row.text('step'), steps),
      channel: row.text('channel'),
      amount: row.number('amount'),
      promiseDay: row.day('promiseDay'),
      promisedAmount: row.number('promisedAmount'),
      note: row.text('note'),
      by: row.text('by'),
    }))
    .filter(({ day: on, customer }) => !Number.isNaN(on) && customer !== '')
    .sort((one, other) => one.day - other.day);
}

/** A name that somebody corrected by hand says more than the code that was left beside it. */
function stepIn(code: string, name: string, steps: readonly CollectionStep[]): string {
  return stepCalled(name, steps) ?? stepCalled(code, steps) ?? (code || name);
}

/** Find the step that is meant by a code or by a name in any language. */
export function stepCalled(called: string, steps: readonly CollectionStep[]): string | undefined {
  const wanted = plain(called);
  return steps.find(({ id, name }) => [id, ...inEveryLanguage(name)].map(plain).includes(wanted))?.id;
}

const plain = (words: string): string => words.normalize('NFKC').trim().toLowerCase();
