import type { Cell } from '../ledger/ledger';
import type { MetricName } from '../metrics/metric';
import type {
  Bilingual,
  BreachRule,
  BreachRuleId,
  Bucket,
  CollectionStep,
  ExchangeRate,
  Factor,
  KnockOut,
  KnockOutId,
  MonthBucket,
  Policy,
  Tier,
} from './policy';
import type { PolicyBlock, PolicyEntry } from './policyBlock';
import { columnEntries, settingEntries } from './policyEntries';
import {
  bucketNotes,
  factorNotes,
  knockOutNotes,
  monthBucketNotes,
  rateNotes,
  ruleNotes,
  settingNotes,
  stepNotes,
  tierNotes,
} from './policyNotes';
import {
  ageByWords,
  channelWords,
  missingWords,
  type PolicySection,
  policyColumnCount,
  policySections,
  type SectionId,
  type SettingId,
  sectionIds,
  settingLabels,
  severityWords,
} from './policySections';
import { shapeWord } from './shape';

type Language = keyof Bilingual;

/** One row of a section: its cells and their number formats, by the section's columns. */
interface SectionRow {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly formats: Readonly<Record<string, string>>;
}

const general = 'General';
const wholePercent = '0%';
const finePercent = '0.0%';
const count = '0';
const dayCounts: Readonly<Record<Language, string>> = { en: '0" d"', zh: '0" 天"' };
const monthCounts: Readonly<Record<Language, string>> = { en: '0" m"', zh: '0" 个月"' };
const money = '#,##0';
const exchangeRate = '0.0000####';

/**
 * Lay the policy out as the native tables of the sheet `Tiercel Policy`.
 *
 * @param policy What to write; readPolicy reads exactly this back.
 * @param language Of titles, headers, choices and reasons; names stand in both languages. The first column of every row is the
 *   same in either language, unique within its table for settings and rules, and free of wildcards.
 * @returns One block a section, in the order of `sectionIds`: equally wide, the reason in the last column, no text that Excel would
 *   take for a formula. Defined names point at the settings and the cells of each rule.
 * @example policyBlocks(defaultPolicy, 'en')[7].rows[0] //=> ['overLimit', 'Over limit', '超信用额度', true, 1, 0, 0, 'critical', …]
 */
export function policyBlocks(policy: Policy, language: Language): readonly PolicyBlock[] {
  const written: Readonly<Record<SectionId, PolicyBlock>> = {
    settings: settingsBlock(policy, language),
    rates: block(policySections.rates, language, rateRows(policy, language)),
    buckets: block(policySections.buckets, language, placed(policy.buckets, bucketRow, language)),
    monthBuckets: block(
      policySections.monthBuckets,
      language,
      placed(policy.monthBuckets, monthBucketRow, language),
    ),
    factors: block(
      policySections.factors,
      language,
      policy.factors.map(factor => factorRow(factor, language)),
    ),
    tiers: block(policySections.tiers, language, placed(policy.tiers, tierRow, language)),
    knockOuts: block(
      policySections.knockOuts,
      language,
      policy.knockOuts.map(knockOut => knockOutRow(knockOut, language)),
    ),
    rules: rulesBlock(policy, language),
    steps: block(
      policySections.steps,
      language,
      policy.steps.map(step => stepRow(step, language)),
    ),
  };
  return sectionIds.map(id => written[id]);
}

function settingsBlock({ settings }: Policy, language: Language): PolicyBlock {
  const row = (setting: SettingId, value: Cell, format: string): SectionRow => ({
    cells: {
      english: settingLabels[setting].en,
      chinese: settingLabels[setting].zh,
      value,
      why: settingNotes[setting][language],
    },
    formats: { value: format },
  });
  const section = policySections.settings;
  const column = columnOf(section, 'value');
  const rows: Readonly<Record<SettingId, SectionRow>> = {
    asOf: row('asOf', settings.asOf ?? '', 'yyyy-mm-dd'),
    windowDays: row('windowDays', settings.windowDays, dayCounts[language]),
    countDisputed: row('countDisputed', settings.countDisputed, general),
    ageBy: row('ageBy', ageByWords[settings.ageBy][language], general),
    currency: row('currency', asText(settings.currency), general),
  };
  const ids = Object.keys(settingLabels) as SettingId[];
  const entries = settingEntries(language);
  return {
    ...block(
      section,
      language,
      ids.map(id => rows[id]),
    ),
    entries: ids.flatMap((id, index) => {
      const rule = entries[id];
      return rule ? [{ row: index, rowCount: 1, column, rule }] : [];
    }),
    names: ids.map((id, index) => ({ name: settingNames[id], row: index, column })),
  };
}

/** The defined name of each setting's value. */
const settingNames: Readonly<Record<SettingId, string>> = {
  asOf: 'Tiercel_AsOf',
  windowDays: 'Tiercel_WindowDays',
  countDisputed: 'Tiercel_CountDisputed',
  ageBy: 'Tiercel_AgeBy',
  currency: 'Tiercel_Currency',
};

