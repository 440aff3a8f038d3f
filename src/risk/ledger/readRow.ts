import { isBlankCell, plainText } from './cell';
import { parseDateText } from './cells/dateText';
import { readDocumentStatus } from './cells/documentStatus';
import { type DocumentType, documentTypes } from './cells/documentType';
import { isSixDigits } from './cells/packedDay';
import { isAmbiguousAmount } from './cells/readAmount';
import { openTypeIn } from './cells/sageType';
import { nameOfSubtotal } from './cells/totalRow';
import type { SaidInLedgers } from './customerList/customerCategories';
import type { Cell, Finding, FindingKind, Ledger, LedgerField, Recognition } from './ledger';
import { createLedgerReader, type LedgerOptions } from './readLedger';
import { columnOf } from './recognition/columnOf';

/** A row of a ledger as its sheet says it. Money in currency units, signs set as in a ledger; days as Excel serial days; NaN where missing. */
export interface RowValues {
  /** Not blank. */
  readonly customer: string;
  readonly invoiceDate: number;
  readonly dueDate: number;
  readonly paidDate: number;
  readonly amount: number;
  readonly openAmount: number;
  readonly disputed: boolean;
  /** Only where the sheet has such a column; an invoice else. */
  readonly documentType?: DocumentType;
  /** What the row says of its customer; NaN where it says nothing. */
  readonly creditLimit: number;
  readonly termsDays: number;
  /** What it says of its customer in words; absent where it says nothing. */
  readonly said?: Readonly<Partial<Record<SaidInLedgers, string>>>;
}

/** `blank`: the sheet's row is no entry of the ledger. `readAgain`: only the whole sheet tells what it is. */
export type RowReading = RowValues | 'blank' | 'readAgain';

const dateFields: readonly LedgerField[] = [
  'invoiceDate',
  'invoiceDayOfMonth',
  'dueDate',
  'dueDayOfMonth',
  'paidDate',
];
/** Fields whose texts tell each other what a mark in them means. */
export const amountFields: readonly LedgerField[] = [
  'amount',
  'openAmount',
  'paidAmount',
  'debit',
  'credit',
  'creditLimit',
];

/** Parts of a date that a row may take from the one above it. */
const partsAbove: readonly LedgerField[] = ['invoiceYear', 'invoiceMonth'];

/** Findings of a row that say no more than the row itself does. */
const harmless: readonly FindingKind[] = [
  'creditNote',
  'futureInvoice',
  'textDate',
  'textAmount',
  'missingDueDate',
  'bothSides',
  'paidByStatus',
  'partlyPaid',
  'negativeLimit',
  'negativePaid',
  'typeByWords',
];

/** Those of them that a row alone shows wherever it stands; the others are said once for many rows. */
const shownByRow: readonly FindingKind[] = [
  'creditNote',
  'futureInvoice',
  'textDate',
  'textAmount',
  'missingDueDate',
  'bothSides',
  'negativeLimit',
  'negativePaid',
];

/**
 * Read one row of a ledger's sheet on its own, such as one that was edited. It gives what reading the whole sheet would, or says that this takes
 * the whole sheet: for texts such as `5/3/2024`, `1.234` or the type `SA` that other rows explain, for a currency other than the ledger's, for rows without a
 * customer or a readable amount, for what may be a subtotal, where customers are named once above their rows, for rows a column excludes, for a row that other rows with its customer number name, for a due date that the customer's other rows
 * have the terms of, and for a row in which something was found that is there no more.
 *
 * @param sheetRow Zero-based within the block of cells.
 * @param recognition As the ledger was read by.
 * @param options As the ledger was read with.
 * @param ledger The one that was read.
 * @example readRow(['Acme', 45_292, 45_322, 120.5], 17, recognition, options, ledger) //=> { customer: 'Acme', amount: 120.5, … }
 */
