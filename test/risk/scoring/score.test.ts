import fc from 'fast-check';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Factor, Policy } from '../../../src/risk/policy/policy';
import { noCap, noTier } from '../../../src/risk/scoring/assessment';
import {
  earnedShare,
  factorValuesInSlices,
  factorValuesOf,
  reasons,
  type ScoringFactor,
  scoreColumns,
  scoreCustomers,
  scoreCustomersInSlices,
  scoreRow,
  tierIndex,
} from '../../../src/risk/scoring/score';
import { finishSlices } from '../../../src/risk/slices';
import { tableOf } from './tableOf';

const overdueShare: ScoringFactor = { weight: 60, best: 0, worst: 0.5, steps: null, missing: 'share' };
const tenure: ScoringFactor = { weight: 40, best: 10, worst: 0, steps: null, missing: 'share' };
const factors = [overdueShare, tenure];

describe('earnedShare', () => {
  it.each([
    [0, 0, 0.5, 1],
    [0.5, 0, 0.5, 0],
    [0.125, 0, 0.5, 0.75],
    [-3, 0, 0.5, 1],
    [9, 0, 0.5, 0],
    [2.5, 10, 0, 0.25],
    [11, 10, 0, 1],
    [-1, 10, 0, 0],
    [Number.POSITIVE_INFINITY, 0, 0.5, 0],
    [Number.NEGATIVE_INFINITY, 0, 0.5, 1],
    [5, 5, 5, 1],
    [5.1, 5, 5, 0],
    [10.8 / 9, 1.2, 1.2, 1],
  ])('gives the value %d between best %d and worst %d the share %d', (value, best, worst, expected) => {
    expect(earnedShare(value, { best, worst, steps: null })).toBe(expected);
  });

  it.each([
    // Four steps of 25 % each between 40 (worst) and 0 (best): a value earns the step it has reached.
    [0, 0, 40, 4, 1],
    [0.1, 0, 40, 4, 0.75],
    [10, 0, 40, 4, 0.75],
    [10.1, 0, 40, 4, 0.5],
    [30, 0, 40, 4, 0.25],
    [39.9, 0, 40, 4, 0],
    [40, 0, 40, 4, 0],
    [-5, 0, 40, 4, 1],
    // One step: all at best, or nothing.
    [0, 0, 40, 1, 1],
    [0.1, 0, 40, 1, 0],
    [10, 10, 0, 1, 1],
    [9.9, 10, 0, 1, 0],
    // Higher is better.
    [7.5, 10, 0, 4, 0.75],
    [7.4, 10, 0, 4, 0.5],
    // Bounds that a binary number only comes near: 0.35 is exactly half way between 0.6 and 0.1.
    [0.35, 0.1, 0.6, 2, 0.5],
    [0.3, 0, 1, 10, 0.7],
    [0.7, 0, 1, 10, 0.3],
  ])(
    'gives the value %d between best %d and worst %d in %d steps the share %d',
    (value, best, worst, steps, expected) => {
      expect(earnedShare(value, { best, worst, steps })).toBeCloseTo(expected, 12);
    },
  );

  it('has nothing to say about a missing value', () => {
    expect(earnedShare(Number.NaN, { best: 0, worst: 1, steps: null })).toBeNaN();
    expect(earnedShare(Number.NaN, { best: 1, worst: 1, steps: 4 })).toBeNaN();
  });
});

