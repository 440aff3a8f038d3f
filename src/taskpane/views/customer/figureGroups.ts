import type { MetricName } from '../../../risk/metrics/table/metric';

/** The figures of a customer by what one asks of it; those that the sheet does not feed are left out when they are shown. */
export const figureGroups = {
  owes: [
    'exposure',
    'notDue',
    'overdue',
    'overdueShare',
    'oldestDays',
    'weightedDaysOverdue',
    'openCount',
    'agedAmount',
    'agedCount',
    'disputed',
    'disputedShare',
    'unappliedCredits',
    'expectedLoss',
    'share',
    'rank',
    'concentrationContribution',
  ],
  agreed: ['creditLimit', 'utilization', 'termsDays', 'contractEnd', 'guaranteed', 'daysSinceReview'],
  pays: [
    'daysBeyondTerms',
    'daysBeyondTermsRecent',
    'daysBeyondTermsTrend',
    'delayRate',
    'delayRateByValue',
    'dueCount',
    'collectionEffectiveness',
    'writtenOff',
  ],
  turns: ['dso', 'bestPossibleDso', 'averageDaysDelinquent', 'dsoAverage', 'dsoCountback', 'turnover'],
  buys: [
    'sales',
    'orderCount',
    'usualOrderGap',
    'daysSinceInvoice',
    'orderGapAnomaly',
    'orderAmountAnomaly',
    'creditNoteShare',
    'tenureYears',
  ],
  stands: [
    'externalRating',
    'insolvent',
    'currentRatio',
    'debtRatio',
    'cashFlowToDebt',
    'altmanZ',
    'scoreFall',
  ],
} as const satisfies Readonly<Record<string, readonly MetricName[]>>;

export type FigureGroup = keyof typeof figureGroups;
