import { expectedLoss } from '../risk/metrics/formulas/allowance';
import { findSections } from '../risk/policy/cells/policyCells';
import { fail, type Problem } from '../risk/problem';
import { refuseLoneError, requireSameRows, rowsOf } from './argument';
import { readBuckets, readMonthBuckets } from './bucketsArgument';
import { areTotals, isTotalLast } from './closingTotal';
import { requireContent } from './columnArgument';
import { headerOfBlock, withoutEndOfSheet } from './listArguments';
import { firstProblem, type NumberBlock, readBlock, readLine } from './numberArgument';
import { policyCells } from './policyArgument';
import { answer, errorOf, spill } from './respond';

/**
 * Allowance for credit losses: amounts by ageing bucket times the loss rate of each bucket.
 *
 * The provision matrix of IFRS 9 (simplified approach), in China the ageing method. Amounts in one row or column give one
 * allowance; a table with a column per bucket, such as the bucket columns of AGING, gives one per row. A row with an error
 * answers with its own error, an empty row stays empty. Amounts in credit lower the allowance. What is already booked is to be
 * taken off the answer.
 *
 * @customfunction ALLOWANCE ALLOWANCE
 * @param amountsByBucket Amount per bucket, not due first: one row or column, or a row per customer.
 * @param rates Loss rate per bucket as a share (0.3%), in the same order, or a bucket table of the policy, by days or by months.
 * @returns One amount, or one a row.
 * @example =TIERCEL.ALLOWANCE({15000000,7500000,4000000,2500000,1000000}, {0.003,0.016,0.036,0.066,0.106}) //=> 580000
 * @formula allowance = Σ amounts_by_bucket × rates
 * @source IFRS 9 Financial Instruments, B5.5.35 and Illustrative Example 12; in China CAS 22 (企业会计准则第22号)
 * @term 坏账准备（账龄分析法）
 */
export function allowance(amountsByBucket: unknown[][], rates: unknown[][]): unknown[][] {
  refuseLoneError(amountsByBucket, 'amountsByBucket');
  const read = readRates(rates);
  const { rateOf } = read;
  const rows = withoutEndOfSheet(rowsOf(amountsByBucket));
  const firstRow = headerOfBlock(rows) + 1;
  const block = readBlock(rows, 'amountsByBucket');
  const isOneColumn = block.width === 1 && rateOf.length > 1;
  if (isOneColumn || block.rowCount === 1) return spill([[onlyAllowance(block, firstRow, read)]]);
  requireColumns(block.width, rateOf.length);
  requireNoTotal(block, firstRow, read);
  const cells = rows.map((_, row) => [row < firstRow ? '' : rowAllowance(block, row, rateOf)]);
  return spill(cells);
}

function onlyAllowance(block: NumberBlock, firstRow: number, rates: Rates): number {
  const { rateOf } = rates;
  const rowCount = block.rowCount - firstRow;
  if (block.rowCount === 1) requireColumns(block.width, rateOf.length);
  else requireSameRows('amountsByBucket', rowCount, 'rates', rateOf.length);
  const problem = firstProblem(block, undefined, firstRow);
  if (problem) answer({ ok: false, problem });
  const amounts = requireContent(block.values.subarray(firstRow * block.width), 'amountsByBucket');
  requireNoTotal(block, firstRow, rates);
  return expectedLoss(amounts.map(neutral), rateOf);
}

/** A total that has a rate, such as the mean of the others, would count all once more. The policy has no rate for one. */
function requireNoTotal({ values, width }: NumberBlock, firstRow: number, { rateOf, areOfPolicy }: Rates) {
  if (areOfPolicy || rateOf.at(-1) === 0) return;
  const amounts = values.slice(firstRow * width).map(neutral);
  const buckets = rateOf.length;
  const lines = Array.from({ length: amounts.length / buckets }, (_, line) =>
    amounts.subarray(line * buckets, (line + 1) * buckets),
  );
  const isTotal = lines.length === 1 ? isTotalLast(amounts) : areTotals(lines);
  if (isTotal) answer(fail('value', 'totalAmongBuckets', { argument: 'amountsByBucket' }));
}

function rowAllowance(block: NumberBlock, row: number, rates: readonly number[]): unknown {
  const problem = firstProblem(block, row);
  if (problem) return errorOf(problem);
  const amounts = block.values.subarray(row * block.width, (row + 1) * block.width);
  return amounts.every(amount => Number.isNaN(amount)) ? '' : expectedLoss(amounts.map(neutral), rates);
}

/** An empty cell may arrive as 0, so it counts as 0 everywhere. */
const neutral = (amount: number): number => (Number.isNaN(amount) ? 0 : amount);

/** A loss rate for each bucket. */
interface Rates {
  readonly rateOf: readonly number[];
  readonly areOfPolicy: boolean;
}

const ofPolicy = (buckets: readonly { readonly lossRate: number }[]): Rates => ({
  rateOf: buckets.map(bucket => bucket.lossRate),
  areOfPolicy: true,
});

function readRates(argument: unknown): Rates {
  const sections = findSections(policyCells(argument));
  if (sections.has('buckets')) return ofPolicy(readBuckets(argument));
  if (sections.has('monthBuckets')) return ofPolicy(readMonthBuckets(argument));
  const rateOf = readLine(argument, 'rates');
  const wrong = rateOf.findIndex(rate => rate < 0 || rate > 1);
  if (wrong >= 0) answer({ ok: false, problem: rateOutOfBounds(wrong, rateOf[wrong]) });
  return { rateOf, areOfPolicy: false };
}

const rateOutOfBounds = (position: number, value: number): Problem => ({
  code: 'value',
  key: 'argumentOutOfBounds',
  detail: { argument: 'rates', cell: position + 1, value, lowest: 0, highest: 1 },
});

function requireColumns(columns: number, otherColumns: number): void {
  if (columns === otherColumns) return;
  const detail = { argument: 'amountsByBucket', columns, other: 'rates', otherColumns };
  answer(fail('value', 'argumentsDifferInColumns', detail));
}
