/** The DSO family, collection effectiveness and turnover against published figures. */
import { describe, expect, test } from '@jest/globals';
import { customFunctions } from '../../../src/functions/functions';
import { collectionEffectiveness } from '../../../src/risk/metrics/formulas/collectionEffectiveness';
import { countbackDso, ratioDso } from '../../../src/risk/metrics/formulas/dso';
import { balanceBy, turnover } from '../../../src/risk/metrics/formulas/turnover';
import { column } from '../../functions/runtime';
import { answerOf } from '../metrics/outcomes';

const { CEI, DSO, TURNOVER } = customFunctions;

describe('the DSO family of abc-amega.com', () => {
  test('DSO: (8,000 / 16,000) × 30 = 15 days', () => {
    expect(answerOf(ratioDso(8_000, 16_000, 30))).toBe(15);
    expect(DSO([[8_000]], [[16_000]], [[30]])).toBe(15);
  });

  test('best possible DSO: (3,000 / 5,000) × 30 = 18 days', () => {
    expect(answerOf(ratioDso(3_000, 5_000, 30))).toBe(18);
    expect(DSO([[3_000]], [[5_000]], [[30]])).toBe(18);
  });

  test('delinquent DSO: (5,000 / 16,000) × 30 = 9.375 days', () => {
    expect(answerOf(ratioDso(5_000, 16_000, 30))).toBe(9.375);
    expect(DSO([[5_000]], [[16_000]], [[30]])).toBe(9.375);
  });
});

describe('count-back DSO of benjipays.com', () => {
  test('212,000 against 100,000, 80,000 and 70,000, newest first: 60 + 32/70 × 30 = 73.714285714 days', () => {
    const oldestFirst = [70_000, 80_000, 100_000];
    expect(answerOf(countbackDso(212_000, oldestFirst, [30, 30, 30]))).toBeCloseTo(73.714285714, 9);
    expect(DSO([[212_000]], column(...oldestFirst), [[30]], 'countback')).toBeCloseTo(73.714285714, 9);
  });
});

describe('the collection effectiveness index of creditguru.com', () => {
  const sample = { begin: 6_200, sales: 10_890, end: 6_340, endCurrent: 3_590 };

  test('is 55.92948717948718 %, printed there as 55.9, and not the 79.63 % that forgets the three months', () => {
    const engine = answerOf(collectionEffectiveness(sample, 3)) * 100;
    const cell = CEI([[6_200]], [[10_890]], [[6_340]], [[3_590]], [[3]]) * 100;
    expect(engine).toBeCloseTo(55.92948717948718, 12);
    expect(cell).toBeCloseTo(55.92948717948718, 12);
    for (const figure of [engine, cell]) expect(figure).not.toBeCloseTo(79.63, 1);
  });

  test('is 79.63 % only for somebody who says that the sales are those of one period', () => {
    expect(answerOf(collectionEffectiveness(sample, 1)) * 100).toBeCloseTo(79.63, 2);
  });
});

describe('turnover, which the sources define twice', () => {
  test('sales / year-end receivables, and days = 365 / turnover', () => {
    const times = answerOf(turnover(16_000, balanceBy('ending', [6_000, 10_000])));
    expect(times).toBe(1.6);
    expect(365 / times).toBe(answerOf(ratioDso(10_000, 16_000, 365)));
    expect(TURNOVER([[16_000]], column(6_000, 10_000), 'ending')).toBe(1.6);
  });

  test('net credit sales / average receivables, and days = 365 / turnover', () => {
    const times = answerOf(turnover(16_000, balanceBy('average', [6_000, 10_000])));
    expect(times).toBe(2);
    expect(365 / times).toBe(answerOf(ratioDso(8_000, 16_000, 365)));
    expect(TURNOVER([[16_000]], column(6_000, 10_000), 'average')).toBe(2);
  });
});
