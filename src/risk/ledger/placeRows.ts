import type { Slices } from '../slices';
import { isSettlement, keepsSign } from './cells/documentType';
import { noCustomer } from './columns/customerColumn';
import { narrowCodes, wholeUnits } from './columns/narrowColumns';
import type { SheetRows } from './columns/sheetRows';
import { type ChosenCurrency, type Conversion, chooseCurrency } from './currency/chosenCurrency';
import { convertMoney, type SignedMoney } from './currency/convertMoney';
import { convertAmount } from './currency/exchangeRates';
import { moneyScale, toScale } from './currency/moneyScale';
import { findingsOf, type Unchecked } from './findings/checkRows';
import { unlabelledTotals } from './findings/unlabelledTotals';
import type { FindingKind, Ledger } from './ledger';
import type { LedgerRows } from './ledgerRows';
import { dateInstalments } from './settlement/instalmentDates';
import { dateOpenings } from './settlement/openingDates';
import { settleRows } from './settlement/settleRows';

/** What of a sheet is wished for, beyond what its cells say. */
export interface Placing extends Conversion {
  readonly currency?: string;
  /** Serial day; invoices dated later are a finding. */
  readonly asOf?: number;
}

type NumberArray = Float64Array | Float32Array | Int32Array | Uint8Array;

/**
 * Decide what needs the whole sheet, and lay out the ledger: order of dates, currency, signs by document type, scale, due dates that
 * fall back, which rows can be placed. Every collected row of the chosen currency ends up placed or unplaced. Where all rows are placed,
 * the collected columns become the ledger's without a copy: `rows` is used up.
 *
 * @returns the ledger with all findings but those of `checkRows`, and what these are to be found with
 */
export function* placeRows(
  rows: LedgerRows,
  wish: Placing,
): Slices<{ readonly ledger: Ledger; readonly unchecked: Unchecked }> {
  const sums = unlabelledTotals(rows);
  const totals = [...new Set([...sums, ...rows.repeated])].sort((one, other) => one - other);
  const written = signMoney(rows);
  yield;
  const counted = rowsWithout(totals, rows.length);
  const chosen = chooseCurrency(rows, counted, written.amount, wish);
  const money = convertMoney(written, rows.currency, chosen);
  yield;
  const inCurrency = chosen.isChosen.every(isChosen => isChosen)
    ? counted
    : rowsWhere(counted, row => chosen.isChosen[rows.currency.codeAt(row)]);
  const isExcluded = (row: number) => rows.excluded?.values[row] === 1 && !Number.isNaN(money.amount[row]);
  const counting = rows.excluded ? rowsWhere(inCurrency, row => !isExcluded(row)) : inCurrency;
  const excluded = counting === inCurrency ? new Int32Array(0) : inCurrency.filter(isExcluded);
  const codes = rows.customer.codes;
  const placed = rowsWhere(counting, row => codes[row] >= 0);
  const unplaced = placed === counting ? new Int32Array(0) : counting.filter(row => codes[row] < 0);
  yield;
  const scale = moneyScale([pick(money.amount, inCurrency), pick(money.openAmount, inCurrency)]);
  yield;
  const { customer, customers } = renumber(rows, placed);
  const invoiceDate = datesOf(rows, 'invoiceDate', placed);
  const documentType = rows.type ? pick(rows.type.values, placed) : null;
  const dated = { customer, invoiceDate, dueDate: datesOf(rows, 'dueDate', placed) };
  const hasDatedOpenings = dateOpenings(documentType, dated, customers.length);
  const termsDays = longestTerms(rows, placed, customer, customers.length);
  const dueDate = dueDates(rows, placed, customer, termsDays, invoiceDate);
  const sheetRow = placed.length === rows.length ? rows.sheetRow : rows.sheetRow.pick(placed);
  yield;

  noteCurrencies(rows, counted, chosen, wish.rates?.length ? 'missingRate' : 'otherCurrency');
  for (const row of sums) rows.findings.add('totalRow', rows.sheetRow.at(row), -1, '');
  noteUnplaced(rows, unplaced);
  noteExcluded(rows, excluded);
  noteCredits(rows, placed, money, scale);
  noteFutureInvoices(rows, sheetRow, invoiceDate, wish.asOf);
  yield;

  const setApart = (row: number) => ({
    row: rows.sheetRow.at(row),
    amount: toScale(money.amount[row], scale),
  });
  const rowsUnplaced = Array.from(unplaced, setApart);
  const rowsExcluded = Array.from(excluded, setApart);

  const amount = wholeUnits(pick(money.amount, placed), scale);
  yield;
  const openAmount = wholeUnits(pick(money.openAmount, placed), scale);
  yield;
  const hasDatedInstalments = yield* dateInstalments(rows, placed, {
    customers,
    customer,
    invoiceDate,
    dueDate,
    amount,
    termsDays,
  });
  yield;
  const paidDate = datesOf(rows, 'paidDate', placed);
  const account = accountsOf(rows, placed, customer, chosen);
  const unsettled = {
    customer,
    invoiceDate,
    dueDate,
    paidDate,
    amount,
    termsDays,
    documentType,
    sheetRow,
    scale,
  };
  const settlements = yield* settleRows(rows, placed, unsettled, account);
  yield;
  const ledger: Ledger = {
    rowCount: placed.length,
    customers,
    customer: narrowCodes(customer, customers.length),
    invoiceDate,
    dueDate,
    paidDate,
    amount,
    openAmount,
    disputed: rows.disputed ? pick(rows.disputed.values, placed) : new Uint8Array(placed.length),
    creditLimit: lowestLimits(rows, placed, customer, customers.length, scale, chosen),
    termsDays,
    scale,
    sheetRow,
    currency: chosen.currency,
    currencies: chosen.currencies,
    documentType,
    settlements,
    takesOtherDates: hasDatedOpenings || hasDatedInstalments,
    unplaced: rowsUnplaced,
    excluded: rowsExcluded,
    ...findingsOf(rows.findings),
  };
  const unchecked = {
    findings: rows.findings,
    documents: rows.documents,
    customerColumn: rows.column('customer'),
    indexOf: indexAmong(placed, rows.length),
  };
  return { ledger, unchecked };
}

