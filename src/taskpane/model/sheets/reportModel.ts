import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ExcelOutcome } from '../../../excel/contract';
import { inSlices } from '../../../excel/inSlices';
import { showOwnSheet } from '../../../excel/ownSheets';
import {
  findReport,
  type ReportResult,
  removeReport,
  reportKey,
  writeReport,
} from '../../../excel/report/writeReport';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatDate } from '../../../i18n/numbers';
import { reportTexts } from '../../../i18n/sheets/report';
import { dateSystemOf } from '../../../risk/ledger/cells/dateSystem';
import type { BreachRuleId } from '../../../risk/policy/policy';
import { dsoTrendInSlices } from '../../../risk/report/dsoTrend';
import { reconcileInSlices } from '../../../risk/report/reconciliation';
import { layOutReportInSlices } from '../../../risk/report/report';
import type { ReportSheetId } from '../../../risk/report/reportSheet';
import { availableSheets, type ReportSource, type ReportWords } from '../../../risk/report/reportSource';
import { ruleName } from '../../wording/breachWords';
import { bucketName } from '../../wording/bucketName';
import { changeWorkbook } from '../changeWorkbook';
import type { Tiering } from '../ledger/tiering';
import type { PaneModel } from '../paneModel';
import { cancelledByUser, type Running, wasOvertaken } from '../workModel';

/** What Report asks of the workbook. */
export interface ReportRoom {
  readonly writeReport: typeof writeReport;
  readonly removeReport: typeof removeReport;
  readonly findReport: typeof findReport;
  readonly showOwnSheet: typeof showOwnSheet;
}

export interface ReportModel {
  /** Sheets that can be made of the answer, in their order. */
  readonly offered: ReadonlySignal<readonly ReportSheetId[]>;
  readonly chosen: ReadonlySignal<ReadonlySet<ReportSheetId>>;
  /** Sheets that the workbook has of an earlier report. */
  readonly inWorkbook: ReadonlySignal<ReadonlySet<ReportSheetId>>;
  toggle(id: ReportSheetId): void;
  look(): Promise<void>;
  make(): Promise<void>;
}

const reportRoom: ReportRoom = { writeReport, removeReport, findReport, showOwnSheet };

const cancelled: ExcelOutcome<never> = { ok: false, problem: { key: 'cancelled', detail: {} } };

/** Create the model of Report: which sheets, making them, refreshing them. */
export function createReportModel(pane: PaneModel, room: ReportRoom = reportRoom): ReportModel {
  const left = signal<ReadonlySet<ReportSheetId>>(new Set());
  const inWorkbook = signal<ReadonlySet<ReportSheetId>>(new Set());
  const offered = computed(() => {
    const tiering = pane.assessments.result.value;
    return tiering === null ? [] : availableSheets(tiering);
  });
  const chosen = computed(() => new Set(offered.value.filter(id => !left.value.has(id))));

  async function look(): Promise<void> {
    const found = await room.findReport();
    if (!found.ok) return;
    const keys = new Set(found.value);
    inWorkbook.value = new Set(offered.value.filter(id => keys.has(reportKey(id))));
  }

  async function make(): Promise<void> {
    const tiering = pane.assessments.result.value;
    if (tiering === null || chosen.value.size === 0) return;
    pane.notices.dismiss();
    const outcome = await changeWorkbook(pane, 'reporting', running => write(tiering, running));
    await look();
    if (outcome.ok) tellMade(outcome.value);
    else if (outcome.problem.key === 'cancelled') pane.notices.tell('info', say => say.work.cancelled);
    else pane.notices.refuse(outcome.problem, make);
  }

  async function write(tiering: Tiering, running: Running): Promise<ExcelOutcome<ReportResult>> {
    const stopped = stoppedByUser(running.signal);
    const source = await sourceOf(tiering, chosen.value, stopped);
    const sheets = source && (await inSlices(layOutReportInSlices(source), stopped));
    if (sheets === null) return cancelled;
    const page = textsOf(reportTexts).footerPage;
    return room.writeReport(sheets, { page }, running.onProgress, stopped);
  }

  function tellMade({ added, refreshed }: ReportResult): void {
    const [first] = [...added, ...refreshed];
    pane.notices.tell('success', () => {
      const words = textsOf(reportTexts);
      const said = [
        ...(added.length > 0 ? [words.added(added.length)] : []),
        ...(refreshed.length > 0 ? [words.refreshed(refreshed.length)] : []),
      ];
      return said.join(texts().sentenceSeparator);
    }, [
      { say: () => textsOf(reportTexts).show, run: () => room.showOwnSheet(reportKey(first)) },
      ...(added.length > 0 ? [{ say: () => textsOf(reportTexts).remove, run: () => remove(added) }] : []),
    ]);
  }

  async function remove(ids: readonly ReportSheetId[]): Promise<void> {
    const removed = await changeWorkbook(pane, 'clearing', () => room.removeReport(ids));
    await look();
    if (!removed.ok) pane.notices.refuse(removed.problem, () => remove(ids));
    else pane.notices.tell('info', () => textsOf(reportTexts).removed(ids.length));
  }

  return {
    offered,
    chosen,
    inWorkbook,
    toggle: id => {
      const next = new Set(left.value);
      if (!next.delete(id)) next.add(id);
      left.value = next;
    },
    look,
    make,
  };
}

/** What begins in the meantime waits for a report that is being written; only Cancel ends it. */
function stoppedByUser(signal: AbortSignal): AbortSignal {
  const stopped = new AbortController();
  const follow = () => {
    if (!wasOvertaken(signal)) stopped.abort(cancelledByUser);
  };
  if (signal.aborted) follow();
  else signal.addEventListener('abort', follow, { once: true });
  return stopped.signal;
}

/** Work out what the sheets need beside the answer; null where it was stopped. */
async function sourceOf(
  tiering: Tiering,
  chosen: ReadonlySet<ReportSheetId>,
  stopped: AbortSignal,
): Promise<ReportSource | null> {
  const { assessment, ledger, block } = tiering;
  const { settings } = assessment.policy;
  let reconciliation: ReportSource['reconciliation'] = null;
  let trend: ReportSource['trend'] = null;
  if (ledger !== null) {
    reconciliation = await inSlices(reconcileInSlices(ledger, assessment.asOf, settings), stopped);
    const system = dateSystemOf(block);
    trend = chosen.has('trend')
      ? await inSlices(dsoTrendInSlices(ledger, assessment.asOf, settings, system), stopped)
      : [];
    if (reconciliation === null || trend === null) return null;
  }
  if (stopped.aborted) return null;
  return {
    assessment,
    ledger,
    reconciliation,
    trend,
    chosen,
    subtitle: subtitleOf(tiering),
    language: currentLanguage(),
    words: wordsOf(tiering),
  };
}

function subtitleOf({ assessment, currency, block }: Tiering): string {
  const day = textsOf(reportTexts).asOf(formatDate(assessment.asOf, block.is1904, currentLanguage()));
  return [day, currency, block.sheetName].filter(part => part !== '').join(' · ');
}

function wordsOf({ assessment }: Tiering): ReportWords {
  const language = currentLanguage();
  return {
    ...textsOf(reportTexts).onSheets,
    ruleName: (rule: BreachRuleId) => ruleName(assessment, rule, language),
    bucket: bucketName,
  };
}