/** A native table needs a row: without rates it is an empty one. */
function rateRows({ rates }: Policy, language: Language): SectionRow[] {
  const row = (currency: Cell, rate: Cell, why: Bilingual): SectionRow => ({
    cells: { currency, rate, why: why[language] },
    formats: { rate: exchangeRate },
  });
  if (rates.length === 0) return [row('', '', rateNotes.none)];
  return rates.map((rate: ExchangeRate) => row(asText(rate.currency), rate.rate, rateNotes.rate));
}

function bucketRow(bucket: Bucket, place: Place, index: number, language: Language): SectionRow {
  const isOpenEnd = bucket.toDay === Number.POSITIVE_INFINITY;
  const names: Bilingual =
    place === 'first'
      ? { en: 'Not due', zh: '未到期' }
      : isOpenEnd
        ? { en: 'Open end', zh: '更长' }
        : // By number, not by bounds: a label with the bounds in it would be wrong as soon as they are changed.
          { en: `Bucket ${index}`, zh: `第 ${index} 档` };
  const note = place === 'first' ? bucketNotes.notDue : isOpenEnd ? bucketNotes.openEnd : bucketNotes.between;
  return {
    cells: {
      english: names.en,
      chinese: names.zh,
      toDay: isOpenEnd ? '' : bucket.toDay,
      lossRate: bucket.lossRate,
      why: note[language],
    },
    formats: { toDay: dayCounts[language], lossRate: finePercent },
  };
}

function monthBucketRow(bucket: MonthBucket, place: Place, index: number, language: Language): SectionRow {
  const isOpenEnd = bucket.toMonth === Number.POSITIVE_INFINITY;
  const note = isOpenEnd ? monthBucketNotes.openEnd : monthBucketNotes[place === 'first' ? place : 'between'];
  return {
    cells: {
      english: isOpenEnd ? 'Open end' : `Age ${index + 1}`,
      chinese: isOpenEnd ? '更长' : `第 ${index + 1} 段`,
      toMonth: isOpenEnd ? '' : bucket.toMonth,
      lossRate: bucket.lossRate,
      why: note[language],
    },
    formats: { toMonth: monthCounts[language], lossRate: finePercent },
  };
}

function factorRow(factor: Factor, language: Language): SectionRow {
  const note = factor.metric === null ? undefined : factorNotes[factor.metric];
  const format = factor.metric === null ? general : formatOf(factor.metric, language);
  return {
    cells: {
      english: asText(factor.name.en),
      chinese: asText(factor.name.zh),
      metric: factor.metric ?? '',
      weight: factor.weight,
      best: factor.best,
      worst: factor.worst,
      shape: shapeWord(factor.steps, language),
      missing: missingWords[factor.missing][language],
      why: note?.[language] ?? '',
    },
    formats: { best: format, worst: format },
  };
}

function tierRow(tier: Tier, place: Place, _index: number, language: Language): SectionRow {
  const note = { first: tierNotes.best, between: tierNotes.between, last: tierNotes.last }[place];
  return {
    cells: {
      letter: asText(tier.letter),
      fromScore: tier.fromScore,
      limitMonths: tier.limitMonths,
      termsDays: tier.termsDays,
      prepaymentShare: tier.prepaymentShare,
      guarantee: tier.guarantee,
      reviewMonths: tier.reviewMonths,
      lossRate: tier.lossRate,
      why: note[language],
    },
    formats: { termsDays: dayCounts[language], prepaymentShare: wholePercent, lossRate: finePercent },
  };
}

function knockOutRow(knockOut: KnockOut, language: Language): SectionRow {
  return {
    cells: {
      id: knockOut.id,
      english: asText(knockOut.name.en),
      chinese: asText(knockOut.name.zh),
      on: knockOut.on,
      threshold: knockOut.threshold,
      minimumAmount: knockOut.minimumAmount,
      bestTier: asText(knockOut.bestTier),
      why: knockOutNotes[knockOut.id][language],
    },
    formats: { threshold: knockOutFormats(language)[knockOut.id], minimumAmount: money },
  };
}

function stepRow(step: CollectionStep, language: Language): SectionRow {
  return {
    cells: {
      id: asText(step.id),
      english: asText(step.name.en),
      chinese: asText(step.name.zh),
      fromDay: step.fromDay,
      minimumAmount: step.minimumAmount,
      channel: channelWords[step.channel][language],
      why: stepNotes[step.id]?.[language] ?? '',
    },
    formats: { fromDay: dayCounts[language], minimumAmount: money },
  };
}

