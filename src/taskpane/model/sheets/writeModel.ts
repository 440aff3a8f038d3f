import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { findStandingColumns, type StandingColumns } from '../../../excel/columns/checkLiveColumns';
import type { LiveObstacle, LiveRequest } from '../../../excel/columns/liveSources';
import { type LiveResult, writeLiveColumns } from '../../../excel/columns/writeLiveColumns';
import type { ExcelProblem, SheetBlock } from '../../../excel/contract';
import { showOwnSheet } from '../../../excel/ownSheets';
import { textsOf } from '../../../i18n/bilingual';
import { textsIn } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { writeColumnsTexts } from '../../../i18n/pane/writeColumns';
import { changeWorkbook } from '../changeWorkbook';
import type { Tiering } from '../ledger/tiering';
import type { PaneModel } from '../paneModel';

/** What writing columns asks of the workbook, beyond values. */
export interface WriteRoom {
  findStandingColumns: typeof findStandingColumns;
  writeLiveColumns: typeof writeLiveColumns;
  showOwnSheet: typeof showOwnSheet;
}

export type ColumnForm = 'values' | 'live';

export interface WriteModel {
  readonly form: Signal<ColumnForm>;
  /** What stands beside the data; null until somebody looked. */
  readonly standing: ReadonlySignal<StandingColumns | null>;
  /** Why the last press could not write formulas; null where it could. */
  readonly obstacle: ReadonlySignal<LiveObstacle | null>;
  /** So many rows are scored anew at every change that Excel is felt to wait. */
  readonly slowRows: ReadonlySignal<number | null>;
  look(): Promise<void>;
  write(): Promise<void>;
  writeValues(): Promise<void>;
  /** Bring the sheet to the front that live columns look up in. */
  showLive(): Promise<void>;
}

type WrittenLive = Extract<LiveResult, { readonly kind: 'written' }>;

const writeRoom: WriteRoom = { findStandingColumns, writeLiveColumns, showOwnSheet };

/** From so many rows on a change of one cell is felt: the workbench takes a second for 12,000. */
const manyRows = 10_000;

/** Create the model of writing Score, Tier and Breaches beside the data, as values or as live formulas. */
export function createWriteModel(pane: PaneModel, room: WriteRoom = writeRoom): WriteModel {
  const form = signal<ColumnForm>('values');
  const standing = signal<StandingColumns | null>(null);
  const obstacle = signal<LiveObstacle | null>(null);
  const slowRows = signal<number | null>(null);

  /** @returns what kept it from being seen; null where nothing did. */
  async function lookBeside({ block, recognition, assessment }: Tiering): Promise<ExcelProblem | null> {
    const rows = block.cells.length - recognition.headerRow - 1;
    slowRows.value = rows > manyRows ? rows : null;
    const found = await room.findStandingColumns({ block, recognition }, assessment);
    if (!found.ok) return found.problem;
    standing.value = found.value;
    return null;
  }

  async function look(): Promise<void> {
    const tiering = pane.assessments.result.value;
    obstacle.value = null;
    if (tiering === null) return;
    const isFirst = standing.value === null;
    const problem = await pane.work.run('looking', () => lookBeside(tiering));
    if (problem !== null) pane.notices.refuse(problem, look);
    // Who wrote formulas wants them again.
    if (isFirst && standing.value?.kind === 'live') form.value = 'live';
  }

  async function writeValues(): Promise<void> {
    obstacle.value = null;
    form.value = 'values';
    await pane.columns.write();
    const tiering = pane.assessments.result.value;
    if (tiering !== null && pane.notices.refusal.value === null)
      await pane.work.run('looking', () => lookBeside(tiering));
  }

  async function writeLive(): Promise<void> {
    obstacle.value = null;
    pane.notices.dismiss();
    const tiering = await pane.answerToWrite();
    if (tiering === null) return;
    const headers = textsIn(currentLanguage()).write.headers;
    const written = await changeWorkbook(pane, 'writing', () =>
      room.writeLiveColumns(requestOf(tiering), tiering.assessment, headers, currentLanguage()),
    );
    if (!written.ok) {
      pane.notices.refuse(written.problem, writeLive);
      return;
    }
    const result = written.value;
    if (result.kind === 'impossible') {
      obstacle.value = result.obstacle;
      return;
    }
    const { address, liveSheet, typedOver, check } = result;
    const nothingBelow = { rowsBelow: 0, uncountedRows: 0 };
    standing.value = { kind: 'live', address, liveSheet, typedOver, check, ...nothingBelow };
    tell(result, tiering.block);
  }

  function requestOf({ block, recognition, join }: Tiering): LiveRequest {
    return {
      data: { block, recognition },
      currency: pane.assessments.choices.value.currency,
      list: join && { block: join.sheet.block, recognition: join.sheet.recognition },
    };
  }

  function tell({ address, liveSheet, isNew, typedOver, check }: WrittenLive, block: SheetBlock): void {
    const words = () => textsOf(writeColumnsTexts);
    const show = { say: () => words().showLive, run: showLive };
    const written = { block, isNew, typedOver, again: writeLive };
    if (check.kind === 'equal')
      pane.columns.tell(
        'success',
        () => words().doneLive(address, check.rowCount, liveSheet.name),
        [show],
        written,
      );
    else
      pane.columns.tell(
        'warning',
        () => words().doneUnequal(address),
        [{ say: () => words().valuesInstead, run: writeValues }, show],
        written,
      );
  }

  async function showLive(): Promise<void> {
    const found = standing.value;
    if (found?.kind !== 'live') return;
    const shown = await room.showOwnSheet(found.liveSheet.key);
    if (!shown.ok) pane.notices.refuse(shown.problem, showLive);
  }

  return {
    form,
    standing,
    obstacle,
    slowRows,
    look,
    write: () => (form.value === 'live' ? writeLive() : writeValues()),
    writeValues,
    showLive,
  };
}
