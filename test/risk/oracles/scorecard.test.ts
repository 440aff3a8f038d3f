/** Measures of a scorecard against published figures. */
import { describe, expect, test } from '@jest/globals';
import { areaUnderCurve, giniOf } from '../../../src/risk/backtest/areaUnderCurve';
import { kolmogorovSmirnov } from '../../../src/risk/backtest/kolmogorovSmirnov';
import { bandByScore } from '../../../src/risk/backtest/outcomeBands';
import { pointScale, pointsOfOdds } from '../../../src/risk/backtest/pointScale';
import { populationStability } from '../../../src/risk/backtest/populationStability';
import { informationValue, weightOfEvidence } from '../../../src/risk/backtest/weightOfEvidence';

/** 625 good and 470 bad in five bins, riskiest first. */
const bins = { good: [50, 75, 125, 175, 200], bad: [120, 110, 90, 80, 70] };

describe('a scorecard of five bins', () => {
  test('weight of evidence, ln(% good / % bad), per bin', () => {
    const published = [-1.160488, -0.668011, 0.043485, 0.49774, 0.764803];
    expect(weightOfEvidence(bins)).toEqual(published.map(weight => expect.closeTo(weight, 6)));
  });

  test('information value 0.46548320', () => {
    expect(informationValue(bins)).toBeCloseTo(0.4654832, 8);
  });

  test('area under the curve 0.682553191', () => {
    expect(areaUnderCurve(bins)).toBeCloseTo(0.682553191, 9);
  });

  test('Gini coefficient 0.365106383', () => {
    expect(giniOf(areaUnderCurve(bins))).toBeCloseTo(0.365106383, 9);
  });

  test('Kolmogorov–Smirnov gap 0.289361702', () => {
    expect(kolmogorovSmirnov(bins)).toBeCloseTo(0.289361702, 9);
  });
});

test('scaling: 600 points at 50 to 1 and 20 to double give factor 28.85390081777927 and offset 487.1228762045', () => {
  const scale = pointScale(600, 50, 20);
  expect(scale.factor).toBeCloseTo(28.85390081777927, 13);
  expect(scale.offset).toBeCloseTo(487.1228762045, 10);
  expect([pointsOfOdds(scale, 50), pointsOfOdds(scale, 100)]).toEqual([
    expect.closeTo(600, 9),
    expect.closeTo(620, 9),
  ]);
});

test('population stability of 0.4, 0.3, 0.3 against 0.35, 0.25, 0.4 is 0.0445608547', () => {
  expect(populationStability([0.4, 0.3, 0.3], [0.35, 0.25, 0.4])).toBeCloseTo(0.0445608547, 10);
});

test('area under the curve of y 0, 0, 1, 1 with scores 0.1, 0.4, 0.35, 0.8 is 0.75 (roc_auc_score of scikit-learn)', () => {
  // There a higher score means 1; here it means good.
  expect(areaUnderCurve(bandByScore([0.1, 0.4, 0.35, 0.8], [1, 1, 0, 0]))).toBe(0.75);
});
