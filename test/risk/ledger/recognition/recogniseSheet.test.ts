import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell, Recognition } from '../../../../src/risk/ledger/ledger';
import { recogniseAs, recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';

const mapping = (recognition: Recognition): Record<string, number> =>
  Object.fromEntries(recognition.columns.map(({ field, column }) => [field, column]));

/** Twelve invoices of four customers, by what each column holds. */
const invoices = Array.from({ length: 12 }, (_, index) => ({
  customer: ['Acme Ltd', '上海明达贸易有限公司', 'Borealis', 'Cobalt GmbH'][index % 4],
  number: `INV-${1000 + index}`,
  invoiced: 45_000 + index * 3,
  due: 45_030 + index * 3,
  paid: index % 3 === 0 ? '' : 45_040 + index * 3,
  amount: 100.5 + index * 17.25,
  open: index % 3 === 0 ? 100.5 + index * 17.25 : 0,
  disputed: index === 5 ? 'Yes' : 'No',
  currency: 'USD',
}));
type Invoice = (typeof invoices)[number];

const sheet = (headers: readonly string[], ...keys: readonly (keyof Invoice)[]): Cell[][] => [
  [...headers],
  ...invoices.map(invoice => keys.map(key => invoice[key])),
];

describe('recogniseSheet: ledgers', () => {
  test("SAP's line items know a customer by its number, and by name in the column Name 1", () => {
    const rows = invoices.map(({ customer, number, invoiced, due, amount, currency }, index) => [
      String(100_000 + (index % 4)),
      customer,
      number,
      invoiced,
      due,
      amount,
      currency,
    ]);
    const headers = ['Customer', 'Name 1', 'DocumentNo', 'Doc. Date', 'Net due dt', 'LC amount', 'LCurr'];
    expect(mapping(recogniseSheet([headers, ...rows]))).toEqual({
      customerNumber: 0,
      customer: 1,
      document: 2,
      invoiceDate: 3,
      dueDate: 4,
      amount: 5,
      currency: 6,
    });
    expect(
      mapping(recogniseSheet([headers, ...rows].map(([number, , ...rest]) => [number, ...rest]))),
    ).toMatchObject({ customer: 0, document: 1 });
  });

  test('a small list beside the ledger says nothing about its rows, a sparse column of its own does', () => {
    const headers = ['Customer', 'Due date', 'Amount', 'Disputed', '', 'Currency', 'Rate'];
    const rates: Cell[][] = [
      ['EUR', 7.8],
      ['USD', 7.1],
    ];
    const rows = invoices.map(({ customer, due, amount }, index) => [
      customer,
      due,
      amount,
      index === 3 ? 'Yes' : '',
      '',
      ...(rates[index] ?? ['', '']),
    ]);
    expect(mapping(recogniseSheet([headers, ...rows]))).toEqual({
      customer: 0,
      dueDate: 1,
      amount: 2,
      disputed: 3,
    });
    const apart = [...invoices.keys()].map(index => [...rows[index].slice(0, 5), 'USD', '']);
    expect(mapping(recogniseSheet([headers, ...apart]))).toMatchObject({ currency: 5 });
  });

  test('a customer beside a customer name is its number', () => {
    const rows = invoices.map(({ customer, due, amount }, index) => [`A${index % 4}`, customer, due, amount]);
    expect(mapping(recogniseSheet([['客户', '客户名称', '到期日', '金额'], ...rows]))).toMatchObject({
      customerNumber: 0,
      customer: 1,
    });
  });

  test('camelCase headers with distractors, all cells text (as a CSV opens)', () => {
    const headers = [
      'countryCode',
      'customerID',
      'PaperlessDate',
      'invoiceNumber',
      'InvoiceDate',
      'DueDate',
      'InvoiceAmount',
      'Disputed',
      'SettledDate',
      'PaperlessBill',
      'DaysToSettle',
      'DaysLate',
    ];
    const rows = Array.from({ length: 30 }, (_, index) => [
      String(390 + (index % 3)),
      `${1000 + (index % 7)}-ABCDE`,
      `${1 + (index % 12)}/6/2013`,
      `00${index + 61136}`,
      `${1 + (index % 12)}/2/2013`,
      `${1 + (index % 12)}/28/2013`,
      String(55.94 + index),
      index % 4 === 0 ? 'Yes' : 'No',
      `${1 + (index % 12)}/15/2013`,
      index % 2 === 0 ? 'Paper' : 'Electronic',
      String(index % 30),
      String(index % 9),
    ]);
    const recognition = recogniseSheet([headers, ...rows]);
    expect(recognition.kind).toBe('ledger');
    expect(recognition.headerRow).toBe(0);
    expect(mapping(recognition)).toEqual({
      customer: 1,
      document: 3,
      invoiceDate: 4,
      dueDate: 5,
      amount: 6,
      disputed: 7,
      paidDate: 8,
      region: 0,
    });
    expect(recognition.missing).toEqual([]);
    expect(recognition.headers).toEqual(headers);
  });

  test.each<[string, string[]]>([
    [
      'plain English',
      ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Paid date', 'Amount (USD)', 'Open amount'],
    ],
    [
      'shouting',
      ['CUSTOMER NAME', 'DOC NO', 'DOC DATE', 'NET DUE DATE', 'CLEARING DATE', 'AMOUNT', 'BALANCE'],
    ],
    [
      'snake case',
      [
        'customer_name',
        'invoice_id',
        'invoice_date',
        'due_date',
        'payment_date',
        'total_amount',
        'amount_due',
      ],
    ],
    ['simplified', ['客户名称', '发票号码', '开票日期', '到期日', '收款日期', '金额（元）', '未收金额']],
    ['traditional', ['客戶名稱', '發票號碼', '開票日期', '到期日', '收款日期', '應收金額(元)', '未收餘額']],
    ['spaced Chinese', ['客 户', '单 据 号', '单据日期', '应收日期', '回款日期', '价税合计', '余 额']],
    [
      'full-width',
      [
        'Ｃｕｓｔｏｍｅｒ',
        'Ｉｎｖｏｉｃｅ',
        'Ｄａｔｅ',
        'Ｄｕｅ',
        'Ｐａｉｄ　ｏｎ',
        'Ａｍｏｕｎｔ',
        'Ｂａｌａｎｃｅ',
      ],
    ],
    [
      'with line breaks',
      [
        'Client\nname',
        'Reference',
        'Billing\ndate',
        'Maturity',
        'Receipt\ndate',
        'Gross\namount',
        'Outstanding\nbalance',
      ],
    ],
  ])('%s headers', (_, headers) => {
    const recognition = recogniseSheet(
      sheet(headers, 'customer', 'number', 'invoiced', 'due', 'paid', 'amount', 'open'),
    );
    expect(recognition.kind).toBe('ledger');
    expect(mapping(recognition)).toEqual({
      customer: 0,
      document: 1,
      invoiceDate: 2,
      dueDate: 3,
      paidDate: 4,
      amount: 5,
      openAmount: 6,
    });
    for (const { confidence } of recognition.columns) expect(confidence).toBeGreaterThan(0.8);
  });

  test('titles, notes and blank rows above the header', () => {
    const cells = [
      ['Accounts receivable', '', '', ''],
      ['', '', '', ''],
      ['Printed 2024-03-05', null, null, null],
      ['As of', 45356, '', ''],
      ...sheet(['Customer', 'Due date', 'Amount', 'Disputed'], 'customer', 'due', 'amount', 'disputed'),
    ];
    const recognition = recogniseSheet(cells);
    expect(recognition.headerRow).toBe(4);
    expect(mapping(recognition)).toEqual({ customer: 0, dueDate: 1, amount: 2, disputed: 3 });
  });

  test('a group header above the header is a title', () => {
    const cells = [
      ['Customer', '', 'Dates', '', 'Money'],
      ...sheet(
        ['Customer name', 'Invoice number', 'Invoice date', 'Due date', 'Amount'],
        'customer',
        'number',
        'invoiced',
        'due',
        'amount',
      ),
    ];
    expect(recogniseSheet(cells).headerRow).toBe(1);
  });

  test('customer name and number are told apart', () => {
    const cells = [
      ['Customer ID', 'Customer', 'Due date', 'Amount'],
      ...invoices.map((invoice, index) => [`C${index % 4}`, invoice.customer, invoice.due, invoice.amount]),
    ];
    expect(mapping(recogniseSheet(cells))).toEqual({ customerNumber: 0, customer: 1, dueDate: 2, amount: 3 });
  });

  test("Tiercel's own columns are not data", () => {
    for (const own of [
      ['Score', 'Tier', 'Breaches'],
      ['评分', '风险等级', '预警'],
      ['評分', '風險等級', '預警'],
    ]) {
      const cells = sheet(['Customer', 'Due date', 'Amount'], 'customer', 'due', 'amount').map(
        (row, index) => (index === 0 ? [...row, ...own] : [...row, 71.5, 'B', 'Overdue share']),
      );
      expect(mapping(recogniseSheet(cells))).toEqual({ customer: 0, dueDate: 1, amount: 2 });
    }
  });

  test('says what is missing', () => {
    expect(
      recogniseSheet(sheet(['Invoice no', 'Due date', 'Disputed'], 'number', 'due', 'disputed')),
    ).toMatchObject({
      kind: 'ledger',
      missing: ['customer', 'amount'],
    });
    expect(
      recogniseSheet(sheet(['Customer', 'Invoice no', 'Amount'], 'customer', 'number', 'amount')).missing,
    ).toEqual(['dueDate']);
    expect(
      recogniseSheet(
        sheet(['Customer', 'Invoice no', 'Due date', 'Balance'], 'customer', 'number', 'due', 'open'),
      ).missing,
    ).toEqual([]);
  });

  test('a header that the content contradicts is not believed', () => {
    const cells = [
      ['Customer', 'Due date', 'Amount', 'Invoice amount'],
      ...invoices.map(invoice => [invoice.customer, invoice.due, 'see invoice', invoice.amount]),
    ];
    expect(mapping(recogniseSheet(cells))).toEqual({ customer: 0, dueDate: 1, amount: 3 });
  });

  test('near names are not the field', () => {
    const cells = [
      ['客户名称', '客户经理', '客户地址', '税额', '金额', '逾期天数', '到期日', '备注'],
      ...invoices.map(invoice => [
        invoice.customer,
        'Li',
        'Shanghai',
        3.5,
        invoice.amount,
        12,
        invoice.due,
        '',
      ]),
    ];
    expect(mapping(recogniseSheet(cells))).toEqual({
      customer: 0,
      salesperson: 1,
      amount: 4,
      dueDate: 6,
    });
  });

  test('unknown languages are guessed by content, with little confidence', () => {
    const recognition = recogniseSheet(
      sheet(
        ['Asiakas', 'Laskunumero', 'Päiväys', 'Eräpäivä', 'Summa yhteensä'],
        'customer',
        'number',
        'invoiced',
        'due',
        'amount',
      ),
    );
    expect(mapping(recognition)).toEqual({ customer: 0, invoiceDate: 2, dueDate: 3, amount: 4 });
    for (const { confidence } of recognition.columns) expect(confidence).toBeLessThanOrEqual(0.4);
  });

  /** Headers as accounting programs export them, each with two rows; the expected meaning by column. */
  test.each<[string, Cell[], Cell[], Cell[], Record<string, number>]>([
    [
      'QuickBooks',
      ['Date', 'Transaction Type', 'Num', 'Customer', 'Terms', 'Due Date', 'Open Balance', 'Amount'],
      ['01/05/2024', 'Invoice', '1001', 'Amy', 'Net 30', '02/04/2024', '239.00', '239.00'],
      ['01/06/2024', 'Credit Memo', '1002', 'Bill', '', '02/05/2024', '-50.00', '-50.00'],
      {
        invoiceDate: 0,
        documentType: 1,
        document: 2,
        customer: 3,
        termsDays: 4,
        dueDate: 5,
        openAmount: 6,
        amount: 7,
      },
    ],
    [
      'Xero',
      [
        'ContactName',
        'InvoiceNumber',
        'InvoiceDate',
        'DueDate',
        'Total',
        'AmountPaid',
        'AmountDue',
        'Currency',
      ],
      ['Amy', 'I1', 45000, 45030, 100.5, 0, 100.5, 'NZD'],
      ['Bill', 'I2', 45001, 45031, 10.5, 10.5, 0, 'NZD'],
      {
        customer: 0,
        document: 1,
        invoiceDate: 2,
        dueDate: 3,
        amount: 4,
        paidAmount: 5,
        openAmount: 6,
        currency: 7,
      },
    ],
    [
      'SAP',
      [
        'Customer',
        'Document Number',
        'Document Type',
        'Document Date',
        'Posting Date',
        'Net due date',
        'Clearing Date',
        'Amount in local currency',
      ],
      ['100001', '1800000001', 'RV', 45000, 45002, 45030, '', 100.5],
      ['100002', '1800000002', 'DG', 45000, 45002, 45030, 45031, -10.5],
      { customer: 0, document: 1, documentType: 2, invoiceDate: 3, dueDate: 5, paidDate: 6, amount: 7 },
    ],
    [
      'Kingdee',
      ['单据编号', '业务日期', '客户', '币别', '到期日', '应收金额', '已核销金额', '未核销金额'],
      ['AR001', '2024-01-02', '甲公司', '人民币', '2024-02-01', 100, 0, 100],
      ['AR002', '2024-01-03', '乙公司', '人民币', '2024-02-02', 100, 0, 100],
      {
        document: 0,
        invoiceDate: 1,
        customer: 2,
        currency: 3,
        dueDate: 4,
        amount: 5,
        paidAmount: 6,
        openAmount: 7,
      },
    ],
    [
      'Golden Tax: what is owed includes the tax',
      ['购方名称', '发票号码', '开票日期', '金额', '税额', '价税合计', '发票类型'],
      ['甲公司', '1', 45000, 100, 13, 113, '专票'],
      ['乙公司', '2', 45000, 100, 13, 113, '专票'],
      { customer: 0, document: 1, invoiceDate: 2, amount: 5, documentType: 6 },
    ],
    [
      'two languages in one header',
      ['客户 Customer', '发票号 Invoice No.', '到期日/Due Date', '金额 Amount (CNY)', '是否争议 Disputed'],
      ['甲公司', '1', 45000, 5.5, '否'],
      ['乙公司', '2', 45001, 6, '是'],
      { customer: 0, document: 1, dueDate: 2, amount: 3, disputed: 4 },
    ],
    [
      'payments that name their invoice, and flags',
      ['Customer', 'Doc no', 'Doc type', 'Date', 'Due date', 'Amount', 'Applied to', 'Intercompany'],
      ['Amy', 'I1', 'Invoice', 45000, 45030, 100, '', 'No'],
      ['Amy', 'P1', 'Payment', 45040, '', -40, 'I1', 'No'],
      {
        customer: 0,
        document: 1,
        documentType: 2,
        invoiceDate: 3,
        dueDate: 4,
        amount: 5,
        reference: 6,
        excluded: 7,
      },
    ],
    [
      'the same in Chinese',
      ['客户名称', '单据号', '单据类型', '单据日期', '到期日', '金额', '核销单号', '是否关联方'],
      ['甲公司', 'YS1', '发票', 45000, 45030, 100, '', '否'],
      ['甲公司', 'SK1', '收款', 45040, '', 40, 'YS1', '是'],
      {
        customer: 0,
        document: 1,
        documentType: 2,
        invoiceDate: 3,
        dueDate: 4,
        amount: 5,
        reference: 6,
        excluded: 7,
      },
    ],
    [
      'and in traditional characters',
      ['客戶名稱', '單據號', '單據類型', '單據日期', '到期日', '金額', '對應單號', '關聯方'],
      ['甲公司', 'YS1', '發票', 45000, 45030, 100, '', '否'],
      ['甲公司', 'SK1', '收款', 45040, '', 40, 'YS1', '是'],
      {
        customer: 0,
        document: 1,
        documentType: 2,
        invoiceDate: 3,
        dueDate: 4,
        amount: 5,
        reference: 6,
        excluded: 7,
      },
    ],
    [
      'a reference beside the number is what it refers to',
      ['Customer', 'Invoice number', 'Reference', 'Due date', 'Amount'],
      ['Amy', 'I1', '', 45030, 100],
      ['Amy', 'P1', 'I1', 45040, -40],
      { customer: 0, document: 1, reference: 2, dueDate: 3, amount: 4 },
    ],
  ])('%s', (_, headers, one, two, expected) => {
    const recognition = recogniseSheet([['Receivables'], [], headers, one, two]);
    expect(recognition).toMatchObject({ kind: 'ledger', headerRow: 2, missing: [] });
    expect(mapping(recognition)).toEqual(expected);
  });

  test('any order of columns gives the same meaning', () => {
    const headers = [
      'Customer',
      'Invoice no',
      'Invoice date',
      'Due date',
      'Paid date',
      'Amount',
      'Currency',
      'Disputed',
    ];
    const keys: (keyof Invoice)[] = [
      'customer',
      'number',
      'invoiced',
      'due',
      'paid',
      'amount',
      'currency',
      'disputed',
    ];
    const fields = [
      'customer',
      'document',
      'invoiceDate',
      'dueDate',
      'paidDate',
      'amount',
      'currency',
      'disputed',
    ];
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(orders, order => {
        const cells = sheet(
          order.map(index => headers[index]),
          ...order.map(index => keys[index]),
        );
        const expected = Object.fromEntries(order.map((index, column) => [fields[index], column]));
        expect(mapping(recogniseSheet(cells))).toEqual(expected);
      }),
    );
  });
});

