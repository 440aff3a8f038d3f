/** A report of the small ledger, or of many rows, as the pane makes it. */
import { english } from '../../../src/i18n/english';
import { reportTexts } from '../../../src/i18n/sheets/report';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../src/risk/policy/policy';
import { dsoTrendInSlices } from '../../../src/risk/report/dsoTrend';
import { reconcileInSlices } from '../../../src/risk/report/reconciliation';
import { layOutReportInSlices } from '../../../src/risk/report/report';
import { type ReportSheet, type ReportSheetId, reportSheetIds } from '../../../src/risk/report/reportSheet';
import type { ReportSource } from '../../../src/risk/report/reportSource';
import { assessLedger } from '../../../src/risk/scoring/assess';
import { finishSlices } from '../../../src/risk/slices';
import { asOf, ledgerHeader, ledgerRows } from '../../smallLedger';

export interface ReportOf {
  readonly rows?: readonly (readonly Cell[])[];
  /** By customer; without them the ledger has no such column. */
  readonly numbers?: Readonly<Record<string, Cell>>;
  readonly language?: 'en' | 'zh';
  readonly policy?: Policy;
  readonly chosen?: readonly ReportSheetId[];
  readonly subtitle?: string;
}

export function sourceOf({
  rows = ledgerRows,
  numbers,
  language = 'en',
  policy = defaultPolicy,
  chosen = reportSheetIds,
  subtitle = 'As of 30 Jun 2024',
}: ReportOf = {}): ReportSource {
  const column = ledgerHeader.indexOf('Customer');
  const cells = numbers
    ? [['Customer no.', ...ledgerHeader], ...rows.map(row => [numbers[String(row[column])], ...row])]
    : [[...ledgerHeader], ...rows.map(row => [...row])];
  const ledger = readLedger(cells, recogniseSheet(cells), { dateSystem: 1900 });
  const assessment = assessLedger(ledger, asOf, policy);
  return {
    assessment,
    ledger,
    reconciliation: finishSlices(reconcileInSlices(ledger, asOf, policy.settings)),
    trend: finishSlices(dsoTrendInSlices(ledger, asOf, policy.settings, 1900)),
    chosen: new Set(chosen),
    subtitle,
    language,
    words: {
      ...reportTexts[language].onSheets,
      ruleName: rule => policy.rules.find(({ id }) => id === rule)!.name[language],
      bucket: ({ fromDay, toDay }) => (fromDay < 0 ? 'Not due' : english.summary.days(fromDay, toDay)),
    },
  };
}

export const reportOf = (of: ReportOf = {}): readonly ReportSheet[] =>
  finishSlices(layOutReportInSlices(sourceOf(of)));
