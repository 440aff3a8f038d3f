/** Copy, cut and paste: as text with tabs for every program, and within the workbench with formulas and formats. */
import { cellArea, intersection } from '../../book/address';
import { readTyped } from '../../book/numberFormat';
import type { Area, Book, CellInput, CellValue, Sheet } from '../../book/types';
import { shiftReferences } from '../formula/shiftReferences';
import { topLeft } from '../position';
import { fromClipboardText, tile, toClipboardText } from './clipboardText';
import type { Copied } from './gridModel';

const mostCellsCopied = 2_000_000;

/** The texts of an area, cut to where there is content so that a whole column is not a million lines. */
export function copyText(sheet: Sheet, area: Area): { readonly text: string; readonly area: Area } {
  const copied = withinContent(sheet, area);
  const rows: string[][] = [];
  for (let row = copied.row; row < copied.row + copied.rowCount; row += 1) {
    if (sheet.hiddenRows.has(row)) continue;
    const texts: string[] = [];
    for (let column = copied.column; column < copied.column + copied.columnCount; column += 1) {
      texts.push(sheet.text(row, column));
    }
    rows.push(texts);
  }
  return { text: toClipboardText(rows), area: copied };
}

/** An area as large as its content; what is selected stays whole when it is small. */
function withinContent(sheet: Sheet, area: Area): Area {
  if (area.rowCount * area.columnCount <= 10_000) return area;
  const used = sheet.usedArea(false);
  const shared = used && intersection(used, area);
  if (!shared) return { ...area, rowCount: 1, columnCount: 1 };
  const end = { row: shared.row + shared.rowCount, column: shared.column + shared.columnCount };
  const rowCount = end.row - area.row;
  const columnCount = end.column - area.column;
  return rowCount * columnCount > mostCellsCopied ? shared : { ...topLeft(area), rowCount, columnCount };
}

/**
 * Pastes what the clipboard holds at the target and says where it went. What was copied here comes with its formulas
 * moved along and its formats; anything else is entered as if typed.
 */
export function paste(book: Book, sheet: Sheet, target: Area, text: string, copied: Copied | null): Area {
  const isOurs = copied !== null && sameLines(copied.text, text) && book.sheets.includes(copied.sheet);
  let pasted = target;
  book.asOneStep(() => {
    pasted = isOurs ? pasteCells(book, sheet, target, copied) : pasteText(book, sheet, target, text);
  });
  return pasted;
}

const sameLines = (one: string, other: string): boolean =>
  one.replaceAll('\r\n', '\n').trimEnd() === other.replaceAll('\r\n', '\n').trimEnd();

/** The formats that dates and percentages bring come after one write of all cells. */
function pasteText(book: Book, sheet: Sheet, target: Area, text: string): Area {
  const texts = tile(fromClipboardText(text), target.rowCount, target.columnCount);
  const area = { ...topLeft(target), rowCount: texts.length, columnCount: texts[0]?.length ?? 1 };
  const formats: { readonly at: Area; readonly numberFormat: string }[] = [];
  const rows = texts.map((line, down) =>
    line.map((pasted, across) => {
      const at = cellArea(area.row + down, area.column + across);
      const own = sheet.style(at.row, at.column).numberFormat ?? 'General';
      const typed = own === '@' || /^[=']/.test(pasted) ? null : readTyped(pasted, book);
      if (typed?.numberFormat && own === 'General') formats.push({ at, numberFormat: typed.numberFormat });
      return typed ? typed.value : pasted;
    }),
  );
  book.setCells(sheet, area, rows, 'user');
  for (const { at, numberFormat } of formats) book.setStyle(sheet, at, { numberFormat });
  return area;
}

function pasteCells(book: Book, sheet: Sheet, target: Area, copied: Copied): Area {
  const { area: from, sheet: source, isCut } = copied;
  if (isCut) {
    book.moveCells(source, from, sheet, target);
    return { ...from, ...topLeft(target) };
  }
  const isMultiple = target.rowCount % from.rowCount === 0 && target.columnCount % from.columnCount === 0;
  const area = isMultiple ? target : { ...from, ...topLeft(target) };
  const rows: CellInput[][] = [];
  const styles: { readonly at: Area; readonly style: ReturnType<Sheet['style']> }[] = [];
  for (let down = 0; down < area.rowCount; down += 1) {
    const inputs: CellInput[] = [];
    for (let across = 0; across < area.columnCount; across += 1) {
      const row = from.row + (down % from.rowCount);
      const column = from.column + (across % from.columnCount);
      const at = { row: area.row + down, column: area.column + across, rowCount: 1, columnCount: 1 };
      const formula = source.formula(row, column);
      const moved = formula === null ? null : shiftReferences(formula, at.row - row, at.column - column);
      inputs.push(moved ?? constantInput(source.value(row, column)));
      styles.push({ at, style: source.style(row, column) });
    }
    rows.push(inputs);
  }
  book.setCells(sheet, area, rows, 'user');
  for (const { at, style } of styles) if (Object.keys(style).length > 0) book.setStyle(sheet, at, style);
  return area;
}

/** `''` clears; a text keeps its look of a number by an apostrophe. */
function constantInput(value: CellValue): CellInput {
  if (value === null) return '';
  if (typeof value === 'string') return `'${value}`;
  return typeof value === 'object' ? value.error : value;
}

/** Put the first row (or column) of an area into the others of it, formulas moved along. */
export function fillFromFirst(book: Book, sheet: Sheet, area: Area, axis: 'row' | 'column'): void {
  const { row, column, rowCount, columnCount } = area;
  const [first, rest] =
    axis === 'row'
      ? [
          { ...area, rowCount: 1 },
          { ...area, row: row + 1, rowCount: rowCount - 1 },
        ]
      : [
          { ...area, columnCount: 1 },
          { ...area, column: column + 1, columnCount: columnCount - 1 },
        ];
  pasteCells(book, sheet, rest, { sheet, area: first, text: '', isCut: false });
}
