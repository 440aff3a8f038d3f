import { describe, expect, test } from '@jest/globals';
import { fieldStyleOf } from '../../../src/workbench/files/fieldStyle';

describe('how a file writes numbers and dates', () => {
  test.each([
    ['a decimal comma', [['1.234,50', '05/03/2026']], ',', true],
    ['spaces between thousands', [['12 500,00', '2026-04-01']], ',', true],
    ['euros behind', [['2.380,00 €']], ',', true],
    ['a trailing minus', [['500,50-']], ',', true],
    ['thousands with points beside dates with points', [['1.234', '31.03.2026']], ',', true],
    ['a decimal point', [['1,234.50', '3/5/2026']], '.', false],
    ['a decimal point beside one comma', [['1,234.50', '12,5']], '.', false],
    [
      'a day beyond twelve',
      [
        ['1,234.50', '5/3/2026'],
        ['2.00', '31/3/2026'],
      ],
      '.',
      true,
    ],
    ['a month that comes first', [['12,50', '3/31/2026']], ',', false],
    ['days and months that contradict each other', [['3/31/2026', '31/3/2026']], '.', false],
    ['thousands alone', [['1,234', '1.234']], '.', false],
    ['nothing', [['Acme', '']], '.', false],
  ])('%s', (_, rows, decimalMark, isDayFirst) =>
    expect(fieldStyleOf(rows)).toEqual({ decimalMark, isDayFirst }),
  );
});
