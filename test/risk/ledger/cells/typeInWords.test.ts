import { expect, test } from '@jest/globals';
import { typeInWords } from '../../../../src/risk/ledger/cells/typeInWords';

test.each([
  '收款',
  '收到货款',
  '收回货款',
  '收甲公司货款',
  '收到甲公司汇款',
  '收甲公司承兑汇票',
  '回款',
  '银行收款',
  '现金收款',
  '部分回款',
  '收款单',
  '收款（工行）',
  '预收款',
  '預收貨款',
  '到账',
  'Payment',
  'payment received',
  'Payment received - thank you',
  'Payment - Thank you',
  'Customer payment',
  'Cheque received',
  'Bank payment from Acme Ltd',
  'Payment ref 88123',
  'Payment on account',
  'Receipt no. 17',
  'Partial payment',
  'Received with thanks',
])('%s is money that came in', text => {
  expect(typeInWords(text)).toBe('payment');
});

test.each([
  '',
  '销售',
  '应收货款',
  '未收款',
  '待收款',
  '已收款',
  '收取服务费',
  '收取加工款',
  '收购款',
  '收入',
  '收款方式：电汇',
  '收款计划',
  '退款',
  '付款',
  '货款',
  '收银机2台',
  'Payment terms 30 days',
  'Consulting, payment terms 30 days',
  'Payment 1 of 3',
  'Payment processing fee',
  'Payment plan',
  'Payment for consulting',
  'Prepayment invoice',
  'Deposit',
  'Receipt printer',
  'Paid',
  'Widgets',
  17,
  null,
  '退货运费险',
  'Returns handling fee',
  'Credit insurance',
  'Bad debt consulting',
  `Payment${' from x'.repeat(9)}`,
])('%s is an invoice', text => {
  expect(typeInWords(text)).toBe('invoice');
});

test.each([
  '退货',
  '销售退货',
  '退貨單',
  '红字发票',
  '红冲',
  '销售折让',
  'Credit note',
  'Credit note CN-4',
  'Credit memo #12',
  'Sales return',
  'Goods returned',
])('%s is a credit note', text => {
  expect(typeInWords(text)).toBe('creditNote');
});

test.each(['坏账核销', '坏账', '壞賬核銷', 'Bad debt', 'Write-off', 'Bad debt written off'])(
  '%s is a write-off',
  text => {
    expect(typeInWords(text)).toBe('writeOff');
  },
);
