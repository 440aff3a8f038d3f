/** Whatever a sheet says, no figure leaves the range in which it means something. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { type MetricName, metricNames } from '../../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { entry, firstDay, lastDay, ledgerOfEntries } from './randomLedger';

/** Lowest and highest; what is in none can be any finite number. */
const share = [0, 1] as const;
const atLeastNothing = [0, Number.MAX_VALUE] as const;
const bounds: Readonly<Partial<Record<MetricName, readonly [number, number]>>> = {
  overdueShare: share,
  share,
  delayRate: share,
  delayRateByValue: share,
  disputedShare: share,
  collectionEffectiveness: share,
  concentrationContribution: [0, 10_000],
  notDue: atLeastNothing,
  overdue: atLeastNothing,
  oldestDays: atLeastNothing,
  weightedDaysOverdue: atLeastNothing,
  daysBeyondTerms: atLeastNothing,
  daysBeyondTermsRecent: atLeastNothing,
  sales: atLeastNothing,
  dsoCountback: [0, 3 * 365],
  bestPossibleDso: atLeastNothing,
  averageDaysDelinquent: atLeastNothing,
  disputed: atLeastNothing,
  unappliedCredits: [-Number.MAX_VALUE, 0],
  expectedLoss: atLeastNothing,
  orderGapAnomaly: atLeastNothing,
  usualOrderGap: atLeastNothing,
  creditNoteShare: atLeastNothing,
  termsDays: atLeastNothing,
  tenureYears: atLeastNothing,
  daysSinceInvoice: atLeastNothing,
};

test('figures are finite and in their range, or not known', () => {
  const asOf = fc.integer({ min: firstDay - 30, max: lastDay + 200 });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 30 }), asOf, fc.boolean(), (entries, day, countDisputed) => {
      const policy = { ...defaultPolicy, settings: { ...defaultPolicy.settings, countDisputed } };
      const { metrics, listed } = measureLedger(ledgerOfEntries(entries), day, policy, 'all');
      const outside = metricNames.flatMap(name => {
        const [lowest, highest] = bounds[name] ?? [-Number.MAX_VALUE, Number.MAX_VALUE];
        return [...metrics[name]]
          .filter(value => !Number.isNaN(value) && !(value >= lowest && value <= highest))
          .map(value => `${name}: ${value}`);
      });
      expect(outside).toEqual([]);
      const ranks = [...metrics.rank].filter(rank => !Number.isNaN(rank)).sort((one, other) => one - other);
      expect(ranks).toEqual(
        Array.from({ length: listed.reduce((sum, is) => sum + is, 0) }, (_, place) => place + 1),
      );
      // Overdue and not due are all that is owed, the longest overdue within the overdue.
      metrics.exposure.forEach((exposure, customer) => {
        const [notDue, overdue, credits] = (['notDue', 'overdue', 'unappliedCredits'] as const).map(
          name => metrics[name][customer],
        );
        expect(notDue + overdue + credits).toBeCloseTo(exposure, 2);
        if (listed[customer] === 1) expect(metrics.agedAmount[customer]).toBeLessThanOrEqual(overdue);
      });
    }),
    { numRuns: 300 },
  );
});