describe('recogniseSheet: customer lists', () => {
  const names = ['Acme Ltd', 'Borealis', 'Cobalt GmbH', '上海明达贸易有限公司'];

  test('English', () => {
    const cells = [
      [
        'Customer',
        'Industry',
        'Credit limit',
        'Payment terms',
        'Contract end',
        'AR balance',
        'Overdue %',
        'DSO',
      ],
      ...names.map((name, index) => [
        name,
        'Retail',
        50_000,
        'Net 30',
        45_500 + index,
        1234.5 + index,
        0.2,
        41,
      ]),
    ];
    const recognition = recogniseSheet(cells);
    expect(recognition.kind).toBe('customers');
    expect(mapping(recognition)).toEqual({
      customer: 0,
      industry: 1,
      creditLimit: 2,
      termsDays: 3,
      contractEnd: 4,
      exposure: 5,
      overdueShare: 6,
      dso: 7,
    });
    expect(recognition.missing).toEqual([]);
  });

  test.each([
    [
      [
        '客户名称',
        '所属行业',
        '信用额度（万元）',
        '账期（天）',
        '合同到期日',
        '应收余额',
        '逾期率',
        '周转天数',
        '评级',
      ],
    ],
    [['客戶名稱', '所屬行業', '信用額度', '賬期', '合同到期日', '應收餘額', '逾期率', '週轉天數', '評級']],
  ])('Chinese %#', headers => {
    const cells = [
      headers,
      ...names.map((name, index) => [name, '零售', 50, 30, '2025年6月30日', 1234.5 + index, '20%', 41, 'AA']),
    ];
    const recognition = recogniseSheet(cells);
    expect(recognition.kind).toBe('customers');
    expect(mapping(recognition)).toEqual({
      customer: 0,
      industry: 1,
      creditLimit: 2,
      termsDays: 3,
      contractEnd: 4,
      exposure: 5,
      overdueShare: 6,
      dso: 7,
      rating: 8,
    });
  });

  test('a printed ageing table', () => {
    const cells = [
      ['Customer', 'Current', '1 - 30', '31 - 60', '61 - 90', '91 and over', 'Total'],
      ...names.map(name => [name, 1, 2, 3, 4, 5, 15]),
    ];
    const recognition = recogniseSheet(cells);
    expect(recognition.kind).toBe('customers');
    expect(mapping(recognition)).toEqual({ customer: 0, exposure: 6 });
  });

  test('limits alone cannot be tiered, and that is said', () => {
    const cells = [
      ['Customer', 'Region', 'Credit limit', 'Contract end'],
      ...names.map(name => [name, 'North', 1000, 45_500]),
    ];
    expect(recogniseSheet(cells)).toMatchObject({ kind: 'customers', missing: ['exposure'] });
  });
});

