import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createAxis } from '../../../../src/workbench/page/grid/axis';

describe('an axis', () => {
  const axis = createAxis(10, 20, new Map([[1, 50]]), new Set([2, 3]));

  test('adds up sizes, hidden ones as nothing', () => {
    expect([0, 1, 2, 3, 4, 10].map(axis.offset)).toEqual([0, 20, 70, 70, 70, 190]);
    expect(axis.length).toBe(190);
  });

  test.each([
    [0, 0],
    [19, 0],
    [20, 1],
    [69, 1],
    [70, 4],
    [89, 4],
    [90, 5],
    [189, 9],
    [5000, 9],
    [-3, 0],
  ])('finds at pixel %d the index %d', (pixel, index) => {
    expect(axis.indexAt(pixel)).toBe(index);
  });

  test('steps over what is hidden and ends at the edge', () => {
    expect(axis.visibleFrom(2, 1)).toBe(4);
    expect(axis.visibleFrom(3, -1)).toBe(1);
    expect(axis.visibleFrom(10, 1)).toBeNull();
    expect(axis.visibleFrom(-1, -1)).toBeNull();
  });

  test('reaches the last of a million rows, which is farther than any element is tall in some browsers', () => {
    const rows = createAxis(1_048_576, 20, new Map(), new Set());
    expect(rows.length).toBe(20_971_520);
    expect(rows.indexAt(20_971_519)).toBe(1_048_575);
  });

  test('every visible index is found again anywhere within it', () => {
    const sizes = fc.array(fc.tuple(fc.nat(199), fc.integer({ min: 1, max: 90 })), { maxLength: 30 });
    const hidden = fc.uniqueArray(fc.nat(199), { maxLength: 30 });
    fc.assert(
      fc.property(
        sizes,
        hidden,
        fc.nat(199),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (s, h, index, part) => {
          const made = createAxis(200, 20, new Map(s), new Set(h));
          fc.pre(made.size(index) > 0);
          expect(made.indexAt(made.offset(index) + part * made.size(index))).toBe(index);
          expect(made.offset(index + 1) - made.offset(index)).toBe(made.size(index));
        },
      ),
    );
  });
});
