import type { Cell } from '../../ledger/ledger';
import { type MetricName, metricNames } from '../../metrics/table/metric';
import { type Measure, metricMeasure } from '../../metrics/table/metricMeasures';
import {
  type Bilingual,
  type BreachRuleId,
  breachRuleIds,
  inEveryLanguage,
  type KnockOutId,
  knockOutIds,
  type Language,
} from '../policy';
import { knockOutMeasure, thresholdMeasure } from '../ruleMeasures';
import { readShape, shapeWord } from '../shape';
import { comparable } from './policyCells';
import {
  count,
  dayCounts,
  exchangeRate,
  finePercent,
  general,
  isoDay,
  knockOutFormat,
  metricFormat,
  money,
  thresholdFormat,
  wholePercent,
} from './policyFormats';
import {
  ageByWords,
  channelWords,
  missingWords,
  type SectionId,
  type SettingId,
  settingIds,
  settingLabels,
  severityWords,
} from './policySections';

/** A row of a section of the policy, by the keys of its columns. */
export type PolicyRow = Readonly<Record<string, Cell>>;

/** What the numbers of a field count. */
export type FieldUnit = 'share' | 'days' | 'months' | 'money' | 'plain';

/** One of the words that a field may hold. */
export interface FieldOption {
  readonly code: string;
  readonly label: Bilingual;
}

/** How a cell of the policy is edited. */
export type PolicyField =
  | { readonly kind: 'number'; readonly unit: FieldUnit }
  | { readonly kind: 'choice'; readonly options: readonly FieldOption[] }
  /** The letter of one of the policy's tiers. */
  | { readonly kind: 'text' | 'date' | 'switch' | 'tier' }
  /** It names the row, or follows from where the row stands. */
  | { readonly kind: 'fixed' };

type Words = Readonly<Record<string, Bilingual>>;

const optionsOf = (words: Words): readonly FieldOption[] =>
  Object.entries(words).map(([code, label]) => ({ code, label }));

const number = (unit: FieldUnit): PolicyField => ({ kind: 'number', unit });
const choice = (words: Words): PolicyField => ({ kind: 'choice', options: optionsOf(words) });
const fixed: PolicyField = { kind: 'fixed' };
const text: PolicyField = { kind: 'text' };
const onOff: PolicyField = { kind: 'switch' };

const linearCode = '0';
/** As many steps as anybody argues for; a shape with more is offered where it is there already. */
const offeredSteps = [null, 1, 2, 3, 4, 5];

const settingFields: Readonly<Record<SettingId, PolicyField>> = {
  asOf: { kind: 'date' },
  windowDays: number('days'),
  countDisputed: onOff,
  ageBy: choice(ageByWords),
  currency: text,
};

/** Find the setting that a row of the section settings is about, in either language. */
export function settingOf(row: PolicyRow): SettingId | null {
  const names = [comparable(row.english), comparable(row.chinese)];
  const isNamed = (label: Bilingual) => inEveryLanguage(label).some(name => names.includes(comparable(name)));
  return settingIds.find(id => isNamed(settingLabels[id])) ?? null;
}

/**
 * Say how a cell of the policy is edited.
 *
 * @param column Key of one of the section's columns.
 * @param row The row it is in: the unit of a threshold hangs on its rule.
 * @example fieldOf('tiers', 'prepaymentShare', row) //=> { kind: 'number', unit: 'share' }
 */
export function fieldOf(section: SectionId, column: string, row: PolicyRow): PolicyField {
  const known = fields[section][column];
  return typeof known === 'function' ? known(row) : (known ?? fixed);
}

type FieldOfRow = PolicyField | ((row: PolicyRow) => PolicyField);

const names = { english: text, chinese: text };

