/** What changed since is assessed alone, and comes to what assessing everybody comes to. */
import fc from 'fast-check';
import { rememberingPlaces } from '../../../src/risk/history/placesAgain';
import { type ReviewEntry, withReviews, withReviewsInSlices } from '../../../src/risk/history/reviewLog';
import { type Snapshot, snapshotOf } from '../../../src/risk/history/snapshot';
import { joinedTableInSlices } from '../../../src/risk/join/joinTables';
import { matchCustomersInSlices } from '../../../src/risk/join/matchCustomers';
import { documentTypes } from '../../../src/risk/ledger/cells/documentType';
import type { RowValues } from '../../../src/risk/ledger/readRow';
import { measureEntriesInSlices } from '../../../src/risk/metrics/customers/customerListMetrics';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { LedgerEdits } from '../../../src/risk/metrics/edits/ledgerEdits';
import type { CustomerTable } from '../../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../src/risk/policy/policy';
import { applyPreset, presetIds } from '../../../src/risk/policy/presets';
import { assessAgainInSlices, assessMeasuredInSlices } from '../../../src/risk/scoring/assess';
import type { Assessment } from '../../../src/risk/scoring/assessment';
import { findBreachesInSlices } from '../../../src/risk/scoring/breaches';
import { scoreCustomersInSlices } from '../../../src/risk/scoring/score';
import { orderWorstFirst } from '../../../src/risk/scoring/worstFirst';
import { finishSlices } from '../../../src/risk/slices';
import { type LedgerRow, ledgerOf } from '../metrics/ledgerOf';
import { listOf } from '../metrics/listOf';
import { type Known, tableOf } from './tableOf';

const asOf = 1_100;

const valuesOf = (row: LedgerRow): RowValues => ({
  customer: row.customer ?? 'Acme',
  invoiceDate: row.invoiced ?? Number.NaN,
  dueDate: row.due ?? Number.NaN,
  paidDate: row.paid ?? Number.NaN,
  amount: row.amount,
  openAmount: row.open ?? Number.NaN,
  disputed: row.disputed ?? false,
  documentType: row.type,
  creditLimit: Number.NaN,
  termsDays: Number.NaN,
});

const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

const anyRow: fc.Arbitrary<LedgerRow> = fc.record(
  {
    customer: fc.constantFrom(...names),
    amount: fc.integer({ min: -20_000, max: 1_000_000 }).map(cents => cents / 100),
    invoiced: fc.integer({ min: 500, max: 1_150 }),
    due: fc.integer({ min: 500, max: 1_250 }),
    paid: fc.integer({ min: 500, max: 1_250 }),
    open: fc.integer({ min: 0, max: 1_000_000 }).map(cents => cents / 100),
    disputed: fc.boolean(),
    type: fc.constantFrom(...documentTypes),
  },
  { requiredKeys: ['customer', 'amount'] },
);

const anyEdit = fc.record({
  kind: fc.constantFrom('edit', 'edit', 'edit', 'add', 'remove'),
  place: fc.nat({ max: 30 }),
  row: anyRow,
});

/** A factor that depends on everybody: each edit may score all customers anew. */
const withShareFactor = (policy: Policy): Policy => ({
  ...policy,
  factors: [
    ...policy.factors,
    {
      name: { en: 'Share', zh: '占比' },
      metric: 'share',
      weight: 20,
      best: 0,
      worst: 0.5,
      steps: null,
      missing: 'nothing',
    },
  ],
});

const withAllRules = (policy: Policy): Policy => ({
  ...policy,
  rules: policy.rules.map(rule => ({ ...rule, on: true })),
  knockOuts: policy.knockOuts.map(knockOut => ({ ...knockOut, on: true, minimumAmount: 0 })),
});

/** Without its minimums more rules come and go with small amounts. */
const withoutMinimums = (policy: Policy): Policy => ({
  ...policy,
  rules: policy.rules.map(rule => ({ ...rule, minimumAmount: 0, minimumCount: 0 })),
});

const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    preset: fc.constantFrom(...presetIds),
    changes: fc.subarray([withShareFactor, withAllRules, withoutMinimums]),
  })
  .map(({ preset, changes }) =>
    changes.reduce((policy, change) => change(policy), applyPreset(defaultPolicy, preset)),
  );

const list = listOf([
  { name: 'A', creditLimit: 900, termsDays: 30, rating: 'B', contractEnd: asOf + 5 },
  { name: 'B', insolvent: 1, guarantee: 0, lastReview: asOf - 500 },
  { name: 'C', excluded: 1 },
  { name: 'D', currentRatio: 0.4, tenureYears: 9 },
]);

