/** What a currency is called decides which amounts are added and at which rate. */
import { describe, expect, test } from '@jest/globals';
import {
  currencyCode,
  currencySign,
  currencyWithin,
  isOpenSign,
} from '../../../../src/risk/ledger/cells/currencyCode';

test.each([
  ['CNY', 'rmb CNH 人民币 人民幣 CN¥ RMB¥ 元 cny'],
  ['USD', '美元 美金 US$ usd'],
  ['EUR', '欧元 歐元 € Euro'],
  ['HKD', '港元 港币 港幣 hk$'],
  ['JPY', '日元 日圆 日圓 JP¥'],
  ['GBP', '英镑 英鎊 £'],
  ['TWD', '新台币 新台幣 台币 NT$'],
  ['AUD', 'A$'],
  ['CAD', 'C$'],
  ['SGD', 'S$'],
])('%s', (code, written) => {
  for (const name of written.split(' ')) expect([name, currencyCode(name)]).toEqual([name, code]);
});

test('what has no code stays as it is written, and signs of several currencies are none', () => {
  expect(['Taler', '$', '¥', '', 7].map(currencyCode)).toEqual(['TALER', '$', '¥', '', '7']);
  expect(['$1,200', 'CN¥5', '5 €', ''].map(currencySign)).toEqual(['$', '¥', '', '']);
});

test('within a text, in either case, not as part of a word', () => {
  expect(['Amount (usd)', 'hk$ 5', '金额（美元）', 'Eurozone', 'RMB1,000'].map(currencyWithin)).toEqual([
    'USD',
    'HKD',
    'USD',
    '',
    'CNY',
  ]);
});

describe('a sign beside names says nothing', () => {
  test.each<[string, readonly string[], boolean]>([
    ['$', ['$'], true],
    ['$', ['$', ''], true],
    ['$', ['$', 'USD'], true],
    ['$', ['$', 'MXN', 'EUR'], true],
    ['$', ['$', 'EUR'], false],
    ['¥', ['¥', 'CNY'], true],
    ['¥', ['', '¥', 'JPY'], true],
    ['¥', ['¥', 'USD'], false],
    ['$', ['$', 'CNY'], false],
    // Nothing but a sign is open, and no sign is open beside another sign.
    ['USD', ['USD'], false],
    ['$', ['$', '¥'], false],
  ])('%s among %p: %p', (name, names, isOpen) => {
    expect(isOpenSign(name, names)).toBe(isOpen);
  });
});
