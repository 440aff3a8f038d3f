/** XML spreadsheets of Excel 2002 and 2003 (SpreadsheetML), which many programs write into files that they call `.xls`. */
import { maxColumns, maxRows } from '../book/address';
import { errorFromCode } from '../book/errorValue';
import type { Area, CellInput, CellStyle, Sheet } from '../book/types';
import { FileProblem } from './fileProblem';
import { isoSerial } from './isoDate';
import { withLetters } from './rowColumnFormula';
import { literalText, SheetContent } from './sheetContent';
import { decodeText } from './textEncoding';
import { attribute, child, children, content, flag, parseXml, type XmlNode } from './xml';

/** A sheet of cells without what only .xlsx holds. */
export interface PlainSheet {
  readonly name: string;
  readonly visibility: Sheet['visibility'];
  readonly content: SheetContent;
  /** By the style numbers of `content`. */
  readonly styles: readonly CellStyle[];
  /** Pixels by column. */
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly merges: readonly Area[];
}

const looksAt = 4_096;
const namespace = 'urn:schemas-microsoft-com:office:spreadsheet';

/**
 * Tell whether the bytes are an XML spreadsheet.
 *
 * @example isSpreadsheetXml(new TextEncoder().encode('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">')) //=> true
 */
export function isSpreadsheetXml(bytes: Uint8Array): boolean {
  const text = decodeText(bytes.subarray(0, looksAt));
  return /^[\s\uFEFF]*</.test(text) && /<(?:\w+:)?Workbook[\s>]/.test(text) && text.includes(namespace);
}

/**
 * Read an XML spreadsheet: its sheets with values, formulas, formats, widths, merged and hidden lines, as Microsoft's *XML Spreadsheet Reference*
 * describes them.
 *
 * @throws FileProblem `damaged` without a sheet, `tooLarge` beyond the size of one
 */
export function readSpreadsheetXml(bytes: Uint8Array): {
  readonly sheets: readonly PlainSheet[];
  readonly date1904: boolean;
} {
  const workbook = parsed(decodeText(bytes));
  const date1904 = child(child(workbook, 'ExcelWorkbook'), 'Date1904') !== undefined;
  const palette = readStyles(child(workbook, 'Styles'));
  const sheets = children(workbook, 'Worksheet').map(node => readSheet(node, palette, date1904));
  if (sheets.length === 0) throw new FileProblem('damaged', 'no sheets');
  return { sheets, date1904 };
}

function parsed(text: string): XmlNode {
  try {
    return parseXml(text);
  } catch {
    throw new FileProblem('damaged');
  }
}

interface Palette {
  readonly styles: readonly CellStyle[];
  /** Numbers of styles by the ids that cells give. */
  readonly numbers: ReadonlyMap<string, number>;
}

function readStyles(node: XmlNode | undefined): Palette {
  const byId = new Map<string, CellStyle>();
  for (const each of children(node, 'Style')) {
    const parent = byId.get(attribute(each, 'Parent') ?? '') ?? byId.get('Default') ?? {};
    byId.set(attribute(each, 'ID') ?? '', { ...parent, ...readStyle(each) });
  }
  const styles = [{}, ...byId.values()];
  return { styles, numbers: new Map([...byId.keys()].map((id, index) => [id, index + 1])) };
}

function readStyle(node: XmlNode): CellStyle {
  const [font, alignment, interior] = ['Font', 'Alignment', 'Interior'].map(name => child(node, name));
  const format = child(node, 'NumberFormat');
  const fill = attribute(interior, 'Pattern') === 'Solid' ? colorOf(interior) : undefined;
  const color = colorOf(font);
  const horizontal = horizontals[attribute(alignment, 'Horizontal') ?? ''];
  return {
    ...(format && { numberFormat: numberFormatOf(attribute(format, 'Format') ?? 'General') }),
    ...(fill && { fill }),
    ...(color && { fontColor: color }),
    ...(flag(font, 'Bold') && { bold: true }),
    ...(flag(font, 'Italic') && { italic: true }),
    ...(horizontal && { horizontal }),
    ...(flag(alignment, 'WrapText') && { wrap: true }),
  };
}

const horizontals: Readonly<Record<string, CellStyle['horizontal']>> = {
  Left: 'left',
  Center: 'center',
  Right: 'right',
};

const colorOf = (node: XmlNode | undefined): string | undefined =>
  /^#[\da-f]{6}$/i.exec(attribute(node, 'Color') ?? '')?.[0].toUpperCase();

