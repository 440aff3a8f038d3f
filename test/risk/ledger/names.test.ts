import { describe, expect, test } from '@jest/globals';
import { currencyCode, currencyWithin } from '../../../src/risk/ledger/currencyCode';
import { customerKey, looseCustomerKey } from '../../../src/risk/ledger/customerName';
import { CustomerRegister, sameCustomerOtherName } from '../../../src/risk/ledger/customerRegister';
import { headerWords } from '../../../src/risk/ledger/headerText';
import { finishSlices } from '../../../src/risk/slices';

describe('customerKey', () => {
  test('folds case, spaces and width only', () => {
    expect(customerKey(' ＡＣＭＥ  Co ')).toBe('acme co');
    expect(customerKey('Acme Co.')).not.toBe(customerKey('Acme Co'));
  });
});

describe('looseCustomerKey', () => {
  test.each([
    ['Acme Co., Ltd.', 'acme'],
    ['ACME LTD', 'acme'],
    ['Acme, Inc.', 'acme'],
    ['Acme Company Limited', 'acme'],
    ['Müller GmbH & Co. KG', 'müller'],
    ['Société X S.A.R.L.', 'sociétéx'],
    ['上海明达贸易有限公司', '上海明达贸易'],
    ['上海明达贸易股份有限公司', '上海明达贸易'],
    ['上海明达（贸易）有限责任公司', '上海明达贸易'],
    ['Texaco', 'texaco'],
    ['Visa', 'visa'],
    ['Co Ltd', 'coltd'],
    ['有限公司', '有限公司'],
    ['1001', '1001'],
  ])('%s → %s', (name, key) => {
    expect(looseCustomerKey(name)).toBe(key);
  });

  test('keeps different customers apart', () => {
    expect(
      finishSlices(
        sameCustomerOtherName(['Acme Steel Ltd', 'Acme Wood Ltd', '明达贸易有限公司', '明达物流有限公司']),
      ),
    ).toEqual([]);
  });
});

test('the register keeps the first spelling', () => {
  const register = new CustomerRegister();
  expect(['Acme', 'acme ', 7, '7', 'Beta'].map(cell => register.codeOf(cell))).toEqual([0, 0, 1, 1, 2]);
  expect(register.names).toEqual(['Acme', '7', 'Beta']);
  expect(register.has('BETA')).toBe(true);
  expect(register.has('Gamma')).toBe(false);
});

describe('currencies', () => {
  test.each([
    ['usd', 'USD'],
    ['RMB', 'CNY'],
    ['人民币', 'CNY'],
    ['US$', 'USD'],
    ['港幣', 'HKD'],
    ['$', '$'],
    ['', ''],
    [null, ''],
  ])('%p is %p', (cell, code) => {
    expect(currencyCode(cell)).toBe(code);
  });

  test.each([
    ['Amount (USD)', 'USD'],
    ['金额（人民币）', 'CNY'],
    ['US$ 1,200', 'USD'],
    ['100CNY', 'CNY'],
    ['Amount in EURO zone', ''],
    ['$5', ''],
    ['金额（元）', ''],
  ])('%p names %p', (text, code) => {
    expect(currencyWithin(text)).toBe(code);
  });
});

describe('headerWords', () => {
  test.each([
    ['InvoiceAmount', 'invoice amount'],
    ['customerID', 'customer id'],
    ['INVOICE_DATE', 'invoice date'],
    ['Amount (USD)', 'amount'],
    ['應收金額（元）', '应收金额'],
    ['Ｄｕｅ　Ｄａｔｅ：', 'due date'],
    ['客 户 名 称', '客户名称'],
    ['应收帐款', '应收账款'],
    ['Overdue %', 'overdue %'],
    ['(Amount)', 'amount'],
    ['Invoice\nno.', 'invoice no'],
    ['', ''],
    [null, ''],
  ])('%p → %p', (header, words) => {
    expect(headerWords(header)).toBe(words);
  });
});

describe('customers whose names have one hash', () => {
  test('stay two customers', () => {
    const register = new CustomerRegister();
    const [one, other] = ['Acme so98ibqrd', 'Acme pajf25z23'];
    expect([one, other, one, other].map(name => register.codeOf(name))).toEqual([0, 1, 0, 1]);
  });
});
