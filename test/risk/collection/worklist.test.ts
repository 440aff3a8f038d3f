import fc from 'fast-check';
import { owedByList, owedItemsInSlices } from '../../../src/risk/collection/owedItems';
import { type CollectionCase, type LoggedAction, worklist } from '../../../src/risk/collection/worklist';
import { measureListInSlices } from '../../../src/risk/metrics/customers/customerListMetrics';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { identitiesOf } from '../../../src/risk/metrics/table/customerNumbers';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { CollectionStep } from '../../../src/risk/policy/policy';
import { finishSlices } from '../../../src/risk/slices';
import { type LedgerRow, ledgerOf } from '../metrics/ledgerOf';
import { listOf } from '../metrics/listOf';

const asOf = 45_000;
/** reminder −5 (from 5,000), mail 3, phone 15 (from 500), second notice 30, final notice 60, legal 90 (from 5,000). */
const { steps } = defaultPolicy;
const [reminder, mail, phone, second, final, legal] = [0, 1, 2, 3, 4, 5];

const item = (days: number, amount: number, more: Partial<LedgerRow> = {}): LedgerRow => ({
  customer: 'Acme',
  amount,
  invoiced: asOf - 400,
  due: asOf - days,
  ...more,
});

const entry = (daysAgo: number, step: string, promise?: number): LoggedAction => ({
  day: asOf - daysAgo,
  customer: 'ACME',
  customerNumber: '',
  step,
  promiseDay: promise === undefined ? Number.NaN : asOf + promise,
});

function cases(
  rows: readonly LedgerRow[],
  log: readonly LoggedAction[] = [],
  steps: readonly CollectionStep[] = defaultPolicy.steps,
): readonly CollectionCase[] {
  const ledger = ledgerOf(rows);
  const table = measureLedger(ledger, asOf, defaultPolicy);
  return worklist(finishSlices(owedItemsInSlices(ledger, table)), identitiesOf(table), { steps }, log, asOf);
}

const only = (
  rows: readonly LedgerRow[],
  log: readonly LoggedAction[] = [],
  own?: readonly CollectionStep[],
): CollectionCase | undefined => cases(rows, log, own)[0];

/** Step, and days until it is due: negative when it was due before. */
const next = (rows: readonly LedgerRow[], log: readonly LoggedAction[] = []) => {
  const found = only(rows, log);
  return found && [found.step, found.dueOn - asOf];
};

