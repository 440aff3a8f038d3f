import { type OwnColumns, ownPlaces } from '../../ownTable';
import { isBlankCell } from '../cell';
import type { Cell } from '../ledger';

/** What the table of changed cells says of each: a row a cell, in the order they were written. */
export type ChangeColumn = 'when' | 'sheet' | 'cell' | 'from' | 'to' | 'why' | 'format' | 'undone';

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
}

/** What was written at one time: one step for who wants to take it back. */
export interface ChangeStep {
  readonly when: string;
  readonly sheetName: string;
  readonly count: number;
  readonly undone: number;
}

const rowsToHeader = 20;

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
