import type { Slices } from '../../slices';
import { isBlankCell, plainText } from '../cell';
import { typeInWords } from '../cells/typeInWords';
import type { Cell, ColumnMapping, Field } from '../ledger';
import type { ColumnHeader } from './columnHeader';

type Row = readonly Cell[];

/** Where the words of a row stand. What is noted beside it (备注, remarks) speaks of its invoice rather. */
const summaryName =
  /^(?:description|memo|particulars|narration|narrative|details|text|item text|(?:凭证|业务|交易)?摘要|说明|内容|事项)$/;

/** What says by itself which rows are money, or what is open. */
const saidOtherwise: readonly Field[] = [
  'documentType',
  'openAmount',
  'paidAmount',
  'debit',
  'credit',
  'entrySide',
  'runningBalance',
];

/** Rows looked at before others may go on: some milliseconds. */
const rowsInSlice = 8192;

const saysType = (cell: Cell): boolean => typeInWords(cell) !== 'invoice';

/**
 * Find the column whose words call some rows receipts, credit notes or write-offs (收款, `Payment received`, 退货) and others not, where no column has types, sides or what is open; -1
 * where there is none. All rows are looked at, some thousands a slice: the first receipt may be the last row.
 *
 * @param cells the block, with the header in row `headerRow`
 */
export function* typeWordsInSlices(
  headers: readonly ColumnHeader[],
  columns: readonly ColumnMapping[],
  cells: readonly Row[],
  headerRow: number,
): Slices<number> {
  const hasAmounts = columns.some(({ field }) => field === 'amount');
  if (!hasAmounts || columns.some(({ field }) => saidOtherwise.includes(field))) return -1;
  const isFree = (column: number) => columns.every(mapping => mapping.column !== column);
  for (const [column, { words }] of headers.entries()) {
    if (!summaryName.test(words) || !isFree(column)) continue;
    const found = { saying: false, silent: false };
    for (let from = headerRow + 1; from < cells.length; from += rowsInSlice) {
      noteWords(cells, column, from, Math.min(from + rowsInSlice, cells.length), found);
      if (found.saying && found.silent) return column;
      yield;
    }
  }
  return -1;
}

/** Note whether some of the rows say a type, and whether some do not. */
function noteWords(
  cells: readonly Row[],
  column: number,
  from: number,
  to: number,
  found: { saying: boolean; silent: boolean },
): void {
  for (let row = from; row < to && !(found.saying && found.silent); row++) {
    const cell = cells[row]![column];
    if (isBlankCell(cell)) continue;
    if (saysType(cell)) found.saying = true;
    else found.silent = true;
  }
}

const methodName =
  /^(?:结算|付款|收款|支付|销售)(?:方式|类型)$|^(?:settlement|payment|sale) (?:method|type)$/;
const atOnce = /^已?(?:(?:现金|现款)?现结|現結|现款现货|货款两清)$/;

/**
 * Tell whether a column of ways to pay says of some rows that they were settled on the spot (现结 beside 月结): then it says of documents that they
 * are paid.
 */
export const saysSettledAtOnce = ({ words }: ColumnHeader, rows: readonly Row[], column: number): boolean =>
  methodName.test(words) && rows.some(row => atOnce.test(plainText(row[column])));
