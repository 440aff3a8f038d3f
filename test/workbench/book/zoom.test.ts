import { expect, test } from '@jest/globals';
import { zoomFrom, zoomStep } from '../../../src/workbench/book/zoom';

test.each([
  [0.75, 0.75],
  [0.04, 0.1],
  [9, 4],
  [Number.NaN, 1],
  [0, 1],
])('%p is shown at %p', (asked, shown) => {
  expect(zoomFrom(asked)).toBe(shown);
});

test('steps go by tens of percent, within the limits', () => {
  expect([zoomStep(1, 1), zoomStep(1, -1), zoomStep(0.95, 1), zoomStep(0.95, -1)]).toEqual([
    1.1, 0.9, 1, 0.9,
  ]);
  expect([zoomStep(4, 1), zoomStep(0.1, -1), zoomStep(0.3, 1), zoomStep(0.7, -1)]).toEqual([
    4, 0.1, 0.4, 0.6,
  ]);
});
