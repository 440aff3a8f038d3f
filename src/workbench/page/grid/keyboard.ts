/** The keyboard on the grid, as Excel has it. */

import { fillArea } from '../../book/fill/fillArea';
import { unfilteredParts } from '../../book/filteredRows';
import { BookError } from '../../book/refusals';
import { bodyOf } from '../../book/tables';
import type { Area } from '../../book/types';
import { zoomStep } from '../../book/zoom';
import { areaOf, isSame, isSameArea, isSingleCell, type Position } from '../position';
import type { KeyboardDependencies } from './keyboardDependencies';
import { autoSum, typeTime, typeToday } from './keyedEntries';
import { blockAround, type Direction, directions, jump, lastCell, nextInside, step } from './movement';
import { groupSelection } from './outlining';
import { makeTable, toggleFilter } from './tableKeys';

export interface Key {
  readonly name: string;
  readonly isShift: boolean;
  readonly isControl: boolean;
  readonly isAlt: boolean;
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: directions.up,
  ArrowDown: directions.down,
  ArrowLeft: directions.left,
  ArrowRight: directions.right,
};

/** Does what the key does; false when the key means nothing here and the browser may have it. */
export function pressKey(key: Key, room: KeyboardDependencies): boolean {
  return room.entry.current.peek() ? pressWhileTyping(key, room) : pressOnSheet(key, room);
}

function pressWhileTyping(key: Key, room: KeyboardDependencies): boolean {
  const { entry } = room;
  if (writesMoment(key, room)) return true;
  switch (key.name) {
    case 'Escape':
      entry.cancel();
      return true;
    case 'Enter':
      if (key.isAlt) return false;
      if (key.isControl) entry.commitToSelection();
      else if (entry.commit()) advance(key.isShift ? directions.up : directions.down, room);
      return true;
    case 'Tab':
      if (entry.commit()) advance(key.isShift ? directions.left : directions.right, room);
      return true;
    case 'F2':
      entry.toggleMode();
      return true;
    case 'F4':
      entry.turnReference();
      return true;
    default:
      return pressArrowWhileTyping(key, room);
  }
}

/** After typing over a cell an arrow finishes it; in a formula it points at a cell instead. */
function pressArrowWhileTyping(key: Key, room: KeyboardDependencies): boolean {
  const { entry, grid } = room;
  const direction = arrows[key.name];
  const current = entry.current.peek();
  if (!direction || !current || current.mode === 'edit' || current.place === 'bar') return false;
  if (entry.canPoint()) {
    const from = current.pointed?.area ?? areaOf(current.position);
    const to = areaOf(step(grid.surface.peek(), from, direction));
    entry.point(grid.sheet.peek(), to);
    grid.reveal(to);
    return true;
  }
  if (entry.commit()) move(step(grid.surface.peek(), room.cursor.current.peek().active, direction), room);
  return true;
}

function pressOnSheet(key: Key, room: KeyboardDependencies): boolean {
  const direction = arrows[key.name];
  if (direction) return pressArrow(direction, key, room);
  if (key.isControl && key.isAlt && zoomByKey(key.name, room)) return true;
  if (key.isControl && !key.isAlt) return writesMoment(key, room) || pressWithControl(key, room);
  if (key.isAlt && key.name === '=') {
    autoSum(room);
    return true;
  }
  const { entry } = room;
  switch (key.name) {
    case 'Enter':
      advance(key.isShift ? directions.up : directions.down, room);
      return true;
    case 'Tab':
      advance(key.isShift ? directions.left : directions.right, room);
      return true;
    case 'F2':
      entry.begin('edit', 'cell');
      return true;
    case 'Delete':
      clearSelection(room);
      return true;
    case 'Backspace':
      entry.begin('enter', 'cell', '');
      return true;
    case 'Escape':
      room.grid.copied.value = null;
      return true;
    case 'Home':
      goTo({ row: corner(key, room).row, column: 0 }, key, room);
      return true;
    case 'PageUp':
    case 'PageDown':
      turnPage(key.name === 'PageDown' ? 1 : -1, key, room);
      return true;
    case ' ':
      if (!key.isShift) return false;
      selectLines('row', room);
      return true;
    default:
      return false;
  }
}

