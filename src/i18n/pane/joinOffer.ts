import { partTexts } from '../bilingual';

/** What the pane says of joining and remembering outside the part itself. */
export const joinOfferTexts = partTexts({
  en: {
    offer: (sheet: string) =>
      `“${sheet}” looks like the customer list of this ledger. Joined, its limits, terms and contracts count.`,
    join: 'Join',
    look: 'Look first',
    joined: (sheet: string) => `Joined with “${sheet}”. Its limits, terms and contracts count now.`,
    stopped: (sheet: string) => `No longer joined with “${sheet}”.`,
    listGone: (sheet: string) =>
      `The customer list “${sheet}” is gone or has no customers. This ledger was tiered without it.`,
    noCustomers: (sheet: string) =>
      `“${sheet}” has no column of customers that Tiercel knows. Tier that sheet and map its columns first.`,
    remembered: 'Remembered on the sheet Tiercel Columns, for you and your colleagues.',
    notRemembered: (why: string) => `This counts now, but the workbook could not remember it: ${why}.`,
    deletedList: (sheet: string) => `“${sheet}” was deleted. These results still count it.`,
    changedList: (sheet: string) => `“${sheet}” was edited since it was read. These results are from before.`,
  },
  zh: {
    offer: sheet => `“${sheet}”看起来是此应收明细的客户清单。关联后，其信用额度、信用期和合同将计入。`,
    join: '关联',
    look: '先查看',
    joined: sheet => `已与“${sheet}”关联，其信用额度、信用期和合同现已计入。`,
    stopped: sheet => `已取消与“${sheet}”的关联。`,
    listGone: sheet => `客户清单“${sheet}”已不存在或没有客户，本次评定未计入。`,
    noCustomers: sheet => `“${sheet}”中没有可识别的客户列。请先评定该工作表并指定各列。`,
    remembered: '已记录在工作表“Tiercel 列对应”中，同事打开时同样有效。',
    notRemembered: why => `此次更正已生效，但未能记录到工作簿：${why}。`,
    deletedList: sheet => `“${sheet}”已被删除，当前结果仍计入其内容。`,
    changedList: sheet => `“${sheet}”在读取后已被修改，当前结果为修改前的。`,
  },
});
