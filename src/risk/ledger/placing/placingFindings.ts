/** What the user is told of the rows of a whole sheet, once it is known what becomes of each. */
import type { Slices } from '../../slices';
import { isSettlement } from '../cells/documentType';
import { noCustomer } from '../columns/customerColumn';
import { type ChosenCurrency, isSaidOnce } from '../currency/chosenCurrency';
import type { SignedMoney } from '../currency/convertMoney';
import { toScale } from '../currency/moneyScale';
import type { FindingKind, MoneyColumn } from '../ledger';
import type { LedgerRows } from '../ledgerRows';
import { halfCent } from '../recognition/sampledAmounts';
import type { BlankOpen } from './blankOpen';
import type { PlacedColumns } from './placedColumns';
import { isPaidInWords } from './signMoney';

/** Blanks that are noted before the work stops for others. */
const blanksInSlice = 32_768;

/** Currencies that are not the chosen one, each where it stands first. */
export function noteCurrencies(
  rows: LedgerRows,
  counted: Int32Array,
  { isChosen }: ChosenCurrency,
  kind: FindingKind,
): void {
  const { currency } = rows;
  const unnoted = new Set(currency.names.keys());
  for (const [code, isIn] of isChosen.entries()) if (isIn) unnoted.delete(code);
  for (let index = 0; index < counted.length && unnoted.size > 0; index++) {
    const row = counted[index];
    const code = currency.codeAt(row);
    if (!unnoted.delete(code)) continue;
    const name = currency.names[code];
    rows.findings.add(kind, rows.sheetRow.at(row), rows.column('currency'), name);
  }
}

/** Blank cells in a column of currencies, which are taken to say what the others do; not where it says the currency once for all rows. */
export function noteBlankCurrencies(
  rows: LedgerRows,
  counted: Int32Array,
  { currencies }: ChosenCurrency,
): void {
  const { currency } = rows;
  const column = rows.column('currency');
  const blank = currency.names.indexOf('');
  if (blank < 0 || column < 0 || currencies.length !== 1 || rows.isGrouped) return;
  const blanks = counted.filter(row => currency.codeAt(row) === blank);
  if (isSaidOnce(counted.filter(row => currency.codeAt(row) !== blank))) return;
  for (const row of blanks) rows.findings.add('blankCurrency', rows.sheetRow.at(row), column, '');
}

/** Limits below zero, where a customer has its first: they stand in every row. */
export function noteNegativeLimits(
  rows: LedgerRows,
  placed: Int32Array,
  { customer, customers }: Pick<PlacedColumns, 'customer' | 'customers'>,
): void {
  if (rows.creditLimit === null) return;
  const limits = rows.creditLimit.amounts.values;
  const isNoted = new Uint8Array(customers.length);
  for (let index = 0; index < placed.length; index++) {
    const row = placed[index];
    if (!(limits[row] < 0) || isNoted[customer[index]] === 1) continue;
    isNoted[customer[index]] = 1;
    rows.findings.add('negativeLimit', rows.sheetRow.at(row), rows.creditLimit.column, limits[row]);
  }
}

/** What was paid of invoices below zero, where no column says what is open: it raises that. */
export function noteNegativePayments(rows: LedgerRows, placed: Int32Array): void {
  if (rows.paidAmount === null || rows.openAmount !== null) return;
  const { column, amounts } = rows.paidAmount;
  const paid = amounts.values;
  const written = rows.amount.amounts.values;
  for (const row of placed) {
    if (!(paid[row] < 0 && written[row] > 0)) continue;
    rows.findings.add('negativePaid', rows.sheetRow.at(row), column, paid[row]);
  }
}

/** Blanks among what is open, by how they count; where a status calls a row paid, nothing is left to say. In slices of a few milliseconds. */
export function* noteBlankOpen(
  rows: LedgerRows,
  placed: Int32Array,
  { settled, inFull }: BlankOpen,
): Slices<void> {
  if (settled.length + inFull.length === 0) return;
  const isPlaced = new Uint8Array(rows.length);
  for (let index = 0; index < placed.length; index++) isPlaced[placed[index]] = 1;
  yield;
  const column = rows.column('openAmount');
  for (const [kind, blanks] of [
    ['blankSettled', settled],
    ['blankOpen', inFull],
  ] as const) {
    for (let index = 0; index < blanks.length; index++) {
      if (index % blanksInSlice === blanksInSlice - 1) yield;
      const row = blanks[index];
      if (isPlaced[row] === 1 && !rows.states.isCalledPaid(row))
        rows.findings.add(kind, rows.sheetRow.at(row), column, '');
    }
  }
}

/** Rows that add up others and are counted nowhere. */
export function noteTotals(rows: LedgerRows, totals: readonly number[]): void {
  for (const row of totals) rows.findings.add('totalRow', rows.sheetRow.at(row), -1, '');
}

/** Rows with an amount and without a customer. */
export function noteUnplaced(rows: LedgerRows, unplaced: Int32Array): void {
  for (const row of unplaced) {
    if (rows.customer.codes[row] !== noCustomer) continue;
    rows.findings.add('missingCustomer', rows.sheetRow.at(row), rows.column('customer'), '');
  }
}

/** What a status alone says to be paid, once; and what it says to be paid in part, or in full against what amounts say, row by row. */
export function noteStates(rows: LedgerRows, placed: Int32Array, { openAmount }: SignedMoney): void {
  const { states } = rows;
  const { headerRow, headers } = rows.recognition;
  const { column } = states;
  if (column < 0) return;
  if (states.saysWhatIsOpen || placed.some(row => isPaidInWords(rows, row))) {
    rows.findings.add('paidByStatus', headerRow, column, headers[column]);
  }
  for (const row of placed) {
    if (states.saysWhatIsOpen && states.isPartlyPaid(row))
      rows.findings.add('partlyPaid', rows.sheetRow.at(row), column, '');
    if (openAmount[row] > halfCent && states.isCalledPaid(row))
      rows.findings.add('paidButOpen', rows.sheetRow.at(row), column, headers[column]);
  }
}

/** Rows of customers that the sheet says to leave out. */
export function noteExcluded(rows: LedgerRows, excluded: Int32Array): void {
  const { codes, register } = rows.customer;
  for (const row of excluded) {
    rows.findings.add(
      'excludedRow',
      rows.sheetRow.at(row),
      rows.column('customer'),
      register.names[codes[row]],
    );
  }
}

/**
 * Before amounts become whole units: a finding tells what the cell says.
 *
 * @param amount per placed row, in currency units or already in whole ones: the sign is asked for
 */
export function noteCredits(rows: LedgerRows, placed: Int32Array, amount: MoneyColumn, scale: number): void {
  const types = rows.type?.values;
  const written = rows.amount.amounts.values;
  for (let index = 0; index < placed.length; index++) {
    if (amount[index] >= 0 || toScale(amount[index], scale) >= 0) continue;
    const row = placed[index];
    if (types && isSettlement(types[row])) continue;
    rows.findings.add('creditNote', rows.sheetRow.at(row), rows.amount.column, written[row]);
  }
}

/** Invoices of days after the one that the ledger is looked at. */
export function noteFutureInvoices(
  rows: LedgerRows,
  { invoiceDate, sheetRow }: Pick<PlacedColumns, 'invoiceDate' | 'sheetRow'>,
  asOf: number | undefined,
): void {
  if (asOf === undefined) return;
  const column = rows.column('invoiceDate');
  for (let index = 0; index < invoiceDate.length; index++) {
    const date = invoiceDate[index];
    if (date > asOf) rows.findings.add('futureInvoice', sheetRow.at(index), column, date);
  }
}
