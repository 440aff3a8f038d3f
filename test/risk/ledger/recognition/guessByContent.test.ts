import type { Cell } from '../../../../src/risk/ledger/ledger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';

const customerOf = (cells: readonly (readonly Cell[])[]) => {
  const { columns, customerGroups } = recogniseSheet(cells);
  const customer = columns.find(({ field }) => field === 'customer');
  return { header: customer?.header, customerGroups };
};

const entries: readonly (readonly Cell[])[] = [
  ['Sales North', 'Acme Ltd', 46_000, 46_030, 100],
  ['Sales South', 'Birch Co', 46_001, 46_031, 200],
  ['Sales North', 'Acme Ltd', 46_002, 46_032, 300],
  ['Sales South', 'Birch Co', 46_003, 46_033, 400],
];

test.each(['Department', 'Cost center', 'Product', '部门', '项目名称', '制单人'])(
  'a column called %s is taken for customers behind another column of texts',
  header => {
    const cells = [[header, 'Whose', 'Invoice date', 'Due date', 'Amount'], ...entries];
    expect(customerOf(cells).header).toBe('Whose');
  },
);

test('where nothing else can be, sites are the customers', () => {
  const cells = [
    ['项目名称', '开票日期', '到期日', '金额'],
    ...entries.map(([site, , ...rest]) => [site, ...rest]),
  ];
  expect(customerOf(cells).header).toBe('项目名称');
});

test('customers in headings come before texts that repeat', () => {
  const cells = [
    ['Date', 'Due date', 'Ledger group', 'Amount'],
    ['Acme Ltd', '', '', ''],
    [46_000, 46_030, 'Sales North', 100],
    [46_001, 46_031, 'Sales South', 200],
    ['Birch Co', '', '', ''],
    [46_002, 46_032, 'Sales North', 300],
    [46_003, 46_033, 'Sales South', 400],
  ];
  expect(customerOf(cells)).toEqual({ header: 'Date', customerGroups: 'heading' });
});
