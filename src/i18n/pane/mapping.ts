import { partTexts } from '../bilingual';

/** What the view of recognised columns says beside the catalogue. */
export const mappingTexts = partTexts({
  en: {
    headerRow: 'Headers in',
    rowOption: (row: number, cells: string) => `Row ${row}: ${cells}`,
    ages: (headers: string) => `Ages: ${headers}.`,
    agesByDue: 'They count from the due date.',
    agesByInvoice: 'They count from the invoice date, so what is overdue is not known.',
    withoutInvoices:
      'Without single invoices, sales and payment habits are not known either: the score says how much it covers.',
    stated: (name: string, address: string) => `${name}, from ${address}`,
    statedFirst: (name: string, address: string) => `${name}, from ${address}, and others below`,
    others: 'Other columns Tiercel can use',
    remembers: 'What you correct is remembered on the sheet Tiercel Columns.',
  },
  zh: {
    headerRow: '标题位于',
    rowOption: (row, cells) => `第 ${row} 行：${cells}`,
    ages: headers => `账龄列：${headers}。`,
    agesByDue: '自到期日起算。',
    agesByInvoice: '自开票日期起算，因此无法得知逾期金额。',
    withoutInvoices: '没有逐笔发票，销售额和付款习惯也无从得知：评分会注明其数据覆盖率。',
    stated: (name, address) => `${name}（取自 ${address}）`,
    statedFirst: (name, address) => `${name}（取自 ${address}）及下方各客户`,
    others: '其他可用的列',
    remembers: '您的更正会记录在工作表“Tiercel 列对应”中。',
  },
});
