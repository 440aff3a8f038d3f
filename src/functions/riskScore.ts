import { scoreReasonTexts } from '../i18n/functions/scoreReasons';
import { currentLanguage, type Language } from '../i18n/language';
import { comparable } from '../risk/policy/cells/policyCells';
import { defaultPolicy } from '../risk/policy/defaultPolicy';
import type { Policy } from '../risk/policy/policy';
import type { Problem } from '../risk/problem';
import { noCap, noTier, type Scores } from '../risk/scoring/assessment';
import { capTiers, metricsOfKnockOuts } from '../risk/scoring/knockOuts';
import { type FactorScores, reasons, scoreColumns, tierIndex } from '../risk/scoring/score';
import { nameSeparator } from '../risk/scoring/verdicts';
import { refuseLoneError, rowsOf } from './argument';
import { plainValue } from './cell';
import { readOption } from './choiceArgument';
import { type FactorValues, readFactorValues, readHeaders } from './factorArgument';
import { withoutEndOfSheet } from './listArguments';
import { readFactors, readTieringPolicy } from './policyArgument';
import { errorOf, spill } from './respond';

const outputs = ['score', 'tier', 'points', 'reasons', 'coverage'] as const;
const reasonCount = 3;

/**
 * Score rows by the policy.
 *
 * Missing is an empty cell, or n/a. A factor of the policy without a column is missing in every row. A row with an error answers
 * with its own error, a row without data with #N/A; below the last row with data cells stay empty.
 *
 * A header is the name of a factor in the policy, or the title of its metric, in either language. A column without a header is passed
 * over, and so are the other columns of CUSTOMERMETRICS, so that its table can be scored whole; any other header is refused, since a
 * misspelt factor would silently be missing.
 *
 * With the whole policy sheet, or without a policy, "tier" and "reasons" know the policy's tiers and its knock-outs: where a column
 * tells what a knock-out looks at (insolvent, oldest days overdue, limit utilization, written off, external rating), it caps the tier.
 * The score stays what the points add up to.
 *
 * @customfunction RISKSCORE RISKSCORE
 * @param values A row per customer, a column per factor, or the rows of CUSTOMERMETRICS.
 * @param headers The name of the factor in each column, English or Chinese.
 * @param policy The factor table of the policy, or the whole policy sheet, whose tiers and knock-outs then count as well.
 * @param output "score" (default), "tier", "points", "reasons" or "coverage".
 * @returns One cell a row; for "points" one a column of values.
 * @example =TIERCEL.RISKSCORE(C2:I400, C1:I1, TiercelFactors[#All], "reasons")
 * @formula earned = (value − worst) / (best − worst), at least 0 and at most 1; in n steps rounded down to a whole 1/n
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
  refuseLoneError(values, 'values');
  refuseLoneError(headers, 'headers');
  const by = chosen === 'tier' || chosen === 'reasons' ? readTieringPolicy(policy) : withFactorsOnly(policy);
  const language = currentLanguage();
  const wanted = metricsOfKnockOuts(by);
  const columns = readHeaders(headers, by.factors, wanted);
  const rows = withoutEndOfSheet(rowsOf(values));
  const headerRow = rowOfHeaders(rows, headers);
  const customers =
    headerRow < 0 ? rows : rows.map((row, at) => (at > headerRow ? row : row.map(() => null)));
  const table = readFactorValues(customers, columns, by.factors, wanted);
  const scores = scoreColumns(table.values, by.factors);
  const tiers = tiersOf(scores, table, by);

  const answers: Readonly<Record<(typeof outputs)[number], (row: number) => unknown[]>> = {
    score: row => [scores.score[row]],
    tier: row => [by.tiers[tiers.tier[row]].letter],
    coverage: row => [scores.coverage[row]],
    points: row => columns.map(({ factor }) => pointsCell(scores, factor, row)),
    reasons: row => [
      [...capReason(tiers, row, by, language), ...lossReasons(scores, table, row, by, language)].join(
        nameSeparator[language],
      ),
    ],
  };
  const width = chosen === 'points' ? columns.length : 1;
  const wholeRow = (cell: unknown) => new Array<unknown>(width).fill(cell);

  const cells = rows.map((_, row) => {
    if (row <= headerRow) return wholeRow('');
    const problem = table.problems.get(row);
    if (problem) return wholeRow(errorOf(problem));
    if (row > table.lastRow) return wholeRow('');
    // Who is knocked out to the last tier is there without a score too.
    if (tiers.tier[row] === noTier) return wholeRow(errorOf(withoutData(row)));
    return answers[chosen](row);
  });
  return spill(cells);
}

/** Blank rows and titles may stand above the headers, but not more than these. */
const searchedRows = 20;

/** The row of whole columns in which the headers themselves stand; -1 where there is none. */
function rowOfHeaders(rows: readonly (readonly unknown[])[], headers: unknown): number {
  const names = rowsOf(headers)
    .flat()
    .map(cell => comparable(plainValue(cell)));
  if (names.every(name => name === '')) return -1;
  return rows
    .slice(0, searchedRows)
    .findIndex(row => names.every((name, column) => comparable(plainValue(row[column])) === name));
}

/** Points alone need no tiers, so a broken row elsewhere on the sheet does not take them away. */
const withFactorsOnly = (argument: unknown): Policy => ({
  ...defaultPolicy,
  factors: readFactors(argument),
  knockOuts: [],
});

const withoutData = (row: number): Problem => ({
  code: 'notAvailable',
  key: 'noFactorHasData',
  detail: { argument: 'values', row: row + 1 },
});

function tiersOf(
  { score }: FactorScores,
  { metrics }: FactorValues,
  policy: Policy,
): Pick<Scores, 'tier' | 'cap'> {
  const byScore = Uint8Array.from(score, each => tierIndex(each, policy.tiers));
  return capTiers(byScore, metrics, policy);
}

/** Empty where the factor had no data and its weight went to the others. */
function pointsCell(scores: FactorScores, factor: number, row: number): number | string {
  const points = factor < 0 ? Number.NaN : scores.points[factor][row];
  return Number.isNaN(points) ? '' : points;
}

/** `Insolvent: tier D at best`; nothing where no knock-out lowered the tier. */
function capReason(
  { tier, cap }: Pick<Scores, 'tier' | 'cap'>,
  row: number,
  { knockOuts, tiers }: Policy,
  language: Language,
): string[] {
  if (cap[row] === noCap) return [];
  const name = knockOuts[cap[row]].name[language];
  const { letter } = tiers[tier[row]];
  return [scoreReasonTexts[language].capped(name, letter)];
}

/** `Overdue share −12.5`, `Payment delay rate −8.0`, `Years as a customer −5.0 (no data)`; none for a full score. */
function lossReasons(
  scores: FactorScores,
  { values }: FactorValues,
  row: number,
  { factors }: Policy,
  language: Language,
): string[] {
  const { lost: sayLost, lostWithoutData } = scoreReasonTexts[language];
  const ofRow = values.map(column => column[row]);
  return reasons(scores, ofRow, row, reasonCount).map(({ factor, lost, value }) => {
    const say = Number.isNaN(value) ? lostWithoutData : sayLost;
    return say(factors[factor].name[language], lost.toFixed(1));
  });
}
