import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isAmbiguousAmount, readAmount, readAmountText } from '../../../../src/risk/ledger/cells/readAmount';
import type { Cell } from '../../../../src/risk/ledger/ledger';

describe('readAmount', () => {
  test.each<[Cell, number]>([
    [1234.5, 1234.5],
    [-0.01, -0.01],
    [0, 0],
    ['1,234.50', 1234.5],
    ['(1,234.50)', -1234.5],
    ['( 1,234.50 )', -1234.5],
    ['-1 234,50', -1234.5],
    ['1 234,50', 1234.5],
    ['1 234,50', 1234.5],
    ["1'234.50", 1234.5],
    ['1.234,50', 1234.5],
    ['1.234.567,89', 1234567.89],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    ['12,34,567.50', 1234567.5],
    ['1,2345', 1.2345],
    ['12,5', 12.5],
    ['.50', 0.5],
    ['5.', 5],
    ['¥1,234', 1234],
    ['3k', 3000],
    ['2.5 K', 2500],
    ['1.5 million', 1_500_000],
    ['1,5 Mio', 1_500_000],
    ['-2.5mn', -2_500_000],
    ['12 thousand', 12_000],
    ['$2 billion', 2_000_000_000],
    ['1.5 m', Number.NaN],
    ['3千', 3000],
    ['1.5百万', 1_500_000],
    ['2千万元', 20_000_000],
    ['\u200b500.00', 500],
    ['￥1,234.00', 1234],
    ['$5', 5],
    ['-$5', -5],
    ['$-5', -5],
    ['$(5.00)', -5],
    ['($5.00)', -5],
    ['US$ 1,200', 1200],
    ['HK$1,200', 1200],
    ['€ 99,95', 99.95],
    ['99,95 €', 99.95],
    ['CNY 100', 100],
    ['100 CNY', 100],
    ['100.00CNY', 100],
    ['USD -100', -100],
    ['-USD 100', -100],
    ['USD (100.00)', -100],
    ['人民币1,000元', 1000],
    ['1,000元整', 1000],
    ['12.5万', 125000],
    ['12.5万元', 125000],
    ['1.2亿元', 120000000],
    ['１，２３４．５０', 1234.5],
    ['1,234.50-', -1234.5],
    ['1,234.50+', 1234.5],
    ['100.00 +', 100],
    ['1,234.50 CR', -1234.5],
    ['1,234.50 Dr', 1234.5],
    ['−5', -5],
    ['+5', 5],
    ['35%', 0.35],
    ['35.5 %', 0.355],
    ['-', 0],
    ['—', 0],
    [' - ', 0],
    ['1.5E+03', 1500],
    ['0', 0],
    ['0.00', 0],
    ['00123', 123],
  ])('reads %p as %p', (cell, amount) => {
    expect(readAmount(cell)).toBe(amount);
  });

  test.each<[Cell]>([
    [''],
    [' '],
    [null],
    [undefined],
    ['90+'],
    [true],
    ['#N/A'],
    ['n/a'],
    ['abc'],
    ['12abc'],
    ['12 pcs'],
    ['Net 30'],
    ['30天'],
    ['1,23,45'],
    ['1.2.3,4,5'],
    ['1,2.3,4'],
    ['--5'],
    ['-5-'],
    ['12 34'],
    ['2024-03-05'],
    ['3/5/2024'],
    ['()'],
    ['CNY'],
    ['.'],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
  ])('finds no amount in %p', cell => {
    expect(readAmount(cell)).toBeNaN();
  });

  test('one mark before three digits follows the column', () => {
    expect(readAmount('1,234', ',')).toBe(1.234);
    expect(readAmount('1,234', '.')).toBe(1234);
    expect(readAmount('1.234', ',')).toBe(1234);
    expect(readAmount('1.234', '.')).toBe(1.234);
    expect(readAmount('1,234')).toBe(1234);
    expect(readAmount('1.234')).toBe(1.234);
  });

  test('reads any cents back from how English and continental accountants write them', () => {
    const cents = fc.integer({ min: -10_000_000_00, max: 10_000_000_00 });
    fc.assert(
      fc.property(cents, value => {
        const size = Math.abs(value) / 100;
        const english = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 }).format(size);
        const german = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 }).format(size);
        const french = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 }).format(size);
        for (const text of [english, german, french]) {
          expect(readAmount(text)).toBe(size);
          if (value !== 0) expect(readAmount(`(${text})`)).toBe(-size);
        }
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string()), cell => {
        expect(typeof readAmount(cell)).toBe('number');
      }),
    );
  });
});

describe('amounts as they are usually written', () => {
  test('are read as with steps for all else, which a no-break space before them takes', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789.,,..()+- $€'), maxLength: 12 });
    fc.assert(
      fc.property(text, bare => {
        expect(readAmountText(bare)).toEqual(readAmountText(`\u00a0${bare}`));
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^ ?[-+(]?[$¥]? ?\d{1,3}([.,]\d{3}){0,3}([.,]\d{0,3})?[-)]? ?€? ?$/),
        bare => {
          expect(readAmountText(bare)).toEqual(readAmountText(`\u00a0${bare}`));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('decimal marks', () => {
  test.each([
    ['1.234,50', ','],
    ['1,234.50', '.'],
    ['99,5', ','],
    ['99.5', '.'],
    ['1.234.567', ','],
    ['1,234', null],
    ['1.234', null],
    ['1234', null],
    ['abc', null],
  ])('%p proves %p', (text, mark) => {
    expect(readAmountText(text).provenMark).toBe(mark);
  });

  test('only one mark before three digits is ambiguous', () => {
    expect(isAmbiguousAmount('1.234')).toBe(true);
    expect(isAmbiguousAmount('1,234')).toBe(true);
    expect(isAmbiguousAmount('0.234')).toBe(false);
    expect(isAmbiguousAmount('1234.567')).toBe(false);
    expect(isAmbiguousAmount(1.234)).toBe(false);
  });
});
