import { expect, test } from '@jest/globals';
import { listFitInSlices } from '../../../src/risk/join/listFit';
import type { LedgerCustomers } from '../../../src/risk/join/matchCustomers';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { finishSlices } from '../../../src/risk/slices';

const listFit = (cells: readonly (readonly Cell[])[], ledger: LedgerCustomers): number =>
  finishSlices(listFitInSlices(cells, ledger));

const list = (...customers: readonly Cell[][]): Cell[][] => [
  ['Account', 'Customer', 'Credit limit'],
  ...customers.map((customer, entry) => [...customer, 1000 * (entry + 1)]),
];

test('the share of a list whom the ledger names, by similar name or by number', () => {
  const ledger = { names: ['ACME Limited', '苏州恒力机械有限公司', 'Beta'], numbers: ['0017', '18', ''] };
  expect(listFit(list(['A1', 'Acme Co., Ltd.'], ['A2', 'Gamma']), ledger)).toBe(0.5);
  expect(listFit(list(['17', 'Renamed'], ['18', '苏州恒力机械']), ledger)).toBe(1);
  expect(listFit(list(['A1', 'Müller GmbH'], ['A2', 'Huber AG']), ledger)).toBe(0);
});

test('a ledger that knows its customers only by number has that as their name', () => {
  expect(listFit(list(['00123', 'Zero Lead plc'], ['124', 'Other']), { names: ['123', '999'] })).toBe(0.5);
});

test('a sheet that is no list fits nothing', () => {
  expect(listFit([['Remember', 'the milk']], { names: ['Acme'] })).toBeNaN();
  expect(listFit([], { names: [] })).toBeNaN();
});
