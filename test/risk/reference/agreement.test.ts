import fc from 'fast-check';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import type { CustomerTable, MetricName } from '../../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy, PolicySettings } from '../../../src/risk/policy/policy';
import { anyColumnLedger, cellsOfColumns, standingByColumns, toldByColumns } from './byColumns';
import { anyRowLedger, cellsOfRows, standingByRows, toldByRows } from './byRows';
import { type PlainFigures, plainFigures, plainHistory } from './plainFigures';
import { plainCountback, plainHabits } from './plainHabits';
import type { StandingItem, Told } from './standingItem';

const anyDay = fc.integer({ min: 45_250, max: 45_600 });
const anySettings = fc.record({
  windowDays: fc.constantFrom(90, 180, 365),
  countDisputed: fc.boolean(),
  ageBy: fc.constantFrom<'dueDate' | 'invoiceDate'>('dueDate', 'invoiceDate'),
});

const withSettings = (settings: Partial<PolicySettings>): Policy => ({
  ...defaultPolicy,
  settings: { ...defaultPolicy.settings, ...settings },
});

function tableOf(cells: Cell[][], day: number, policy: Policy): CustomerTable {
  const ledger = readLedger(cells, recogniseSheet(cells), { dateSystem: 1900, asOf: day });
  return measureLedger(ledger, day, policy, 'all');
}

/** Sums of shares differ in their last digits by the order in which they are added. */
const isClose = (one: number, other: number): boolean =>
  Object.is(one, other) || Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));

/** Say of which figures of a customer the engine says otherwise. */
function differences(
  { customers, metrics, buckets }: CustomerTable,
  name: string,
  plain: PlainFigures,
): string[] {
  const customer = customers.indexOf(name);
  const { buckets: plainBuckets, ...figures } = plain;
  const pairs = [
    ...Object.entries(figures).map(
      ([key, value]) => [key, metrics[key as MetricName][customer], value] as const,
    ),
    ...plainBuckets.map((value, bucket) => [`bucket ${bucket}`, buckets[bucket][customer], value] as const),
  ];
  return pairs
    .filter(([, engine, value]) => !isClose(engine, value))
    .map(([key, engine, value]) => `${name}: ${key} is ${value}, the engine says ${engine}`);
}

/** A ledger as it stood at the end of any day. */
interface Replayed {
  at(day: number): readonly StandingItem[];
  told(day: number): Told;
}

function expectAgreement(table: CustomerTable, { at, told }: Replayed, day: number, policy: Policy): void {
  const items = at(day);
  const names = [...new Set(items.map(({ customer }) => customer))];
  const listed = table.customers.filter((_, customer) => table.listed[customer] === 1);
  expect([...listed].sort()).toEqual([...names].sort());
  for (const name of names) {
    const figuresAt = (then: number) =>
      plainFigures(
        at(then).filter(({ customer }) => customer === name),
        then,
        policy,
        told(day),
      );
    const { windowDays } = policy.settings;
    const figures = figuresAt(day);
    const own = items.filter(({ customer }) => customer === name);
    const plain = {
      ...figures,
      ...plainHistory(figuresAt, day, windowDays, told(day)),
      ...plainHabits(own, day, windowDays, told(day)),
      ...plainCountback(own, Math.round(figures.exposure! * 100), day, windowDays, told(day)),
    };
    expect(differences(table, name, plain)).toEqual([]);
  }
}

test('what columns say of invoices comes to what it comes to item by item', () => {
  fc.assert(
    fc.property(anyColumnLedger, anyDay, anySettings, (ledger, day, settings) => {
      const policy = withSettings(settings);
      const at = (then: number) => standingByColumns(ledger, then);
      const told = (then: number) => toldByColumns(ledger, then);
      expectAgreement(tableOf(cellsOfColumns(ledger), day, policy), { at, told }, day, policy);
    }),
    { numRuns: 200 },
  );
});

test('what rows of payments, credit notes and write-offs settle comes to what it comes to document by document', () => {
  fc.assert(
    fc.property(anyRowLedger, anyDay, anySettings, (ledger, day, settings) => {
      const policy = withSettings(settings);
      const at = (then: number) => standingByRows(ledger, then);
      const told = (then: number) => toldByRows(ledger, then);
      expectAgreement(tableOf(cellsOfRows(ledger), day, policy), { at, told }, day, policy);
    }),
    { numRuns: 200 },
  );
});
