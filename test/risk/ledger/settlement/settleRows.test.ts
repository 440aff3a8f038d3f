import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ledgerKnownAt } from '../../../../src/risk/backtest/knownLedger';
import { paymentOutcomes } from '../../../../src/risk/backtest/paymentOutcome';
import { controlTotal } from '../../../../src/risk/ledger/controlTotal';
import type { Cell, FindingKind, Ledger } from '../../../../src/risk/ledger/ledger';
import { createLedgerReader, type LedgerOptions, readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseAs, recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { invoiceDayOf, openAt } from '../../../../src/risk/metrics/openAmounts';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';

const options: LedgerOptions = { dateSystem: 1900 };
const always = Number.POSITIVE_INFINITY;

function read(
  headers: string,
  rows: readonly (readonly Cell[])[],
  wish: Partial<LedgerOptions> = {},
): Ledger {
  const cells = [headers.split('|'), ...rows];
  return readLedger(cells, recogniseAs('ledger', cells), { ...options, ...wish });
}

/** What is open of each row, in currency units. */
const openOf = (ledger: Ledger, day = always): number[] =>
  Array.from(ledger.amount, (_, row) => openAt(ledger, row, day) / ledger.scale);

const found = (ledger: Ledger, kind: FindingKind) =>
  ledger.findings.filter(finding => finding.kind === kind).map(({ row }) => row);

const headers = 'Customer|Doc no|Type|Date|Due date|Amount|Applied to';

describe('published cases', () => {
  test('ERPNext: 40 paid on an invoice of 100 in terms of 30, 50 and 20 pay 30, 10 and 0 of them', () => {
    const ledger = read(headers, [
      ['Acme', 'SI-1', 'Invoice', 45000, 45000, 30, ''],
      ['Acme', 'SI-1', 'Invoice', 45000, 45030, 50, ''],
      ['Acme', 'SI-1', 'Invoice', 45000, 45060, 20, ''],
      ['Acme', 'PE-1', 'Payment', 45010, '', 40, 'SI-1'],
    ]);
    expect(openOf(ledger)).toEqual([0, 40, 20, 0]);
    expect(openOf(ledger, 45009)).toEqual([30, 50, 20, -40]);
    expect([...ledger.paidDate]).toEqual([45010, Number.NaN, Number.NaN, Number.NaN]);
    expect(ledger.findings).toEqual([]);
  });

  test('ERPNext: of an invoice of 100 with 99.99 paid the 0.01 stays visible', () => {
    const ledger = read(headers, [
      ['Acme', 'SI-1', 'Invoice', 45000, 45030, 100, ''],
      ['Acme', 'PE-1', 'Payment', 45010, '', 99.99, 'SI-1'],
    ]);
    expect(openOf(ledger)).toEqual([0.01, 0]);
    expect(measureLedger(ledger, 45040, defaultPolicy).metrics.overdue[0]).toBe(0.01);
    expect(ledger.paidDate[0]).toBeNaN();
  });

  test('ERPNext: a credit note of 100 that names no invoice is its own row of −100', () => {
    const ledger = read(headers, [
      ['Acme', 'SI-1', 'Invoice', 45000, 45030, 100, ''],
      ['Acme', 'CN-1', 'Credit note', 45010, '', 100, ''],
    ]);
    expect(openOf(ledger)).toEqual([100, -100]);
    expect(ledger.settlements).toBeNull();
    expect(measureLedger(ledger, 45040, defaultPolicy).metrics.unappliedCredits[0]).toBe(-100);
  });

  test('OCA 707: an invoice of 2020-04-30 paid 2020-06-30 is there as at 2020-05-31', () => {
    const rows = [
      ['Acme', 'INV-1', 'Invoice', '2020-04-30', '2020-04-30', 100, ''],
      ['Acme', 'PAY-1', 'Payment', '2020-06-30', '', 100, 'INV-1'],
    ];
    const ledger = read(headers, rows);
    const exposureAt = (day: number) => measureLedger(ledger, day, defaultPolicy).metrics.exposure[0];
    expect([exposureAt(43982), exposureAt(44011), exposureAt(44012)]).toEqual([100, 100, 0]);
    const in1904 = read(headers, rows, { dateSystem: 1904 });
    expect(measureLedger(in1904, 43982 - 1462, defaultPolicy).metrics.exposure[0]).toBe(100);
  });

  test('OCA 487: of 90,000 in instalments of 30, 30 and 40 % one is overdue 2 days, the rest not due', () => {
    const ledger = read('Customer|Invoice no|Invoice date|Due date|Amount', [
      ['Acme', 'INV-487', '2018-10-27', '2018-11-26', 27_000],
      ['Acme', 'INV-487', '2018-10-27', '2018-12-26', 27_000],
      ['Acme', 'INV-487', '2018-10-27', '2019-01-25', 36_000],
    ]);
    const { metrics } = measureLedger(ledger, 43432, defaultPolicy);
    expect([metrics.overdue[0], metrics.oldestDays[0], metrics.notDue[0]]).toEqual([27_000, 2, 63_000]);
    expect(found(ledger, 'duplicateDocument')).toEqual([]);
  });
});

describe('which invoice a payment settles', () => {
  const invoices = [
    ['Acme', 'A1', 'Invoice', 45000, 45060, 100, ''],
    ['Acme', 'A2', 'Invoice', 45001, 45030, 50, ''],
    ['Borealis', 'A2', 'Invoice', 45001, 45020, 70, ''],
    ['Acme', 'A3', 'Invoice', 45002, '', 30, ''],
  ];
  const settle = (...payments: Cell[][]) => read(headers, [...invoices, ...payments]);

  test('the one it names, whatever case, width and spaces', () => {
    expect(openOf(settle(['Acme', 'P1', 'Payment', 45010, '', 60, ' ａ1 ']))).toEqual([40, 50, 70, 30, 0]);
  });

  test('the one of its own customer', () => {
    expect(openOf(settle(['Borealis', 'P1', 'Payment', 45010, '', 70, 'A2']))).toEqual([100, 50, 0, 30, 0]);
  });

  test('the one with the same number, where it names none', () => {
    expect(openOf(settle(['Acme', 'A1', 'Payment', 45010, '', 60, '']))).toEqual([40, 50, 70, 30, 0]);
  });

  test('several that it names, in their order', () => {
    const ledger = settle(['Acme', 'P1', 'Payment', 45010, '', 120, 'A3, A1']);
    expect(openOf(ledger)).toEqual([10, 50, 70, 0, 0]);
    expect(ledger.findings.map(({ kind }) => kind)).not.toContain('appliedOldestFirst');
  });

  test('the one that refers to it, as both sides of a clearing do', () => {
    const ledger = read('Customer|Doc no|Type|Date|Due date|Amount|Clearing document', [
      ['Acme', '18001', 'RV', 45000, 45030, 100, '20077'],
      ['Acme', '18002', 'RV', 45000, 45020, 50, ''],
      ['Acme', '20077', 'DZ', 45010, '', -100, '20077'],
    ]);
    expect(openOf(ledger)).toEqual([0, 50, 0]);
  });

  test('what is settled already is not paid again by what refers to the same clearing', () => {
    const ledger = read('Customer|Doc no|Type|Date|Due date|Amount|Clearing document', [
      ['Acme', 'A1', 'Invoice', 45000, 45030, 100, 'C9'],
      ['Acme', 'P1', 'Payment', 45010, '', 100, 'A1'],
      ['Acme', 'C9', 'Payment', 45020, '', 50, ''],
    ]);
    expect(openOf(ledger)).toEqual([0, 0, -50]);
    expect(ledger.paidDate[0]).toBe(45010);
    expect(ledger.settlements?.amount.length).toBe(2);
  });

  test('else the oldest due, with a finding; one without a due date by its invoice date', () => {
    const ledger = settle(
      ['Acme', 'P1', 'Payment', 45010, '', 40, ''],
      ['Acme', 'P2', 'Payment', 45011, '', 45, 'Z9'],
    );
    expect(openOf(ledger)).toEqual([95, 0, 70, 0, 0, 0]);
    expect(found(ledger, 'appliedOldestFirst')).toEqual([5, 6]);
    expect(ledger.findings.find(({ row }) => row === 6)?.found).toBe('Z9');
  });

  test('and what is more than the named one takes goes to the oldest due', () => {
    const ledger = settle(['Acme', 'P1', 'Payment', 45010, '', 120, 'A1']);
    expect(openOf(ledger)).toEqual([0, 50, 70, 10, 0]);
    expect(found(ledger, 'appliedOldestFirst')).toEqual([5]);
  });

  test('what nothing takes stays a credit, with a finding', () => {
    const ledger = settle(['Acme', 'P1', 'Payment', 45010, '', 200, '']);
    expect(openOf(ledger)).toEqual([0, 0, 70, 0, -20]);
    expect(found(ledger, 'unappliedPayment')).toEqual([5]);
  });

  test('a named payment has its invoice, even where an unnamed one came first', () => {
    const ledger = settle(
      ['Acme', 'P1', 'Payment', 45010, '', 50, ''],
      ['Acme', 'P2', 'Payment', 45040, '', 50, 'A2'],
    );
    expect(openOf(ledger)).toEqual([80, 0, 70, 0, 0, 0]);
  });

  test('an unnamed payment goes to what was invoiced by then, and waits where there is nothing', () => {
    const ledger = read(headers, [
      ['Acme', 'P1', 'Payment', 44990, '', 120, ''],
      ['Acme', 'A1', 'Invoice', 45000, 45060, 100, ''],
      ['Acme', 'A2', 'Invoice', 45001, 45030, 50, ''],
    ]);
    expect(openOf(ledger, 44995)).toEqual([-120, 100, 50]);
    expect(openOf(ledger)).toEqual([0, 0, 30]);
    expect(ledger.paidDate[1]).toBe(45000);
  });

  test('instalments by due date, however they stand on the sheet', () => {
    const ledger = read(headers, [
      ['Acme', 'A1', 'Invoice', 45000, 45060, 20, ''],
      ['Acme', 'A1', 'Invoice', 45000, 45000, 30, ''],
      ['Acme', 'P1', 'Payment', 45010, '', 30, 'A1'],
    ]);
    expect(openOf(ledger)).toEqual([20, 0, 0]);
  });

  test('what it refers to, and not what has its own number beside', () => {
    const ledger = read(headers, [
      ['Acme', 'A0', 'Invoice', 45000, 45010, 30, ''],
      ['Acme', 'A1', 'Invoice', 45000, 45060, 100, ''],
      ['Acme', 'A2', 'Invoice', 45000, 45050, 50, ''],
      ['Acme', 'A2', 'Payment', 45010, '', 150, 'A1'],
    ]);
    expect(openOf(ledger)).toEqual([0, 0, 30, 0]);
  });

  test('money of an unknown day was there first', () => {
    const ledger = read(headers, [
      ['Acme', 'A1', 'Invoice', 45000, 45030, 100, ''],
      ['Acme', 'P1', 'Payment', 45010, '', 60, ''],
      ['Acme', 'P2', 'Payment', '', '', 60, ''],
    ]);
    expect(openOf(ledger)).toEqual([0, -20, 0]);
  });

  test('none by a credit note that was paid out itself', () => {
    const ledger = read(`${headers}|Paid date`, [
      ['Acme', 'A1', 'Invoice', 45000, 45030, 100, '', ''],
      ['Acme', 'C1', 'Credit note', 45010, '', 40, 'A1', 45020],
    ]);
    expect(openOf(ledger)).toEqual([100, 0]);
  });

  test('is said by the number alone where there is no type', () => {
    const ledger = read('Customer|Invoice no|Invoice date|Due date|Amount', [
      ['Acme', 'A1', 45000, 45030, 100],
      ['Acme', 'A1', 45010, 45040, -30],
      ['Acme', 'A2', 45010, 45040, -20],
    ]);
    expect(openOf(ledger)).toEqual([70, 0, -20]);
    expect(found(ledger, 'creditNote')).toEqual([2, 3]);
  });
});

describe('what the sheet says itself comes first', () => {
  test('a column of open amounts', () => {
    const ledger = read(`${headers}|Open amount`, [
      ['Acme', 'A1', 'Invoice', 45000, 45030, 100, '', 100],
      ['Acme', 'P1', 'Payment', 45010, '', 60, 'A1', 60],
    ]);
    expect(ledger.settlements).toBeNull();
    expect(openOf(ledger)).toEqual([100, -60]);
  });

  test('a column of paid amounts', () => {
    const ledger = read(`${headers}|Paid amount`, [
      ['Acme', 'A1', 'Invoice', 45000, 45030, 100, '', 25],
      ['Acme', 'P1', 'Payment', 45010, '', 60, 'A1', ''],
    ]);
    expect(openOf(ledger)).toEqual([75, -60]);
  });

  test('but not one that is empty', () => {
    const ledger = read(`${headers}|Open amount`, [
      ['Acme', 'A1', 'Invoice', 45000, 45030, 100, '', ''],
      ['Acme', 'P1', 'Payment', 45010, '', 60, 'A1', ''],
    ]);
    expect(openOf(ledger)).toEqual([40, 0]);
  });

  test('paid dates of invoices: then only named invoices are settled, and dated payments are done', () => {
    const ledger = read(`${headers}|Paid date`, [
      ['Acme', 'A1', 'Invoice', 45000, 45030, 100, '', 45020],
      ['Acme', 'A2', 'Invoice', 45000, 45030, 50, '', ''],
      ['Acme', 'P1', 'Payment', 45020, '', 100, '', 45020],
      ['Acme', 'P2', 'Payment', 45021, '', 40, '', ''],
      ['Acme', 'P3', 'Payment', 45022, '', 30, 'A1', ''],
      ['Acme', 'P4', 'Payment', 45023, '', 20, 'A2', ''],
    ]);
    expect(openOf(ledger)).toEqual([0, 30, 0, -40, 0, 0]);
    expect(openOf(ledger, 45019).slice(0, 2)).toEqual([100, 50]);
    expect(ledger.findings.map(({ kind }) => kind)).not.toContain('appliedOldestFirst');
  });

  test("a payment's own paid date is its day", () => {
    const ledger = read(`${headers}|Paid date`, [
      ['Acme', 'A1', 'Invoice', 45000, 45030, 100, '', ''],
      ['Acme', 'A1', 'Payment', 45000, 45030, 100, '', 45044],
    ]);
    expect(openOf(ledger, 45043)).toEqual([100, -100]);
    expect(invoiceDayOf(ledger, 1)).toBe(45044);
    expect(measureLedger(ledger, 45043, defaultPolicy).metrics.exposure[0]).toBe(100);
    expect([...ledger.paidDate]).toEqual([45044, Number.NaN]);
    expect(measureLedger(ledger, 45100, defaultPolicy).metrics.daysBeyondTerms[0]).toBe(14);
  });
});

describe('write-offs and credit notes', () => {
  test('a write-off settles the invoice without being a payment', () => {
    const ledger = read(headers, [
      ['Acme', 'A1', 'Invoice', 45000, 45030, 100, ''],
      ['Acme', 'A2', 'Invoice', 45000, 45030, 80, ''],
      ['Acme', 'P1', 'Payment', 45040, '', 60, 'A1'],
      ['Acme', 'W1', 'Bad debt', 45200, '', 40, 'A1'],
      ['Acme', 'P2', 'Payment', 45035, '', 80, 'A2'],
    ]);
    expect(openOf(ledger)).toEqual([0, 0, 0, 0, 0]);
    expect([...ledger.paidDate.slice(0, 2)]).toEqual([Number.NaN, 45035]);
    const { metrics } = measureLedger(ledger, 45210, defaultPolicy);
    // 60 came 10 days late and 80 came 5 days late; the 40 written off never came.
    expect([metrics.daysBeyondTerms[0], metrics.dueCount[0]]).toEqual([(60 * 10 + 80 * 5) / 140, 1]);
    expect(found(ledger, 'creditNote')).toEqual([]);
  });

  test('坏账核销 names nothing: the oldest is written off', () => {
    const ledger = read('客户名称|单据号|单据类型|单据日期|到期日|金额|核销单号', [
      ['甲公司', 'YS1', '发票', 45000, 45030, 100, ''],
      ['甲公司', 'YS2', '发票', 45000, 45020, 80, ''],
      ['甲公司', 'HZ1', '坏账核销', 45400, '', 80, ''],
      ['甲公司', 'SK1', '核销', 45040, '', 30, 'YS1'],
    ]);
    expect(openOf(ledger)).toEqual([70, 0, 0, 0]);
    expect(ledger.documentType).toEqual(Uint8Array.of(0, 0, 3, 2));
    expect([...ledger.settlements!.kind.subarray(0, 2)]).toEqual([0, 2]);
  });

  test('a credit note for more than its invoice keeps the rest as a credit', () => {
    const ledger = read(headers, [
      ['Acme', 'A1', 'Invoice', 45000, 45030, 100, ''],
      ['Acme', 'A2', 'Invoice', 45000, 45030, 80, ''],
      ['Acme', 'C1', 'Credit note', 45010, '', 130, 'A1'],
    ]);
    expect(openOf(ledger)).toEqual([0, 80, -30]);
    expect(ledger.paidDate[0]).toBeNaN();
    expect(found(ledger, 'unappliedPayment')).toEqual([]);
  });
});

test('a payment without a date counts always, and says nothing of delay', () => {
  const ledger = read(headers, [
    ['Acme', 'A1', 'Invoice', 45000, 45030, 100, ''],
    ['Acme', 'P1', 'Payment', '', '', 100, 'A1'],
  ]);
  expect(openOf(ledger, 45001)).toEqual([0, 0]);
  expect(ledger.paidDate[0]).toBeNaN();
  expect(measureLedger(ledger, 45050, defaultPolicy).metrics.exposure[0]).toBe(0);
});

test('payments miss no due date', () => {
  const ledger = read(headers, [
    ['Acme', 'A1', 'Invoice', 45000, '', 100, ''],
    ['Acme', 'P1', 'Payment', 45010, '', 60, 'A1'],
  ]);
  expect(found(ledger, 'missingDueDate')).toEqual([1]);
});

describe('excluded rows', () => {
  const ledger = read('Customer|Invoice no|Due date|Amount|Intercompany', [
    ['Acme', 'A1', 45030, 100.5, 'No'],
    ['Acme Holding', 'H1', 45030, 999.99, 'Yes'],
    ['', 'H2', 45030, 7, '✓'],
    ['', 'U1', 45030, 3, ''],
    ['Acme Holding', 'H3', 45030, 'soon', 'yes'],
  ]);

  test('are left out of the columns and listed', () => {
    expect(ledger.customers).toEqual(['Acme']);
    expect(ledger.excluded).toEqual([
      { row: 2, amount: 99_999 },
      { row: 3, amount: 700 },
    ]);
    expect(ledger.unplaced.map(({ row }) => row)).toEqual([4, 5]);
    expect(ledger.findings.filter(({ kind }) => kind === 'excludedRow')).toEqual([
      { kind: 'excludedRow', row: 2, column: 0, found: 'Acme Holding' },
      { kind: 'excludedRow', row: 3, column: 0, found: '' },
    ]);
  });

  test('stay in the control total', () => {
    expect(controlTotal(ledger)).toEqual({ placed: 100.5, excluded: 1006.99, unplaced: 3, total: 1110.49 });
  });
});

describe('properties', () => {
  const entry = fc.record({
    customer: fc.constantFrom('Acme', 'Borealis', ''),
    number: fc.integer({ min: 1, max: 12 }),
    type: fc.constantFrom('Invoice', 'Invoice', 'Invoice', 'Payment', 'Credit note', 'Write-off'),
    day: fc.integer({ min: 45_000, max: 45_040 }),
    terms: fc.integer({ min: 0, max: 60 }),
    cents: fc.integer({ min: 1, max: 99_999 }),
    reference: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
    isExcluded: fc.boolean(),
  });
  type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never;
  const flagged = `${headers}|Excluded`.split('|');
  const toCells = (each: Entry): Cell[] => [
    each.customer,
    `N${each.number}`,
    each.type,
    each.day,
    each.type === 'Invoice' ? each.day + each.terms : '',
    each.cents / 100,
    each.reference === null ? '' : `N${each.reference}`,
    each.isExcluded && each.cents % 5 === 0 ? 'x' : '',
  ];
  const clean: Cell[] = ['Closing', 'C-1', 'Invoice', 45_000, 45_030, 0.01, '', ''];
  const recognition = recogniseSheet([flagged, clean, [...clean.slice(0, 6), 'C-1', 'x'], clean]);
  const readEntries = (entries: readonly Entry[]) =>
    readLedger([flagged, ...entries.map(toCells), clean], recognition, options);
  const signed = ({ type, cents }: Entry) => (type === 'Invoice' ? cents : -cents);

  test('what is open, excluded and unplaced is the control total to the cent', () => {
    let settled = 0;
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60, size: 'max' }), entries => {
        const ledger = readEntries(entries);
        const units = (amount: number) => Math.round((amount * 100) / ledger.scale);
        const sum = (rows: Ledger['excluded']) =>
          rows.reduce((total, { amount }) => total + units(amount), 0);
        const open = openOf(ledger).reduce((total, amount) => total + Math.round(amount * 100), 0);
        const written = entries.reduce((total, each) => total + signed(each), 1);
        expect(open + sum(ledger.excluded) + sum(ledger.unplaced)).toBe(written);
        expect(Math.round(controlTotal(ledger).total * 100)).toBe(written);
        settled += ledger.settlements?.amount.length ?? 0;
      }),
      { numRuns: 300 },
    );
    expect(settled).toBeGreaterThan(500);
  });

  test('at every day the open rests add up to the rows that were there, and no rest is beyond its row', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 40, size: 'max' }),
        fc.integer({ min: 44_999, max: 45_041 }),
        (entries, day) => {
          const ledger = readEntries(entries);
          let open = 0;
          let written = 0;
          for (let row = 0; row < ledger.rowCount; row++) {
            if (invoiceDayOf(ledger, row) > day) continue;
            const amount = ledger.amount[row];
            const rest = openAt(ledger, row, day);
            expect(amount > 0 ? rest >= 0 && rest <= amount : rest <= 0 && rest >= amount).toBe(true);
            open += rest;
            written += amount;
          }
          expect(open).toBe(written);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('unnamed payments: the replay of a day is what the rows of that day come to by themselves', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 40, size: 'max' }),
        fc.integer({ min: 45_000, max: 45_041 }),
        (entries, day) => {
          const unnamed = entries.map((each, index) => ({ ...each, number: index + 100, reference: null }));
          const whole = readEntries(unnamed);
          const cut = readEntries(unnamed.filter(each => each.day <= day));
          const there = openOf(whole, day).filter((_, row) => invoiceDayOf(whole, row) <= day);
          expect(there).toEqual(openOf(cut, day));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('unnamed money goes to the oldest due that is there, by the plainest of all computations', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30, size: 'max' }), entries => {
        const money = entries
          .filter(({ customer }) => customer !== '')
          .map((each, index) => ({ ...each, number: index + 100, reference: null, isExcluded: false }));
        const rests = money.map(signed);
        for (let day = 45_000; day <= 45_040; day++) settleDay(money, rests, day);
        expect(openOf(readEntries(money)).map(open => Math.round(open * 100))).toEqual([...rests, 1]);
      }),
      { numRuns: 300 },
    );
  });

  function settleDay(money: readonly Entry[], rests: number[], day: number): void {
    const isThere = (row: number) => money[row].day <= day;
    const rows = [...money.keys()].filter(isThere);
    const credits = rows
      .filter(row => ['Payment', 'Write-off'].includes(money[row].type))
      .sort((one, other) => money[one].day - money[other].day || one - other);
    const invoices = rows
      .filter(row => money[row].type === 'Invoice')
      .sort((one, other) => dueOf(money[one]) - dueOf(money[other]) || one - other);
    for (const credit of credits) {
      for (const invoice of invoices) {
        if (money[credit].customer !== money[invoice].customer) continue;
        const settled = Math.min(rests[invoice], -rests[credit]);
        rests[invoice] -= settled;
        rests[credit] += settled;
      }
    }
  }

  const dueOf = ({ day, terms }: Entry) => day + terms;

  test('pieces give the same ledger as the whole', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 40, size: 'max' }),
        fc.integer({ min: 1, max: 9 }),
        (entries, size) => {
          const cells = [flagged, ...entries.map(toCells)];
          const reader = createLedgerReader(recognition, options);
          for (let first = 0; first < cells.length; first += size)
            reader.add(cells.slice(first, first + size), first);
          expect(reader.finish()).toEqual(readLedger(cells, recognition, options));
        },
      ),
    );
  });

  test('no cell makes it throw', () => {
    const cell = fc.oneof(
      fc.anything(),
      fc.constantFrom<Cell>('Payment', '坏账', 'N1', 'N1, N2', 'x', 45_000, -5, 5, 'Acme', '#N/A'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), rows => {
        const ledger = readLedger([flagged, ...rows], recognition, options);
        expect(openOf(ledger)).toHaveLength(ledger.rowCount);
      }),
      { numRuns: 500 },
    );
  });
});

