import fc from 'fast-check';
import { areaUnderCurve, giniOf } from '../../../src/risk/backtest/areaUnderCurve';
import { kolmogorovSmirnov } from '../../../src/risk/backtest/kolmogorovSmirnov';
import { bandByScore, bandEqually } from '../../../src/risk/backtest/outcomeBands';
import { pointScale, pointsOfOdds } from '../../../src/risk/backtest/pointScale';
import { populationStability, stabilityByChance } from '../../../src/risk/backtest/populationStability';
import { informationValue, weightOfEvidence } from '../../../src/risk/backtest/weightOfEvidence';

/** A worked scorecard of five bands, riskiest first: 625 good and 470 bad. */
const worked = { good: [50, 75, 125, 175, 200], bad: [120, 110, 90, 80, 70] };

const outcomes = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 1 })), {
    minLength: 2,
    maxLength: 60,
  })
  .filter(rows => new Set(rows.map(([, isBad]) => isBad)).size === 2);
const split = (rows: readonly (readonly [number, number])[]) =>
  [rows.map(([score]) => score), rows.map(([, isBad]) => isBad)] as const;

describe('areaUnderCurve', () => {
  it('gives the published area and Gini of the worked scorecard', () => {
    expect(areaUnderCurve(worked)).toBeCloseTo(0.682553191, 9);
    expect(giniOf(areaUnderCurve(worked))).toBeCloseTo(0.365106383, 9);
  });

  it('gives 0.75 for the four rows of scikit-learn’s roc_auc_score example', () => {
    // y 0, 0, 1, 1 with scores 0.1, 0.4, 0.35, 0.8 where a higher score means 1: here 1 is good.
    expect(areaUnderCurve(bandByScore([0.1, 0.4, 0.35, 0.8], [1, 1, 0, 0]))).toBe(0.75);
  });

  it('is 1 for a perfect ranking, 0 for one the wrong way round, and a half when all score the same', () => {
    expect(areaUnderCurve(bandByScore([1, 2, 3], [1, 0, 0]))).toBe(1);
    expect(areaUnderCurve(bandByScore([1, 2, 3], [0, 0, 1]))).toBe(0);
    expect(areaUnderCurve(bandByScore([5, 5, 5], [0, 1, 0]))).toBe(0.5);
  });

  it('is not known where nobody was bad', () => {
    expect(areaUnderCurve(bandByScore([1, 2], [0, 0]))).toBeNaN();
    expect(areaUnderCurve({ good: [], bad: [] })).toBeNaN();
  });

  it('counts every pair of a good and a bad row', () => {
    fc.assert(
      fc.property(outcomes, rows => {
        const good = rows.filter(([, isBad]) => isBad === 0);
        const bad = rows.filter(([, isBad]) => isBad === 1);
        let won = 0;
        for (const [safe] of good)
          for (const [risky] of bad) won += safe > risky ? 1 : safe === risky ? 0.5 : 0;
        expect(areaUnderCurve(bandByScore(...split(rows)))).toBeCloseTo(won / (good.length * bad.length), 12);
      }),
    );
  });

  it('does not care for the scale of the score, and turns round with its sign', () => {
    fc.assert(
      fc.property(outcomes, rows => {
        const [scores, isBad] = split(rows);
        const area = areaUnderCurve(bandByScore(scores, isBad));
        const stretched = areaUnderCurve(
          bandByScore(
            scores.map(score => score ** 3 - 7),
            isBad,
          ),
        );
        const reversed = areaUnderCurve(
          bandByScore(
            scores.map(score => -score),
            isBad,
          ),
        );
        expect(stretched).toBeCloseTo(area, 12);
        expect(reversed).toBeCloseTo(1 - area, 12);
      }),
    );
  });
});

