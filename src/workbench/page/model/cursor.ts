/** What is selected on the active sheet, and which cell of it is the active one. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { maxColumns, maxRows } from '../../book/address';
import { coverMerges } from '../../book/merges';
import type { Area, Sheet } from '../../book/types';
import { cellAt } from '../grid/movement';
import { areaBetween, areaOf, bottomRight, contains, isSameArea, type Position, topLeft } from '../position';
import type { BookModel } from './bookModel';

export interface Cursor {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
  readonly active: Position;
  /** The corners of the last area: where it began, and where it is being drawn to. */
  readonly anchor: Position;
  readonly head: Position;
}

export interface CursorModel {
  readonly current: ReadonlySignal<Cursor>;
  moveTo(position: Position): void;
  /** Draws the last area to another corner: shift, or a drag. */
  extendTo(head: Position): void;
  /** Begins a further area: ctrl. */
  add(position: Position): void;
  selectRow(row: number, how: SelectHow): void;
  selectColumn(column: number, how: SelectHow): void;
  selectAreas(areas: readonly Area[], active?: Position): void;
  /** Moves the active cell inside the selection. */
  activate(position: Position): void;
}

export type SelectHow = 'replace' | 'extend' | 'add';

/** Keeps the page's cursor and the book's selection the same; the add-in may move either. */
export function createCursorModel(model: BookModel): CursorModel {
  const current = signal(cursorOf(model));
  const bySheet = new Map<string, Cursor>();

  const apply = (next: Cursor): void => {
    batch(() => {
      current.value = next;
      bySheet.set(next.sheet.id, next);
      model.book.value.select(next.sheet, next.areas);
    });
  };
  model.on(event => {
    if (event.kind !== 'selectionChanged' && event.kind !== 'sheetActivated') return;
    const book = model.book.value;
    if (current.value.sheet === book.activeSheet && hasAreas(current.value, book.selection)) return;
    const remembered = bySheet.get(book.activeSheet.id);
    current.value = remembered && hasAreas(remembered, book.selection) ? remembered : cursorOf(model);
  });
  let followed = model.book.value;
  model.book.subscribe(book => {
    if (book === followed) return;
    followed = book;
    bySheet.clear();
    current.value = cursorOf(model);
  });

  const cornerArea = (anchor: Position, head: Position): Area =>
    coverMerges(current.value.sheet, areaBetween(anchor, head));
  const otherAreas = (how: SelectHow): readonly Area[] => {
    if (how === 'add') return current.value.areas;
    return how === 'extend' ? current.value.areas.slice(0, -1) : [];
  };
  /** A whole row or column; extending keeps where the selection began. */
  const selectLine = (kind: 'row' | 'column', index: number, how: SelectHow): void => {
    const { sheet, anchor: before, active } = current.value;
    const isRow = kind === 'row';
    const begun = how === 'extend' ? before[kind] : index;
    const anchor = isRow ? { row: begun, column: 0 } : { row: 0, column: begun };
    const head = isRow ? { row: index, column: maxColumns - 1 } : { row: maxRows - 1, column: index };
    apply({
      sheet,
      areas: [...otherAreas(how), areaBetween(anchor, head)],
      active: how === 'extend' ? active : anchor,
      anchor,
      head,
    });
  };

  return {
    current,
    moveTo(position) {
      const { sheet } = current.value;
      const cell = cellAt(sheet, position);
      apply({ sheet, areas: [cornerArea(cell, cell)], active: cell, anchor: cell, head: cell });
    },
    extendTo(head) {
      const { sheet, areas, active, anchor } = current.value;
      apply({ sheet, areas: [...areas.slice(0, -1), cornerArea(anchor, head)], active, anchor, head });
    },
    add(position) {
      const { sheet, areas } = current.value;
      const cell = cellAt(sheet, position);
      apply({ sheet, areas: [...areas, cornerArea(cell, cell)], active: cell, anchor: cell, head: cell });
    },
    selectRow: (row, how) => selectLine('row', row, how),
    selectColumn: (column, how) => selectLine('column', column, how),
    selectAreas(areas, active) {
      const { sheet } = current.value;
      const last = areas[areas.length - 1];
      if (!last) return;
      const first = active ?? topLeft(last);
      apply({
        sheet,
        areas,
        active: first,
        anchor: topLeft(last),
        head: bottomRight(last),
      });
    },
    activate(position) {
      const { sheet, areas, anchor, head } = current.value;
      if (!areas.some(area => contains(area, position))) return;
      current.value = { sheet, areas, anchor, head, active: cellAt(sheet, position) };
    },
  };
}

function cursorOf({ book }: BookModel): Cursor {
  const { activeSheet: sheet, selection } = book.value;
  const areas = selection.length > 0 ? selection : [areaOf({ row: 0, column: 0 })];
  const last = areas[areas.length - 1];
  return {
    sheet,
    areas,
    active: topLeft(last),
    anchor: topLeft(last),
    head: bottomRight(last),
  };
}

const hasAreas = (cursor: Cursor, areas: readonly Area[]): boolean =>
  cursor.areas.length === areas.length && cursor.areas.every((area, at) => isSameArea(area, areas[at]));
