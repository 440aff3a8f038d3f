/** Grouping rows and columns, and folding their groups, each a step to undo. */
import { maxRows } from '../../book/address';
import {
  axisOf,
  deepestLevel,
  fold,
  groupLines,
  groupsOf,
  type OutlineAxis,
  type OutlineGroup,
  showLevel,
  ungroupLines,
} from '../../book/outline';
import type { Book } from '../../book/types';
import type { Cursor, CursorModel } from '../model/cursor';

/** What is needed to change the outline of the sheet. */
export interface Outlining {
  readonly cursor: CursorModel;
  book(): Book;
  attempt(change: () => void): void;
}

/** Columns where whole ones are selected, else rows, as Excel proposes for cells. */
export const outlineAxisOf = ({ areas }: Cursor): OutlineAxis =>
  areas[areas.length - 1].rowCount >= maxRows ? 'column' : 'row';

/** Groups what is selected, or takes it out of its innermost group. */
export function groupSelection(room: Outlining, by: 1 | -1): void {
  const current = room.cursor.current.peek();
  const axis = outlineAxisOf(current);
  const area = current.areas[current.areas.length - 1];
  const [from, count] = axis === 'row' ? [area.row, area.rowCount] : [area.column, area.columnCount];
  const { outline } = axisOf(current.sheet, axis);
  change(room, axis, () => {
    if (by > 0) groupLines(outline, from, count);
    else ungroupLines(current.sheet, axis, from, count);
  });
}

/** Shows or hides the group of the active cell: the innermost that it is in, or that it sums up. */
export function showDetail(room: Outlining, isShown: boolean): void {
  const current = room.cursor.current.peek();
  const axis = outlineAxisOf(current);
  const group = groupAt(current, axis, isShown);
  if (group) foldGroup(room, axis, group, !isShown);
}

/** The group that showing or hiding details at the active cell means; null where there is none to show or to hide. */
export function groupAt(
  { sheet, active }: Cursor,
  axis: OutlineAxis,
  isFolded: boolean,
): OutlineGroup | null {
  const line = active[axis];
  const near = groupsOf(axisOf(sheet, axis).outline)
    .filter(group => group.isFolded === isFolded)
    .filter(({ from, to, summary }) => summary === line || (from <= line && line <= to));
  return near.reduce<OutlineGroup | null>(
    (inner, group) => (inner === null || group.level > inner.level ? group : inner),
    null,
  );
}

export function foldGroup(room: Outlining, axis: OutlineAxis, group: OutlineGroup, isFolded: boolean): void {
  const { sheet } = room.cursor.current.peek();
  change(room, axis, () => fold(sheet, axis, group, isFolded));
}

/** @param level 1 shows only what stands outside of all groups */
export function showOutlineLevel(room: Outlining, axis: OutlineAxis, level: number): void {
  const { sheet } = room.cursor.current.peek();
  if (level <= deepestLevel + 1) change(room, axis, () => showLevel(sheet, axis, level));
}

function change(room: Outlining, axis: OutlineAxis, make: () => void): void {
  const { sheet } = room.cursor.current.peek();
  const book = room.book();
  room.attempt(() => {
    book.assertPermitted(sheet, axis === 'row' ? 'allowFormatRows' : 'allowFormatColumns');
    book.asOneStep(() => {
      make();
      book.touch(sheet);
    });
  });
}