function pressWithControl(key: Key, room: KeyboardDependencies): boolean {
  const { cursor, grid } = room;
  switch (key.name) {
    case 'Home': {
      const { frozenRows, frozenColumns } = grid.sheet.peek();
      goTo({ row: frozenRows, column: frozenColumns }, key, room);
      return true;
    }
    case 'End':
      goTo(lastCell(grid.sheet.peek()), key, room);
      return true;
    case 'PageUp':
      room.turnSheet(-1);
      return true;
    case 'PageDown':
      room.turnSheet(1);
      return true;
    case ' ':
      selectLines('column', room);
      return true;
    case 'a':
    case 'A':
      selectAll(room);
      return true;
    case 'z':
    case 'Z':
      if (key.isShift) room.redo();
      else room.undo();
      return true;
    case 'y':
      room.redo();
      return true;
    case 's':
      room.save();
      return true;
    case 'd':
      fill('row', room);
      return true;
    case 'r':
      fill('column', room);
      return true;
    case 'b':
      toggleStyle('bold', room);
      return true;
    case 'i':
      toggleStyle('italic', room);
      return true;
    case 'u':
      toggleStyle('underline', room);
      return true;
    case 'f':
    case 'h':
      room.find(key.name === 'h');
      return true;
    case 't':
    case 'l':
      makeTable(room);
      return true;
    case 'L':
      toggleFilter(room);
      return true;
    case 'F5':
      return key.isShift && openCard(room);
    case 'Backspace':
      grid.reveal(cursor.current.peek().active);
      return true;
    default:
      return false;
  }
}

/** Ctrl+; and Ctrl+Shift+;, also into what is being typed. */
function writesMoment({ name, isControl, isAlt }: Key, room: KeyboardDependencies): boolean {
  if (!isControl || isAlt || (name !== ';' && name !== ':')) return false;
  if (name === ';') typeToday(room);
  else typeTime(room);
  return true;
}

/** Ctrl+Alt+= and Ctrl+Alt+-, as in Excel: without Alt the browser makes the whole page larger. */
function zoomByKey(name: string, { grid }: KeyboardDependencies): boolean {
  const by = { '=': 1, '+': 1, '-': -1 }[name];
  if (by === undefined) return false;
  grid.zoomTo(zoomStep(grid.sheet.peek().zoom, by === 1 ? 1 : -1));
  return true;
}

/** Shift moves the other corner of the selection, not its active cell. */
const corner = (key: Key, { cursor }: KeyboardDependencies): Position =>
  key.isShift ? cursor.current.peek().head : cursor.current.peek().active;

function pressArrow(direction: Direction, key: Key, room: KeyboardDependencies): boolean {
  if (key.isAlt)
    return key.isShift ? groupByArrow(direction, room) : direction === directions.down && openList(room);
  const surface = room.grid.surface.peek();
  const from = corner(key, room);
  goTo(key.isControl ? jump(surface, from, direction) : step(surface, from, direction), key, room);
  return true;
}

/** Alt+Shift+→ groups and Alt+Shift+← ungroups, as in Excel. */
function groupByArrow(direction: Direction, room: KeyboardDependencies): boolean {
  if (direction.column === 0) return false;
  groupSelection(room, direction.column > 0 ? 1 : -1);
  return true;
}

/** Ctrl+Shift+F5, as in Excel; false where the cell stands for nothing with properties. */
function openCard({ grid, cursor }: KeyboardDependencies): boolean {
  const { sheet, active } = cursor.current.peek();
  if (!sheet.card(active.row, active.column)) return false;
  grid.isCardOpen.value = true;
  return true;
}

/** Alt+↓, as in Excel; false where the cell has no list. */
function openList({ grid, cursor, book }: KeyboardDependencies): boolean {
  const { sheet, active } = cursor.current.peek();
  if (book().listEntries(sheet, active.row, active.column).length === 0) return false;
  grid.isListOpen.value = true;
  return true;
}

function goTo(position: Position, key: Key, room: KeyboardDependencies): void {
  if (key.isShift) {
    room.cursor.extendTo(position);
    room.grid.reveal(position);
  } else {
    move(position, room);
  }
}

function move(position: Position, { cursor, grid }: KeyboardDependencies): void {
  cursor.moveTo(position);
  grid.reveal(position);
}

/** Enter and Tab: inside a selection of several cells from one to the next, otherwise a step. */
function advance(direction: Direction, room: KeyboardDependencies): void {
  const { areas, active, sheet } = room.cursor.current.peek();
  const isOne = areas.length === 1 && areas.every(area => isSingleCell(area) || isMerge(sheet.merges, area));
  if (isOne) {
    advanceOne(active, direction, room);
    return;
  }
  const next = nextInside(areas, active, direction);
  room.cursor.activate(next);
  room.grid.reveal(next);
}

/** Enter after a run of tabs goes back under the cell where the run began, as one fills in a table. */
function advanceOne(active: Position, direction: Direction, room: KeyboardDependencies): void {
  const { grid } = room;
  if (direction === directions.right && startTableRow(active, room)) return;
  const run = grid.tabRun.peek();
  const isInRun = run !== null && isSame(run.at, active);
  const column = isInRun ? run.column : active.column;
  const isReturn = direction === directions.down && isInRun;
  const next = step(grid.surface.peek(), isReturn ? { ...active, column } : active, direction);
  move(next, room);
  grid.tabRun.value = direction === directions.right ? { at: next, column } : null;
}

