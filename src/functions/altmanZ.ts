import type { ArgumentKey } from '../i18n/functions/functionHelp';
import { altmanModels, altmanZ, type Statement } from '../risk/metrics/formulas/altmanZ';
import type { Problem } from '../risk/problem';
import { requireSameRows, spillAlong } from './argument';
import { readOption } from './choiceArgument';
import { type Place, placeIn, type ReadColumn } from './columnArgument';
import { listColumns } from './listArguments';
import { readKnownNumbers } from './numberArgument';
import { errorOf } from './respond';

type Figure = keyof Statement & ArgumentKey;
type Figures = Readonly<Partial<Record<Figure, ReadColumn>>>;

/**
 * Altman's Z-score: a company's distance from financial distress, from seven figures of its statements.
 *
 * One company in single cells, or many in columns with a row per company. Safe above 2.99 and in distress below 1.81 for "z";
 * 2.9 and 1.23 for "z1"; 2.6 and 1.1 for "z2"; grey between, the bounds included. A row with an error answers with its own error, one in which a figure is missing
 * with #N/A, an empty row stays empty. Desktop Excel hands an empty cell as 0: enter n/a where a figure is not known.
 *
 * @customfunction ALTMANZ ALTMANZ
 * @param workingCapital Current assets less current liabilities.
 * @param retainedEarnings Retained earnings.
 * @param ebit Earnings before interest and taxes.
 * @param equity Market value of equity for "z", book value for "z1" and "z2".
 * @param sales Sales; "z2" does not look at them.
 * @param totalAssets Total assets.
 * @param totalLiabilities Total liabilities.
 * @param model "z" (default) listed maker, "z1" private maker, "z2" company that is no maker.
 * @returns The score, one a row.
 * @example =TIERCEL.ALTMANZ(4.2, 0.8, 6.5, 7, 8.3, 3.5, 5) //=> 11.1
 * @formula "z" = 1.2 × working_capital / total_assets + 1.4 × retained_earnings / total_assets + 3.3 × ebit / total_assets
 * + 0.6 × equity / total_liabilities + 1.0 × sales / total_assets
 * @formula "z1" = the same with 0.717, 0.847, 3.107, 0.42 and 0.998
 * @formula "z2" = the same with 6.56, 3.26, 6.72 and 1.05, without sales
 * @source E. I. Altman, Financial Ratios, Discriminant Analysis and the Prediction of Corporate Bankruptcy (1968), for the zones of "z"
 * @source E. I. Altman, Predicting Financial Distress of Companies: Revisiting the Z-Score and ZETA Models (2000), which
 * gives the last weight of "z" as 1.0 where the paper of 1968 has 0.999
 * @term 奥特曼 Z 值
 */
export function altmanZScore(
  workingCapital: unknown[][],
  retainedEarnings: unknown[][],
  ebit: unknown[][],
  equity: unknown[][],
  sales: unknown[][],
  totalAssets: unknown[][],
  totalLiabilities: unknown[][],
  model?: unknown,
): unknown[][] {
  const chosen = readOption(model, 'model', altmanModels);
  const { columns } = listColumns(
    {
      workingCapital: ['number', workingCapital],
      retainedEarnings: ['number', retainedEarnings],
      ebit: ['number', ebit],
      equity: ['number', equity],
      sales: ['number', sales],
      totalAssets: ['number', totalAssets],
      totalLiabilities: ['number', totalLiabilities],
    },
    true,
  );
  const { sales: _notLookedAt, ...withoutSales } = columns;
  const figures = readFigures(chosen === 'z2' ? withoutSales : columns);

  const place = placeIn(totalAssets);
  const rows = Array.from(figures.totalAssets!.values.keys());
  const cells = rows.map(row => {
    if (isBlankRow(figures, row)) return '';
    const problem = problemOf(figures, row, place);
    if (problem) return errorOf(problem);
    const outcome = altmanZ(statementOf(figures, row), chosen);
    return outcome.ok ? outcome.value : errorOf(placed(outcome.problem, place, row));
  });
  return spillAlong(columns.totalAssets, cells);
}

function readFigures(given: Readonly<Partial<Record<Figure, unknown>>>): Figures {
  const columns = Object.entries(given).map(([figure, argument]) => {
    return [figure as Figure, readKnownNumbers(argument, figure as Figure)] as const;
  });
  const [firstName, first] = columns[0];
  for (const [name, { values }] of columns) {
    requireSameRows(name, values.length, firstName, first.values.length);
  }
  return Object.fromEntries(columns);
}

/** Below the companies desktop Excel hands zeros. */
const isBlankRow = (figures: Figures, row: number): boolean =>
  Object.values(figures).every(({ values, problems }) => !values[row] && !problems.has(row));

/** The first figure of a row that cannot be used. */
function problemOf(figures: Figures, row: number, place: Place): Problem | undefined {
  for (const [name, { values, problems }] of Object.entries(figures)) {
    const problem = problems.get(row);
    if (problem) return problem;
    if (Number.isNaN(values[row])) {
      return { code: 'notAvailable', key: 'figureMissing', detail: { argument: name, [place]: row + 1 } };
    }
  }
  return undefined;
}

function statementOf(figures: Figures, row: number): Statement {
  const of = (figure: Figure) => figures[figure]?.values[row] ?? Number.NaN;
  return {
    workingCapital: of('workingCapital'),
    retainedEarnings: of('retainedEarnings'),
    ebit: of('ebit'),
    equity: of('equity'),
    sales: of('sales'),
    totalAssets: of('totalAssets'),
    totalLiabilities: of('totalLiabilities'),
  };
}

const placed = (problem: Problem, place: Place, row: number): Problem => ({
  ...problem,
  detail: { ...problem.detail, [place]: row + 1 },
});
