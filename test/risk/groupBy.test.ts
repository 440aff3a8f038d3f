import fc from 'fast-check';
import { addToGroup, groupBy } from '../../src/risk/groupBy';

test('groups stand in the order of their first items, items in the order given', () => {
  const groups = groupBy(['Baker', 'Acme', 'Bell', 'Abel'], name => name[0]);
  expect([...groups]).toEqual([
    ['B', ['Baker', 'Bell']],
    ['A', ['Acme', 'Abel']],
  ]);
  expect(groupBy([], String).size).toBe(0);
});

test('an item joins the group of its key, or begins it', () => {
  const groups = new Map([['A', ['Acme']]]);
  addToGroup(groups, 'A', 'Abel');
  addToGroup(groups, '', 'nobody');
  expect([...groups]).toEqual([
    ['A', ['Acme', 'Abel']],
    ['', ['nobody']],
  ]);
});

test('every item is in exactly the group of its key', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 7 }), (numbers, modulus) => {
      const groups = groupBy(numbers, number => number % modulus);
      for (const [key, group] of groups) {
        expect(group).toEqual(numbers.filter(number => number % modulus === key));
      }
      expect([...groups.values()].flat()).toHaveLength(numbers.length);
    }),
  );
});
