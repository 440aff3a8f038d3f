/**
 * The sample that the pane puts into an empty workbook: a ledger of a few customers and their customer list, cut from the same invented
 * trade as the sample workbook, small enough to be fetched and written while somebody waits.
 */
import type { SampleSheet } from '../../src/excel/sheets/sampleSheets';
import { dateFormat, moneyFormat } from './look';
import { type Customer, type Invoice, inventTrade } from './trade';

/** Every so many customers: the first, who owes far too much, and a fair mix of the others. */
const everyNth = 16;
const general = 'General';

/** Make the two sheets of the sample. */
export function paneSample(seed: number): readonly SampleSheet[] {
  const trade = inventTrade(seed);
  const customers = trade.customers.filter((_, index) => index % everyNth === 0);
  const chosen = new Set(customers);
  const invoices = trade.invoices.filter(({ customer }) => chosen.has(customer));
  return [ledgerSheet(invoices), customerSheet(customers)];
}

const ledgerSheet = (invoices: readonly Invoice[]): SampleSheet => ({
  key: 'SampleInvoices',
  title: { en: 'Sample invoices', zh: '示例应收明细' },
  headers: {
    en: [
      'Customer',
      'Customer no.',
      'Invoice no.',
      'Type',
      'Invoice date',
      'Due date',
      'Amount',
      'Open amount',
      'Paid date',
      'Disputed',
    ],
    zh: [
      '客户名称',
      '客户编号',
      '发票号码',
      '单据类型',
      '开票日期',
      '到期日',
      '金额',
      '未收金额',
      '收款日期',
      '争议',
    ],
  },
  formats: [
    general,
    general,
    general,
    general,
    dateFormat,
    dateFormat,
    moneyFormat,
    moneyFormat,
    dateFormat,
    general,
  ],
  rows: invoices.map(invoice => [
    invoice.customer.name,
    invoice.customer.number,
    invoice.number,
    invoice.type,
    invoice.invoiceDate,
    invoice.dueDate,
    invoice.amount,
    invoice.openAmount,
    invoice.paidDate ?? '',
    invoice.isDisputed ? 'Yes' : '',
  ]),
});

const customerSheet = (customers: readonly Customer[]): SampleSheet => ({
  key: 'SampleCustomers',
  title: { en: 'Sample customers', zh: '示例客户清单' },
  headers: {
    en: [
      'Customer',
      'Customer no.',
      'Region',
      'Industry',
      'Salesperson',
      'Contract start',
      'Contract end',
      'Payment terms (days)',
      'Credit limit',
    ],
    zh: [
      '客户名称',
      '客户编号',
      '地区',
      '行业',
      '业务员',
      '合同开始日',
      '合同到期日',
      '信用期天数',
      '信用额度',
    ],
  },
  formats: [general, general, general, general, general, dateFormat, dateFormat, general, moneyFormat],
  rows: customers.map(customer => [
    customer.name,
    customer.number,
    customer.region,
    customer.industry,
    customer.salesperson,
    customer.contractStart,
    customer.contractEnd ?? '',
    customer.termsDays,
    customer.creditLimit === 0 ? '' : customer.creditLimit,
  ]),
});
