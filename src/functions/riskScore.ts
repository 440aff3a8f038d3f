import { currentLanguage, type Language } from '../i18n/language';
import type { Factor, Tier } from '../risk/policy/policy';
import type { Problem } from '../risk/problem';
import { type FactorScores, reasons, scoreColumns, tierIndex } from '../risk/scoring/score';
import { rowsOf } from './argument';
import { readOption } from './choiceArgument';
import { readFactorValues, readHeaders } from './factorArgument';
import { readFactors, readTiersBesideFactors } from './policyArgument';
import { errorOf, spill } from './respond';

const outputs = ['score', 'tier', 'points', 'reasons', 'coverage'] as const;
const reasonCount = 3;

/**
 * Score rows by the policy.
 *
 * Missing is an empty cell, or n/a. A factor of the policy without a column is missing in every row, a column without a
 * header is passed over. A row with an error answers with its own error, a row without data with #N/A; below the last row
 * with data cells stay empty.
 *
 * @customfunction RISKSCORE RISKSCORE
 * @param values A row per customer, a column per factor.
 * @param headers The name of the factor in each column, English or Chinese, as in the policy.
 * @param policy The factor table of the policy, or the whole policy sheet, whose tiers then count as well.
 * @param output "score" (default), "tier", "points", "reasons" or "coverage".
 * @returns One cell a row; for "points" one a column of values.
 * @example =TIERCEL.RISKSCORE(C2:I400, C1:I1, TiercelFactors[#All], "reasons")
 * @formula earned = (value − worst) / (best − worst), at least 0 and at most 1
 * @formula points = 100 × weight / Σ weights × earned
 * @formula score = Σ points
 * @formula coverage = Σ weights with data / Σ weights
 * @source Tiercel policy; docs/policy.md argues each weight and bound of the default one and tests it against ledgers
 * @term 信用评分
 */
export function riskScore(
  values: unknown[][],
  headers: unknown[][],
  policy?: unknown[][],
  output?: unknown,
): unknown[][] {
  const chosen = readOption(output, 'output', outputs);
  const factors = readFactors(policy);
  const tiers = chosen === 'tier' ? readTiersBesideFactors(policy) : [];
  const language = currentLanguage();
  const factorOfColumn = readHeaders(headers, factors);
  const table = readFactorValues(values, factorOfColumn, factors);
  const scores = scoreColumns(table.values, factors);
  const rowCells: Readonly<Record<(typeof outputs)[number], (row: number) => unknown[]>> = {
    score: row => [scores.score[row]!],
    tier: row => [letterOf(scores.score[row]!, tiers)],
    coverage: row => [scores.coverage[row]!],
    points: row => factorOfColumn.map(factor => pointsCell(scores, factor, row)),
    reasons: row => [reasonsText(scores, table.values, row, factors, language)],
  };
  const width = chosen === 'points' ? factorOfColumn.length : 1;
  const wholeRow = (cell: unknown) => new Array<unknown>(width).fill(cell);

  const cells = rowsOf(values).map((_, row) => {
    const problem = table.problems.get(row);
    if (problem) return wholeRow(errorOf(problem));
    if (row > table.lastRow) return wholeRow('');
    if (Number.isNaN(scores.score[row]!)) return wholeRow(errorOf(withoutData(row)));
    return rowCells[chosen](row);
  });
  return spill(cells);
}

const withoutData = (row: number): Problem => ({
  code: 'notAvailable',
  key: 'noFactorHasData',
  detail: { argument: 'values', row: row + 1 },
});

const letterOf = (score: number, tiers: readonly Tier[]): string => tiers[tierIndex(score, tiers)]!.letter;

/** Empty where the factor had no data and its weight went to the others. */
function pointsCell(scores: FactorScores, factor: number, row: number): number | string {
  const points = factor < 0 ? Number.NaN : scores.points[factor]![row]!;
  return Number.isNaN(points) ? '' : points;
}

/** `Overdue share −12.5; Payment delay rate −8.0; Years as a customer −5.0 (no data)`; empty for a full score. */
function reasonsText(
  scores: FactorScores,
  values: readonly Float64Array[],
  row: number,
  factors: readonly Factor[],
  language: Language,
): string {
  const noData = language === 'zh' ? '（无数据）' : ' (no data)';
  return reasons(scores, values, row, reasonCount)
    .map(({ factor, lost, value }) => {
      const isMissing = Number.isNaN(value);
      return `${factors[factor]!.name[language]} −${lost.toFixed(1)}${isMissing ? noData : ''}`;
    })
    .join(language === 'zh' ? '；' : '; ');
}
