import type { Cell } from '../ledger/ledger';
import { textCell } from '../ledger/ownTable';
import type {
  Bilingual,
  BreachRule,
  Bucket,
  CollectionStep,
  ExchangeRate,
  Factor,
  KnockOut,
  MonthBucket,
  Policy,
  Tier,
} from './policy';
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
  monthCounts,
  thresholdFormat,
  wholePercent,
} from './policyFormats';
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
  type SectionId,
  type SettingId,
  settingIds,
  settingLabels,
  severityWords,
} from './policySections';
import { shapeWord } from './shape';

type Language = keyof Bilingual;

/** One row of a section: its cells and their number formats, by the section's columns. */
export interface SectionRow {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly formats: Readonly<Record<string, string>>;
}

/**
 * Write the rows of each section of the policy.
 *
 * @returns Cells by the section's columns, with the reason in `why`; no text that Excel would take for a formula.
 */
export function policyRows(
  policy: Policy,
  language: Language,
): Readonly<Record<SectionId, readonly SectionRow[]>> {
  return {
    settings: settingRows(policy, language),
    rates: rateRows(policy, language),
    buckets: placed(policy.buckets, bucketRow, language),
    monthBuckets: placed(policy.monthBuckets, monthBucketRow, language),
    factors: policy.factors.map(factor => factorRow(factor, language)),
    tiers: placed(policy.tiers, tierRow, language),
    knockOuts: policy.knockOuts.map(knockOut => knockOutRow(knockOut, language)),
    rules: policy.rules.map(rule => ruleRow(rule, language)),
    steps: policy.steps.map(step => stepRow(step, language)),
  };
}

function settingRows({ settings }: Policy, language: Language): SectionRow[] {
  const values: Readonly<Record<SettingId, { readonly value: Cell; readonly format: string }>> = {
    asOf: { value: settings.asOf ?? '', format: isoDay },
    windowDays: { value: settings.windowDays, format: dayCounts[language] },
    countDisputed: { value: settings.countDisputed, format: general },
    ageBy: { value: ageByWords[settings.ageBy][language], format: general },
    currency: { value: textCell(settings.currency), format: general },
  };
  return settingIds.map(id => ({
    cells: {
      english: settingLabels[id].en,
      chinese: settingLabels[id].zh,
      value: values[id].value,
      why: settingNotes[id][language],
    },
    formats: { value: values[id].format },
  }));
}

/** A native table needs a row: without rates it is an empty one. */
function rateRows({ rates }: Policy, language: Language): SectionRow[] {
  const row = (currency: Cell, rate: Cell, why: Bilingual): SectionRow => ({
    cells: { currency, rate, why: why[language] },
    formats: { rate: exchangeRate },
  });
  if (rates.length === 0) return [row('', '', rateNotes.none)];
  return rates.map((rate: ExchangeRate) => row(textCell(rate.currency), rate.rate, rateNotes.rate));
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
  const format = metricFormat(factor.metric, language);
  return {
    cells: {
      english: textCell(factor.name.en),
      chinese: textCell(factor.name.zh),
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
      letter: textCell(tier.letter),
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
      english: textCell(knockOut.name.en),
      chinese: textCell(knockOut.name.zh),
      on: knockOut.on,
      threshold: knockOut.threshold,
      minimumAmount: knockOut.minimumAmount,
      bestTier: textCell(knockOut.bestTier),
      why: knockOutNotes[knockOut.id][language],
    },
    formats: { threshold: knockOutFormat(knockOut.id, language), minimumAmount: money },
  };
}

function ruleRow(rule: BreachRule, language: Language): SectionRow {
  return {
    cells: {
      id: rule.id,
      english: textCell(rule.name.en),
      chinese: textCell(rule.name.zh),
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

function stepRow(step: CollectionStep, language: Language): SectionRow {
  return {
    cells: {
      id: textCell(step.id),
      english: textCell(step.name.en),
      chinese: textCell(step.name.zh),
      fromDay: step.fromDay,
      minimumAmount: step.minimumAmount,
      channel: channelWords[step.channel][language],
      why: stepNotes[step.id]?.[language] ?? '',
    },
    formats: { fromDay: dayCounts[language], minimumAmount: money },
  };
}

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
