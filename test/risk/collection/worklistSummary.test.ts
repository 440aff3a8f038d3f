import fc from 'fast-check';
import type { CollectionCase } from '../../../src/risk/collection/worklist';
import { summariseWorklistInSlices } from '../../../src/risk/collection/worklistSummary';
import { finishSlices } from '../../../src/risk/slices';

const day = 45_000;

const caseOf = (customer: number, more: Partial<CollectionCase> = {}): CollectionCase => ({
  customer,
  overdue: 100,
  oldestDays: 9,
  moneyDays: 900,
  step: 1,
  dueOn: day,
  amount: 60,
  lastStep: -1,
  lastDay: Number.NaN,
  promise: 'none',
  promiseDay: Number.NaN,
  ...more,
});

const summarise = (cases: readonly CollectionCase[], salespeople: readonly string[] = []) =>
  finishSlices(summariseWorklistInSlices(cases, day, customer => salespeople[customer] ?? ''));

describe('summariseWorklistInSlices', () => {
  test('what is due, what was broken, whose it is, and what it comes to', () => {
    const today = caseOf(2, { overdue: 30.5 });
    const late = caseOf(0, { dueOn: day - 40, overdue: 12, promise: 'broken' });
    const tomorrow = caseOf(1, { dueOn: day + 1, amount: 700 });
    const never = caseOf(3, { step: -1, dueOn: Number.NaN, promise: 'open' });
    const summary = summarise([today, late, tomorrow, never], ['Li Na', 'A. Novak', 'Li Na']);
    expect(summary).toEqual({
      due: [today, late],
      overdueOfDue: 42.5,
      broken: [late],
      salespeople: ['', 'A. Novak', 'Li Na'],
      largest: 700,
      caseOf: new Map([
        [2, today],
        [0, late],
        [1, tomorrow],
        [3, never],
      ]),
    });
  });

  test('nobody owes anything', () => {
    expect(summarise([])).toMatchObject({ due: [], overdueOfDue: 0, salespeople: [], largest: 0 });
  });

  test('every case is found again by its customer, however many slices it takes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: -3, max: 3 }), (count, spread) => {
        const cases = Array.from({ length: count }, (_, customer) =>
          caseOf(customer, { dueOn: day + (customer % 5) * spread }),
        );
        const { due, caseOf: found } = summarise(cases);
        expect(due).toEqual(cases.filter(({ dueOn }) => dueOn <= day));
        expect(found.size).toBe(count);
      }),
      { numRuns: 20 },
    );
  });
});
