import { expect, test } from '@jest/globals';
import { arePeriods, periodIn } from '../../../../src/risk/ledger/recognition/headerPeriod';

test.each([
  ['Balance 2025', 20250000],
  ['Balance (31 Dec 2025)', 20251231],
  ['Balance 31.12.2025', 20251231],
  ['Balance 12/31/2025', 20251231],
  ['Balance 2025-12-31', 20251231],
  ['Jan 2026 balance', 20260100],
  ['余额（2026年）', 20260000],
  ['2026年3月余额', 20260300],
  ['5月余额', 500],
  ['余额（6月30日）', 630],
  ['Balance June', 600],
  ['Amount 1', 0],
  ['Amount', 0],
  ['金额（元）', 0],
])('%p is of %p', (header, period) => {
  expect(periodIn(header)).toBe(period);
});

test('periods compare where both have a year, or neither', () => {
  expect(arePeriods(periodIn('Balance May'), periodIn('Balance June'))).toBe(true);
  expect(arePeriods(periodIn('Balance May'), periodIn('Balance 2025'))).toBe(false);
  expect(arePeriods(periodIn('Balance'), periodIn('Balance 2025'))).toBe(false);
});
