/** Altman's three models against their published coefficients and a published case. */
import { expect, test } from '@jest/globals';
import { customFunctions } from '../../../src/functions/functions';
import {
  altmanModels,
  altmanZ,
  altmanZone,
  type Statement,
} from '../../../src/risk/metrics/formulas/altmanZ';
import '../../functions/runtime';
import { answerOf } from '../metrics/outcomes';

/** In millions. */
const published: Statement = {
  workingCapital: 4.2,
  retainedEarnings: 0.8,
  ebit: 6.5,
  equity: 7,
  sales: 8.3,
  totalAssets: 3.5,
  totalLiabilities: 5,
};

const cellOf = (model: string) =>
  customFunctions.ALTMANZ([[4.2]], [[0.8]], [[6.5]], [[7]], [[8.3]], [[3.5]], [[5]], model)[0][0];

test('the published case gives 11.09762857 with 0.999 for sales: 0.001 × 8.3 / 3.5 below ours with 1.0', () => {
  const toPublished = (score: number) => score - 0.001 * (published.sales / published.totalAssets);
  expect(toPublished(answerOf(altmanZ(published, 'z')))).toBeCloseTo(11.09762857, 8);
  expect(toPublished(cellOf('z') as number)).toBeCloseTo(11.09762857, 8);
});

// Altman (2000), "Predicting Financial Distress of Companies": weights of WC/TA, RE/TA, EBIT/TA, equity/TL, S/TA.
test.each([
  ['z', [1.2, 1.4, 3.3, 0.6, 1.0]],
  ['z1', [0.717, 0.847, 3.107, 0.42, 0.998]],
  ['z2', [6.56, 3.26, 6.72, 1.05, 0]],
] as const)('model %s weighs its ratios by %j', (model, weights) => {
  const { workingCapital, retainedEarnings, ebit, equity, sales, totalAssets, totalLiabilities } = published;
  const ratios = [
    workingCapital / totalAssets,
    retainedEarnings / totalAssets,
    ebit / totalAssets,
    equity / totalLiabilities,
    sales / totalAssets,
  ];
  const expected = ratios.reduce((sum, ratio, index) => sum + ratio * weights[index], 0);
  expect(answerOf(altmanZ(published, model))).toBeCloseTo(expected, 12);
  expect(cellOf(model)).toBeCloseTo(expected, 12);
});

// The bounds of 1968, 1983 and 1995, which are grey themselves.
test.each([
  ['z', 1.81, 2.99],
  ['z1', 1.23, 2.9],
  ['z2', 1.1, 2.6],
] as const)('model %s is in distress below %d, safe above %d and grey between', (model, from, to) => {
  const hair = 1e-9;
  expect(altmanZone(from - hair, model)).toBe('distress');
  expect([from, (from + to) / 2, to].map(score => altmanZone(score, model))).toEqual([
    'grey',
    'grey',
    'grey',
  ]);
  expect(altmanZone(to + hair, model)).toBe('safe');
});

test('the published case is safe, and a score that is not known in no zone', () => {
  expect(altmanZone(11.09762857, 'z')).toBe('safe');
  expect(altmanModels.map(model => altmanZone(Number.NaN, model))).toEqual([null, null, null]);
});
