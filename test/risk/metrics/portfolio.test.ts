import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { exactSum } from '../../../src/risk/metrics/exactSum';
import { measurePortfolioInSlices } from '../../../src/risk/metrics/portfolio';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../src/risk/slices';
import { ledgerOf } from './ledgerOf';

describe('measurePortfolio', () => {
  it('has the HHI of the shares 10, 9, 12, 15, 12, 11, 15, 16: 1,296 (Investopedia)', () => {
    const shares = [10, 9, 12, 15, 12, 11, 15, 16];
    const ledger = ledgerOf(
      shares.map((amount, index) => ({ customer: `C${index}`, amount, invoiced: 1000, due: 1030 })),
    );
    const { hhi, topShare, exposure } = finishSlices(
      measurePortfolioInSlices(measureLedger(ledger, 1100, defaultPolicy), defaultPolicy),
    );
    expect([hhi, topShare, exposure]).toEqual([expect.closeTo(1296, 9), 0.16, 100]);
  });

  it('sums up what customers owe', () => {
    const ledger = ledgerOf([
      { customer: 'A', amount: 100, invoiced: 1000, due: 1090 },
      { customer: 'A', amount: 300, invoiced: 1000, due: 1100 },
      { customer: 'A', amount: 730, invoiced: 1000, due: 1030, paid: 1030 },
      { customer: 'B', amount: -40, invoiced: 1000, due: 1030 },
      { customer: 'C', amount: 5, invoiced: 1101, due: 1130 },
    ]);
    const portfolio = finishSlices(
      measurePortfolioInSlices(measureLedger(ledger, 1100, defaultPolicy), defaultPolicy, {
        scale: 100,
        unplaced: 7.5,
      }),
    );
    expect(portfolio).toEqual({
      exposure: 360,
      overdue: 100,
      overdueShare: 100 / 360,
      sales: 1130,
      dso: (360 / 1130) * 365,
      topShare: 1,
      hhi: 10_000,
      buckets: [300, 100, 0, 0, 0],
      unappliedCredits: -40,
      unplaced: 7.5,
      openCount: 3,
      // 300 × 0.3 % + 100 × 1.6 %.
      expectedLoss: 2.5,
    });
  });

  it('adds many customers to the cent, where floats alone would not', () => {
    const ledger = ledgerOf(
      Array.from({ length: 1000 }, (_, index) => ({
        customer: `C${index}`,
        amount: 0.1,
        invoiced: 1000,
        due: 1030,
      })),
    );
    const table = measureLedger(ledger, 1100, defaultPolicy);
    expect(finishSlices(measurePortfolioInSlices(table, defaultPolicy, { scale: 100 }))).toMatchObject({
      exposure: 100,
      overdue: 100,
    });
  });
});

describe('exactSum', () => {
  it('adds without float noise, leaves out what is not known, and knows when nothing is', () => {
    expect(exactSum([0.1, 0.2], 100)).toBe(0.3);
    expect(exactSum(Array(10).fill(0.1))).toBe(1);
    expect(exactSum([1e16, 1, -1e16])).toBe(1);
    expect(exactSum([1, Number.NaN, 2], 1)).toBe(3);
    expect(exactSum([Number.NaN], 1)).toBeNaN();
    expect(exactSum([], 1)).toBe(0);
  });

  it('adds up no age that is not known of every customer: a part of it would look like all', () => {
    const ledger = ledgerOf([
      { customer: 'A', amount: 100, invoiced: 1000, due: 1060 },
      { customer: 'B', amount: 300, invoiced: 1000, due: 1060 },
    ]);
    const table = measureLedger(ledger, 1100, defaultPolicy);
    const bucketsWith = (bucket: number) => {
      const buckets = table.buckets.map((amounts, index) =>
        index === bucket ? Float64Array.of(Number.NaN, amounts[1]) : amounts,
      );
      return finishSlices(measurePortfolioInSlices({ ...table, buckets }, defaultPolicy)).buckets;
    };
    expect(bucketsWith(-1)).toEqual([0, 0, 400, 0, 0]);
    expect(bucketsWith(2)).toEqual([0, 0, Number.NaN, 0, 0]);
    expect(bucketsWith(3)).toEqual([0, 0, 400, Number.NaN, 0]);
  });
});
