import { plainText } from '../risk/ledger/cell';
import type { Problem } from '../risk/problem';
import { tierIndex } from '../risk/scoring/score';
import { rowsOf } from './argument';
import { plainValue } from './cell';
import { headerOfBlock, withoutEndOfSheet } from './listArguments';
import { floatNoise, numbersOf } from './numberArgument';
import { readTiers } from './policyArgument';
import { answer, errorOf, spill } from './respond';

/**
 * Name the tier of each score.
 *
 * A cell that is an error, no number or no score answers with its own error, the others with their tiers; empty cells stay empty. Scores of
 * which none is above 1 are refused: they are shares.
 *
 * @customfunction TIER TIER
 * @param scores Risk scores, 0 to 100, higher is safer.
 * @param tiers The tier table of the policy, or the whole policy sheet.
 * @returns A letter for each score, in the shape of the scores.
 * @example =TIERCEL.TIER(F2:F400, TiercelTiers[#All]) //=> "A", "C" …
 * @formula tier = the first whose lowest score is not above the score
 * @source Tiercel policy; docs/policy.md argues the bounds of the default one
 * @term 风险等级
 */
export function tier(scores: unknown[][], tiers?: unknown[][]): unknown[][] {
  const chosen = readTiers(tiers, 'tiers');
  const rows = withoutEndOfSheet(rowsOf(scores));
  const headerRow = headerOfBlock(rows);
  const width = rows[0]?.length ?? 0;
  const cells = rows.flat();
  const { values, problems } = numbersOf(cells, 'scores');
  refuseShares(values);
  const letters = Array.from(values, (score, cell) => {
    const row = Math.floor(cell / width);
    if (row <= headerRow) return '';
    const problem = problems.get(cell) ?? problemOf(score, cells[cell]);
    if (problem) return errorOf({ ...problem, detail: { ...problem.detail, row: row + 1 } });
    return Number.isNaN(score) ? '' : chosen[tierIndex(score, chosen)].letter;
  });
  return spill(rows.map((_, row) => letters.slice(row * width, (row + 1) * width)));
}

/** Amounts that stand where scores should would all be of the best tier, and shares all of the worst. */
function problemOf(score: number, cell: unknown): Problem | undefined {
  const written = plainValue(cell);
  if (typeof written === 'string' && /[%％]/.test(written))
    return noScore('scoreIsShare', plainText(written));
  return isOffScale(score) ? noScore('notAScore', score) : undefined;
}

const isOffScale = (score: number): boolean => score < -floatNoise || score > 100 + floatNoise;

const noScore = (key: 'notAScore' | 'scoreIsShare', value: string | number): Problem => ({
  code: 'value',
  key,
  detail: { argument: 'scores', value },
});

/** One or two scores may be as small as this; of so many one would be larger. */
const fewestShares = 3;

/** Refuse scores that are all shares of 1: every one would be of the worst tier. */
function refuseShares(values: Float64Array): void {
  const scores = values.filter(score => !Number.isNaN(score) && score !== 0);
  const areShares = scores.length >= fewestShares && scores.every(score => score > 0 && score <= 1);
  if (areShares) answer({ ok: false, problem: noScore('scoreIsShare', scores[0]) });
}
