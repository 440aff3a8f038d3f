import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { remap } from '../../../../src/risk/ledger/recognition/remap';
import { sheetOf } from '../exports/exportedSheet';

const charges = (cells: readonly (readonly Cell[])[]) => {
  const recognition = recogniseSheet(cells);
  const { findings } = readLedger(cells, recognition, { dateSystem: 1900 });
  return findings
    .filter(({ kind }) => kind === 'chargeLeftOut' || kind === 'chargeCounted')
    .map(({ kind, column, found }) => [kind, column, found]);
};

const ledger = (headers: string, first: string, second = '') =>
  sheetOf(`Customer|Invoice|Due|${headers}
    Acme Ltd|1|2026-03-31|${first}
    Birch Co|2|2026-04-01|${second}`);

describe('adjustments beside amounts', () => {
  test.each([
    'Adjustments',
    'Adjustment',
    'Adj.',
    'Adjustment amount',
    '调整',
    '调整金额',
    '其他调整',
    '优惠金额',
  ])('%s are said to be left out where nothing has both', header => {
    expect(charges(ledger(`Amount|${header}`, '100|-20', '200|'))).toEqual([['chargeLeftOut', 4, header]]);
  });

  test('beside a paid amount they are left out as well', () => {
    expect(charges(ledger('Amount|Paid|Adjustments', '100|10|-20', '200||'))).toEqual([
      ['chargeLeftOut', 5, 'Adjustments'],
    ]);
  });

  test('a balance decides, and so does a total that has them in it', () => {
    expect(charges(ledger('Amount|Adjustments|Balance', '100|-20|80', '200||200'))).toEqual([]);
    expect(charges(ledger('Amount|Adjustments|Total', '100|-20|80', '200||200'))).toEqual([]);
  });

  test('blank and zero ones are nothing to say', () => {
    expect(charges(ledger('Amount|Adjustments', '100|0', '200|'))).toEqual([]);
  });
});

describe('interest and fees beside what is owed', () => {
  test.each([
    'Interest',
    'Late fee',
    'Overdue interest',
    'Finance charges',
    'Penalty',
    '滞纳金',
    '违约金',
    '逾期利息',
  ])('an amount due that has %s in it says so', header => {
    expect(charges(ledger(`Amount|${header}|Total due`, '100|5|105', '200|2|202'))).toEqual([
      ['chargeCounted', 4, header],
    ]);
  });

  test('what was paid is taken off before', () => {
    expect(charges(ledger('Amount|Paid|Interest|Balance', '100|40|5|65', '200|200|2|2'))).toEqual([
      ['chargeCounted', 5, 'Interest'],
    ]);
  });

  test('a balance without it is the balance', () => {
    expect(charges(ledger('Amount|Paid|Interest|Balance', '100|40|5|60', '200|0|2|200'))).toEqual([]);
  });

  test('a total that is read as the amount has it in it', () => {
    expect(charges(ledger('Net amount|Interest|Total', '100|5|105', '200|2|202'))).toEqual([
      ['chargeCounted', 4, 'Interest'],
    ]);
  });

  test('amounts without it are said to leave it out', () => {
    expect(charges(ledger('Amount|Interest', '100|5', '200|2'))).toEqual([['chargeLeftOut', 4, 'Interest']]);
  });

  test('a balance whose header says so has it in it', () => {
    const header = 'Total due including late fees';
    expect(charges(ledger(`Invoice amount|${header}`, '100|65', '200|202'))).toEqual([
      ['chargeCounted', 4, header],
    ]);
  });

  test.each(['Amount due incl. interest', '应付金额(含滞纳金)'])(
    'a column called %s is not read in silence',
    header => {
      expect(charges(ledger(`Invoice amount|${header}`, '100|65', '200|202'))).toEqual([
        ['chargeLeftOut', 4, header],
      ]);
    },
  );

  test('the remark goes once the user says which column is open', () => {
    const cells = ledger('Amount|Interest|Total due', '100|5|105', '200|2|202');
    expect(remap(recogniseSheet(cells), 'openAmount', 3).chargesBeside).toBeUndefined();
  });
});
