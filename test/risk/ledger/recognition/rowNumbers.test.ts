/** A column that numbers rows is no customer's number: each customer would be remarked for having many. */
import { expect, test } from '@jest/globals';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { sheetOf } from '../exports/exportedSheet';

const numbersIn = (header: string, numbers: readonly number[]) => {
  const [first, second, third, fourth] = numbers;
  const { columns } = recogniseSheet(
    sheetOf(`
      ${header}|Customer|Due date|Amount
      ${first}|Acme|2026-03-31|1000
      ${second}|Acme|2026-07-31|500
      ${third}|Birch|2026-05-31|300
      ${fourth}|Birch|2026-06-10|30`),
  );
  return columns.find(({ field }) => field === 'customerNumber')?.column;
};

test('a bare number of its own in each row of a customer numbers the rows', () => {
  for (const header of ['ID', '编号']) expect(numbersIn(header, [101, 102, 103, 104])).toBeUndefined();
});

test('a bare number that stands for the customer stays', () => {
  for (const header of ['ID', '编号']) expect(numbersIn(header, [101, 101, 103, 103])).toBe(0);
});

test('a header that says it is the customer’s is believed, and the numbers are remarked', () => {
  for (const header of ['Customer ID', '客户编号']) expect(numbersIn(header, [101, 102, 103, 104])).toBe(0);
});