/** Formats that these files name instead of writing them. */
const namedFormats: Readonly<Record<string, string>> = {
  'General Number': 'General',
  'General Date': 'm/d/yyyy h:mm',
  'Long Date': 'dddd, mmmm d, yyyy',
  'Medium Date': 'd-mmm-yy',
  'Short Date': 'm/d/yyyy',
  'Long Time': 'h:mm:ss AM/PM',
  'Medium Time': 'h:mm AM/PM',
  'Short Time': 'h:mm',
  Currency: '$#,##0.00_);[Red]($#,##0.00)',
  'Euro Currency': '[$€-2] #,##0.00_);[Red]([$€-2] #,##0.00)',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  'Yes/No': '"Yes";"Yes";"No"',
  'True/False': '"True";"True";"False"',
  'On/Off': '"On";"On";"Off"',
};

const numberFormatOf = (written: string): string => namedFormats[written] ?? written;

function readSheet(node: XmlNode, palette: Palette, date1904: boolean): PlainSheet {
  const table = child(node, 'Table');
  const cells = new SheetContent();
  const merges: Area[] = [];
  const hiddenRows: number[] = [];
  let row = -1;
  for (const each of children(table, 'Row')) {
    row = indexAfter(row, each, maxRows);
    const span = Number(attribute(each, 'Span') ?? 0);
    if (flag(each, 'Hidden')) hiddenRows.push(...lines(row, span));
    const styleOfRow = palette.numbers.get(attribute(each, 'StyleID') ?? '') ?? 0;
    let column = -1;
    for (const cell of children(each, 'Cell')) {
      column = indexAfter(column, cell, maxColumns);
      const style = palette.numbers.get(attribute(cell, 'StyleID') ?? '') ?? styleOfRow;
      cells.put(row, column, readCell(cell, row, column, date1904), style);
      const [across, down] = ['MergeAcross', 'MergeDown'].map(name => Number(attribute(cell, name) ?? 0));
      if (across + down > 0) merges.push({ row, column, rowCount: down + 1, columnCount: across + 1 });
      // The cells of a merged one are not written.
      column += across;
    }
    row += span;
  }
  const visible = content(child(child(node, 'WorksheetOptions'), 'Visible'));
  return {
    name: attribute(node, 'Name') ?? 'Sheet',
    visibility: visibilities[visible] ?? 'Visible',
    content: cells,
    styles: palette.styles,
    hiddenRows,
    merges,
    ...readColumns(table),
  };
}

const visibilities: Readonly<Record<string, Sheet['visibility']>> = {
  SheetHidden: 'Hidden',
  SheetVeryHidden: 'VeryHidden',
};

/** What has no place of its own comes right after what is before it. */
function indexAfter(before: number, node: XmlNode, count: number): number {
  const index = Number(attribute(node, 'Index') ?? before + 2) - 1;
  if (!(index > before && index < count)) throw new FileProblem(index >= count ? 'tooLarge' : 'damaged');
  return index;
}

const lines = (first: number, span: number): number[] =>
  Array.from({ length: Math.min(span, maxRows) + 1 }, (_, index) => first + index);

function readColumns(table: XmlNode | undefined): Pick<PlainSheet, 'columnWidths' | 'hiddenColumns'> {
  const columnWidths = new Map<number, number>();
  const hiddenColumns: number[] = [];
  let column = -1;
  for (const each of children(table, 'Column')) {
    column = indexAfter(column, each, maxColumns);
    const span = Math.min(Number(attribute(each, 'Span') ?? 0), maxColumns);
    const width = Number(attribute(each, 'Width') ?? 0);
    if (width > 0) for (const line of lines(column, span)) columnWidths.set(line, pixelsOfPoints(width));
    if (flag(each, 'Hidden')) hiddenColumns.push(...lines(column, span));
    column += span;
  }
  return { columnWidths, hiddenColumns };
}

const pixelsOfPoints = (points: number): number => Math.round((points * 4) / 3);

function readCell(cell: XmlNode, row: number, column: number, date1904: boolean): CellInput {
  const formula = attribute(cell, 'Formula');
  const written = formula?.startsWith('=') ? withLetters(formula, row, column) : null;
  return written ?? readData(child(cell, 'Data'), date1904);
}

/** The value of a cell, of a formula that cannot be written here its last one. */
function readData(data: XmlNode | undefined, date1904: boolean): CellInput {
  if (data === undefined) return null;
  const text = textOf(data);
  switch (attribute(data, 'Type')) {
    case 'Number':
      return text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text);
    case 'DateTime':
      return isoSerial(text.trim(), date1904) ?? literalText(text);
    case 'Boolean':
      return text.trim() === '1';
    case 'Error':
      return errorFromCode(text.trim()) ?? errorFromCode('#VALUE!');
    default:
      return text === '' ? null : literalText(text);
  }
}

/** Texts with letters of their own are written as a page would: the text is all there is of them. */
function textOf(node: XmlNode): string {
  const names = Object.keys(node).filter(name => !/^[@#]/.test(name));
  const within = names.flatMap(name => children(node, name)).map(textOf);
  return content(node) + within.join('');
}
