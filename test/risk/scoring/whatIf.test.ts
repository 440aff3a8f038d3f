import fc from 'fast-check';
import { withReviews } from '../../../src/risk/history/reviewLog';
import { snapshotBefore, snapshotOf } from '../../../src/risk/history/snapshot';
import { matchCustomersInSlices } from '../../../src/risk/join/matchCustomers';
import { joinMatchedInSlices } from '../../../src/risk/join/matchLedger';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../src/risk/policy/policy';
import { applyPreset, presetIds } from '../../../src/risk/policy/presets';
import { assessLedger, assessList, assessMeasuredInSlices } from '../../../src/risk/scoring/assess';
import { whatIfInSlices } from '../../../src/risk/scoring/whatIf';
import { finishSlices } from '../../../src/risk/slices';
import { ledgerOf } from '../metrics/ledgerOf';
import { listOf } from '../metrics/listOf';

const asOf = 45_000;

const anyRow = fc.record({
  customer: fc.constantFrom('Good', 'Bad', 'Fair', 'New', 'Old'),
  amount: fc.integer({ min: 1, max: 90_000 }),
  invoiced: fc.integer({ min: asOf - 700, max: asOf - 1 }),
  days: fc.integer({ min: 0, max: 90 }),
  paidAfter: fc.option(fc.integer({ min: 0, max: 200 })),
});

const anyLedger = fc.array(anyRow, { minLength: 1, maxLength: 25 }).map(rows =>
  ledgerOf(
    rows.map(({ customer, amount, invoiced, days, paidAfter }) => ({
      customer,
      amount,
      invoiced,
      due: invoiced + days,
      ...(paidAfter === null ? {} : { paid: invoiced + paidAfter }),
    })),
    { limits: { Good: 90_000, Bad: 1_000 }, terms: { Good: 30, Bad: 60 } },
  ),
);

const { settings } = defaultPolicy;
const anyOtherPolicy: fc.Arbitrary<Policy> = fc
  .record({
    preset: fc.constantFrom(...presetIds),
    windowDays: fc.constantFrom(settings.windowDays, 90),
    countDisputed: fc.boolean(),
    ageBy: fc.constantFrom<Policy['settings']['ageBy']>('dueDate', 'invoiceDate'),
  })
  .map(({ preset, ...more }) => ({
    ...applyPreset(defaultPolicy, preset),
    settings: { ...settings, ...more },
  }));

test('tells what assessing by the other policy would come to', () => {
  fc.assert(
    fc.property(anyLedger, anyOtherPolicy, (ledger, policy) => {
      const before = assessLedger(ledger, asOf, defaultPolicy);
      const after = assessLedger(ledger, asOf, policy);
      const whatIf = finishSlices(whatIfInSlices(before, policy, ledger));
      const letterOf = ({ policy: { tiers }, scores }: typeof after, customer: number) =>
        tiers[scores.tier[customer]]?.letter ?? '';
      expect(
        whatIf.tiers.map(({ letter, customerCount, exposure }) => ({
          letter,
          customerCount: customerCount.after,
          exposure: exposure.after,
        })),
      ).toEqual(expect.arrayContaining([...after.tierSummaries]));
      for (const { letter, customerCount, exposure } of before.tierSummaries) {
        const tier = whatIf.tiers.find(each => each.letter === letter)!;
        expect([tier.customerCount.before, tier.exposure.before]).toEqual([customerCount, exposure]);
      }
      expect(whatIf.totalAtRisk).toEqual({ before: before.totalAtRisk, after: after.totalAtRisk });
      expect(whatIf.breachCount).toEqual({ before: before.breaches.length, after: after.breaches.length });
      for (const { rule, after: count } of whatIf.breaches) {
        expect(count).toBe(after.breaches.filter(breach => breach.rule === rule).length);
      }
      const moved = ledger.customers.flatMap((_, customer) =>
        letterOf(before, customer) === letterOf(after, customer) ? [] : [customer],
      );
      expect([...whatIf.movers].sort((one, other) => one - other)).toEqual(moved);
      const owed = [...whatIf.movers].map(customer => after.table.metrics.exposure[customer]);
      expect(owed).toEqual([...owed].sort((one, other) => other - one));
      expect(whatIf.notCounted).toEqual([]);
    }),
  );
});

/** A list that gives limits, terms and contracts, and may keep one of the customers out. */
const anyList = fc.boolean().map(keepsOut =>
  listOf([
    { name: 'Good', creditLimit: 500, termsDays: 90, contractEnd: asOf + 20, lastReview: asOf - 400 },
    { name: 'Bad', creditLimit: 90_000, termsDays: 10, contractEnd: asOf - 20, guarantee: 1 },
    { name: 'Old', creditLimit: 10, excluded: Number(keepsOut) },
  ]),
);

