import { readAmount } from '../risk/ledger/cells/readAmount';
import { readDate } from '../risk/ledger/cells/readDate';
import { lossRates, rollRate } from '../risk/metrics/formulas/rollRates';
import { fail, type Problem } from '../risk/problem';
import { refuseLoneError, rowsOf } from './argument';
import { plainValue } from './cell';
import { areTotals } from './closingTotal';
import { headerOfBlock, withoutEnd } from './listArguments';
import { firstProblem, type NumberBlock, readBlock } from './numberArgument';
import { isSerialDay } from './plausibleDates';
import { answer, errorOf, spill } from './respond';

/**
 * Loss rates by ageing bucket from balances that rolled forward (roll rates, flow rates).
 *
 * A row per date, oldest first, one bucket's width apart (month ends for buckets of 30 days, year ends for years); a column per
 * bucket, not due first, as AGING gives them without customers.
 *
 * The last bucket counts as lost. Keep amounts that were written off in the last column: they were not collected. A bucket that
 * never held anything has no rate and answers #N/A.
 *
 * @customfunction ROLLRATES ROLLRATES
 * @param balances What stood in each bucket, a row per date, oldest first, without headers and dates.
 * @returns A row of loss rates, one per bucket, as ALLOWANCE takes them.
 * @example =TIERCEL.ROLLRATES({100,0,0;0,50,0;0,0,10}) //=> 0.1, 0.2, 1
 * @formula roll rate of a bucket = Σ next bucket one date later / Σ bucket, at most 1
 * @formula roll rate into the last bucket = Σ last bucket one date later / Σ (bucket + last bucket), since what is lost stays there
 * @formula loss rate of a bucket = roll rate × loss rate of the next bucket; 1 for the last
 * @source The roll-rate (flow-rate) method behind the provision matrix of IFRS 9, B5.5.35; in China the 迁徙率法 of CAS 22
 * @term 迁徙率
 */
export function rollRates(balances: unknown[][]): unknown[][] {
  refuseLoneError(balances, 'balances');
  const rows = withoutEnd(rowsOf(balances));
  const headerRow = headerOfBlock(rows);
  const block = readBlock(rows, 'balances');
  const { width } = block;
  const rowCount = rowsOf(balances).length - headerRow - 1;
  if (rowCount < 2 || width < 2) {
    answer(fail('value', 'balancesTooFew', { argument: 'balances', rows: rowCount, columns: width }));
  }
  requireNoTextDates(rows.slice(headerRow + 1));
  const problem = firstProblem(block, undefined, headerRow + 1);
  if (problem) answer({ ok: false, problem });
  const stated = statedDates(block);
  requireNoDates(stated);
  requireNoTotals(stated);
  requireNoShares(stated);
  const rates = lossRates(stated);
  return spill([
    Array.from(rates, (rate, bucket) =>
      Number.isNaN(rate) ? errorOf(withoutBalance(stated, bucket)) : rate,
    ),
  ]);
}

/** An empty cell is a balance of 0, but a row without any is a date still to come and not one on which all was collected. */
function statedDates({ values, rowCount, width }: NumberBlock): readonly Float64Array[] {
  const rows = Array.from({ length: rowCount }, (_, row) =>
    values.slice(row * width, (row + 1) * width).map(balance => (Number.isNaN(balance) ? 0 : balance)),
  );
  const isStated = rows.map(row => row.some(balance => balance !== 0));
  const first = isStated.indexOf(true);
  const last = isStated.lastIndexOf(true);
  if (first === last) {
    answer(
      fail('value', 'balancesTooFew', { argument: 'balances', rows: first < 0 ? 0 : 1, columns: width }),
    );
  }
  return rows.slice(first, last + 1);
}

/** Fewer balances may grow by the days of a month by chance. */
const fewestDates = 3;

/** Days in a month, a quarter and a year. */
const isPeriod = (days: number): boolean =>
  (days >= 28 && days <= 31) || (days >= 90 && days <= 92) || days === 365 || days === 366;

/** Dates in the first column would be balances of the first bucket, and every rate one bucket late. */
function requireNoDates(rows: readonly Float64Array[]): void {
  if (rows.length < fewestDates) return;
  const areDates = rows.every(
    (row, index) => index === 0 || isPeriod(Math.abs(row[0]! - rows[index - 1]![0]!)),
  );
  if (areDates && isSerialDay(rows[0]![0]!)) refuseDates(rows[0]![0]!);
}

/** Dates that are texts are no balances either, and the message is to say so. */
function requireNoTextDates(rows: readonly (readonly unknown[])[]): void {
  const first = plainValue(rows[0]?.[0]);
  const isDate = typeof first === 'string' && !Number.isNaN(readDate(first, 'ymd', 1900));
  if (isDate && Number.isNaN(readAmount(first))) refuseDates(first);
}

const refuseDates = (value: string | number): never =>
  answer<never>(fail('value', 'balancesBesideDates', { argument: 'balances', value }));

/** A column of totals would be the last bucket, all of which is lost; a row of totals the last date. */
function requireNoTotals(rows: readonly Float64Array[]): void {
  if (areTotals(rows)) answer(fail('value', 'balancesBesideTotals', { argument: 'balances' }));
  const columns = rows[0]!.map((_, column) => column);
  const turned = Array.from(columns, column => Float64Array.from(rows, row => row[column]!));
  if (areTotals(turned)) answer(fail('value', 'balancesAboveTotals', { argument: 'balances' }));
}

/** How far shares that were rounded may be from adding up to the whole. */
const roundedShares = 0.005;

/** Shares of each date's total say how what is owed is spread, and nothing of what rolled on. */
function requireNoShares(rows: readonly Float64Array[]): void {
  const areShares = rows.every(
    row => Math.abs(row.reduce((sum, balance) => sum + balance, 0) - 1) <= roundedShares,
  );
  if (areShares) answer(fail('value', 'balancesAreShares', { argument: 'balances' }));
}

/** A bucket that held something has no rate either where it rolls into one that did not: that is the one to name. */
function withoutBalance(balances: readonly Float64Array[], bucket: number): Problem {
  let unknown = bucket;
  while (!Number.isNaN(rollRate(balances, unknown))) unknown += 1;
  return {
    code: 'notAvailable',
    key: 'bucketWithoutBalance',
    detail: { argument: 'balances', cell: unknown + 1 },
  };
}
