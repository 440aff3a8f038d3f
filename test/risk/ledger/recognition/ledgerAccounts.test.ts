import { describe, expect, test } from '@jest/globals';
import { dayOf, fieldsOf } from '../../sheetLedger';

const sheet = (...accounts: readonly number[]) => [
  ['Customer name', 'Account code', 'Invoice no', 'Due date', 'Amount'],
  ...accounts.map((account, index) => [`Customer ${index % 4}`, account, index, dayOf('2024-03-01'), 100]),
];

describe('a column called an account’s', () => {
  test('is no number of customers where several share each', () => {
    expect(fieldsOf(sheet(200, 200, 200, 200))).not.toHaveProperty('customerNumber');
    expect(fieldsOf(sheet(200, 260, 200, 260, 200))).not.toHaveProperty('customerNumber');
  });

  test('is one where each has its own, also where two names have the same', () => {
    expect(fieldsOf(sheet(1, 2, 3, 4, 1, 2))).toMatchObject({ customer: 0, customerNumber: 1 });
    expect(fieldsOf(sheet(1, 2, 3, 3))).toMatchObject({ customerNumber: 1 });
  });
});
