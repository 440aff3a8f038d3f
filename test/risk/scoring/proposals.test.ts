import fc from 'fast-check';
import { roundedLimit } from '../../../src/risk/metrics/formulas/creditLimit';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { proposalFor } from '../../../src/risk/scoring/proposals';
import { reviewCalendarInSlices, reviewDays } from '../../../src/risk/scoring/reviews';
import { finishSlices } from '../../../src/risk/slices';
import { type Known, tableOf } from './tableOf';

const [A, B, C, D] = [0, 1, 2, 3];
const asOf = 45_000;

function propose(known: Known, tier: number) {
  return proposalFor(0, tableOf([known], asOf), { tier: Uint8Array.of(tier) }, defaultPolicy);
}

describe('proposalFor', () => {
  it('gives the months of average sales of the tier, rounded', () => {
    expect(propose({ sales: 123_456, tenureYears: 5 }, B)).toMatchObject({
      monthlySales: 10_288,
      limit: { current: Number.NaN, proposed: 21_000, change: 'set', reason: 'monthsOfSales' },
    });
    expect(propose({ sales: 120_000 }, A)?.limit.proposed).toBe(30_000);
    expect(propose({ sales: 120_000, creditLimit: 50_000 }, A)?.limit).toMatchObject({
      proposed: 30_000,
      change: 'lower',
    });
    expect(propose({ sales: 120_000, creditLimit: 10_000, utilization: 0.9 }, A)?.limit).toMatchObject({
      proposed: 30_000,
      change: 'raise',
    });
  });

  it('averages over the days a new customer has been buying, over a month at least', () => {
    expect(propose({ sales: 1000, tenureYears: 73 / 365.25 }, A)?.monthlySales).toBeCloseTo(1000 / 2.4, 8);
    expect(propose({ sales: 1000, tenureYears: 0 }, A)?.monthlySales).toBeCloseTo(1000 * (365 / 12 / 30), 8);
  });

  it('leaves alone what is close enough or hardly used', () => {
    expect(propose({ sales: 120_000, creditLimit: 28_000, utilization: 2 }, A)?.limit).toMatchObject({
      proposed: 28_000,
      change: 'keep',
      reason: 'closeEnough',
    });
    expect(propose({ sales: 120_000, creditLimit: 10_000, utilization: 0.2 }, A)?.limit).toMatchObject({
      proposed: 10_000,
      change: 'keep',
      reason: 'hardlyUsed',
    });
  });

  it('leaves alone a limit exactly a tenth off, and one of which less than half is used; at half it grows', () => {
    const limitOf = (creditLimit: number, utilization: number) =>
      propose({ sales: 120_000, creditLimit, utilization }, A)?.limit.reason;
    expect([limitOf(27_000, 1), limitOf(33_000, 1)]).toEqual(['closeEnough', 'closeEnough']);
    expect([limitOf(26_999, 1), limitOf(33_001, 1)]).toEqual(['monthsOfSales', 'monthsOfSales']);
    expect([limitOf(10_000, 0.49), limitOf(10_000, 0.5)]).toEqual(['hardlyUsed', 'monthsOfSales']);
  });

  it('lowers a limit above the allowed one, however little of it is used', () => {
    expect(propose({ sales: 120_000, creditLimit: 50_000, utilization: 0.1 }, A)?.limit).toMatchObject({
      proposed: 30_000,
      change: 'lower',
    });
  });

  it('raises a limit of 0, of which nothing can be used', () => {
    expect(propose({ sales: 120_000, creditLimit: 0, utilization: 0 }, A)?.limit).toMatchObject({
      proposed: 30_000,
      change: 'raise',
    });
  });

  it('takes the limit away where the tier has none or nothing is sold, and knows what it does not know', () => {
    expect(propose({ sales: 120_000, creditLimit: 5000 }, D)?.limit).toMatchObject({
      proposed: 0,
      change: 'lower',
      reason: 'tierHasNoLimit',
    });
    expect(propose({ sales: 0, creditLimit: 5000 }, A)?.limit).toMatchObject({
      proposed: 0,
      change: 'lower',
      reason: 'noSales',
    });
    expect(propose({ sales: -50 }, A)?.limit).toMatchObject({ proposed: 0, change: 'set' });
    expect(propose({ creditLimit: 5000 }, A)?.limit).toMatchObject({
      proposed: 5000,
      change: 'keep',
      reason: 'salesUnknown',
    });
    expect(propose({ sales: 1 }, 255)).toBeNull();
  });

  it('shortens terms that are longer than the tier allows and leaves shorter ones', () => {
    expect(propose({ termsDays: 90 }, C)?.terms).toEqual({
      current: 90,
      proposed: 30,
      change: 'lower',
      reason: 'longerThanTier',
    });
    expect(propose({ termsDays: 30 }, C)?.terms).toMatchObject({ change: 'keep', reason: 'withinTier' });
    expect(propose({ termsDays: 0 }, C)?.terms).toEqual({
      current: 0,
      proposed: 0,
      change: 'keep',
      reason: 'withinTier',
    });
    expect(propose({}, C)?.terms).toMatchObject({ proposed: 30, change: 'set', reason: 'tierAllows' });
  });

  it('says prepayment, guarantee and next review', () => {
    expect(propose({ guaranteed: 1, daysSinceReview: 100 }, C)).toMatchObject({
      prepaymentShare: 0.3,
      guarantee: 'given',
      review: { customer: 0, tier: C, last: asOf - 100, due: asOf - 100 + 91 },
    });
    expect(propose({ guaranteed: 0 }, C)).toMatchObject({ guarantee: 'wanted', review: null });
    expect(propose({}, A)).toMatchObject({ guarantee: 'notWanted', prepaymentShare: 0 });
  });

  it('wants the review of who owes and never was reviewed on the as-of day, as the calendar of reviews does', () => {
    expect(propose({ exposure: 1 }, A)?.review).toEqual({
      customer: 0,
      tier: A,
      last: Number.NaN,
      due: asOf,
    });
    expect(propose({ exposure: 0 }, A)?.review).toBeNull();
  });

  it('never proposes a negative limit, nor more to a worse tier', () => {
    const figure = fc.option(fc.double({ min: -1e6, max: 1e9, noNaN: true }), { nil: Number.NaN });
    fc.assert(
      fc.property(
        figure,
        figure,
        fc.double({ min: 0, max: 30, noNaN: true }),
        (sales, creditLimit, tenureYears) => {
          const limits = [A, B, C, D].map(tier => propose({ sales, tenureYears }, tier)!.limit.proposed);
          for (const limit of limits) expect(limit >= 0 || Number.isNaN(limit)).toBe(true);
          expect([...limits].sort((one, other) => other - one)).toEqual(limits);
          const { current, proposed, change } = propose({ sales, creditLimit }, A)!.limit;
          if (change === 'raise') expect(proposed).toBeGreaterThan(current);
          if (change === 'lower') expect(proposed).toBeLessThan(current);
        },
      ),
    );
  });
});

