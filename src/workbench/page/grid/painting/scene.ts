/** What there is to draw, and the parts of the canvas it is drawn in. */
import type { Area, Sheet } from '../../../book/types';
import type { Cursor } from '../../model/cursor';
import type { LookAt } from '../cellLook';
import type { ChartImages } from '../charts/chartImages';
import type { Band, Layout, Rectangle } from '../layout';
import type { Palette } from '../palette';

export interface Scene {
  readonly layout: Layout;
  readonly sheet: Sheet;
  readonly lookAt: LookAt;
  readonly palette: Palette;
  readonly cursor: Cursor;
  /** Frames around what a formula being typed refers to. */
  readonly references: readonly Area[];
  /** What was copied: a dashed frame. */
  readonly copied: readonly Area[];
  /** What the fill handle is being dragged over. */
  readonly filling: Area | null;
  readonly isTyping: boolean;
  readonly isFocused: boolean;
  /** Pictures of the sheet's charts; null where nothing can draw them. */
  readonly charts: ChartImages | null;
}

export interface Pane {
  readonly rows: readonly Band[];
  readonly columns: readonly Band[];
  readonly clip: Rectangle;
}

export function panesOf({ rows, columns, width, height }: Layout): Pane[] {
  const part = (span: Layout['rows'], isFrozen: boolean, end: number) => {
    const start = isFrozen ? span.headerSize : span.headerSize + span.frozenSize;
    const last = isFrozen ? span.headerSize + span.frozenSize : end;
    return { bands: span.bands.filter(band => band.isFrozen === isFrozen), start, size: last - start };
  };
  const panes: Pane[] = [];
  for (const vertical of [part(rows, false, height), part(rows, true, height)]) {
    for (const horizontal of [part(columns, false, width), part(columns, true, width)]) {
      if (vertical.size <= 0 || horizontal.size <= 0) continue;
      panes.push({
        rows: vertical.bands,
        columns: horizontal.bands,
        clip: {
          x: horizontal.start,
          y: vertical.start,
          width: horizontal.size,
          height: vertical.size,
        },
      });
    }
  }
  return panes;
}

/** True where a row and a column of the area are in sight in the pane. */
export function reachesInto({ rows, columns }: Pane, area: Area): boolean {
  return (
    touches(rows, area.row, area.row + area.rowCount) &&
    touches(columns, area.column, area.column + area.columnCount)
  );
}

function touches(bands: readonly Band[], start: number, end: number): boolean {
  const first = bands[0];
  const last = bands[bands.length - 1];
  return first !== undefined && last !== undefined && start <= last.index && first.index < end;
}
