import { partTexts } from '../bilingual';

/** What the policy's sheet says around its tables. */
export const policySheetTexts = partTexts<{
  readonly title: string;
  readonly introduction: string;
  /** What Excel answers to an entry that it refuses. */
  readonly refusals: {
    readonly notListed: string;
    readonly below: (lowest: number) => string;
    readonly outside: (lowest: number, highest: number) => string;
  };
  readonly log: { readonly title: string; readonly headers: readonly string[] };
}>({
  en: {
    title: 'Tiercel Policy',
    introduction:
      'Everything that decides a score, a tier or a highlight. Change a cell and the highlights follow by themselves; scores and tiers follow in an open Tiercel pane.',
    refusals: {
      notListed: 'Choose one of the list.',
      below: lowest => `Enter a number of ${lowest} or more.`,
      outside: (lowest, highest) => `Enter a number from ${lowest} to ${highest}.`,
    },
    log: {
      title: 'Changes made while Tiercel was open',
      headers: ['When', 'Table', 'Row', 'Column', 'From', 'To'],
    },
  },
  zh: {
    title: 'Tiercel 信用政策',
    introduction:
      '评分、等级与突出显示的全部依据。修改单元格后突出显示自动更新；Tiercel 窗格打开时，评分与等级也随之更新。',
    refusals: {
      notListed: '请从列表中选择。',
      below: lowest => `请输入不小于 ${lowest} 的数字。`,
      outside: (lowest, highest) => `请输入 ${lowest} 至 ${highest} 之间的数字。`,
    },
    log: { title: 'Tiercel 打开期间的修改', headers: ['时间', '表', '行', '列', '原值', '新值'] },
  },
});
