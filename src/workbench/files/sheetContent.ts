/** A sheet's cells between file and book: inputs and style numbers by row, whatever the file's own format was. */
import { cellArea, maxColumns, maxRows } from '../book/address';
import type { TextRun } from '../book/cellStyle';
import type { Area, Book, CellInput, CellStyle, Sheet } from '../book/types';
import { FileProblem } from './fileProblem';

interface ContentRow {
  readonly inputs: CellInput[];
  /** Style number by column; 0 or absent is no style. */
  readonly styles: number[];
}

/** Rows written to the book at once: enough to be quick, little enough to stay small. */
const rowsPerBlock = 4096;

export class SheetContent {
  private readonly rows = new Map<number, ContentRow>();
  private readonly arrays: { readonly area: Area; readonly formula: string }[] = [];
  private readonly runs: {
    readonly row: number;
    readonly column: number;
    readonly runs: readonly TextRun[];
  }[] = [];

  put(row: number, column: number, input: CellInput, style = 0): void {
    if (row >= maxRows || column >= maxColumns) throw new FileProblem('tooLarge');
    let entry = this.rows.get(row);
    if (!entry) {
      entry = { inputs: [], styles: [] };
      this.rows.set(row, entry);
    }
    if (input !== null) entry.inputs[column] = input;
    if (style > 0) entry.styles[column] = style;
  }

  /** An array formula over several cells. */
  putArray(area: Area, formula: string): void {
    if (area.row + area.rowCount > maxRows || area.column + area.columnCount > maxColumns)
      throw new FileProblem('tooLarge');
    this.arrays.push({ area, formula });
  }

  /** Fonts within a cell's text. */
  putRuns(row: number, column: number, runs: readonly TextRun[]): void {
    this.runs.push({ row, column, runs });
  }

  /** Write everything to a sheet. Values go first, because a cell with text format would take a formula for a text. */
  fill(book: Book, sheet: Sheet, styles: readonly CellStyle[]): void {
    const rows = [...this.rows.keys()].sort((first, second) => first - second);
    this.fillInputs(book, sheet, rows);
    for (const { area, formula } of this.arrays) book.setArrayFormula(sheet, area, formula);
    this.fillStyles(book, sheet, rows, styles);
    for (const { row, column, runs } of this.runs) {
      book.setStyle(sheet, cellArea(row, column), { richText: runs });
    }
  }

  private fillInputs(book: Book, sheet: Sheet, rows: readonly number[]): void {
    let from = 0;
    while (from < rows.length) {
      let to = from + 1;
      while (to < rows.length && rows[to] === rows[to - 1] + 1 && to - from < rowsPerBlock) to++;
      const block = rows
        .slice(from, to)
        .map(row => Array.from(this.rows.get(row)!.inputs, input => input ?? null));
      const columnCount = block.reduce((widest, cells) => Math.max(widest, cells.length), 0);
      if (columnCount > 0)
        book.setCells(
          sheet,
          { row: rows[from], column: 0, rowCount: block.length, columnCount },
          block,
          'addin',
        );
      from = to;
    }
  }

  private fillStyles(book: Book, sheet: Sheet, rows: readonly number[], styles: readonly CellStyle[]): void {
    for (const { area, style } of styleAreas(rows, row => this.rows.get(row)!.styles)) {
      const patch = styles[style];
      if (patch && Object.keys(patch).length > 0) book.setStyle(sheet, area, patch);
    }
  }
}

interface StyledArea {
  readonly area: Area;
  readonly style: number;
}

/** Join cells of one style into rectangles: runs along a row, then equal runs below each other. */
function styleAreas(rows: readonly number[], stylesOf: (row: number) => readonly number[]): StyledArea[] {
  const finished: StyledArea[] = [];
  let open = new Map<string, { from: number; to: number; left: number; right: number; style: number }>();
  const close = (run: { from: number; to: number; left: number; right: number; style: number }) =>
    finished.push({
      area: {
        row: run.from,
        column: run.left,
        rowCount: run.to - run.from + 1,
        columnCount: run.right - run.left + 1,
      },
      style: run.style,
    });
  for (const row of rows) {
    const still: typeof open = new Map();
    for (const { left, right, style } of runsOf(stylesOf(row))) {
      const key = `${left}:${right}:${style}`;
      const above = open.get(key);
      const continues = above !== undefined && above.to === row - 1;
      still.set(key, continues ? { ...above, to: row } : { from: row, to: row, left, right, style });
      if (continues) open.delete(key);
    }
    for (const run of open.values()) close(run);
    open = still;
  }
  for (const run of open.values()) close(run);
  return finished;
}

function runsOf(styles: readonly number[]): { left: number; right: number; style: number }[] {
  const runs: { left: number; right: number; style: number }[] = [];
  styles.forEach((style, column) => {
    if (!style) return;
    const last = runs.at(-1);
    if (last && last.style === style && last.right === column - 1) last.right = column;
    else runs.push({ left: column, right: column, style });
  });
  return runs;
}

/** A text as an input that stays that text: the book would take `=` for a formula and drop a leading apostrophe. */
export const literalText = (text: string): string => (/^['=]/.test(text) ? `'${text}` : text);
