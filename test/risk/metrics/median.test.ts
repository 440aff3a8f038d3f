import { expect, test } from '@jest/globals';
import { medianOf } from './medianOf';

test.each([
  [[30, 30, 60, 900], 45],
  [[900, 30, 60], 60],
  [[10, 9, 100], 10],
  [[-5], -5],
  [[], Number.NaN],
])('the median of %j is %d', (values, expected) => {
  expect(medianOf(values)).toBe(expected);
});
