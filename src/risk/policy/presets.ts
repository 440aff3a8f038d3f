import { defaultPolicy } from './defaultPolicy';
import type { Bilingual, BreachRuleId, CollectionStep, KnockOutId, Policy, Tier } from './policy';

/** The policies to start from, the strictest first. */
export const presetIds = ['cautious', 'standard', 'growth'] as const;

export type PresetId = (typeof presetIds)[number];

/** How much risk a business takes: what follows from a score, never the score itself. */
export interface Preset {
  readonly id: PresetId;
  readonly name: Bilingual;
  readonly why: Bilingual;
  readonly tiers: readonly Tier[];
  readonly ruleThresholds: Readonly<Partial<Record<BreachRuleId, number>>>;
  readonly knockOutThresholds: Readonly<Partial<Record<KnockOutId, number>>>;
  /** Days past due by the code of the collection step. */
  readonly stepDays: Readonly<Record<string, number>>;
}

/** One tier in the order of the sheet: score, months, terms, prepayment, guarantee, review, loss. */
type TierFigures = readonly [
  letter: string,
  fromScore: number,
  limitMonths: number,
  termsDays: number,
  prepaymentShare: number,
  guarantee: boolean,
  reviewMonths: number,
  lossRate: number,
];

const tierOf = ([
  letter,
  fromScore,
  limitMonths,
  termsDays,
  prepaymentShare,
  guarantee,
  reviewMonths,
  lossRate,
]: TierFigures): Tier => ({
  letter,
  fromScore,
  limitMonths,
  termsDays,
  prepaymentShare,
  guarantee,
  reviewMonths,
  lossRate,
});

const thresholdsOf = <Id extends string>(rows: readonly { readonly id: Id; readonly threshold: number }[]) =>
  Object.fromEntries(rows.map(({ id, threshold }) => [id, threshold])) as Partial<Record<Id, number>>;

/**
 * Three policies to start from. The factors are the same in all three, so that a score means the same everywhere; what differs is how
 * much room it earns, and how early somebody acts. The numbers are argued in docs/policy.md.
 */
export const presets: Readonly<Record<PresetId, Preset>> = {
  cautious: {
    id: 'cautious',
    name: { en: 'Cautious', zh: '稳健' },
    why: {
      en: 'Thin margins or scarce cash: less room, shorter terms, guarantees from tier B, and action within weeks.',
      zh: '利润薄或资金紧：额度低、信用期短，B 级起要求担保，数周内即采取行动。',
    },
    tiers: (
      [
        ['A', 85, 2, 60, 0, false, 6, 0.004],
        ['B', 70, 1, 30, 0, true, 3, 0.012],
        ['C', 50, 0.5, 15, 0.5, true, 2, 0.045],
        ['D', 0, 0, 0, 1, true, 1, 0.18],
      ] satisfies TierFigures[]
    ).map(tierOf),
    ruleThresholds: {
      utilization: 0.8,
      overdueShare: 0.2,
      agedAmount: 60,
      dsoOverTerms: 15,
      delayRate: 0.5,
      lowScore: 50,
      contractEnding: 60,
      noOrders: 120,
      scoreFall: 10,
    },
    knockOutThresholds: { oldestDays: 120, overLimit: 0.25, externalRating: 30 },
    stepDays: { reminder: -7, mail: 1, phone: 7, secondNotice: 15, finalNotice: 30, legal: 60 },
  },
  standard: {
    id: 'standard',
    name: { en: 'Standard', zh: '标准' },
    why: {
      en: 'Ordinary trade between businesses: the policy a workbook starts with.',
      zh: '一般企业间贸易：工作簿初始即为此政策。',
    },
    tiers: defaultPolicy.tiers,
    ruleThresholds: thresholdsOf(defaultPolicy.rules),
    knockOutThresholds: thresholdsOf(defaultPolicy.knockOuts),
    stepDays: Object.fromEntries(defaultPolicy.steps.map(({ id, fromDay }) => [id, fromDay])),
  },
  growth: {
    id: 'growth',
    name: { en: 'Growth', zh: '进取' },
    why: {
      en: 'Wide margins and a market to win: more room and longer terms, losses priced in; insolvency and half a year past due stay what they are.',
      zh: '利润厚、抢占市场：额度更高、信用期更长，损失计入价格；破产与逾期半年的否决不变。',
    },
    tiers: (
      [
        ['A', 75, 4, 90, 0, false, 12, 0.006],
        ['B', 55, 3, 75, 0, false, 9, 0.02],
        ['C', 35, 1.5, 45, 0.2, false, 4, 0.055],
        ['D', 0, 0, 0, 0.5, true, 2, 0.21],
      ] satisfies TierFigures[]
    ).map(tierOf),
    ruleThresholds: {
      utilization: 0.95,
      overdueShare: 0.4,
      agedAmount: 90,
      dsoOverTerms: 45,
      delayRate: 0.8,
      lowScore: 35,
      contractEnding: 30,
      noOrders: 180,
      scoreFall: 20,
    },
    knockOutThresholds: { oldestDays: 180, overLimit: 1, externalRating: 20 },
    stepDays: { reminder: -3, mail: 5, phone: 20, secondNotice: 40, finalNotice: 70, legal: 100 },
  },
};

/**
 * Put a preset over a policy: its tiers, and the thresholds and days of the rules, knock-outs and steps that the policy has.
 *
 * Settings, rates, buckets, factors, names, minimums, severities and what is switched off stay the user's. A knock-out whose tier the
 * preset does not have caps at its last.
 *
 * @example applyPreset(defaultPolicy, 'cautious').tiers[0].fromScore //=> 85
 */
export function applyPreset(policy: Policy, id: PresetId): Policy {
  const { tiers, ruleThresholds, knockOutThresholds, stepDays } = presets[id];
  const letters = tiers.map(({ letter }) => letter);
  const lastLetter = letters.at(-1)!;
  return {
    ...policy,
    tiers,
    rules: policy.rules.map(rule => ({ ...rule, threshold: ruleThresholds[rule.id] ?? rule.threshold })),
    knockOuts: policy.knockOuts.map(knockOut => ({
      ...knockOut,
      threshold: knockOutThresholds[knockOut.id] ?? knockOut.threshold,
      bestTier: letters.includes(knockOut.bestTier) ? knockOut.bestTier : lastLetter,
    })),
    steps: inOrder(policy.steps.map(step => ({ ...step, fromDay: stepDays[step.id] ?? step.fromDay }))),
  };
}

/** A step of the user's own that falls on the day of another follows a day later. */
function inOrder(steps: readonly CollectionStep[]): readonly CollectionStep[] {
  const sorted = [...steps].sort((one, other) => one.fromDay - other.fromDay);
  let earliest = Number.NEGATIVE_INFINITY;
  return sorted.map(step => {
    const fromDay = Math.max(step.fromDay, earliest);
    earliest = fromDay + 1;
    return { ...step, fromDay };
  });
}
