import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { controlTotal } from '../../../../src/risk/ledger/controlTotal';
import { convertAmount, rateOf } from '../../../../src/risk/ledger/currency/exchangeRates';
import type { Cell, Ledger } from '../../../../src/risk/ledger/ledger';
import { type LedgerOptions, readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseAs } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { openAt } from '../../../../src/risk/metrics/openAmounts';

describe('convertAmount', () => {
  /** 100 euro were 195.583 marks (Council Regulation (EC) No 2866/98), rounded to the nearest pfennig, halves up (1103/97, article 5). */
  test.each<[number, number, string, number]>([
    [100, 1.95583, 'DEM', 195.58],
    [0.01, 1.95583, 'DEM', 0.02],
    [1, 7.125, 'CNY', 7.13],
    [1.1, 7.25, 'CNY', 7.98],
    [1.15, 7.1, 'CNY', 8.17],
    [-1.1, 7.25, 'CNY', -7.98],
    [1.005, 1, 'CNY', 1.01],
    [1.15, 7.1, 'JPY', 8],
    [0.5, 157, 'JPY', 79],
    [1, 0.3075, 'KWD', 0.308],
    [1_234_567.89, 0.0064, 'USD', 7901.23],
    [0, 7.1, 'CNY', 0],
  ])('%p at %p in %s is %p', (amount, rate, currency, expected) => {
    expect(convertAmount(amount, rate, currency)).toBe(expected);
  });

  test('of nothing readable is nothing', () => {
    expect(convertAmount(Number.NaN, 7.1, 'CNY')).toBeNaN();
  });

  test('rounds as decimals do, half a cent away from zero', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.integer({ min: 1, max: 20_000_000 }),
        (cents, rateUnits) => {
          const product = BigInt(Math.abs(cents)) * BigInt(rateUnits);
          const rounded = Number((product * 2n + 1_000_000n) / 2_000_000n);
          expect(convertAmount(cents / 100, rateUnits / 1_000_000, 'CNY')).toBe(
            (Math.sign(cents) * rounded) / 100 + 0,
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

test.each<[string, number]>([
  ['CNY', 1],
  ['USD', 7.1],
  ['EUR', Number.NaN],
  ['GBP', Number.NaN],
  ['', Number.NaN],
])('the rate of %p', (currency, rate) => {
  const rates = [
    { currency: '美元', rate: 7.1 },
    { currency: 'EUR', rate: 0 },
    { currency: 'GBP', rate: Number.NaN },
    { currency: '', rate: 5 },
    { currency: 'CNY', rate: 2 },
  ];
  expect(rateOf(currency, rates, 'CNY')).toBe(rate);
});

describe('a ledger in several currencies', () => {
  const headers = ['Customer', 'Doc no', 'Type', 'Date', 'Due date', 'Amount', 'Currency', 'Applied to'];
  const rows: Cell[][] = [
    ['Acme', 'A1', 'Invoice', 45000, 45030, 100.01, 'USD', ''],
    ['Acme', 'A2', 'Invoice', 45000, 45030, 50, 'CNY', ''],
    ['Borealis', 'B1', 'Invoice', 45000, 45030, 10, 'EUR', ''],
    ['Borealis', 'B2', 'Invoice', 45000, 45030, 20, 'JPY', ''],
    ['', 'U1', 'Invoice', 45000, 45030, 1, 'USD', ''],
    ['Acme', 'P1', 'Payment', 45040, '', 40, 'USD', ''],
  ];
  const rates = [
    { currency: 'USD', rate: 7.1234 },
    { currency: '欧元', rate: 7.8 },
  ];
  const read = (wish: Partial<LedgerOptions>, cells = [headers, ...rows]): Ledger =>
    readLedger(cells, recogniseAs('ledger', cells), { dateSystem: 1900, ...wish });

  test('is converted row by row where there are rates, and says what is left out', () => {
    const ledger = read({ rates, reportingCurrency: 'CNY' });
    expect([ledger.currency, ledger.scale]).toEqual(['CNY', 100]);
    expect([...ledger.amount]).toEqual([71_241, 5000, 7800, -28_494]);
    expect(ledger.currencies).toEqual([
      { currency: 'USD', rowCount: 3, amount: 61.01, rate: 7.1234 },
      { currency: 'CNY', rowCount: 1, amount: 50, rate: 1 },
      { currency: 'EUR', rowCount: 1, amount: 10, rate: 7.8 },
      { currency: 'JPY', rowCount: 1, amount: 20, rate: Number.NaN },
    ]);
    expect(ledger.unplaced).toEqual([{ row: 5, amount: 712 }]);
    expect(ledger.findings.filter(({ kind }) => kind === 'missingRate')).toEqual([
      { kind: 'missingRate', row: 4, column: 6, found: 'JPY' },
    ]);
    expect(controlTotal(ledger).total).toBe(712.41 + 50 + 78 - 284.94 + 7.12);
  });

  test('has a payment settle what is in its own currency', () => {
    const ledger = read({ rates, reportingCurrency: 'CNY' });
    expect([0, 1, 2, 3].map(row => openAt(ledger, row, 45_100))).toEqual([42_747, 5000, 7800, 0]);
  });

  test('adds nothing across currencies without rates', () => {
    for (const wish of [{}, { reportingCurrency: 'CNY' }, { rates: [], reportingCurrency: 'CNY' }]) {
      const ledger = read(wish);
      expect([ledger.currency, [...ledger.amount]]).toEqual(['USD', [10_001, -4000]]);
      expect(ledger.findings.map(({ kind }) => kind)).toContain('otherCurrency');
    }
  });

  test('is reported in the currency it would be read in, where none is given', () => {
    const ledger = read({ rates: [{ currency: 'CNY', rate: 0.14 }] });
    expect([ledger.currency, [...ledger.amount]]).toEqual(['USD', [10_001, 700, -4000]]);
  });

  test('is read without conversion where no rate fits any row', () => {
    const ledger = read({ rates: [{ currency: 'CHF', rate: 8 }], reportingCurrency: 'SEK' });
    expect([ledger.currency, ledger.rowCount]).toEqual(['USD', 2]);
    expect(ledger.findings.map(({ kind }) => kind)).toContain('missingRate');
  });

  test('of one currency is converted as a whole, with what is open and the limits', () => {
    const cells: Cell[][] = [
      ['Customer', 'Due date', 'Amount (USD)', 'Open amount', 'Credit limit'],
      ['Acme', 45030, 100, 33.33, 1000],
      ['Acme', 45031, 100, '', ''],
    ];
    const ledger = read({ rates, reportingCurrency: 'CNY' }, cells);
    expect([...ledger.amount]).toEqual([71_234, 71_234]);
    expect([...ledger.openAmount]).toEqual([23_742, Number.NaN]);
    expect([...ledger.creditLimit]).toEqual([712_340]);
  });

  test('of no named currency stays as it is', () => {
    const cells: Cell[][] = [
      ['Customer', 'Due date', 'Amount'],
      ['Acme', 45030, 100],
    ];
    const ledger = read({ rates, reportingCurrency: 'CNY' }, cells);
    expect([ledger.currency, [...ledger.amount], ledger.currencies]).toEqual(['', [100], []]);
  });

  test('comes to the converted rows to the cent, whatever the rates', () => {
    const entry = fc.record({
      cents: fc.integer({ min: -99_999_999, max: 99_999_999 }),
      currency: fc.constantFrom('USD', 'CNY', 'EUR', 'JPY'),
    });
    const rate = fc.integer({ min: 1, max: 9_999_999 }).map(units => units / 10_000);
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 40 }), rate, rate, (entries, usd, eur) => {
        const given = [
          { currency: 'USD', rate: usd },
          { currency: 'EUR', rate: eur },
        ];
        const cells: Cell[][] = [
          ['Customer', 'Due date', 'Amount', 'Currency'],
          ['Acme', 45030, 1, 'CNY'],
          ...entries.map(({ cents, currency }) => ['Acme', 45030, cents / 100, currency]),
        ];
        const ledger = read({ rates: given, reportingCurrency: 'CNY' }, cells);
        const expected = entries.reduce((sum, { cents, currency }) => {
          const applied = rateOf(currency, given, 'CNY');
          return Number.isNaN(applied) ? sum : sum + convertAmount(cents / 100, applied, 'CNY') * 100;
        }, 100);
        expect(Math.round(controlTotal(ledger).total * 100)).toBe(Math.round(expected));
      }),
    );
  });
});
