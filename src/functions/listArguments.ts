/**
 * Arguments that are columns of one list, as analysts select them: with its header, or whole columns down to the last row of the sheet.
 */
import { isBlankCell } from '../risk/ledger/cell';
import { saysNoDate } from '../risk/ledger/cells/dateText';
import { readAmount } from '../risk/ledger/cells/readAmount';
import { readDate } from '../risk/ledger/cells/readDate';
import { rowsOf } from './argument';
import { errorIn, plainValue, saysMissing } from './cell';

/** Cells as Excel hands them. */
type Rows = readonly (readonly unknown[])[];

/** What the cells of a column are: a name can be any text, so it tells no header. */
export type ListContent = 'date' | 'number' | 'name';

/** Columns of one list, each with what it holds and the argument as it came. */
export type ListArguments<Name extends string> = Readonly<Record<Name, readonly [ListContent, unknown]>>;

/** The columns of a list without what is no entry. Rows keep their places, so that messages name those of the range. */
export interface ListColumns<Name extends string> {
  readonly columns: Readonly<Record<Name, unknown>>;
  /** Zero-based row of the header, whose cells are empty now as are those above it; -1 where the list begins with an entry. */
  readonly headerRow: number;
}

/** A function that answers row by row answers no fewer rows than it is given, unless these are nearly all of a sheet's 1,048,576. */
const wholeColumn = 1_000_000;

/**
 * Take header and empty end off the columns of one list. The header is the first row with anything in a column of dates or numbers, where each
 * of these holds a text that cannot be read as one. Columns that differ in length stay as they are: that is refused later.
 *
 * @param answersByRow whether the answer has a cell for each row: the empty end then only goes from whole columns
 * @example listColumns({ dates: ['date', [['Due'], [45_000], ['']]] }).columns.dates //=> [[null], [45000]]
 */
export function listColumns<Name extends string>(
  list: ListArguments<Name>,
  answersByRow = false,
): ListColumns<Name> {
  const names = Object.keys(list) as Name[];
  const given = Object.fromEntries(names.map(name => [name, list[name][1]])) as Record<Name, unknown>;
  const columns = names.filter(name => isColumn(given[name]));
  const lengths = new Set(columns.map(name => rowsOf(given[name]).length));
  // What stands beside a row keeps the cells that the row has.
  const isBesideRow = names.some(name => isRow(given[name]));
  if (lengths.size !== 1 || isBesideRow) return { columns: given, headerRow: -1 };

  const cells = columns.map(name => rowsOf(given[name]));
  const telling = columns.filter(name => list[name][0] !== 'name');
  const [length] = [...lengths] as [number];
  const end = answersByRow && length < wholeColumn ? length : endOf(cells, length);
  const headerRow = headerRowOf(
    telling.map(name => ({ content: list[name][0], rows: rowsOf(given[name]) })),
    end,
  );
  if (end === length && headerRow < 0) return { columns: given, headerRow };
  for (const name of columns) {
    const rows = rowsOf(given[name]).slice(0, end);
    given[name] = rows.fill(nothing, 0, headerRow + 1);
  }
  return { columns: given, headerRow };
}

/**
 * Find the header of a block of numbers: its first row with anything, where that holds only texts that are no numbers, and the next one a
 * number; -1 where there is none.
 *
 * @example headerOfBlock([['Not due', '1–30'], [100, 20]]) //=> 0
 */
export function headerOfBlock(rows: Rows): number {
  const first = rows.findIndex(row => row.some(cell => !isNothing(cell)));
  const filled = rows[first]?.filter(cell => !isNothing(cell)) ?? [];
  const isHeader = filled.length > 0 && filled.every(cell => isHeading(cell, 'number'));
  const below = rows.slice(first + 1, first + 1 + searchedRows);
  return isHeader && below.some(row => row.some(isNumber)) ? first : -1;
}

/**
 * Take the empty end off rows; at least one row stays. Rows that are nearly all of a sheet and still do not end with the data come from
 * desktop Excel, which hands empty cells as 0: there the zeros below the last number are empty, too.
 *
 * @example withoutEnd([[1], [''], [null]]) //=> [[1]]
 */
export function withoutEnd(rows: Rows): Rows {
  const stated = cutEnd(rows, isBlankCell);
  return stated.length < wholeColumn ? stated : cutEnd(stated, isNothing);
}

/** Take the empty end off rows that are nearly all of a sheet. */
export const withoutEndOfSheet = (rows: Rows): Rows => (rows.length < wholeColumn ? rows : withoutEnd(rows));

function cutEnd(rows: Rows, isEmpty: (cell: unknown) => boolean): Rows {
  let end = rows.length;
  while (end > 1 && rows[end - 1].every(isEmpty)) end--;
  return end === rows.length ? rows : rows.slice(0, end);
}

const nothing: readonly unknown[] = [null];
/** Blank rows and totals may stand below a header, but not more than these. */
const searchedRows = 20;

const isColumn = (argument: unknown): boolean => {
  const rows = rowsOf(argument);
  return rows.length > 1 && rows[0].length === 1;
};

const isRow = (argument: unknown): boolean => {
  const rows = rowsOf(argument);
  return rows.length === 1 && rows[0].length > 1;
};

/** Desktop Excel hands an empty cell as 0 (office-js issue 4702): below the last entry of a list both are nothing. */
const isNothing = (cell: unknown): boolean => cell === 0 || cell === '' || isBlankCell(cell);

/** The latest end of the columns; a million empty cells each take a loop without calls. */
function endOf(columns: readonly Rows[], length: number): number {
  let latest = 1;
  for (const rows of columns) {
    let end = length;
    while (end > latest) {
      const cell = rows[end - 1][0];
      if (cell !== '' && cell !== null && cell !== 0 && !isBlankCell(cell)) break;
      end--;
    }
    latest = Math.max(latest, end);
  }
  return latest;
}

function headerRowOf(
  columns: readonly {
    readonly content: ListContent;
    readonly rows: Rows;
  }[],
  end: number,
): number {
  for (let row = 0; row < Math.min(end - 1, searchedRows); row++) {
    const isFilled = columns.some(({ rows }) => !isNothing(rows[row][0]));
    if (!isFilled) continue;
    return columns.every(({ content, rows }) => isHeading(rows[row][0], content)) ? row : -1;
  }
  return -1;
}

/** A text that says something, and neither a value of its column nor that there is none. */
function isHeading(cell: unknown, content: ListContent): boolean {
  const value = plainValue(cell);
  if (typeof value !== 'string' || isBlankCell(value)) return false;
  if (errorIn(cell) !== null || saysMissing(cell)) return false;
  if (content === 'date') return !saysNoDate(value) && Number.isNaN(readDate(value, 'mdy', 1900));
  return Number.isNaN(readAmount(value));
}

const isNumber = (cell: unknown): boolean => typeof plainValue(cell) === 'number';
