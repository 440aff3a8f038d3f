import type { CustomerText } from '../../ledger/customerList/customerFields';
import type { AltmanModel } from '../formulas/altmanZ';

/** The metrics of a customer, by name: the same name in code, pane, policy and documentation. */
export const metricNames = [
  'exposure',
  'notDue',
  'overdue',
  'overdueShare',
  'oldestDays',
  'weightedDaysOverdue',
  'daysBeyondTerms',
  'delayRate',
  'sales',
  'dso',
  'turnover',
  'creditLimit',
  'utilization',
  'share',
  'disputed',
  'disputedShare',
  'unappliedCredits',
  'termsDays',
  'tenureYears',
  'daysSinceInvoice',
  'contractEnd',
  'openCount',
  'dueCount',
  'agedAmount',
  'agedCount',
  'rank',
  'concentrationContribution',
  'expectedLoss',
  'daysBeyondTermsRecent',
  'daysBeyondTermsTrend',
  'delayRateByValue',
  'dsoAverage',
  'dsoCountback',
  'bestPossibleDso',
  'averageDaysDelinquent',
  'collectionEffectiveness',
  'creditNoteShare',
  'writtenOff',
  'orderCount',
  'usualOrderGap',
  'orderGapAnomaly',
  'orderAmountAnomaly',
  'currentRatio',
  'debtRatio',
  'cashFlowToDebt',
  'altmanZ',
  'externalRating',
  'scoreFall',
  'daysSinceReview',
  'insolvent',
  'guaranteed',
] as const;

export type MetricName = (typeof metricNames)[number];

/** Metrics that are measured together. The first three are cheap and always measured; the others when somebody needs them. */
export const metricGroups = ['position', 'payments', 'sales', 'ranking', 'history', 'orders'] as const;

export type MetricGroup = (typeof metricGroups)[number];

/**
 * One entry a customer. Money is in currency units, shares are 0–1, days are days, `contractEnd` is an Excel serial day.
 * `openCount` counts open items, `dueCount` the invoices due within the window (what the delay rate is a share of), `agedAmount`
 * and `agedCount` the open items older than the days of the policy's rule agedAmount.
 * `insolvent` and `guaranteed` are 1 for yes and 0 for no.
 * NaN means not known for this customer (which the score treats as the policy says), never zero.
 */
export interface CustomerTable {
  readonly asOf: number;
  readonly customers: readonly string[];
  /**
   * 1 for who is there at the as-of day: customers of a ledger with a document by then, all of a customer list. 0 for who only came later: they
   * stand in the columns, owing nothing, but are not scored, ranked, warned of or listed.
   */
  readonly listed: Uint8Array;
  /** True for a ledger that lists open items alone: what was sold and paid before is not in it, and metrics that rest on it are NaN. */
  readonly isOpenItemsOnly: boolean;
  /** What was measured: metrics of other groups are NaN until somebody asks for them. */
  readonly measured: ReadonlySet<MetricGroup>;
  readonly metrics: Readonly<Record<MetricName, Float64Array>>;
  /** Per bucket of the policy (not due first), the amount per customer; positive and negative items, without unapplied credits. */
  readonly buckets: readonly Float64Array[];
  /** Zero-based rows of the block that belong to a customer: open ones first for a ledger, the one row for a customer list. */
  readonly rowsOf: (customer: number) => Int32Array;
  /** By which of Altman's models their scores were measured; absent where there are none, and where a list states them without saying how. */
  readonly altmanModel?: AltmanModel;
  /** What a customer list, or else the rows of a ledger, say of each customer in words, `''` where they do not; absent where there is neither. */
  readonly texts?: Readonly<Record<CustomerText, readonly string[]>>;
}

/** Whole-portfolio figures, money in currency units. */
export interface Portfolio {
  readonly exposure: number;
  readonly overdue: number;
  readonly overdueShare: number;
  readonly sales: number;
  /** Exposure / sales of the window × days; NaN without sales. */
  readonly dso: number;
  /** Share of the largest customer and HHI (0–10,000) of positive exposures. */
  readonly topShare: number;
  readonly hhi: number;
  /** Per bucket of the policy, not due first. */
  readonly buckets: readonly number[];
  readonly unappliedCredits: number;
  /** Amount of rows that could not be placed; exposure + unplaced is the ledger's control total. */
  readonly unplaced: number;
  readonly openCount: number;
  /** By the buckets' loss rates, the allowance that is required; NaN where buckets are not known. */
  readonly expectedLoss: number;
}
