import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';

const invoiceDateAmong = (headers: readonly string[], rows: readonly (readonly (string | number)[])[]) => {
  const columns = recogniseSheet([
    ['Customer', 'Amount', 'Due Dt', ...headers],
    ...rows.map((days, row) => [`C${row % 2}`, 100 + row, 46_150 + row, ...days]),
  ]).columns;
  return columns.find(({ field }) => field === 'invoiceDate')?.header;
};

const days = [
  [45_900, 46_120],
  [45_910, 46_121],
  [45_920, 46_122],
];

test.each([
  ['Order date', 'Inv Dt'],
  ['Order date', 'Date (UTC)'],
  ['Order date', 'Bill Dt'],
  ['Bestelldatum', 'Datum'],
  ['发货日期', '开票时间'],
])('%s stands back behind %s', (ordered, invoiced) => {
  expect(invoiceDateAmong([ordered, invoiced], days)).toBe(invoiced);
});

test('the day of an order is that of the invoice where nothing else says one', () => {
  expect(
    invoiceDateAmong(
      ['Order date', 'Remarks'],
      [
        [45_900, 'a'],
        [45_910, 'b'],
        [45_920, 'c'],
      ],
    ),
  ).toBe('Order date');
});

test('a day of invoices that few rows have leaves the day of orders', () => {
  const few = [
    [45_900, ''],
    [45_910, ''],
    [45_920, 46_122],
  ];
  expect(invoiceDateAmong(['Order date', 'Inv Dt'], few)).toBe('Order date');
});
