import { describe, expect, test } from '@jest/globals';
import { errorIn, isEmpty, plainValue } from '../../src/functions/cell';
import { errorCell } from './runtime';

describe('a cell that holds an error', () => {
  test.each([
    ['an error of the functions runtime', errorCell('#N/A')],
    ['an error before the runtime made it one', { type: 'CustomFunctionError', code: '#N/A' }],
    ['an error value of a data type', { type: 'Error', basicType: 'Error', basicValue: '#N/A' }],
    ['an error of the workbench', { error: '#N/A', message: 'not there' }],
    ['the text of an error', '#N/A'],
  ])('is recognised as %s', (_, cell) => {
    expect(errorIn(cell)).toBe('#N/A');
    expect(plainValue(cell)).toBe('#N/A');
    expect(isEmpty(cell)).toBe(false);
  });

  test.each([['N/A'], ['# 5'], ['#5'], [5], [null], [undefined], [true], [{}]])('is not %j', cell => {
    expect(errorIn(cell)).toBeNull();
  });
});

describe('a cell with a data type', () => {
  test('is what it shows', () => {
    expect(plainValue({ type: 'FormattedNumber', basicValue: 12.5, numberFormat: '$0.00' })).toBe(12.5);
    const stock = { type: 'Entity', text: 'Acme', basicType: 'Error', basicValue: '#VALUE!' };
    expect(errorIn(stock)).toBeNull();
    expect(plainValue(stock)).toBe('Acme');
  });
});

test('a cell with nothing in it is empty, one with 0 is not', () => {
  for (const cell of [null, undefined, '', '  ', '　']) expect(isEmpty(cell)).toBe(true);
  for (const cell of [0, false, 'x']) expect(isEmpty(cell)).toBe(false);
});
