import { finishSlices } from '../../../src/risk/slices';
import { paymentTimelineInSlices } from '../../../src/risk/statement/paymentTimeline';
import { ledgerOf } from '../metrics/ledgerOf';

const ledger = ledgerOf([
  { amount: 100, invoiced: 10, due: 40, paid: 52 },
  { amount: 100, invoiced: 5, due: 35, paid: 30 },
  { amount: 80, invoiced: 60, due: 90 },
  { amount: 70, invoiced: 70, due: 130 },
  { amount: 60, invoiced: 20, due: 50, paid: 101 },
  { amount: -9, invoiced: 20, due: 50 },
  { amount: 11, invoiced: 101, due: 130 },
  { amount: 12, invoiced: 20 },
  { customer: 'Other', amount: 1, invoiced: 1, due: 2, paid: 3 },
]);

test('invoices by due day, late ones above 0, early ones below, open ones as late as they are by now', () => {
  const { invoices, olderCount } = finishSlices(paymentTimelineInSlices(ledger, 'Acme', 100, 50));
  expect(invoices.map(({ due, paid, daysLate, open }) => [due, paid, daysLate, open])).toEqual([
    [35, 30, -5, 0],
    [40, 52, 12, 0],
    [50, Number.NaN, 50, 60],
    [90, Number.NaN, 10, 80],
    [130, Number.NaN, 0, 70],
  ]);
  expect(olderCount).toBe(0);
});

test('keeps the newest and says how many older ones there are', () => {
  const { invoices, olderCount } = finishSlices(paymentTimelineInSlices(ledger, 'Acme', 100, 2));
  expect(invoices.map(({ due }) => due)).toEqual([90, 130]);
  expect(olderCount).toBe(3);
});

test('a customer that the ledger does not have has none', () => {
  expect(finishSlices(paymentTimelineInSlices(ledger, 'Nobody', 100, 2))).toEqual({
    invoices: [],
    olderCount: 0,
    paidSometimeCount: 0,
  });
});

test('today counts: what is invoiced and what is paid on the day is there', () => {
  const today = ledgerOf([
    { amount: 12.5, invoiced: 100, due: 130 },
    { amount: 20, invoiced: 50, due: 80, paid: 100 },
  ]);
  const { invoices } = finishSlices(paymentTimelineInSlices(today, 'Acme', 100, 50));
  expect(invoices.map(({ amount, daysLate, paid }) => [amount, daysLate, paid])).toEqual([
    [20, 20, 100],
    [12.5, 0, Number.NaN],
  ]);
});

test('an invoice that was settled nobody knows when is counted, not drawn; one of 0 tells nothing', () => {
  const unknown = ledgerOf([
    { amount: 5, invoiced: 10, due: 20, open: 0 },
    { amount: 5, invoiced: 10, open: 0 },
    { amount: 5, invoiced: 101, due: 120, open: 0 },
    { amount: -5, invoiced: 10, due: 20, open: 0 },
    { amount: 0, invoiced: 10, due: 20, paid: 30 },
  ]);
  const { invoices, paidSometimeCount } = finishSlices(paymentTimelineInSlices(unknown, 'Acme', 100, 50));
  expect(invoices).toEqual([]);
  expect(paidSometimeCount).toBe(2);
});
