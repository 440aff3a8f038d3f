import { fail, type Outcome, succeed } from '../../problem';

/** Altman's models: for listed makers (1968), private makers (Z′, 1983) and companies that make nothing or are in new markets (Z″, 1995). */
export const altmanModels = ['z', 'z1', 'z2'] as const;

export type AltmanModel = (typeof altmanModels)[number];

/** Figures of one company's statements, in one currency unit. */
export interface Statement {
  readonly workingCapital: number;
  readonly retainedEarnings: number;
  readonly ebit: number;
  /** Market value for "z", book value for "z1" and "z2". */
  readonly equity: number;
  /** Not looked at by "z2", which has no sales term. */
  readonly sales: number;
  readonly totalAssets: number;
  readonly totalLiabilities: number;
}

interface Weights {
  readonly workingCapital: number;
  readonly retainedEarnings: number;
  readonly ebit: number;
  readonly equity: number;
  readonly sales: number;
}

/** How far a company is from distress by its score. */
export type AltmanZone = 'safe' | 'grey' | 'distress';

/**
 * Where each model's grey zone begins and ends. Those of 1968 are Altman's own, "Financial Ratios, Discriminant Analysis and the Prediction of Corporate
 * Bankruptcy"; those of Z′ (1983) and Z″ (1995) as he gives them again in "Predicting Financial Distress of Companies" (2000).
 */
const altmanGreyZone: Readonly<Record<AltmanModel, { readonly from: number; readonly to: number }>> = {
  z: { from: 1.81, to: 2.99 },
  z1: { from: 1.23, to: 2.9 },
  z2: { from: 1.1, to: 2.6 },
};

/** Altman, "Predicting Financial Distress of Companies: Revisiting the Z-Score and ZETA Models" (2000). The 0.999 of 1968 is there 1.0. */
const weightsOf: Readonly<Record<AltmanModel, Weights>> = {
  z: { workingCapital: 1.2, retainedEarnings: 1.4, ebit: 3.3, equity: 0.6, sales: 1 },
  z1: { workingCapital: 0.717, retainedEarnings: 0.847, ebit: 3.107, equity: 0.42, sales: 0.998 },
  z2: { workingCapital: 6.56, retainedEarnings: 3.26, ebit: 6.72, equity: 1.05, sales: 0 },
};

/**
 * Measure a company's distance from distress by Altman's Z: weighted ratios of working capital, retained earnings, EBIT and sales
 * to total assets, and of equity to total liabilities. Safe above 2.99 (z), 2.9 (z1), 2.6 (z2); in distress below 1.81, 1.23, 1.1;
 * grey between, the bounds included.
 *
 * @param statement Amounts in any unit, as long as it is one.
 * @returns The score, higher is safer; `argumentZero` without assets or liabilities, `argumentNegative` for negative ones.
 * @example altmanZ({ workingCapital: 4.2, retainedEarnings: 0.8, ebit: 6.5, equity: 7, sales: 8.3, totalAssets: 3.5, totalLiabilities: 5 }, 'z') //=> 11.1
 */
export function altmanZ(statement: Statement, model: AltmanModel): Outcome<number> {
  const { workingCapital, retainedEarnings, ebit, equity, sales, totalAssets, totalLiabilities } = statement;
  for (const argument of ['totalAssets', 'totalLiabilities'] as const) {
    const value = statement[argument];
    if (value === 0) return fail('divideByZero', 'argumentZero', { argument });
    if (value < 0) return fail('value', 'argumentNegative', { argument, value });
  }
  const weights = weightsOf[model];
  const toAssets =
    weights.workingCapital * workingCapital +
    weights.retainedEarnings * retainedEarnings +
    weights.ebit * ebit +
    (weights.sales === 0 ? 0 : weights.sales * sales);
  return succeed(toAssets / totalAssets + (weights.equity * equity) / totalLiabilities);
}

/**
 * Tell the zone of a score: safe above the grey zone of its model, in distress below it; the bounds themselves are grey.
 *
 * @returns Null for a score that is not known.
 * @example altmanZone(1.81, 'z') //=> 'grey'
 * @example altmanZone(1.8, 'z') //=> 'distress'
 */
export function altmanZone(score: number, model: AltmanModel): AltmanZone | null {
  if (Number.isNaN(score)) return null;
  const { from, to } = altmanGreyZone[model];
  if (score > to) return 'safe';
  return score < from ? 'distress' : 'grey';
}
