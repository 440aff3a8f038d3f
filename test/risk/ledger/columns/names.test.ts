import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { currencyCode, currencyWithin } from '../../../../src/risk/ledger/cells/currencyCode';
import { customerKey, looseCustomerKey } from '../../../../src/risk/ledger/cells/customerName';
import {
  CustomerRegister,
  sameCustomerOtherName,
} from '../../../../src/risk/ledger/columns/customerRegister';
import { headerWords } from '../../../../src/risk/ledger/recognition/headerText';
import { finishSlices } from '../../../../src/risk/slices';

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

describe('customers whose keys have one hash', () => {
  // Found by trying a million names.
  test.each([
    ['Acme 63hplq0w', 'Acme 9mqowx6o'],
    ['acme 63hplq0w', 'acme 9mqowx6o'],
  ])('stay two customers: %s and %s', (one, other) => {
    const register = new CustomerRegister();
    expect([one, other, one, other].map(name => register.codeOf(name))).toEqual([0, 1, 0, 1]);
    expect([one, other].map(name => register.codeOf(` ${name.toUpperCase()}`))).toEqual([0, 1]);
    expect(register.names).toEqual([one, other]);
  });
});

describe('the register', () => {
  test('gives one code to all names of one key, and no other', () => {
    const name = fc.oneof(
      fc.constantFrom(
        'Acme',
        'ACME',
        ' acme',
        'ＡＣＭＥ',
        '上海 明达',
        '上海　明达',
        'İ',
        'ß',
        'ﬁ',
        'fi',
        '１',
        '1',
      ),
      fc.string({ minLength: 1, unit: 'binary' }).filter(text => text.trim() !== ''),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 60 }), names => {
        const register = new CustomerRegister();
        const codes = new Map<string, number>();
        for (const text of names) {
          const key = customerKey(text);
          if (!codes.has(key)) codes.set(key, codes.size);
          expect(register.codeOf(text)).toBe(codes.get(key));
          expect(register.has(text)).toBe(true);
        }
        expect(register.names).toHaveLength(codes.size);
      }),
    );
  });
});
