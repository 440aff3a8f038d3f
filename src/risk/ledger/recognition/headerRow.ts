import type { Slices } from '../../slices';
import { isBlankCell, plainText } from '../cell';
import { readYear } from '../cells/dateParts';
import { parseDateText } from '../cells/dateText';
import { readAmount } from '../cells/readAmount';
import type { Cell } from '../ledger';
import { bareAges, isAgeColumn } from './ageingColumns';
import { type ColumnHeader, groupedHeader, matchColumnHeader, singleHeader } from './columnHeader';
import { isOwnWords } from './matchHeader';

/** Titles, notes and blank rows stand above a header, but not more than these. */
const searchedRows = 40;
const enoughNames = 2;
/** A line of groups must make columns clearer than their own line does. */
const clearer = 0.2;
const longestGroup = 30;
/** What the header of an age counts beside names of fields. */
const ofAge = 0.5;

type Row = readonly Cell[];

/** The headers of a sheet. */
export interface SheetHeaders {
  /** Zero-based row of the header, of two lines the lower; -1 where there is none. */
  readonly headerRow: number;
  /** Per column. */
  readonly headers: readonly ColumnHeader[];
  /** Whether a line of groups stands above. */
  readonly hasGroups: boolean;
}

/**
 * Find the headers of a block, together with a line of groups above them where that says more (`Invoice` above `No.`, `Date`, `Due`).
 *
 * @param headerRow zero-based row of the header, -1 for none
 */
export function findHeaders(cells: readonly Row[], headerRow: number): SheetHeaders {
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  const lower = cells[headerRow] ?? [];
  const groups = groupsAbove(cells, headerRow);
  const headers = Array.from({ length: width }, (_, column) =>
    groups ? groupedHeader(groups[column], lower[column]) : singleHeader(lower[column]),
  );
  return { headerRow, headers, hasGroups: groups !== null };
}

/**
 * Find the row of the header, of two lines the lower: of the first 40 the one that names most fields, else the first row of texts above numbers
 * or dates. Each row is a slice of the work, as its words are matched with all names of all fields.
 *
 * @returns Zero-based; -1 when there is neither.
 */
export function* findHeaderRowInSlices(cells: readonly Row[]): Slices<number> {
  let best = -1;
  let bestScore = 0;
  for (let row = 0; row < Math.min(cells.length, searchedRows); row++) {
    const score = Math.max(namesIn(cells[row]!), namesWithGroups(cells, row));
    if (score > bestScore) {
      best = row;
      bestScore = score;
    }
    yield;
  }
  const isNarrow = best >= 0 && filledCount(cells[best]!) === 1;
  if (bestScore >= (isNarrow ? 0.8 : enoughNames)) return best;
  const byContrast = rowOfTextsAboveData(cells);
  return byContrast >= 0 || bestScore < 0.8 ? byContrast : best;
}

/** The group of each column where the line above says more than the header's own; `null` where it does not. */
function groupsAbove(cells: readonly Row[], row: number): readonly Cell[] | null {
  const groups = groupLine(cells, row);
  if (groups === null) return null;
  const [alone, together] = [namesIn(cells[row]!), namesBelow(groups, cells[row]!)];
  const isOfAges = groups.some(group => ageing.test(plainText(group)));
  return together > alone + clearer || (isOfAges && together >= alone) ? groups : null;
}

const ageing = /账龄|賬齡|帐龄|逾期|\bage?ing\b|past due|overdue/i;

function namesWithGroups(cells: readonly Row[], row: number): number {
  const groups = groupsAbove(cells, row);
  return groups === null ? 0 : namesBelow(groups, cells[row]!);
}

/**
 * The cells of the row above as groups, each over all columns of its merged cells; `null` where it is no line of groups: a title, a note, data.
 * Only the first of merged cells has the text, and a group stands above two headers or more.
 */
