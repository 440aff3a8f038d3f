import { expectedLoss } from '../risk/metrics/formulas/allowance';
import { findSections } from '../risk/policy/cells/policyCells';
import { fail, type Problem } from '../risk/problem';
import { refuseLoneError, requireSameRows, rowsOf } from './argument';
import { readBuckets, readMonthBuckets } from './bucketsArgument';
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
  const rateOf = readRates(rates);
  const rows = withoutEndOfSheet(rowsOf(amountsByBucket));
  const firstRow = headerOfBlock(rows) + 1;
  const block = readBlock(rows, 'amountsByBucket');
  const isOneColumn = block.width === 1 && rateOf.length > 1;
  if (isOneColumn || block.rowCount === 1) return spill([[onlyAllowance(block, firstRow, rateOf)]]);
  requireColumns(block.width, rateOf.length);
  const cells = rows.map((_, row) => [row < firstRow ? '' : rowAllowance(block, row, rateOf)]);
  return spill(cells);
}

function onlyAllowance(block: NumberBlock, firstRow: number, rates: readonly number[]): number {
  const rowCount = block.rowCount - firstRow;
  if (block.rowCount === 1) requireColumns(block.width, rates.length);
  else requireSameRows('amountsByBucket', rowCount, 'rates', rates.length);
  const problem = firstProblem(block, undefined, firstRow);
  if (problem) answer({ ok: false, problem });
  const amounts = block.values.subarray(firstRow * block.width);
  return expectedLoss(requireContent(amounts, 'amountsByBucket').map(neutral), rates);
}

function rowAllowance(block: NumberBlock, row: number, rates: readonly number[]): unknown {
  const problem = firstProblem(block, row);
  if (problem) return errorOf(problem);
  const amounts = block.values.subarray(row * block.width, (row + 1) * block.width);
  return amounts.every(amount => Number.isNaN(amount)) ? '' : expectedLoss(amounts.map(neutral), rates);
}

/** An empty cell may arrive as 0, so it counts as 0 everywhere. */
const neutral = (amount: number): number => (Number.isNaN(amount) ? 0 : amount);

function readRates(argument: unknown): readonly number[] {
  const sections = findSections(policyCells(argument));
  if (sections.has('buckets')) return readBuckets(argument).map(bucket => bucket.lossRate);
  if (sections.has('monthBuckets')) return readMonthBuckets(argument).map(bucket => bucket.lossRate);
  const rates = readLine(argument, 'rates');
  const wrong = rates.findIndex(rate => rate < 0 || rate > 1);
  if (wrong >= 0) answer({ ok: false, problem: rateOutOfBounds(wrong, rates[wrong]) });
  return rates;
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