test('of a ledger joined with a list it tells what joining anew by the other policy would come to', () => {
  fc.assert(
    fc.property(anyLedger, anyList, anyOtherPolicy, (ledger, list, policy) => {
      const join = {
        whole: { ledger, table: measureLedger(ledger, asOf, defaultPolicy) },
        list,
        matches: finishSlices(matchCustomersInSlices({ names: ledger.customers }, list)),
      };
      const assessBy = (wanted: Policy) => {
        const table = measureLedger(ledger, asOf, wanted);
        const joined = finishSlices(joinMatchedInSlices({ ledger, table }, join, wanted));
        return { joined, after: finishSlices(assessMeasuredInSlices(joined.ledger, joined.table, wanted)) };
      };
      const { joined, after: before } = assessBy(defaultPolicy);
      const { after } = assessBy(policy);
      const whatIf = finishSlices(whatIfInSlices(before, policy, joined.ledger, join));
      expect([...whatIf.tierAfter]).toEqual([...after.scores.tier]);
      expect(whatIf.totalAtRisk.after).toBe(after.totalAtRisk);
      for (const { rule, after: count } of whatIf.breaches) {
        expect([rule, count]).toEqual([rule, after.breaches.filter(breach => breach.rule === rule).length]);
      }
      expect(whatIf.notCounted).toEqual([]);
    }),
  );
});

test('a review that was noted still counts where the customers are measured anew', () => {
  const ledger = ledgerOf([{ customer: 'Good', amount: 1000, invoiced: asOf - 20, due: asOf + 10 }]);
  const reviewed = withReviews(measureLedger(ledger, asOf, defaultPolicy), [
    { day: asOf - 800, customer: 'Good', number: '', tier: 'A', score: 90 },
  ]);
  const before = finishSlices(assessMeasuredInSlices(ledger, reviewed, defaultPolicy));
  const policy: Policy = { ...defaultPolicy, settings: { ...settings, windowDays: 90 } };
  const { breaches } = finishSlices(whatIfInSlices(before, policy, ledger));
  expect(breaches.find(({ rule }) => rule === 'reviewOverdue')).toMatchObject({ before: 1, after: 1 });
});

test('by the policy in force nobody moves', () => {
  fc.assert(
    fc.property(anyLedger, ledger => {
      const before = assessLedger(ledger, asOf, defaultPolicy);
      const { movers, breachCount, totalAtRisk } = finishSlices(
        whatIfInSlices(before, defaultPolicy, ledger),
      );
      expect(movers.length).toBe(0);
      expect(breachCount.after).toBe(breachCount.before);
      expect(totalAtRisk.after).toBe(totalAtRisk.before);
    }),
  );
});

test('falls of scores are those to the score by the other policy', () => {
  const ledger = ledgerOf([
    { customer: 'Good', amount: 1000, invoiced: asOf - 20, due: asOf + 10 },
    { customer: 'Bad', amount: 6000, invoiced: asOf - 120, due: asOf - 60 },
  ]);
  const earlier = snapshotOf(assessLedger(ledger, asOf - 60, defaultPolicy), asOf - 60, 'EUR');
  const ofBeforeCodes = { ...earlier, policy: '' };
  const previous = snapshotBefore([ofBeforeCodes], asOf, 'EUR');
  const before = assessLedger(ledger, asOf, defaultPolicy, previous);
  const policy: Policy = {
    ...defaultPolicy,
    factors: defaultPolicy.factors.map(factor => ({
      ...factor,
      weight: factor.metric === 'disputedShare' ? 100 : 0,
    })),
  };
  const after = assessLedger(ledger, asOf, policy, previous);
  const fallsOf = (breaches: typeof after.breaches) =>
    breaches.filter(({ rule }) => rule === 'scoreFall').length;
  const falls = finishSlices(whatIfInSlices(before, policy, ledger)).breaches.find(
    ({ rule }) => rule === 'scoreFall',
  );
  expect(fallsOf(after.breaches)).not.toBe(fallsOf(before.breaches));
  expect(falls).toEqual({
    rule: 'scoreFall',
    before: fallsOf(before.breaches),
    after: fallsOf(after.breaches),
  });
});

