import { likelyListInSlices } from '../../../../src/risk/ledger/recognition/likelyList';
import { finishSlices } from '../../../../src/risk/slices';

test.each<[string, unknown[][], boolean]>([
  [
    'limits of customers',
    [
      ['Customer', 'Credit limit'],
      ['Acme', 5000],
      ['Beta', 100],
    ],
    true,
  ],
  [
    'Chinese, below a title',
    [
      ['客户清单', ''],
      ['客户名称', '信用额度'],
      ['甲', 1],
      ['乙', 2],
    ],
    true,
  ],
  [
    'numbers of customers only',
    [
      ['Customer no.', 'Contract end'],
      [17, 45000],
      [18, 45100],
    ],
    true,
  ],
  [
    'a ledger that repeats limits',
    [
      ['Customer', 'Invoice no.', 'Due date', 'Amount', 'Credit limit'],
      ['Acme', 'I-1', 45000, 5, 100],
      ['Beta', 'I-2', 45001, 6, 200],
    ],
    false,
  ],
  [
    'names and nothing else',
    [
      ['Customer', 'Remark'],
      ['Acme', 'kind'],
      ['Beta', 'slow'],
    ],
    false,
  ],
  [
    'the same customer again and again',
    [
      ['Customer', 'Region'],
      ['Acme', 'N'],
      ['Acme', 'S'],
    ],
    false,
  ],
  [
    'one customer',
    [
      ['Customer', 'Credit limit'],
      ['Acme', 5000],
    ],
    false,
  ],
  ['headers only', [['Customer', 'Credit limit']], false],
  ['notes', [['Remember', 'the milk']], false],
  ['nothing', [], false],
])('%s', (_, cells, expected) => {
  expect(finishSlices(likelyListInSlices(cells)) !== null).toBe(expected);
});