const fields: Readonly<Record<SectionId, Readonly<Record<string, FieldOfRow>>>> = {
  settings: {
    value: row => {
      const setting = settingOf(row);
      return setting === null ? fixed : settingFields[setting];
    },
  },
  rates: { currency: text, rate: number('plain') },
  buckets: { toDay: number('days'), lossRate: number('share') },
  monthBuckets: { toMonth: number('months'), lossRate: number('share') },
  factors: {
    ...names,
    metric: choice(Object.fromEntries(metricNames.map(name => [name, { en: name, zh: name }]))),
    weight: number('plain'),
    best: row => number(metricUnit(row)),
    worst: row => number(metricUnit(row)),
    shape: row => ({ kind: 'choice', options: shapeOptions(row.shape) }),
    missing: choice(missingWords),
  },
  tiers: {
    letter: text,
    fromScore: number('plain'),
    limitMonths: number('plain'),
    termsDays: number('days'),
    prepaymentShare: number('share'),
    guarantee: onOff,
    reviewMonths: number('months'),
    lossRate: number('share'),
  },
  knockOuts: {
    ...names,
    on: onOff,
    threshold: row => {
      const id = codeOf<KnockOutId>(row.id, knockOutIds);
      // Of a fact that is so or not there is nothing to compare.
      if (id === 'insolvent') return fixed;
      return number(id === null ? 'plain' : unitOf(knockOutMeasure[id]));
    },
    minimumAmount: number('money'),
    bestTier: { kind: 'tier' },
  },
  rules: {
    ...names,
    on: onOff,
    threshold: row => {
      const id = codeOf<BreachRuleId>(row.id, breachRuleIds);
      return number(id === null ? 'plain' : unitOf(thresholdMeasure[id]));
    },
    minimumAmount: number('money'),
    minimumCount: number('plain'),
    severity: choice(severityWords),
  },
  steps: { ...names, fromDay: number('days'), minimumAmount: number('money'), channel: choice(channelWords) },
};

function metricUnit(row: PolicyRow): FieldUnit {
  const metric = codeOf<MetricName>(row.metric, metricNames);
  return metric === null ? 'plain' : unitOf(metricMeasure[metric]);
}

const unitOf = (measure: Measure): FieldUnit =>
  measure === 'share' || measure === 'days' || measure === 'money' ? measure : 'plain';

function codeOf<Code extends string>(cell: Cell, codes: readonly Code[]): Code | null {
  const known = comparable(cell);
  return codes.find(code => code.toLowerCase() === known) ?? null;
}

function shapeOptions(cell: Cell): readonly FieldOption[] {
  const now = readShape(cell) ?? null;
  const shapes = offeredSteps.includes(now) ? offeredSteps : [...offeredSteps, now];
  return shapes.map(steps => ({
    code: String(steps ?? linearCode),
    label: { en: shapeWord(steps, 'en'), zh: shapeWord(steps, 'zh') },
  }));
}

/** Tell which of a field's options a cell holds, in any language or by its code; null where it holds none of them. */
export function chosenOption(cell: Cell, options: readonly FieldOption[]): FieldOption | null {
  const word = typeof cell === 'number' ? String(cell) : comparable(cell);
  const isWord = ({ code, label }: FieldOption) =>
    [code, ...inEveryLanguage(label)].some(each => comparable(each) === word);
  return options.find(isWord) ?? null;
}

/**
 * Give Excel's format of a cell of the policy, on a sheet that is made and in a row that is added alike.
 *
 * @param column Key of one of the section's columns.
 * @param row The row it is in: how a threshold is written hangs on its rule.
 * @example fieldFormat('tiers', 'prepaymentShare', row, 'en') //=> '0%'
 */
export function fieldFormat(section: SectionId, column: string, row: PolicyRow, language: Language): string {
  const known = formats[section][column];
  return typeof known === 'function' ? known(row, language) : (known ?? general);
}

type FormatOfRow = string | ((row: PolicyRow, language: Language) => string);

const days: FormatOfRow = (_, language) => dayCounts[language];
const metricValue: FormatOfRow = ({ metric }, language) =>
  metricFormat(codeOf<MetricName>(metric, metricNames), language);

const formats: Readonly<Record<SectionId, Readonly<Record<string, FormatOfRow>>>> = {
  settings: {
    value: (row, language) => {
      const setting = settingOf(row);
      if (setting === 'asOf') return isoDay;
      return setting === 'windowDays' ? dayCounts[language] : general;
    },
  },
  rates: { rate: exchangeRate },
  buckets: { toDay: days, lossRate: finePercent },
  // The titles of these columns say months and days.
  monthBuckets: { toMonth: count, lossRate: finePercent },
  factors: { best: metricValue, worst: metricValue },
  tiers: { termsDays: count, prepaymentShare: wholePercent, lossRate: finePercent },
  knockOuts: {
    threshold: ({ id }, language) => {
      const knockOut = codeOf<KnockOutId>(id, knockOutIds);
      return knockOut === null ? general : knockOutFormat(knockOut, language);
    },
    minimumAmount: money,
  },
  rules: {
    threshold: ({ id }, language) => {
      const rule = codeOf<BreachRuleId>(id, breachRuleIds);
      return rule === null ? general : thresholdFormat(rule, language);
    },
    minimumAmount: money,
    minimumCount: count,
  },
  steps: { fromDay: days, minimumAmount: money },
};
