import type { OwnColumns } from '../../risk/ownTable';
import type { Bilingual } from '../../risk/policy/policy';
import { partTexts } from '../bilingual';
import { textsIn } from '../catalogue';
import type { Language } from '../language';

/** What the sheet says that remembers what was written beside the data. */
export const writtenMemoryTexts = partTexts({
  en: {
    sheetTitle: 'Tiercel Written',
    lead: (sheet: string) => `Written beside ${sheet}`,
    lines: [
      'Score, tier and breaches as Tiercel wrote them last. A cell beside the data that says something else is yours: Tiercel leaves it as it is.',
    ],
    column: 'Column with the customers',
    asOf: 'As of',
    customer: 'Customer',
  },
  zh: {
    sheetTitle: 'Tiercel 写入记录',
    lead: sheet => `写入 ${sheet} 数据旁的内容`,
    lines: ['Tiercel 上次写入的评分、风险等级、预警。数据旁与此不同的单元格是您的内容，Tiercel 保持不变。'],
    column: '客户所在列',
    asOf: '截止日期',
    customer: '客户',
  },
});

const headersIn = (language: Language) => textsIn(language).write.headers;

/** Its columns, by which they are known wherever somebody moved them. */
export const writtenColumns = (): OwnColumns<'customer' | 'score' | 'tier' | 'breaches'> => {
  const [en, zh] = [headersIn('en'), headersIn('zh')];
  const column = (header: Bilingual) => ({ header, format: 'General' });
  return {
    customer: column({ en: writtenMemoryTexts.en.customer, zh: writtenMemoryTexts.zh.customer }),
    score: column({ en: en.score, zh: zh.score }),
    tier: column({ en: en.tier, zh: zh.tier }),
    breaches: column({ en: en.breaches, zh: zh.breaches }),
  };
};
