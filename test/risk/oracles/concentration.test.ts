/** Concentration against published figures. */
import { describe, expect, test } from '@jest/globals';
import { customFunctions } from '../../../src/functions/functions';
import { herfindahl } from '../../../src/risk/metrics/formulas/concentration';
import { column } from '../../functions/runtime';

const { CONCENTRATION } = customFunctions;
const hhiCell = (amounts: readonly number[]) => CONCENTRATION(column(...amounts), undefined, 'hhi')[0][0];

describe('the Herfindahl–Hirschman index', () => {
  test('of 10, 9, 12, 15, 12, 11, 15 and 16 per cent is 1,296 (Investopedia)', () => {
    const shares = [10, 9, 12, 15, 12, 11, 15, 16];
    expect(herfindahl(shares)).toBeCloseTo(1_296, 9);
    expect(hhiCell(shares)).toBeCloseTo(1_296, 9);
  });

  test('of one customer is 10,000', () => {
    expect(herfindahl([2_646.81])).toBe(10_000);
    expect(hhiCell([2_646.81])).toBe(10_000);
  });

  test('of ten equal customers is 1,000', () => {
    const equal = new Array<number>(10).fill(123.45);
    expect(herfindahl(equal)).toBeCloseTo(1_000, 9);
    expect(hhiCell(equal)).toBeCloseTo(1_000, 9);
  });
});
