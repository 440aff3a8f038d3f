import { finishSlices, type Slices } from '../slices';

/** Rows of a table's body that follow each other and have one number format. */
export interface FormatRun {
  /** Zero-based. */
  readonly first: number;
  readonly count: number;
  readonly format: string;
}

const rowsInSlice = 8192;

/**
 * Put the number formats of rows into runs: what is written with them is told each format once.
 *
 * @example formatRuns(['0', '0', '0.0%']) //=> [{ first: 0, count: 2, format: '0' }, { first: 2, count: 1, format: '0.0%' }]
 */
export const formatRuns = (formats: readonly string[]): FormatRun[] =>
  finishSlices(formatRunsInSlices(formats.length, row => formats[row]));

/** Put them into runs as `formatRuns` does, in slices of a few milliseconds. */
export function* formatRunsInSlices(
  rowCount: number,
  formatOf: (row: number) => string,
): Slices<FormatRun[]> {
  const runs: FormatRun[] = [];
  for (let first = 0; first < rowCount; ) {
    const format = formatOf(first);
    let end = first + 1;
    for (; end < rowCount && formatOf(end) === format; end += 1) if (end % rowsInSlice === 0) yield;
    runs.push({ first, count: end - first, format });
    first = end;
  }
  return runs;
}
