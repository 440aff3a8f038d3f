/** Delimited text files: their delimiter, and their fields as Excel types them where the file comes from. */
import Papa from 'papaparse';
import { maxColumns, maxRows } from '../book/address';
import type { CellStyle } from '../book/types';
import { fieldStyleOf } from './fieldStyle';
import { FileProblem } from './fileProblem';
import { literalText, SheetContent } from './sheetContent';
import { decodeText } from './textEncoding';
import { type TypedText, typedText } from './typedText';

export interface DelimitedContent {
  readonly content: SheetContent;
  /** By the style numbers of `content`. */
  readonly styles: readonly CellStyle[];
  /** Pixels by column, where the default would show a date or amount as `####`. */
  readonly columnWidths: ReadonlyMap<number, number>;
}

/** What stands in a field; one that its file says to be text stays as it is. */
export type Field = string | { readonly text: string };

const guessedLines = 50;

/**
 * Read a delimited text file. Empty lines keep their place, as in Excel.
 *
 * @throws FileProblem `notWorkbook` for bytes that are no text, `tooLarge` beyond the size of a sheet
 */
export function readDelimited(bytes: Uint8Array): DelimitedContent {
  const text = decodeText(bytes);
  // Zero characters after decoding mean a picture or a program, not a text.
  if (text.includes('\u0000')) throw new FileProblem('notWorkbook');
  const { delimiter, body } = declaredDelimiter(text);
  const { data } = Papa.parse<string[]>(body, {
    header: false,
    delimiter: delimiter ?? guessDelimiter(body),
    skipEmptyLines: false,
  });
  if (data.length > 0 && data.at(-1)!.length === 1 && data.at(-1)![0] === '') data.pop();
  if (data.length > maxRows || data.some(row => row.length > maxColumns)) throw new FileProblem('tooLarge');
  return typeFields(data);
}

/** The line `sep=;` by which a file tells Excel its delimiter. */
function declaredDelimiter(text: string): { delimiter: string | null; body: string } {
  const declared = /^\uFEFF?sep=(.)\r?\n/i.exec(text);
  return declared
    ? { delimiter: declared[1], body: text.slice(declared[0].length) }
    : { delimiter: null, body: text.replace(/^\uFEFF/, '') };
}

/** The delimiter that splits the first lines most evenly; blank lines would spoil the guess. */
function guessDelimiter(body: string): string {
  const guess = Papa.parse<string[]>(body, {
    preview: guessedLines,
    skipEmptyLines: true,
    delimitersToGuess: [',', '\t', ';', '|', '，'],
  });
  return guess.meta.delimiter;
}

/** Give the fields of a file as cells, typed as Excel does. */
export function typeFields(data: readonly (readonly Field[])[]): DelimitedContent {
  const content = new SheetContent();
  const styles: CellStyle[] = [{}];
  const styleNumbers = new Map<string, number>();
  const columnWidths = new Map<number, number>();
  const styleNumber = (numberFormat: string): number => {
    const known = styleNumbers.get(numberFormat);
    if (known !== undefined) return known;
    styles.push({ numberFormat });
    styleNumbers.set(numberFormat, styles.length - 1);
    return styles.length - 1;
  };
  const fieldStyle = fieldStyleOf(data.map(fields => fields.filter(field => typeof field === 'string')));
  data.forEach((fields, row) => {
    fields.forEach((field, column) => {
      const { value, numberFormat } =
        typeof field === 'string' ? typedText(field, fieldStyle) : asText(field);
      if (value === null) return;
      content.put(
        row,
        column,
        typeof value === 'string' ? literalText(value) : value,
        numberFormat ? styleNumber(numberFormat) : 0,
      );
      if (typeof value === 'number') widen(columnWidths, column, String(field).trim().length);
    });
  });
  return { content, styles, columnWidths };
}

const asText = ({ text }: { readonly text: string }): TypedText =>
  text === '' ? { value: null } : { value: text, numberFormat: '@' };

/**
 * Tell whether the bytes are a table of several columns set apart by tabs, which many programs write into files that they call `.xls`.
 *
 * @example isTabbedText(new TextEncoder().encode('Customer\tAmount\nAcme\t12\n')) //=> true
 */
export function isTabbedText(bytes: Uint8Array): boolean {
  const lines = decodeText(bytes)
    .split(/\r?\n/, guessedLines)
    .filter(line => line.trim() !== '');
  const tabbed = lines.filter(line => line.includes('\t') && !line.includes('\u0000'));
  return tabbed.length >= 2 && tabbed.length * 2 > lines.length;
}

/** Seven pixels a digit and five of padding, as Excel sizes a column for a number that would not fit. */
function widen(widths: Map<number, number>, column: number, characters: number): void {
  const needed = characters * 7 + 12;
  if (needed > 64 && needed > (widths.get(column) ?? 0)) widths.set(column, needed);
}