function groupLine(cells: readonly Row[], row: number): readonly Cell[] | null {
  const [upper, lower] = [cells[row - 1], cells[row]];
  if (upper === undefined || lower === undefined || row >= searchedRows) return null;
  if (upper.some(cell => !isGroupText(cell)) || lower.some(isData) || filledCount(lower) < 2) return null;
  const groups: Cell[] = [];
  let groupCount = 0;
  let widest = 0;
  let width = 0;
  for (let column = 0; column < Math.max(upper.length, lower.length); column++) {
    const own = upper[column];
    const isBelowGroup = isBlankCell(own) && !isBlankCell(lower[column]) && width > 0;
    if (!isBlankCell(own)) width = isBlankCell(lower[column]) ? 0 : 1;
    else width = isBelowGroup ? width + 1 : 0;
    groups.push(isBelowGroup ? groups[column - 1] : (own ?? ''));
    if (width === 2 || (width === 1 && plainText(own) === plainText(groups[column - 1]))) groupCount++;
    widest = Math.max(widest, width);
  }
  const isTitle = filledCount(upper) === 1 && widest >= filledCount(lower);
  return groupCount > 0 && !isTitle ? groups : null;
}

/** Who made a report, and when. */
const ofReport =
  /\b(?:printed|prepared|created|generated|exported|run|issued) (?:by|on|at)\b|制表|编制|打印|导出/i;

/** `Period: 2024` is a note; a year may stand above months and days. */
function isGroupText(cell: Cell): boolean {
  if (isBlankCell(cell) || !Number.isNaN(readYear(cell))) return true;
  const text = plainText(cell);
  const isShort = text.length <= longestGroup;
  return typeof cell === 'string' && !isData(cell) && isShort && !/[:：]/.test(text) && !ofReport.test(text);
}

/** How many fields a row names, less the numbers and dates no header has. */
const namesIn = (row: Row): number => score(row.map(singleHeader), row);

const namesBelow = (groups: readonly Cell[], row: Row): number =>
  score(
    groups.map((group, column) => groupedHeader(group, row[column])),
    row,
  );

function score(headers: readonly ColumnHeader[], row: Row): number {
  let total = 0;
  const fields = new Set<string>();
  const bare = bareAges(row);
  for (const [column, header] of headers.entries()) {
    if (header.text === '') continue;
    if (bare.includes(column)) {
      total += ofAge;
      continue;
    }
    if (isData(row[column])) {
      total -= 0.5;
      continue;
    }
    if (isOwnWords(header.words)) {
      total += 0.5;
      continue;
    }
    const matches = [...matchColumnHeader(header, 'ledger'), ...matchColumnHeader(header, 'customers')];
    const best = matches.sort((one, other) => other.confidence - one.confidence)[0];
    if (isAgeColumn(header)) {
      total += ofAge;
      continue;
    }
    if (!best || fields.has(best.field)) continue;
    fields.add(best.field);
    total += best.confidence;
  }
  return total;
}

function rowOfTextsAboveData(cells: readonly Row[]): number {
  for (let row = 0; row < Math.min(cells.length - 1, searchedRows); row++) {
    const header = cells[row]!;
    if (filledCount(header) < 2) continue;
    if (header.some(isData)) return -1;
    const below = cells.slice(row + 1, row + 6);
    if (
      below.some(cellsBelow =>
        cellsBelow.some((cell, column) => isData(cell) && !isBlankCell(header[column])),
      )
    ) {
      return row;
    }
  }
  return -1;
}

function isData(cell: Cell): boolean {
  if (typeof cell === 'number' || typeof cell === 'boolean') return true;
  if (typeof cell !== 'string' || isBlankCell(cell)) return false;
  return parseDateText(plainText(cell)) !== null || !Number.isNaN(readAmount(cell));
}

function filledCount(row: Row): number {
  let count = 0;
  for (const cell of row) if (!isBlankCell(cell)) count++;
  return count;
}