describe('scoreColumns', () => {
  it('adds the points of the factors: 60 × 0.8 + 40 × 0.5 = 68', () => {
    const { score, coverage, points, available } = scoreColumns([[0.1], [5]], factors);
    expect([...score]).toEqual([68]);
    expect([...coverage]).toEqual([1]);
    expect(points.map(column => column[0])).toEqual([48, 20]);
    expect(available.map(column => column[0])).toEqual([60, 40]);
  });

  it('shares the weight of a missing factor among the others: only 0.8 of 100 is left to earn', () => {
    const { score, coverage, points, available } = scoreColumns([[0.1], [Number.NaN]], factors);
    expect([...score]).toEqual([80]);
    expect([...coverage]).toEqual([0.6]);
    expect(points.map(column => column[0])).toEqual([80, Number.NaN]);
    expect(available.map(column => column[0])).toEqual([100, 0]);
  });

  it('lets a missing factor earn nothing where its treatment says so: 60 × 0.8 of 100', () => {
    const strict: ScoringFactor = { ...tenure, missing: 'nothing' };
    const { score, coverage, points, available } = scoreColumns(
      [[0.1], [Number.NaN]],
      [overdueShare, strict],
    );
    expect([...score]).toEqual([48]);
    expect([...coverage]).toEqual([0.6]);
    expect(points.map(column => column[0])).toEqual([48, 0]);
    expect(available.map(column => column[0])).toEqual([60, 40]);
  });

  it('keeps both treatments apart in one row: 30 of 50 + 20 weights count, 20 of them empty', () => {
    const three: ScoringFactor[] = [
      { weight: 30, best: 0, worst: 1, steps: null, missing: 'share' },
      { weight: 50, best: 0, worst: 1, steps: null, missing: 'share' },
      { weight: 20, best: 0, worst: 1, steps: null, missing: 'nothing' },
    ];
    const { score, available } = scoreRow([0, Number.NaN, Number.NaN], three);
    expect(score).toBe(60);
    expect(available).toEqual([60, 0, 40]);
  });

  it('has no score where nothing has data, even if missing factors earn nothing', () => {
    const strict = factors.map((factor): ScoringFactor => ({ ...factor, missing: 'nothing' }));
    expect(scoreRow([Number.NaN, Number.NaN], strict)).toMatchObject({ score: Number.NaN, coverage: 0 });
    expect(scoreRow([Number.NaN, Number.NaN], factors).score).toBeNaN();
  });

  it('has no score where only factors without weight have data', () => {
    expect(scoreRow([1], [{ ...tenure, weight: 0 }])).toEqual({
      score: Number.NaN,
      coverage: 0,
      points: [0],
      available: [0],
    });
  });

  it('says of one row what it says of a column', () => {
    expect(scoreRow([0.1, Number.NaN], factors)).toEqual({
      score: 80,
      coverage: 0.6,
      points: [80, Number.NaN],
      available: [100, 0],
    });
    expect(scoreRow([], [])).toEqual({ score: Number.NaN, coverage: 0, points: [], available: [] });
  });

  it('answers no rows and no factors with nothing', () => {
    expect(scoreColumns([], []).score).toHaveLength(0);
    expect(scoreColumns([[], []], factors).score).toHaveLength(0);
    expect(scoreRow([], []).score).toBeNaN();
  });

  const anyFactor = fc.record({
    weight: fc.integer({ min: 1, max: 100 }),
    best: fc.integer({ min: -50, max: 50 }),
    worst: fc.integer({ min: 51, max: 200 }),
    steps: fc.option(fc.integer({ min: 1, max: 9 })),
    missing: fc.constantFrom<'share' | 'nothing'>('share', 'nothing'),
  });
  const anyValue = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -500, max: 500 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  );
  const anyRow = fc.array(fc.tuple(anyFactor, anyValue), { minLength: 1, maxLength: 8 });

  it('never falls when a value gets better', () => {
    fc.assert(
      fc.property(anyRow, fc.nat(), fc.integer({ min: 0, max: 300 }), (row, which, step) => {
        const rowFactors = row.map(([factor]) => factor);
        const before = row.map(([, value]) => value);
        const index = which % row.length;
        // Here lower is better in every factor.
        const after = before.map((value, position) => (position === index ? value - step : value));
        const worse = scoreRow(before, rowFactors).score;
        const better = scoreRow(after, rowFactors).score;
        expect(Number.isNaN(worse) ? Number.isNaN(better) : better >= worse).toBe(true);
      }),
    );
  });

  it('does not care for the scale of the weights', () => {
    fc.assert(
      fc.property(anyRow, fc.double({ min: 0.001, max: 1000, noNaN: true }), (row, scale) => {
        const values = row.map(([, value]) => value);
        const scaled = row.map(([factor]) => ({ ...factor, weight: factor.weight * scale }));
        const plain = scoreRow(
          values,
          row.map(([factor]) => factor),
        );
        if (Number.isNaN(plain.score)) expect(scoreRow(values, scaled).score).toBeNaN();
        else expect(scoreRow(values, scaled).score).toBeCloseTo(plain.score, 8);
        expect(scoreRow(values, scaled).coverage).toBeCloseTo(plain.coverage, 8);
      }),
    );
  });

  it('stays within 0–100, explains itself by its points, and has 100 to give', () => {
    fc.assert(
      fc.property(anyRow, row => {
        const values = row.map(([, value]) => value);
        const { score, points, available } = scoreRow(
          values,
          row.map(([factor]) => factor),
        );
        if (Number.isNaN(score)) return;
        const sum = (numbers: number[]) => numbers.reduce((total, each) => total + (each || 0), 0);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(sum(points)).toBeCloseTo(score, 8);
        expect(sum(available)).toBeCloseTo(100, 8);
      }),
    );
  });
});

describe('tierIndex', () => {
  it.each([
    [100, 0],
    [80, 0],
    [79.999999, 1],
    [65, 1],
    [45, 2],
    [44.9, 3],
    [0, 3],
    [-5, 3],
    [Number.NaN, noTier],
  ])('puts the score %d into tier %d of A 80, B 65, C 45, D 0', (score, expected) => {
    expect(tierIndex(score, defaultPolicy.tiers)).toBe(expected);
  });

  it('puts a score that is 80 but for float noise into A', () => {
    const three = [0.1, 0.2, 0.5].map(
      (weight): ScoringFactor => ({ weight, best: 0, worst: 1, steps: null, missing: 'share' }),
    );
    const { score } = scoreRow([0.2, 0.2, 0.2], three);
    expect(tierIndex(score, defaultPolicy.tiers)).toBe(0);
  });

  it('never gives a better tier to a lower score', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (a, b) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          expect(tierIndex(high, defaultPolicy.tiers)).toBeLessThanOrEqual(
            tierIndex(low, defaultPolicy.tiers),
          );
        },
      ),
    );
  });

  it('has no tier without tiers', () => {
    expect(tierIndex(50, [])).toBe(noTier);
  });
});

