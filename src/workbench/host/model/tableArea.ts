import { intersection } from '../../book/address';
import { bodyOf } from '../../book/tables';
import type { Area, Sheet, Table } from '../../book/types';
import { notImplemented } from '../batch/apiError';
import type { SheetArea } from '../sheetArea';
import type { Json } from '../wire/json';
import { readCells, valueForAddin } from './cells';

/** A table and the sheet it is on. */
export interface SheetTable {
  readonly sheet: Sheet;
  readonly table: Table;
}

export function wholeArea({ sheet, table: own }: SheetTable): SheetArea {
  return { sheet, area: own.area };
}

export function headerArea({ sheet, table: own }: SheetTable): SheetArea {
  return { sheet, area: { ...own.area, rowCount: 1 } };
}

export function bodyArea({ sheet, table: own }: SheetTable): SheetArea {
  return { sheet, area: bodyOf(own) };
}

/** Tell whether nothing stands at a place. */
export function isFree(sheet: Sheet, place: Area): boolean {
  const used = sheet.usedArea(true);
  const common = used && intersection(used, place);
  if (!common) {
    return true;
  }
  for (let row = common.row; row < common.row + common.rowCount; row++) {
    for (let each = common.column; each < common.column + common.columnCount; each++) {
      if (sheet.value(row, each) !== null) {
        return false;
      }
    }
  }
  return true;
}

/** Excel would move the cells in the way; for columns this host does not, and says so. */
export function requireFree(sheet: Sheet, place: Area): void {
  if (!isFree(sheet, place)) {
    throw notImplemented('moving cells out of the way of a growing table');
  }
}

/** The values of a part of a table. */
export function valuesOf(area: SheetArea): Json {
  return readCells(area, (sheet, row, each) => valueForAddin(sheet.value(row, each)));
}
