/** Everything that cells may say of how a sheet is read comes back as it was, and nothing that was not said is added. */
import { describe, expect, test } from '@jest/globals';
import { readingWords } from '../../../src/i18n/sheets/readingWords';
import type { Cell, Recognition } from '../../../src/risk/ledger/ledger';
import { recogniseAs } from '../../../src/risk/ledger/recognition/recogniseSheet';
import {
  type Reading,
  readStatedColumns,
  type StatedRow,
  statedFacts,
} from '../../../src/risk/tiering/statedColumns';

type Row = readonly Cell[];

const words = readingWords();
const header = ['Customer', 'Text', 'Due date', 'Amount', 'Discount'];
const ledger: Row[] = [header, ['Acme', 'Invoice', 45_030, 3, 1]];
const recognised = recogniseAs('ledger', ledger);

function read(said: readonly Row[], cells: readonly Row[] = ledger): Reading {
  const outcome = readStatedColumns(said, cells, words);
  if (!outcome.ok) throw new Error(outcome.problem.key);
  return outcome.value;
}

const columnsOf = ({ columns }: Recognition): StatedRow[] =>
  columns.map(({ field, column }) => [words.fields[field].en, column + 1]);

const facts = (reading: Reading) => statedFacts(reading, words, 'en');

describe.each(['en', 'zh'] as const)('facts in %s', language => {
  test('come back as they were said', () => {
    const recognition: Recognition = {
      ...recognised,
      moneyUnit: 10_000,
      typeWords: 0,
      agedAmounts: [3, 4],
      paidAmounts: [0, 4],
      customerGroups: 'heading',
      invoiceLines: 'repeated',
    };
    const reading: Reading = { recognition, currency: 'EUR', dateSystem: 1904 };
    const said = [...statedFacts(reading, words, language), ...columnsOf(recognition)];
    const back = read(said);
    expect([back.currency, back.dateSystem]).toEqual(['EUR', 1904]);
    const { moneyUnit, typeWords, agedAmounts, paidAmounts, customerGroups, invoiceLines } = recognition;
    expect(back.recognition).toMatchObject({
      kind: 'ledger',
      headerRow: 0,
      headers: header,
      moneyUnit,
      typeWords,
      agedAmounts,
      paidAmounts,
      customerGroups,
      invoiceLines,
    });
    // Said of the rows in another order, it is the same.
    expect(read(said.toReversed())).toEqual(back);
  });

  test('that are not so are not said, and nothing comes back of them', () => {
    const reading: Reading = { recognition: recognised, currency: null, dateSystem: 1900 };
    expect(statedFacts(reading, words, language)).toHaveLength(3);
    const back = read([...statedFacts(reading, words, language), ...columnsOf(recognised)]);
    expect([back.currency, back.dateSystem]).toEqual([null, 1900]);
    for (const fact of ['moneyUnit', 'typeWords', 'agedAmounts', 'paidAmounts', 'months', 'yearless'])
      expect(back.recognition).not.toHaveProperty(fact);
  });
});

test('a unit of 1, of 0 or in words changes no amount', () => {
  for (const unit of [1, 0, -1000, 'many'])
    expect(read([...columnsOf(recognised), ['Amounts count in', unit]]).recognition).not.toHaveProperty(
      'moneyUnit',
    );
});

test('columns that the sheet does not have are no part of a sum', () => {
  const { recognition } = read([...columnsOf(recognised), ['Also paid, in columns', '1, 5, 6, 0, 2.5, x']]);
  expect(recognition.paidAmounts).toEqual([0, 4]);
});

test('of a customer list is not said what only rows of documents have', () => {
  const list: Row[] = [
    ['Customer', 'Balance', 'Overdue'],
    ['Acme', 100, 20],
  ];
  const columns: Row[] = [
    ['Customer', 1],
    ['Exposure', 2],
  ];
  const ofDocuments: Row[] = [
    ['Words tell the type, in column', 1],
    ['Amounts are the sums of columns', '2, 3'],
    ['Also paid, in columns', '3'],
    ['Due date', 3],
  ];
  const kind: Row = ['Kind of sheet', words.kinds.customers.en];
  const { recognition } = read([kind, ...columns, ...ofDocuments], list);
  expect(recognition.columns.map(({ field, column, header: title }) => [field, column, title])).toEqual([
    ['customer', 0, 'Customer'],
    ['exposure', 1, 'Balance'],
  ]);
  for (const fact of ['typeWords', 'agedAmounts', 'paidAmounts'])
    expect(recognition).not.toHaveProperty(fact);
  expect(recognition.missing).toEqual([]);
  // Where nobody says what kind it is, columns that make no ledger are a list's, and those that do are a ledger's.
  expect(read(columns, list).recognition.kind).toBe('customers');
  expect(read(columnsOf(recognised)).recognition.kind).toBe('ledger');
  const withoutAmount = columnsOf(recognised).filter(([what]) => what !== 'Amount');
  const sums: Row = ['Amounts are the sums of columns', '4, 5'];
  expect(read([...withoutAmount, sums]).recognition).toMatchObject({ kind: 'ledger', missing: [] });
});

test('a customer of all rows stands back where a column names customers', () => {
  const stated: Row = ['Customer of all rows', 'Acme'];
  const named = read([...columnsOf(recognised), stated]);
  expect(named.recognition).not.toHaveProperty('statedCustomer');
  const unnamed = columnsOf(recognised).filter(([what]) => what !== 'Customer');
  expect(read([...unnamed, stated]).recognition.statedCustomer?.name).toBe('Acme');
  expect(read([...unnamed, stated]).recognition).toMatchObject({ kind: 'ledger', missing: [] });
  expect(read(unnamed).recognition).not.toHaveProperty('statedCustomer');
  expect(read(unnamed).recognition.missing).not.toEqual([]);
});

test.each([0, -1, 1.5, 6, 'x'])('%p is no column of the range', value => {
  const outcome = readStatedColumns([['Customer', value]], ledger, words);
  expect(outcome).toMatchObject({ ok: false, problem: { key: 'columnNotInData' } });
});

test('the facts of a reading without a kind or a header say so', () => {
  const recognition: Recognition = { ...recognised, kind: 'unknown', headerRow: -1 };
  expect(facts({ recognition, currency: null, dateSystem: 1900 })).toEqual([
    [words.facts.hasHeaders.en, 0],
    [words.facts.dateSystem.en, 1900],
  ]);
});
