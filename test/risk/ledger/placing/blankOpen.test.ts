/** What a blank means among amounts that say what is open, told by the other rows. */
import type { Cell, Ledger } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';

type Row = readonly Cell[];

function read(headers: string, rows: readonly Row[]): Ledger {
  const cells = [headers.split('|'), ...rows];
  return readLedger(cells, recogniseSheet(cells), { dateSystem: 1900 });
}

const openOf = (headers: string, rows: readonly Row[]) => {
  const { openAmount, scale, findings } = read(headers, rows);
  const remarks = findings.filter(({ kind }) => kind === 'blankSettled' || kind === 'blankOpen');
  return {
    open: [...openAmount].map(amount => amount / scale),
    remarks: remarks.map(({ kind, row, column }) => [kind, row, column]),
  };
};

const plain = 'Customer|Invoice|Invoice date|Due date|Amount|Open amount';
const invoice = (number: number, amount: number, open: Cell): Row => [
  'Acme',
  `A${number}`,
  46_000 + number,
  46_030 + number,
  amount,
  open,
];

test('a blank is settled where open rows say all of it and none says 0: the list shows no zeros', () => {
  expect(openOf(plain, [invoice(1, 100, 100), invoice(2, 200, ''), invoice(3, 300, 50)])).toEqual({
    open: [100, 0, 50],
    remarks: [['blankSettled', 2, 5]],
  });
});

test('a blank is open in full where settled rows say 0', () => {
  expect(openOf(plain, [invoice(1, 100, 100), invoice(2, 200, ''), invoice(3, 300, 0)])).toEqual({
    open: [100, Number.NaN, 0],
    remarks: [['blankOpen', 2, 5]],
  });
});

test('a blank is open in full where only the rest after part payments is noted', () => {
  expect(openOf(plain, [invoice(1, 100, 40), invoice(2, 200, null), invoice(3, 300, 50)])).toEqual({
    open: [40, Number.NaN, 50],
    remarks: [['blankOpen', 2, 5]],
  });
});

test('a column without a single amount says nothing', () => {
  expect(openOf(plain, [invoice(1, 100, ''), invoice(2, 200, '')]).remarks).toEqual([]);
});

test('what is no amount is no blank', () => {
  const { open, remarks } = openOf(plain, [
    invoice(1, 100, 100),
    invoice(2, 200, 'see note'),
    invoice(3, 300, '#N/A'),
  ]);
  expect(open).toEqual([100, Number.NaN, Number.NaN]);
  expect(remarks).toEqual([]);
});

test('payments and credits without an open amount are in what is open of invoices', () => {
  const rows: Row[] = [
    ['Acme', 'A1', 'Invoice', 46_001, 46_031, 200, 50],
    ['Acme', 'P1', 'Payment', 46_011, '', 150, ''],
    ['Acme', 'A2', 'Invoice', 46_012, 46_042, 80, 0],
    ['Acme', 'C1', 'Credit note', 46_013, '', 80, ''],
  ];
  const { open, remarks } = openOf('Customer|Num|Type|Date|Due date|Amount|Balance', rows);
  expect(open).toEqual([50, 0, 0, 0]);
  expect(remarks.map(([kind]) => kind)).toEqual(['blankSettled', 'blankSettled']);
});

test('a credit with a blank is open where others say what is open of them', () => {
  const rows: Row[] = [
    ['Acme', 'A1', 'Invoice', 46_001, 46_031, 200, 50],
    ['Acme', 'C1', 'Credit note', 46_011, '', 150, 30],
    ['Acme', 'C2', 'Credit note', 46_013, '', 80, ''],
  ];
  const { open } = openOf('Customer|Num|Type|Date|Due date|Amount|Balance', rows);
  expect(open).toEqual([50, -30, Number.NaN]);
});

test('a status that calls a row paid says it without a remark', () => {
  const rows: Row[] = [
    ['Acme', 'A1', 46_001, 46_031, 200, 50, 'Open'],
    ['Acme', 'A2', 46_002, 46_032, 300, '', 'Paid'],
    ['Acme', 'A3', 46_003, 46_033, 400, '', 'Open'],
  ];
  expect(openOf('Customer|Invoice|Invoice date|Due date|Amount|Open amount|Status', rows)).toEqual({
    open: [50, 0, Number.NaN],
    remarks: [['blankOpen', 3, 5]],
  });
});

test('amounts paid and days of payment say it where there are any', () => {
  const paid = openOf('Customer|Invoice date|Due date|Amount|Paid|Open amount', [
    ['Acme', 46_001, 46_031, 100, 0, 100],
    ['Acme', 46_002, 46_032, 200, 200, ''],
    ['Acme', 46_003, 46_033, 300, '', ''],
  ]);
  expect(paid).toEqual({ open: [100, 0, 300], remarks: [] });
  const dated = openOf('Customer|Invoice date|Due date|Amount|Paid date|Open amount', [
    ['Acme', 46_001, 46_031, 100, '', 100],
    ['Acme', 46_002, 46_032, 200, 46_040, ''],
    ['Acme', 46_003, 46_033, 300, '', ''],
  ]);
  expect(dated).toEqual({ open: [100, Number.NaN, Number.NaN], remarks: [] });
});
