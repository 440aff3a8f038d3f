/** Dates and amounts in each other's place are refused; dates are never refused for what the amounts are. */
import './runtime';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ageing } from '../../src/functions/ageing';
import { ageingBucket } from '../../src/functions/ageingBucket';
import { churn } from '../../src/functions/churn';
import { customerCard } from '../../src/functions/customerCard';
import { customerMetrics } from '../../src/functions/customerMetrics';
import { daysBeyondTermsOf } from '../../src/functions/dbt';
import { paymentDelayRate } from '../../src/functions/delayRate';
import { column, shown } from './runtime';

const asOf = 45_473;
const due = column(45_443, 45_480, 45_300, 45_400);
const paid = column(45_450, null, 45_310, null);
const amounts = column(100, 2_500.5, 45_000, 90_000);
const customers = column('Acme', 'Baker', 'Acme', 'Cole');
const hardly = (argument: string, first: number) =>
  `#VALUE! ${argument}: these are hardly dates, the first is ${first}. Check that dates and amounts are not in each other’s place, and as_of.`;

describe('amounts in the place of dates', () => {
  test.each<[string, () => unknown, string]>([
    ['AGING', () => ageing(amounts, due, asOf), hardly('due_dates', 100)],
    [
      'AGING by months',
      () => ageing(amounts, due, asOf, null as never, null as never, null, 'months'),
      hardly('due_dates', 100),
    ],
    ['AGINGBUCKET', () => ageingBucket(column(100, 2_500), asOf), hardly('due_dates', 100)],
    ['DBT', () => daysBeyondTermsOf(due, amounts, paid, asOf), hardly('paid_dates', 100)],
    ['DELAYRATE', () => paymentDelayRate(amounts, paid, asOf, due), hardly('due_dates', 100)],
    ['CHURN', () => churn(customers, column(100, 250, 90_000, 95_000), asOf), hardly('dates', 100)],
    [
      'CUSTOMERMETRICS',
      () => customerMetrics(customers, due, amounts, due, '' as never, '' as never, asOf),
      hardly('due_dates', 100),
    ],
    [
      'CUSTOMERCARD',
      () => customerCard('Acme', customers, amounts, due, due, '' as never, '' as never, asOf),
      hardly('invoice_dates', 100),
    ],
  ])('%s', (_, call, message) => {
    expect(shown(call)).toBe(message);
  });

  test('an amount far from a hundred years is enough where no other is given', () => {
    expect(shown(() => ageing([[500]], [[45_443]], asOf))).toBe(hardly('due_dates', 500));
  });
});

describe('invoice and due dates in each other’s place', () => {
  const rows = Array.from({ length: 12 }, (_, row) => row);
  const names = column(...rows.map(row => `Customer ${row}`));
  const earlier = rows.map(row => 45_300 + row);
  const later = rows.map(row => 45_330 + row);
  const owed = column(...rows.map(row => 100 + row / 100));
  const measured = (invoiced: readonly unknown[], dueOn: readonly unknown[]) =>
    shown(() =>
      customerMetrics(names, column(...invoiced), column(...dueOn), owed, '' as never, '' as never, asOf),
    );
  const refused =
    '#VALUE! due_dates: all are before their invoice dates. Check that the two are not in each other’s place.';

  test('are refused, which would count invoices as overdue from their first day', () => {
    expect(measured(later, earlier)).toBe(refused);
    expect(measured(later, [...earlier.slice(0, 10), '', ''])).toBe(refused);
    expect(
      shown(() =>
        customerCard('a', names, column(...later), column(...earlier), owed, '' as never, '' as never, asOf),
      ),
    ).toBe(refused);
  });

  test('but not where one is due later, or fewer than ten tell', () => {
    expect(measured(earlier, later)).toHaveLength(13);
    expect(measured(later, [...earlier.slice(0, 11), 45_400])).toHaveLength(13);
    expect(measured(later, [...earlier.slice(0, 9), '', '', ''])).toHaveLength(13);
  });
});

describe('dates stay dates', () => {
  test('whole amounts of about 45,000, good serial days each, are no reason', () => {
    expect(ageing(due, column(45_000, 45_001, 44_000, 46_000), asOf)).toEqual([
      [45_001, 45_000, 0, 46_000, 44_000],
    ]);
  });

  test('a mistyped date among others still answers, as do old debts and the last day that stands for none', () => {
    expect(ageing(column(3, 45_443, 45_480), column(45_000, 45_001, 45_002), asOf)).toEqual([
      [45_002, 45_001, 0, 0, 45_000],
    ]);
    expect(ageing(column(20_000, 21_000), column(10, 20.5), asOf)).toEqual([[0, 0, 0, 0, 30.5]]);
    expect(ageing(column(2_958_465), column(45_000), asOf)).toEqual([[45_000, 0, 0, 0, 0]]);
  });

  test('cents tell that amounts are amounts, however old the dates', () => {
    const old = column(20_000, 21_000);
    expect(ageing(old, column(45_000, 45_000.5), asOf)).toEqual([[0, 0, 0, 0, 90_000.5]]);
    expect(shown(() => ageing(old, column(45_000, 45_001), asOf))).toBe(hardly('due_dates', 20_000));
  });

  test('whatever the amounts, dates within twenty years of the day are answered', () => {
    const entry = fc.record({
      date: fc.integer({ min: asOf - 7_305, max: asOf + 7_305 }),
      amount: fc.oneof(
        fc.integer({ min: 38_168, max: 52_778 }),
        fc.integer(),
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      ),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), entries => {
        const dates = column(...entries.map(({ date }) => date));
        expect(
          Array.isArray(shown(() => ageing(dates, column(...entries.map(({ amount }) => amount)), asOf))),
        ).toBe(true);
      }),
    );
  });
});
