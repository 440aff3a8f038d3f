/** Arguments that hold a column per factor of the policy, and name the factors. */
import { currentLanguage } from '../i18n/language';
import type { Factor } from '../risk/policy/policy';
import { comparable } from '../risk/policy/policyCells';
import { fail, type Problem } from '../risk/problem';
import { lineOf, rowsOf } from './argument';
import { plainValue, saysMissing } from './cell';
import { cellProblem, placeIn } from './columnArgument';
import { numbersOf } from './numberArgument';
import { answer } from './respond';

/** The values of factors, whatever the order of the columns they came in. */
export interface FactorValues {
  /** Per factor of the policy one value a row, NaN where missing. */
  readonly values: readonly Float64Array[];
  /** By zero-based row, the first of the row. */
  readonly problems: ReadonlyMap<number, Problem>;
  /** The last row that holds anything, -1 when none does. */
  readonly lastRow: number;
}

/**
 * Find the factor that each header names, in either language.
 *
 * @returns Per column the index of its factor; -1 for a column without a header.
 * @throws #VALUE! for a name that the policy does not have, or that stands there twice.
 */
export function readHeaders(headers: unknown, factors: readonly Factor[]): readonly number[] {
  const place = placeIn(headers);
  const matched: number[] = [];
  for (const [position, cell] of lineOf(headers, 'headers').entries()) {
    const header = plainValue(cell);
    // An empty cell may arrive as 0, and no factor is called 0.
    const name = comparable(String(header || ''));
    const factor = factors.findIndex(known => isNamed(known, name));
    if (name !== '' && factor < 0) {
      const problem = cellProblem('factorNotInPolicy', 'headers', position, header, place);
      const options = factors.map(known => known.name[currentLanguage()]).join(', ');
      answer(fail('value', problem.key, { ...problem.detail, options }));
    }
    if (factor >= 0 && matched.includes(factor)) {
      answer({
        ok: false,
        problem: cellProblem('factorGivenTwice', 'headers', position, header, place),
      });
    }
    matched.push(factor);
  }
  return matched;
}

const isNamed = (factor: Factor, name: string): boolean =>
  comparable(factor.name.en) === name || comparable(factor.name.zh) === name;

/**
 * Read a table of values, a row per customer and a column per header.
 *
 * @param factorOfColumn As readHeaders gives it.
 * @throws #VALUE! when there are not as many columns as headers.
 */
export function readFactorValues(
  argument: unknown,
  factorOfColumn: readonly number[],
  factors: readonly Factor[],
): FactorValues {
  const rows = rowsOf(argument);
  requireColumns(rows[0]?.length ?? 0, factorOfColumn.length);
  const values: Float64Array[] = factors.map(() => new Float64Array(rows.length).fill(Number.NaN));
  const problems = new Map<number, Problem>();
  let lastRow = -1;
  factorOfColumn.forEach((factor, position) => {
    if (factor < 0) return;
    const cells = rows.map(row => (saysMissing(row[position]) ? null : row[position]));
    const read = numbersOf(cells, 'values');
    values[factor] = read.values;
    const column = factors[factor]!.name[currentLanguage()];
    for (const [row, problem] of read.problems) {
      if (!problems.has(row)) problems.set(row, { ...problem, detail: { ...problem.detail, column } });
      lastRow = Math.max(lastRow, row);
    }
    const lastValue = read.values.findLastIndex(value => !Number.isNaN(value));
    lastRow = Math.max(lastRow, lastValue);
  });
  return { values, problems, lastRow };
}

function requireColumns(columns: number, otherColumns: number): void {
  if (columns === otherColumns) return;
  const detail = { argument: 'values', columns, other: 'headers', otherColumns };
  answer(fail('value', 'argumentsDifferInColumns', detail));
}
