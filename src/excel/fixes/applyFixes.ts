import { isBlankCell } from '../../risk/ledger/cell';
import { rowMark } from '../../risk/ledger/fixes/changeLog';
import type { Fix } from '../../risk/ledger/fixes/fix';
import type { Cell } from '../../risk/ledger/ledger';
import { areaAddress } from '../address';
import { type CellSpan, type CellWriting, cellSpans, spanRange, writeIntoSpan } from '../cellSpans';
import type { ExcelOutcome, SheetBlock, UnderstoodBlock } from '../contract';
import { letGo } from '../letGo';
import { runAsOneStep } from '../oneStep';
import { requireWritable } from '../writable';
import { writtenCell } from '../writtenCell';
import { addToChanges, type CellChange, type ChangesWords, isFormula, requireListable } from './changes';

/** A date as it is read the same in both languages. */
const dateFormat = 'yyyy-mm-dd';

/** What goes into the list of changes beside each cell. */
export interface FixWords extends ChangesWords {
  /** The time of this step, unlike that of any other. */
  readonly when: string;
  why(fix: Fix): string;
}

export interface FixResult {
  readonly sheetName: string;
  readonly written: number;
  /** Cells that hold something else than was previewed: they stay as they are. */
  readonly changed: number;
  /** Cells that a formula fills: they stay as they are. */
  readonly formulas: number;
}

interface PlacedFix {
  readonly fix: Fix;
  readonly row: number;
  readonly column: number;
  readonly rowMark: string;
}

/**
 * Write previewed fixes into their cells, and nothing else: a cell that no longer holds what was previewed, or that a formula fills, stays.
 * Dates get a date's number format, a number loses a text's. Every change is listed on the sheet `Changes` of ours. One step to undo
 * where Excel can group them.
 *
 * @param read As it was previewed; the sheet may have another name by now.
 */
export function applyFixes(
  read: UnderstoodBlock,
  fixes: readonly Fix[],
  words: FixWords,
): Promise<ExcelOutcome<FixResult>> {
  const begun: BegunChanges = new Map();
  return runAsOneStep(async context => {
    const block = await requireWritable(context, read.block);
    await requireListable(context, words);
    const sheet = context.workbook.worksheets.getItem(block.sheetId);
    const marks = rowMarks(read, fixes);
    const placed = fixes.map(fix => ({
      fix,
      row: block.row + fix.row,
      column: block.column + fix.column,
      rowMark: marks.get(fix.row) ?? '',
    }));
    const isAgain = begun.size > 0;
    const result = { sheetName: block.sheetName, written: 0, changed: 0, formulas: 0 };
    for (const span of basesUnwritten(cellSpans(placed))) {
      const { changes, ...counts } = await writeSpan(context, sheet, block, span, words, begun);
      result.written += changes.length;
      result.changed += counts.changed;
      result.formulas += counts.formulas;
      if (changes.length > 0) await addToChanges(context, changes, words, isAgain);
    }
    return result;
  });
}

/** By what the rows with fixes are known again, by row of the block. */
function rowMarks(
  { block, recognition }: UnderstoodBlock,
  fixes: readonly Fix[],
): ReadonlyMap<number, string> {
  const changed = new Map<number, Set<number>>();
  for (const { row, column } of fixes) changed.set(row, (changed.get(row) ?? new Set()).add(column));
  const document = recognition.columns.find(({ field }) => field === 'document')?.column;
  return new Map(
    [...changed].map(([row, columns]) => [row, rowMark(block.cells[row] ?? [], document, columns)]),
  );
}

/** What was about to be written when Excel refused to group it: a cell that holds it by now holds what is ours. */
type BegunChanges = Map<Fix, CellChange>;

/** Spans that look at other cells of their rows come first, before those are written themselves. */
function basesUnwritten(spans: readonly CellSpan<PlacedFix>[]): CellSpan<PlacedFix>[] {
  const looksAside = (span: CellSpan<PlacedFix>) => span.cells.some(({ fix }) => fix.basis !== undefined);
  return [...spans.filter(looksAside), ...spans.filter(span => !looksAside(span))];
}

