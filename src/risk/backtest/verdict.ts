import type { Tier } from '../policy/policy';
import { areaDifference } from './areaDifference';
import { areaUnderCurve } from './areaUnderCurve';
import { kolmogorovSmirnov } from './kolmogorovSmirnov';
import { bandByScore, bandEqually, type OutcomeBands } from './outcomeBands';
import { populationStability, stabilityByChance } from './populationStability';
import type { Ranking } from './ranking';
import type { Replay } from './replay';
import { informationValue, weightOfEvidence } from './weightOfEvidence';

/** Bands of about equally many customers in which a ranking's information value is measured. */
const evidenceBands = 5;

/** How well one ranking ranked. */
export interface RankingVerdict {
  readonly name: string;
  readonly kind: Ranking['kind'];
  /** Rows whose value was known, 0–1. */
  readonly knownShare: number;
  /** Over all quarters; over the first half of them, on which defaults may be chosen; over the second, on which they are reported. */
  readonly area: number;
  readonly areaFirstHalf: number;
  readonly areaSecondHalf: number;
  readonly areaByQuarter: readonly number[];
  readonly gap: number;
  readonly informationValue: number;
  /**
   * The score's area less this one's over the rows where this one was known, so that it is not blamed for what it cannot see, with
   * its standard error by customer; 0 for the score itself.
   */
  readonly behindScore: number;
  readonly standardError: number;
}

/**
 * Judge every ranking of a replay: area under the curve, KS, information value, and how far it is behind the score.
 *
 * @example judgeRankings(replay)[0] //=> { name: 'score', area: 0.88, gap: 0.65, … }
 */
export function judgeRankings(replay: Replay): RankingVerdict[] {
  const halfway = firstOfSecondHalf(replay.quarterEnds.length);
  const [score] = replay.rankings;
  return replay.rankings.map(({ name, kind, values, isKnown }) => {
    const areaWhere = (isWanted: (quarter: number) => boolean) =>
      areaUnderCurve(outcomesWhere(replay, values, isWanted));
    const bands = bandByScore(values, replay.isBad);
    const known = <T>(column: readonly T[]) => column.filter((_, row) => isKnown[row]);
    const { difference, standardError } = areaDifference(
      known(score.values),
      known(values),
      known(replay.isBad),
      known(replay.customer),
    );
    return {
      name,
      kind,
      knownShare: isKnown.filter(Boolean).length / isKnown.length,
      area: areaUnderCurve(bands),
      areaFirstHalf: areaWhere(quarter => quarter < halfway),
      areaSecondHalf: areaWhere(quarter => quarter >= halfway),
      areaByQuarter: replay.quarterEnds.map((_, wanted) => areaWhere(quarter => quarter === wanted)),
      gap: kolmogorovSmirnov(bands),
      informationValue: informationValue(bandEqually(values, replay.isBad, evidenceBands)),
      behindScore: difference,
      standardError,
    };
  });
}

/** The index of the quarter with which the second half begins: of seven quarters the first three are the first half. */
export function firstOfSecondHalf(quarterCount: number): number {
  return Math.floor(quarterCount / 2);
}

function outcomesWhere(
  { quarter, isBad }: Replay,
  values: readonly number[],
  isWanted: (quarter: number) => boolean,
): OutcomeBands {
  const isRowWanted = (_: number, row: number) => isWanted(quarter[row]);
  return bandByScore(values.filter(isRowWanted), isBad.filter(isRowWanted));
}

/** What became of the customers of a tier. */
export interface TierVerdict {
  readonly letter: string;
  /** Customers × quarters. */
  readonly count: number;
  readonly bad: number;
  readonly due: number;
  readonly late: number;
  /** ln(share of the good / share of the bad): above 0 safer than the whole ledger. */
  readonly weightOfEvidence: number;
}

/**
 * See what became of each tier, best tier first.
 *
 * @example judgeTiers(replay, defaultPolicy.tiers)[0] //=> { letter: 'A', count: 387, bad: 35, … }
 */
export function judgeTiers(replay: Replay, tiers: readonly Pick<Tier, 'letter'>[]): TierVerdict[] {
  const counted = tiers.map(({ letter }, index) => {
    const rows = [...replay.tier.keys()].filter(row => replay.tier[row] === index);
    const total = (column: readonly number[]) => rows.reduce((sum, row) => sum + column[row], 0);
    return {
      letter,
      count: rows.length,
      bad: total(replay.isBad),
      due: total(replay.due),
      late: total(replay.late),
    };
  });
  const weights = weightOfEvidence({
    good: counted.map(({ count, bad }) => count - bad),
    bad: counted.map(({ bad }) => bad),
  });
  return counted.map((tier, index) => ({ ...tier, weightOfEvidence: weights[index] }));
}

/** One quarter end in figures. */
export interface QuarterVerdict {
  /** Serial day. */
  readonly end: number;
  readonly scored: number;
  readonly judged: number;
  readonly bad: number;
  /** Judged customers per tier of the policy. */
  readonly perTier: readonly number[];
  /** How far customers moved between tiers since the quarter before, and what chance alone would make of it; NaN for the first. */
  readonly stability: number;
  readonly stabilityByChance: number;
}

/**
 * Count each quarter, and how far its customers moved between the tiers since the one before.
 *
 * @example judgeQuarters(replay, 4)[1].stability //=> 0.03
 */
export function judgeQuarters(replay: Replay, tierCount: number): QuarterVerdict[] {
  const perTier = replay.quarterEnds.map((_, quarter) =>
    Array.from({ length: tierCount }, (_unused, tier) => countRows(replay, quarter, tier)),
  );
  return replay.quarterEnds.map((end, quarter) => {
    const before = perTier[quarter - 1];
    const now = perTier[quarter];
    const judged = now.reduce((total, count) => total + count, 0);
    const judgedBefore = before?.reduce((total, count) => total + count, 0) ?? 0;
    return {
      end,
      scored: replay.scored[quarter],
      judged,
      bad: replay.isBad.filter((isBad, row) => isBad === 1 && replay.quarter[row] === quarter).length,
      perTier: now,
      stability: before ? populationStability(before, now) : Number.NaN,
      stabilityByChance: before ? stabilityByChance(tierCount, judgedBefore, judged) : Number.NaN,
    };
  });
}

function countRows(replay: Replay, quarter: number, tier: number): number {
  return replay.tier.filter((each, row) => each === tier && replay.quarter[row] === quarter).length;
}
