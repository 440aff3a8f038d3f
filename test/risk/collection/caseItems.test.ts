import { itemsAsked, itemsOf, sumOfItems } from '../../../src/risk/collection/caseItems';
import type { OwedItems } from '../../../src/risk/collection/owedItems';

const owed: OwedItems = {
  start: Int32Array.from([0, 1, 5]),
  daysPastDue: Float64Array.from([9, -6, 31, 0, -5]),
  amount: Float64Array.from([1, 0.1, 0.2, 0.1, 0.3]),
  row: Int32Array.from([7, 1, 2, 3, 4]),
};

test('the items of a customer come oldest first, each with its row', () => {
  expect(itemsOf(owed, 1).map(({ days, row }) => [days, row])).toEqual([
    [31, 2],
    [0, 3],
    [-5, 4],
    [-6, 1],
  ]);
  expect(itemsOf(owed, 0)).toEqual([{ days: 9, amount: 1, row: 7 }]);
});

test('a letter asks for what is past due, due on the day itself is not; a reminder for what falls due in its days', () => {
  const items = itemsOf(owed, 1);
  expect(itemsAsked(items, { fromDay: 30 }).map(({ days }) => days)).toEqual([31]);
  expect(itemsAsked(items, { fromDay: -5 }).map(({ days }) => days)).toEqual([0, -5]);
});

test('a letter of a step on the due day asks for what is due that day too, not for nothing', () => {
  const items = itemsOf(owed, 1);
  expect(itemsAsked(items, { fromDay: 0 }).map(({ days }) => days)).toEqual([31, 0]);
  expect(itemsAsked(items, { fromDay: 1 }).map(({ days }) => days)).toEqual([31]);
});

test('sums are exact to the cent', () => {
  expect(sumOfItems(itemsOf(owed, 1))).toBe(0.7);
});
