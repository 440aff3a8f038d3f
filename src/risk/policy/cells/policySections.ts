import {
  type AgeBy,
  type Bilingual,
  type Channel,
  inEveryLanguage,
  type Language,
  type MissingTreatment,
  type Severity,
} from '../policy';

/** The sections of the policy sheet, as they stand from top to bottom: what the writer puts there and the reader finds again, in one place. */
export const sectionIds = [
  'settings',
  'rates',
  'buckets',
  'monthBuckets',
  'factors',
  'tiers',
  'knockOuts',
  'rules',
  'steps',
] as const;

export type SectionId = (typeof sectionIds)[number];

export interface SectionColumn {
  /** The column's name in code. */
  readonly key: string;
  readonly header: Bilingual;
  /** A row with all identifying headers is the section's header row. */
  readonly identifies: boolean;
  /** A section whose column is missing cannot be read; the others have an obvious default. */
  readonly isNeeded: boolean;
}

export interface PolicySection {
  readonly id: SectionId;
  /** Name of the Excel table. */
  readonly table: string;
  readonly title: Bilingual;
  /** Sheets of earlier versions lack some sections: those mean their defaults. */
  readonly isNeeded: boolean;
  readonly columns: readonly SectionColumn[];
}

/** As many columns as the widest section: Excel inserts rows into an upper table only when the tables below are as wide. */
export const policyColumnCount = 9;

const column = (key: string, en: string, zh: string, kind: 'identifies' | 'needed' | 'optional') => ({
  key,
  header: { en, zh },
  identifies: kind === 'identifies',
  isNeeded: kind !== 'optional',
});

/** The column in which rows are named for readers of a language. */
export const nameColumns: Readonly<Record<Language, string>> = { en: 'english', zh: 'chinese' };

const why = column('why', 'Why', '说明', 'optional');

const names = [
  column('english', 'Name', '名称（英文）', 'optional'),
  column('chinese', 'Name in Chinese', '名称', 'optional'),
];

/** What each section is called in cells: its table, its title and its columns from left to right. */
export const policySections: Readonly<Record<SectionId, PolicySection>> = {
  settings: {
    id: 'settings',
    table: 'TiercelSettings',
    title: { en: 'Settings', zh: '基本设置' },
    isNeeded: true,
    columns: [
      column('english', 'Setting', '设置（英文）', 'identifies'),
      column('chinese', 'Setting in Chinese', '设置', 'optional'),
      column('value', 'Value', '取值', 'identifies'),
      why,
    ],
  },
  rates: {
    id: 'rates',
    table: 'TiercelRates',
    title: { en: 'Exchange rates', zh: '汇率' },
    isNeeded: false,
    columns: [
      column('currency', 'Currency', '币种', 'identifies'),
      column('rate', 'Rate', '汇率', 'identifies'),
      why,
    ],
  },
  buckets: {
    id: 'buckets',
    table: 'TiercelBuckets',
    title: { en: 'Ageing buckets', zh: '账龄区间' },
    isNeeded: true,
    columns: [
      column('english', 'Bucket', '区间（英文）', 'optional'),
      column('chinese', 'Bucket in Chinese', '区间', 'optional'),
      column('toDay', 'Last day past due', '逾期天数上限', 'identifies'),
      column('lossRate', 'Loss rate', '预期损失率', 'identifies'),
      why,
    ],
  },
  monthBuckets: {
    id: 'monthBuckets',
    table: 'TiercelMonthBuckets',
    title: { en: 'Ageing buckets by months', zh: '账龄区间（按月）' },
    isNeeded: false,
    columns: [
      column('english', 'Bucket', '区间（英文）', 'optional'),
      column('chinese', 'Bucket in Chinese', '区间', 'optional'),
      column('toMonth', 'Months since invoice, up to', '账龄上限（月，含）', 'identifies'),
      column('lossRate', 'Loss rate', '预期损失率', 'identifies'),
      why,
    ],
  },
  factors: {
    id: 'factors',
    table: 'TiercelFactors',
    title: { en: 'Score factors', zh: '评分因素' },
    isNeeded: true,
    columns: [
      column('english', 'Factor', '因素（英文）', 'identifies'),
      column('chinese', 'Factor in Chinese', '因素', 'optional'),
      column('metric', 'Metric', '指标', 'optional'),
      column('weight', 'Weight', '权重', 'identifies'),
      column('best', 'Best value', '满分值', 'identifies'),
      column('worst', 'Worst value', '零分值', 'identifies'),
      column('shape', 'Shape', '形状', 'optional'),
      column('missing', 'If missing', '缺失时', 'optional'),
      why,
    ],
  },
  tiers: {
    id: 'tiers',
    table: 'TiercelTiers',
    title: { en: 'Tiers', zh: '风险等级' },
    isNeeded: true,
    columns: [
      column('letter', 'Tier', '等级', 'identifies'),
      column('fromScore', 'From score', '最低评分', 'identifies'),
      column('limitMonths', 'Limit in months of sales', '额度（月均销售额倍数）', 'needed'),
      column('termsDays', 'Terms in days', '信用期（天）', 'needed'),
      column('prepaymentShare', 'Prepayment', '预付比例', 'needed'),
      column('guarantee', 'Guarantee', '要求担保', 'optional'),
      column('reviewMonths', 'Review every (months)', '复审周期（月）', 'needed'),
      column('lossRate', 'Expected loss', '预期损失率', 'needed'),
      why,
    ],
  },
  knockOuts: {
    id: 'knockOuts',
    table: 'TiercelKnockOuts',
    title: { en: 'Knock-outs', zh: '一票否决' },
    isNeeded: false,
    columns: [
      column('id', 'Knock-out', '否决代码', 'identifies'),
      ...names,
      column('on', 'On', '启用', 'identifies'),
      column('threshold', 'Threshold', '阈值', 'identifies'),
      column('minimumAmount', 'Minimum amount', '最低金额', 'optional'),
      column('bestTier', 'Best tier', '最高等级', 'identifies'),
      why,
    ],
  },
  rules: {
    id: 'rules',
    table: 'TiercelRules',
    title: { en: 'Breach rules', zh: '预警规则' },
    isNeeded: true,
    columns: [
      column('id', 'Rule', '规则代码', 'identifies'),
      ...names,
      column('on', 'On', '启用', 'identifies'),
      column('threshold', 'Threshold', '阈值', 'identifies'),
      column('minimumAmount', 'Minimum amount', '最低金额', 'needed'),
      column('minimumCount', 'Minimum count', '最少笔数', 'needed'),
      column('severity', 'Severity', '级别', 'needed'),
      why,
    ],
  },
  steps: {
    id: 'steps',
    table: 'TiercelSteps',
    title: { en: 'Collection steps', zh: '催收步骤' },
    isNeeded: false,
    columns: [
      column('id', 'Step', '步骤代码', 'identifies'),
      ...names,
      column('fromDay', 'From day', '起始天数', 'identifies'),
      column('minimumAmount', 'Minimum amount', '最低金额', 'optional'),
      column('channel', 'Channel', '方式', 'identifies'),
      why,
    ],
  },
};

