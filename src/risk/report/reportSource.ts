import type { Ledger } from '../ledger/ledger';
import type { Bilingual, BreachRuleId, Bucket, Severity } from '../policy/policy';
import type { Assessment } from '../scoring/assessment';
import type { TrendMonth } from './dsoTrend';
import type { Reconciliation } from './reconciliation';
import type { ReportSheetId } from './reportSheet';

/** Everything a report says beside numbers, in one language. */
export interface ReportWords {
  readonly sheetNames: Readonly<Record<ReportSheetId, string>>;
  readonly titles: Readonly<Record<ReportSheetId, string>>;
  readonly notes: Readonly<Record<ReportSheetId, string>>;
  readonly tables: Readonly<Record<ReportTableTitle, string>>;
  readonly charts: {
    readonly ageing: string;
    readonly tiers: string;
    readonly curve: string;
    readonly trend: string;
  };
  readonly columns: Readonly<Record<ReportColumnName, string>>;
  readonly figures: Readonly<Record<ReportFigure, string>>;
  readonly how: Readonly<Record<ReportFigure, string>>;
  readonly reconciliation: Readonly<Record<keyof Reconciliation, string>>;
  readonly checks: Readonly<Record<ReportCheck, string>>;
  readonly agrees: string;
  readonly differs: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly settings: {
    readonly asOf: string;
    readonly windowDays: string;
    readonly countDisputed: string;
    readonly ageBy: string;
    readonly ageByDueDate: string;
    readonly ageByInvoiceDate: string;
    readonly yes: string;
    readonly no: string;
    readonly tierFrom: (letter: string) => string;
    readonly tierLoss: (letter: string) => string;
    readonly rule: (name: string) => string;
  };
  readonly measures: {
    readonly top: (count: number) => string;
    readonly hhi: string;
    readonly effective: string;
    readonly gini: string;
  };
  readonly unscored: string;
  readonly allOthers: (count: number) => string;
  readonly entry: { readonly required: string; readonly booked: string; readonly toBook: string };
  readonly entryHow: { readonly required: string; readonly booked: string; readonly toBook: string };
  readonly debit: string;
  readonly credit: string;
  /** The account in the language of the report, and in the other one. */
  readonly accounts: Readonly<Record<'impairmentLoss' | 'allowance', readonly [string, string]>>;
  readonly ruleName: (rule: BreachRuleId) => string;
  readonly bucket: (bucket: Bucket) => string;
}

export type ReportTableTitle =
  | 'figures'
  | 'reconciliation'
  | 'checks'
  | 'policy'
  | 'largest'
  | 'ageing'
  | 'tiers'
  | 'measures'
  | 'concentration'
  | 'curve'
  | 'trend'
  | 'byRule'
  | 'breaches'
  | 'allowance'
  | 'entry'
  | 'journal';

export type ReportColumnName =
  | 'figure'
  | 'value'
  | 'how'
  | 'line'
  | 'amount'
  | 'check'
  | 'report'
  | 'ledger'
  | 'difference'
  | 'result'
  | 'setting'
  | 'customer'
  | 'customerNumber'
  | 'credits'
  | 'total'
  | 'tier'
  | 'customers'
  | 'exposure'
  | 'share'
  | 'lossRate'
  | 'atRisk'
  | 'measure'
  | 'rank'
  | 'cumulative'
  | 'customerShare'
  | 'amountShare'
  | 'month'
  | 'dso'
  | 'countback'
  | 'receivables'
  | 'monthSales'
  | 'windowSales'
  | 'severity'
  | 'rule'
  | 'measured'
  | 'allowed'
  | 'bucket'
  | 'rate'
  | 'allowance'
  | 'side'
  | 'account'
  | 'otherAccount'
  | 'debit'
  | 'credit';

export type ReportFigure =
  | 'exposure'
  | 'overdue'
  | 'overdueShare'
  | 'credits'
  | 'atRisk'
  | 'allowance'
  | 'sales'
  | 'dso'
  | 'topShare'
  | 'hhi'
  | 'customers'
  | 'openCount'
  | 'breaches'
  | 'critical';

export type ReportCheck =
  | 'reconciliation'
  | 'ageing'
  | 'largest'
  | 'tiers'
  | 'concentration'
  | 'trend'
  | 'allowance'
  | 'journal';

/** What a report is made from. */
export interface ReportSource {
  readonly assessment: Assessment;
  /** Null for a customer list, which has no rows to age, replay or reconcile. */
  readonly ledger: Ledger | null;
  readonly reconciliation: Reconciliation | null;
  readonly trend: readonly TrendMonth[] | null;
  /** The sheets to make; what the source cannot feed is left out. */
  readonly chosen: ReadonlySet<ReportSheetId>;
  /** The day and the currency, as the lines under the titles say them. */
  readonly subtitle: string;
  /** In which units are written. */
  readonly language: keyof Bilingual;
  readonly words: ReportWords;
}

/** Tell which sheets a source can feed: a customer list has no ageing, no trend and no allowance. */
export function availableSheets({ ledger }: Pick<ReportSource, 'ledger'>): readonly ReportSheetId[] {
  return ledger === null
    ? ['summary', 'tiers', 'concentration', 'breaches']
    : ['summary', 'ageing', 'tiers', 'concentration', 'trend', 'breaches', 'allowance'];
}
