/** Payments, credit notes and write-offs as rows: money moves between the rows of one customer, and none is made or lost. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { controlTotal } from '../../../src/risk/ledger/controlTotal';
import type { Ledger } from '../../../src/risk/ledger/ledger';
import { createLedgerReader } from '../../../src/risk/ledger/readLedger';
import { recogniseAs } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { openAt } from '../../../src/risk/metrics/openAmounts';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { assessLedger } from '../../../src/risk/scoring/assess';
import { customers, firstDay, lastDay, type Row } from './randomLedger';

const headers = [
  'Customer',
  'Document no',
  'Type',
  'Applied to',
  'Invoice date',
  'Due date',
  'Amount',
  'Intercompany',
];
const clean: Row = ['Acme', 'D-1', 'Invoice', '', 45_000, 45_030, 100.25, 'No'];
const recognition = recogniseAs('ledger', [headers, ...Array.from({ length: 5 }, () => clean)]);

interface Document {
  readonly customer: string;
  readonly type: 'Invoice' | 'Payment' | 'Credit note' | 'Write-off';
  /** Number of the document it names, perhaps of another customer, perhaps of none. */
  readonly appliedTo: number | null;
  readonly day: number;
  readonly terms: number;
  /** Above 0, as such sheets have it: the type says which way the money goes. */
  readonly cents: number;
  readonly isExcluded: boolean;
}

const document: fc.Arbitrary<Document> = fc.record({
  customer: fc.oneof(
    { weight: 15, arbitrary: fc.constantFrom(...customers.slice(0, 3)) },
    { weight: 1, arbitrary: fc.constant('') },
  ),
  type: fc.oneof(
    { weight: 5, arbitrary: fc.constant('Invoice' as const) },
    { weight: 4, arbitrary: fc.constant('Payment' as const) },
    { weight: 1, arbitrary: fc.constantFrom('Credit note' as const, 'Write-off' as const) },
  ),
  appliedTo: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
  day: fc.integer({ min: firstDay, max: lastDay }),
  terms: fc.integer({ min: 0, max: 90 }),
  cents: fc.oneof(
    fc.integer({ min: 1, max: 999_999 }),
    fc.constantFrom(1, 100, 10_000, 10_001, 500_000_000_000),
  ),
  isExcluded: fc.boolean(),
});

const documents = fc.array(
  document.map(one => ({ ...one, isExcluded: one.isExcluded && one.cents % 7 === 0 })),
  { maxLength: 30 },
);

const signed = ({ type, cents }: Document): number => (type === 'Invoice' ? cents : -cents);
const isPlaced = ({ customer, isExcluded }: Document): boolean => customer !== '' && !isExcluded;
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const inCents = (amount: number): number => Math.round(amount * 100);

function read(all: readonly Document[], rowsPerPiece = all.length + 2): Ledger {
  const rows = all.map((one, index) => [
    one.customer,
    `D-${index + 1}`,
    one.type,
    one.appliedTo === null ? '' : `D-${one.appliedTo}`,
    one.day,
    one.type === 'Invoice' ? one.day + one.terms : '',
    one.cents / 100,
    one.isExcluded ? 'Yes' : 'No',
  ]);
  const sheet: readonly Row[] = [headers, ...rows];
  const reader = createLedgerReader(recognition, { dateSystem: 1900 });
  for (let row = 0; row < sheet.length; row += rowsPerPiece)
    reader.add(sheet.slice(row, row + rowsPerPiece), row);
  return reader.finish();
}

const asOf = fc.integer({ min: firstDay - 1, max: lastDay + 100 });

describe('rows that settle others', () => {
  test('leave exposure, excluded and unplaced rows together at the control total, to the cent', () => {
    fc.assert(
      fc.property(documents, all => {
        const ledger = read(all);
        const { portfolio } = assessLedger(ledger, lastDay + 1, defaultPolicy);
        const { excluded, total } = controlTotal(ledger);
        expect(inCents(total)).toBe(sum(all.map(signed)));
        expect(inCents(portfolio.exposure) + inCents(portfolio.unplaced) + inCents(excluded)).toBe(
          inCents(total),
        );
      }),
    );
  });

  test('leave each customer, at any day, with what their own rows came to by then', () => {
    fc.assert(
      fc.property(documents, asOf, (all, day) => {
        const { customers: names, metrics } = measureLedger(read(all), day, defaultPolicy);
        names.forEach((name, customer) => {
          const own = all.filter(one => isPlaced(one) && one.customer === name && one.day <= day);
          expect([name, inCents(metrics.exposure[customer])]).toEqual([name, sum(own.map(signed))]);
        });
      }),
    );
  });

  test('are the same ledger in pieces of any size', () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 31 }), (all, rowsPerPiece) => {
        expect(read(all, rowsPerPiece)).toEqual(read(all));
      }),
    );
  });

  test('never settle more of an invoice than it is of, nor turn it round, at any day', () => {
    fc.assert(
      fc.property(documents, asOf, (all, day) => {
        const ledger = read(all);
        ledger.amount.forEach((amount, row) => {
          const open = openAt(ledger, row, day);
          expect(open * Math.sign(amount)).toBeGreaterThanOrEqual(0);
          expect(Math.abs(open)).toBeLessThanOrEqual(Math.abs(amount));
        });
      }),
    );
  });
});
