/** Copy, cut and paste: as text with tabs for every program, and within the workbench with formulas and formats. */
import { cellArea, intersection } from '../../book/address';
import { copied, copyFormats } from '../../book/fill/fillArea';
import { unfilteredParts } from '../../book/filteredRows';
import type { Area, Book, Sheet } from '../../book/types';
import { typedInput } from '../model/typedInput';
import { type Position, topLeft } from '../position';
import { fromClipboardText, tile, toClipboardText } from './clipboardText';
import type { Copied } from './gridModel';

const mostCellsCopied = 2_000_000;

/** The texts of an area, cut to where there is content so that a whole column is not a million lines. */
export function copyText(sheet: Sheet, selected: Area): { readonly text: string; readonly area: Area } {
  const area = withinContent(sheet, selected);
  const rows = copiedRows(sheet, area).map(row =>
    Array.from({ length: area.columnCount }, (_, across) => sheet.text(row, area.column + across)),
  );
  return { text: toClipboardText(rows), area };
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
export function paste(book: Book, sheet: Sheet, target: Area, text: string, ours: Copied | null): Area {
  const isOurs = ours !== null && sameLines(ours.text, text) && book.sheets.includes(ours.sheet);
  let pasted = target;
  book.asOneStep(() => {
    pasted = isOurs ? pasteCells(book, sheet, target, ours) : pasteText(book, sheet, target, text);
  });
  return pasted;
}

const sameLines = (one: string, other: string): boolean =>
  one.replaceAll('\r\n', '\n').trimEnd() === other.replaceAll('\r\n', '\n').trimEnd();

/** The formats that dates and percentages bring come after one write of all cells. */
function pasteText(book: Book, sheet: Sheet, target: Area, text: string): Area {
  const texts = tile(fromClipboardText(text), target.rowCount, target.columnCount);
  const area = { ...topLeft(target), rowCount: texts.length, columnCount: texts[0]?.length ?? 1 };
  const typed = texts.map((line, down) =>
    line.map((pasted, across) =>
      typedInput(book, sheet, { row: area.row + down, column: area.column + across }, pasted),
    ),
  );
  book.setCells(
    sheet,
    area,
    typed.map(line => line.map(({ input }) => input)),
    'user',
  );
  typed.forEach((line, down) => {
    line.forEach(({ numberFormat }, across) => {
      if (numberFormat === null) return;
      book.setStyle(sheet, cellArea(area.row + down, area.column + across), { numberFormat });
    });
  });
  return area;
}

function pasteCells(
  book: Book,
  sheet: Sheet,
  target: Area,
  { area: from, sheet: source, isCut }: Copied,
): Area {
  if (isCut) {
    book.moveCells(source, from, sheet, target);
    return { ...from, ...topLeft(target) };
  }
  const lines = copiedRows(source, from);
  const isMultiple = target.rowCount % lines.length === 0 && target.columnCount % from.columnCount === 0;
  const size = isMultiple ? target : { rowCount: lines.length, columnCount: from.columnCount };
  const area = { ...topLeft(target), rowCount: size.rowCount, columnCount: size.columnCount };
  const fromOf = (row: number, column: number): Position => ({
    row: lines[(row - area.row) % lines.length],
    column: from.column + ((column - area.column) % from.columnCount),
  });
  const rows = Array.from({ length: area.rowCount }, (_, down) =>
    Array.from({ length: area.columnCount }, (_, across) => {
      const to = { row: area.row + down, column: area.column + across };
      return copied(source, fromOf(to.row, to.column), to);
    }),
  );
  // A cell of texts would take the formula that comes to it for one.
  copyFormats(book, sheet, area, fromOf, source);
  book.setCells(sheet, area, rows, 'user');
  return area;
}

/** What a filter hides is not copied. */
const copiedRows = (sheet: Sheet, area: Area): number[] =>
  unfilteredParts(sheet, area).flatMap(part =>
    Array.from({ length: part.rowCount }, (_, down) => part.row + down),
  );
