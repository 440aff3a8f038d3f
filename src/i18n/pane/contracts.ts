import type { ContractRemark } from '../../risk/contracts/contractRemarks';
import { partTexts } from '../bilingual';
import { formatNumber } from '../numbers';
import { counted, chineseCount as n } from '../plural';

/** What the part Contracts says. */
export const contractsTexts = partTexts({
  en: {
    title: 'Contracts',
    lead: (date: string, days: number) =>
      `As of ${date}. The policy warns ${counted(days, 'day', 'days')} before a contract ends.`,
    show: 'Show',
    order: 'Sort by',
    orders: { exposure: 'Exposure', days: 'Contract end' },
    all: (rows: number) => `All (${formatNumber(rows, 'en')})`,
    remarks: {
      expired: 'Expired, still owing',
      ending: 'Ending soon',
      longTerms: 'Terms longer than the tier’s',
      guaranteeMissing: 'Guarantee missing',
    } satisfies Record<ContractRemark, string>,
    ofRemark: (remark: string, rows: number) => `${remark} (${formatNumber(rows, 'en')})`,
    expired: (date: string, days: number) => `ended ${date}, ${counted(days, 'day', 'days')} ago`,
    ending: (date: string, days: number) =>
      days === 0 ? `ends today, ${date}` : `ends ${date}, in ${counted(days, 'day', 'days')}`,
    longTerms: (days: number, tier: string, allowed: number) =>
      `terms ${counted(days, 'day', 'days')}, tier ${tier} allows ${formatNumber(allowed, 'en')}`,
    guaranteeMissing: (tier: string) => `no guarantee, tier ${tier} wants one`,
    customers: (customers: number, amount: string) =>
      `${counted(customers, 'customer', 'customers')}, ${amount} exposure`,
    none: 'Nothing to note: contracts, terms and guarantees are as the policy wants them.',
    noneShown: 'None of this kind.',
    unchecked: 'Not checked',
    needs: (column: string) => `needs the column “${column}”`,
    addColumn: (sheet: string) => `Add it to “${sheet}”, then tier again.`,
    joinAdvice: 'A ledger rarely has these. Join the customer list that has them.',
    join: 'Two sheets',
    map: 'Map columns',
    copy: 'Copy as table',
    copied: (rows: number) => `${counted(rows, 'row', 'rows')} copied. Paste them into a sheet or a mail.`,
    notCopied: 'The browser did not let Tiercel copy. Nothing is on the clipboard.',
    headers: ['Customer', 'Remark', 'Contract end', 'Days', 'Exposure', 'Reason'],
    list: 'Remarks on contracts',
    hint: 'Select a row to see it on its sheet.',
  },
  zh: {
    title: '合同',
    lead: (date, days) => `截至${date}。政策要求提前 ${n(days)} 天提示到期。`,
    show: '显示',
    order: '排序',
    orders: { exposure: '应收余额', days: '合同到期日' },
    all: rows => `全部（${n(rows)}）`,
    remarks: {
      expired: '已过期仍有余额',
      ending: '即将到期',
      longTerms: '信用期超过等级规定',
      guaranteeMissing: '缺少担保',
    },
    ofRemark: (remark, rows) => `${remark}（${n(rows)}）`,
    expired: (date, days) => `${date}到期，已过 ${n(days)} 天`,
    ending: (date, days) => (days === 0 ? `今天到期，${date}` : `${date}到期，还有 ${n(days)} 天`),
    longTerms: (days, tier, allowed) => `信用期 ${n(days)} 天，${tier} 级允许 ${n(allowed)} 天`,
    guaranteeMissing: tier => `无担保，${tier} 级要求担保`,
    customers: (customers, amount) => `${n(customers)} 个客户，应收余额 ${amount}`,
    none: '无需提示：合同、信用期和担保均符合政策。',
    noneShown: '没有此类情况。',
    unchecked: '未检查',
    needs: column => `需要“${column}”列`,
    addColumn: sheet => `请在“${sheet}”中添加该列，然后重新评定。`,
    joinAdvice: '应收明细通常没有这些信息，请关联包含它们的客户清单。',
    join: '两表关联',
    map: '指定列',
    copy: '复制为表格',
    copied: rows => `已复制 ${n(rows)} 行，可粘贴到工作表或邮件。`,
    notCopied: '浏览器不允许复制，剪贴板没有变化。',
    headers: ['客户', '情况', '合同到期日', '天数', '应收余额', '说明'],
    list: '合同提示',
    hint: '选择一行可在工作表中查看。',
  },
});
