/** Days on which somebody expects to be paid, or was promised to be: no terms, though often all that a list says of when money is due. */
import { isBlankCell } from '../cell';
import type { FindingLog } from '../findings/findingLog';
import type { Cell, ColumnMapping, Recognition } from '../ledger';
import { headerWords } from './headerText';

const expected =
  /\b(?:expected|promised?|anticipated|projected|scheduled|planned)\b|预计|预期|承诺|计划|予定|예정/;

/** Headings and totals have none; a promise stands beside few invoices. */
const fewest = 0.3;

/** Only a user is this sure. */
const saidByUser = 1;

const isExpected = ({ field, header }: ColumnMapping): boolean =>
  field === 'dueDate' && expected.test(headerWords(header));

/**
 * Leave out of the due dates the days on which payment is expected, where another column says when invoices are due, or their terms, or where few rows
 * have one.
 *
 * @param candidates columns with the fields they may mean
 * @param rows some rows of data
 */
export function withoutExpectedDays(
  candidates: readonly ColumnMapping[],
  rows: readonly (readonly Cell[])[],
): readonly ColumnMapping[] {
  const isSaid = candidates.some(
    candidate => candidate.field === 'termsDays' || (candidate.field === 'dueDate' && !isExpected(candidate)),
  );
  const isRare = (column: number) =>
    rows.filter(row => !isBlankCell(row[column])).length < fewest * rows.length;
  return candidates.filter(candidate => !isExpected(candidate) || !(isSaid || isRare(candidate.column)));
}

/** Say that lateness counts from days on which payment is expected, unless the user chose them. */
export function noteExpectedDays({ columns, headerRow }: Recognition, findings: FindingLog): void {
  for (const mapping of columns) {
    if (mapping.confidence < saidByUser && isExpected(mapping))
      findings.add('expectedAsDue', headerRow, mapping.column, mapping.header);
  }
}