describe('recogniseSheet: neither', () => {
  test.each<[string, Cell[][]]>([
    ['no cells', []],
    ['empty rows', [[], ['', null]]],
    ['a lone text', [['Notes']]],
    [
      'numbers only',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'a price list',
      [
        ['Product', 'Quantity', 'Unit price'],
        ['Bolt', 3, 1.5],
        ['Nut', 4, 0.5],
      ],
    ],
  ])('%s is unknown', (_, cells) => {
    const recognition = recogniseSheet(cells);
    expect(recognition.kind).toBe('unknown');
    expect(recognition.missing.length).toBeGreaterThan(0);
  });

  test('data without a header has header row -1', () => {
    expect(
      recogniseSheet(invoices.map(invoice => [invoice.customer, invoice.due, invoice.amount])).headerRow,
    ).toBe(-1);
  });

  test('never throws, and maps each column and each field at most once', () => {
    const cell = fc.oneof(
      fc.constantFrom<Cell>(
        'Customer',
        '金额',
        'Due date',
        'Score',
        '',
        null,
        '#N/A',
        45_000,
        '2024/3/5',
        true,
      ),
      fc.string(),
      fc.double(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), cells => {
        const { columns, headers } = recogniseSheet(cells);
        expect(new Set(columns.map(({ column }) => column)).size).toBe(columns.length);
        expect(new Set(columns.map(({ field }) => field)).size).toBe(columns.length);
        for (const { column, confidence } of columns) {
          expect(column).toBeLessThan(headers.length);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThan(1);
        }
      }),
    );
  });
});

