import { creditLimit } from '../risk/metrics/formulas/creditLimit';
import { comparable, findSections } from '../risk/policy/cells/policyCells';
import { columnName, policySections, sectionName } from '../risk/policy/cells/policySections';
import { withoutHeader } from '../risk/policy/cells/withoutHeader';
import type { Tier } from '../risk/policy/policy';
import { fail, type Problem } from '../risk/problem';
import { isOmitted, lineOf, requireSameRows, spillAlong } from './argument';
import { errorIn, isEmpty, plainValue, saysMissing } from './cell';
import { cellProblem, type Place, placeIn } from './columnArgument';
import { listColumns } from './listArguments';
import { readKnownNumbers } from './numberArgument';
import { policyCells, readTiers } from './policyArgument';
import { answer, errorOf } from './respond';

/**
 * The credit limit that the policy allows: the tier's months of sales times average monthly sales.
 *
 * A row with an error or an unknown tier answers with its own error, a row without a tier stays empty. Empty sales are 0 and so
 * is their limit; negative sales (more returned than bought) earn none either; n/a as sales gives an empty limit.
 *
 * @customfunction CREDITLIMIT CREDITLIMIT
 * @param tierLetters The tier of each customer, as TIER and RISKSCORE give it.
 * @param monthlySales Average sales of a month of each customer, or one number for all.
 * @param policy The tier table of the policy, or the whole policy sheet; the default policy if omitted.
 * @returns A limit for each tier, in the currency of the sales.
 * @example =TIERCEL.CREDITLIMIT({"A";"B";"D"}, {1000;1000;1000}) //=> 3000, 2000, 0
 * @formula limit = months of the tier × monthly_sales, at least 0
 * @source The period-of-time method of trade credit; docs/policy.md argues the months of each tier
 * @term 信用额度
 */
export function creditLimits(
  tierLetters: unknown[][],
  monthlySales: unknown[][],
  policy?: unknown[][],
): unknown[][] {
  const tiers = readTiers(policy, 'policy');
  requireLimits(policy);
  const { columns } = listColumns(
    { tierLetters: ['name', tierLetters], monthlySales: ['number', monthlySales] },
    true,
  );
  const letters = lineOf(columns.tierLetters, 'tierLetters');
  const salesCells = lineOf(columns.monthlySales, 'monthlySales');
  const sales = readKnownNumbers(columns.monthlySales, 'monthlySales');
  const isOneForAll = sales.values.length === 1;
  if (!isOneForAll) requireSameRows('monthlySales', sales.values.length, 'tierLetters', letters.length);

  const place = placeIn(tierLetters);
  const cells = letters.map((cell, row) => {
    if (isBlank(cell)) return '';
    const tier = findTier(cell, tiers);
    if (!tier) return errorOf(unknownTier(cell, row, place, tiers));
    const position = isOneForAll ? 0 : row;
    const problem = sales.problems.get(position);
    if (problem) return errorOf(problem);
    if (saysMissing(salesCells[position])) return '';
    return creditLimit(tier, sales.values[position] || 0);
  });
  return spillAlong(columns.tierLetters, cells);
}

/** An empty cell may arrive as 0, and no tier is called 0. */
const isBlank = (cell: unknown): boolean => isEmpty(cell) || plainValue(cell) === 0;

const findTier = (cell: unknown, tiers: readonly Tier[]): Tier | undefined =>
  tiers.find(({ letter }) => comparable(letter) === comparable(String(plainValue(cell))));

function unknownTier(cell: unknown, row: number, place: Place, tiers: readonly Tier[]): Problem {
  const error = errorIn(cell);
  if (error !== null) return cellProblem('argumentErrorCell', 'tierLetters', row, error, place);
  const problem = cellProblem('argumentUnknownOption', 'tierLetters', row, plainValue(cell), place);
  const options = tiers.map(({ letter }) => letter).join(', ');
  return { ...problem, detail: { ...problem.detail, options } };
}

/** A table of tiers may do without limits elsewhere; here every limit would silently be 0. */
function requireLimits(policy: unknown): void {
  if (isOmitted(policy)) return;
  const cells = policyCells(policy);
  const found = findSections(cells).get('tiers') ?? withoutHeader(cells, 'tiers');
  if (found.columns.has('limitMonths')) return;
  const column = policySections.tiers.columns.find(({ key }) => key === 'limitMonths')!;
  const section = sectionName(policySections.tiers);
  answer(fail('value', 'policyColumnMissing', { section, column: columnName(column) }));
}
