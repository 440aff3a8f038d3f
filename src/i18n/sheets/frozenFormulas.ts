import type { OwnColumns } from '../../risk/ownTable';
import { partTexts } from '../bilingual';

export type FrozenColumn = 'mark' | 'sheet' | 'cells' | 'formula' | 'check';

/** All text: a formula or a number kept here must stay what it says. */
export const frozenColumns: OwnColumns<FrozenColumn> = {
  mark: { header: { en: 'Mark', zh: '标记' }, format: '@' },
  sheet: { header: { en: 'Sheet', zh: '工作表' }, format: '@' },
  cells: { header: { en: 'Cells', zh: '单元格' }, format: '@' },
  formula: { header: { en: 'Formula', zh: '公式' }, format: '@' },
  check: { header: { en: 'Check', zh: '校验' }, format: '@' },
};

/** What the sheet says that keeps formulas which were turned into values. */
export const frozenTexts = partTexts({
  en: {
    sheetTitle: 'Tiercel Frozen',
    lead: 'Formulas that were turned into values. Tiercel brings them back under Share; delete nothing here until then.',
  },
  zh: {
    sheetTitle: 'Tiercel 已冻结',
    lead: '已转为值的公式。可在 Tiercel 的“共享”中恢复；在此之前请勿删除此处内容。',
  },
});
