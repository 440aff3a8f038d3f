import { partTexts } from '../bilingual';

/** What stands beside the switches of the rules. */
export const ruleSwitchTexts = partTexts({
  en: {
    title: 'Rules',
    lead: 'Ticking a rule writes its cell on the sheet Tiercel Policy. The highlights follow, for everybody.',
    legendOnSheet: 'A legend stands right of the data, in the row of the headers.',
  },
  zh: {
    title: '规则',
    lead: '勾选会写入工作表 Tiercel Policy 中该规则的单元格，所有人的突出显示随之更新。',
    legendOnSheet: '图例位于数据右侧的表头行。',
  },
});
