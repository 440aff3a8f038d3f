/** Plain tables for a terminal: the first column to the left, figures to the right. */

export type TableRow = readonly string[];

/**
 * Lay rows out in columns as wide as their widest cell.
 *
 * @example layOut([['tier', 'bad'], ['A', '9 %']]) //=> ['  tier  bad', '  A     9 %']
 */
export function layOut(rows: readonly TableRow[]): string[] {
  const columnCount = Math.max(0, ...rows.map(row => row.length));
  const widths = Array.from({ length: columnCount }, (_, column) =>
    Math.max(...rows.map(row => row[column]?.length ?? 0)),
  );
  return rows.map(row => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
    );
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

/** A ratio with three decimals; a dash where it is not known. */
export const decimal = (value: number): string =>
  Number.isFinite(value) ? value.toFixed(3).replace('-', '−') : '–';

/** A share as per cent without decimals; a dash where there is nothing to share. */
export const percent = (part: number, whole: number): string =>
  whole > 0 ? `${Math.round((part / whole) * 100)} %` : '–';

export const count = (value: number): string => Math.round(value).toLocaleString('en-US');

/** A difference with its sign. */
export const signed = (value: number): string =>
  Number.isFinite(value) ? `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}` : '–';
