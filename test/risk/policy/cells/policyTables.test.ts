import fc from 'fast-check';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../../src/risk/policy/policy';
import { anyPolicy } from '../anyPolicy';
import { policyProblems } from '../policyProblems';

const problemsOf = (changes: Partial<Policy>) =>
  policyProblems({ ...defaultPolicy, ...changes }).map(({ problem, section, row, column }) => [
    problem.key,
    section,
    row,
    column,
  ]);

const tierWith = (index: number, fromScore: number) =>
  defaultPolicy.tiers.map((tier, position) => (position === index ? { ...tier, fromScore } : tier));

describe('readTables', () => {
  it('finds nothing wrong with the default policy, nor with any that can be written and read back', () => {
    expect(policyProblems(defaultPolicy)).toEqual([]);
    fc.assert(
      fc.property(anyPolicy, policy => {
        expect(policyProblems(policy)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('finds every problem at its field, not only the first', () => {
    const factors = defaultPolicy.factors.map((factor, index) =>
      index === 2 ? { ...factor, weight: -1, steps: 2.5, worst: Number.NaN } : factor,
    );
    expect(problemsOf({ factors, tiers: tierWith(1, 80) })).toEqual([
      ['policyValueUnreadable', 'factors', 2, 'worst'],
      ['policyValueUnreadable', 'factors', 2, 'shape'],
      ['policyWeightNegative', 'factors', 2, 'weight'],
      ['policyTiersOverlap', 'tiers', 1, 'fromScore'],
    ]);
  });

  it('counts rows of messages within the table', () => {
    const [problem] = policyProblems({ ...defaultPolicy, tiers: tierWith(1, 101) });
    expect(problem.problem.detail).toMatchObject({ section: 'Tiers / 风险等级', row: 2, value: 101 });
  });

  it('names a section that has too few rows', () => {
    expect(problemsOf({ tiers: [], knockOuts: [] })).toEqual([['policyRowUnreadable', 'tiers', 0, null]]);
    const weightless = defaultPolicy.factors.map(factor => ({ ...factor, weight: 0 }));
    expect(problemsOf({ factors: weightless })).toEqual([['policyWeightsZero', 'factors', 0, null]]);
  });

  it('finds a knock-out whose tier was renamed', () => {
    const tiers = defaultPolicy.tiers.map(tier =>
      tier.letter === 'C' ? { ...tier, letter: 'Watch' } : tier,
    );
    expect(problemsOf({ tiers })).toEqual([['policyTierUnknown', 'knockOuts', 2, 'bestTier']]);
  });

  it('finds rates that convert nothing', () => {
    const rates = [
      { currency: 'USD', rate: 0 },
      { currency: 'USD', rate: 7 },
      { currency: 'Gold', rate: 1 },
    ];
    expect(problemsOf({ rates })).toEqual([
      ['policyRateNotPositive', 'rates', 0, 'rate'],
      ['policyNamedTwice', 'rates', 1, 'currency'],
      ['policyValueUnreadable', 'rates', 2, 'currency'],
    ]);
  });
});
