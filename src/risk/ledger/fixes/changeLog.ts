import { type OwnColumns, ownPlaces } from '../../ownTable';
import type { Slices } from '../../slices';
import { isBlankCell } from '../cell';
import type { Cell } from '../ledger';

/** What the table of changed cells says of each: a row a cell, in the order they were written. */
export type ChangeColumn = 'when' | 'sheet' | 'cell' | 'from' | 'to' | 'why' | 'format' | 'undone' | 'row';

/** All text but what was written, which keeps its own kind so that it can be compared with the cell. */
export const changeColumns: OwnColumns<ChangeColumn> = {
  when: { header: { en: 'When', zh: '时间' }, format: '@' },
  sheet: { header: { en: 'Sheet', zh: '工作表' }, format: '@' },
  cell: { header: { en: 'Cell', zh: '单元格' }, format: '@' },
  from: { header: { en: 'From', zh: '原内容' }, format: '@' },
  to: { header: { en: 'To', zh: '新内容' }, format: 'General' },
  why: { header: { en: 'Why', zh: '原因' }, format: '@' },
  format: { header: { en: 'Number format before', zh: '原数字格式' }, format: '@' },
  undone: { header: { en: 'Undone', zh: '撤销时间' }, format: '@' },
  row: { header: { en: 'Row', zh: '所在行' }, format: '@' },
};

/** A changed cell as its table keeps it. */
export interface LoggedChange {
  /** Zero-based within the cells that were read. */
  readonly row: number;
  readonly when: string;
  readonly sheetName: string;
  /** `C12` */
  readonly address: string;
  readonly from: string;
  readonly to: string | number;
  readonly format: string;
  readonly isUndone: boolean;
  /** By what its row is known again, as `rowMark` gave it; `''` where nobody remembers. */
  readonly rowMark: string;
}

/** What was written at one time: one step for who wants to take it back. */
export interface ChangeStep {
  readonly when: string;
  readonly sheetName: string;
  readonly count: number;
  readonly undone: number;
}

const between = ' · ';

/**
 * Give what a row is known again by, wherever it is moved: its document number, else all that stands in it.
 *
 * @param document Zero-based column; undefined where rows have no numbers.
 * @param changed Columns whose cells change.
 * @example rowMark(['Acme', 'INV-7', 45000, 120], 1, new Set([2])) //=> 'INV-7'
 * @example rowMark(['Acme', '', 45000, 120], 1, new Set([2])) //=> 'Acme · 120'
 */
export function rowMark(
  cells: readonly Cell[],
  document: number | undefined,
  changed: ReadonlySet<number>,
): string {
  const number = document === undefined ? '' : markOf(cells[document]);
  if (number !== '') return number;
  const others = cells.filter((cell, column) => !isBlankCell(cell) && !changed.has(column));
  return others.map(markOf).join(between);
}

const markOf = (cell: Cell): string => (isBlankCell(cell) ? '' : String(cell).trim());

/** Tell whether a row is one that a mark could be made of. */
function isMarkedBy(cells: readonly Cell[], mark: string): boolean {
  const said = new Set(cells.map(markOf));
  return said.has(mark) || mark.split(between).every(part => said.has(part));
}

/** A cell that was changed, by its row's mark and where it was then. */
interface MarkedRow {
  readonly rowMark: string;
  /** Zero-based within the cells. */
  readonly row: number;
}

/**
 * Find the rows of changed cells again: where they were, or where their document number stands by now, as rows are sorted and inserted. Rows without
 * a mark are taken to be where they were.
 *
 * @param cells The sheet as it is now.
 * @returns Zero-based rows in the order of the changes; null where the row is gone, or more than one could be it.
 * @example finishSlices(findMarkedRows([['INV-8'], ['INV-7']], [{ rowMark: 'INV-7', row: 0 }])) //=> [1]
 */
export function* findMarkedRows(
  cells: readonly (readonly Cell[])[],
  changes: readonly MarkedRow[],
): Slices<(number | null)[]> {
  const isInPlace = ({ rowMark: mark, row }: MarkedRow): boolean =>
    mark === '' || isMarkedBy(cells[row] ?? [], mark);
  const moved = new Set(changes.filter(change => !isInPlace(change)).map(({ rowMark: mark }) => mark));
  const rowsOf = new Map<string, Set<number>>();
  if (moved.size > 0) {
    for (const [row, content] of cells.entries()) {
      if (row % rowsInSlice === 0) yield;
      for (const cell of content) {
        const mark = markOf(cell);
        if (moved.has(mark)) rowsOf.set(mark, (rowsOf.get(mark) ?? new Set()).add(row));
      }
    }
  }
  return changes.map(change => {
    if (isInPlace(change)) return change.row;
    const [row, ...others] = rowsOf.get(change.rowMark) ?? [];
    return row === undefined || others.length > 0 ? null : row;
  });
}

const rowsInSlice = 4096;
const rowsToHeader = 200;

/** Find the header row of the table and its columns; null where they are not there any more. */
export function findChangeColumns(
  cells: readonly (readonly Cell[])[],
): { readonly row: number; readonly places: ReadonlyMap<ChangeColumn, number> } | null {
  for (let row = 0; row < Math.min(rowsToHeader, cells.length); row++) {
    const places = ownPlaces(cells[row], changeColumns);
    const isWhole = (['when', 'sheet', 'cell', 'from', 'to'] as const).every(key => places.has(key));
    if (isWhole) return { row, places };
  }
  return null;
}

/** Read the table of changed cells; rows without a time or a cell are nobody's. */
export function readChanges(cells: readonly (readonly Cell[])[]): LoggedChange[] {
  const header = findChangeColumns(cells);
  if (header === null) return [];
  const changes: LoggedChange[] = [];
  for (let row = header.row + 1; row < cells.length; row++) {
    const cellOf = (key: ChangeColumn) => cells[row][header.places.get(key) ?? -1];
    // Some hosts hand out the apostrophe that keeps a text a text; a blank name in between is part of what stood there.
    const textOf = (key: ChangeColumn) => String(cellOf(key) ?? '').replace(/^'(?=.)/, '');
    const when = textOf('when');
    const address = textOf('cell');
    if (when === '' || !/^[A-Z]{1,3}\d+$/.test(address)) continue;
    const to = cellOf('to');
    changes.push({
      row,
      when,
      sheetName: textOf('sheet'),
      address,
      from: textOf('from'),
      to: typeof to === 'number' ? to : textOf('to'),
      format: textOf('format') || 'General',
      isUndone: !isBlankCell(cellOf('undone')),
      rowMark: textOf('row'),
    });
  }
  return changes;
}

/**
 * Put changes of one time and sheet together, the latest first.
 *
 * @example changeSteps(readChanges(cells))[0] //=> { when: '2026-11-22 10:15:02', sheetName: 'Invoices', count: 12, undone: 0 }
 */
export function changeSteps(changes: readonly LoggedChange[]): ChangeStep[] {
  const steps = new Map<string, { when: string; sheetName: string; count: number; undone: number }>();
  for (const { when, sheetName, isUndone } of changes) {
    const key = `${when}\n${sheetName}`;
    const step = steps.get(key) ?? { when, sheetName, count: 0, undone: 0 };
    step.count++;
    if (isUndone) step.undone++;
    steps.set(key, step);
  }
  return [...steps.values()].reverse();
}
