import type { Cell } from '../../risk/ledger/ledger';
import type { ExcelOutcome, SheetBlock } from '../contract';
import { runExcel } from '../problem';

/** Neighbouring rows of a block, zero-based within it; the last one is among them. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * Read rows of a block that was read before, as they are now, in one request.
 *
 * @param spans May lie below what was read.
 * @returns Per span its rows, as wide as the block.
 */
export function readChangedRows(
  block: SheetBlock,
  spans: readonly RowSpan[],
): Promise<ExcelOutcome<readonly (readonly (readonly Cell[])[])[]>> {
  return runExcel(async context => {
    const sheet = context.workbook.worksheets.getItem(block.sheetId);
    const ranges = spans.map(({ first, last }) =>
      sheet
        .getRangeByIndexes(block.row + first, block.column, last - first + 1, block.cells[0].length)
        .load('values'),
    );
    await context.sync();
    return ranges.map(({ values }) => values);
  });
}
