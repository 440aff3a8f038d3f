import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { StandingColumns } from '../../../excel/columns/checkLiveColumns';
import type { LiveObstacle, LiveRequest } from '../../../excel/columns/liveSources';
import type { LiveResult, writeLiveColumns } from '../../../excel/columns/writeLiveColumns';
import type { SheetBlock } from '../../../excel/contract';
import type { showOwnSheet } from '../../../excel/ownSheets';
import { textsOf } from '../../../i18n/bilingual';
import { textsIn } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { writeColumnsTexts } from '../../../i18n/pane/writeColumns';
import { changeWorkbook } from '../changeWorkbook';
import type { Tiering } from '../ledger/tiering';
import type { PaneModel } from '../paneModel';

/** What writing live columns asks of the workbook. */
export interface LiveWritingRoom {
  writeLiveColumns: typeof writeLiveColumns;
  showOwnSheet: typeof showOwnSheet;
}

export interface LiveWriting {
  /** Why the last press could not write formulas; null where it could. */
  readonly obstacle: ReadonlySignal<LiveObstacle | null>;
  writeLive(): Promise<void>;
  /** Bring the sheet to the front that live columns look up in. */
  showLive(): Promise<void>;
  forgetObstacle(): void;
}

type WrittenLive = Extract<LiveResult, { readonly kind: 'written' }>;

/**
 * Create what writes Score, Tier and Breaches as formulas.
 *
 * @param standing What stands beside the data by now.
 * @param writeValues Offered where formulas and pane disagree.
 */
export function createLiveWriting(
  pane: PaneModel,
  room: LiveWritingRoom,
  standing: Signal<StandingColumns | null>,
  writeValues: () => Promise<void>,
): LiveWriting {
  const obstacle = signal<LiveObstacle | null>(null);

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
    obstacle,
    writeLive,
    showLive,
    forgetObstacle: () => {
      obstacle.value = null;
    },
  };
}
