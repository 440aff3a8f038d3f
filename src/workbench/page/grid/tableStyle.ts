/** How Excel's built-in table styles look, by their names: `TableStyleLight1`–`21`, `Medium1`–`28`, `Dark1`–`11`. */
import type { Table } from '../../book/types';
import { blend } from './colour';

export interface TableCellLook {
  readonly fill: string;
  readonly fontColor: string;
  readonly isBold: boolean;
  /** Colour of the line under the cell, '' for none. */
  readonly line: string;
}

/** The accents of Office's theme of 2013–2022, text first: styles come in groups of seven in this order. */
const accents = ['#000000', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];
const stylePattern = /^TableStyle(Light|Medium|Dark)(\d+)$/;
const white = '#FFFFFF';
const bandShare = 0.8;
/** Bands of the styles without an accent are a shade lighter. */
const plainBandShare = 0.85;
const lineShare = 0.6;
/** The first seven light styles have no lines between their rows, only above and below the whole. */
const linelessStyles = 7;
const plain: TableCellLook = { fill: '', fontColor: '', isBold: false, line: '' };

/**
 * The look that the table's style gives to a row of it, counted from its header.
 * @param paper what the sheet is drawn on: bands are a little of the accent on it
 */
export function tableLook(table: Table, rowInTable: number, paper: string): TableCellLook {
  const match = stylePattern.exec(table.style);
  if (!match) return { ...plain, isBold: rowInTable === 0 };
  const number = Number(match[2]) - 1;
  const accent = accents[number % accents.length];
  const isStrong = match[1] !== 'Light' || number >= 7;
  if (rowInTable === 0) {
    return isStrong
      ? { fill: accent, fontColor: white, isBold: true, line: accent }
      : { fill: '', fontColor: accent, isBold: true, line: accent };
  }
  const isBand = table.showBandedRows && rowInTable % 2 === 1;
  const share = accent === accents[0] ? plainBandShare : bandShare;
  const fill = isBand ? blend(accent, paper, share) : '';
  return {
    fill,
    fontColor: '',
    isBold: false,
    line: lineBelow(table, match[1], number, accent, rowInTable, paper),
  };
}

function lineBelow(
  { area }: Table,
  group: string,
  number: number,
  accent: string,
  rowInTable: number,
  paper: string,
): string {
  const isLineless = group === 'Light' && number < linelessStyles;
  if (!isLineless) return blend(accent, paper, lineShare);
  return rowInTable === area.rowCount - 1 ? accent : '';
}
