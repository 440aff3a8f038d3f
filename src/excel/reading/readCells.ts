import type { Cell } from '../../risk/ledger/ledger';
import type { Progress } from '../contract';
import { letGo } from '../letGo';
import { partOf } from '../partOf';
import { ExcelRefusal, isOfficeCode } from '../problem';

/**
 * Excel on the web refuses answers over 5 MB. A cell of a ledger takes about 12 bytes of JSON; at 40 a part stays far
 * below the limit, and where texts are longer still the part is halved and read again. Office.js unpacks an answer in one go, in which
 * the pane does not answer: half the limit keeps that short.
 */
const bytesPerAnswer = 2_400_000;
const expectedBytesPerCell = 40;
const mostRowsPerPart = 20_000;

/** Who is told of the parts that are read, and who ends the reading between two of them. */
export interface Reading {
  readonly onProgress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Read the values of a range in parts of rows that stay below Excel's limit, inside a batch of the caller.
 *
 * @param range With its `rowCount` and `columnCount` loaded.
 */
export async function readCells(
  context: Excel.RequestContext,
  range: Excel.Range,
  reading?: Reading,
): Promise<Cell[][]> {
  const cells: Cell[][] = [];
  const bytesPerRow = expectedBytesPerCell * range.columnCount;
  const asking = { fact: 'values', facts: () => 'values', bytesPerRow } as const;
  await readInParts(context, range, asking, part => add(cells, part.values), reading);
  return cells;
}

/**
 * Read the values of a range and its formulas in parts of rows, inside a batch of the caller. Where nothing calculates a formula is the value itself,
 * and both are the same rows: values are only asked for from the first part on that has a formula.
 *
 * @param range With its `rowCount` and `columnCount` loaded.
 * @param bytesPerRow What a row is expected to take in the answer.
 */
export async function readFormulas(
  context: Excel.RequestContext,
  range: Excel.Range,
  bytesPerRow: number,
): Promise<{ readonly values: Cell[][]; readonly formulas: unknown[][] }> {
  const values: Cell[][] = [];
  const formulas: unknown[][] = [];
  let calculates = false;
  const facts = () => (calculates ? 'values,formulas' : 'formulas');
  await readInParts(context, range, { fact: 'formulas', facts, bytesPerRow }, async part => {
    add(formulas, part.formulas);
    if (!calculates && part.formulas.some(cells => cells.some(isFormula))) {
      calculates = true;
      part.load('values');
      await context.sync();
    }
    add(values, calculates ? part.values : part.formulas);
  });
  return { values, formulas };
}

const isFormula = (cell: unknown): boolean => typeof cell === 'string' && cell.startsWith('=');

/** A call takes only so many arguments: rows are added one by one. */
function add<Row>(rows: Row[], more: readonly Row[]): void {
  for (const row of more) rows.push(row);
}

interface Asking {
  /** By which it is seen that Excel answered. */
  readonly fact: 'values' | 'formulas';
  /** What to load of the next part. */
  facts(): string;
  readonly bytesPerRow: number;
}

async function readInParts(
  context: Excel.RequestContext,
  range: Excel.Range,
  { fact, facts, bytesPerRow }: Asking,
  take: (part: Excel.Range) => void | Promise<void>,
  reading?: Reading,
): Promise<void> {
  const { rowCount, columnCount } = range;
  let rowsPerPart = Math.max(1, Math.min(mostRowsPerPart, Math.floor(bytesPerAnswer / bytesPerRow)));
  let done = 0;
  while (done < rowCount) {
    if (reading?.signal.aborted) throw new ExcelRefusal('cancelled');
    const rows = Math.min(rowsPerPart, rowCount - done);
    const part = partOf(range, done, rows, columnCount);
    part.load(facts());
    try {
      await context.sync();
    } catch (error) {
      if (!isOfficeCode(error, 'ResponsePayloadSizeLimitExceeded') || rowsPerPart === 1) throw error;
      rowsPerPart = Math.max(1, Math.floor(rowsPerPart / 2));
      continue;
    }
    // Excel answers null instead of an error when a range is too large for it.
    if (!Array.isArray(part[fact])) throw await tooLarge(context, range);
    await take(part);
    letGo(part);
    done += rows;
    reading?.onProgress(done, rowCount);
  }
}

async function tooLarge(context: Excel.RequestContext, range: Excel.Range): Promise<ExcelRefusal> {
  range.load('address');
  await context.sync();
  return new ExcelRefusal('tooLarge', { address: range.address });
}
