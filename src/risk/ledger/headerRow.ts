import { isBlankCell, plainText } from './cell';
import { parseDateText } from './dateText';
import { headerWords } from './headerText';
import type { Cell } from './ledger';
import { isOwnWords, matchWords } from './matchHeader';
import { readAmount } from './readAmount';

/** Titles, notes and blank rows stand above a header, but not more than these. */
const searchedRows = 40;
const enoughNames = 2;

type Row = readonly Cell[];

/**
 * Find the header row of a block: of the first 40 rows the one that names most fields, else the first row of texts above numbers
 * or dates; -1 when there is neither.
 */
export function findHeaderRow(cells: readonly Row[]): number {
  let best = -1;
  let bestScore = 0;
  for (let row = 0; row < Math.min(cells.length, searchedRows); row++) {
    const score = namesIn(cells[row]!);
    if (score > bestScore) {
      best = row;
      bestScore = score;
    }
  }
  const isNarrow = best >= 0 && filledCount(cells[best]!) === 1;
  if (bestScore >= (isNarrow ? 0.8 : enoughNames)) return best;
  const byContrast = rowOfTextsAboveData(cells);
  return byContrast >= 0 || bestScore < 0.8 ? byContrast : best;
}

/** How many fields a row names, less the numbers and dates no header has. */
function namesIn(row: Row): number {
  let score = 0;
  const fields = new Set<string>();
  for (const cell of row) {
    if (isBlankCell(cell)) continue;
    if (isData(cell)) {
      score -= 0.5;
      continue;
    }
    const words = headerWords(cell);
    if (isOwnWords(words)) {
      score += 0.5;
      continue;
    }
    const matches = [...matchWords(words, 'ledger'), ...matchWords(words, 'customers')];
    const best = matches.sort((one, other) => other.confidence - one.confidence)[0];
    if (!best || fields.has(best.field)) continue;
    fields.add(best.field);
    score += best.confidence;
  }
  return score;
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
