import { readCustomerList } from '../../../../src/risk/ledger/customerList/customerList';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';

function overdueOf(rows: readonly (readonly Cell[])[]) {
  const cells = [['Customer', 'Credit limit', 'Balance', 'Overdue'], ...rows];
  const { numbers, findings } = readCustomerList(cells, recogniseSheet(cells), { dateSystem: 1900 });
  return {
    overdue: [...numbers.overdue],
    remarks: findings.filter(({ kind }) => kind === 'blankOverdue').map(({ row, column }) => [row, column]),
  };
}

test('blanks are 0 where others say what is overdue and none says 0', () => {
  const rows = [
    ['Acme Ltd', 5000, 1000, 200],
    ['Birch Co', 5000, 500, ''],
    ['Cole plc', 5000, '', ''],
  ];
  expect(overdueOf(rows)).toEqual({ overdue: [200, 0, Number.NaN], remarks: [[2, 3]] });
});

test('beside a 0 a blank is not known', () => {
  const rows = [
    ['Acme Ltd', 5000, 1000, 200],
    ['Birch Co', 5000, 500, ''],
    ['Cole plc', 5000, 700, 0],
  ];
  expect(overdueOf(rows)).toEqual({ overdue: [200, Number.NaN, 0], remarks: [] });
});

test('what is no amount is not known either', () => {
  const rows = [
    ['Acme Ltd', 5000, 1000, 200],
    ['Birch Co', 5000, 500, 'see note'],
  ];
  expect(overdueOf(rows)).toEqual({ overdue: [200, Number.NaN], remarks: [] });
});

test('a column without a single amount says nothing', () => {
  const rows = [
    ['Acme Ltd', 5000, 1000, ''],
    ['Birch Co', 5000, 500, ''],
  ];
  expect(overdueOf(rows)).toEqual({ overdue: [Number.NaN, Number.NaN], remarks: [] });
});

test('columns of ages say what is overdue themselves', () => {
  const cells = [
    ['Customer', 'Balance', 'Overdue', 'Current', '1-30', '31-60', '61-90', '90+'],
    ['Acme Ltd', 1000, 200, 800, 200, '', '', ''],
    ['Birch Co', 500, '', 200, '', 300, '', ''],
  ];
  const { numbers, findings } = readCustomerList(cells, recogniseSheet(cells), { dateSystem: 1900 });
  expect([...numbers.overdue]).toEqual([200, 300]);
  expect(findings).toEqual([]);
});