/**
 * Credit notes and payments lower what is owed, whichever sign they are written with. What is open is what the sheet says, else
 * amount less what was paid (a blank there is nothing paid).
 */
function signMoney(rows: LedgerRows): SignedMoney {
  const written = rows.amount.amounts.values;
  const open = rows.openAmount?.amounts.values;
  const paid = rows.paidAmount?.amounts.values;
  const isAsWritten = rows.type === null && !paid && open !== undefined && open !== written;
  if (isAsWritten) return { amount: written, openAmount: open };

  const types = rows.type?.values;
  const amount = types ? new Float64Array(rows.length) : written;
  const openAmount = new Float64Array(rows.length).fill(Number.NaN);
  for (let row = 0; row < rows.length; row++) {
    const isInvoice = types === undefined || keepsSign(types[row]);
    amount[row] = signed(written[row], isInvoice);
    if (open && !Number.isNaN(open[row])) openAmount[row] = signed(open[row], isInvoice);
    else if (paid) {
      const settled = Number.isNaN(paid[row]) ? 0 : paid[row];
      openAmount[row] = amount[row] - signed(settled, isInvoice);
    }
  }
  return { amount, openAmount };
}

const signed = (value: number, isInvoice: boolean): number => (isInvoice ? value : -Math.abs(value));

/** All rows but some that are given in ascending order. */
function rowsWithout(left: readonly number[], count: number): Int32Array {
  const rows = new Int32Array(count - left.length);
  let kept = 0;
  let next = 0;
  for (const end of [...left, count]) {
    for (let row = next; row < end; row++) rows[kept++] = row;
    next = end + 1;
  }
  return rows;
}

/** The wanted ones of some rows, ascending; the very same array where all are wanted, as they mostly are. */
function rowsWhere(rows: Int32Array, isWanted: (row: number) => boolean): Int32Array {
  let kept = 0;
  while (kept < rows.length && isWanted(rows[kept])) kept++;
  if (kept === rows.length) return rows;
  const wanted = rows.slice();
  for (let index = kept + 1; index < rows.length; index++) {
    if (isWanted(rows[index])) wanted[kept++] = rows[index];
  }
  return wanted.subarray(0, kept);
}

/** The values of the wanted rows; the column itself where that is every row of it. */
function pick<A extends NumberArray>(values: A, wanted: Int32Array): A {
  if (wanted.length === values.length) return values;
  const picked = values.slice(0, wanted.length) as A;
  for (let index = 0; index < wanted.length; index++) picked[index] = values[wanted[index]];
  return picked;
}

function datesOf(
  rows: LedgerRows,
  field: 'invoiceDate' | 'paidDate' | 'dueDate',
  placed: Int32Array,
): Float32Array {
  const column = rows[field];
  return column ? pick(column.serials.values, placed) : new Float32Array(placed.length).fill(Number.NaN);
}

/** Customers of other currencies have no code in this ledger. */
function renumber(
  rows: LedgerRows,
  placed: Int32Array,
): { customer: Int32Array; customers: readonly string[] } {
  const { codes } = rows.customer;
  const { names } = rows.customer.register;
  // Codes were given in the order of the rows.
  if (placed.length === codes.length) return { customer: codes, customers: names };
  const codeHere = new Int32Array(names.length).fill(-1);
  const customers: string[] = [];
  const customer = new Int32Array(placed.length);
  for (let index = 0; index < placed.length; index++) {
    const code = codes[placed[index]];
    if (codeHere[code] < 0) {
      codeHere[code] = customers.length;
      customers.push(names[code]);
    }
    customer[index] = codeHere[code];
  }
  return { customer, customers };
}

