import type { Field } from '../../ledger/ledger';
import type { MetricName } from './metric';

const open: readonly Field[] = [
  'amount',
  'debit',
  'credit',
  'openAmount',
  'paidAmount',
  'paidDate',
  'reference',
  'documentType',
  'exposure',
];
const aged: readonly Field[] = [...open, 'dueDate'];
const late: readonly Field[] = [...aged, 'overdue', 'overdueShare'];
const paid: readonly Field[] = [
  'amount',
  'debit',
  'credit',
  'dueDate',
  'paidDate',
  'paidAmount',
  'reference',
  'documentType',
];
const sold: readonly Field[] = ['amount', 'debit', 'invoiceDate', 'documentType', 'sales'];
const ordered: readonly Field[] = ['amount', 'debit', 'invoiceDate', 'documentType'];
const altman: readonly Field[] = [
  'altmanZ',
  'workingCapital',
  'retainedEarnings',
  'ebit',
  'equity',
  'marketValue',
  'revenue',
  'totalAssets',
  'totalLiabilities',
];

/** The columns that a metric reads where a sheet has them, those that say the most first. */
const sources: Readonly<Record<MetricName, readonly Field[]>> = {
  exposure: open,
  notDue: [...aged, 'overdue'],
  overdue: late,
  overdueShare: ['overdueShare', ...aged, 'overdue'],
  oldestDays: ['oldestDays', 'dueDate', 'openAmount', 'paidDate', 'amount'],
  weightedDaysOverdue: aged,
  daysBeyondTerms: ['daysBeyondTerms', ...paid],
  delayRate: ['delayRate', ...paid],
  sales: sold,
  dso: ['dso', ...open, 'sales', 'invoiceDate'],
  turnover: [...open, 'sales', 'invoiceDate'],
  creditLimit: ['creditLimit'],
  utilization: ['creditLimit', ...open],
  share: open,
  disputed: ['disputed', 'disputedShare', ...open],
  disputedShare: ['disputedShare', 'disputed', ...open],
  unappliedCredits: open,
  termsDays: ['termsDays', 'invoiceDate', 'dueDate'],
  tenureYears: ['tenureYears', 'contractStart', 'invoiceDate'],
  daysSinceInvoice: ['invoiceDate'],
  contractEnd: ['contractEnd'],
  openCount: open,
  dueCount: ['dueDate', 'paidDate'],
  agedAmount: aged,
  agedCount: aged,
  rank: open,
  concentrationContribution: open,
  expectedLoss: aged,
  daysBeyondTermsRecent: paid,
  daysBeyondTermsTrend: paid,
  delayRateByValue: paid,
  dsoAverage: [...open, 'invoiceDate'],
  dsoCountback: [...open, 'invoiceDate'],
  bestPossibleDso: [...aged, 'invoiceDate', 'sales'],
  averageDaysDelinquent: [...late, 'invoiceDate', 'sales'],
  collectionEffectiveness: [...aged, 'invoiceDate'],
  creditNoteShare: sold,
  writtenOff: ['documentType', 'amount', 'reference'],
  orderCount: ordered,
  usualOrderGap: ['invoiceDate'],
  orderGapAnomaly: ['invoiceDate'],
  orderAmountAnomaly: ordered,
  currentRatio: ['currentRatio', 'currentAssets', 'currentLiabilities'],
  debtRatio: ['debtRatio', 'totalLiabilities', 'totalAssets'],
  cashFlowToDebt: ['cashFlowToDebt', 'operatingCashFlow', 'totalLiabilities'],
  altmanZ: altman,
  externalRating: ['rating'],
  scoreFall: [],
  daysSinceReview: ['lastReview'],
  insolvent: ['insolvent'],
  guaranteed: ['guarantee'],
};

/**
 * List the columns that a metric is computed from, those that say the most first; a sheet has some of them. None for what only snapshots tell.
 *
 * @example sourcesOf('debtRatio') //=> ['debtRatio', 'totalLiabilities', 'totalAssets']
 */
export const sourcesOf = (metric: MetricName): readonly Field[] => sources[metric];
