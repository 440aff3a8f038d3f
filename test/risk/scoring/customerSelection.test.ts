import fc from 'fast-check';
import type { CustomerText } from '../../../src/risk/ledger/customerList/customerFields';
import { customerTexts, recordOf } from '../../../src/risk/ledger/customerList/customerFields';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { type Assessment, noCap, noTier } from '../../../src/risk/scoring/assessment';
import {
  type CustomerQuery,
  categoryWords,
  customerSortKeys,
  everyCustomer,
  searchTextsInSlices,
  selectCustomersInSlices,
} from '../../../src/risk/scoring/customerSelection';
import { finishSlices } from '../../../src/risk/slices';
import { tableOf } from './tableOf';

interface Someone {
  readonly name: string;
  readonly exposure: number;
  readonly overdue?: number;
  readonly tier?: number;
  readonly score?: number;
  readonly region?: string;
  readonly number?: string;
}

/** Customers in the order of money at risk, which is their exposure here. */
function assessmentOf(people: readonly Someone[]): Assessment {
  const known = tableOf(people.map(({ exposure, overdue = 0 }) => ({ exposure, overdue })));
  const text: Partial<Record<CustomerText, (someone: Someone) => string>> = {
    region: someone => someone.region ?? '',
    customerNumber: someone => someone.number ?? '',
  };
  const tier = Uint8Array.from(people, someone => someone.tier ?? noTier);
  return {
    asOf: known.asOf,
    policy: defaultPolicy,
    table: {
      ...known,
      customers: people.map(({ name }) => name),
      texts: recordOf(customerTexts, field => people.map(someone => text[field]?.(someone) ?? '')),
    },
    scores: {
      score: Float64Array.from(people, ({ score }) => score ?? Number.NaN),
      tier,
      scoreTier: tier,
      cap: new Uint8Array(people.length).fill(noCap),
      coverage: new Float64Array(people.length).fill(1),
      points: [],
      available: [],
    },
    previous: null,
    breaches: [{ customer: 1, rule: 'overLimit', severity: 'critical', value: 2, threshold: 1 }],
    unchecked: [],
    portfolio: {} as Assessment['portfolio'],
    atRisk: Float64Array.from(people, ({ exposure }) => exposure),
    totalAtRisk: 0,
    tierSummaries: [],
    worstFirst: Int32Array.from(people.keys()).sort(
      (one, other) => people[other].exposure - people[one].exposure,
    ),
  };
}

const people: readonly Someone[] = [
  { name: 'Acme Ltd', exposure: 500, overdue: 0.25, tier: 0, score: 90, region: 'North' },
  { name: 'ＢＥＴＡ 12', exposure: 900, overdue: 0.5, tier: 3, score: 20, region: 'South' },
  { name: '江苏宏达', exposure: 100, tier: 3, score: 30, region: 'North', number: 'K-77' },
  { name: 'Delta', exposure: 700 },
];
const assessment = assessmentOf(people);
const texts = finishSlices(searchTextsInSlices(assessment.table));
const select = (query: Partial<CustomerQuery>) =>
  finishSlices(selectCustomersInSlices(assessment, texts, { ...everyCustomer, ...query }));
const chosen = (query: Partial<CustomerQuery>) => [...select(query).customers];

test('everybody, most money at risk first, with what they come to', () => {
  const { customers, totals, groups } = select({});
  expect([...customers]).toEqual([1, 3, 0, 2]);
  expect(totals).toEqual({ count: 4, exposure: 2200, overdue: 0.75, atRisk: 2200 });
  expect(groups).toEqual([]);
});

test('searches names and numbers whatever the case and the width', () => {
  expect(chosen({ search: 'beta １２' })).toEqual([1]);
  expect(chosen({ search: '宏达' })).toEqual([2]);
  expect(chosen({ search: 'k-77' })).toEqual([2]);
  expect(chosen({ search: 'nobody' })).toEqual([]);
});

test('filters by tier, rule, band and category, all at once', () => {
  expect(chosen({ tier: 3 })).toEqual([1, 2]);
  expect(chosen({ tier: noTier })).toEqual([3]);
  expect(chosen({ rule: 'overLimit' })).toEqual([1]);
  expect(chosen({ band: { index: 2, bounds: [500] } })).toEqual([1, 3, 0]);
  expect(chosen({ categories: { region: 'North' } })).toEqual([0, 2]);
  expect(chosen({ categories: { region: '' } })).toEqual([3]);
  expect(chosen({ tier: 3, categories: { region: 'North' } })).toEqual([2]);
});

test('sorts either way; what is not known is last in both', () => {
  expect(chosen({ sortBy: 'score', isDescending: false })).toEqual([1, 2, 0, 3]);
  expect(chosen({ sortBy: 'score' })).toEqual([0, 2, 1, 3]);
  expect(chosen({ sortBy: 'name', isDescending: false })).toEqual([0, 1, 3, 2]);
});

test('groups by tier, best first, and by category, most at risk first; those without come last', () => {
  const byTier = select({ groupBy: 'tier' });
  expect(byTier.groups).toEqual([
    { key: 'A', from: 0, count: 1, exposure: 500, overdue: 0.25, atRisk: 500 },
    { key: 'D', from: 1, count: 2, exposure: 1000, overdue: 0.5, atRisk: 1000 },
    { key: '', from: 3, count: 1, exposure: 700, overdue: 0, atRisk: 700 },
  ]);
  expect([...byTier.customers]).toEqual([0, 1, 2, 3]);
  expect(select({ groupBy: 'region' }).groups.map(({ key, count }) => [key, count])).toEqual([
    ['South', 1],
    ['North', 2],
    ['', 1],
  ]);
});

test('the words of a category, most customers first; none where no list says any', () => {
  expect(categoryWords(assessment.table, 'region')).toEqual(['North', '', 'South']);
  expect(categoryWords(assessment.table, 'industry')).toEqual([]);
});

const anyone = fc.record({
  name: fc.string({ maxLength: 4 }),
  exposure: fc.oneof(fc.integer({ min: -50, max: 5000 }), fc.constant(Number.NaN)),
  tier: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  region: fc.constantFrom('', 'North', 'South'),
});

test('whatever the order and the groups, every customer is there once and groups add up', () => {
  fc.assert(
    fc.property(
      fc.array(anyone, { maxLength: 40 }),
      fc.constantFrom(...customerSortKeys),
      fc.boolean(),
      fc.constantFrom('tier' as const, 'region' as const, null),
      (some, sortBy, isDescending, groupBy) => {
        const of = assessmentOf(some);
        const query = { ...everyCustomer, sortBy, isDescending, groupBy };
        const { customers, groups, totals } = finishSlices(
          selectCustomersInSlices(of, finishSlices(searchTextsInSlices(of.table)), query),
        );
        expect([...customers].sort((one, other) => one - other)).toEqual([...some.keys()]);
        expect(totals.count).toBe(some.length);
        if (groupBy === null) return;
        expect(groups.reduce((count, group) => count + group.count, 0)).toBe(some.length);
        groups.forEach((group, index) => {
          const before = groups[index - 1];
          expect(group.from).toBe(before === undefined ? 0 : before.from + before.count);
        });
      },
    ),
  );
});