/** Where a customer's rows differ, the longest terms count as granted. */
function longestTerms(
  rows: LedgerRows,
  placed: Int32Array,
  customer: Int32Array,
  count: number,
): Float64Array {
  const terms = new Float64Array(count).fill(Number.NaN);
  const written = rows.termsDays?.values;
  if (!written) return terms;
  for (let index = 0; index < placed.length; index++) {
    const days = written[placed[index]];
    const code = customer[index];
    if (!Number.isNaN(days) && !(terms[code] >= days)) terms[code] = days;
  }
  return terms;
}

/**
 * Where a customer's rows differ, the lowest limit is the one to be warned by. Limits of a sheet in one currency are in that; where it has
 * several, a customer's limit is not one of each, but of the currency reported in.
 */
function lowestLimits(
  rows: LedgerRows,
  placed: Int32Array,
  customer: Int32Array,
  count: number,
  scale: number,
  { currency, currencies, rates }: ChosenCurrency,
): Float64Array {
  const limits = new Float64Array(count).fill(Number.NaN);
  const written = rows.creditLimit?.amounts.values;
  if (!written) return limits;
  const rate = currencies.length === 1 ? rates[0] : 1;
  for (let index = 0; index < placed.length; index++) {
    const inOwn = written[placed[index]];
    const limit = toScale(rate === 1 ? inOwn : convertAmount(inOwn, rate, currency), scale);
    const code = customer[index];
    if (!Number.isNaN(limit) && !(limits[code] <= limit)) limits[code] = limit;
  }
  return limits;
}

/** The due date as written, else invoice date and terms (the row's, then the customer's), else the invoice date. */
function dueDates(
  rows: LedgerRows,
  placed: Int32Array,
  customer: Int32Array,
  termsOfCustomer: Float64Array,
  invoiced: Float32Array,
): Float32Array {
  const due = datesOf(rows, 'dueDate', placed);
  for (let index = 0; index < placed.length; index++) {
    if (!Number.isNaN(due[index])) continue;
    const row = placed[index];
    const ownTerms = rows.termsDays?.values[row] ?? Number.NaN;
    const terms = Number.isNaN(ownTerms) ? termsOfCustomer[customer[index]] : ownTerms;
    due[index] = invoiced[index] + (Number.isNaN(terms) ? 0 : terms);
    // Money has no due date to miss.
    if (rows.type && isSettlement(rows.type.values[row])) continue;
    rows.findings.add('missingDueDate', rows.sheetRow.at(row), rows.column('dueDate'), '');
  }
  return due;
}

/** Whose rows settle each other: a customer's, and among converted rows those that were in one currency. */
function accountsOf(
  rows: LedgerRows,
  placed: Int32Array,
  customer: Int32Array,
  { isConverted }: ChosenCurrency,
): Int32Array {
  if (!isConverted) return customer;
  const currencyCount = rows.currency.names.length;
  return customer.map((code, index) => code * currencyCount + rows.currency.codeAt(placed[index]));
}

function noteCurrencies(
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

function noteUnplaced(rows: LedgerRows, unplaced: Int32Array): void {
  for (const row of unplaced) {
    if (rows.customer.codes[row] !== noCustomer) continue;
    rows.findings.add('missingCustomer', rows.sheetRow.at(row), rows.column('customer'), '');
  }
}

function noteExcluded(rows: LedgerRows, excluded: Int32Array): void {
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

/** Before amounts become whole units: a finding tells what the cell says. */
function noteCredits(rows: LedgerRows, placed: Int32Array, { amount }: SignedMoney, scale: number): void {
  const types = rows.type?.values;
  const written = rows.amount.amounts.values;
  for (let index = 0; index < placed.length; index++) {
    const row = placed[index];
    if (amount[row] >= 0 || toScale(amount[row], scale) >= 0) continue;
    if (types && isSettlement(types[row])) continue;
    rows.findings.add('creditNote', rows.sheetRow.at(row), rows.amount.column, written[row]);
  }
}

function noteFutureInvoices(
  rows: LedgerRows,
  sheetRow: SheetRows,
  invoiceDate: Float32Array,
  asOf: number | undefined,
): void {
  if (asOf === undefined) return;
  const column = rows.column('invoiceDate');
  for (let index = 0; index < invoiceDate.length; index++) {
    const date = invoiceDate[index];
    if (date > asOf) rows.findings.add('futureInvoice', sheetRow.at(index), column, date);
  }
}

/** Where a row is among the placed ones, -1 where it is not. */
function indexAmong(placed: Int32Array, rowCount: number): (row: number) => number {
  if (placed.length === rowCount) return row => row;
  const indexes = new Int32Array(rowCount).fill(-1);
  for (let index = 0; index < placed.length; index++) indexes[placed[index]] = index;
  return row => indexes[row];
}
