import { expect, test } from '@jest/globals';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { remap, switchKind } from '../../../../src/risk/ledger/recognition/remap';

const cells = [
  ['Customer', 'Invoice no', 'Due date', 'Other date', 'Amount', 'Balance'],
  ['Acme', 'A1', 45000, 45010, 10, 5],
  ['Acme', 'A2', 45001, 45011, 20, 0],
];
const recognition = recogniseSheet(cells);
const columnOf = (changed: typeof recognition, field: string) =>
  changed.columns.find(mapping => mapping.field === field)?.column;

test('a field moves to the column the user says, with certainty', () => {
  const changed = remap(recognition, 'dueDate', 3);
  expect(changed.columns.find(({ field }) => field === 'dueDate')).toEqual({
    field: 'dueDate',
    column: 3,
    header: 'Other date',
    confidence: 1,
  });
  expect(changed.columns.filter(({ column }) => column === 2)).toEqual([]);
  expect(changed.missing).toEqual([]);
});

test('the column loses what it meant before', () => {
  const changed = remap(recognition, 'openAmount', 4);
  expect(columnOf(changed, 'openAmount')).toBe(4);
  expect(columnOf(changed, 'amount')).toBeUndefined();
});

test('taking a field away makes it missing, giving it back mends that', () => {
  const without = remap(recognition, 'customer', null);
  expect(without.missing).toEqual(['customer']);
  expect(remap(without, 'customer', 0).missing).toEqual([]);
});

test('a column that is not there takes the field away', () => {
  expect(columnOf(remap(recognition, 'customer', 99), 'customer')).toBeUndefined();
});

test('the recognition itself is not changed', () => {
  const before = structuredClone(recognition);
  remap(recognition, 'dueDate', 3);
  expect(recognition).toEqual(before);
});

test('switching the kind maps anew and keeps what the user said', () => {
  const switched = switchKind(remap(recognition, 'customer', 1), 'customers', cells);
  expect(switched.kind).toBe('customers');
  expect(columnOf(switched, 'customer')).toBe(1);
  expect(columnOf(switched, 'exposure')).toBe(5);
  expect(columnOf(switched, 'document')).toBeUndefined();
  expect(switchKind(recognition, 'ledger', cells)).toBe(recognition);
});
