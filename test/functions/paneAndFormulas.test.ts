/** A formula over the rows of a customer says what the pane says of that customer: one engine behind two edges. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ageing } from '../../src/functions/ageing';
import { allowance } from '../../src/functions/allowance';
import { concentration } from '../../src/functions/concentration';
import { daysBeyondTermsOf } from '../../src/functions/dbt';
import { paymentDelayRate } from '../../src/functions/delayRate';
import { daysSalesOutstanding } from '../../src/functions/dso';
import { receivablesTurnover } from '../../src/functions/turnover';
import { readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../src/risk/metrics/customers/customerMetrics';
import { ageByMonths } from '../../src/risk/metrics/formulas/monthAgeing';
import { measurePortfolioInSlices } from '../../src/risk/metrics/portfolio';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../src/risk/slices';
import { column, shown } from './runtime';

/** 2024-06-30. */
const asOf = 45_473;
const { windowDays } = defaultPolicy.settings;

interface Item {
  readonly customer: string;
  readonly invoiced: number;
  readonly due: number;
  readonly amount: number;
  readonly paid: number | '';
}

const cents = (least: number) =>
  fc
    .integer({ min: least, max: 20_000_000 })
    .filter(Boolean)
    .map(amount => amount / 100);
const item = fc
  .record({
    customer: fc.constantFrom('Acme', 'Baker', 'Cole', '上海明达'),
    invoiced: fc.integer({ min: asOf - 1_200, max: asOf }),
    terms: fc.integer({ min: 0, max: 90 }),
    amount: cents(-500_000),
    paidAfter: fc.option(fc.integer({ min: 1, max: 1_300 }), { nil: null }),
  })
  .map(
    ({ terms, paidAfter, ...rest }): Item => ({
      ...rest,
      due: rest.invoiced + terms,
      paid: paidAfter === null ? '' : rest.invoiced + paidAfter,
    }),
  );

/** The pane's reading of the items as a sheet, and its figures. */
function paneOf(items: readonly Item[]) {
  const cells = [
    ['Customer', 'Invoice date', 'Due date', 'Amount', 'Paid date'],
    ...items.map(({ customer, invoiced, due, amount, paid }) => [customer, invoiced, due, amount, paid]),
  ];
  const recognition = recogniseSheet(cells);
  fc.pre(recognition.kind === 'ledger' && recognition.columns.length === 5);
  const ledger = readLedger(cells, recognition, { dateSystem: 1900 });
  const table = measureLedger(ledger, asOf, defaultPolicy, 'all');
  return {
    ledger,
    table,
    portfolio: finishSlices(measurePortfolioInSlices(table, defaultPolicy, { scale: ledger.scale })),
  };
}

const columnOf = (items: readonly Item[], field: keyof Item) => column(...items.map(each => each[field]));
const isOpen = ({ paid }: Item) => paid === '' || paid > asOf;
const isKnown = (value: number) => !Number.isNaN(value);

/** Two ways to one number: they may differ in its last bits, by the order of the operations. */
const close = (value: number) =>
  expect.closeTo(value, 10 - Math.ceil(Math.log10(Math.max(1, Math.abs(value)))));

const ledgers = fc.array(item, { minLength: 1, maxLength: 40 });

test('AGING of the open items is the ageing of the pane, to the cent', () => {
  fc.assert(
    fc.property(ledgers, items => {
      const { table, portfolio } = paneOf(items);
      const open = items.filter(isOpen);
      fc.pre(open.length > 0);
      const rows = ageing(
        columnOf(open, 'due'),
        columnOf(open, 'amount'),
        asOf,
        columnOf(open, 'customer'),
        undefined,
        false,
      );
      for (const [name, ...amounts] of rows) {
        const customer = table.customers.indexOf(String(name));
        const { exposure, unappliedCredits } = table.metrics;
        expect(amounts).toEqual([
          ...table.buckets.map(bucket => bucket[customer]),
          unappliedCredits[customer],
          0,
          exposure[customer],
        ]);
      }
      const listed = rows.map(([name]) => name);
      table.customers.forEach((name, customer) => {
        if (table.metrics.exposure[customer] !== 0) expect(listed).toContain(name);
      });

      const [total] = ageing(columnOf(open, 'due'), columnOf(open, 'amount'), asOf);
      expect(total.reduce<number>((sum, amount) => sum + Number(amount), 0)).toEqual(
        close(portfolio.exposure),
      );
    }),
  );
});

