import type { Bilingual } from '../policy/policy';
import { exactSum } from './exactSum';

/**
 * Measure the expected credit loss of a balance by its age: Σ amount × loss rate of its bucket, the provision matrix of
 * IFRS 9 (B5.5.35) and of the ageing method (账龄分析法).
 *
 * @param amounts Per bucket, in any unit; what is in credit lowers the loss by its rate.
 * @param rates Per bucket, 0–1, as many as amounts.
 * @returns In the unit of the amounts; the allowance that is required, of which what is already booked has to be taken off.
 * @example expectedLoss([15_000_000, 7_500_000], [0.003, 0.016]) //=> 165_000
 */
export function expectedLoss(amounts: ArrayLike<number>, rates: ArrayLike<number>): number {
  let loss = 0;
  for (let bucket = 0; bucket < rates.length; bucket += 1) loss += amounts[bucket] * rates[bucket];
  return loss;
}

/** One line of a provision matrix. */
export interface AllowanceLine {
  readonly amount: number;
  readonly rate: number;
  /** Rounded to cents, so that the lines of a report add up to its total. */
  readonly loss: number;
}

/** A provision matrix: what is expected to be lost, bucket by bucket. */
export interface ProvisionMatrix {
  readonly lines: readonly AllowanceLine[];
  /** Sums of the lines, `loss` the allowance that is required; NaN where a line is not known: a part is no allowance. */
  readonly amount: number;
  readonly loss: number;
}

/**
 * Lay out the expected credit loss of a balance by its age, in day or in month buckets alike.
 *
 * @param amounts Per bucket, in currency units.
 * @param rates Per bucket, 0–1, as many as amounts.
 * @example provisionMatrix([15_000_000, 7_500_000], [0.003, 0.016]).lines[1] //=> { amount: 7_500_000, rate: 0.016, loss: 120_000 }
 */
export function provisionMatrix(amounts: ArrayLike<number>, rates: readonly number[]): ProvisionMatrix {
  const lines = rates.map((rate, bucket) => ({
    amount: amounts[bucket],
    rate,
    loss: toCents(amounts[bucket] * rate),
  }));
  return { lines, amount: total(lines.map(line => line.amount)), loss: total(lines.map(line => line.loss)) };
}

export type AllowanceAccount = 'impairmentLoss' | 'allowance';

/** The two accounts of the entry, as the Chinese standards (CAS 22) and IFRS 9 name them. */
export const allowanceAccounts: Readonly<Record<AllowanceAccount, Bilingual>> = {
  impairmentLoss: { en: 'Credit impairment loss', zh: '信用减值损失' },
  allowance: { en: 'Allowance for doubtful accounts', zh: '坏账准备' },
};

export interface JournalLine {
  readonly account: AllowanceAccount;
  /** One of the two is 0. */
  readonly debit: number;
  readonly credit: number;
}

/**
 * Write the journal entry that brings the allowance to what is required: a loss for what is missing, a reversal for what is too much.
 *
 * @param required In currency units; below 0 it counts as 0.
 * @param booked Balance of the account before the entry: above 0 in credit, as usual, below 0 in debit (more was written off than provided for).
 * @returns Debit line first, in cents; no lines where nothing is to be booked.
 * @example allowanceEntry(4970, 1530) //=> [{ account: 'impairmentLoss', debit: 3440, credit: 0 }, { account: 'allowance', debit: 0, credit: 3440 }]
 */
export function allowanceEntry(required: number, booked: number): readonly JournalLine[] {
  const missing = toCents(Math.max(0, required) - booked);
  if (missing === 0 || Number.isNaN(missing)) return [];
  const amount = Math.abs(missing);
  const [debited, credited]: readonly AllowanceAccount[] =
    missing > 0 ? ['impairmentLoss', 'allowance'] : ['allowance', 'impairmentLoss'];
  return [
    { account: debited, debit: amount, credit: 0 },
    { account: credited, debit: 0, credit: amount },
  ];
}

const total = (amounts: readonly number[]): number =>
  amounts.some(Number.isNaN) ? Number.NaN : toCents(exactSum(amounts));

/** Halves away from zero, as money is rounded; a hair is added because 1.005 is stored as a little less. */
function toCents(amount: number): number {
  const cents = Math.abs(amount) * 100;
  return (Math.sign(amount) * Math.round(cents * (1 + Number.EPSILON))) / 100 + 0;
}
