import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NumberPlaces } from '../../../../src/risk/ledger/columns/numberPlaces';
import { OldestFirst } from '../../../../src/risk/ledger/settlement/oldestFirst';

test('numbers have the places they came in, also beyond 32 bits and when there are many', () => {
  const number = fc.oneof(
    fc.nat(40),
    fc.maxSafeNat(),
    fc.nat(50).map(high => high * 2 ** 32 + 7),
  );
  fc.assert(
    fc.property(fc.array(number, { maxLength: 3_000, size: 'max' }), keys => {
      const places = new NumberPlaces();
      const plain = new Map<number, number>();
      for (const key of keys) {
        expect(places.placeOf(key)).toBe(plain.get(key) ?? -1);
        if (!plain.has(key)) plain.set(key, plain.size);
        expect(places.add(key)).toBe(plain.get(key));
      }
      expect(places.length).toBe(plain.size);
      for (const [key, place] of plain) expect(places.placeOf(key)).toBe(place);
    }),
    { numRuns: 30 },
  );
});

test('the oldest comes first, whatever came in between', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(60), { nil: null }), { maxLength: 200, size: 'max' }), steps => {
      const heap = new OldestFirst((one, other) => one < other);
      let plain: number[] = [];
      for (const step of steps) {
        if (step === null) heap.removeFirst();
        else heap.add(step);
        plain = step === null ? plain.slice(1) : [...plain, step].sort((one, other) => one - other);
        expect(heap.first).toBe(plain[0] ?? -1);
      }
    }),
  );
});