test('AGING by months of the open items is the ageing by months of the pane, to the cent', () => {
  fc.assert(
    fc.property(ledgers, items => {
      const { ledger, table } = paneOf(items);
      const open = items.filter(isOpen);
      fc.pre(open.length > 0);
      const pane = ageByMonths(ledger, asOf, defaultPolicy.monthBuckets, 1900);
      const rows = ageing(
        columnOf(open, 'invoiced'),
        columnOf(open, 'amount'),
        asOf,
        columnOf(open, 'customer'),
        undefined,
        false,
        'months',
      );
      for (const [name, ...amounts] of rows) {
        const customer = table.customers.indexOf(String(name));
        const columns = [...pane.byBucket, pane.unappliedCredits, pane.unplaced, pane.total];
        expect(amounts).toEqual(columns.map(column => column[customer]));
      }
    }),
  );
});

test('ALLOWANCE of the buckets is the expected loss of the pane', () => {
  fc.assert(
    fc.property(ledgers, items => {
      const { table } = paneOf(items);
      const rates = defaultPolicy.buckets.map(bucket => bucket.lossRate);
      table.customers.forEach((_, customer) => {
        const amounts = table.buckets.map(bucket => bucket[customer]);
        expect(allowance([amounts], [rates])).toEqual([[close(table.metrics.expectedLoss[customer])]]);
      });
    }),
  );
});

test('CONCENTRATION of the open items is the concentration of the pane', () => {
  fc.assert(
    fc.property(ledgers, items => {
      const { table, portfolio } = paneOf(items);
      const open = items.filter(isOpen);
      fc.pre(table.metrics.exposure.some(exposure => exposure > 0));
      const measured = (measure: string) =>
        concentration(columnOf(open, 'amount'), columnOf(open, 'customer'), measure);
      expect(measured('hhi')).toEqual([[close(portfolio.hhi)]]);
      expect(measured('top')).toEqual([[close(portfolio.topShare)]]);
      for (const [name, amount, share] of measured('table')) {
        const customer = table.customers.indexOf(String(name));
        expect([amount, share]).toEqual([
          table.metrics.exposure[customer],
          close(table.metrics.share[customer]),
        ]);
      }
    }),
  );
});

test('DELAYRATE, DBT, DSO and TURNOVER of the invoices of a customer are what the pane says of that customer', () => {
  fc.assert(
    fc.property(ledgers, items => {
      const { table } = paneOf(items);
      fc.pre(items.some(({ paid }) => paid !== '' && paid <= asOf));
      table.customers.forEach((name, customer) => {
        const metric = (metric: keyof typeof table.metrics) => table.metrics[metric][customer];
        const invoices = items.filter(each => each.customer === name && each.amount > 0);
        const due = invoices.filter(each => each.due > asOf - windowDays && each.due < asOf);
        const paid = invoices.filter(
          each => each.paid !== '' && each.paid > asOf - windowDays && each.paid <= asOf,
        );
        const sold = invoices.filter(each => each.invoiced > asOf - windowDays);
        const dates = (of: readonly Item[]) => [columnOf(of, 'due'), columnOf(of, 'paid')] as const;

        expect(isKnown(metric('delayRate'))).toBe(due.length > 0);
        if (due.length > 0) {
          expect(paymentDelayRate(...dates(due), asOf)).toEqual(close(metric('delayRate')));
          expect(paymentDelayRate(...dates(due), asOf, columnOf(due, 'amount'))).toEqual(
            close(metric('delayRateByValue')),
          );
        }
        expect(isKnown(metric('daysBeyondTerms'))).toBe(paid.length > 0);
        if (paid.length > 0) {
          expect(daysBeyondTermsOf(...dates(paid), columnOf(paid, 'amount'), asOf)).toEqual(
            close(metric('daysBeyondTerms')),
          );
        }
        const exposure = [[metric('exposure')]];
        expect(isKnown(metric('dso'))).toBe(sold.length > 0);
        if (sold.length > 0) {
          expect(daysSalesOutstanding(exposure, columnOf(sold, 'amount'), [[windowDays]])).toEqual(
            close(metric('dso')),
          );
        }
        if (metric('exposure') > 0 && sold.length > 0) {
          expect(receivablesTurnover(columnOf(sold, 'amount'), exposure)).toEqual(close(metric('turnover')));
        }
      });
    }),
  );
});

test('where the pane knows nothing, a formula says so', () => {
  const item = { customer: 'Acme', invoiced: asOf, due: asOf + 30, amount: 100, paid: asOf - 3 } as const;
  const { table } = paneOf([item, { ...item, due: asOf + 31 }]);
  expect(table.metrics.delayRate[0]).toBeNaN();
  expect(shown(() => paymentDelayRate([[item.due]], [[item.paid]], asOf))).toMatch(/^#N\/A /);
});
