/** Cells as the clipboard carries them between programs: rows of text with tabs. */
import Papa from 'papaparse';

/** Writes rows as tab-separated text; cells with a tab, a quote or a line break are quoted. */
export const toClipboardText = (rows: readonly (readonly string[])[]): string =>
  Papa.unparse(rows as string[][], { delimiter: '\t', newline: '\r\n' });

/**
 * Reads tab-separated text; short rows are filled up, and the line break that spreadsheets put at the end is no row.
 * @example fromClipboardText('a\tb\r\nc\r\n') //=> [['a', 'b'], ['c', '']]
 */
export function fromClipboardText(text: string): string[][] {
  const trimmed = text.replace(/\r?\n$/, '');
  if (trimmed === '') return [['']];
  const { data } = Papa.parse<string[]>(trimmed, { delimiter: '\t' });
  const width = Math.max(...data.map(row => row.length));
  return data.map(row => [...row, ...Array<string>(width - row.length).fill('')]);
}

/** Repeats a block so that it fills an area that is a whole multiple of it, as pasting into a larger selection does. */
export function tile<T>(
  block: readonly (readonly T[])[],
  rowCount: number,
  columnCount: number,
): readonly (readonly T[])[] {
  const height = block.length;
  const width = block[0]?.length ?? 0;
  if (height === 0 || width === 0 || rowCount % height !== 0 || columnCount % width !== 0) return block;
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (_, column) => block[row % height][column % width]!),
  );
}
