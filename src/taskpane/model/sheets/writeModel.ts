import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { findStandingColumns, type StandingColumns } from '../../../excel/columns/checkLiveColumns';
import { writeLiveColumns } from '../../../excel/columns/writeLiveColumns';
import type { ExcelProblem } from '../../../excel/contract';
import { showOwnSheet } from '../../../excel/ownSheets';
import type { Tiering } from '../ledger/tiering';
import type { PaneModel } from '../paneModel';
import { createLiveWriting, type LiveWriting, type LiveWritingRoom } from './liveWriting';

/** What writing columns asks of the workbook, beyond values. */
export interface WriteRoom extends LiveWritingRoom {
  findStandingColumns: typeof findStandingColumns;
}

export type ColumnForm = 'values' | 'live';

export interface WriteModel extends Pick<LiveWriting, 'obstacle' | 'showLive'> {
  readonly form: Signal<ColumnForm>;
  /** What stands beside the data; null until somebody looked. */
  readonly standing: ReadonlySignal<StandingColumns | null>;
  /** So many rows are scored anew at every change that Excel is felt to wait. */
  readonly slowRows: ReadonlySignal<number | null>;
  look(): Promise<void>;
  write(): Promise<void>;
  writeValues(): Promise<void>;
}

const writeRoom: WriteRoom = { findStandingColumns, writeLiveColumns, showOwnSheet };

/** From so many rows on a change of one cell is felt: the workbench takes a second for 12,000. */
const manyRows = 10_000;

/** Create the model of writing Score, Tier and Breaches beside the data, as values or as live formulas. */
export function createWriteModel(pane: PaneModel, room: WriteRoom = writeRoom): WriteModel {
  const form = signal<ColumnForm>('values');
  const standing = signal<StandingColumns | null>(null);
  const slowRows = signal<number | null>(null);
  const live = createLiveWriting(pane, room, standing, writeValues);

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
    live.forgetObstacle();
    if (tiering === null) return;
    const isFirst = standing.value === null;
    const problem = await pane.work.run('looking', () => lookBeside(tiering));
    if (problem !== null) pane.notices.refuse(problem, look);
    // Who wrote formulas wants them again.
    if (isFirst && standing.value?.kind === 'live') form.value = 'live';
  }

  async function writeValues(): Promise<void> {
    live.forgetObstacle();
    form.value = 'values';
    await pane.columns.write();
    const tiering = pane.assessments.result.value;
    if (tiering !== null && pane.notices.refusal.value === null)
      await pane.work.run('looking', () => lookBeside(tiering));
  }

  return {
    form,
    standing,
    obstacle: live.obstacle,
    slowRows,
    look,
    write: () => (form.value === 'live' ? live.writeLive() : writeValues()),
    writeValues,
    showLive: live.showLive,
  };
}
