import { expect, test } from '@jest/globals';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { sheetOf } from '../exports/exportedSheet';

const table = (headers: string) =>
  recogniseSheet(
    sheetOf(`${headers}
      Acme Ltd|100|200|300|600
      Birch Co|50||70|120`),
  );

test.each([
  'Customer|Jan 2026|Feb 2026|Mar 2026|Total',
  'Client|January|February|March|Grand Total',
  '客户|1月|2月|3月|合计',
])('a sum over months is asked about rather than taken for what is owed: %s', headers => {
  const { kind, columns, missing } = table(headers);
  expect(kind).toBe('unknown');
  expect(columns.filter(({ header }) => /^(?:Jan|1月)/.test(header))).toEqual([]);
  expect(missing).not.toEqual([]);
});

test('a balance beside months is what is owed, and so is a sum over ages', () => {
  expect(table('Customer|Jan 2026|Feb 2026|Mar 2026|Balance').missing).toEqual([]);
  expect(table('Customer|0-30|31-60|61-90|Total').missing).toEqual([]);
});