export function readRow(
  cells: readonly Cell[],
  sheetRow: number,
  recognition: Recognition,
  options: LedgerOptions,
  { currency, findings = [] }: Pick<Ledger, 'currency'> & Partial<Pick<Ledger, 'findings'>>,
): RowReading {
  const isAboveData = sheetRow <= recognition.headerRow;
  const isBelowOtherHeader = findings.some(
    ({ kind, row }) => kind === 'otherList' && row > recognition.headerRow && row <= sheetRow,
  );
  const isOneOfMany = recognition.statedCustomer?.isFirst === true;
  if (
    recognition.customerGroups ||
    recognition.invoiceLines ||
    isOneOfMany ||
    isMapped(recognition, 'entrySide')
  )
    return 'readAgain';
  if (
    isAboveData ||
    isBelowOtherHeader ||
    isExplainedByOthers(cells, recognition) ||
    mayBeSubtotal(cells, recognition)
  ) {
    return 'readAgain';
  }
  const reader = createLedgerReader(recognition, { ...options, expectedRows: 1 });
  reader.add([cells], sheetRow);
  const row = reader.finish();

  const isApart = row.unplaced.length > 0 || row.excluded.length > 0;
  if (isApart || row.findings.some(({ kind }) => !harmless.includes(kind))) return 'readAgain';
  const foundBefore = findings.filter(finding => finding.row === sheetRow);
  if (isAnyMended(foundBefore, row.findings)) return 'readAgain';
  if (row.rowCount === 0) return 'blank';
  // Beside rows of payments a status does not say what is paid.
  const isPaidByStatus = row.findings.some(({ kind }) => kind === 'paidByStatus');
  if (isPaidByStatus && isMapped(recognition, 'documentType')) return 'readAgain';
  const takesTermsOfOthers =
    row.findings.some(({ kind }) => kind === 'missingDueDate') &&
    isMapped(recognition, 'termsDays') &&
    Number.isNaN(row.termsDays[0]);
  const takesFromOthers =
    row.takesFromOthers || takesTermsOfOthers || takesDateOfOthers(cells, recognition, row);
  if (row.currency !== currency || takesFromOthers) return 'readAgain';

  const { scale, documentType } = row;
  return {
    customer: row.customers[0],
    invoiceDate: row.invoiceDate[0],
    dueDate: row.dueDate[0],
    paidDate: row.paidDate[0],
    amount: row.amount[0] / scale,
    openAmount: row.openAmount[0] / scale,
    disputed: row.disputed[0] === 1,
    creditLimit: row.creditLimit[0] / scale,
    termsDays: row.termsDays[0],
    ...(documentType ? { documentType: documentTypes[documentType[0]] } : {}),
    ...(row.said && { said: wordsOf(row.said) }),
  };
}

/** Tell whether something that was found in a row is there no more, as when it was mended: nobody is to look for it. */
const isAnyMended = (before: readonly Finding[], now: readonly Finding[]): boolean =>
  before.some(
    ({ kind, column, found }) =>
      !harmless.includes(kind) ||
      (shownByRow.includes(kind) &&
        !now.some(other => other.kind === kind && other.column === column && other.found === found)),
  );

function wordsOf(said: NonNullable<Ledger['said']>): RowValues['said'] {
  return Object.fromEntries(Object.entries(said).map(([field, { words }]) => [field, words[0]]));
}

/** Texts that other rows decide the reading of: open dates and amounts of their column, a subtotal of a customer that there is. */
function isExplainedByOthers(cells: readonly Cell[], recognition: Recognition): boolean {
  return recognition.columns.some(({ field, column }) => {
    const cell = cells[column];
    if (isOneOf(dateFields, field) && isSixDigits(cell)) return true;
    if (isOneOf(partsAbove, field)) return isBlankCell(cell);
    if (field === 'openAmount' && isBlankCell(cell)) return isOpenLeftOpen(cells, recognition);
    if (typeof cell !== 'string') return false;
    if (field === 'customer') return nameOfSubtotal(cell) !== null;
    if (field === 'documentType') return openTypeIn(cell) !== null;
    if (isOneOf(amountFields, field)) return isAmbiguousAmount(cell);
    if (!isOneOf(dateFields, field)) return false;
    // Whether a word such as `PAID` says what is open goes by what other rows say.
    return parseDateText(plainText(cell))?.order === 'open' || readDocumentStatus(cell) === 'settled';
  });
}

/** Whether a row has an amount and nothing that says what is open of it: then other rows tell what a blank means there. */
const isOpenLeftOpen = (cells: readonly Cell[], { columns }: Recognition): boolean => {
  const isSaid = (one: LedgerField) => !isBlankCell(cells[columnOf(columns, one)]);
  return isSaid('amount') && !isSaid('paidDate') && columnOf(columns, 'paidAmount') < 0;
};

/** Without a document number and a date only the rows above tell an invoice from their sum. */
function mayBeSubtotal(cells: readonly Cell[], { columns }: Recognition): boolean {
  const isBlank = (...fields: readonly LedgerField[]) =>
    columns.every(({ field, column }) => !isOneOf(fields, field) || isBlankCell(cells[column]));
  return isBlank('document', ...dateFields) && !isBlank('amount', 'openAmount', 'debit', 'credit');
}

/** An instalment without an invoice date takes that of the other rows of its invoice, an opening balance that of its customer's first. */
function takesDateOfOthers(
  cells: readonly Cell[],
  recognition: Recognition,
  { invoiceDate, documentType }: Pick<Ledger, 'invoiceDate' | 'documentType'>,
): boolean {
  if (Number.isNaN(invoiceDate[0]) && documentTypes[documentType?.[0] ?? 0] === 'debit') return true;
  const canBeDated = isMapped(recognition, 'invoiceDate') || isMapped(recognition, 'termsDays');
  const document = columnOf(recognition.columns, 'document');
  return canBeDated && Number.isNaN(invoiceDate[0]) && !isBlankCell(cells[document]);
}

const isOneOf = (fields: readonly LedgerField[], field: string): boolean =>
  fields.some(candidate => candidate === field);

const isMapped = ({ columns }: Recognition, field: LedgerField): boolean =>
  columns.some(mapping => mapping.field === field);
