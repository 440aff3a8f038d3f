/** Delimited text files: their encoding, their delimiter, and their fields as Excel types them. */
import Papa from 'papaparse';
import { maxColumns, maxRows } from '../book/address';
import type { CellStyle } from '../book/types';
import { FileProblem } from './fileProblem';
import { literalText, SheetContent } from './sheetContent';
import { typedText } from './typedText';

export interface DelimitedContent {
  readonly content: SheetContent;
  /** By the style numbers of `content`. */
  readonly styles: readonly CellStyle[];
  /** Pixels by column, where the default would show a date or amount as `####`. */
  readonly columnWidths: ReadonlyMap<number, number>;
}

const guessedLines = 50;

/**
 * Decode a text file: by its byte order mark, else UTF-8, else UTF-16 where every other byte is zero, else GB18030,
 * which is what Excel writes under a Chinese Windows.
 */
function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const zeros = countZeros(bytes.subarray(0, 4096));
  if (zeros.even + zeros.odd > 0)
    return new TextDecoder(zeros.odd >= zeros.even ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeChinese(bytes);
  }
}

/** Text of the Latin alphabet that is not Chinese either is Windows' own encoding. */
function decodeChinese(bytes: Uint8Array): string {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function countZeros(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd']++;
  });
  return zeros;
}

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

function typeFields(data: readonly (readonly string[])[]): DelimitedContent {
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
  data.forEach((fields, row) => {
    fields.forEach((field, column) => {
      const { value, numberFormat } = typedText(field);
      if (value === null) return;
      content.put(
        row,
        column,
        typeof value === 'string' ? literalText(value) : value,
        numberFormat ? styleNumber(numberFormat) : 0,
      );
      if (typeof value === 'number') widen(columnWidths, column, field.trim().length);
    });
  });
  return { content, styles, columnWidths };
}

/** Seven pixels a digit and five of padding, as Excel sizes a column for a number that would not fit. */
function widen(widths: Map<number, number>, column: number, characters: number): void {
  const needed = characters * 7 + 12;
  if (needed > 64 && needed > (widths.get(column) ?? 0)) widths.set(column, needed);
}
