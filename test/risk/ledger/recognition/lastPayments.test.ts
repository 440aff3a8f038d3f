/** The day of a customer's last payment settles none of its invoices. */
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { fieldsOf, owedIn } from '../../sheetLedger';

const day = 45_400;
const lists: readonly (readonly [string, Cell[][], Record<string, number>])[] = [
  [
    'an account of debits and credits',
    [
      ['Customer', 'Date', 'Document', 'Debit', 'Credit', 'Balance', 'Last payment date'],
      ['Acme Ltd', '', 'Opening balance', '', '', 40, day + 9],
      ['Acme Ltd', day, 'INV-1', 100, '', 140, day + 9],
      ['Acme Ltd', day + 5, 'RCT-1', '', 30, 110, day + 9],
      ['Beta GmbH', day, 'INV-3', 70, '', 70, ''],
    ],
    { 'Acme Ltd': 110, 'Beta GmbH': 70 },
  ],
  [
    'a list with headings of customers',
    [
      ['Date', 'Number', 'Due date', 'Amount', 'Last payment date'],
      ['Acme Ltd', '', '', '', ''],
      [day, '1', day, 100, day + 9],
      [day, '2', day, 110, day + 9],
      ['Beta GmbH', '', '', '', ''],
      [day, '4', day, 70, day + 20],
      [day + 1, '5', day, 71, day + 20],
    ],
    { 'Acme Ltd': 210, 'Beta GmbH': 141 },
  ],
  [
    'a list that says what is open',
    [
      ['客户名称', '发票号码', '到期日', '应收金额', '已收金额', '未收余额', '最近收款日期'],
      ['甲公司', '1', day, 100, 20, 80, day + 9],
      ['甲公司', '2', day, 110, 0, 110, day + 9],
      ['乙公司', '3', day, 50, 50, 0, day + 11],
    ],
    { 甲公司: 190, 乙公司: 0 },
  ],
  [
    'a list of one row for each customer',
    [
      ['Customer', 'Number', 'Due date', 'Amount', 'Last payment date'],
      ['Acme Ltd', '1', day, 100, day + 9],
      ['Beta GmbH', '2', day, 70, day - 40],
      ['Gamma', '3', day, 30, day + 2],
    ],
    { 'Acme Ltd': 100, 'Beta GmbH': 70, Gamma: 30 },
  ],
];

test.each(lists)('in %s', (_, cells, owed) => {
  expect(fieldsOf(cells)).not.toHaveProperty('paidDate');
  expect(owedIn(cells)).toEqual(owed);
});

test('where it is that of each invoice, it is the day on which that was paid', () => {
  const cells = [
    ['Customer', 'Number', 'Due date', 'Amount', 'Open amount', 'Last payment date'],
    ['Acme Ltd', '1', day, 100, 0, day + 9],
    ['Acme Ltd', '2', day, 110, 60, day + 12],
    ['Beta GmbH', '3', day, 70, 70, ''],
  ];
  expect(fieldsOf(cells)).toMatchObject({ paidDate: 5 });
  expect(owedIn(cells)).toEqual({ 'Acme Ltd': 60, 'Beta GmbH': 70 });
});
