import { cellArea, maxColumns, maxRows } from './address';
import type { BookSheet } from './bookSheet';
import type { StylePalette } from './stylePalette';
import type { Area, CellStyle } from './types';

/** Lay a patch over the styles of an area. Whole columns and rows keep it once, not once a cell. */
export function applyStyle(sheet: BookSheet, palette: StylePalette, area: Area, patch: CellStyle): void {
  const results = new Map<number, number>();
  const patched = (number: number): number => {
    const known = results.get(number);
    if (known !== undefined) return known;
    const result = palette.patched(number, patch);
    results.set(number, result);
    return result;
  };
  restyle(sheet, area, patched);
}

/** Take the styles of an area away; where a whole row or column around it is styled, its cells say General instead. */
export function removeStyle(sheet: BookSheet, palette: StylePalette, area: Area): void {
  restyle(sheet, area, () => 0);
  const isWholeLine = area.rowCount >= maxRows || area.columnCount >= maxColumns;
  if (isWholeLine || (sheet.columnStyles.size === 0 && sheet.rowStyles.size === 0)) return;
  const general = palette.number({ numberFormat: 'General' });
  restyleCells(sheet, area, number => (number === 0 ? 0 : general));
}

function restyle(sheet: BookSheet, area: Area, restyled: (number: number) => number): void {
  if (area.rowCount >= maxRows) restyleLines(sheet, area, restyled, 'column');
  else if (area.columnCount >= maxColumns) restyleLines(sheet, area, restyled, 'row');
  else restyleCells(sheet, area, restyled);
}

function restyleCells(sheet: BookSheet, area: Area, restyled: (number: number) => number): void {
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    for (let column = area.column; column < area.column + area.columnCount; column++) {
      sheet.grid.putStyle(row, column, restyled(sheet.styleNumber(row, column)));
    }
  }
}

function restyleLines(
  sheet: BookSheet,
  area: Area,
  restyled: (number: number) => number,
  line: 'row' | 'column',
): void {
  const own = line === 'column' ? sheet.columnStyles : sheet.rowStyles;
  const crossing = line === 'column' ? sheet.rowStyles : sheet.columnStyles;
  const from = line === 'column' ? area.column : area.row;
  const count = line === 'column' ? area.columnCount : area.rowCount;
  // Cells with a style of their own, and those where a styled row crosses a styled column, must not hide the new one.
  for (const cross of crossing.keys()) {
    for (let index = from; index < from + count; index++) {
      const cell = line === 'column' ? cellArea(cross, index) : cellArea(index, cross);
      sheet.grid.putStyle(cell.row, cell.column, sheet.styleNumber(cell.row, cell.column));
    }
  }
  const styled: [number, number, number][] = [];
  sheet.grid.forEachStyled(area, (style, row, column) => styled.push([style, row, column]));
  for (const [style, row, column] of styled) sheet.grid.putStyle(row, column, restyled(style));
  for (let index = from; index < from + count; index++) {
    const number = restyled(own.get(index) ?? 0);
    if (number === 0) own.delete(index);
    else own.set(index, number);
  }
}
