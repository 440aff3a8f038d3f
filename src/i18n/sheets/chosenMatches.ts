import { partTexts } from '../bilingual';

/** What the sheet of decisions about who is who on two sheets says above its table. */
export const chosenMatchTexts = partTexts({
  en: {
    sheetTitle: 'Tiercel Matches',
    lines: [
      'Which customer of a ledger is which customer of a customer list, where you decided it. Rows you edit or delete count the next time the ledger is tiered.',
      'Two empty cells mean that the customer is not on the list.',
    ],
  },
  zh: {
    sheetTitle: 'Tiercel 客户匹配',
    lines: [
      '您确认的应收明细客户与客户清单客户的对应关系。可修改或删除行，下次评定应收明细时生效。',
      '后两列均为空表示该客户不在清单中。',
    ],
  },
});
