import { isBlankCell } from '../ledger/cell';
import type { Cell } from '../ledger/ledger';
import { type FoundRow, type FoundSection, isBlankOrZero } from './policyCells';
import { type PolicySection, policySections } from './policySections';

/** In which order the texts before the numbers, the numbers, and the text after them stand in a table without headers. */
interface BareOrder {
  readonly before: readonly string[];
  readonly numbers: readonly string[];
  readonly after: readonly string[];
}

const bareOrders: Readonly<Record<'factors' | 'tiers', BareOrder>> = {
  factors: {
    before: ['english', 'chinese', 'metric'],
    numbers: ['weight', 'best', 'worst'],
    after: ['missing'],
  },
  tiers: {
    before: ['letter'],
    numbers: ['fromScore', 'limitMonths', 'termsDays', 'prepaymentShare', 'reviewMonths', 'lossRate'],
    after: [],
  },
};

/**
 * Read cells as the rows of a factor or tier table that was given without its header row: columns are told by what they hold.
 */
export function withoutHeader(
  cells: readonly (readonly Cell[])[],
  sectionId: 'factors' | 'tiers',
): FoundSection {
  const section: PolicySection = policySections[sectionId];
  const rows: FoundRow[] = cells.flatMap((row, index) =>
    row.every(isBlankOrZero) ? [] : [{ row: index + 1, cells: row }],
  );
  return { section, headerRow: 0, columns: columnsOf(rows, bareOrders[sectionId]), rows };
}

function columnsOf(rows: readonly FoundRow[], order: BareOrder): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  const columnCount = Math.max(0, ...rows.map(row => row.cells.length));
  const holds = (column: number, isSuch: (cell: Cell) => boolean) =>
    rows.some(row => isSuch(row.cells[column]));
  const positions = Array.from({ length: columnCount }, (_, column) => column);

  const firstText = positions.find(column => holds(column, isWord));
  // An empty text column arrives as zeros on some platforms, so a column of zeros alone is no column of numbers.
  const isNumeric = (column: number) => holds(column, isNonZero) && !holds(column, isWord);
  const firstNumber =
    positions.find(column => column > (firstText ?? -1) && isNumeric(column)) ??
    positions.find(isNumeric) ??
    (firstText ?? -1) + 1;

  const place = (keys: readonly string[], start: number, end: number) => {
    for (const [index, key] of keys.entries()) {
      if (start + index < end) columns.set(key, start + index);
    }
  };
  const textComesFirst = firstText !== undefined && firstText < firstNumber;
  const numbersEnd = firstText === undefined || textComesFirst ? columnCount : firstText;
  if (firstText !== undefined) place(order.before, firstText, textComesFirst ? firstNumber : firstText + 1);
  place(order.numbers, firstNumber, numbersEnd);
  if (textComesFirst) place(order.after, firstNumber + order.numbers.length, columnCount);
  return columns;
}

const isWord = (cell: Cell): boolean => typeof cell === 'string' && !isBlankCell(cell);
const isNonZero = (cell: Cell): boolean => typeof cell === 'number' && cell !== 0;
