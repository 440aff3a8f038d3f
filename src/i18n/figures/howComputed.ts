import type { MetricName } from '../../risk/metrics/table/metric';
import { partTexts } from '../bilingual';
import { metricNotes } from './metricNotes';

/** How a number is computed, and which cells it comes from. */
export const howComputedTexts = partTexts({
  en: {
    note: (metric: MetricName) => metricNotes[metric].en,
    from: (sheet: string, columns: string) => `From ${sheet}: ${columns}`,
    column: (header: string, letter: string) =>
      header === '' ? `column ${letter}` : `${header} (${letter})`,
    fromElsewhere: 'From the customer list',
    fromSnapshots: 'From the snapshots of this workbook',
    atRisk: 'Money at risk',
    atRiskNote: (letter: string, rate: string) =>
      `Exposure × the ${rate} that the policy expects to lose of tier ${letter}; a credit balance puts nothing at risk.`,
    stepAmount: 'The open items that have reached the day of the step, or will by the day it is due.',
    explain: 'Select a figure to see how it is computed and from which columns.',
  },
  zh: {
    note: (metric: MetricName) => metricNotes[metric].zh,
    from: (sheet: string, columns: string) => `来自“${sheet}”：${columns}`,
    column: (header: string, letter: string) => (header === '' ? `${letter} 列` : `${header}（${letter}）`),
    fromElsewhere: '来自客户清单',
    fromSnapshots: '来自本工作簿的快照',
    atRisk: '风险金额',
    atRiskNote: (letter: string, rate: string) =>
      `应收余额 × 政策对 ${letter} 级的预期损失率 ${rate}；贷方余额不计风险。`,
    stepAmount: '已达到该步骤天数的未结款项，以及在其待办日之前将达到的。',
    explain: '点选一项，查看其算法和所用的列。',
  },
});
