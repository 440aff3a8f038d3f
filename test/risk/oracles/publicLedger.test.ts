/**
 * A public ledger of 2,466 invoices, once published with IBM Watson Analytics without a licence, so it is not in this repository.
 * Name the file in PUBLIC_LEDGER to run all of this; without it, what follows from its published totals is tested.
 */

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'papaparse';
import { customFunctions } from '../../../src/functions/functions';
import { controlTotal } from '../../../src/risk/ledger/controlTotal';
import type { Ledger } from '../../../src/risk/ledger/ledger';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { concentrationTable, herfindahl } from '../../../src/risk/metrics/formulas/concentration';
import { ratioDso } from '../../../src/risk/metrics/formulas/dso';
import { measurePortfolioInSlices } from '../../../src/risk/metrics/portfolio';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import '../../functions/runtime';
import { finishSlices } from '../../../src/risk/slices';
import { answerOf } from '../metrics/outcomes';
import { dayOf, ledgerOfCells } from '../sheetLedger';

const file = process.env.PUBLIC_LEDGER;

describe('from the published totals as of 2013-06-30', () => {
  test('5,119.85 open against sales of 78,704.45 in 365 days: DSO 23.7438321467', () => {
    expect(answerOf(ratioDso(5_119.85, 78_704.45, 365))).toBeCloseTo(23.7438321467, 10);
    expect(customFunctions.DSO([[5_119.85]], [[78_704.45]])).toBeCloseTo(23.7438321467, 10);
  });

  test('2,646.81 of 147,703.18 is 1.7919790 %', () => {
    const amounts = [147_703.18 - 2_646.81, 2_646.81];
    const { share } = answerOf(concentrationTable(amounts, ['all others', '1080-NDGAE']));
    expect(share[1] * 100).toBeCloseTo(1.791979, 6);
  });
});

(file === undefined ? describe.skip : describe)('the ledger itself', () => {
  // The dates stay texts (M/D/YYYY), as a sheet that was pasted into has them.
  const cells = () => parse<string[]>(readFileSync(file!, 'utf8'), { skipEmptyLines: true }).data;
  const asOf = dayOf('2013-06-30');
  let ledger: Ledger;
  beforeAll(() => {
    ledger = ledgerOfCells(cells());
  });

  test('has 2,466 invoices of 100 customers over 147,703.18', () => {
    expect([ledger.rowCount, ledger.customers.length, controlTotal(ledger).total]).toEqual([
      2_466, 100, 147_703.18,
    ]);
    expect(ledger.unplaced).toEqual([]);
  });

  test('has 877 invoices settled late', () => {
    const late = ledger.paidDate.filter((paid, row) => paid > ledger.dueDate[row]);
    expect(late.length).toBe(877);
  });

  test('has an HHI of 109.21073732592485 by customer, the largest 1080-NDGAE with 2,646.81', () => {
    const totals = new Float64Array(ledger.customers.length);
    ledger.customer.forEach((code, row) => {
      totals[code] += ledger.amount[row];
    });
    expect(herfindahl(totals)).toBeCloseTo(109.21073732592485, 10);
    const { index, share } = answerOf(concentrationTable(totals, ledger.customers));
    expect(ledger.customers[index[0]]).toBe('1080-NDGAE');
    expect(totals[index[0]] / ledger.scale).toBe(2_646.81);
    expect(share[0] * 100).toBeCloseTo(1.791979, 6);
  });

  test('as of 2013-06-30 has 84 open items of 5,119.85: not due 4,284.29, 1–30 days 835.56, older 0', () => {
    const table = measureLedger(ledger, asOf, defaultPolicy);
    const portfolio = finishSlices(measurePortfolioInSlices(table, defaultPolicy, { scale: ledger.scale }));
    expect([portfolio.openCount, portfolio.exposure]).toEqual([84, 5_119.85]);
    expect(portfolio.buckets).toEqual([4_284.29, 835.56, 0, 0, 0]);
    const open = [...ledger.paidDate.keys()].filter(
      row => ledger.invoiceDate[row] <= asOf && ledger.paidDate[row] > asOf,
    );
    const due = open.map(row => [ledger.dueDate[row]]);
    const labels = customFunctions.AGINGBUCKET(due, asOf).flat();
    expect(labels.filter(label => label === 'Not due')).toHaveLength(72);
    expect(labels.filter(label => label === '1–30')).toHaveLength(12);
  });

  test('as of 2013-06-30 has sales of 78,704.45 in 365 days and a DSO of 23.7438321467', () => {
    const table = measureLedger(ledger, asOf, defaultPolicy);
    const { sales, dso } = finishSlices(
      measurePortfolioInSlices(table, defaultPolicy, { scale: ledger.scale }),
    );
    expect(sales).toBe(78_704.45);
    expect(dso).toBeCloseTo(23.7438321467, 10);
  });
});
