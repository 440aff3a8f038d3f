import fc from 'fast-check';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { assessList } from '../../../src/risk/scoring/assess';
import { bandBounds, bandOf, exposureMatrix } from '../../../src/risk/scoring/exposureMatrix';
import { listOf } from '../metrics/listOf';

test.each([
  [
    [900, 25_000, 2_400_000],
    [1_000, 10_000, 100_000, 1_000_000],
  ],
  [[1_000], [1, 10, 100, 1_000]],
  [[999.99], [0.1, 1, 10, 100]],
  [[-5, 0, Number.NaN], []],
  [[], []],
])('bands for %j begin at %j', (exposures, bounds) => {
  expect(bandBounds(exposures)).toEqual(bounds);
});

test.each([
  [0, 0],
  [-3, 0],
  [Number.NaN, 0],
  [0.01, 1],
  [999.99, 1],
  [1000, 2],
  [99_999, 3],
  [1e9, 4],
])('%d stands in band %d', (exposure, band) => {
  expect(bandOf(exposure, [1_000, 10_000, 100_000])).toBe(band);
});

describe('exposureMatrix', () => {
  const assess = (rows: readonly { exposure?: number; overdueShare?: number }[]) =>
    assessList(listOf(rows.map((row, index) => ({ name: `C${index}`, ...row }))), 45_000, defaultPolicy);

  it('sets customers out by tier and money', () => {
    const matrix = exposureMatrix(
      assess([
        { exposure: 500, overdueShare: 0 },
        { exposure: 2_000, overdueShare: 1 },
        { exposure: 1_500.5, overdueShare: 1 },
        { exposure: 0 },
        {},
      ]),
    );
    expect(matrix.bounds).toEqual([1, 10, 100, 1_000]);
    expect(matrix.rows.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', '']);
    expect(matrix.rows[0]?.cells[4]).toEqual({ count: 1, exposure: 500, atRisk: 2.5 });
    expect(matrix.rows[3]?.cells[5]).toEqual({ count: 2, exposure: 3_500.5, atRisk: 700.1 });
    expect(matrix.rows[4]?.cells[0]?.count).toBe(2);
  });

  it('has every customer in one cell and all of the money, without a row for nobody', () => {
    const row = fc.record({
      exposure: fc.integer({ min: -1000, max: 1e7 }),
      overdueShare: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), rows => {
        const assessment = assess(rows);
        const cells = exposureMatrix(assessment).rows.flatMap(each => each.cells);
        expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
        expect(cells.reduce((sum, { exposure }) => sum + exposure, 0)).toBe(assessment.portfolio.exposure);
        expect(exposureMatrix(assessment).rows).toHaveLength(4);
      }),
    );
  });
});
