/** What keys write by themselves: today's day, the time, and a sum of the numbers beside. */
import { formatAddress, maxColumns, maxRows } from '../../book/address';
import type { Area, CellInput, Sheet } from '../../book/types';
import { isSingleCell, type Position } from '../position';
import type { KeyboardDependencies } from './keyboardDependencies';

type Room = Pick<KeyboardDependencies, 'attempt' | 'book' | 'cursor' | 'entry' | 'now'>;

const two = (value: number): string => String(value).padStart(2, '0');

/** Ctrl+; types today's day, as the workbook's language writes it. */
export function typeToday({ book, entry, now }: Room): void {
  const day = now();
  const [year, month, date] = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  entry.insert(book().locale === 'zh-CN' ? `${year}/${month}/${date}` : `${month}/${date}/${year}`);
}

/** Ctrl+Shift+; types the time. */
export function typeTime({ book, entry, now }: Room): void {
  const [hours, minutes] = [now().getHours(), two(now().getMinutes())];
  const half = hours < 12 ? 'AM' : 'PM';
  entry.insert(
    book().locale === 'zh-CN'
      ? `${hours}:${minutes}`
      : `${hours % 12 === 0 ? 12 : hours % 12}:${minutes} ${half}`,
  );
}

/** Alt+=: a sum of the numbers above a cell or before it, still to be confirmed; below or beside what is selected, at once. */
export function autoSum(room: Room): void {
  const { areas, active, sheet } = room.cursor.current.peek();
  const selected = areas[areas.length - 1];
  if (!isSingleCell(selected)) {
    sumSelection(room, sheet, selected);
    return;
  }
  room.entry.begin('enter', 'cell', '=SUM()');
  room.entry.moveCaret('=SUM('.length);
  const summed = numbersBeside(sheet, active);
  if (summed) room.entry.point(sheet, summed);
}

/** The numbers right above a cell, else those right before it; null where there are none. */
function numbersBeside(sheet: Sheet, { row, column }: Position): Area | null {
  const isNumber = (down: number, across: number): boolean => typeof sheet.value(down, across) === 'number';
  let above = row;
  while (above > 0 && isNumber(above - 1, column)) above -= 1;
  if (above < row) return { row: above, column, rowCount: row - above, columnCount: 1 };
  let before = column;
  while (before > 0 && isNumber(row, before - 1)) before -= 1;
  return before < column ? { row, column: before, rowCount: 1, columnCount: column - before } : null;
}

/** Sums of columns go into the last row of what is selected where it is empty, else below; of a single row, after it. */
function sumSelection({ attempt, book, cursor }: Room, sheet: Sheet, selected: Area): void {
  const isDown = selected.rowCount > 1;
  const last = isDown
    ? { ...selected, row: selected.row + selected.rowCount - 1, rowCount: 1 }
    : { ...selected, column: selected.column + selected.columnCount - 1, columnCount: 1 };
  const isRoomInside = isEmpty(sheet, last);
  const summed = isRoomInside ? shorter(selected, isDown) : selected;
  const sums = isRoomInside ? last : next(last, isDown);
  if (sums.row >= maxRows || sums.column >= maxColumns || !isEmpty(sheet, sums)) return;
  const inputs: CellInput[] = Array.from({ length: isDown ? sums.columnCount : 1 }, (_, across) => {
    const line = isDown ? { ...summed, column: summed.column + across, columnCount: 1 } : summed;
    return `=SUM(${formatAddress(line)})`;
  });
  attempt(() => {
    book().setCells(sheet, sums, [inputs], 'user');
    cursor.selectAreas([isRoomInside ? selected : longer(selected, isDown)], selected);
  });
}

const next = (line: Area, isDown: boolean): Area =>
  isDown ? { ...line, row: line.row + 1 } : { ...line, column: line.column + 1 };

const longer = (area: Area, isDown: boolean): Area =>
  isDown ? { ...area, rowCount: area.rowCount + 1 } : { ...area, columnCount: area.columnCount + 1 };

const shorter = (area: Area, isDown: boolean): Area =>
  isDown ? { ...area, rowCount: area.rowCount - 1 } : { ...area, columnCount: area.columnCount - 1 };

function isEmpty(sheet: Sheet, { row, column, rowCount, columnCount }: Area): boolean {
  for (let down = row; down < row + rowCount; down++) {
    for (let across = column; across < column + columnCount; across++) {
      if (sheet.value(down, across) !== null) return false;
    }
  }
  return true;
}
