/** Which cells of written columns hold what the user typed over ours: those stay, whatever is written or cleared. */

import { textsIn } from '../../i18n/catalogue';
import { languages } from '../../i18n/language';
import { addToGroup } from '../../risk/groupBy';
import { isBlankCell } from '../../risk/ledger/cell';
import type { Cell } from '../../risk/ledger/ledger';
import { shownText } from '../../risk/ownTable';
import { defaultPolicy } from '../../risk/policy/defaultPolicy';
import { inEveryLanguage } from '../../risk/policy/policy';
import type { Slices } from '../../risk/slices';
import { isLookup } from './liveFormulas';

/** What the cells of added columns hold, header first. */
export interface ColumnCells {
  readonly values: readonly (readonly Cell[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** What was written last: a line for each customer as its rows name it. */
export type WrittenLine = readonly [customer: Cell, score: Cell, tier: Cell, breaches: Cell];

/** The memory of what was written, and how the rows of the columns name their customers by now. */
export interface WrittenBeside {
  readonly lines: readonly WrittenLine[];
  /** Per row of the columns, header first; null where no column names customers any more. */
  readonly customers: readonly Cell[] | null;
}

const rowsInSlice = 4096;

/**
 * Find the rows of each column that hold what the user typed over ours, zero-based from the header on.
 *
 * Rows of one customer hold one value, so a cell that differs from what was written last for its customer is the user's, wherever its row was
 * moved to. A customer that was not there when it was written has what is ours only where the whole row reads like one that was written: somebody
 * renamed it. An empty cell is nobody's loss. In columns of formulas everything else is the user's.
 *
 * @param written Null for columns of before anything was remembered: there, what could have been ours is taken for ours.
 * @example finishSlices(typedOverInSlices({ values: [['Score', 'Tier', 'Breaches'], [62.5, 'A', '']], formulas }, written)) //=> [[], [1], []]
 */
export function* typedOverInSlices(cells: ColumnCells, written: WrittenBeside | null): Slices<number[][]> {
  const isOurs = yield* whatIsOurs(cells, written);
  const found: number[][] = [[], [], []];
  for (let row = 0; row < cells.values.length; row += 1) {
    if (row % rowsInSlice === 0) yield;
    const [values, formulas] = [cells.values[row], cells.formulas[row]];
    for (let column = 0; column < values.length; column += 1) {
      const value = values[column];
      const isKept = row === 0 ? !isHeader(value) : !isOurs(row, column, value, formulas[column]);
      if (isKept) found[column].push(row);
    }
  }
  return found;
}

/**
 * Give the runs of rows that are left between some rows.
 *
 * @param rows Ascending, zero-based.
 * @example rowsBetween([2, 3], 6) //=> [{ first: 0, last: 1 }, { first: 4, last: 5 }]
 */
export function rowsBetween(rows: readonly number[], rowCount: number): { first: number; last: number }[] {
  const ends = [...rows, rowCount];
  return ends
    .map((end, index) => ({ first: index === 0 ? 0 : ends[index - 1] + 1, last: end - 1 }))
    .filter(({ first, last }) => first <= last);
}

/** A table numbers a header that it has already: `Score2`. */
const isHeader = (value: Cell): boolean =>
  isBlankCell(value) || ourHeaders().has(String(value).replace(/\d+$/, ''));

const ourHeaders = (): ReadonlySet<string> =>
  new Set(languages.flatMap(language => Object.values(textsIn(language).write.headers)));

type IsOurs = (row: number, column: number, value: Cell, formula: unknown) => boolean;

function* whatIsOurs(cells: ColumnCells, written: WrittenBeside | null): Slices<IsOurs> {
  const isLive = cells.formulas.some(row => row.some(isLookup));
  const isOurValue = isLive
    ? () => false
    : written === null
      ? couldBeOurs(cells)
      : yield* wasWritten(cells, written);
  return (row, column, value, formula) => {
    if (typeof formula === 'string' && formula.startsWith('=')) return isLookup(formula);
    return isBlankCell(value) || isOurValue(row, column, value);
  };
}

type IsOurValue = (row: number, column: number, value: Cell) => boolean;

const isSame = (one: Cell, other: Cell): boolean => plain(one) === plain(other);

/** Some hosts hand out the apostrophe by which a text stays one; nothing may be read as null or as an empty text. */
const plain = (cell: Cell): Cell => (typeof cell === 'string' ? shownText(cell) : (cell ?? ''));

const nameOf = (cell: Cell): string => `${typeof cell} ${plain(cell)}`;

function* wasWritten({ values }: ColumnCells, { lines, customers }: WrittenBeside): Slices<IsOurValue> {
  const linesOf = new Map<string, WrittenLine[]>();
  const rowsWritten = new Set<string>();
  const rowText = (row: readonly Cell[]) => JSON.stringify(row.map(plain));
  for (const [index, line] of lines.entries()) {
    if (index % rowsInSlice === 0) yield;
    const [customer, ...verdict] = line;
    rowsWritten.add(rowText(verdict));
    if (isBlankCell(customer)) continue;
    // There may be two customers of one name, told apart by their numbers.
    addToGroup(linesOf, nameOf(customer), line);
  }
  // One after the other the cells of a row ask for the same customer.
  let askedRow = -1;
  let known: readonly WrittenLine[] | undefined;
  return (row, column, value) => {
    if (row !== askedRow) known = linesOf.get(nameOf(customers?.[row] ?? ''));
    askedRow = row;
    if (known) return known.some(line => isSame(line[column + 1], value));
    return rowsWritten.has(rowText(values[row]));
  };
}

const highestScore = 100;
const ruleNames = new Set(defaultPolicy.rules.flatMap(({ name }) => inEveryLanguage(name)));
/** A tier is called by a letter or two; a policy with longer names has them on many rows. */
const longestLetter = 3;

const isListOfRules = (text: string): boolean =>
  text.split(/[;；]/).every(name => ruleNames.has(name.trim()));

/** A score, a tier's letter, the names of breached rules. */
function couldBeOurs({ values }: ColumnCells): IsOurValue {
  const countOfTier = new Map<Cell, number>();
  for (const [, tier] of values) countOfTier.set(tier, (countOfTier.get(tier) ?? 0) + 1);
  return (_, column, value) => {
    if (column === 0) return typeof value === 'number' && value >= 0 && value <= highestScore;
    if (typeof value !== 'string') return false;
    if (column === 2) return isListOfRules(value);
    return value.length <= longestLetter || countOfTier.get(value)! > 1;
  };
}
