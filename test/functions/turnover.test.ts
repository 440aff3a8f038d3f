import { describe, expect, test } from '@jest/globals';
import { receivablesTurnover as turnover } from '../../src/functions/turnover';
import { column, shown } from './runtime';

describe('TURNOVER', () => {
  test('divides by the ending receivables unless the average is asked for', () => {
    expect(turnover([[16_000]], column(6_000, 10_000))).toBe(1.6);
    expect(turnover(column(10_000, 6_000), column(6_000, 10_000), 'average')).toBe(2);
    expect(turnover([[16_000]], column(6_000, 10_000), null)).toBe(1.6);
  });

  test('says what is wrong', () => {
    expect(shown(() => turnover([[1]], [[0]]))).toBe(
      '#DIV/0! receivables are 0, and nothing can be divided by them. Check that the range is the right one.',
    );
    expect(shown(() => turnover([[1]], [['#DIV/0!']]))).toBe(
      '#VALUE! receivables, row 1: the cell holds the error #DIV/0!. Correct it there.',
    );
    expect(shown(() => turnover([[1]], [[1]], 'yearly'))).toBe(
      '#VALUE! basis: “yearly” is not known here. Enter one of ending, average.',
    );
    expect(shown(() => turnover([[1]], [[1]], [['ending', 'average']] as unknown))).toBe(
      '#VALUE! basis: 2 cells are given. Select one.',
    );
  });
});
