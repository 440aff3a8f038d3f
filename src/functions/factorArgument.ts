/** Arguments that hold a column per factor of the policy, and name the factors. */

import { isBucketLabel, tableWords } from '../i18n/figures/bucketLabels';
import { currentLanguage } from '../i18n/language';
import { readInsolvent } from '../risk/ledger/cells/readInsolvent';
import { type MetricName, metricNames } from '../risk/metrics/table/metric';
import { wholeAtMost } from '../risk/metrics/table/metricMeasures';
import { earlierMetricTitles, metricTitles } from '../risk/metrics/table/metricTitles';
import { comparable } from '../risk/policy/cells/policyCells';
import type { Bilingual, Factor } from '../risk/policy/policy';
import { fail, type Problem } from '../risk/problem';
import { lineOf, rowsOf } from './argument';
import { errorIn, plainValue, saysMissing } from './cell';
import { cellProblem, placeIn } from './columnArgument';
import { floatNoise, numbersOf } from './numberArgument';
import { answer } from './respond';

/** What the header of a column says. */
export interface NamedColumn {
  /** Index into the policy's factors, -1 when the column is none. */
  readonly factor: number;
  /** The metric of the factor or of the header; null when the column holds none. */
  readonly metric: MetricName | null;
}

/** The values of factors and metrics, whatever the order of the columns they came in. */
export interface FactorValues {
  /** Per factor of the policy one value a row, NaN where missing. */
  readonly values: readonly Float64Array[];
  /** What the columns say of the metrics that were asked for. */
  readonly metrics: Readonly<Partial<Record<MetricName, Float64Array>>>;
  /** By zero-based row, the first of the row. */
  readonly problems: ReadonlyMap<number, Problem>;
  /** The last row that holds anything, -1 when none does. */
  readonly lastRow: number;
}

const noColumn: NamedColumn = { factor: -1, metric: null };

/**
 * Find the factor that each header names, in either language: by the factor's name in the policy, or by the title of its metric.
 * Columns without a header, and the other columns of CUSTOMERMETRICS, are no factors.
 *
 * @param wanted Metrics that count where they are no factors.
 * @throws #VALUE! for a name that neither the policy nor CUSTOMERMETRICS has, or that stands there twice, or where no column counts.
 */
export function readHeaders(
  headers: unknown,
  factors: readonly Factor[],
  wanted: ReadonlySet<MetricName>,
): readonly NamedColumn[] {
  const place = placeIn(headers);
  const cells = lineOf(headers, 'headers');
  const found: NamedColumn[] = [];
  const refuse = (position: number): never => {
    const header = plainValue(cells[position]);
    const problem = cellProblem('factorNotInPolicy', 'headers', position, header, place);
    const options = factors.map(known => known.name[currentLanguage()]).join(', ');
    return answer(fail('value', problem.key, { ...problem.detail, options }));
  };
  for (const [position, cell] of cells.entries()) {
    const header = plainValue(cell);
    // An empty cell may arrive as 0, and no factor is called 0.
    const column = columnNamed(String(header || ''), factors);
    if (column === null) return refuse(position);
    const isTwice = column.factor >= 0 && found.some(({ factor }) => factor === column.factor);
    if (isTwice) {
      answer({ ok: false, problem: cellProblem('factorGivenTwice', 'headers', position, header, place) });
    }
    found.push(column);
  }
  const counts = ({ factor, metric }: NamedColumn) => factor >= 0 || (metric !== null && wanted.has(metric));
  // Scores of nothing would be empty cells without a word: `Overdue` is a column of the metrics, `Overdue share` the factor.
  return found.some(counts)
    ? found
    : refuse(
        Math.max(
          0,
          found.findIndex(({ metric }) => metric !== null),
        ),
      );
}

/** Null for a name that nobody knows: a misspelt factor would silently be missing. */
function columnNamed(header: string, factors: readonly Factor[]): NamedColumn | null {
  const name = comparable(header);
  if (name === '') return noColumn;
  const isName = ({ en, zh }: Bilingual) => comparable(en) === name || comparable(zh) === name;
  const wasName = (titles: readonly string[] = []) => titles.some(title => comparable(title) === name);
  const isMetric = (known: MetricName) => isName(metricTitles[known]) || wasName(earlierMetricTitles[known]);
  const metric = metricNames.find(isMetric) ?? null;
  const byName = factors.findIndex(factor => isName(factor.name));
  const factor = byName < 0 && metric !== null ? factors.findIndex(known => known.metric === metric) : byName;
  if (factor >= 0) return { factor, metric: factors[factor].metric };
  const isOfMetricsTable = metric !== null || isName(tableWords.customer) || isBucketLabel(header);
  return isOfMetricsTable ? { factor, metric } : null;
}

/**
 * Read a table of values, a row per customer and a column per header.
 *
 * @param columns As readHeaders gives them.
 * @param wanted Metrics to read also where they are no factors.
 * @throws #VALUE! when there are not as many columns as headers.
 */
export function readFactorValues(
  argument: unknown,
  columns: readonly NamedColumn[],
  factors: readonly Factor[],
  wanted: ReadonlySet<MetricName>,
): FactorValues {
  const rows = rowsOf(argument);
  requireColumns(rows[0]?.length ?? 0, columns.length);
  const values: Float64Array[] = factors.map(() => new Float64Array(rows.length).fill(Number.NaN));
  const metrics: Partial<Record<MetricName, Float64Array>> = {};
  const problems = new Map<number, Problem>();
  let lastRow = -1;
  columns.forEach(({ factor, metric }, position) => {
    const isWanted = metric !== null && wanted.has(metric);
    if (factor < 0 && !isWanted) return;
    const cells = rows.map(row => knownValue(row[position], metric));
    const read = numbersOf(cells, 'values');
    if (factor >= 0) values[factor] = read.values;
    if (isWanted) metrics[metric] = read.values;
    const name = factor >= 0 ? factors[factor].name : metricTitles[metric!];
    for (const [row, problem] of read.problems) {
      const detail = { ...problem.detail, column: name[currentLanguage()] };
      if (!problems.has(row)) problems.set(row, { ...problem, detail });
      lastRow = Math.max(lastRow, row);
    }
    if (metric !== null && wholeAtMost.has(metric)) {
      for (const [row, value] of read.values.entries()) {
        if (value > 1 + floatNoise && !problems.has(row)) problems.set(row, noShare(row, value, name));
      }
    }
    const lastValue = read.values.findLastIndex(value => !Number.isNaN(value));
    lastRow = Math.max(lastRow, lastValue);
  });
  return { values, metrics, problems, lastRow };
}

const noShare = (row: number, value: number, name: Bilingual): Problem => ({
  code: 'value',
  key: 'argumentOutOfBounds',
  detail: { argument: 'values', row: row + 1, column: name[currentLanguage()], value, lowest: 0, highest: 1 },
});

/** A flag may be written in words. */
function knownValue(cell: unknown, metric: MetricName | null): unknown {
  if (saysMissing(cell)) return null;
  const value = plainValue(cell);
  const isWord = metric === 'insolvent' && typeof value !== 'number' && errorIn(cell) === null;
  return isWord && value !== null && value !== '' ? Number(readInsolvent(value)) : cell;
}

function requireColumns(columns: number, otherColumns: number): void {
  if (columns === otherColumns) return;
  const detail = { argument: 'values', columns, other: 'headers', otherColumns };
  answer(fail('value', 'argumentsDifferInColumns', detail));
}
