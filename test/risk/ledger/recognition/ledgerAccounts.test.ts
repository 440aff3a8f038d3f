import { describe, expect, test } from '@jest/globals';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { dayOf, fieldsOf } from '../../sheetLedger';
import { sheetOf } from '../exports/exportedSheet';

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

describe('a journal that names no customer lacks one', () => {
  const missingIn = (lines: string) => recogniseSheet(sheetOf(lines)).missing;

  test('where the receivables account stands among others', () => {
    expect(
      missingIn(`
        Date|Account|Description|Debit|Credit
        2026-03-01|Accounts Receivable|Invoice 1|1000|
        2026-03-01|Sales|Invoice 1||1000
        2026-03-20|Bank|Receipt 1|400|
        2026-03-20|Accounts Receivable|Receipt 1||400`),
    ).toEqual(['customer']);
  });

  test('where only what the entries are about is said', () => {
    for (const header of ['Particulars', '摘要'])
      expect(
        missingIn(`
          Date|${header}|Debit|Credit
          2026-03-01|Steel bars|1000|
          2026-03-20|Cheque||400
          2026-03-22|Carriage|30|`),
      ).toEqual(['customer']);
  });
});
