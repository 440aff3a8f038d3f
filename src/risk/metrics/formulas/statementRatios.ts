import type { CustomerList } from '../../ledger/customerList/customerList';
import type { Slices } from '../../slices';
import { ratio } from '../table/metricColumns';
import { type AltmanModel, altmanModels, altmanZ, type Statement } from './altmanZ';

type ListNumbers = CustomerList['numbers'];

/** What customers' statements say of their strength, one entry a row of the list, NaN where not known. */
export interface StatementRatios {
  /** Current assets / current liabilities (流动比率). */
  readonly currentRatio: Float64Array;
  /** Total liabilities / total assets (资产负债率). */
  readonly debtRatio: Float64Array;
  /** Operating cash flow / total liabilities (Beaver 1966, cash flow to total debt). */
  readonly cashFlowToDebt: Float64Array;
  readonly altmanZ: Float64Array;
  /** The model that `altmanZ` was measured by for all customers; null where nobody's figures allow one. */
  readonly altmanModel: AltmanModel | null;
}

/**
 * Measure customers by their statements. A ratio that the list itself holds is taken before one that would follow from its amounts.
 *
 * What follows from the balance sheet is filled in: working capital is current assets − current liabilities, and each of total assets,
 * total liabilities and equity follows from the other two. All of a list are measured by one of Altman's models, since the scores of two
 * cannot be compared: the one that serves most customers, of equals the more special ("z" wants a market value and revenue, "z1" revenue).
 *
 * @param numbers As the reader gives them; amounts of one customer in one unit, whichever.
 * @example finishSlices(statementRatiosInSlices(list.numbers)).altmanModel //=> 'z1'
 */
export function* statementRatiosInSlices(numbers: ListNumbers): Slices<StatementRatios> {
  const statements = completeStatements(numbers);
  yield;
  const each = (measure: (entry: number) => number) => numbers.totalAssets.map((_, entry) => measure(entry));
  const scores: { readonly model: AltmanModel; readonly scores: Float64Array }[] = [];
  for (const model of altmanModels) {
    scores.push({ model, scores: each(entry => altmanScore(statementOf(statements, entry, model), model)) });
    yield;
  }
  const widest = scores.reduce((best, other) =>
    countKnown(other.scores) > countKnown(best.scores) ? other : best,
  );
  const given = numbers.altmanZ;
  return {
    currentRatio: known(
      numbers.currentRatio,
      each(entry => ratio(numbers.currentAssets[entry], numbers.currentLiabilities[entry])),
    ),
    debtRatio: known(
      numbers.debtRatio,
      each(entry => ratio(statements.totalLiabilities[entry], statements.totalAssets[entry])),
    ),
    cashFlowToDebt: known(
      numbers.cashFlowToDebt,
      each(entry => ratio(numbers.operatingCashFlow[entry], statements.totalLiabilities[entry])),
    ),
    // Which model a score of the list's own was made by is not known, so it is not mixed with ours.
    altmanZ: countKnown(given) > 0 ? given : widest.scores,
    altmanModel: countKnown(given) === 0 && countKnown(widest.scores) > 0 ? widest.model : null,
  };
}

interface Statements {
  readonly numbers: ListNumbers;
  readonly workingCapital: Float64Array;
  readonly totalAssets: Float64Array;
  readonly totalLiabilities: Float64Array;
  readonly equity: Float64Array;
}

function completeStatements(numbers: ListNumbers): Statements {
  const { totalAssets, totalLiabilities, equity, currentAssets, currentLiabilities } = numbers;
  return {
    numbers,
    workingCapital: known(numbers.workingCapital, difference(currentAssets, currentLiabilities)),
    totalAssets: known(
      totalAssets,
      totalLiabilities.map((debt, entry) => debt + equity[entry]),
    ),
    totalLiabilities: known(totalLiabilities, difference(totalAssets, equity)),
    equity: known(equity, difference(totalAssets, totalLiabilities)),
  };
}

function statementOf(statements: Statements, entry: number, model: AltmanModel): Statement {
  const { numbers, workingCapital, totalAssets, totalLiabilities, equity } = statements;
  return {
    workingCapital: workingCapital[entry],
    retainedEarnings: numbers.retainedEarnings[entry],
    ebit: numbers.ebit[entry],
    equity: (model === 'z' ? numbers.marketValue : equity)[entry],
    sales: numbers.revenue[entry],
    totalAssets: totalAssets[entry],
    totalLiabilities: totalLiabilities[entry],
  };
}

function altmanScore(statement: Statement, model: AltmanModel): number {
  const score = altmanZ(statement, model);
  return score.ok ? score.value : Number.NaN;
}

const difference = (one: Float64Array, other: Float64Array): Float64Array =>
  one.map((value, entry) => value - other[entry]);

const known = (first: Float64Array, otherwise: Float64Array): Float64Array =>
  first.map((value, entry) => (Number.isNaN(value) ? otherwise[entry] : value));

const countKnown = (values: Float64Array): number =>
  values.reduce((count, value) => count + Number(!Number.isNaN(value)), 0);