test.each([
  [123_456, 120_000],
  [8_750, 8_800],
  [99.7, 100],
  [12.4, 12],
  [0.3, 0],
  [0, 0],
])('a limit of %d is granted as %d', (limit, rounded) => {
  expect(roundedLimit(limit)).toBe(rounded);
});

describe('reviews', () => {
  it.each([
    [12, 365],
    [6, 183],
    [3, 91],
    [1, 30],
    [0, Number.NaN],
  ])('every %d months is every %d days', (reviewMonths, days) => {
    expect(reviewDays({ reviewMonths })).toBe(days);
  });

  it('come earliest first, then by exposure; who never was reviewed and owes is due now', () => {
    const table = tableOf(
      [
        { exposure: 5, daysSinceReview: 10 },
        { exposure: 50 },
        { exposure: 500 },
        { exposure: 0 },
        { exposure: 1, daysSinceReview: 100 },
        { exposure: 9 },
        { exposure: 200 },
        { exposure: 7, daysSinceReview: 100 },
      ],
      asOf,
    );
    const scores = { tier: Uint8Array.of(A, B, C, D, C, 255, C, C) };
    const calendar = finishSlices(reviewCalendarInSlices(table, scores, defaultPolicy));
    expect(calendar).toEqual([
      { customer: 7, tier: C, last: asOf - 100, due: asOf - 9 },
      { customer: 4, tier: C, last: asOf - 100, due: asOf - 9 },
      { customer: 2, tier: C, last: Number.NaN, due: asOf },
      { customer: 6, tier: C, last: Number.NaN, due: asOf },
      { customer: 1, tier: B, last: Number.NaN, due: asOf },
      { customer: 0, tier: A, last: asOf - 10, due: asOf + 355 },
    ]);
    expect(
      finishSlices(reviewCalendarInSlices(table, scores, defaultPolicy, asOf)).map(
        ({ customer }) => customer,
      ),
    ).toEqual([7, 4, 2, 6, 1]);
    const none = { tiers: defaultPolicy.tiers.map(tier => ({ ...tier, reviewMonths: 0 })) };
    expect(finishSlices(reviewCalendarInSlices(table, scores, none))).toEqual([]);
  });
});
