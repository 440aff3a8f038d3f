import { partTexts } from '../bilingual';

/** What the sheet says that live columns look up in. */
export const liveColumnsTexts = partTexts({
  en: {
    sheetTitle: 'Tiercel Live',
    lead: (sheet: string) => `Live scores of ${sheet}`,
    lines: [
      'One formula tiers all customers; the columns beside the data look up their line here. Excel recalculates it when the data or the policy changes.',
      'Do not write on this sheet. Clear in the Tiercel pane removes it together with the columns.',
    ],
    reads: (sheet: string) => `How ${sheet} is read`,
    headers: ['Meaning', 'Column', 'Header'] as [string, string, string],
  },
  zh: {
    sheetTitle: 'Tiercel 实时',
    lead: sheet => `${sheet} 的实时评定`,
    lines: [
      '一个公式评定全部客户，数据旁的列在此查找所在行。数据或政策变化时由 Excel 重新计算。',
      '请勿在此工作表中填写。在 Tiercel 窗格中清除时，此表与写入的列一并删除。',
    ],
    reads: sheet => `${sheet} 的读取方式`,
    headers: ['含义', '列', '列标题'],
  },
});