describe('kolmogorovSmirnov', () => {
  it('gives the published gap of the worked scorecard', () => {
    expect(kolmogorovSmirnov(worked)).toBeCloseTo(0.289361702, 9);
  });

  it('is 1 where a cut-off parts them wholly and 0 where no score does', () => {
    expect(kolmogorovSmirnov(bandByScore([1, 2, 3, 4], [1, 1, 0, 0]))).toBe(1);
    expect(kolmogorovSmirnov(bandByScore([2, 2], [1, 0]))).toBe(0);
    expect(kolmogorovSmirnov(bandByScore([2, 2], [1, 1]))).toBeNaN();
  });

  it('is at least what the area says about one cut-off, and at most 1', () => {
    fc.assert(
      fc.property(outcomes, rows => {
        const bands = bandByScore(...split(rows));
        const gap = kolmogorovSmirnov(bands);
        expect(gap).toBeGreaterThanOrEqual(Math.abs(giniOf(areaUnderCurve(bands))) / 2 - 1e-12);
        expect(gap).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('weightOfEvidence and informationValue', () => {
  it('give the published numbers of the worked scorecard', () => {
    const weights = weightOfEvidence(worked);
    [-1.160488, -0.668011, 0.043485, 0.49774, 0.764803].forEach((weight, band) => {
      expect(weights[band]).toBeCloseTo(weight, 6);
    });
    expect(informationValue(worked)).toBeCloseTo(0.4654832, 8);
  });

  it('count an empty side of a band as half a row, and leave a band of nobody out', () => {
    expect(weightOfEvidence({ good: [0, 10], bad: [10, 0] })).toEqual([Math.log(0.05), Math.log(20)]);
    expect(weightOfEvidence({ good: [0, 10, 0], bad: [10, 0, 0] })[2]).toBe(0);
    expect(informationValue({ good: [3, 7, 0], bad: [6, 4, 0] })).toBeCloseTo(
      -0.3 * Math.log(0.5) + 0.3 * Math.log(7 / 4),
      12,
    );
  });

  it('are not known where nobody was bad', () => {
    expect(weightOfEvidence({ good: [1, 2], bad: [0, 0] })).toEqual([Number.NaN, Number.NaN]);
    expect(informationValue({ good: [1, 2], bad: [0, 0] })).toBeNaN();
  });

  it('never gives negative information', () => {
    const counts = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, bands => {
        const good = bands.map(([count]) => count);
        const bad = bands.map(([, count]) => count);
        fc.pre(good.some(count => count > 0) && bad.some(count => count > 0));
        // Half a row where there is none can push a term a little below 0 in tiny samples only.
        fc.pre(bands.every(([goodCount, badCount]) => goodCount > 0 && badCount > 0));
        expect(informationValue({ good, bad })).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });
});

describe('populationStability', () => {
  it('gives the published index, from shares as from counts', () => {
    expect(populationStability([0.4, 0.3, 0.3], [0.35, 0.25, 0.4])).toBeCloseTo(0.0445608547, 10);
    expect(populationStability([40, 30, 30], [70, 50, 80])).toBeCloseTo(0.0445608547, 10);
  });

  it('is 0 where nothing moved, the same in both directions, and finite where a band empties', () => {
    expect(populationStability([3, 5, 8], [6, 10, 16])).toBeCloseTo(0, 12);
    expect(populationStability([9, 1], [5, 5])).toBeCloseTo(populationStability([5, 5], [9, 1]), 12);
    expect(populationStability([10, 0], [5, 5])).toBeCloseTo(-0.5 * Math.log(0.5) + 0.45 * Math.log(10), 12);
    expect(populationStability([10, 0, 0], [5, 5, 0])).toBe(populationStability([10, 0], [5, 5]));
    expect(populationStability([0, 0], [5, 5])).toBeNaN();
  });

  it('says what chance makes of it', () => {
    expect(stabilityByChance(4, 100, 100)).toBeCloseTo(0.06, 12);
    expect(stabilityByChance(10, 500, 1000)).toBeCloseTo(0.027, 12);
  });
});

describe('pointScale', () => {
  it('gives the published factor and offset of 600 points at 50 to 1, 20 to double', () => {
    const scale = pointScale(600, 50, 20);
    expect(scale.factor).toBeCloseTo(28.85390081777927, 12);
    expect(scale.offset).toBeCloseTo(487.1228762045, 9);
    expect(pointsOfOdds(scale, 50)).toBeCloseTo(600, 9);
    expect(pointsOfOdds(scale, 100)).toBeCloseTo(620, 9);
    expect(pointsOfOdds(scale, 1)).toBeCloseTo(scale.offset, 12);
  });
});

describe('bandEqually', () => {
  it('cuts between different scores only, riskiest first, and loses nobody', () => {
    expect(bandEqually([1, 2, 3, 4], [1, 1, 0, 0], 2)).toEqual({ good: [0, 2], bad: [2, 0] });
    expect(bandEqually([7, 7, 7, 7], [1, 0, 0, 0], 4)).toEqual({ good: [3], bad: [1] });
    // Nine in ten have nothing overdue: they are one band, and whoever has is another.
    expect(bandEqually([0, 5, 5, 5, 5, 5, 5, 5, 5, 5], [1, 0, 0, 0, 0, 0, 0, 0, 0, 1], 4)).toEqual({
      good: [0, 8],
      bad: [1, 1],
    });
    expect(bandEqually([], [], 4)).toEqual({ good: [], bad: [] });
    fc.assert(
      fc.property(outcomes, fc.integer({ min: 1, max: 12 }), (rows, bandCount) => {
        const [scores, isBad] = split(rows);
        const { good, bad } = bandEqually(scores, isBad, bandCount);
        expect(good.length).toBeLessThanOrEqual(bandCount);
        const total = [...good, ...bad].reduce((sum, count) => sum + count, 0);
        expect(total).toBe(rows.length);
        expect(good.every((count, band) => count + bad[band] > 0)).toBe(true);
      }),
    );
  });

  it('leaves out rows without a score', () => {
    expect(bandByScore([Number.NaN, 1], [1, 0])).toEqual({ good: [1], bad: [0] });
  });
});