test('falls of scores are told to be unknown where the last snapshot was scored by another policy', () => {
  const ledger = ledgerOf([{ customer: 'Bad', amount: 6000, invoiced: asOf - 120, due: asOf - 60 }]);
  const earlier = snapshotOf(assessLedger(ledger, asOf - 70, defaultPolicy), asOf - 70, 'EUR');
  const before = assessLedger(ledger, asOf, defaultPolicy, { ...earlier, score: Float64Array.of(100) });
  const whatIf = (policy: Policy) => finishSlices(whatIfInSlices(before, policy, ledger));
  const fallsOf = ({ breaches }: ReturnType<typeof whatIf>) =>
    breaches.find(({ rule }) => rule === 'scoreFall');
  const withWindow = (windowDays: number): Policy => ({
    ...defaultPolicy,
    settings: { ...defaultPolicy.settings, windowDays },
  });

  expect(fallsOf(whatIf(withWindow(180)))).toEqual({ rule: 'scoreFall', before: 1, after: 0 });
  expect(whatIf(withWindow(180)).notCounted).toEqual(['scoreFalls']);
  const otherTiers = {
    ...defaultPolicy,
    tiers: defaultPolicy.tiers.map(tier => ({ ...tier, fromScore: tier.fromScore / 2 })),
  };
  expect(fallsOf(whatIf(otherTiers))).toEqual({ rule: 'scoreFall', before: 1, after: 1 });
  expect(whatIf(otherTiers).notCounted).toEqual([]);
  const applied = assessLedger(ledger, asOf, withWindow(180), earlier);
  expect(applied.unchecked).toContainEqual({ rule: 'scoreFall', needs: 'scoreFall' });
  const back = finishSlices(whatIfInSlices(applied, defaultPolicy, ledger));
  expect(back.notCounted).toEqual([]);
});

test('tiers that are new or gone are listed with nobody on the other side', () => {
  const ledger = ledgerOf([{ customer: 'Good', amount: 1000, invoiced: asOf - 20, due: asOf + 10 }]);
  const before = assessLedger(ledger, asOf, defaultPolicy);
  const policy: Policy = {
    ...defaultPolicy,
    tiers: defaultPolicy.tiers.map(tier => (tier.letter === 'A' ? { ...tier, letter: 'AA' } : tier)),
  };
  const { tiers, movers } = finishSlices(whatIfInSlices(before, policy, ledger));
  expect(tiers.map(({ letter }) => letter)).toEqual(['AA', 'B', 'C', 'D', 'A']);
  expect(tiers[0].customerCount).toEqual({ before: 0, after: 1 });
  expect(tiers[4].customerCount).toEqual({ before: 1, after: 0 });
  expect([...movers]).toEqual([0]);
});

test('says what it cannot count: rates, and another way of measuring a list', () => {
  const list = assessList(listOf([{ name: 'Good', exposure: 100, sales: 1200 }]), asOf, defaultPolicy);
  const policy: Policy = {
    ...defaultPolicy,
    settings: { ...settings, windowDays: 90 },
    rates: [{ currency: 'USD', rate: 7 }],
  };
  expect(finishSlices(whatIfInSlices(list, policy, null)).notCounted).toEqual(['rates', 'measuring']);
});

test('what those who move owe is added up to the cent, and is nothing where nobody moves', () => {
  const ledger = ledgerOf([
    { customer: 'Good', amount: 1000.1, invoiced: asOf - 20, due: asOf + 10 },
    { customer: 'New', amount: 2000.2, invoiced: asOf - 20, due: asOf + 10 },
    { customer: 'Bad', amount: 6000, invoiced: asOf - 420, due: asOf - 390 },
  ]);
  const before = assessLedger(ledger, asOf, defaultPolicy);
  const letters = [...before.scores.tier].map(tier => defaultPolicy.tiers[tier].letter);
  expect(letters[0]).toBe(letters[1]);
  expect(letters[2]).not.toBe(letters[0]);
  const renamed: Policy = {
    ...defaultPolicy,
    tiers: defaultPolicy.tiers.map(tier => (tier.letter === letters[0] ? { ...tier, letter: 'Z' } : tier)),
  };
  const { moverExposure, movers } = finishSlices(whatIfInSlices(before, renamed, ledger));
  expect([[...movers], moverExposure]).toEqual([[1, 0], 3000.3]);
  expect(finishSlices(whatIfInSlices(before, defaultPolicy, ledger)).moverExposure).toBe(0);
});

test('another day is measured anew, with the reviews as old as they are then', () => {
  const ledger = ledgerOf([
    { customer: 'Good', amount: 1000, invoiced: asOf - 20, due: asOf + 10, paid: asOf + 20 },
    { customer: 'Good', amount: 70, invoiced: asOf - 20, due: asOf + 10 },
  ]);
  const yearly = {
    ...defaultPolicy,
    tiers: defaultPolicy.tiers.map(tier => ({ ...tier, reviewMonths: 12 })),
  };
  const reviewed = withReviews(measureLedger(ledger, asOf, yearly), [
    { day: asOf - 350, customer: 'Good', number: '', tier: 'A', score: 90 },
  ]);
  const before = finishSlices(assessMeasuredInSlices(ledger, reviewed, yearly));
  const later: Policy = { ...yearly, settings: { ...settings, asOf: asOf + 30 } };
  const { exposure, breaches } = finishSlices(whatIfInSlices(before, later, ledger));
  expect([before.table.metrics.exposure[0], exposure[0]]).toEqual([1070, 70]);
  expect(breaches.find(({ rule: id }) => id === 'reviewOverdue')).toMatchObject({ before: 0, after: 1 });
});

