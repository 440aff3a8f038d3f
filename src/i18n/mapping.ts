import { partTexts } from './bilingual';

/** What the view of recognised columns says beside the catalogue. */
export const mappingTexts = partTexts({
  en: {
    headerRow: 'Headers in',
    rowOption: (row: number, cells: string) => `Row ${row}: ${cells}`,
    remembers: 'What you correct is remembered on the sheet Tiercel Columns.',
  },
  zh: {
    headerRow: '标题位于',
    rowOption: (row, cells) => `第 ${row} 行：${cells}`,
    remembers: '您的更正会记录在工作表“Tiercel 列对应”中。',
  },
});
