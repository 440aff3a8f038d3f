import type { Cell } from '../../ledger/ledger';
import { textCell } from '../../ownTable';
import type {
  Bilingual,
  BreachRule,
  Bucket,
  CollectionStep,
  ExchangeRate,
  Factor,
  KnockOut,
  Language,
  MonthBucket,
  Policy,
  Tier,
} from '../policy';
import { shapeWord } from '../shape';
import { numberedNames } from './numberedNames';
import type { PolicyRow } from './policyFields';
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

/**
 * Write the rows of each section of the policy.
 *
 * @returns Cells by the section's columns, with the reason in `why`; no text that Excel would take for a formula.
 */
export function policyRows(
  policy: Policy,
  language: Language,
): Readonly<Record<SectionId, readonly PolicyRow[]>> {
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

function settingRows({ settings }: Policy, language: Language): PolicyRow[] {
  const values: Readonly<Record<SettingId, Cell>> = {
    asOf: settings.asOf ?? '',
    windowDays: settings.windowDays,
    countDisputed: settings.countDisputed,
    ageBy: ageByWords[settings.ageBy][language],
    currency: textCell(settings.currency),
  };
  return settingIds.map(id => ({
    english: settingLabels[id].en,
    chinese: settingLabels[id].zh,
    value: values[id],
    why: settingNotes[id][language],
  }));
}

/** A native table needs a row: without rates it is an empty one. */
function rateRows({ rates }: Policy, language: Language): PolicyRow[] {
  const row = (currency: Cell, rate: Cell, why: Bilingual): PolicyRow => ({
    currency,
    rate,
    why: why[language],
  });
  if (rates.length === 0) return [row('', '', rateNotes.none)];
  return rates.map((rate: ExchangeRate) => row(textCell(rate.currency), rate.rate, rateNotes.rate));
}

const openEnd: Bilingual = { en: 'Open end', zh: '更长' };

function bucketRow(bucket: Bucket, place: Place, index: number, language: Language): PolicyRow {
  const isOpenEnd = bucket.toDay === Number.POSITIVE_INFINITY;
  const names: Bilingual =
    place === 'first' ? { en: 'Not due', zh: '未到期' } : isOpenEnd ? openEnd : numberedNames.bucket(index);
  const note = place === 'first' ? bucketNotes.notDue : isOpenEnd ? bucketNotes.openEnd : bucketNotes.between;
  return {
    english: names.en,
    chinese: names.zh,
    toDay: isOpenEnd ? '' : bucket.toDay,
    lossRate: bucket.lossRate,
    why: note[language],
  };
}

function monthBucketRow(bucket: MonthBucket, place: Place, index: number, language: Language): PolicyRow {
  const isOpenEnd = bucket.toMonth === Number.POSITIVE_INFINITY;
  const note = isOpenEnd ? monthBucketNotes.openEnd : monthBucketNotes[place === 'first' ? place : 'between'];
  const names = isOpenEnd ? openEnd : numberedNames.age(index + 1);
  return {
    english: names.en,
    chinese: names.zh,
    toMonth: isOpenEnd ? '' : bucket.toMonth,
    lossRate: bucket.lossRate,
    why: note[language],
  };
}

function factorRow(factor: Factor, language: Language): PolicyRow {
  const note = factor.metric === null ? undefined : factorNotes[factor.metric];
  return {
    english: textCell(factor.name.en),
    chinese: textCell(factor.name.zh),
    metric: factor.metric ?? '',
    weight: factor.weight,
    best: factor.best,
    worst: factor.worst,
    shape: shapeWord(factor.steps, language),
    missing: missingWords[factor.missing][language],
    why: note?.[language] ?? '',
  };
}

function tierRow(tier: Tier, place: Place, _index: number, language: Language): PolicyRow {
  const note = { first: tierNotes.best, between: tierNotes.between, last: tierNotes.last }[place];
  return {
    letter: textCell(tier.letter),
    fromScore: tier.fromScore,
    limitMonths: tier.limitMonths,
    termsDays: tier.termsDays,
    prepaymentShare: tier.prepaymentShare,
    guarantee: tier.guarantee,
    reviewMonths: tier.reviewMonths,
    lossRate: tier.lossRate,
    why: note[language],
  };
}

function knockOutRow(knockOut: KnockOut, language: Language): PolicyRow {
  return {
    id: knockOut.id,
    english: textCell(knockOut.name.en),
    chinese: textCell(knockOut.name.zh),
    on: knockOut.on,
    threshold: knockOut.threshold,
    minimumAmount: knockOut.minimumAmount,
    bestTier: textCell(knockOut.bestTier),
    why: knockOutNotes[knockOut.id][language],
  };
}

function ruleRow(rule: BreachRule, language: Language): PolicyRow {
  return {
    id: rule.id,
    english: textCell(rule.name.en),
    chinese: textCell(rule.name.zh),
    on: rule.on,
    threshold: rule.threshold,
    minimumAmount: rule.minimumAmount,
    minimumCount: rule.minimumCount,
    severity: severityWords[rule.severity][language],
    why: ruleNotes[rule.id][language],
  };
}

function stepRow(step: CollectionStep, language: Language): PolicyRow {
  return {
    id: textCell(step.id),
    english: textCell(step.name.en),
    chinese: textCell(step.name.zh),
    fromDay: step.fromDay,
    minimumAmount: step.minimumAmount,
    channel: channelWords[step.channel][language],
    why: stepNotes[step.id]?.[language] ?? '',
  };
}

type Place = 'first' | 'between' | 'last';

/** Lay out rows whose reason depends on where they stand. */
const placed = <T>(
  rows: readonly T[],
  layOut: (row: T, place: Place, index: number, language: Language) => PolicyRow,
  language: Language,
): PolicyRow[] => rows.map((row, index) => layOut(row, placeOf(index, rows), index, language));

function placeOf(index: number, rows: readonly unknown[]): Place {
  if (index === 0) return 'first';
  return index === rows.length - 1 ? 'last' : 'between';
}
