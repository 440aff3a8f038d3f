import { isBlankCell } from '../cell';
import { AmountColumn } from '../columns/amountColumn';
import { moneyScale, toScale } from '../currency/moneyScale';
import type { FindingLog } from '../findings/findingLog';
import type { AgeingBasis, AgeingColumn, Cell, Recognition } from '../ledger';
import { moneyUnitOf } from '../recognition/moneyUnit';
import type { CustomerNumber } from './customerFields';

type Row = readonly Cell[];

/** What customers owe by age, as their list says it. */
export interface CustomerAges {
  readonly basis: AgeingBasis;
  readonly columns: readonly AgeingColumn[];
  /** Per column, in currency units; an empty cell is 0, an unreadable one NaN. */
  readonly amounts: readonly Float64Array[];
}

/** Read the columns of ages of a customer list; `null` where it has none. */
export function readCustomerAges(
  cells: readonly Row[],
  rows: readonly number[],
  recognition: Recognition,
  findings: FindingLog,
): CustomerAges | null {
  const { ageing } = recognition;
  if (ageing === undefined) return null;
  const amounts = ageing.columns.map(({ column }) => {
    const read = new AmountColumn(column, findings, moneyUnitOf(recognition, column));
    for (const row of rows) read.add(isBlankCell(cells[row][column]) ? 0 : cells[row][column], row);
    read.settle();
    return read.amounts.values;
  });
  return { ...ageing, amounts };
}

/** The numbers of a customer list that its ages say where no column of their own does. */
type AgedNumbers = Record<Extract<CustomerNumber, 'exposure' | 'overdue'>, Float64Array | Float32Array>;

/**
 * Complete what customers owe, and how much of it is overdue, from its ages: a balance that is not stated is their sum; what is past due is
 * overdue where ages count from the due date. A balance that its ages do not add up to is a finding.
 *
 * @param numbers as the columns of the list say them, NaN where they do not; filled in place
 * @param rows the block's row of each entry
 * @param exposureColumn -1 where the list has none
 */
export function completeByAges(
  numbers: AgedNumbers,
  { basis, columns, amounts }: CustomerAges,
  rows: readonly number[],
  exposureColumn: number,
  findings: FindingLog,
): void {
  const scale = moneyScale([...amounts, Float64Array.from(numbers.exposure)]);
  const sumOf = (entry: number, isCounted: (column: AgeingColumn) => boolean) =>
    columns.reduce(
      (sum, column, index) => (isCounted(column) ? sum + toScale(amounts[index][entry], scale) : sum),
      0,
    );
  const hasNotDue = columns.some(({ isNotDue }) => isNotDue);
  const isWhole = hasNotDue || basis === 'invoiceDate';
  for (let entry = 0; entry < rows.length; entry++) {
    const total = sumOf(entry, () => true);
    const stated = toScale(numbers.exposure[entry], scale);
    if (Number.isNaN(stated)) numbers.exposure[entry] = total / scale;
    const rest = stated - total;
    // Without a column of what is not due, that is the rest.
    const isOff = isWhole ? rest !== 0 : rest < 0;
    if (isOff && !Number.isNaN(rest)) {
      findings.add('ageingDiffers', rows[entry], exposureColumn, String(rest / scale));
    }
    if (basis === 'dueDate' && Number.isNaN(numbers.overdue[entry])) {
      numbers.overdue[entry] = sumOf(entry, ({ isNotDue }) => !isNotDue) / scale;
    }
  }
}

/** The ages of some entries, in their order. */
export const agesOf = (ages: CustomerAges, entries: ArrayLike<number>): CustomerAges => ({
  ...ages,
  amounts: ages.amounts.map(column => Float64Array.from(entries, entry => column[entry])),
});
