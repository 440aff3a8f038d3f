import { currentLanguage, type Language } from '../i18n/language';
import type { Factor, Tier } from '../risk/policy/policy';
import { comparable } from '../risk/policy/policyCells';
import { fail, type Problem } from '../risk/problem';
import { type FactorScores, reasons, scoreColumns, tierIndex } from '../risk/scoring/score';
import { lineOf, rowsOf } from './argument';
import { plainValue } from './cell';
import { readOption } from './choiceArgument';
import { numbersOf } from './numberArgument';
import { readFactors, readTiersBesideFactors } from './policyArgument';
import { answer, errorOf, spill } from './respond';

const outputs = ['score', 'tier', 'points', 'reasons', 'coverage'] as const;
const reasonCount = 3;

/**
 * Score rows by the policy.
 *
 * Missing is an empty cell, or n/a. A factor of the policy without a column is missing in every row, a column without a
 * header is passed over. A row with an
 * error answers with its own error, a row without data with #N/A; below the last row with data cells stay empty.
 *
 * @customfunction RISKSCORE RISKSCORE
 * @param values A row per customer, a column per factor.
 * @param headers The name of the factor in each column, English or Chinese, as in the policy.
 * @param policy The factor table of the policy, or the whole policy sheet, whose tiers then count as well.
 * @param output "score" (default), "tier", "points", "reasons" or "coverage".
 * @returns One cell a row; for "points" one a column of values.
 * @example =TIERCEL.RISKSCORE(C2:I400, C1:I1, TiercelFactors[#All], "reasons")
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
  const factorOfColumn = matchHeaders(headers, factors, language);
  const rows = rowsOf(values);
  requireColumns(rows[0]?.length ?? 0, factorOfColumn.length);

  const table = readFactorValues(rows, factorOfColumn, factors);
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

  const cells = rows.map((_, row) => {
    const problem = table.problems.get(row);
    if (problem) return wholeRow(errorOf(problem));
    if (row > table.lastRow) return wholeRow('');
    if (Number.isNaN(scores.score[row]!)) return wholeRow(errorOf(withoutData(row)));
    return rowCells[chosen](row);
  });
  return spill(cells);
}

/** Per column of values the index of its factor, -1 for a column without a header. */
function matchHeaders(headers: unknown, factors: readonly Factor[], language: Language): readonly number[] {
  const matched: number[] = [];
  for (const [position, cell] of lineOf(headers, 'headers').entries()) {
    const name = comparable(String(plainValue(cell) ?? ''));
    const isUnnamed = name === '' || name === '0';
    const factor = isUnnamed ? -1 : factors.findIndex(known => isNamed(known, name));
    const detail = { argument: 'headers', row: position + 1, value: name };
    if (factor < 0 && !isUnnamed) {
      const options = factors.map(known => known.name[language]).join(', ');
      answer(fail('value', 'factorNotInPolicy', { ...detail, options }));
    }
    if (factor >= 0 && matched.includes(factor)) answer(fail('value', 'factorGivenTwice', detail));
    matched.push(factor);
  }
  return matched;
}

const isNamed = (factor: Factor, name: string): boolean =>
  comparable(factor.name.en) === name || comparable(factor.name.zh) === name;

function requireColumns(columns: number, otherColumns: number): void {
  if (columns === otherColumns) return;
  answer(
    fail('value', 'argumentsDifferInColumns', {
      argument: 'values',
      columns,
      other: 'headers',
      otherColumns,
    }),
  );
}

interface FactorValues {
  /** Per factor one value a row, NaN where missing. */
  readonly values: readonly Float64Array[];
  /** By zero-based row, the first of the row. */
  readonly problems: ReadonlyMap<number, Problem>;
  /** The last row that holds anything, -1 when none does. */
  readonly lastRow: number;
}

function readFactorValues(
  rows: readonly (readonly unknown[])[],
  factorOfColumn: readonly number[],
  factors: readonly Factor[],
): FactorValues {
  const values: Float64Array[] = factors.map(() => new Float64Array(rows.length).fill(Number.NaN));
  const problems = new Map<number, Problem>();
  let lastRow = -1;
  factorOfColumn.forEach((factor, column) => {
    if (factor < 0) return;
    const read = numbersOf(
      rows.map(row => (saysMissing(row[column]) ? null : row[column])),
      'values',
    );
    values[factor] = read.values;
    const name = factors[factor]!.name[currentLanguage()];
    for (const [row, problem] of read.problems) {
      if (!problems.has(row)) problems.set(row, { ...problem, detail: { ...problem.detail, column: name } });
      lastRow = Math.max(lastRow, row);
    }
    lastRow = Math.max(
      lastRow,
      read.values.findLastIndex(value => !Number.isNaN(value)),
    );
  });
  return { values, problems, lastRow };
}

/** Desktop Excel hands an empty cell as 0 (office-js issue 4702): a word lets a sheet say missing on every platform. */
const missingWords: ReadonlySet<string> = new Set(['n/a', 'na', 'n.a.', '无', '缺失']);

const saysMissing = (cell: unknown): boolean => missingWords.has(comparable(plainValue(cell)));

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
