import type { Slices } from '../../slices';
import { isBlankCell } from '../cell';
import { readAmount } from '../cells/readAmount';
import { isSummaryName, isTotalLabel, isTotalName, nameOfSubtotal } from '../cells/totalRow';
import { isNoteLine } from '../layouts/noteLine';
import { repeatsHeader } from '../layouts/repeatedHeader';
import { RepeatedTitles } from '../layouts/repeatedTitles';
import type { Cell, Recognition } from '../ledger';

type Row = readonly Cell[];

/** Rows that are looked at before the work stops for others. */
const rowsInSlice = 4_096;
/** A sum without a word for it is one of several customers: two may owe the same. */
const fewestUnlabelled = 2;
/** Sums are held in whole parts of a currency unit, which fractions of binary numbers do not disturb. */
const parts = 10_000;

/** A row that adds up others, or says their shares of the sum, with what it is called. */
export interface ListTotal {
  readonly row: number;
  readonly label: Cell;
}

/** The rows of a customer list, zero-based within the block. */
export interface ListRows {
  readonly customers: readonly number[];
  readonly totals: readonly ListTotal[];
}

/** A row whose name or amount alone would make it a sum. */
interface LikelySum extends ListTotal {
  /** How many rows above it come to the same. */
  readonly count: number;
}

/**
 * Find the rows of a customer list that are customers, and those of totals: labelled as such, or exactly the sum of rows right above where the name is
 * blank or that of a subtotal (`East Total`). Where no sum of several shows that the list has subtotals, one of a single row may be a customer: `Total Gaz`
 * counts. Blank rows, notes (`制表人：…`) and titles and header once more, on the next page, are neither. In slices of a few milliseconds.
 */
export function* listRowsInSlices(cells: readonly Row[], recognition: Recognition): Slices<ListRows> {
  const { columns, headerRow } = recognition;
  const mapped = columns.map(({ column }) => column);
  const named = columns.filter(({ field }) => field === 'customer' || field === 'customerNumber');
  const customers: number[] = [];
  const totals: ListTotal[] = [];
  const likely: LikelySum[] = [];
  const above = new SumsAbove();
  const untitled = new RepeatedTitles(headerRow).without(cells, 0);
  for (let row = headerRow + 1; row < cells.length; row++) {
    if (row % rowsInSlice === 0) yield;
    const content = untitled[row]!;
    if (mapped.every(column => isBlankCell(content[column])) || isNoteLine(content)) continue;
    if (repeatsHeader(content, recognition)) continue;
    const names = named.map(({ column }) => content[column]).filter(cell => !isBlankCell(cell));
    const label = totalLabel(content, names);
    if (label !== null) {
      totals.push({ row, label });
      continue;
    }
    const amount = owedIn(content, recognition);
    const sum = sumLabel(content, names);
    const count = sum === null ? 0 : above.countOf(amount);
    if (sum !== null && count >= (sum === '' ? fewestUnlabelled : 1)) likely.push({ row, label: sum, count });
    else {
      customers.push(row);
      above.add(amount);
    }
  }
  const hasSums = likely.some(({ count }) => count >= fewestUnlabelled);
  const sums = hasSums ? likely : [];
  const others = hasSums ? [] : likely.map(({ row }) => row);
  return {
    customers: [...customers, ...others].sort((one, other) => one - other),
    totals: [...totals, ...sums].sort((one, other) => one.row - other.row),
  };
}

/** What a row is called that its words alone make a total; `null` for others. */
function totalLabel(content: Row, names: readonly Cell[]): Cell | null {
  const first = content.find(cell => !isBlankCell(cell));
  const isTotal = (cell: Cell) => isTotalName(cell) || isSummaryName(cell);
  return names.find(isTotal) ?? (isTotalLabel(first) ? first : null);
}

/** What a row is called that is a sum if its amount says so, `''` where it has no name; `null` for others. */
function sumLabel(content: Row, names: readonly Cell[]): Cell | null {
  const label =
    names.length > 0 ? names[0] : content.find(cell => typeof cell === 'string' && !isBlankCell(cell));
  if (nameOfSubtotal(label) !== null) return label;
  return names.length > 0 ? null : '';
}

/** What the row says to be owed: its balance, else the sum of its ages. */
function owedIn(content: Row, { columns, ageing }: Recognition): number {
  const exposure = columns.find(({ field }) => field === 'exposure')?.column;
  if (exposure !== undefined) return readAmount(content[exposure]) || 0;
  return (ageing?.columns ?? []).reduce((sum, { column }) => sum + (readAmount(content[column]) || 0), 0);
}

/** What rows came to, one after the other. */
class SumsAbove {
  private sum = 0;
  private count = 0;
  /** By what the first rows came to, how many these are. */
  private readonly counts = new Map<number, number>([[0, 0]]);

  add(amount: number): void {
    const whole = Math.round(amount * parts);
    if (whole === 0) return;
    this.sum += whole;
    this.count++;
    if (!this.counts.has(this.sum)) this.counts.set(this.sum, this.count);
  }

  /** How many of the last rows come to an amount; 0 where none do, and for an amount of 0. */
  countOf(amount: number): number {
    const whole = Math.round(amount * parts);
    const before = this.counts.get(this.sum - whole);
    return whole === 0 || before === undefined ? 0 : this.count - before;
  }
}
