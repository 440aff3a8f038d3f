import type { Problem } from '../risk/problem';
import { tierIndex } from '../risk/scoring/score';
import { rowsOf } from './argument';
import { headerOfBlock, withoutEndOfSheet } from './listArguments';
import { floatNoise, numbersOf } from './numberArgument';
import { readTiers } from './policyArgument';
import { errorOf, spill } from './respond';

/**
 * Name the tier of each score.
 *
 * A cell that is an error, no number or no score answers with its own error, the others with their tiers; empty cells stay empty.
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
  const { values, problems } = numbersOf(rows.flat(), 'scores');
  const letters = Array.from(values, (score, cell) => {
    const row = Math.floor(cell / width);
    if (row <= headerRow) return '';
    const problem = problems.get(cell) ?? (isOffScale(score) ? offScale(score) : undefined);
    if (problem) return errorOf({ ...problem, detail: { ...problem.detail, row: row + 1 } });
    return Number.isNaN(score) ? '' : chosen[tierIndex(score, chosen)].letter;
  });
  return spill(rows.map((_, row) => letters.slice(row * width, (row + 1) * width)));
}

/** Amounts that stand where scores should would all be of the best tier. */
const isOffScale = (score: number): boolean => score < -floatNoise || score > 100 + floatNoise;

const offScale = (score: number): Problem => ({
  code: 'value',
  key: 'notAScore',
  detail: { argument: 'scores', value: score },
});
