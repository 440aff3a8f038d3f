/** What stands between the entries of printed lists changes nothing, wherever it stands and however the list names its customers. */

import { isNoteLine } from '../../../../src/risk/ledger/layouts/noteLine';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { owedIn } from '../../sheetLedger';

type Row = readonly Cell[];
const day = 45_400;

interface List {
  readonly name: string;
  /** The place of the header. */
  readonly header: number;
  readonly cells: readonly Row[];
  readonly owed: Readonly<Record<string, number>>;
}

const owed = { 'Acme Ltd': 260, 'Beta GmbH': 141, 甲公司: 15 };
const header = ['Date', 'Number', 'Due date', 'Amount'];
const acme: readonly Row[] = [
  [day, '1', day, 100],
  [day, '2', day, 110],
  [day, '3', day, 50],
];
const beta: readonly Row[] = [
  [day, '4', day, 70],
  [day + 1, '5', day, 71],
];
const chinese: readonly Row[] = [
  [day, '6', day, 7],
  [day, '7', day, 8],
];

/** Every customer's rows below a heading. */
const headed = (heading: (name: string, sum: number) => Row): readonly Row[] => [
  heading('Acme Ltd', 260),
  ...acme,
  heading('Beta GmbH', 141),
  ...beta,
  heading('甲公司', 15),
  ...chinese,
];

const lists: readonly List[] = [
  {
    name: 'headings',
    header: 1,
    cells: [['Open items', '', '', ''], header, ...headed(name => [name, '', '', ''])],
    owed,
  },
  {
    name: 'headings and sums below',
    header: 0,
    cells: [
      header,
      ...[
        { name: 'Acme Ltd', rows: acme, sum: 260 },
        { name: 'Beta GmbH', rows: beta, sum: 141 },
        { name: '甲公司', rows: chinese, sum: 15 },
      ].flatMap(({ name, rows, sum }) => [[name, '', '', ''], ...rows, [`Total ${name}`, '', '', sum]]),
    ],
    owed,
  },
  {
    name: 'headings with sums, above dates of which several are the same',
    header: 0,
    cells: [header, ...headed((name, sum) => [name, '', '', sum])],
    owed,
  },
  {
    name: 'names in the first rows',
    header: 0,
    cells: [
      ['Customer', 'Number', 'Invoice date', 'Due date', 'Amount'],
      ...[acme, beta, chinese].flatMap((rows, group) =>
        rows.map(([on, number, due, amount], index) => [
          index === 0 ? Object.keys(owed)[group] : '',
          number,
          on,
          due,
          amount,
        ]),
      ),
    ],
    owed,
  },
  {
    name: 'names in every row',
    header: 0,
    cells: [
      ['Customer', 'Number', 'Due date', 'Amount'],
      ...[acme, beta, chinese].flatMap((rows, group) =>
        rows.map(([, number, due, amount]) => [Object.keys(owed)[group], number, due, amount]),
      ),
    ],
    owed,
  },
  {
    name: 'accounts below headings',
    header: 0,
    cells: [
      ['Date', 'Document', 'Debit', 'Credit', 'Balance'],
      ['Acme Ltd', '', '', '', ''],
      ['', 'Opening balance', '', '', 40],
      [day, 'INV-1', 100, '', 140],
      [day + 5, 'RCT-1', '', 30, 110],
      ['Beta GmbH', '', '', '', ''],
      ['', 'Opening balance', '', '', 0],
      [day, 'INV-3', 70, '', 70],
    ],
    owed: { 'Acme Ltd': 110, 'Beta GmbH': 70 },
  },
  {
    name: '借贷账',
    header: 0,
    cells: [
      ['客户', '日期', '凭证号', '摘要', '借方', '贷方', '余额'],
      ['甲公司', '', '', '期初余额', '', '', 40],
      ['甲公司', day, '记-1', '销售', 100, '', 140],
      ['甲公司', day + 5, '记-3', '收款', '', 30, 110],
      ['乙公司', '', '', '期初余额', '', '', 0],
      ['乙公司', day, '记-4', '销售', 70, '', 70],
    ],
    owed: { 甲公司: 110, 乙公司: 70 },
  },
];

const notes = [
  'Page 2 of 3',
  '2 / 3',
  '- 2 -',
  '第 2 页 共 3 页',
  'Printed on 31/05/2024',
  '31/05/2024 10:22',
  '制表人：张三',
  'User: ANNA',
  'Notes: net of VAT',
  '=====',
  '***',
  'Continued on next page',
  '转下页',
  '*** End of report ***',
  '——以下空白——',
];

describe.each(lists)('in a list with $name', ({ header: headerRow, cells, owed: expected }) => {
  const width = cells[headerRow].length;
  const alone = (text: string, at: number): Row =>
    Array.from({ length: width }, (_, column) => (column === at ? text : ''));
  const lines: readonly (readonly [string, readonly Row[]])[] = [
    ...notes.flatMap(note => [0, 1, width - 1].map(at => [note, [alone(note, at)]] as const)),
    ['a line', [cells[headerRow].map(() => '------')]],
    ['a page break', [alone('Page 1', 0), alone('', 0), cells[headerRow], alone('', 0)]],
  ];

  test.each(lines)('%s stands for nothing', (_, line) => {
    expect(owedIn(cells)).toEqual(expected);
    for (let at = headerRow + 2; at <= cells.length; at += 1) {
      const sheet = [...cells.slice(0, at), ...line, ...cells.slice(at)];
      expect([at, owedIn(sheet)]).toEqual([at, expected]);
    }
  });
});

test.each([
  '10023',
  '10023-01',
  'Gamma',
  'Confidential Partners Ltd',
  'Continued Care',
  '续航科技',
  'A',
  '3M',
  'User Group: North',
])('%s may be a customer', name => {
  const isCustomer = !isNoteLine([name, '', '']);
  expect([name, isCustomer]).toEqual([name, name !== 'User Group: North']);
});
