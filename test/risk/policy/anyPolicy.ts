/** Policies of any kind that can be written to a sheet and read back. */
import fc from 'fast-check';
import { metricNames } from '../../../src/risk/metrics/table/metric';
import {
  type AgeBy,
  breachRuleIds,
  channels,
  knockOutIds,
  type Policy,
} from '../../../src/risk/policy/policy';
import { largestKnockOutShare, largestShare } from '../../../src/risk/policy/ruleMeasures';

const anyName = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .map(name => name.trim())
  .filter(name => name !== '' && !name.startsWith("'"));
const share = fc.double({ min: 0, max: 1, noNaN: true }).map(value => value + 0);
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(value => value + 0);
const positive = fc.double({ min: 0, max: 1e9, noNaN: true }).map(value => value + 0);

/** Names must differ as the reader compares them. */
const uniqueNames = {
  selector: (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase(),
};

const anyFactors = fc.uniqueArray(anyName, { minLength: 1, maxLength: 6, ...uniqueNames }).chain(names =>
  fc.tuple(
    ...names.map((name, index) =>
      fc
        .record({
          metric: fc.option(fc.constantFrom(...metricNames)),
          weight: index === 0 ? fc.integer({ min: 1, max: 100 }) : positive,
          best: number,
          worst: number,
          steps: fc.option(fc.integer({ min: 1, max: 12 })),
          missing: fc.constantFrom<'share' | 'nothing'>('share', 'nothing'),
        })
        .filter(factor => factor.best !== factor.worst)
        .map(factor => ({ name: { en: name, zh: `因素${index}` }, ...factor })),
    ),
  ),
);

const anyTiers = fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { maxLength: 5 }).chain(scores => {
  const starts = [...scores.sort((one, other) => other - one), 0];
  return fc.tuple(
    ...starts.map((fromScore, index) =>
      fc.record({
        letter: fc.constant('ABCDEF'[index]),
        fromScore: fc.constant(fromScore),
        limitMonths: positive,
        termsDays: positive,
        prepaymentShare: share,
        guarantee: fc.boolean(),
        reviewMonths: positive,
        lossRate: share,
      }),
    ),
  );
});

const anyBuckets = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { maxLength: 6 }).chain(bounds => {
  const ends = [0, ...bounds.sort((one, other) => one - other), Number.POSITIVE_INFINITY];
  return fc.tuple(
    ...ends.map((toDay, index) =>
      fc.record({
        fromDay: fc.constant(index === 0 ? Number.NEGATIVE_INFINITY : ends[index - 1] + 1),
        toDay: fc.constant(toDay),
        lossRate: share,
      }),
    ),
  );
});

/** What goes by a share is no larger than it can be. */
const upTo = (largest: number | undefined, any: fc.Arbitrary<number>) =>
  largest === undefined ? any : fc.double({ min: 0, max: largest, noNaN: true }).map(value => value + 0);

const anyRules = fc.shuffledSubarray([...breachRuleIds]).chain(ids =>
  fc.tuple(
    ...ids.map(id =>
      fc.record({
        id: fc.constant(id),
        name: fc.record({ en: anyName, zh: anyName }),
        on: fc.boolean(),
        threshold: upTo(largestShare[id], number),
        minimumAmount: positive,
        minimumCount: fc.nat(),
        severity: fc.constantFrom<'critical' | 'warning' | 'notice'>('critical', 'warning', 'notice'),
      }),
    ),
  ),
);

const anyRates = fc.uniqueArray(
  fc.record({
    currency: fc.constantFrom('USD', 'EUR', 'GBP', 'JPY', 'XAU'),
    rate: fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  }),
  { selector: ({ currency }) => currency, maxLength: 5 },
);

const anyMonthBuckets = fc
  .uniqueArray(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 6 })
  .chain(months => {
    const ends = [...months.sort((one, other) => one - other), Number.POSITIVE_INFINITY];
    return fc.tuple(
      ...ends.map((toMonth, index) =>
        fc.record({
          fromMonth: fc.constant(index === 0 ? 0 : ends[index - 1]),
          toMonth: fc.constant(toMonth),
          lossRate: share,
        }),
      ),
    );
  });

const anySteps = fc.uniqueArray(fc.integer({ min: -30, max: 365 }), { maxLength: 6 }).chain(days =>
  fc.tuple(
    ...days
      .sort((one, other) => one - other)
      .map((fromDay, index) =>
        fc.record({
          id: fc.constant(`step${index}`),
          name: fc.record({ en: anyName, zh: anyName }),
          fromDay: fc.constant(fromDay),
          minimumAmount: positive,
          channel: fc.constantFrom(...channels),
        }),
      ),
  ),
);

const anyPolicyWithoutKnockOuts = fc.record({
  settings: fc.record({
    asOf: fc.option(fc.integer({ min: 1, max: 80_000 })),
    windowDays: fc.integer({ min: 1, max: 1000 }),
    countDisputed: fc.boolean(),
    ageBy: fc.constantFrom<AgeBy[]>('dueDate', 'invoiceDate'),
    currency: fc.constantFrom('', 'EUR', 'CNY'),
  }),
  rates: anyRates,
  buckets: anyBuckets,
  monthBuckets: anyMonthBuckets,
  factors: anyFactors,
  rules: anyRules,
  steps: anySteps,
  tiers: anyTiers,
});

/** Knock-outs cap at a tier that the policy has. */
export const anyPolicy: fc.Arbitrary<Policy> = anyPolicyWithoutKnockOuts.chain(policy =>
  fc
    .tuple(
      ...knockOutIds.map(id =>
        fc.record({
          id: fc.constant(id),
          name: fc.record({ en: anyName, zh: anyName }),
          on: fc.boolean(),
          threshold: upTo(largestKnockOutShare[id], positive),
          minimumAmount: positive,
          bestTier: fc.constantFrom(...policy.tiers.map(tier => tier.letter)),
        }),
      ),
    )
    .map(knockOuts => ({ ...policy, knockOuts })),
);