test('what was known on a day has the payments of that day, not of later ones', () => {
  const ledger = read(headers, [
    ['Acme', 'A0', 'Invoice', 45050, 45080, 5, ''],
    ['Acme', 'A1', 'Invoice', 45000, 45030, 100, ''],
    ['Acme', 'P1', 'Payment', 45010, '', 60, 'A1'],
    ['Acme', 'P2', 'Payment', 45060, '', 40, 'A1'],
  ]);
  const known = ledgerKnownAt(ledger, 45040);
  expect([...known.sheetRow]).toEqual([2, 3]);
  expect(openOf(known)).toEqual([40, 0]);
  expect(openOf(known)).toEqual(openOf(ledger, 45040).slice(1, 3));
});

test('what credit notes settled says nothing of how a customer pays; what was written off was late', () => {
  const ledger = read(headers, [
    ['Acme', 'A1', 'Invoice', 45000, 45030, 100, ''],
    ['Acme', 'C1', 'Credit note', 45010, '', 100, 'A1'],
    ['Borealis', 'B1', 'Invoice', 45000, 45030, 100, ''],
    ['Borealis', 'W1', 'Write-off', 45020, '', 100, 'B1'],
    ['Cobalt', 'D1', 'Invoice', 45000, 45030, 100, ''],
    ['Cobalt', 'P1', 'Payment', 45020, '', 100, 'D1'],
  ]);
  const { due, late } = paymentOutcomes(ledger, 45005, { horizonDays: 90, graceDays: 0, lateShare: 0.5 });
  expect([[...due], [...late]]).toEqual([
    [0, 100, 100],
    [0, 100, 0],
  ]);
});
