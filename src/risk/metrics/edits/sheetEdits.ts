import { isBlankCell } from '../../ledger/cell';
import { customerKey } from '../../ledger/cells/customerName';
import { isAmbiguousAmount, readAmountText } from '../../ledger/cells/readAmount';
import type { Cell, Finding, FindingKind, Ledger, LedgerField, Recognition } from '../../ledger/ledger';
import type { LedgerOptions } from '../../ledger/readLedger';
import { amountFields, readRow } from '../../ledger/readRow';
import { columnOf } from '../../ledger/recognition/columnOf';
import type { EditResult, LedgerEdits } from './ledgerEdits';

/** A row of the sheet as it is now. */
export interface EditedRow {
  /** Zero-based within the block of cells. */
  readonly sheetRow: number;
  readonly cells: readonly Cell[];
  /** The same row as it was read before; absent where there was none. */
  readonly cellsBefore?: readonly Cell[];
}

/** How the ledger was read that is edited, and what it came to. */
export interface ReadBefore {
  readonly recognition: Recognition;
  readonly options: LedgerOptions;
  readonly ledger: Pick<Ledger, 'currency' | 'unplaced' | 'excluded' | 'findings'>;
}

/** What a row is told of because other rows call its customer otherwise. */
const foundAmongNames: readonly FindingKind[] = ['sameCustomerOtherName', 'severalNumbers'];

/**
 * Bring a measured ledger up to date with rows of its sheet that were changed, filled or cleared.
 *
 * @returns The customers who were measured anew; `readAgain` where these rows alone do not tell what they mean. The ledger may then be changed in part:
 * it is of no more use.
 * @example editRows(edits, [{ sheetRow: 17, cells: ['Acme', 45_292, 45_322, 120.5] }], readBefore) //=> [4]
 */
export function editRows(edits: LedgerEdits, rows: readonly EditedRow[], before: ReadBefore): EditResult {
  const touched = new Set<number>();
  for (const row of rows) {
    const result = editRow(edits, row, before);
    if (result === 'readAgain') return 'readAgain';
    for (const customer of result) touched.add(customer);
  }
  return [...touched];
}

function editRow(
  edits: LedgerEdits,
  { sheetRow, cells, cellsBefore = [] }: EditedRow,
  { recognition, options, ledger }: ReadBefore,
): EditResult {
  if (isNumberOfDuplicates(cells, cellsBefore, recognition, ledger.findings)) return 'readAgain';
  if (tellsOfBlanks(cells, cellsBefore, recognition, ledger.findings)) return 'readAgain';
  if (tellsOfMarks(cells, cellsBefore, recognition, ledger.findings)) return 'readAgain';
  const values = readRow(cells, sheetRow, recognition, options, ledger);
  if (values === 'readAgain') return 'readAgain';
  const nameBefore = edits.customerAt(sheetRow);
  const isInLedger = nameBefore !== undefined;
  const isOtherCustomer =
    isInLedger && (values === 'blank' || customerKey(values.customer) !== customerKey(nameBefore));
  const isNameFound = ledger.findings.some(({ kind }) => foundAmongNames.includes(kind));
  if (isOtherCustomer && isNameFound) return 'readAgain';
  if (values !== 'blank')
    return isInLedger ? edits.editRow(sheetRow, values) : edits.addRow(sheetRow, values);
  if (isInLedger) return edits.removeRow(sheetRow);
  const wasApart = [...ledger.unplaced, ...ledger.excluded].some(({ row }) => row === sheetRow);
  return wasApart ? 'readAgain' : [];
}

/**
 * Whether an edit may change what a blank among open amounts means, of which other rows tell: money or a day of payment that came to a sheet with such
 * blanks, a first or last amount of what is open, the last day of payment that is no more.
 */
function tellsOfBlanks(
  cells: readonly Cell[],
  before: readonly Cell[],
  { columns }: Recognition,
  findings: readonly Finding[],
): boolean {
  const [open, paid] = [columnOf(columns, 'openAmount'), columnOf(columns, 'paidDate')];
  if (open < 0) return false;
  const isFirstOrLast = isBlankCell(before[open]) !== isBlankCell(cells[open]);
  const isLastDay = !isBlankCell(before[paid]) && isBlankCell(cells[paid]);
  if (isFirstOrLast || isLastDay) return true;
  const isChanged = [columnOf(columns, 'amount'), open, paid].some(
    column => cells[column] !== before[column],
  );
  return isChanged && findings.some(({ kind }) => kind === 'blankSettled' || kind === 'blankOpen');
}

/**
 * Whether an edit brought a text such as `99,50`, and others wait for one: amounts such as `1.234`, and dates of which nothing tells day from month. A text
 * that went is missed among what was found of its row.
 */
function tellsOfMarks(
  cells: readonly Cell[],
  before: readonly Cell[],
  { columns }: Recognition,
  findings: readonly Finding[],
): boolean {
  const isTold = columns.some(
    ({ field, column }) =>
      amountFields.some(candidate => candidate === field) &&
      typeof cells[column] === 'string' &&
      cells[column] !== before[column] &&
      readAmountText(cells[column]).provenMark !== null,
  );
  return (
    isTold &&
    findings.some(
      ({ kind, found }) => kind === 'assumedDateOrder' || (kind === 'textAmount' && isAmbiguousAmount(found)),
    )
  );
}

/** What makes of two rows with one document number a duplicate, an instalment or a credit note. */
const toldApartBy: readonly LedgerField[] = ['document', 'customer', 'dueDate', 'amount'];

/** Whether a row was changed whose document number other rows have too: what was found of those may not hold any more. */
function isNumberOfDuplicates(
  cells: readonly Cell[],
  before: readonly Cell[],
  { columns }: Recognition,
  findings: readonly Finding[],
): boolean {
  const isOther = columns.some(
    ({ field, column }) =>
      toldApartBy.some(candidate => candidate === field) && cells[column] !== before[column],
  );
  if (!isOther) return false;
  const number = customerKey(before[columnOf(columns, 'document')]);
  return findings.some(({ kind, found }) => kind === 'duplicateDocument' && customerKey(found) === number);
}
