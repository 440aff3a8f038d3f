import { textsOf } from '../../i18n/bilingual';
import { legendTexts } from '../../i18n/sheets/legend';
import { areaAddress } from '../address';
import { legendName, policyRangeName } from '../names';
import { severityColors, severityOrder } from './severityColors';

/** Columns kept free beside the data, for Score, Tier and Breaches, and the gap that keeps the legend out of the data. */
const keptFree = 4;
const lastColumn = 16_383;

/** All that a legend can say, by which its cells are known from what a user wrote between them. */
const sayings: ReadonlySet<unknown> = new Set(
  Object.values(legendTexts).flatMap(({ title, severity }) => [title, ...Object.values(severity)]),
);

/** The legend of a sheet with its cells loaded, or null. */
export interface Legend {
  readonly mark: Excel.NamedItem;
  readonly range: Excel.Range;
}

/** Queue the question for a sheet's legend; after a sync `loadLegend` reads the answer. */
export function askForLegend(sheet: Excel.Worksheet): Excel.NamedItem {
  const mark = sheet.names.getItemOrNullObject(legendName);
  mark.load('name');
  return mark;
}

/** Load the cells of legends that were asked for and found, with the next sync of the caller; null where there is none. */
export function loadLegend(mark: Excel.NamedItem): Legend | null {
  if (mark.isNullObject) return null;
  const range = mark.getRangeOrNullObject();
  range.load('values,columnIndex,columnCount,rowCount');
  return { mark, range };
}

/** Queue the removal of a legend: its own words go, what a user wrote there stays. */
export function deleteLegend({ mark, range }: Legend): void {
  if (!range.isNullObject) {
    range.values.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (sayings.has(cell)) range.getCell(row, column).clear('Contents');
      });
    });
  }
  mark.delete();
}

/**
 * Find where a legend goes: right of all else, null where the sheet ends before. One that is there already counts as what else there is.
 *
 * @param firstFree Zero-based column right of the data that was read.
 */
export async function findLegendColumn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  firstFree: number,
): Promise<number | null> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('columnIndex,columnCount');
  await context.sync();
  const right = used.isNullObject ? 0 : used.columnIndex + used.columnCount;
  const column = Math.max(firstFree + keptFree, right + 1);
  return column + severityOrder.length > lastColumn ? null : column;
}

/**
 * Queue the writing of the legend into free cells, in the header's row: filters do not hide it there, sorting does not move it. Its
 * colours are conditional formats like those it explains, so no cell's own format changes. The caller syncs.
 *
 * @param headerRow Zero-based on the sheet, as is the column.
 */
export function queueLegend(sheet: Excel.Worksheet, headerRow: number, column: number): void {
  const { title, severity } = textsOf(legendTexts);
  const range = sheet.getRangeByIndexes(headerRow, column, 1, severityOrder.length + 1);
  range.values = [[title, ...severityOrder.map(each => severity[each])]];
  severityOrder.forEach((each, index) => {
    const { fill, font, bold } = severityColors[each];
    const cell = sheet.getRange(areaAddress(headerRow, column + 1 + index, 1, 1));
    const format = cell.conditionalFormats.add(Excel.ConditionalFormatType.custom);
    // The policy's name makes it one of ours, and it shows nothing without the policy, as the highlights do.
    format.custom.rule.formula = `=ROWS(${policyRangeName})>0`;
    format.custom.format.fill.color = fill;
    format.custom.format.font.color = font;
    if (bold) format.custom.format.font.bold = true;
  });
  sheet.names.add(legendName, range);
}