describe('worklist', () => {
  it.each([
    [[item(2, 100)], [mail, 1]],
    [[item(3, 100)], [mail, 0]],
    [[item(14, 1000)], [mail, -11]],
    [[item(15, 1000)], [phone, 0]],
    // Too little to call for.
    [[item(20, 499)], [mail, -17]],
    // Long overdue and never written to: no final notice, no lawyer first.
    [[item(200, 9000)], [phone, -185]],
    // Before the due date only what is worth a reminder.
    [[item(-5, 5000)], [reminder, 0]],
    [[item(-9, 5000)], [reminder, 4]],
    [[item(-3, 4999)], [mail, 6]],
    [
      [item(-3, 6000), item(4, 10)],
      [mail, -1],
    ],
    [
      [item(-3, 6000), item(1, 10)],
      [mail, 2],
    ],
    // Due today is not overdue, and a reminder is for it too.
    [[item(0, 6000)], [reminder, -5]],
    // Written today.
    [[item(-3, 6000, { invoiced: asOf })], [reminder, -2]],
  ])('begins where %j is', (rows, expected) => {
    expect(next(rows)).toEqual(expected);
  });

  it.each([
    [30, [entry(27, 'mail')], [phone, -15]],
    [30, [entry(2, 'mail')], [phone, 10]],
    [30, [entry(10, 'phone')], [second, 5]],
    [70, [entry(40, 'secondNotice')], [final, -10]],
    [100, [entry(40, 'finalNotice')], [legal, -10]],
    [100, [entry(40, 'legal')], [-1, Number.NaN]],
    // An earlier reminder is no notice.
    [16, [entry(20, 'reminder')], [phone, -1]],
    // What was done about money that has been paid since does not count.
    [10, [entry(11, 'finalNotice')], [mail, -7]],
    [10, [entry(10, 'finalNotice')], [legal, 80]],
    // A step the policy no longer has, and a note, change nothing.
    [30, [entry(2, 'fax'), entry(1, '')], [phone, -15]],
    // Nobody has done yet what is dated tomorrow.
    [30, [entry(-1, 'mail')], [phone, -15]],
  ] as const)('after %d days with %j comes the next step', (days, log, expected) => {
    expect(next([item(days, 9000)], log)).toEqual(expected);
  });

  it('waits for a promise and minds one that was broken', () => {
    const owing = [item(40, 9000)];
    expect(only(owing, [entry(25, 'phone', 4)])).toMatchObject({
      step: second,
      dueOn: asOf + 5,
      promise: 'open',
    });
    expect(only(owing, [entry(5, 'phone', 2)])).toMatchObject({ dueOn: asOf + 10, promise: 'open' });
    expect(only(owing, [entry(5, 'phone', 0)])?.promise).toBe('open');
    expect(only(owing, [entry(5, 'phone', -1)])).toMatchObject({
      step: second,
      dueOn: asOf,
      promise: 'broken',
    });
    // Something was done since, or promised anew.
    expect(only(owing, [entry(9, 'phone', -5), entry(2, 'secondNotice')])?.promise).toBe('none');
    expect(only(owing, [entry(9, 'phone', -5), entry(2, '', 6)])).toMatchObject({
      promise: 'open',
      dueOn: asOf + 7,
    });
  });

  it('keeps a promise through notes until its day has passed, and counts it as broken whatever was done on that day', () => {
    const owing = [item(40, 9000)];
    expect(only(owing, [entry(5, 'phone', 4), entry(2, '')])).toMatchObject({
      promise: 'open',
      promiseDay: asOf + 4,
    });
    expect(only(owing, [entry(9, 'phone', -3), entry(3, '')])?.promise).toBe('broken');
    expect(only(owing, [entry(9, 'phone', -3), entry(2, '')])?.promise).toBe('none');
    // All steps have been taken: there is nothing to be due.
    expect(only([item(100, 9000)], [entry(40, 'legal'), entry(20, '', -5)])).toMatchObject({
      step: -1,
      dueOn: Number.NaN,
      promise: 'broken',
    });
  });

  it.each([
    // The last day of a step that was taken twice.
    [[entry(10, 'mail'), entry(4, 'mail')], mail, 4],
    // Neither a note nor a milder step takes back what was done.
    [[entry(10, 'secondNotice'), entry(5, 'mail')], second, 10],
    [[entry(10, 'secondNotice'), entry(5, '')], second, 10],
    [[entry(5, '')], -1, Number.NaN],
    // A reminder came up to its days before the oldest item fell due, another step since.
    [[entry(45, 'reminder')], reminder, 45],
    [[entry(46, 'reminder')], -1, Number.NaN],
    [[entry(41, 'mail')], -1, Number.NaN],
    [[entry(40, 'mail')], mail, 40],
  ])('takes from %j what was done last', (log, step, daysAgo) => {
    expect(only([item(40, 9000)], log)).toMatchObject({ lastStep: step, lastDay: asOf - daysAgo });
  });

  describe('with steps of its own', () => {
    const stepOf = (
      fromDay: number,
      channel: CollectionStep['channel'],
      minimumAmount = 0,
    ): CollectionStep => ({
      id: `day${fromDay}`,
      name: { en: '', zh: '' },
      fromDay,
      minimumAmount,
      channel,
    });
    const calls = [stepOf(0, 'mail'), stepOf(10, 'phone'), stepOf(20, 'mail'), stepOf(60, 'letter')];
    const nextOf = (days: number, own: readonly CollectionStep[], log: readonly LoggedAction[] = []) => {
      const found = only([item(days, 1000)], log, own);
      return found && [found.step, found.dueOn - asOf];
    };

    it('begins with the last one reached before the first letter', () => {
      expect(nextOf(30, calls)).toEqual([2, -10]);
      expect(nextOf(80, calls)).toEqual([2, -60]);
      expect(nextOf(2, calls)).toEqual([0, -2]);
    });

    it('begins with the first letter where no milder step is', () => {
      expect(nextOf(100, [stepOf(10, 'letter'), stepOf(60, 'legal')])).toEqual([0, -90]);
      expect(nextOf(100, [stepOf(3, 'mail'), stepOf(60, 'legal')])).toEqual([0, -97]);
    });

    it('goes on with the one that follows, as many days later as the steps are apart', () => {
      expect(nextOf(30, calls, [entry(30, 'day0')])).toEqual([1, -20]);
      expect(nextOf(30, calls, [entry(1, 'day0')])).toEqual([1, 9]);
      expect(nextOf(30, calls.slice(1), [entry(15, 'day10')])).toEqual([1, -5]);
    });

    it('says nothing of a customer who owes too little for any, until it is overdue', () => {
      const own = [stepOf(3, 'phone', 5000)];
      expect(nextOf(-3, own)).toBeUndefined();
      expect(nextOf(3, own)).toEqual([-1, Number.NaN]);
    });
  });

  it('says of a step what has reached it, and before its day what will have', () => {
    const amountOf = (...rows: readonly LedgerRow[]) => only(rows)?.amount;
    expect(amountOf(item(20, 600), item(16, 30), item(15, 7), item(14, 5))).toBe(637);
    // The call of day 15 is five days away, after a mail.
    expect(only([item(10, 600), item(9, 70)], [entry(3, 'mail')])).toMatchObject({
      step: phone,
      amount: 600,
    });
  });

  it('has nothing overdue of what is due today', () => {
    expect(only([item(0, 600)])).toMatchObject({ overdue: 0, oldestDays: 0, moneyDays: 0, step: mail });
  });

  it('says what the step is about', () => {
    expect(only([item(20, 600), item(5, 70), item(-9, 5)])).toEqual({
      customer: 0,
      overdue: 670,
      oldestDays: 20,
      moneyDays: 12_350,
      step: phone,
      dueOn: asOf - 5,
      amount: 600,
      lastStep: -1,
      lastDay: Number.NaN,
      promise: 'none',
      promiseDay: Number.NaN,
    });
  });

  it('asks for nothing that is disputed, in credit, paid or not yet invoiced', () => {
    expect(
      cases([
        item(50, 10, { disputed: true }),
        item(50, -10),
        item(50, 10, { paid: asOf - 1 }),
        item(50, 10, { invoiced: asOf + 1 }),
        item(50, 10, { due: undefined, invoiced: undefined }),
      ]),
    ).toEqual([]);
  });

  it('puts money × lateness first', () => {
    const rows = [
      item(2, 9000, { customer: 'A' }),
      item(100, 1000, { customer: 'B' }),
      item(10, 500, { customer: 'C' }),
      item(-5, 9000, { customer: 'D' }),
      item(-5, 9500, { customer: 'E' }),
      item(-5, 9200, { customer: 'F' }),
    ];
    expect(cases(rows).map(({ customer }) => customer)).toEqual([1, 0, 2, 4, 5, 3]);
  });

  it('knows a customer who got another name by its number, and no other one of its name', () => {
    const rows = [item(20, 900, { customer: 'Acme Metals' }), item(20, 900, { customer: 'ACME' })];
    const ledger = ledgerOf(rows);
    const table = measureLedger(ledger, asOf, defaultPolicy);
    const listed = { customers: table.customers, numbers: ['00123', '7 / 8'] };
    const log = [{ ...entry(10, 'mail'), customerNumber: '00123' }];
    const stepsBy = (known: readonly LoggedAction[]) =>
      worklist(finishSlices(owedItemsInSlices(ledger, table)), listed, { steps }, known, asOf)
        .toSorted((one, other) => one.customer - other.customer)
        .map(({ lastStep }) => lastStep);
    expect(stepsBy(log)).toEqual([mail, -1]);
    expect(stepsBy([entry(10, 'mail')])).toEqual([-1, mail]);
    expect(stepsBy([{ ...entry(10, 'mail'), customerNumber: '8' }])).toEqual([-1, mail]);
    expect(stepsBy([{ ...entry(10, 'mail'), customerNumber: '9' }])).toEqual([-1, -1]);
  });

  it('works on a customer list by its sums, and on a table with some customers left out', () => {
    const table = finishSlices(
      measureListInSlices(
        listOf([{ name: 'Acme', exposure: 900, overdue: 700, oldestDays: 33 }, { name: 'B' }]),
        asOf,
        defaultPolicy,
      ),
    );
    expect(worklist(owedByList(table), identitiesOf(table), { steps }, [], asOf)).toMatchObject([
      { customer: 0, overdue: 700, step: phone, moneyDays: 23_100 },
    ]);
    const ledger = ledgerOf([
      item(9, 10, { customer: 'Left out' }),
      item(9, 20, { customer: 'Kept' }),
      item(9, 15, { customer: 'Kept too' }),
    ]);
    const kept = { customers: ['Kept', 'Kept too'], asOf };
    expect(
      worklist(finishSlices(owedItemsInSlices(ledger, kept)), identitiesOf(kept), { steps }, [], asOf),
    ).toMatchObject([
      { customer: 0, overdue: 20 },
      { customer: 1, overdue: 15 },
    ]);
  });

  it('knows of a list only who owes something past due and since when, and of no row', () => {
    const owes = (name: string, overdue: number, oldestDays: number) => ({ name, overdue, oldestDays });
    const list = listOf([owes('A', 0, 5), owes('B', 700, 0), owes('C', 700, 33), { name: 'D', overdue: 9 }]);
    const owed = owedByList(finishSlices(measureListInSlices(list, asOf, defaultPolicy)));
    expect([...owed.start]).toEqual([0, 0, 0, 1, 1]);
    expect([...owed.row]).toEqual([-1]);
  });

  const random = fc.array(
    fc.record({
      customer: fc.constantFrom('A', 'B', 'C'),
      days: fc.integer({ min: -30, max: 200 }),
      cents: fc.integer({ min: 1, max: 1e6 }),
    }),
    { maxLength: 15 },
  );

  it('never asks before a step is reached, and moves on when it has been taken', () => {
    fc.assert(
      fc.property(random, items => {
        const rows = items.map(({ customer, days, cents }) => item(days, cents / 100, { customer }));
        for (const found of cases(rows).filter(({ dueOn }) => dueOn <= asOf)) {
          const { customer, step, oldestDays, amount } = found;
          expect(oldestDays).toBeGreaterThanOrEqual(steps[step].fromDay);
          expect(amount).toBeGreaterThanOrEqual(steps[step].minimumAmount);
          const name = ledgerOf(rows).customers[customer];
          const done = { ...entry(0, steps[step].id), customer: name };
          const after = cases(rows, [done]).find(other => other.customer === customer);
          expect(after?.step === -1 || after === undefined || after.step > step).toBe(true);
          expect(after === undefined || !(after.dueOn <= asOf)).toBe(true);
        }
      }),
    );
  });
});
