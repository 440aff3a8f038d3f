import { listFindings } from '../../../src/risk/join/listFindings';
import { matchCustomersInSlices } from '../../../src/risk/join/matchCustomers';
import { readCustomerList } from '../../../src/risk/ledger/customerList/customerList';
import { countFindings } from '../../../src/risk/ledger/findings/countFindings';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { recogniseAs } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { finishSlices } from '../../../src/risk/slices';

function remarksOf(cells: Cell[][]) {
  const recognition = recogniseAs('customers', cells);
  const list = readCustomerList(cells, recognition, { dateSystem: 1900 });
  const matches = finishSlices(matchCustomersInSlices({ names: ['Acme'] }, list));
  return listFindings(list, recognition, matches);
}

test('names what cannot be read and the rows that repeat a customer, by number as by name', () => {
  const { findings } = remarksOf([
    ['Customer', 'Customer number', 'Credit limit'],
    ['Acme', 'C-1', 'n.a. yet'],
    ['Beta', 'C-2', 500],
    ['Acme Holding', 'C-1', 700],
    ['Beta', 'C-3', 500],
    ['acme ', '', 500],
  ]);
  expect(findings.map(({ kind, row, column, found }) => [kind, row, column, found])).toEqual([
    ['unreadableAmount', 1, 2, 'n.a. yet'],
    // Two numbers of one name are two customers; C-1 and the name without a number are not.
    ['duplicateCustomer', 3, 0, 'Acme Holding'],
    ['duplicateCustomer', 5, 0, 'acme'],
  ]);
});

test('counts what is too much to be listed', () => {
  const rows = Array.from({ length: 1_500 }, (): Cell[] => ['Acme', '1,500.00']);
  const remarks = remarksOf([['Customer', 'Credit limit'], ...rows]);
  expect(remarks.findings).toHaveLength(2_000);
  expect(Object.fromEntries(countFindings(remarks))).toEqual({ textAmount: 1_500, duplicateCustomer: 1_499 });
});

test('leaves out what does not count once a ledger is joined', () => {
  const { findings } = remarksOf([
    ['Customer', 'Balance', 'Current', '1-30', '31-60', 'Over 60'],
    ['Acme', 100, 50, 0, 0, 0],
  ]);
  expect(findings).toEqual([]);
});
