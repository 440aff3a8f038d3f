import { describe, expect, test } from '@jest/globals';
import { readDocumentType } from '../../../src/risk/ledger/cells/documentType';
import { readDisputed } from '../../../src/risk/ledger/cells/readDisputed';
import { readExcluded } from '../../../src/risk/ledger/cells/readExcluded';
import { readTermsDays } from '../../../src/risk/ledger/cells/readTerms';
import { isTotalLabel, nameOfSubtotal } from '../../../src/risk/ledger/cells/totalRow';
import type { Cell } from '../../../src/risk/ledger/ledger';

describe('readTermsDays', () => {
  test.each<[Cell, number]>([
    [30, 30],
    [0, 0],
    ['30', 30],
    ['Net 30', 30],
    ['NET30', 30],
    ['2/10 Net 30', 30],
    ['2/10, n/45', 45],
    ['45 days', 45],
    ['30天', 30],
    ['月结60天', 60],
    ['3个月', 90],
    ['COD', 0],
    ['现结', 0],
    ['Due on receipt', 0],
  ])('%p is %p days', (cell, days) => {
    expect(readTermsDays(cell)).toBe(days);
  });

  test.each<[Cell]>([[''], [null], ['by agreement'], [-5], [45000], [true], ['2024-03-05'], ['#N/A']])(
    '%p says nothing',
    cell => {
      expect(readTermsDays(cell)).toBeNaN();
    },
  );
});

test.each<[Cell, boolean]>([
  ['Yes', true],
  ['y', true],
  ['TRUE', true],
  [true, true],
  [1, true],
  ['1', true],
  ['是', true],
  ['争议', true],
  ['爭議中', true],
  ['Ｙ', true],
  ['No', false],
  ['否', false],
  [false, false],
  [0, false],
  ['', false],
  [null, false],
  ['#N/A', false],
  ['无争议', false],
])('disputed: %p is %p', (cell, expected) => {
  expect(readDisputed(cell)).toBe(expected);
});

test.each<[Cell, boolean]>([
  ['Yes', true],
  ['✓', true],
  [true, true],
  [1, true],
  ['是', true],
  ['Intercompany', true],
  ['INTER-COMPANY', true],
  ['related party', true],
  ['关联方', true],
  ['關聯方', true],
  ['内部往来', true],
  ['现金客户', true],
  ['剔除', true],
  ['No', false],
  ['否', false],
  ['third party', false],
  ['非关联方', false],
  ['', false],
  [null, false],
  ['#N/A', false],
  [2, false],
])('excluded: %p is %p', (cell, expected) => {
  expect(readExcluded(cell)).toBe(expected);
});

test.each<[Cell, string]>([
  ['Invoice', 'invoice'],
  ['发票', 'invoice'],
  ['蓝字发票', 'invoice'],
  ['', 'invoice'],
  [null, 'invoice'],
  ['Debit memo', 'invoice'],
  ['Credit note', 'creditNote'],
  ['CREDIT MEMO', 'creditNote'],
  ['CN', 'creditNote'],
  ['红字发票', 'creditNote'],
  ['貸項通知單', 'creditNote'],
  ['销售退货', 'creditNote'],
  ['Payment', 'payment'],
  ['Customer receipt', 'payment'],
  ['Credit card payment', 'payment'],
  ['收款', 'payment'],
  ['收款单', 'payment'],
  ['银行回款', 'payment'],
  ['核销', 'payment'],
  ['收款核销', 'payment'],
  ['预收单', 'payment'],
  ['預收款', 'payment'],
  ['收款退款单', 'debit'],
  ['Bad debt recovered', 'payment'],
  ['Write-off', 'writeOff'],
  ['Writeoff', 'writeOff'],
  ['Bad Debt', 'writeOff'],
  ['坏账核销', 'writeOff'],
  ['壞賬', 'writeOff'],
  ['坏账损失', 'writeOff'],
])('type %p is %p', (cell, type) => {
  expect(readDocumentType(cell)).toBe(type);
});

describe('totals', () => {
  test.each([
    'Total',
    'Totals:',
    'Sub-total',
    'sub total',
    'GRAND TOTAL',
    '合计',
    '合　计',
    '總計：',
    '本页合计',
    '合计金额',
    '*',
    '**',
  ])('%p is a total', label => {
    expect(isTotalLabel(label)).toBe(true);
  });

  test.each(['Total Energies', 'Totalling Ltd', '合计划科技', 'Acme', '', null, 5, 'Sumitomo'])(
    '%p is none',
    label => {
      expect(isTotalLabel(label)).toBe(false);
    },
  );

  test('a subtotal names its customer', () => {
    expect(nameOfSubtotal('Acme Total')).toBe('Acme');
    expect(nameOfSubtotal('明达 汇总')).toBe('明达');
    expect(nameOfSubtotal('Total Acme')).toBe('Acme');
    expect(nameOfSubtotal('Totalling Acme')).toBeNull();
    expect(nameOfSubtotal('Acme')).toBeNull();
  });
});
