import type { ReadingWords } from '../../risk/tiering/statedColumns';
import { memoryWords } from './columnMemory';

/** Give the words by which cells say how a sheet is read, in both languages. */
export function readingWords(): ReadingWords {
  const { kinds, fields, facts } = memoryWords();
  return {
    facts: {
      kind: facts.kind,
      hasHeaders: facts.headerRow,
      statedCustomer: { en: 'Customer of all rows', zh: '全部行的客户' },
      customerNames: { en: 'Customers are named', zh: '客户名称的位置' },
      currency: { en: 'Currency of the answer', zh: '评定币种' },
      dateSystem: { en: 'Date system', zh: '日期系统' },
      moneyUnit: { en: 'Amounts count in', zh: '金额单位' },
      months: { en: 'Months of the list', zh: '清单所属月份' },
      yearless: { en: 'Dates without a year are of', zh: '缺少年份的日期属于' },
      typeWords: { en: 'Words tell the type, in column', zh: '以文字区分单据类型的列' },
      invoiceLines: { en: 'Rows are items of invoices', zh: '每行为发票的一项' },
      agedAmounts: { en: 'Amounts are the sums of columns', zh: '金额为下列各列之和' },
      paidAmounts: { en: 'Also paid, in columns', zh: '下列各列也抵减应收' },
      agesFrom: { en: 'Ages count from', zh: '账龄起算' },
    },
    kinds,
    customerNames: {
      firstRow: { en: 'in the first of their rows', zh: '在其首行' },
      heading: { en: 'in headings above their rows', zh: '在其上方的标题行' },
      summedHeading: { en: 'in headings with amounts above their rows', zh: '在其上方带金额的标题行' },
    },
    invoiceLines: {
      summed: { en: 'each with its amount', zh: '各行有各自的金额' },
      repeated: { en: 'with the total of the invoice on each', zh: '各行重复发票总额' },
      continued: {
        en: 'each with its amount, the invoice named in the first',
        zh: '各行有各自的金额，发票信息仅在首行',
      },
    },
    agesFrom: {
      dueDate: { en: 'the due date', zh: '到期日' },
      invoiceDate: { en: 'the invoice date', zh: '开票日期' },
    },
    fields,
  };
}
