import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { measureRanksInSlices, measureShares } from '../../../../src/risk/metrics/customers/standing';
import { herfindahl } from '../../../../src/risk/metrics/formulas/concentration';
import { unknownMetrics } from '../../../../src/risk/metrics/table/metricColumns';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../../src/risk/slices';
import { ledgerOf } from '../ledgerOf';

function standingOf(exposures: readonly number[], names = exposures.map((_, index) => `C${index}`)) {
  const metrics = unknownMetrics(exposures.length);
  metrics.exposure.set(exposures);
  measureShares(metrics, 100);
  finishSlices(measureRanksInSlices(names, metrics, new Uint8Array(names.length).fill(1)));
  return {
    rank: [...metrics.rank],
    share: [...metrics.share],
    contribution: [...metrics.concentrationContribution],
  };
}

describe('rank', () => {
  test('is 1 for who owes most, and goes by name where the same is owed', () => {
    expect(standingOf([10, 50, -5, 0, 30]).rank).toEqual([3, 1, 5, 4, 2]);
    expect(standingOf([7, 9, 7, 7], ['b', 'z', 'c', 'a']).rank).toEqual([3, 1, 4, 2]);
  });

  test('leaves out whose exposure is not known', () => {
    expect(standingOf([10, Number.NaN, 30]).rank).toEqual([2, Number.NaN, 1]);
  });

  test('is measured when asked for, as every metric that costs a sort', () => {
    const ledger = ledgerOf([
      { customer: 'A', amount: 10 },
      { customer: 'B', amount: 20 },
    ]);
    expect([...measureLedger(ledger, 1_000, defaultPolicy).metrics.rank]).toEqual([Number.NaN, Number.NaN]);
    expect([...measureLedger(ledger, 1_000, defaultPolicy, ['ranking']).metrics.rank]).toEqual([2, 1]);
  });
});

describe('contribution to concentration', () => {
  test('adds up to the HHI of 1,296 of the shares 10, 9, 12, 15, 12, 11, 15, 16 (Investopedia)', () => {
    const { contribution } = standingOf([10, 9, 12, 15, 12, 11, 15, 16]);
    expect(contribution[3]).toBeCloseTo(225, 9);
    expect(contribution.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1296, 9);
  });

  test('is that of the HHI for any exposures, 0 for who is in credit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 30 }), cents => {
        const exposures = cents.map(amount => amount / 100);
        const { contribution, share } = standingOf(exposures);
        const hhi = herfindahl(exposures);
        if (Number.isNaN(hhi)) expect(contribution.every(Number.isNaN)).toBe(true);
        else {
          expect(contribution.reduce((sum, value) => sum + value, 0)).toBeCloseTo(hhi, 6);
          expect(share.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
        }
      }),
    );
  });
});
