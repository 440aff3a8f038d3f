import type { Language } from '../language';

/** Chinese words for the options of functions: typed in a formula they are as good as the English ones. */
export const chineseOptions = {
  ending: '期末',
  average: '平均',
  countback: '倒推',
  days: '按天',
  months: '按月',
  top: '最大',
  effective: '等效',
  gini: '基尼',
  table: '表格',
  score: '评分',
  tier: '等级',
  points: '得分',
  reasons: '原因',
  coverage: '覆盖率',
  customers: '客户',
  rows: '逐行',
  lines: '行次',
  true: '是',
  false: '否',
} as const satisfies Readonly<Record<string, string>>;

/**
 * Give the Chinese word for an option; undefined where it is the same in both languages, such as HHI and the models of Altman.
 *
 * @example chineseOption('ending') //=> '期末'
 */
export const chineseOption = (option: string): string | undefined =>
  (chineseOptions as Readonly<Record<string, string>>)[option];

/**
 * Say an option as one who reads the language types it.
 *
 * @example optionWord('ending', 'zh') //=> '期末'
 */
export const optionWord = (option: string, language: Language): string =>
  language === 'zh' ? (chineseOption(option) ?? option) : option;