function rulesBlock({ rules }: Policy, language: Language): PolicyBlock {
  const section = policySections.rules;
  const named = {
    On: 'on',
    Threshold: 'threshold',
    MinimumAmount: 'minimumAmount',
    MinimumCount: 'minimumCount',
  };
  return {
    ...block(
      section,
      language,
      rules.map(rule => ruleRow(rule, language)),
    ),
    names: rules.flatMap((rule, row) =>
      Object.entries(named).map(([suffix, key]) => ({
        name: `Tiercel_${rule.id}_${suffix}`,
        row,
        column: columnOf(section, key),
      })),
    ),
  };
}

function ruleRow(rule: BreachRule, language: Language): SectionRow {
  return {
    cells: {
      id: rule.id,
      english: asText(rule.name.en),
      chinese: asText(rule.name.zh),
      on: rule.on,
      threshold: rule.threshold,
      minimumAmount: rule.minimumAmount,
      minimumCount: rule.minimumCount,
      severity: severityWords[rule.severity][language],
      why: ruleNotes[rule.id][language],
    },
    formats: {
      threshold: thresholdFormat(rule.id, language),
      minimumAmount: money,
      minimumCount: count,
    },
  };
}

/** Put the reason into the last column and fill what a narrower section leaves free with headers of spaces, which Excel keeps as they are. */
function block(section: PolicySection, language: Language, rows: readonly SectionRow[]): PolicyBlock {
  const why = section.columns.at(-1)!;
  const values = section.columns.slice(0, -1);
  const free = policyColumnCount - section.columns.length;
  const spread = <T>(of: (key: string) => T, nothing: (index: number) => T, last: T): readonly T[] => [
    ...values.map(column => of(column.key)),
    ...Array.from({ length: free }, (_, index) => nothing(index)),
    last,
  ];
  const headers = new Map(section.columns.map(column => [column.key, column.header[language]]));
  return {
    table: section.table,
    title: section.title[language],
    headers: spread(
      key => headers.get(key)!,
      index => ' '.repeat(index + 1),
      why.header[language],
    ),
    rows: rows.map(row =>
      spread<Cell>(
        key => row.cells[key],
        () => '',
        row.cells[why.key],
      ),
    ),
    numberFormats: rows.map(row =>
      spread(
        key => row.formats[key] ?? general,
        () => general,
        general,
      ),
    ),
    entries: entriesOf(section, language, rows.length),
    names: [],
  };
}

function entriesOf(section: PolicySection, language: Language, rowCount: number): readonly PolicyEntry[] {
  return Object.entries(columnEntries(section, language)).flatMap(([key, rule]) =>
    rule ? [{ row: 0, rowCount, column: columnOf(section, key), rule }] : [],
  );
}

/** Where a column of values stands within the block: free columns come after them. */
const columnOf = (section: PolicySection, key: string): number =>
  section.columns.findIndex(column => column.key === key);

type Place = 'first' | 'between' | 'last';

/** Lay out rows whose reason depends on where they stand. */
const placed = <T>(
  rows: readonly T[],
  layOut: (row: T, place: Place, index: number, language: Language) => SectionRow,
  language: Language,
): SectionRow[] => rows.map((row, index) => layOut(row, placeOf(index, rows), index, language));

function placeOf(index: number, rows: readonly unknown[]): Place {
  if (index === 0) return 'first';
  return index === rows.length - 1 ? 'last' : 'between';
}

/** A name that begins like a formula gets the apostrophe by which Excel keeps it a text. */
const asText = (name: string): string => (/^[=+\-@']/.test(name) ? `'${name}` : name);

const shareMetrics: ReadonlySet<MetricName> = new Set([
  'overdueShare',
  'delayRate',
  'utilization',
  'share',
  'disputedShare',
]);
const dayMetrics: ReadonlySet<MetricName> = new Set([
  'oldestDays',
  'weightedDaysOverdue',
  'daysBeyondTerms',
  'dso',
  'termsDays',
  'daysSinceInvoice',
]);
const shareRules: ReadonlySet<BreachRuleId> = new Set([
  'overLimit',
  'utilization',
  'overdueShare',
  'exposureShare',
  'delayRate',
  'missingData',
]);
const dayRules: ReadonlySet<BreachRuleId> = new Set([
  'agedAmount',
  'dsoOverTerms',
  'contractEnding',
  'longTerms',
  'noOrders',
  'reviewOverdue',
]);

function formatOf(metric: MetricName, language: Language): string {
  if (shareMetrics.has(metric)) return wholePercent;
  return dayMetrics.has(metric) ? dayCounts[language] : general;
}

const knockOutFormats = (language: Language): Readonly<Record<KnockOutId, string>> => ({
  insolvent: general,
  oldestDays: dayCounts[language],
  overLimit: wholePercent,
  writtenOff: money,
  externalRating: general,
});

function thresholdFormat(rule: BreachRuleId, language: Language): string {
  if (shareRules.has(rule)) return wholePercent;
  return dayRules.has(rule) ? dayCounts[language] : general;
}
