import type { PolicyBlock } from '../../risk/policy/cells/policyBlock';
import { putOnA4 } from '../sheets/paper';
import type { PlacedBlock, PolicyLayout } from './policyLayout';

/** In points, as `columnWidth` counts: codes and names, then values, the widest choice, and last the reason why. */
const columnWidths = { code: 140, name: 190, translation: 145, value: 98, choice: 130, note: 460 };
const titleSize = 16;
const sectionSize = 12;

type Alignment = 'Left' | 'Center' | 'Right';

/** Give a new policy sheet its fonts, number formats, widths and alignments; the caller syncs. */
export function dressPolicySheet(sheet: Excel.Worksheet, layout: PolicyLayout): void {
  emphasise(sheet.getRangeByIndexes(0, 0, 1, 1), titleSize);
  sheet.showGridlines = false;
  dressBlocks(sheet, layout);
  const widths = widthsOf(layout.columnCount);
  widths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  });
  putOnA4(sheet, { orientation: 'Landscape', width: widths.reduce((sum, width) => sum + width, 0) });
}

/** Give the blocks of a layout their fonts, number formats and alignments; the caller syncs. */
export function dressBlocks(sheet: Excel.Worksheet, { placed, columnCount }: PolicyLayout): void {
  for (const { block, titleRow, headerRow } of placed) {
    emphasise(sheet.getRangeByIndexes(titleRow, 0, 1, 1), sectionSize);
    sheet.getRangeByIndexes(headerRow, 0, 1, columnCount).format.wrapText = true;
    const body = sheet.getRangeByIndexes(headerRow + 1, 0, block.rows.length, columnCount);
    body.numberFormat = block.numberFormats.map(row => [...row]);
    alignColumns(sheet, { block, titleRow, headerRow });
    // The reason stands off from the number before it.
    const reasons = sheet.getRangeByIndexes(headerRow, columnCount - 1, block.rows.length + 1, 1);
    reasons.format.horizontalAlignment = 'Left';
    reasons.format.indentLevel = 1;
    // Beyond the last column nothing is printed.
    reasons.format.wrapText = true;
  }
}

function emphasise(range: Excel.Range, size: number): void {
  range.format.font.bold = true;
  range.format.font.size = size;
}

/** Numbers stand right, choices in the middle, and every header above its column. */
function alignColumns(sheet: Excel.Worksheet, { block, headerRow }: PlacedBlock): void {
  block.headers.forEach((_, column) => {
    const alignment = alignmentOf(block, column);
    if (alignment === 'Left') return;
    const cells = sheet.getRangeByIndexes(headerRow, column, block.rows.length + 1, 1);
    cells.format.horizontalAlignment = alignment;
  });
}

function alignmentOf(block: PolicyBlock, column: number): Alignment {
  const isNumber = block.rows.some((row, index) => {
    const hasFormat = block.numberFormats[index][column] !== 'General';
    return hasFormat || typeof row[column] === 'number';
  });
  if (isNumber) return 'Right';
  const isChosen = block.entries.some(entry => entry.column === column && entry.rule.kind !== 'number');
  return isChosen ? 'Center' : 'Left';
}

function widthsOf(columnCount: number): number[] {
  const widths = Array<number>(columnCount).fill(columnWidths.value);
  widths[0] = columnWidths.code;
  widths[1] = columnWidths.name;
  widths[2] = columnWidths.translation;
  widths[columnCount - 2] = columnWidths.choice;
  widths[columnCount - 1] = columnWidths.note;
  return widths;
}