describe('reasons', () => {
  const reasonsOf = (
    scores: ReturnType<typeof scoreColumns>,
    values: readonly (readonly number[])[],
    row: number,
    limit?: number,
  ) =>
    reasons(
      scores,
      values.map(column => column[row]),
      row,
      limit,
    );

  const three: ScoringFactor[] = [
    { weight: 20, best: 0, worst: 1, steps: null, missing: 'share' },
    { weight: 50, best: 0, worst: 1, steps: null, missing: 'share' },
    { weight: 30, best: 0, worst: 1, steps: null, missing: 'nothing' },
  ];

  it('names the largest losses of points first, with the value that caused them', () => {
    const values = [[1], [0.1], [0.9]];
    expect(reasonsOf(scoreColumns(values, three), values, 0)).toEqual([
      { factor: 2, lost: 27, value: 0.9 },
      { factor: 0, lost: 20, value: 1 },
      { factor: 1, lost: 5, value: 0.1 },
    ]);
    expect(reasonsOf(scoreColumns(values, three), values, 0, 1)).toHaveLength(1);
  });

  it('names equal losses in the order of the policy', () => {
    const equal = [30, 40, 30].map((weight): ScoringFactor => ({ ...three[0], weight }));
    const values = [[1], [0.75], [1]];
    expect(reasonsOf(scoreColumns(values, equal), values, 0).map(({ factor }) => factor)).toEqual([0, 1, 2]);
  });

  it('names a missing factor that earned nothing, and not one whose weight was shared', () => {
    const values = [[Number.NaN], [0], [Number.NaN]];
    expect(reasonsOf(scoreColumns(values, three), values, 0)).toEqual([
      { factor: 2, lost: 37.5, value: Number.NaN },
    ]);
  });

  it('is silent about a full score and about none', () => {
    const values = [
      [0, Number.NaN],
      [0, Number.NaN],
      [0, Number.NaN],
    ];
    const scores = scoreColumns(values, three);
    expect(reasonsOf(scores, values, 0)).toEqual([]);
    expect(reasonsOf(scores, values, 1)).toEqual([]);
  });

  it('accounts for every point that is missing from 100', () => {
    fc.assert(
      fc.property(fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }), fc.double()), row => {
        const values = row.map(value => [value]);
        const scores = scoreColumns(values, three);
        const lost = reasonsOf(scores, values, 0).reduce((sum, reason) => sum + reason.lost, 0);
        expect(lost).toBeCloseTo(100 - scores.score[0], 6);
      }),
    );
  });
});

describe('scoreCustomers', () => {
  const [overdue] = defaultPolicy.factors.filter(({ metric }) => metric === 'overdueShare');
  const own: Factor = { ...overdue, metric: null };
  const withFactors = (factors: readonly Factor[]): Policy => ({ ...defaultPolicy, factors });

  it('reads each factor from its own metric, and nothing for one that no metric feeds', () => {
    const table = tableOf([{ overdueShare: 0.25 }, { overdueShare: 0 }]);
    const values = finishSlices(factorValuesInSlices(table, [own, overdue]));
    expect(values.map(column => [...column])).toEqual([
      [Number.NaN, Number.NaN],
      [0.25, 0],
    ]);
    expect(factorValuesOf(table, [own, overdue], 0)).toEqual([Number.NaN, 0.25]);
    const { score, coverage } = scoreCustomers(table, withFactors([own, overdue]));
    expect([...score]).toEqual([50, 100]);
    expect([...coverage]).toEqual([0.5, 0.5]);
  });

  it('tiers by score, and caps by knock-outs', () => {
    const table = tableOf([{ overdueShare: 0 }, { overdueShare: 0, insolvent: 1 }, {}]);
    const { tier, scoreTier, cap } = scoreCustomers(table, withFactors([overdue]));
    expect([...scoreTier]).toEqual([0, 0, noTier]);
    expect([...tier]).toEqual([0, 3, noTier]);
    expect([...cap]).toEqual([noCap, 0, noCap]);
  });

  it('stops for others every few thousand customers, not after each one', () => {
    const stopsFor = (count: number) => {
      const table = tableOf(Array.from({ length: count }, () => ({ overdueShare: 0 })));
      return [...scoreCustomersInSlices(table, withFactors([overdue]))].length;
    };
    const more = stopsFor(5_000) - stopsFor(10);
    expect(more).toBeGreaterThanOrEqual(2);
    expect(more).toBeLessThanOrEqual(50);
  });
});
