import { isBlankCell, isErrorCell } from '../../ledger/cell';
import type { Cell } from '../../ledger/ledger';
import { readShape } from '../shape';
import { type FoundRow, type FoundSection, isBlankOrZero } from './policyCells';
import { type PolicySection, policySections } from './policySections';

/** In which order the texts before the numbers, the numbers, and the texts after them stand in a table without headers. */
interface BareOrder {
  readonly before: readonly string[];
  readonly numbers: readonly string[];
  readonly after: readonly string[];
  /** The one column of TRUE and FALSE, wherever it stands. */
  readonly flag?: string;
}

const bareOrders: Readonly<Record<'factors' | 'tiers', BareOrder>> = {
  factors: {
    before: ['english', 'chinese', 'metric'],
    numbers: ['weight', 'best', 'worst'],
    after: ['shape', 'missing'],
  },
  tiers: {
    before: ['letter'],
    numbers: ['fromScore', 'limitMonths', 'termsDays', 'prepaymentShare', 'reviewMonths', 'lossRate'],
    after: [],
    flag: 'guarantee',
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
  const columnCount = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const holds = (column: number, isSuch: (cell: Cell) => boolean) =>
    rows.some(row => isSuch(row.cells[column]));
  const everyColumn = Array.from({ length: columnCount }, (_, column) => column);
  const flag = order.flag && everyColumn.find(column => holds(column, cell => typeof cell === 'boolean'));
  if (order.flag && typeof flag === 'number') columns.set(order.flag, flag);
  const others = everyColumn.filter(column => column !== flag);

  const place = (keys: readonly string[], into: readonly number[]) => {
    for (const [index, key] of keys.entries()) {
      if (index < into.length) columns.set(key, into[index]);
    }
  };
  const firstText = others.findIndex(column => holds(column, isWord));
  // An empty text column arrives as zeros on some platforms, so a column of zeros alone is no column of numbers.
  const isNumeric = (column: number) => holds(column, isNonZero) && !holds(column, isWord);
  const afterText = others.findIndex((column, index) => index > firstText && isNumeric(column));
  const anywhere = afterText === -1 ? others.findIndex(isNumeric) : afterText;
  const firstNumber = anywhere === -1 ? firstText + 1 : anywhere;

  const numbersComeFirst = firstText > firstNumber;
  if (numbersComeFirst) {
    place(order.numbers, others.slice(firstNumber, firstText));
    place(order.before, others.slice(firstText, firstText + 1));
    return columns;
  }
  if (firstText !== -1) place(order.before, others.slice(firstText, firstNumber));
  place(order.numbers, others.slice(firstNumber));
  const after = others.slice(firstNumber + order.numbers.length);
  const hasShape = after.length > 0 && holds(after[0], isShape);
  // Tables of earlier versions go from the numbers to the treatment of missing values.
  if (firstText !== -1) place(hasShape ? order.after : order.after.filter(key => key !== 'shape'), after);
  return columns;
}

/** An error among numbers makes no column of words of them. */
const isWord = (cell: Cell): boolean => typeof cell === 'string' && !isBlankCell(cell) && !isErrorCell(cell);
const isNonZero = (cell: Cell): boolean => typeof cell === 'number' && cell !== 0;
const isShape = (cell: Cell): boolean => (isWord(cell) || isNonZero(cell)) && readShape(cell) !== undefined;
