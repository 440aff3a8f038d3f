/** Columns of money that are not read: what is said of them stays until the user chooses another amount, or the column itself. */
import { describe, expect, test } from '@jest/globals';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { remap } from '../../../../src/risk/ledger/recognition/remap';
import { sheetOf } from '../exports/exportedSheet';

const withRetention = recogniseSheet(
  sheetOf(`
    Customer|Invoice|Date|Due date|Amount|Retention
    Acme Ltd|A1|2026-03-01|2026-03-31|1000|50
    Acme Ltd|A2|2026-04-01|2026-05-01|2000|100`),
);

describe('what is said of money beside', () => {
  test('stays where another field is chosen', () => {
    expect(remap(withRetention, 'document', null).moneyBeside).toEqual([
      { kind: 'retentionCounted', column: 5 },
    ]);
  });

  test('goes where its column is chosen, or another amount', () => {
    expect(remap(withRetention, 'paidAmount', 5).moneyBeside).toBeUndefined();
    expect(remap(withRetention, 'openAmount', 4).moneyBeside).toBeUndefined();
  });
});

describe("a customer's balance", () => {
  const cells = sheetOf(`
    Customer|Invoice|Date|Due date|Amount|Customer balance
    Acme Ltd|A1|2026-03-01|2026-03-31|1000|2500.5
    Acme Ltd|A2|2026-04-01|2026-05-01|2000|2500.5
    Birch Co|A3|2026-06-01|2026-07-01|700|1000
    Birch Co|A4|2026-06-02|2026-07-02|300|1000`);
  const found = recogniseSheet(cells);
  const differing = (recognition: typeof found) =>
    readLedger(cells, recognition, { dateSystem: 1900 }).findings.filter(
      ({ kind }) => kind === 'balanceDiffers',
    );

  test('that is not the sum of its rows is said at the first of them, with how much more it is', () => {
    expect(differing(found)).toEqual([{ kind: 'balanceDiffers', row: 1, column: 5, found: '-499.5' }]);
  });

  test('is compared no more where the user takes it for what is open', () => {
    expect(differing(remap(found, 'openAmount', 5))).toEqual([]);
  });
});
