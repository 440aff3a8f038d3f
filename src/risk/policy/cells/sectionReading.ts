import type { Problem, ProblemKey } from '../../problem';
import type { FoundRow, FoundSection } from './policyCells';
import { sectionName } from './policySections';
import { RowReader } from './rowReader';

/** What was read of a section, and everything that is wrong with it: without problems the value is whole. */
export interface Reading<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** A row with what was read from it, so that checks across rows can still name the row. */
export interface ReadRow<T> {
  readonly value: T;
  readonly reader: RowReader;
}

/** Read every row of a section. */
export const readRows = <T>(
  found: FoundSection,
  read: (reader: RowReader, index: number) => T,
  rows: readonly FoundRow[] = found.rows,
): readonly ReadRow<T>[] =>
  rows.map((row, index) => {
    const reader = new RowReader(found, row);
    return { value: read(reader, index), reader };
  });

/** Report every row for which a check across rows fails, at the cell of `column`. */
export function checkRows<T>(
  rows: readonly ReadRow<T>[],
  key: ProblemKey,
  column: string,
  isWrong: (value: T, index: number) => boolean,
): void {
  rows.forEach(({ value, reader }, index) => {
    if (isWrong(value, index)) reader.report(key, column);
  });
}

/**
 * Report every row that has a name of an earlier one, at the cell of `column`.
 *
 * @param namesOf The names of a row; only those in the same place are held against each other.
 */
export function refuseRepeated<T>(
  rows: readonly ReadRow<T>[],
  column: string,
  namesOf: (value: T) => readonly string[],
): void {
  const seen = new Set<string>();
  for (const { value, reader } of rows) {
    const names = namesOf(value).map((name, place) => `${place} ${name}`);
    if (names.some(name => seen.has(name))) reader.report('policyNamedTwice', column);
    for (const name of names) seen.add(name);
  }
}

/** The values of rows that were read, without their readers. */
export const valuesOf = <T>(rows: readonly ReadRow<T>[]): readonly T[] => rows.map(row => row.value);

/** Finish a section: its values, what is wrong row by row, then what is wrong with the section as a whole. */
export const readingOf = <T>(
  rows: readonly ReadRow<T>[],
  ofSection: readonly Problem[] = [],
): Reading<readonly T[]> => ({
  value: valuesOf(rows),
  problems: [...rows.flatMap(({ reader }) => reader.problems), ...ofSection],
});

/** A problem of a section that is no single cell's. */
export const sectionProblem = (found: FoundSection, key: ProblemKey, row: number): Problem => ({
  code: 'value',
  key,
  detail: { section: sectionName(found.section), row },
});

/** The section has too few rows to mean anything. */
export const rowsMissing = (found: FoundSection): Problem =>
  sectionProblem(found, 'policyRowUnreadable', found.headerRow + 1);
