/** Making a table of what is selected, and showing its filter buttons or not. */
import { containsCell, intersection } from '../../book/address';
import { BookError } from '../../book/refusals';
import { setFilter } from '../../book/tableFilter';
import type { Area, Sheet } from '../../book/types';
import { isSingleCell } from '../position';
import type { KeyboardDependencies } from './keyboardDependencies';
import { blockAround } from './movement';

type Room = Pick<KeyboardDependencies, 'attempt' | 'book' | 'cursor'>;

/**
 * Ctrl+T: makes a table of what is selected, or of the block around a single cell. Its first row names the columns where it is
 * texts only; else a row is put above it, as Excel does where one says that there are no headers.
 */
export function makeTable({ attempt, book, cursor }: Room): void {
  const { sheet, areas, active } = cursor.current.peek();
  if (sheet.tables.some(({ area }) => containsCell(area, active.row, active.column))) return;
  const selected = areas[areas.length - 1];
  const block = isSingleCell(selected) ? blockAround(sheet, active) : withinContent(sheet, selected);
  attempt(() => {
    book().asOneStep(() => {
      const hasHeader = block.rowCount > 1 && isAllTexts(sheet, { ...block, rowCount: 1 });
      const whole = hasHeader ? block : { ...block, rowCount: block.rowCount + 1 };
      if (!hasHeader) book().insertCells(sheet, { ...block, rowCount: 1 }, 'Down', 'user');
      cursor.selectAreas([book().addTable(sheet, whole).area], active);
    });
  });
}

/** Ctrl+Shift+L: shows the filter buttons of the table, or takes them away with what they filter. */
export function toggleFilter({ attempt, book, cursor }: Room): void {
  const { sheet, active } = cursor.current.peek();
  attempt(() => {
    const table = sheet.tables.find(({ area }) => containsCell(area, active.row, active.column));
    if (!table) throw new BookError('filterWithoutTable');
    book().assertPermitted(sheet, 'allowAutoFilter');
    book().asOneStep(() => {
      for (const offset of [...table.filters.keys()])
        setFilter(sheet, table, table.area.column + offset, new Set());
      table.showFilterButton = !table.showFilterButton;
      book().touch(sheet);
    });
  });
}

/** Whole columns are meant as far as there is content. */
function withinContent(sheet: Sheet, area: Area): Area {
  const used = sheet.usedArea(true);
  return (used && intersection(used, area)) ?? { ...area, rowCount: 1, columnCount: 1 };
}

function isAllTexts(sheet: Sheet, { row, column, columnCount }: Area): boolean {
  const columns = Array.from({ length: columnCount }, (_, across) => column + across);
  return columns.every(each => typeof sheet.value(row, each) === 'string');
}