/** What comes after an edit of the ledger: the list is joined, reviews are added. */
interface Past {
  readonly list: typeof list | null;
  readonly reviews: readonly ReviewEntry[];
  readonly previous: Snapshot | null;
}

const reviewed = (day: number, customer: string): ReviewEntry => ({
  day,
  customer,
  number: '',
  tier: '',
  score: Number.NaN,
});

const anyPast = fc.record({
  list: fc.constantFrom(null, list),
  reviews: fc.subarray([reviewed(900, 'B'), reviewed(1_050, 'D'), reviewed(1_050, 'H')]),
  hasSnapshot: fc.boolean(),
});

function joinedWith({ list: joined }: Past, policy: Policy) {
  if (joined === null) return (table: CustomerTable) => table;
  const said = finishSlices(measureEntriesInSlices(joined, asOf, policy));
  // Of everybody who may come, so that nobody is matched anew.
  const { entry } = finishSlices(matchCustomersInSlices({ names }, joined));
  return (table: CustomerTable, before: { whole: CustomerTable; joined: CustomerTable } | null = null) => {
    const entries = Int32Array.from(table.customers, name => entry[names.indexOf(name)]);
    const matches = {
      ...finishSlices(matchCustomersInSlices({ names: table.customers }, joined)),
      entry: entries,
    };
    const isSameList = before?.whole.customers === table.customers;
    const known = isSameList ? before : null;
    return finishSlices(joinedTableInSlices(table, { list: joined, matches, said }, 100, known));
  };
}

const told = ({ table, ...answer }: Assessment) => ({
  ...answer,
  customers: table.customers,
  listed: table.listed,
  metrics: table.metrics,
  buckets: table.buckets,
  texts: table.texts,
  rows: table.customers.map((_, customer) => [...table.rowsOf(customer)]),
});

test('edits of rows, one after the other, come to what assessing the whole ledger comes to', () => {
  let reused = 0;
  fc.assert(
    fc.property(
      fc.array(anyRow, { minLength: 1, maxLength: 20 }),
      fc.array(anyEdit, { minLength: 1, maxLength: 8 }),
      anyPolicy,
      anyPast,
      (begin, sequence, policy, { hasSnapshot, ...known }) => {
        const ledger = ledgerOf(begin);
        const first = measureLedger(ledger, asOf, policy, 'all');
        const earlier = finishSlices(assessMeasuredInSlices(ledger, first, policy));
        const past: Past = { ...known, previous: hasSnapshot ? snapshotOf(earlier, asOf - 90, '') : null };
        const join = joinedWith(past, policy);
        const findReviewed = rememberingPlaces();
        const findScored = rememberingPlaces();
        const edits = LedgerEdits.of(ledger, first, policy);
        let whole = first;
        let plain = join(whole);
        let answer = finishSlices(
          assessMeasuredInSlices(ledger, withReviews(plain, past.reviews), policy, past.previous),
        );
        for (const { kind, place, row } of sequence) {
          const stayed = structuredClone(answer.table.metrics);
          if (kind === 'edit') edits.editRow(place, valuesOf(row));
          if (kind === 'add') edits.addRow(place, valuesOf(row));
          if (kind === 'remove') edits.removeRow(place);
          const stood = finishSlices(edits.standing());
          plain = join(stood.table, { whole, joined: plain });
          whole = stood.table;
          const table = finishSlices(withReviewsInSlices(plain, past.reviews, findReviewed));
          const before = answer;
          answer = finishSlices(assessAgainInSlices(before, table, ledger.scale, past.previous, findScored));
          if (answer.scores.available[0] === before.scores.available[0]) reused += 1;

          const scratch = measureLedger(stood.ledger, asOf, policy, 'all');
          const anew = withReviews(join(scratch), past.reviews);
          const wanted = finishSlices(assessMeasuredInSlices(stood.ledger, anew, policy, past.previous));
          expect(told(answer)).toEqual(told(wanted));
          // Columns are shared with the answer before, and nobody writes into those.
          expect(before.table.metrics).toEqual(stayed);
        }
      },
    ),
  );
  // Else it would not tell that anything is taken over.
  expect(reused).toBeGreaterThan(50);
});

