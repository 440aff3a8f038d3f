/** What must not change a figure does not change it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MetricName } from '../../../src/risk/metrics/table/metric';
import { expectSameCustomers, measured } from './measuredCustomers';
import { customers, datedEntry, type Entry, entry, firstDay, lastDay, ledgerOfEntries } from './randomLedger';

const asOf = fc.integer({ min: firstDay - 30, max: lastDay + 200 });
const entries = fc.array(entry, { maxLength: 30 });
const metricsOf = (rows: readonly Entry[], day: number) => measured(ledgerOfEntries(rows), day);

describe('no figure depends on', () => {
  test('the order of the rows', () => {
    const inTwoOrders = entries.chain(rows =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(inTwoOrders, asOf, ([rows, shuffled], day) => {
        expectSameCustomers(metricsOf(rows, day), metricsOf(shuffled, day));
      }),
    );
  });

  test('what customers are called, but for the order among equals', () => {
    const renamed = (name: string) => (name === '' ? '' : customers.at(-1 - customers.indexOf(name))!);
    fc.assert(
      fc.property(entries, asOf, (rows, day) => {
        const others = rows.map(row => ({ ...row, customer: renamed(row.customer) }));
        expectSameCustomers(metricsOf(rows, day), metricsOf(others, day), {
          nameAfter: renamed,
          except: ['rank'],
        });
      }),
    );
  });

  test('the unit of money, but money itself', () => {
    fc.assert(
      fc.property(entries, asOf, fc.integer({ min: 2, max: 50 }), (rows, day, moneyFactor) => {
        const scaled = rows.map(row => ({
          ...row,
          cents: row.cents * moneyFactor,
          openCents: row.openCents === null ? null : row.openCents * moneyFactor,
        }));
        expectSameCustomers(metricsOf(rows, day), metricsOf(scaled, day), { moneyFactor });
      }),
    );
  });

  test('the day the calendar began, but figures by months', () => {
    const byMonths: readonly MetricName[] = ['dsoAverage', 'dsoCountback', 'collectionEffectiveness'];
    const later = (serial: number | null, days: number) => (serial === null ? null : serial + days);
    fc.assert(
      fc.property(entries, asOf, fc.integer({ min: -2_000, max: 2_000 }), (rows, day, days) => {
        const shifted = rows.map(row => ({
          ...row,
          invoiced: later(row.invoiced, days),
          due: later(row.due, days),
          paid: later(row.paid, days),
        }));
        expectSameCustomers(metricsOf(rows, day), metricsOf(shifted, day + days), { except: byMonths });
      }),
    );
  });
});

describe('splitting an invoice in two on the same dates', () => {
  /** Figures of documents, not of money. */
  const counts: readonly MetricName[] = ['openCount', 'dueCount', 'agedCount', 'delayRate', 'termsDays'];

  test('changes nothing but how many there are, what share of them is late and their median terms', () => {
    fc.assert(
      fc.property(
        fc.array(datedEntry, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        asOf,
        (rows, which, share, day) => {
          const invoice = which % rows.length;
          const whole = rows[invoice];
          fc.pre(Math.abs(whole.cents) > 1);
          // A part of nothing would be no document at all.
          const part = Math.sign(whole.cents) * Math.max(1, Math.floor((Math.abs(whole.cents) - 1) * share));
          const split = rows.flatMap((row, index) =>
            index === invoice
              ? [
                  { ...row, cents: part },
                  { ...row, cents: row.cents - part },
                ]
              : [row],
          );
          expectSameCustomers(metricsOf(rows, day), metricsOf(split, day), { except: counts });
        },
      ),
    );
  });
});

describe('as at a date', () => {
  test('an old invoice that was paid long ago changes no exposure', () => {
    const position: readonly MetricName[] = [
      'exposure',
      'notDue',
      'overdue',
      'overdueShare',
      'oldestDays',
      'weightedDaysOverdue',
      'share',
      'disputed',
      'unappliedCredits',
      'openCount',
      'agedAmount',
      'agedCount',
    ];
    fc.assert(
      fc.property(
        entries,
        datedEntry,
        fc.integer({ min: firstDay, max: lastDay }),
        (rows, { customer, cents }, day) => {
          const old: Entry = {
            customer,
            cents,
            invoiced: day - 800,
            due: day - 770,
            paid: day - 760,
            openCents: null,
            disputed: false,
          };
          const before = metricsOf(rows, day);
          const after = metricsOf([...rows, old], day);
          for (const [name, { metrics, buckets }] of before) {
            const hadItems = !Number.isNaN(metrics.oldestDays);
            for (const metric of position) {
              if (!hadItems && name === customer) continue;
              expect([metric, after.get(name)!.metrics[metric]]).toEqual([metric, metrics[metric]]);
            }
            expect(after.get(name)!.buckets).toEqual(buckets);
          }
        },
      ),
    );
  });
});
