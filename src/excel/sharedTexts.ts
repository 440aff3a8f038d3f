/**
 * Keep one copy of each text of many cells: Excel's answers have as many copies as there are cells that say the same, and a customer stands on
 * many rows.
 *
 * @returns Gives the first text that was like a cell's, and any other cell as it is.
 * @example
 * const share = sharedTexts();
 * rows.map(cells => cells.map(share))
 */
export function sharedTexts(): (cell: unknown) => unknown {
  const known = new Map<string, string>();
  return cell => {
    if (typeof cell !== 'string') return cell;
    const first = known.get(cell);
    if (first !== undefined) return first;
    known.set(cell, cell);
    return cell;
  };
}
