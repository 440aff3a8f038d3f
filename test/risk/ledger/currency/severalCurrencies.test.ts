/** Which currency a sheet of several is read in, and what of it is converted. */
import { describe, expect, test } from '@jest/globals';
import { isConverted } from '../../../../src/risk/ledger/currency/convertedCurrencies';
import { convertAmount } from '../../../../src/risk/ledger/currency/exchangeRates';
import type { Cell, Ledger } from '../../../../src/risk/ledger/ledger';
import { type LedgerOptions, readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseAs } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { openAt } from '../../../../src/risk/metrics/openAmounts';

type Row = readonly Cell[];

const read = (cells: readonly Row[], wish: Partial<LedgerOptions> = {}): Ledger =>
  readLedger(cells, recogniseAs('ledger', cells), { dateSystem: 1900, ...wish });

const inCny = { rates: [{ currency: 'USD', rate: 7 }], reportingCurrency: 'CNY' };

describe('without rates', () => {
  const header = ['Customer', 'Due date', 'Amount', 'Currency'];

  test('the currency of most rows is read, also where another stands first', () => {
    const cells: Row[] = [
      header,
      ['Acme', 45_030, 1, 'EUR'],
      ['Acme', 45_030, 2, 'USD'],
      ['Beta', 45_030, 4, 'USD'],
      ['Beta', 45_030, 8, 'CNY'],
    ];
    const ledger = read(cells);
    expect([ledger.currency, [...ledger.amount]]).toEqual(['USD', [2, 4]]);
    // Of as many rows by their codes, not as they come on the sheet.
    expect(ledger.currencies.map(({ currency }) => currency)).toEqual(['USD', 'CNY', 'EUR']);
    const reversed = read([header, ...cells.slice(1).reverse()]);
    expect(reversed.currencies).toEqual(ledger.currencies);
  });

  test('mostly blank cells are the money of the books, and what is named is another', () => {
    const blank: Row[] = [
      header,
      ['Acme', 45_030, 1, ''],
      ['Acme', 45_030, 2, 'EUR'],
      ['Beta', 45_030, 4, ''],
      ['Beta', 45_030, 8, ''],
    ];
    const ledger = read(blank);
    expect([ledger.currency, [...ledger.amount]]).toEqual(['', [1, 4, 8]]);
    expect(ledger.currencies.map(({ currency, rowCount }) => [currency, rowCount])).toEqual([
      ['', 3],
      ['EUR', 1],
    ]);
    // As many of each: the blank ones are taken for what is named.
    const even = read(blank.slice(0, 3));
    expect([even.currency, [...even.amount]]).toEqual(['EUR', [1, 2]]);
  });
});

describe('with rates', () => {
  test('only what has another currency is rounded', () => {
    const ledger = read(
      [
        ['Customer', 'Due date', 'Amount', 'Currency'],
        ['Acme', 45_030, 0.125, 'CNY'],
        ['Acme', 45_030, 1.001, 'USD'],
      ],
      inCny,
    );
    expect(Array.from(ledger.amount, amount => amount / ledger.scale)).toEqual([0.125, 7.01]);
  });

  test('a limit is in the currency of the report, not once in each of its rows', () => {
    const ledger = read(
      [
        ['Customer', 'Due date', 'Amount', 'Currency', 'Credit limit'],
        ['Acme', 45_030, 10, 'USD', 1000],
        ['Acme', 45_030, 20, 'CNY', 1000],
      ],
      inCny,
    );
    expect([...ledger.creditLimit].map(limit => limit / ledger.scale)).toEqual([1000]);
  });

  test('a payment settles an invoice of its own customer in its own currency only', () => {
    const header = ['Customer', 'Doc no', 'Type', 'Date', 'Due date', 'Amount', 'Currency'];
    const ledger = read(
      [
        header,
        ['Acme', 'A1', 'Invoice', 45_000, 45_030, 100, 'USD'],
        ['Acme', 'A2', 'Invoice', 45_001, 45_031, 50, 'CNY'],
        ['Beta', 'B1', 'Invoice', 45_002, 45_032, 30, 'USD'],
        ['Beta', 'B2', 'Invoice', 45_003, 45_033, 90, 'CNY'],
        ['Acme', 'P1', 'Payment', 45_040, '', 20, 'CNY'],
        ['Beta', 'P2', 'Payment', 45_040, '', 10, 'USD'],
      ],
      inCny,
    );
    expect([0, 1, 2, 3].map(row => openAt(ledger, row, 45_100) / ledger.scale)).toEqual([700, 30, 140, 90]);
  });

  test('a ledger is converted where a rate brought another currency in', () => {
    const isConvertedBy = (...rates: number[]) =>
      isConverted(rates.map(rate => ({ currency: 'USD', rowCount: 1, amount: 1, rate })));
    expect(isConvertedBy()).toBe(false);
    expect(isConvertedBy(1)).toBe(false);
    expect(isConvertedBy(1, Number.NaN)).toBe(false);
    expect(isConvertedBy(1, 7.1)).toBe(true);
  });

  test.each([
    [1, 'CLP ISK JPY KRW PYG UGX VND XAF XOF XPF'],
    [1.23, 'CNY USD EUR'],
    [1.235, 'BHD IQD JOD KWD LYD OMR TND'],
  ])('1.2346 is %p in the smallest units that ISO 4217 gives %s', (amount, codes) => {
    for (const code of codes.split(' '))
      expect([code, convertAmount(1.2346, 1, code)]).toEqual([code, amount]);
  });

  test('an amount too large for cents is converted as it is, and nothing is never below zero', () => {
    expect(convertAmount(10_000_000_000_000, 7, 'CNY')).toBe(70_000_000_000_000);
    expect(convertAmount(-0.0001, 7, 'CNY')).toBe(0);
  });
});
