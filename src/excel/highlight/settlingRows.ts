import { isBlankCell, plainText } from '../../risk/ledger/cell';
import { readDocumentStatus, readPaymentStatus } from '../../risk/ledger/cells/documentStatus';
import { isNothingOwed, isOrder, readDocumentType } from '../../risk/ledger/cells/documentType';
import { readAmount } from '../../risk/ledger/cells/readAmount';
import type { Cell, Field, Recognition } from '../../risk/ledger/ledger';
import { hasWrittenRows } from '../../risk/ledger/recognition/fields';
import type { Slices } from '../../risk/slices';
import type { SheetBlock } from '../contract';

const rowsInSlice = 8192;
const dateFields: readonly Field[] = ['invoiceDate', 'dueDate', 'paidDate'];

/**
 * Tell whether rows of a ledger settle other rows, or lower what is owed with amounts above 0: then no sum over a column says what is
 * open, and only the engine can.
 *
 * @example finishSlices(hasSettlingRows(block, recogniseSheet(block.cells))) //=> true for a sheet with a payment that names its invoice
 */
export function* hasSettlingRows(block: SheetBlock, recognition: Recognition): Slices<boolean> {
  if (recognition.kind !== 'ledger') return false;
  const columnOf = new Map<Field, number>(recognition.columns.map(({ field, column }) => [field, column]));
  const { columns, statedCustomer, customerGroups, invoiceLines, agedAmounts, paidAmounts } = recognition;
  const { yearless, typeWords } = recognition;
  // Without a customer on every row no native formula knows whose a row is, and a sum counts what further rows repeat.
  const isWritten = hasWrittenRows(columns) || statedCustomer || customerGroups || agedAmounts || paidAmounts;
  if (isWritten || yearless || typeWords !== undefined || invoiceLines === 'repeated') return true;
  const cellOf = (row: readonly Cell[], field: Field) => row[columnOf.get(field) ?? -1];
  const rows = block.cells.slice(recognition.headerRow + 1);
  const saysWhatIsOpen = (['openAmount', 'paidAmount'] as const).some(field =>
    rows.some(row => !isBlankCell(cellOf(row, field))),
  );

  const amountOf = (row: readonly Cell[]) => readAmount(cellOf(row, 'amount') ?? cellOf(row, 'openAmount'));
  const numberOf = (row: readonly Cell[]) => plainText(cellOf(row, 'document')).toUpperCase();
  // Void, or paid by a word alone: no sum over a column knows.
  const isPaidByWord = (cell: Cell) => !saysWhatIsOpen && readDocumentStatus(cell) === 'settled';
  const isLeftOut = (row: readonly Cell[]) =>
    dateFields.some(field => isPaidByWord(cellOf(row, field))) ||
    isNothingOwed(cellOf(row, 'documentType')) ||
    isOrder(cellOf(row, 'documentType')) ||
    readDocumentStatus(cellOf(row, 'documentStatus')) !== 'open' ||
    readPaymentStatus(cellOf(row, 'paymentStatus')) !== 'open';
  const isInvoice = (type: string, amount: number) => type === 'invoice' && !(amount < 0);
  const credits = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (index % rowsInSlice === 0) yield;
    const amount = amountOf(row);
    if (isLeftOut(row)) return true;
    const type = readDocumentType(cellOf(row, 'documentType'));
    if (isInvoice(type, amount)) continue;
    if (amount > 0) return true;
    if (saysWhatIsOpen) continue;
    const isMoney = type === 'payment' || type === 'writeOff';
    if (isMoney || !isBlankCell(cellOf(row, 'reference'))) return true;
    credits.add(numberOf(row));
  }
  credits.delete('');
  if (credits.size === 0) return false;
  const isCredited = (row: readonly Cell[]) =>
    credits.has(numberOf(row)) && isInvoice(readDocumentType(cellOf(row, 'documentType')), amountOf(row));
  for (const [index, row] of rows.entries()) {
    if (index % rowsInSlice === 0) yield;
    if (isCredited(row)) return true;
  }
  return false;
}
