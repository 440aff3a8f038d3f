import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { modifiedZScores } from '../../../../src/risk/metrics/formulas/anomaly';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { ledgerOfCells } from '../../sheetLedger';
import type { LedgerRow } from '../ledgerOf';
import { measured as measuredAlone } from '../measured';

const asOf = 1_100;

/** An invoice of 100 on each of the days before the as-of day, or of the amounts given. */
const orders = (daysAgo: readonly number[], amounts: readonly number[] = []) =>
  daysAgo.map((days, index) => ({
    amount: amounts[index] ?? 100,
    invoiced: asOf - days,
    due: asOf - days + 30,
  }));

/** Of somebody else, so that the ledger is known to keep what was paid. */
const paidElsewhere = { customer: 'Borealis', amount: 5, invoiced: asOf - 9, due: asOf - 8, paid: asOf - 7 };

const measured = (rows: readonly LedgerRow[], day: number) => measuredAlone([...rows, paidElsewhere], day);

describe('orders', () => {
  test('are days with an invoice, within the window', () => {
    const rows = orders([0, 0, 0, 30, 364, 365, 900]);
    expect(measured(rows, asOf)).toMatchObject({ orderCount: 3 });
    expect(measured([...rows, { amount: -40, invoiced: asOf - 7, due: asOf }], asOf).orderCount).toBe(3);
  });

  test('are 0 for a customer who has not ordered within the window, not known without a single dated invoice', () => {
    expect(measured(orders([400, 500]), asOf).orderCount).toBe(0);
    expect(measured([{ amount: 100 }, { amount: 5, due: asOf }], asOf).orderCount).toBeNaN();
  });

  test('have the median of the days between them as their usual gap, in whatever order the rows are', () => {
    expect(measured(orders([100, 10, 60, 90]), asOf).usualOrderGap).toBe(30);
    expect(measured(orders([100, 90]), asOf).usualOrderGap).toBe(10);
    expect(measured(orders([100, 100]), asOf).usualOrderGap).toBeNaN();
  });

  test('of later than the as-of day do not count', () => {
    expect(measured(orders([100, 90, -20]), asOf)).toMatchObject({ orderCount: 2, usualOrderGap: 10 });
  });
});

test('nothing is known of orders in a list of open items alone, where those that were paid are not', () => {
  const notKnown = {
    orderCount: Number.NaN,
    usualOrderGap: Number.NaN,
    orderGapAnomaly: Number.NaN,
    orderAmountAnomaly: Number.NaN,
  };
  expect(measuredAlone(orders([300, 310, 320, 330, 340, 350]), asOf)).toMatchObject(notKnown);
});

describe('orders of a customer with hundreds of invoices', () => {
  const daysAgo = Array.from({ length: 600 }, (_, index) => ((index * 7) % 90) + 3);
  const amounts = daysAgo.map((_, index) => 100 + index);
  const byDay = Array.from({ length: 90 }, (_, day) =>
    amounts.reduce((sum, amount, index) => sum + (daysAgo[index] === 92 - day ? amount : 0), 0),
  );
  const anomaly = modifiedZScores(byDay).at(-1);

  test('are days all the same, with all that was invoiced on them', () => {
    expect(measured(orders(daysAgo, amounts), asOf)).toMatchObject({
      orderCount: 90,
      usualOrderGap: 1,
      orderGapAnomaly: 2,
      orderAmountAnomaly: anomaly,
    });
  });

  test('are so too where a first one lies years before the others', () => {
    const rows = orders([...daysAgo, 1_000], [...amounts, byDay[0]]);
    const expected = { orderCount: 90, usualOrderGap: 1 };
    expect(measured(rows, asOf)).toMatchObject(expected);
    expect(measured(orders([...daysAgo, 1_000, 1_001], [...amounts, 1, 1]), asOf)).toMatchObject(expected);
  });
});

describe('an unusual order gap', () => {
  // Gaps 10, 12, 12, 13, 12, 11, 14: median 12, MAD 1 (the table of codingace.net).
  const days = (sinceLast: number) => {
    const daysAgo = [sinceLast];
    for (const gap of [10, 12, 12, 13, 12, 11, 14]) daysAgo.push(daysAgo.at(-1)! + gap);
    return daysAgo;
  };

  test('is the modified z-score of the days since the last order: 194.256 for 300 days (codingace.net)', () => {
    expect(measured(orders(days(300)), asOf).orderGapAnomaly).toBeCloseTo(194.256, 9);
    expect(measured(orders(days(14)), asOf).orderGapAnomaly).toBeCloseTo(1.349, 9);
  });

  test('is 0 while the next order is not late', () => {
    expect(measured(orders(days(12)), asOf).orderGapAnomaly).toBe(0);
    expect(measured(orders(days(0)), asOf).orderGapAnomaly).toBe(0);
  });

  test('counts a day per unit at least: who orders every week is three units late after ten days', () => {
    expect(measured(orders([10, 17, 24, 31, 38, 45]), asOf).orderGapAnomaly).toBe(3);
  });

  test('takes a habit: nothing is known of four orders', () => {
    expect(measured(orders([300, 310, 320, 330]), asOf)).toMatchObject({
      usualOrderGap: 10,
      orderGapAnomaly: Number.NaN,
      orderAmountAnomaly: Number.NaN,
    });
  });
});