const many: readonly Known[] = Array.from({ length: 400 }, (_, customer) => ({
  exposure: customer % 7 === 0 ? Number.NaN : (customer * 37) % 5_000,
  overdueShare: (customer % 10) / 10,
  delayRate: (customer % 9) / 10,
  creditLimit: 2_500,
  openCount: 3,
  share: 1 / 400,
}));

/** Counts how many customers a metric is asked for. */
function counting(table: CustomerTable, name: keyof CustomerTable['metrics']) {
  const asked = new Set<string | symbol>();
  const column = new Proxy(table.metrics[name], {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) asked.add(key);
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { table: { ...table, metrics: { ...table.metrics, [name]: column } }, asked };
}

const policy = { ...defaultPolicy, rules: defaultPolicy.rules.filter(({ id }) => id === 'overLimit') };
const assess = (table: CustomerTable, before: Assessment | null = null) => {
  const scores = finishSlices(scoreCustomersInSlices(table, policy, before));
  return { scores, ...finishSlices(findBreachesInSlices(table, scores, policy, before)) };
};

function assessed(table: CustomerTable): Assessment {
  return finishSlices(assessMeasuredInSlices(ledgerOf([]), table, policy));
}

test('rules ask only for those whose figures changed', () => {
  const before = assessed(tableOf(many));
  const changed = tableOf(many.map((known, at) => (at === 5 ? { ...known, delayRate: 0.95 } : known)));
  // Nothing that a customer's own figures are compared by is asked for one by one but the limit, which is shared.
  const table = {
    ...changed,
    metrics: { ...changed.metrics, creditLimit: before.table.metrics.creditLimit },
  };
  const now = counting(table, 'creditLimit');
  const shared = {
    ...before.table,
    metrics: { ...before.table.metrics, creditLimit: now.table.metrics.creditLimit },
  };
  const { breaches } = assess(now.table, { ...before, table: shared });
  expect(breaches).toEqual(assess(changed).breaches);
  // That there is a limit at all is seen at the first customer.
  expect([...now.asked]).toEqual(['0', '5']);
});

test('a rule that could not be checked before is checked for everybody once it can', () => {
  const withoutLimits = tableOf(many.map(({ creditLimit, ...known }) => known));
  const before = assessed(withoutLimits);
  expect(before.unchecked).toEqual([{ rule: 'overLimit', needs: 'creditLimit' }]);
  const now = tableOf(many);
  const again = finishSlices(assessAgainInSlices(before, now, 100, null));
  expect(again.unchecked).toEqual([]);
  expect(again.breaches.length).toBeGreaterThan(100);
  expect(told(again)).toEqual(told(assessed(now)));
  const back = finishSlices(assessAgainInSlices(again, withoutLimits, 100, null));
  expect(told(back)).toEqual(told(before));
});

test('customers who come, go or stand in another order are seen, and nobody keeps the place of another', () => {
  const before = assessed(tableOf(many));
  for (const others of [many.slice(0, 390), [...many, ...many.slice(0, 9)], [...many].reverse()]) {
    const table = tableOf(others);
    expect(told(finishSlices(assessAgainInSlices(before, table, 100, null)))).toEqual(told(assessed(table)));
  }
  const renamed = { ...tableOf(many), customers: many.map((_, at) => (at === 30 ? 'AAA' : `C${at}`)) };
  expect(told(finishSlices(assessAgainInSlices(before, renamed, 100, null)))).toEqual(
    told(assessed(renamed)),
  );
});

test('sorting in gives the order of sorting all, also among equals', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 10, 20, Number.NaN), { minLength: 30, maxLength: 60 }),
      fc.array(fc.record({ at: fc.nat({ max: 29 }), exposure: fc.constantFrom(0, 10, 20) }), {
        maxLength: 3,
      }),
      (exposures, changes) => {
        const answerOf = (amounts: readonly number[]) => {
          // All of one name: nothing else tells equals apart.
          const table = {
            ...tableOf(amounts.map(exposure => ({ exposure }))),
            customers: amounts.map(() => 'A'),
          };
          const atRisk = Float64Array.from(amounts, amount => (amount > 0 ? amount : 0));
          return { table, atRisk, scores: { score: new Float64Array(amounts.length) } };
        };
        const before = answerOf(exposures);
        const worstFirst = finishSlices(orderWorstFirst(before));
        const amounts = exposures.slice();
        for (const { at, exposure } of changes) amounts[at] = exposure;
        const now = answerOf(amounts);
        expect(finishSlices(orderWorstFirst(now, { ...before, worstFirst }))).toEqual(
          finishSlices(orderWorstFirst(now)),
        );
      },
    ),
  );
});