async function writeSpan(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  block: SheetBlock,
  span: CellSpan<PlacedFix>,
  words: FixWords,
  begun: BegunChanges,
): Promise<{ changes: CellChange[]; changed: number; formulas: number }> {
  const range = spanRange(sheet, span);
  range.load('values,formulas,numberFormat,hasSpill');
  const bases = loadBases(sheet, block, span);
  await context.sync();
  const at = (row: number): number => row - span.firstRow;
  const spilled = range.hasSpill === false ? new Set<number>() : await spilledRows(context, range, span);

  const changes: CellChange[] = [];
  const writings: CellWriting[] = [];
  let changed = 0;
  let formulas = 0;
  for (const { fix, row, column, rowMark } of span.cells) {
    const value: Cell = range.values[at(row)][0];
    const format = String(range.numberFormat[at(row)][0]);
    const basis = fix.basis && bases.get(fix.basis.column);
    const isSameRow = !fix.basis || basis?.values[at(row)][0] === (fix.basis.cell ?? '');
    const before = begun.get(fix);
    if (isFormula(range.formulas[at(row)][0]) || spilled.has(row)) formulas++;
    else if (before !== undefined && value === fix.to) changes.push(before);
    else if (!isSameRow || !isSameCell(value, fix.from)) changed++;
    else {
      const writing = writingOf(fix, row, column, format);
      writings.push(writing);
      const change: CellChange = {
        when: words.when,
        sheetName: block.sheetName,
        address: areaAddress(row, column, 1, 1),
        from: value,
        to: fix.to,
        toFormat: isDate(fix) ? dateFormat : 'General',
        why: words.why(fix),
        format,
        rowMark,
      };
      changes.push(change);
      begun.set(fix, change);
    }
  }
  if (writings.length > 0) {
    writeIntoSpan(range, span, writings);
    await context.sync();
  }
  // Else the cells of all spans stay in memory until the batch ends.
  letGo(range, ...bases.values());
  return { changes, changed, formulas };
}

/** The columns by which fixes of a span tell their rows, by column of the block. */
function loadBases(
  sheet: Excel.Worksheet,
  block: SheetBlock,
  span: CellSpan<PlacedFix>,
): ReadonlyMap<number, Excel.Range> {
  const columns = new Set(span.cells.flatMap(({ fix }) => (fix.basis ? [fix.basis.column] : [])));
  return new Map(
    [...columns].map(column => {
      const range = spanRange(sheet, { ...span, column: block.column + column });
      range.load('values');
      return [column, range];
    }),
  );
}

/** The rows of a span whose cells a formula elsewhere spills into. */
async function spilledRows(
  context: Excel.RequestContext,
  range: Excel.Range,
  span: CellSpan<PlacedFix>,
): Promise<ReadonlySet<number>> {
  const cells = span.cells.map(({ row }) => {
    const cell = range.getCell(row - span.firstRow, 0);
    cell.load('hasSpill');
    return { row, cell };
  });
  await context.sync();
  return new Set(cells.filter(({ cell }) => cell.hasSpill !== false).map(({ row }) => row));
}

const isDate = (fix: Fix): boolean => fix.kind === 'textDate' || fix.kind === 'missingDueDate';

const isSameCell = (value: Cell, from: Cell): boolean =>
  value === from || (isBlankCell(value) && isBlankCell(from));

function writingOf({ kind, to }: Fix, row: number, column: number, format: string): CellWriting {
  if (kind === 'textDate' || kind === 'missingDueDate')
    return { row, column, value: to, format: showsDate(format) ? null : dateFormat };
  if (kind === 'textAmount') return { row, column, value: to, format: format === '@' ? 'General' : null };
  const name = format === '@' ? to : writtenCell(to);
  return { row, column, value: typeof name === 'boolean' ? to : name, format: null };
}

/** A format with a year, or Excel's own for dates of the reader's country. */
const showsDate = (format: string): boolean => /y/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''));
