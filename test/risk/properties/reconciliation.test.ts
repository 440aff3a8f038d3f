/** Totals agree with the ledger to the cent, whatever the ledger. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { herfindahl } from '../../../src/risk/metrics/formulas/concentration';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../src/risk/policy/policy';
import { assessLedger } from '../../../src/risk/scoring/assess';
import { type Entry, entry, firstDay, lastDay, ledgerOfEntries, openEntry } from './randomLedger';

const asOf = fc.integer({ min: firstDay - 30, max: lastDay + 200 });
const counting = (countDisputed: boolean): Policy => ({
  ...defaultPolicy,
  settings: { ...defaultPolicy.settings, countDisputed },
});
const inCents = (amount: number) => Math.round(amount * 100);
const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, amount) => total + amount, 0);

/** What is open of a document at the end of a day, as an accountant would say it of that document alone. */
function openCents({ invoiced, paid, cents, openCents: left }: Entry, day: number): number {
  if (invoiced !== null && invoiced > day) return 0;
  if (paid === null) return left ?? cents;
  if (paid > day) return cents;
  return left !== null && Math.abs(left) < Math.abs(cents) ? left : 0;
}

describe('exposure', () => {
  test('and unplaced rows are the control total of a ledger of which nothing is settled', () => {
    fc.assert(
      fc.property(fc.array(openEntry, { maxLength: 40 }), entries => {
        const { portfolio } = assessLedger(ledgerOfEntries(entries), lastDay + 1, defaultPolicy);
        const total = sum(entries.map(({ cents }) => cents));
        expect(inCents(portfolio.exposure) + inCents(portfolio.unplaced)).toBe(total);
        expect((inCents(portfolio.exposure) + inCents(portfolio.unplaced)) / 100).toBe(total / 100);
      }),
    );
  });

  test('is the sum of what is open of each document, at any day', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), asOf, (entries, day) => {
        const { portfolio } = assessLedger(ledgerOfEntries(entries), day, defaultPolicy);
        const placed = entries.filter(({ customer }) => customer !== '');
        expect(inCents(portfolio.exposure)).toBe(sum(placed.map(one => openCents(one, day))));
      }),
    );
  });

  test('is buckets and unapplied credits, per customer, per tier and in all', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), asOf, fc.boolean(), (entries, day, countDisputed) => {
        const { table, portfolio, tierSummaries } = assessLedger(
          ledgerOfEntries(entries),
          day,
          counting(countDisputed),
        );
        const { exposure, unappliedCredits, notDue, overdue } = table.metrics;
        table.customers.forEach((_, customer) => {
          const aged = sum(table.buckets.map(bucket => inCents(bucket[customer])));
          expect(aged + inCents(unappliedCredits[customer])).toBe(inCents(exposure[customer]));
          expect(inCents(notDue[customer]) + inCents(overdue[customer])).toBe(aged);
        });
        const aged = sum(portfolio.buckets.map(inCents));
        expect(aged + inCents(portfolio.unappliedCredits)).toBe(inCents(portfolio.exposure));
        expect(sum(tierSummaries.map(tier => inCents(tier.exposure)))).toBe(inCents(portfolio.exposure));
        expect(sum(tierSummaries.map(tier => tier.customerCount))).toBe(sum([...table.listed]));
      }),
    );
  });
});

describe('shares of exposure', () => {
  test('add up to 1, and their squares to the HHI', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), asOf, (entries, day) => {
        const { table, portfolio } = assessLedger(ledgerOfEntries(entries), day, defaultPolicy);
        const owing = table.metrics.exposure.some(amount => amount > 0);
        if (!owing) {
          expect(portfolio.hhi).toBeNaN();
          return;
        }
        expect(sum(table.metrics.share)).toBeCloseTo(1, 12);
        expect(sum(table.metrics.share.map(share => (100 * share) ** 2))).toBeCloseTo(portfolio.hhi, 6);
        expect(herfindahl(table.metrics.exposure)).toBe(portfolio.hhi);
        expect(portfolio.topShare).toBe(Math.max(...table.metrics.share));
      }),
    );
  });
});
