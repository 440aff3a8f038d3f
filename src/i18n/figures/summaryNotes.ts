import { partTexts } from '../bilingual';

/** How the figures of the whole sheet are computed. */
export const summaryNoteTexts = partTexts({
  en: {
    how: {
      atRisk:
        'The exposure of each customer × the loss that the policy expects of its tier. A credit balance puts nothing at risk; a customer without a tier counts as one of the last tier.',
      exposure: 'What all customers owe: open invoices less unapplied credits.',
      exposureOfList: 'The sum of what the list states for each customer.',
      overdue: 'What is past its due date. Due on the day itself is not overdue.',
      overdueShare: 'The share is of the exposure of customers whose overdue amount is known.',
      dso: (days: number) =>
        `Days sales outstanding: exposure / sales of the last ${days} days × ${days}. A customer’s page also has it by average and by count-back.`,
      dsoUnknown: (days: number) =>
        `Days sales outstanding need all sales. Nothing on this sheet is paid or settled, so its invoices of the last ${days} days are only those that are still open. Add the paid invoices to see DSO.`,
      topShare: 'The largest exposure / all exposures above 0.',
      credits:
        'Credit notes and payments not yet applied to an invoice. They are subtracted from the exposure.',
      unplaced:
        'Amounts in rows without a customer or a date that could be read. They are not in the exposure; Check the data lists them.',
    },
    rates: 'Loss rates',
    ratesFrom: (sheet: string) => `Change them on the sheet ${sheet}.`,
    credits: 'unapplied credits',
    total: 'exposure',
  },
  zh: {
    how: {
      atRisk:
        '每个客户的应收余额 × 政策对其等级的预期损失率。贷方余额不计风险；没有等级的客户按最后一级计算。',
      exposure: '全部客户的欠款：未结发票减未核销贷项。',
      exposureOfList: '清单中各客户所列金额的合计。',
      overdue: '已过到期日的金额。到期日当天不算逾期。',
      overdueShare: '占比的分母为逾期金额已知的客户的应收余额。',
      dso: days =>
        `应收账款周转天数：应收余额 / 最近 ${days} 天的销售额 × ${days}。客户页面另列平均法和倒推法。`,
      dsoUnknown: days =>
        `应收账款周转天数需要全部销售额。本表没有任何已付款或已核销的款项，最近 ${days} 天的发票只是其中的未结部分。加入已付款的发票后即可计算。`,
      topShare: '最大的应收余额 / 全部大于 0 的应收余额。',
      credits: '尚未核销到发票的贷项和付款，已从应收余额中减去。',
      unplaced: '没有可识别的客户或日期的各行金额，不计入应收余额；“检查数据”中逐一列出。',
    },
    rates: '损失率',
    ratesFrom: sheet => `可在工作表 ${sheet} 中修改。`,
    credits: '未核销贷项',
    total: '应收余额',
  },
});