test('recogniseAs maps a sheet as the kind it is told', () => {
  const cells = [
    ['Customer', 'Balance', 'Credit limit'],
    ['Acme', 5, 10],
    ['Beta', 6, 10],
  ];
  expect(mapping(recogniseAs('ledger', cells))).toEqual({ customer: 0, openAmount: 1, creditLimit: 2 });
  expect(mapping(recogniseAs('customers', cells))).toEqual({ customer: 0, exposure: 1, creditLimit: 2 });
});

test('what a Japanese ledger calls paid is no amount', () => {
  const found = recogniseSheet([
    ['得意先名', '請求日', '支払期日', '請求金額', '入金額'],
    ...invoices.map(({ customer, invoiced, due, amount }) => [customer, invoiced, due, amount, 10]),
  ]);
  expect(mapping(found).amount).toBe(3);
});

test.each(['Last invoice', 'Last payment date', 'Last changed', 'Customer since', '最近收款日期'])(
  'a trial balance of customers with a day called %s is no list of documents',
  header => {
    const recognition = recogniseSheet([
      ['Customer', 'Opening balance', 'Debit', 'Credit', 'Closing balance', header],
      ['Acme Ltd', 1000, 700, 200, 1500, 46_010],
      ['Birch Co', 300, 100, 200, 200, 46_020],
      ['Cole plc', 0, 500, 700, -200, 46_030],
    ]);
    expect(recognition.kind).toBe('customers');
  },
);
