import fc from 'fast-check';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import type { CustomerTable } from '../../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy, PolicySettings } from '../../../src/risk/policy/policy';
import { anyColumnLedger, cellsOfColumns, standingByColumns, toldByColumns } from './byColumns';
import { anyRowLedger, cellsOfRows, standingByRows, toldByRows } from './byRows';
import { type PlainFigures, plainFigures } from './plainFigures';
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
  return measureLedger(ledger, day, policy);
}

/** The engine's figures of a customer, those that the plain computation has. */
function figuresIn(
  { customers, metrics, buckets }: CustomerTable,
  name: string,
  plain: PlainFigures,
): PlainFigures {
  const customer = customers.indexOf(name);
  const names = Object.keys(plain).filter(key => key !== 'buckets') as (keyof typeof metrics)[];
  const figures = names.map(key => [key, metrics[key][customer]]);
  return { ...Object.fromEntries(figures), buckets: buckets.map(bucket => bucket[customer]) };
}

/** Fifteen digits are what Excel keeps; sums of shares may differ in the last of them. */
const rounded = ({ buckets, ...figures }: PlainFigures) => ({
  ...Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [key, Number(value.toPrecision(12)) + 0]),
  ),
  buckets: buckets.map(amount => amount + 0),
});

function expectAgreement(
  table: CustomerTable,
  items: readonly StandingItem[],
  day: number,
  policy: Policy,
  told: Told,
): void {
  const names = [...new Set(items.map(({ customer }) => customer))];
  const listed = table.customers.filter((_, customer) => table.listed[customer] === 1);
  expect([...listed].sort()).toEqual([...names].sort());
  for (const name of names) {
    const own = items.filter(({ customer }) => customer === name);
    const plain = plainFigures(own, day, policy, told);
    expect({ name, ...rounded(figuresIn(table, name, plain)) }).toEqual({ name, ...rounded(plain) });
  }
}

test('what columns say of invoices comes to what it comes to item by item', () => {
  fc.assert(
    fc.property(anyColumnLedger, anyDay, anySettings, (ledger, day, settings) => {
      const policy = withSettings(settings);
      const table = tableOf(cellsOfColumns(ledger), day, policy);
      expectAgreement(table, standingByColumns(ledger, day), day, policy, toldByColumns(ledger, day));
    }),
    { numRuns: 200 },
  );
});

test('what rows of payments, credit notes and write-offs settle comes to what it comes to document by document', () => {
  fc.assert(
    fc.property(anyRowLedger, anyDay, anySettings, (ledger, day, settings) => {
      const policy = withSettings(settings);
      const table = tableOf(cellsOfRows(ledger), day, policy);
      expectAgreement(table, standingByRows(ledger, day), day, policy, toldByRows(ledger, day));
    }),
    { numRuns: 200 },
  );
});
