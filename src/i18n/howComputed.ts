import type { MetricName } from '../risk/metrics/metric';
import { partTexts } from './bilingual';
import { metricNotes } from './metricNotes';

/** How a number is computed, and which cells it comes from. */
export const howComputedTexts = partTexts({
  en: {
    note: (metric: MetricName) => metricNotes[metric].en,
    from: (sheet: string) => `From ${sheet}`,
    column: (header: string, letter: string) =>
      header === '' ? `column ${letter}` : `${header} (${letter})`,
    fromElsewhere: 'From the customer list',
    fromSnapshots: 'From the snapshots of this workbook',
    explain: 'Select a figure to see how it is computed and from which columns.',
  },
  zh: {
    note: (metric: MetricName) => metricNotes[metric].zh,
    from: (sheet: string) => `来自 ${sheet}`,
    column: (header: string, letter: string) => (header === '' ? `${letter} 列` : `${header}（${letter}）`),
    fromElsewhere: '来自客户清单',
    fromSnapshots: '来自本工作簿的快照',
    explain: '点选一项，查看其算法和所用的列。',
  },
});