/** Tab in the last cell of a table begins another row. */
function startTableRow({ row, column }: Position, room: KeyboardDependencies): boolean {
  const { sheet } = room.cursor.current.peek();
  const table = sheet.tables.find(each => {
    const body = bodyOf(each);
    return row === body.row + body.rowCount - 1 && column === body.column + body.columnCount - 1;
  });
  if (!table || sheet.isProtected) return false;
  room.attempt(() => room.book().addTableRow(sheet, table));
  move({ row: row + 1, column: table.area.column }, room);
  return true;
}

const isMerge = (
  merges: readonly Parameters<typeof isSameArea>[0][],
  area: Parameters<typeof isSameArea>[0],
): boolean => merges.some(merge => isSameArea(merge, area));

function turnPage(by: 1 | -1, key: Key, room: KeyboardDependencies): void {
  const { grid } = room;
  const page = grid.pageSize();
  const from = corner(key, room);
  const { rows, columns } = grid.surface.peek();
  const clampTo = (index: number, count: number): number => Math.min(count - 1, Math.max(0, index));
  const target = key.isAlt
    ? { row: from.row, column: clampTo(from.column + by * page.columns, columns.count) }
    : { row: clampTo(from.row + by * page.rows, rows.count), column: from.column };
  grid.scrollTo({
    x: grid.scroll.peek().x + columns.offset(target.column) - columns.offset(from.column),
    y: grid.scroll.peek().y + rows.offset(target.row) - rows.offset(from.row),
  });
  goTo(
    {
      row: rows.visibleFrom(target.row, -1) ?? from.row,
      column: columns.visibleFrom(target.column, -1) ?? from.column,
    },
    key,
    room,
  );
}

/** Whole rows or columns of all that is selected; the active cell stays where it is. */
function selectLines(kind: 'row' | 'column', { cursor, grid }: KeyboardDependencies): void {
  const { areas, active } = cursor.current.peek();
  const { rows, columns } = grid.surface.peek();
  const lines = areas.map(area =>
    kind === 'row'
      ? { ...area, column: 0, columnCount: columns.count }
      : { ...area, row: 0, rowCount: rows.count },
  );
  cursor.selectAreas(lines, active);
}

/** First the block around the active cell, then the whole sheet. */
function selectAll({ cursor, grid }: KeyboardDependencies): void {
  const { sheet, areas, active } = cursor.current.peek();
  const block = blockAround(sheet, active);
  const { rows, columns } = grid.surface.peek();
  const whole = { row: 0, column: 0, rowCount: rows.count, columnCount: columns.count };
  const isAlready = areas.length === 1 && isSameArea(areas[0], block);
  cursor.selectAreas([isAlready || isSingleCell(block) ? whole : block], active);
}

/** Empties the selected cells. */
export function clearSelection(room: Pick<KeyboardDependencies, 'attempt' | 'book' | 'cursor'>): void {
  const { sheet, areas } = room.cursor.current.peek();
  room.attempt(() => {
    const book = room.book();
    book.asOneStep(() => {
      for (const area of areas.flatMap(each => unfilteredParts(sheet, each))) {
        book.clear(sheet, area, 'contents', 'user');
      }
    });
  });
}

/** Ctrl+D and Ctrl+R: the first row or column of what is selected into the others. */
function fill(axis: 'row' | 'column', room: KeyboardDependencies): void {
  const { sheet, areas } = room.cursor.current.peek();
  room.attempt(() => {
    const wholes = areas.map(area => withSource(area, axis));
    const book = room.book();
    book.asOneStep(() => {
      for (const whole of wholes) {
        const source = axis === 'row' ? { ...whole, rowCount: 1 } : { ...whole, columnCount: 1 };
        fillArea(book, sheet, source, whole, 'copy');
      }
    });
  });
}

/** A single row is filled from the one above, a single column from the one before. */
function withSource(area: Area, axis: 'row' | 'column'): Area {
  const count = axis === 'row' ? area.rowCount : area.columnCount;
  if (count > 1) return area;
  if (area[axis] === 0) throw new BookError('nothingToFill');
  return axis === 'row'
    ? { ...area, row: area.row - 1, rowCount: 2 }
    : { ...area, column: area.column - 1, columnCount: 2 };
}

/** What is selected takes the look that its active cell has not, and loses what it has, as in Excel. */
function toggleStyle(name: 'bold' | 'italic' | 'underline', room: KeyboardDependencies): void {
  const { sheet, areas, active } = room.cursor.current.peek();
  const isOn = sheet.style(active.row, active.column)[name] === true;
  room.attempt(() => {
    const book = room.book();
    book.asOneStep(() => {
      for (const area of areas.flatMap(each => unfilteredParts(sheet, each))) {
        book.setStyle(sheet, area, { [name]: isOn ? undefined : true });
      }
    });
  });
}
