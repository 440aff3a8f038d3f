import type { Cell } from '../../src/risk/ledger/ledger';
import { inventRows } from './ledgerCells';

/** The pane reads a sheet in pieces below Excel's limit of 5 MB an answer. */
const rowsPerPiece = 20_000;

/** A ledger as it comes over the wire: each piece is JSON text, so that every run gets fresh cells, as Excel's answers are. */
export type Wire = readonly string[];

/** Invent a ledger of that many rows, in the order in which they were written or sorted by customer. */
export function wireOf(rowCount: number, isByCustomer = false): Wire {
  const rows = inventRows(rowCount, rowCount);
  if (isByCustomer) rows.sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1));
  const pieces: string[] = [];
  for (let from = 0; from < rows.length; from += rowsPerPiece)
    pieces.push(JSON.stringify(rows.slice(from, from + rowsPerPiece)));
  return pieces;
}

export const parse = (piece: string) => JSON.parse(piece) as Cell[][];
