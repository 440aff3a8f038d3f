/** What stands above a table, or is worked out from its headers, goes into the cells that say how a sheet is read, and comes back from them. */
import { expect, test } from '@jest/globals';
import { readingWords } from '../../../src/i18n/sheets/readingWords';
import { readCustomerList } from '../../../src/risk/ledger/customerList/customerList';
import type { Cell, Recognition } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { readStatedColumns, statedFacts } from '../../../src/risk/tiering/statedColumns';
import { allExports } from '../ledger/exports/allExports';
import { exportedOn } from '../ledger/exports/exportedSheet';

type Row = readonly Cell[];

const words = readingWords();

/** The reading as a formula has it: of the range from the header down, by what cells say. */
function statedReading(cells: readonly Row[], recognition: Recognition, language: 'en' | 'zh'): Recognition {
  const said = [
    ...statedFacts({ recognition, currency: null, dateSystem: 1900 }, words, language),
    ...recognition.columns.map(({ field, column }) => [words.fields[field][language], column + 1]),
  ];
  const read = readStatedColumns(said, cells.slice(recognition.headerRow), words);
  if (!read.ok) throw new Error(read.problem.key);
  return read.value.recognition;
}

test.each(['en', 'zh'] as const)('the year of a heading above the table (%s)', language => {
  const cells: Row[] = [
    ['会计期间：2023.07-2024.06', '', '', ''],
    ['月', '日', '客户', '金额'],
    [8, 5, '甲公司', 100],
    [2, 29, '甲公司', 50],
  ];
  const whole = recogniseSheet(cells);
  const stated = statedReading(cells, whole, language);
  const days = (rows: readonly Row[], recognition: Recognition) => [
    ...readLedger(rows, recognition, { dateSystem: 1900 }).invoiceDate,
  ];
  expect(days(cells.slice(1), stated)).toEqual(days(cells, whole));
  expect(days(cells.slice(1), stated)).toEqual([45_143, 45_351]);
});

test.each(['en', 'zh'] as const)('ages whose group says that they are overdue (%s)', language => {
  const cells: Row[] = [
    ['客户名称', '应收余额', '逾期账龄', '', ''],
    ['', '', '1-30天', '31-60天', '60天以上'],
    ['甲公司', 500, 100, 50, 0],
    ['乙公司', 80, 0, 0, 80],
  ];
  const whole = recogniseSheet(cells);
  const stated = statedReading(cells, whole, language);
  const overdue = (rows: readonly Row[], recognition: Recognition) => [
    ...readCustomerList(rows, recognition, { dateSystem: 1900 }).numbers.overdue,
  ];
  expect(overdue(cells.slice(1), stated)).toEqual(overdue(cells, whole));
  expect(overdue(cells.slice(1), stated)).toEqual([150, 80]);
});

test.each(['en', 'zh'] as const)('the customer that a line above the table names (%s)', language => {
  const cells: Row[] = [
    ['Customer: =Acme Ltd', '', ''],
    ['Due date', 'Invoice', 'Amount'],
    [45_000, 'INV-1', 100],
    [45_031, 'INV-2', 50],
  ];
  const whole = recogniseSheet(cells);
  const stated = statedReading(cells, whole, language);
  expect(stated.missing).toEqual([]);
  const read = (rows: readonly Row[], recognition: Recognition) =>
    readLedger(rows, recognition, { dateSystem: 1900 }).customers;
  expect(read(cells.slice(1), stated)).toEqual(read(cells, whole));
  expect(read(cells.slice(1), stated)).toEqual(['=Acme Ltd']);
});

test.each(allExports)('what %s says of its customers', (_, { cells, owed }) => {
  const whole = recogniseSheet(cells);
  for (const language of ['en', 'zh'] as const) {
    const stated = statedReading(cells, whole, language);
    const measure = (rows: readonly Row[], recognition: Recognition) =>
      measureLedger(readLedger(rows, recognition, { dateSystem: 1900 }), exportedOn, defaultPolicy);
    const { customers, metrics } = measure(cells.slice(whole.headerRow), stated);
    expect(customers).toEqual(Object.keys(owed));
    customers.forEach((name, index) => {
      expect(metrics.exposure[index]).toBeCloseTo(owed[name]!, 6);
    });
    expect(metrics.overdue).toEqual(measure(cells, whole).metrics.overdue);
  }
});
