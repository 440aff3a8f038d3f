import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';

const paidAs = (paid: readonly (number | string)[], amounts: readonly number[]) => {
  const { columns } = recogniseSheet([
    ['Customer', 'Invoice date', 'Due date', 'Amount', 'Paid'],
    ...paid.map((cell, row) => [`C${row % 2}`, 45_800 + row, 45_830 + row, amounts[row]!, cell]),
  ]);
  return columns.find(({ header }) => header === 'Paid')?.field;
};

const small = [100, 200, 300];
const large = [90_000, 80_000, 70_000];

test('numbers among the days of the sheet are days', () => {
  expect(paidAs([45_817, 45_829, ''], small)).toBe('paidDate');
});

test('so are days with the time of day, where they are more than their invoices or finer than money', () => {
  expect(paidAs([45_817.75, 45_829.5, ''], small)).toBe('paidDate');
  expect(paidAs([45_817.75, '', ''], small)).toBe('paidDate');
  expect(paidAs([45_817.752_314_8, 45_829.5, ''], large)).toBe('paidDate');
});

test('money with cents that is no more than its invoices stays money', () => {
  expect(paidAs([45_817.75, 45_829.5, ''], large)).toBe('paidAmount');
});
