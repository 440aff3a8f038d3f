import fc from 'fast-check';
import { typedText } from '../../../src/workbench/files/typedText';

describe('typedText', () => {
  test.each([
    ['12', 12],
    ['007', 7],
    ['-3.5', -3.5],
    ['+4', 4],
    ['.5', 0.5],
    ['5.', 5],
    [' 12 ', 12],
    ['TRUE', true],
    ['false', false],
  ])('%j is %j without a format', (text, value) => expect(typedText(text)).toEqual({ value }));

  test.each([
    ['1,234', 1234, '#,##0'],
    ['1,234.50', 1234.5, '#,##0.00'],
    ['12%', 0.12, '0%'],
    ['12.5%', 0.125, '0.00%'],
    ['1E3', 1000, '0.00E+00'],
    ['(500)', -500, undefined],
    ['$1,200', 1200, '"$"#,##0_);[Red]("$"#,##0)'],
    ['-$5.25', -5.25, '"$"#,##0.00_);[Red]("$"#,##0.00)'],
  ])('%j is %d in %s', (text, value, numberFormat) => {
    expect(typedText(text)).toEqual(numberFormat ? { value, numberFormat } : { value });
  });

  /** Serial days: Excel's own, 1 is 1 January 1900 and 60 the 29 February 1900 that never was. */
  test.each([
    ['1/1/1900', 1],
    ['2/28/1900', 59],
    ['3/1/1900', 61],
    ['6/30/2013', 41455],
    ['2024-03-05', 45356],
    ['2024/3/5', 45356],
    ['3/5/24', 45356],
    ['12/31/29', 47483],
    ['1/1/30', 10959],
    ['2/29/2024', 45351],
  ])('%j is day %d', (text, value) => expect(typedText(text)).toEqual({ value, numberFormat: 'm/d/yyyy' }));

  test('a date with a time is both', () => {
    expect(typedText('2024-03-05 18:00')).toEqual({ value: 45356.75, numberFormat: 'm/d/yyyy h:mm' });
    expect(typedText('3/5/2024 12:00 AM')).toEqual({ value: 45356, numberFormat: 'm/d/yyyy h:mm' });
    expect(typedText('3/5/2024 6:00 PM')).toEqual({ value: 45356.75, numberFormat: 'm/d/yyyy h:mm' });
  });

  test.each([
    '13/1/2024',
    '2/29/2023',
    '2024-13-01',
    '31.12.2024',
    '2024年3月5日',
    '0379-NEVHP',
    '1,23',
    '1,234,5',
    '1-2-3-4',
    '１２３',
    '+-5',
    '12%%',
    '$5%',
    '=1+1',
    "'text",
    '3/5/2024 25:00',
    'Co., Ltd.',
    '-',
    '1e999',
  ])('%j stays text', text => expect(typedText(text)).toEqual({ value: text }));

  test('an empty field is an empty cell', () => expect(typedText('')).toEqual({ value: null }));

  test('every whole number and two decimals come back as they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), cents => {
        expect(typedText((cents / 100).toFixed(2)).value).toBe(Number((cents / 100).toFixed(2)));
      }),
    );
  });

  test('whatever stands there is a value or itself', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const { value } = typedText(text);
        if (typeof value === 'string') expect(value).toBe(text);
        else if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
