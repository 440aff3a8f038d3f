import { describe, expect, test } from '@jest/globals';
import { dayOf, fieldsOf } from '../../sheetLedger';

const day = dayOf('2024-03-01');
const sheet = (second: string, ...names: readonly string[]) => [
  ['Customer', second, 'Invoice no', 'Due date', 'Amount'],
  ...names.map((name, index) => [`C00010${index % 2}`, name, index, day, 100]),
];

describe('a column called Customer that holds numbers', () => {
  test('gives way to the names beside it', () =>
    expect(fieldsOf(sheet('Name', 'Acme', 'Beta', 'Acme', 'Beta'))).toMatchObject({
      customer: 1,
      customerNumber: 0,
    }));

  test.each([
    ['one name for all, such as our own', sheet('Company name', 'Us', 'Us', 'Us', 'Us')],
    ['names that change from row to row', sheet('Name', 'Ann', 'Bob', 'Cid', 'Dan')],
    ['no names', sheet('Contact', 'Ann', 'Bob', 'Ann', 'Bob')],
  ])('stays where the other has %s', (_, cells) => expect(fieldsOf(cells)).toMatchObject({ customer: 0 }));
});