/** The rows of the section settings, by their label. */
export const settingLabels = {
  asOf: { en: 'As-of date', zh: '截止日期' },
  windowDays: { en: 'Window in days', zh: '回溯天数' },
  countDisputed: { en: 'Count disputed items', zh: '计入争议款项' },
  ageBy: { en: 'Age by', zh: '账龄起算' },
  currency: { en: 'Reporting currency', zh: '报告币种' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type SettingId = keyof typeof settingLabels;

/** The settings, as they stand from top to bottom. */
export const settingIds = Object.keys(settingLabels) as readonly SettingId[];

/** Sheets of earlier versions lack these rows: they mean their defaults. */
export const laterSettings: ReadonlySet<SettingId> = new Set(['ageBy', 'currency']);

/** From which date an item ages, as cells say it. */
export const ageByWords: Readonly<Record<AgeBy, Bilingual>> = {
  dueDate: { en: 'due date', zh: '到期日' },
  invoiceDate: { en: 'invoice date', zh: '发票日' },
};

/** How a step reaches the customer, as cells say it. */
export const channelWords: Readonly<Record<Channel, Bilingual>> = {
  mail: { en: 'mail', zh: '邮件' },
  phone: { en: 'phone', zh: '电话' },
  letter: { en: 'letter', zh: '信函' },
  legal: { en: 'legal', zh: '法律' },
};

/** How grave a breach is, as cells say it. */
export const severityWords: Readonly<Record<Severity, Bilingual>> = {
  critical: { en: 'critical', zh: '严重' },
  warning: { en: 'warning', zh: '警告' },
  notice: { en: 'notice', zh: '提示' },
};

/** What becomes of the weight of a factor without a value, as cells say it. */
export const missingWords: Readonly<Record<MissingTreatment, Bilingual>> = {
  share: { en: 'shared among the others', zh: '由其他因素分摊' },
  nothing: { en: 'earns nothing', zh: '不得分' },
};

/** A name on the policy's sheet as messages say it: in every language, since the sheet may be in any. */
export const nameInMessages = (name: Bilingual): string => inEveryLanguage(name).join(' / ');

/** A section's name in messages. */
export const sectionName = (section: PolicySection): string => nameInMessages(section.title);

/** A column's name in messages. */
export const columnName = ({ header }: SectionColumn): string => nameInMessages(header);