describe('an unusual order amount', () => {
  const daysAgo = [80, 70, 60, 50, 40, 30, 20, 10];

  test('is the modified z-score of the last among all: 194.256 for 300 after 10 … 14 (codingace.net)', () => {
    const amounts = [10, 12, 12, 13, 12, 11, 14, 300];
    expect(measured(orders(daysAgo, amounts), asOf).orderAmountAnomaly).toBeCloseTo(194.256, 9);
  });

  test('is below 0 for a small one, and adds up what was invoiced on a day', () => {
    const amounts = [300, 280, 310, 290, 305, 295, 300, 40];
    const rows = [...orders(daysAgo, amounts), ...orders([10], [60])];
    const expected = modifiedZScores([...amounts.slice(0, -1), 100]).at(-1)!;
    expect(measured(rows, asOf).orderAmountAnomaly).toBeCloseTo(expected, 12);
    expect(expected).toBeLessThan(-3.5);
  });

  test('is 0 where all orders are alike', () => {
    expect(measured(orders(daysAgo), asOf).orderAmountAnomaly).toBe(0);
  });

  test('holds for more orders than are sorted by insertion', () => {
    const many = Array.from({ length: 300 }, (_, index) => 3 * ((index * 7) % 300));
    const amounts = many.map(days => 100 + (days % 17));
    const inOrder = many.map((days, index) => [days, amounts[index]] as const).sort((a, b) => b[0] - a[0]);
    const result = measured(orders(many, amounts), asOf);
    expect(result.usualOrderGap).toBe(3);
    expect(result.orderAmountAnomaly).toBeCloseTo(
      modifiedZScores(inOrder.map(([, amount]) => amount)).at(-1)!,
      9,
    );
  });
});

describe('the instalments of an invoice', () => {
  const read = (cells: readonly (readonly Cell[])[]) => {
    const creditOfAnother = cells[0].map(header =>
      header === 'Amount' ? -1 : header === 'Customer' ? 'Borealis' : '',
    );
    const whole = ledgerOfCells([...cells, creditOfAnother]);
    const { metrics } = measureLedger(whole, asOf + 44_000, defaultPolicy, 'all');
    const { orderCount, usualOrderGap, orderAmountAnomaly, exposure, tenureYears } = metrics;
    return [orderCount, usualOrderGap, orderAmountAnomaly, exposure, tenureYears].map(column => column[0]);
  };
  const first = 44_500;
  /** Seven invoices every sixty days in instalments of a half each, due after 30 and 60 days. */
  const rowsOf = (row: (number: string, invoiced: number, due: number, terms: number) => readonly Cell[]) =>
    Array.from({ length: 7 }, (_, index) => first + 60 * index).flatMap((day, index) =>
      [30, 60].map(terms => row(`INV-${index}`, day, day + terms, terms)),
    );
  const dated = read([
    ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Terms', 'Amount'],
    ...rowsOf((number, invoiced, due, terms) => ['Acme', number, invoiced, due, terms, 50]),
  ]);

  test('are one order on the day of the invoice', () => {
    expect(dated.slice(0, 4)).toEqual([3, 60, 0, 700]);
  });

  test('are so too where the sheet has due dates and terms alone', () => {
    expect(
      read([
        ['Customer', 'Invoice no', 'Due date', 'Terms', 'Amount'],
        ...rowsOf((number, _invoiced, due, terms) => ['Acme', number, due, terms, 50]),
      ]),
    ).toEqual(dated);
    // The same terms for all: the day is told by the first instalment.
    expect(
      read([
        ['Customer', 'Invoice no', 'Due date', 'Terms', 'Amount'],
        ...rowsOf((number, _invoiced, due) => ['Acme', number, due, 30, 50]),
      ]),
    ).toEqual(dated);
  });

  test('and where only the first of its rows has the invoice date', () => {
    expect(
      read([
        ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Amount'],
        ...rowsOf((number, invoiced, due, terms) => ['Acme', number, terms === 30 ? invoiced : '', due, 50]),
      ]),
    ).toEqual(dated);
  });

  test('but numbers that begin anew are orders of their own days', () => {
    const rows = [44_400, 44_750, 44_950].map(day => ['Acme', 'INV-1', day, day + 30, 50]);
    const [orderCount, usualOrderGap] = read([
      ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Amount'],
      ...rows,
    ]);
    expect([orderCount, usualOrderGap]).toEqual([2, 275]);
  });
});
