import type { DocumentType } from '../../risk/ledger/cells/documentType';
import { partTexts } from '../bilingual';
import { formatNumber } from '../numbers';
import { counted } from '../plural';

const statements = (count: number): string => counted(count, 'statement', 'statements');
const items = (count: number): string => counted(count, 'open item', 'open items');

/** What the pane says of statements of account. */
export const statementTexts = partTexts({
  en: {
    title: 'Statement of account',
    company: 'Your company',
    companyHelp: 'Printed at the top. Typed once, it is kept for the next statement.',
    address: 'Address, bank account',
    language: 'Language of the statement',
    will: (count: number) =>
      `Adds a sheet with ${items(count)}, ready to print on A4, or brings it up to date. Nothing else changes.`,
    make: 'Make the statement',
    made: (names: readonly string[], fresh: number, updated: number) =>
      [
        fresh > 0 ? `${statements(fresh)} added` : '',
        updated > 0 ? `${statements(updated)} brought up to date` : '',
      ]
        .filter(part => part !== '')
        .join(', ') + (names.length === 1 ? `: ${names[0]}` : ''),
    show: 'Show',
    undo: 'Undo',
    nothingOpen: 'Nothing is open, so there is no statement to make.',
    needsLedger: 'A statement lists invoices. This sheet states sums only: tier the ledger.',
    disputedApart: (amount: string) =>
      `${amount} is disputed and not part of the exposure; the statement lists it.`,
    batchLead: (most: number) =>
      `Tick who gets a statement. Customers with overdue amounts, the largest first; at most ${formatNumber(most, 'en')} sheets at a time.`,
    batchNone: 'Nobody owes anything overdue.',
    batchMake: (count: number) => (count === 0 ? 'Make statements' : `Make ${statements(count)}`),
    batchFull: (most: number) =>
      `${formatNumber(most, 'en')} are ticked, the most that can be made at a time.`,
    batchMore: (rest: number) =>
      `${formatNumber(rest, 'en')} more have overdue money: open the customer to make theirs.`,
    tick: (name: string) => `Statement for ${name}`,
    tickFirst: (count: number) => `Tick the first ${formatNumber(count, 'en')}`,
    untick: 'Untick all',
    overdue: (amount: string) => `${amount} overdue`,
  },
  zh: {
    title: '对账单',
    company: '贵公司名称',
    companyHelp: '印在对账单抬头；填写一次，下次自动沿用。',
    address: '地址、银行账号',
    language: '对账单语言',
    will: count =>
      `新增或更新一张工作表，列出 ${formatNumber(count, 'zh')} 笔未结款项，可直接按 A4 打印。其他内容不变。`,
    make: '生成对账单',
    made: (names, fresh, updated) =>
      [
        fresh > 0 ? `已新增 ${formatNumber(fresh, 'zh')} 份对账单` : '',
        updated > 0 ? `已更新 ${formatNumber(updated, 'zh')} 份对账单` : '',
      ]
        .filter(part => part !== '')
        .join('，') + (names.length === 1 ? `：${names[0]}` : ''),
    show: '查看',
    undo: '撤销',
    nothingOpen: '没有未结款项，无需对账。',
    needsLedger: '对账单按发票列示。此表只有汇总数，请先评定应收明细。',
    disputedApart: amount => `有争议的 ${amount} 不计入应收余额，对账单会列出。`,
    batchLead: most =>
      `勾选要发送对账单的客户。按逾期金额从大到小排列；每次最多 ${formatNumber(most, 'zh')} 张工作表。`,
    batchNone: '没有逾期款项。',
    batchMake: count => (count === 0 ? '生成对账单' : `生成 ${formatNumber(count, 'zh')} 份对账单`),
    batchFull: most => `已勾选 ${formatNumber(most, 'zh')} 个，达到每次上限。`,
    batchMore: rest => `另有 ${formatNumber(rest, 'zh')} 个客户有逾期，可打开该客户单独生成。`,
    tick: name => `${name} 的对账单`,
    tickFirst: count => `勾选前 ${formatNumber(count, 'zh')} 个`,
    untick: '全部取消',
    overdue: amount => `逾期 ${amount}`,
  },
});

/** What stands on a statement of account itself: in the customer's language, whatever the pane's is. */
export const statementSheetTexts = partTexts({
  en: {
    sheetTitle: (customer: string) => `Statement ${customer}`,
    companyPlaceholder: '[Your company]',
    title: 'Statement of account',
    to: 'To',
    customerNumber: 'Customer no.',
    asOf: 'As of',
    currency: 'Currency',
    headers: ['Date', 'Document', 'Type', 'Due date', 'Days overdue', 'Amount', 'Open', 'Balance'],
    kinds: {
      invoice: 'Invoice',
      creditNote: 'Credit note',
      payment: 'Payment',
      writeOff: 'Write-off',
      debit: 'Other debit',
    } satisfies Record<DocumentType, string>,
    disputed: (kind: string) => `${kind}, disputed`,
    total: 'Balance',
    overdue: 'of which overdue',
    ageing: 'By days past due',
    ageingByInvoice: 'By days since the invoice',
    notDue: 'Not due',
    days: (from: number, to: number) =>
      Number.isFinite(to) ? `${from}–${to} days` : `over ${from - 1} days`,
    credits: 'Credits',
    disputedApart: 'Disputed',
    sum: 'Total',
    received: 'Payments received in the last three months, with thanks',
    request:
      'Please check this statement and tell us of any difference. If you have paid in the meantime, please disregard it.',
    confirm: 'Confirmed (name, signature):',
    signedOn: 'Date:',
    date: 'Date',
    page: 'Page &P',
  },
  zh: {
    sheetTitle: customer => `对账单 ${customer}`,
    companyPlaceholder: '［贵公司名称］',
    title: '应收账款对账单',
    to: '致',
    customerNumber: '客户编号',
    asOf: '截止日期',
    currency: '币种',
    headers: ['日期', '单据号', '类型', '到期日', '逾期天数', '金额', '未结金额', '余额'],
    kinds: { invoice: '发票', creditNote: '红字发票', payment: '收款', writeOff: '核销', debit: '其他借项' },
    disputed: kind => `${kind}（有争议）`,
    total: '余额合计',
    overdue: '其中逾期',
    ageing: '按逾期天数',
    ageingByInvoice: '按开票后天数',
    notDue: '未到期',
    days: (from, to) => (Number.isFinite(to) ? `${from}–${to} 天` : `${from - 1} 天以上`),
    credits: '未核销贷项',
    disputedApart: '有争议',
    sum: '合计',
    received: '近三个月已收到的款项，谨致谢意',
    request: '请核对以上余额，如有不符请及时与我方联系。如款项已付，请忽略本对账单。',
    confirm: '核对无误，请盖章确认：',
    signedOn: '日期：',
    date: '日期',
    page: '第 &P 页',
  },
});
