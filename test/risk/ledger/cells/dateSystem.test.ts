import { dateSystemOf } from '../../../../src/risk/ledger/cells/dateSystem';

test('a workbook counts its days from 1900, or from 1904 where it says so', () => {
  expect(dateSystemOf({ is1904: false })).toBe(1900);
  expect(dateSystemOf({ is1904: true })).toBe(1904);
});
