/** The ledger as at a day is the ledger as it was cut at that day, in every figure. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell, Ledger } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseAs } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../src/risk/policy/policy';
import { expectSameCustomers, measured } from './measuredCustomers';
import { customers, datedEntry, type Entry, firstDay, lastDay, type Row } from './randomLedger';

const asOf = fc.integer({ min: firstDay - 30, max: lastDay + 200 });
const policies: readonly Policy[] = [true, false].map(countDisputed => ({
  ...defaultPolicy,
  settings: { ...defaultPolicy.settings, countDisputed },
}));
const policy = fc.constantFrom(...policies);

const headers = [
  'Customer',
  'Document no',
  'Type',
  'Applied to',
  'Invoice date',
  'Due date',
  'Paid date',
  'Amount',
  'Disputed',
];
const clean: Row = ['Acme', 'D-1', 'Invoice', '', 45_000, 45_030, 45_040, 100.25, 'No'];
const recognition = recogniseAs('ledger', [headers, ...Array.from({ length: 5 }, () => clean)]);

const read = (rows: readonly Row[]): Ledger =>
  readLedger([headers, ...rows], recognition, { dateSystem: 1900 });

/** What is measured of the rows as at a day, and of the rows that were there by then; both by name. */
function expectReplayToBeCut(whole: readonly Row[], cut: readonly Row[], day: number, by: Policy) {
  const replayed = measured(read(whole), day, by);
  const known = measured(read(cut), day, by);
  expect([...replayed.keys()].sort()).toEqual([...known.keys()].sort());
  expectSameCustomers(known, replayed);
}

describe('as at a day, every figure of a ledger is that of the ledger cut at it', () => {
  const orBlank = (day: number | null): Cell => day ?? '';
  const rowOf = ({ customer, invoiced, due, paid, cents, disputed }: Entry, index: number): Row => [
    customer,
    `D-${index}`,
    cents < 0 ? 'Credit note' : 'Invoice',
    '',
    orBlank(invoiced),
    orBlank(due),
    orBlank(paid),
    cents / 100,
    disputed ? 'Yes' : 'No',
  ];

  test('where paid dates say what is paid', () => {
    const oneIn = (share: number) => fc.integer({ min: 1, max: share }).map(number => number === 1);
    // Disputes, credit notes and payments so rare that the first of a ledger is often later than the day.
    const entries = fc.array(
      fc.tuple(datedEntry, oneIn(12), oneIn(12), oneIn(4)).map(([one, isDisputed, isCredit, isPaid]) => ({
        ...one,
        disputed: isDisputed,
        cents: isCredit ? -Math.abs(one.cents) : Math.abs(one.cents),
        paid: isPaid ? one.paid : null,
      })),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(entries, asOf, policy, (all, day, by) => {
        const cut = all
          .map((one, index) => ({ one, index }))
          .filter(({ one }) => one.invoiced! <= day)
          .map(({ one, index }) =>
            rowOf({ ...one, paid: one.paid !== null && one.paid > day ? null : one.paid }, index),
          );
        expectReplayToBeCut(all.map(rowOf), cut, day, by);
      }),
      { numRuns: 300 },
    );
  });

  /** A document, or money; `appliedTo` is the place of an invoice among the documents. */
  const document = fc.record({
    customer: fc.constantFrom(...customers.slice(0, 3)),
    type: fc.constantFrom('Invoice', 'Invoice', 'Invoice', 'Payment', 'Payment', 'Credit note', 'Write-off'),
    day: fc.integer({ min: firstDay, max: lastDay }),
    terms: fc.integer({ min: 0, max: 90 }),
    cents: fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom(100, 10_000)),
    disputed: fc.integer({ min: 1, max: 12 }).map(number => number === 1),
  });

  test('where rows of payments settle the oldest due', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 25 }), asOf, policy, (all, day, by) => {
        const rows = all.map(
          ({ customer, type, day: on, terms, cents, disputed }, index): Row => [
            customer,
            `D-${index}`,
            type,
            '',
            on,
            type === 'Invoice' ? on + terms : '',
            '',
            cents / 100,
            disputed && type === 'Invoice' ? 'Yes' : 'No',
          ],
        );
        const cut = rows.filter((_, index) => all[index].day <= day);
        expectReplayToBeCut(rows, cut, day, by);
      }),
      { numRuns: 300 },
    );
  });

  test('where rows of payments, credit notes and write-offs name what they settle, in parts', () => {
    const part = fc.record({
      type: fc.constantFrom('Payment', 'Payment', 'Payment', 'Credit note', 'Write-off'),
      after: fc.integer({ min: 0, max: 200 }),
      weight: fc.integer({ min: 1, max: 9 }),
    });
    const invoice = fc.record({
      customer: fc.constantFrom(...customers.slice(0, 3)),
      day: fc.integer({ min: firstDay, max: lastDay }),
      terms: fc.integer({ min: 0, max: 90 }),
      cents: fc.integer({ min: 10, max: 9_999_999 }),
      parts: fc.array(part, { maxLength: 3 }),
      /** Of what was invoiced, whether the parts settle all. */
      isOpen: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(invoice, { maxLength: 10 }), asOf, policy, (all, day, by) => {
        const dated = all.flatMap(({ customer, day: on, terms, cents, parts, isOpen }, index) => {
          const name = `D-${index}`;
          const weights = parts.reduce((sum, { weight }) => sum + weight, isOpen ? 1 : 0);
          const row: Row = [customer, name, 'Invoice', '', on, on + terms, '', cents / 100, 'No'];
          let left = cents;
          const settling = parts.map(({ type, after, weight }, place) => {
            const isLast = !isOpen && place === parts.length - 1;
            const amount = isLast ? left : Math.floor((cents * weight) / weights);
            left -= amount;
            const paid: Row = [
              customer,
              `P-${index}-${place}`,
              type,
              name,
              on + after,
              '',
              '',
              amount / 100,
              'No',
            ];
            return { on: on + after, row: paid };
          });
          return [{ on, row }, ...settling];
        });
        const cut = dated.filter(({ on }) => on <= day).map(({ row }) => row);
        expectReplayToBeCut(
          dated.map(({ row }) => row),
          cut,
          day,
          by,
        );
      }),
      { numRuns: 300 },
    );
  });
});
