import { expect, test } from '@jest/globals';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { readShape, shapeWord } from '../../../src/risk/policy/shape';

test.each<[number | null, string, string]>([
  [null, 'linear', '线性'],
  [1, '1 step', '1 档'],
  [4, '4 steps', '4 档'],
])('%p steps are written %s and %s, and read as they were', (steps, en, zh) => {
  expect([shapeWord(steps, 'en'), shapeWord(steps, 'zh')]).toEqual([en, zh]);
  expect([readShape(en), readShape(zh)]).toEqual([steps, steps]);
});

test.each<[Cell, number | null | undefined]>([
  ['', null],
  [null, null],
  [undefined, null],
  [0, null],
  [' LINEAR ', null],
  [3, 3],
  ['３ Steps', 3],
  ['5', 5],
  ['0 steps', undefined],
  ['-1', undefined],
  ['4 stairs', undefined],
  ['many', undefined],
  [true, undefined],
  [2.5, undefined],
])('the cell %p is the shape %p', (cell, steps) => {
  expect(readShape(cell)).toBe(steps);
});
