import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { serialOf } from '../../../../src/risk/ledger/cells/readDate';
import { addMonths, dateOfSerial } from '../../../../src/risk/ledger/cells/serialDate';
import type { DateSystem } from '../../../../src/risk/ledger/ledger';

const day = (text: string, system: DateSystem = 1900): number => {
  const [year, month, date] = text.split('-').map(Number) as [number, number, number];
  return serialOf({ year, month, day: date }, system);
};

test.each<[number, DateSystem, string]>([
  [45356, 1900, '2024-03-05'],
  [61, 1900, '1900-03-01'],
  [43894, 1904, '2024-03-05'],
  [45356.99, 1900, '2024-03-05'],
])('serial %p of the %p system is %p', (serial, system, text) => {
  const [year, month, date] = text.split('-').map(Number) as [number, number, number];
  expect(dateOfSerial(serial, system)).toEqual({ year, month, day: date });
});

describe('addMonths', () => {
  test.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-28'],
    ['2022-12-31', 12, '2023-12-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -13, '2022-12-15'],
    ['2023-06-15', 0, '2023-06-15'],
  ])('%p and %p months is %p', (from, months, to) => {
    expect(addMonths(day(from), months, 1900)).toBe(day(to));
    expect(addMonths(day(from, 1904), months, 1904)).toBe(day(to, 1904));
  });

  test('is NaN beyond the calendar of Excel', () => {
    expect(addMonths(day('1900-03-15'), -12, 1900)).toBeNaN();
    expect(addMonths(day('9999-06-15'), 12, 1900)).toBeNaN();
  });

  test('keeps the order of days, and comes back but for the ends of months', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000, max: 60_000 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 40 }),
        (serial, months, later) => {
          expect(addMonths(serial + later, months, 1900)).toBeGreaterThanOrEqual(
            addMonths(serial, months, 1900),
          );
          const back = addMonths(addMonths(serial, months, 1900), -months, 1900);
          expect(serial - back).toBeGreaterThanOrEqual(0);
          expect(serial - back).toBeLessThanOrEqual(3);
        },
      ),
    );
  });
});