test('of the review that a list states and the one that was noted, the later counts of those by the day', () => {
  const ledger = ledgerOf([{ customer: 'Good', amount: 1000, invoiced: asOf - 300, due: asOf + 10 }]);
  const measuredAnew = { ...settings, windowDays: 90 };
  const overdue = (stated: number, noted: number, day = asOf) => {
    const policy: Policy = { ...defaultPolicy, settings: { ...measuredAnew, asOf: day } };
    const list = listOf([{ name: 'Good', lastReview: asOf - stated }]);
    const whole = { ledger, table: measureLedger(ledger, asOf, defaultPolicy) };
    const matches = finishSlices(matchCustomersInSlices({ names: ledger.customers }, list));
    const joined = finishSlices(joinMatchedInSlices(whole, { list, matches }, defaultPolicy));
    const table = withReviews(joined.table, [
      { day: asOf - noted, customer: 'Good', number: '', tier: 'A', score: 90 },
    ]);
    const before = finishSlices(assessMeasuredInSlices(joined.ledger, table, defaultPolicy));
    const { breaches } = finishSlices(
      whatIfInSlices(before, policy, joined.ledger, { whole, list, matches }),
    );
    return breaches.find(({ rule }) => rule === 'reviewOverdue');
  };
  expect(overdue(800, 100)).toMatchObject({ before: 0, after: 0 });
  expect(overdue(100, 800)).toMatchObject({ before: 0, after: 0 });
  expect(overdue(800, 900)).toMatchObject({ before: 1, after: 1 });
  expect(overdue(900, 50, asOf - 100)).toMatchObject({ before: 0, after: 1 });
});

test('from which age amounts are long overdue is measured anew', () => {
  const ledger = ledgerOf([{ customer: 'Bad', amount: 600_000, invoiced: asOf - 70, due: asOf - 40 }]);
  const before = assessLedger(ledger, asOf, defaultPolicy);
  const policy: Policy = {
    ...defaultPolicy,
    rules: defaultPolicy.rules.map(rule => (rule.id === 'agedAmount' ? { ...rule, threshold: 30 } : rule)),
  };
  const { breaches } = finishSlices(whatIfInSlices(before, policy, ledger));
  expect(breaches.find(({ rule }) => rule === 'agedAmount')).toMatchObject({ before: 0, after: 1 });
});

test('a score that would fall is a breach by the other policy', () => {
  const ledger = ledgerOf([
    { customer: 'Bad', amount: 6000, invoiced: asOf - 120, due: asOf - 60 },
    { customer: 'Good', amount: 1, invoiced: asOf - 120, due: asOf + 60, disputed: true },
    { customer: 'Good', amount: 9999, invoiced: asOf - 120, due: asOf + 60 },
  ]);
  const onlyBy = (metric: string): Policy => ({
    ...defaultPolicy,
    factors: defaultPolicy.factors.map(factor => ({ ...factor, weight: factor.metric === metric ? 100 : 0 })),
  });
  const earlier = snapshotOf(assessLedger(ledger, asOf - 70, defaultPolicy), asOf - 70, 'EUR');
  const perfect = { ...earlier, policy: '', score: Float64Array.of(100, 100) };
  const before = assessLedger(ledger, asOf, onlyBy('disputedShare'), perfect);
  const { breaches } = finishSlices(whatIfInSlices(before, onlyBy('overdueShare'), ledger));
  expect(breaches.find(({ rule }) => rule === 'scoreFall')).toEqual({
    rule: 'scoreFall',
    before: 0,
    after: 1,
  });
});

test('who has no score has a line of their own, and who is not there yet has none', () => {
  const list = assessList(
    listOf([{ name: 'Good', exposure: 100, overdue: 0, sales: 1200 }, { name: 'Unknown' }]),
    asOf,
    defaultPolicy,
  );
  const { tiers } = finishSlices(whatIfInSlices(list, defaultPolicy, null));
  expect(tiers.at(-1)).toEqual({
    letter: '',
    customerCount: { before: 1, after: 1 },
    exposure: { before: 0, after: 0 },
  });
  expect(tiers).toHaveLength(defaultPolicy.tiers.length + 1);
  const ledger = ledgerOf([
    { customer: 'Good', amount: 1000, invoiced: asOf - 20, due: asOf + 10 },
    { customer: 'Later', amount: 1000, invoiced: asOf + 20, due: asOf + 50 },
  ]);
  const whatIf = finishSlices(
    whatIfInSlices(assessLedger(ledger, asOf, defaultPolicy), defaultPolicy, ledger),
  );
  expect(whatIf.tiers.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D']);
});
