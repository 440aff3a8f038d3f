import { partTexts } from '../bilingual';

/** What the part First steps says. */
export const guideTexts = partTexts({
  en: {
    title: 'First steps',
    steps: [
      { name: 'Open your ledger or customer list', open: 'Open the sheet, then tier it.' },
      { name: 'Tier its customers', open: 'Press Tier this sheet.' },
      {
        name: 'Highlight, write, or make a report',

        open: 'Highlight shows breaches on the sheet; Report makes sheets to print.',
      },
    ],
    isDone: 'done',
    isOpen: 'to do',
    numbers: 'How each number is computed',
    numbersLead:
      'Over the days of the policy and as of the date above. A customer page also names the columns.',
    atRisk: 'Money at risk',
    atRiskNote:
      'Exposure of each customer × the expected loss of its tier in the policy; a credit balance puts nothing at risk.',
    showIntroduction: 'Show the introduction on the start page again',
  },
  zh: {
    title: '入门',
    steps: [
      { name: '打开应收明细或客户清单', open: '打开该工作表，然后评定。' },
      { name: '评定客户等级', open: '点击“评定此工作表”。' },
      {
        name: '突出显示、写入或生成报告',

        open: '“突出显示”在工作表上标出预警；“报告”生成可打印的工作表。',
      },
    ],
    isDone: '已完成',
    isOpen: '待办',
    numbers: '各项数字如何算出',
    numbersLead: '按政策的回溯天数、截至上方日期计算。客户页面还会列出所用的列。',
    atRisk: '风险金额',
    atRiskNote: '每个客户的应收余额 × 政策中其等级的预期损失率；贷方余额不计风险。',
    showIntroduction: '在开始页面重新显示介绍',
  },
});
