import type { CustomerTable } from '../metrics/table/metric';
import type { Policy } from '../policy/policy';
import { earnedShare } from '../scoring/score';

/** One way to put customers in order, to be compared with others on the same customers and quarters. */
export interface Ranking {
  /** `score`, `lastQuarterDbt`, `overdueShare`, or the English name of a factor of the policy. */
  readonly name: string;
  readonly kind: 'score' | 'baseline' | 'factor';
  /** Higher is safer. One a row; what was not known stands in the middle of that quarter, so that it neither helps nor hurts. */
  readonly values: readonly number[];
  /** Whether the value was known, by row. */
  readonly isKnown: readonly boolean[];
}

/** What one quarter end knew of its customers, for every ranking. */
export interface RankedQuarter {
  readonly table: CustomerTable;
  readonly score: Float64Array;
  /** The same ledger measured over the last quarter alone. */
  readonly lastQuarter: CustomerTable;
}

/** A ranking as it is read off a quarter: one value a customer, NaN where not known. */
export interface RankingSource {
  readonly name: string;
  readonly kind: Ranking['kind'];
  readonly read: (quarter: RankedQuarter) => ArrayLike<number>;
}

/**
 * List what is compared: the score, two naive baselines, and each factor of the policy alone.
 *
 * Baselines are what a clerk would look at without a score: how many days late the invoices settled in the last quarter were, by amount
 * (unknown where none was settled), and what share of the balance is overdue today (none where nothing is owed).
 */
export function rankingSources(policy: Policy): readonly RankingSource[] {
  const factors = policy.factors.flatMap((factor): RankingSource[] => {
    const { name, metric } = factor;
    if (metric === null) return [];
    const read = ({ table }: RankedQuarter) => table.metrics[metric].map(value => earnedShare(value, factor));
    return [{ name: name.en, kind: 'factor', read }];
  });
  return [
    { name: 'score', kind: 'score', read: ({ score }) => score },
    {
      name: 'lastQuarterDbt',
      kind: 'baseline',
      read: ({ lastQuarter }) => lastQuarter.metrics.daysBeyondTerms.map(days => -days),
    },
    {
      name: 'overdueShare',
      kind: 'baseline',
      read: ({ table }) =>
        table.metrics.overdueShare.map((share, customer) =>
          table.metrics.overdue[customer] === 0 ? 0 : -share,
        ),
    },
    ...factors,
  ];
}

/** Put the median of the known values where one is not known; 0 where none is. */
export function withMiddleForUnknown(values: readonly number[]): number[] {
  const known = values.filter(value => !Number.isNaN(value)).sort((one, other) => one - other);
  const middle = known.length === 0 ? 0 : known[known.length >> 1];
  return values.map(value => (Number.isNaN(value) ? middle : value));
}
