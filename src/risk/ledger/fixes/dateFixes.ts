import type { Slices } from '../../slices';
import { plainText } from '../cell';
import { type DateText, parseDateText } from '../cells/dateText';
import { serialOfText } from '../cells/readDate';
import { type DateColumn, provenOrders } from '../columns/dateColumn';
import type { Cell, DateOrder, DateSystem } from '../ledger';
import type { FixList, FixReason } from './fix';
import { rowsPerSlice } from './rowsPerSlice';

const orders: readonly DateOrder[] = ['ymd', 'mdy', 'dmy'];
const unmistakable: FixReason = { code: 'unmistakable' };

/** How the texts of one column are ordered, and why; null where nothing says. */
export interface OrderOfColumn {
  readonly order: DateOrder;
  readonly reason: FixReason;
}

/**
 * Decide by which order the texts of each date column may be written as dates: by the user's word, by the column's own proof, by another
 * column's. A column whose texts contradict each other proves nothing.
 *
 * @returns By column within the block.
 */
export function ordersOfColumns(
  columns: readonly DateColumn[],
  chosen: ReadonlyMap<number, DateOrder>,
): ReadonlyMap<number, OrderOfColumn | null> {
  const { own: proven, elsewhere } = provenOrders(columns, column => column.isContradictory);
  const decide = (column: DateColumn, own: DateOrder | null): OrderOfColumn | null => {
    const said = chosen.get(column.column);
    if (said) return { order: said, reason: { code: 'chosenOrder', order: said } };
    if (own) return { order: own, reason: { code: 'columnOrder', order: own } };
    if (elsewhere === null || column.isContradictory) return null;
    return { order: elsewhere, reason: { code: 'neighbourOrder', order: elsewhere } };
  };
  return new Map(columns.map((column, index) => [column.column, decide(column, proven[index])]));
}

/** The day a text means where it can mean only one, whatever the order; NaN where it can mean several or none. */
function onlyDay(parsed: DateText, dateSystem: DateSystem): number {
  const days = new Set(orders.map(order => serialOfText(parsed, order, dateSystem)));
  return days.size === 1 ? [...days][0] : Number.NaN;
}

/**
 * Propose the dates that texts of a column mean, as the reader reads them.
 *
 * @param column Settled; what it read, by entry.
 * @param rows The block's row of each entry.
 * @returns By row the days of texts that can be read in two ways: as they are proposed, NaN where nothing tells.
 */
export function* dateFixes(
  cells: readonly (readonly Cell[])[],
  column: DateColumn,
  rows: ArrayLike<number>,
  decided: OrderOfColumn | null,
  dateSystem: DateSystem,
  found: FixList,
): Slices<ReadonlyMap<number, number>> {
  const serials = column.serials.values;
  const days = new Map<number, number>();
  let undecided = 0;
  let first = -1;
  for (let entry = 0; entry < rows.length; entry++) {
    if (entry % rowsPerSlice === rowsPerSlice - 1) yield;
    const row = rows[entry];
    const from = cells[row][column.column];
    if (typeof from !== 'string' || Number.isNaN(serials[entry])) continue;
    const fix = { kind: 'textDate', row, column: column.column, from } as const;
    const parsed = parseDateText(plainText(from));
    const certain = parsed?.order === 'open' ? onlyDay(parsed, dateSystem) : serials[entry];
    if (!parsed || !Number.isNaN(certain)) {
      found.add({ ...fix, to: certain, reason: unmistakable });
      continue;
    }
    const to = decided ? serialOfText(parsed, decided.order, dateSystem) : Number.NaN;
    days.set(row, to);
    if (decided) found.add({ ...fix, to, reason: decided.reason });
    else {
      if (first < 0) first = row;
      undecided++;
    }
  }
  if (first >= 0) {
    const example = String(cells[first][column.column]);
    found.undecided.push({ kind: 'textDate', column: column.column, count: undecided, example, row: first });
  }
  return days;
}
