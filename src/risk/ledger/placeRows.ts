import { type ChosenCurrency, chooseCurrency } from './chosenCurrency';
import { sameCustomerOtherName } from './customerRegister';
import { duplicateDocuments } from './duplicateDocuments';
import type { Ledger } from './ledger';
import { documentTypes, type LedgerRows, noCustomer } from './ledgerRows';
import { moneyScale, toScale } from './moneyScale';

/** What of a sheet is wished for, beyond what its cells say. */
export interface Placing {
  readonly currency?: string;
  /** Serial day; invoices dated later are a finding. */
  readonly asOf?: number;
}

/** Money of every row in currency units, signs set, NaN where unknown. */
interface SignedMoney {
  readonly amount: Float64Array;
  readonly openAmount: Float64Array;
}

/**
 * Decide what needs the whole sheet, and lay out the ledger: order of dates, currency, signs by document type, scale, due dates that
 * fall back, which rows can be placed. Every collected row of the chosen currency ends up placed or unplaced.
 */
export function placeRows(rows: LedgerRows, wish: Placing): Ledger {
  rows.settle();
  const money = signMoney(rows);
  const total = unlabelledTotalRow(rows);
  const counted = rowsWhere(rows, row => row !== total);
  const chosen = chooseCurrency(rows, counted, wish.currency);
  const inCurrency = counted.filter(row => chosen.isChosen[rows.currency.values[row]!]!);
  const placed = inCurrency.filter(row => rows.customer.values[row]! >= 0);
  const unplaced = inCurrency.filter(row => rows.customer.values[row]! < 0);
  const scale = moneyScale([pick(money.amount, inCurrency), pick(money.openAmount, inCurrency)]);
  const { customer, customers } = renumber(rows, placed);

  const amount = scaled(pick(money.amount, placed), scale);
  const invoiceDate = datesOf(rows, 'invoiceDate', placed);
  const termsDays = longestTerms(rows, placed, customer, customers.length);
  const dueDate = dueDates(rows, placed, customer, termsDays);
  const sheetRow = Int32Array.from(pick(rows.sheetRow.values, placed));

  noteCurrencies(rows, counted, chosen);
  if (total !== null) rows.findings.add('totalRow', rows.sheetRow.values[total]!, -1, '');
  noteUnplaced(rows, unplaced);
  noteCredits(rows, placed, amount);
  noteFutureInvoices(rows, sheetRow, invoiceDate, wish.asOf);
  noteDuplicates(rows, placed, { customer, dueDate, amount, sheetRow });
  noteOtherNames(rows, customers, customer, sheetRow);

  return {
    rowCount: placed.length,
    customers,
    customer,
    invoiceDate,
    dueDate,
    paidDate: datesOf(rows, 'paidDate', placed),
    amount,
    openAmount: scaled(pick(money.openAmount, placed), scale),
    disputed: Uint8Array.from(pick(rows.disputed.values, placed)),
    creditLimit: lowestLimits(rows, placed, customer, customers.length, scale),
    termsDays,
    scale,
    sheetRow,
    currency: chosen.currency,
    currencies: chosen.currencies,
    unplaced: Array.from(unplaced, row => ({
      row: rows.sheetRow.values[row]!,
      amount: toScale(money.amount[row]!, scale),
    })),
    ...findingsOf(rows),
  };
}

function findingsOf(rows: LedgerRows): Pick<Ledger, 'findings' | 'findingCounts'> {
  const findings = rows.findings.sorted();
  const findingCounts = rows.findings.counts();
  return findingCounts ? { findings, findingCounts } : { findings };
}

/**
 * Credit notes and payments lower what is owed, whichever sign they are written with. What is open is what the sheet says, else
 * amount less what was paid (a blank there is nothing paid).
 */
function signMoney(rows: LedgerRows): SignedMoney {
  const written = rows.amount.amounts.values;
  const open = rows.openAmount?.amounts.values;
  const paid = rows.paidAmount?.amounts.values;
  const amount = new Float64Array(rows.length);
  const openAmount = new Float64Array(rows.length).fill(Number.NaN);
  for (let row = 0; row < rows.length; row++) {
    const isInvoice = documentTypes[rows.type.values[row]!] === 'invoice';
    const signed = (value: number) => (isInvoice ? value : -Math.abs(value));
    amount[row] = signed(written[row]!);
    if (open && !Number.isNaN(open[row]!)) openAmount[row] = signed(open[row]!);
    else if (paid) openAmount[row] = amount[row]! - signed(Number.isNaN(paid[row]!) ? 0 : paid[row]!);
  }
  return { amount, openAmount };
}

/** A last row with nothing but the sum of all amounts above it is their total, even without a word that says so. */
function unlabelledTotalRow(rows: LedgerRows): number | null {
  const last = rows.length - 1;
  if (last < 2 || rows.customer.values[last] !== noCustomer) return null;
  const isDated = [rows.invoiceDate, rows.dueDate, rows.paidDate].some(
    column => column && !Number.isNaN(column.serials.values[last]!),
  );
  if (isDated) return null;
  const amounts = rows.amount.amounts.values;
  let sum = 0;
  for (let row = 0; row < last; row++) if (!Number.isNaN(amounts[row]!)) sum += amounts[row]!;
  return Math.abs(sum - amounts[last]!) < 0.005 ? last : null;
}

function rowsWhere(rows: LedgerRows, isWanted: (row: number) => boolean): Int32Array {
  const wanted = new Int32Array(rows.length);
  let count = 0;
  for (let row = 0; row < rows.length; row++) if (isWanted(row)) wanted[count++] = row;
  return wanted.subarray(0, count);
}

function pick(values: Float64Array | Int32Array | Uint8Array, wanted: Int32Array): Float64Array {
  const picked = new Float64Array(wanted.length);
  for (let index = 0; index < wanted.length; index++) picked[index] = values[wanted[index]!]!;
  return picked;
}

function scaled(amounts: Float64Array, scale: number): Float64Array {
  for (let index = 0; index < amounts.length; index++) amounts[index] = toScale(amounts[index]!, scale);
  return amounts;
}

function datesOf(
  rows: LedgerRows,
  field: 'invoiceDate' | 'paidDate' | 'dueDate',
  placed: Int32Array,
): Float64Array {
  const column = rows[field];
  return column ? pick(column.serials.values, placed) : new Float64Array(placed.length).fill(Number.NaN);
}

/** Customers of other currencies have no code in this ledger. */
function renumber(rows: LedgerRows, placed: Int32Array): { customer: Int32Array; customers: string[] } {
  const codes = rows.customer.values;
  const { names } = rows.customers;
  const codeHere = new Int32Array(names.length).fill(-1);
  const customers: string[] = [];
  const customer = new Int32Array(placed.length);
  for (let index = 0; index < placed.length; index++) {
    const code = codes[placed[index]!]!;
    if (codeHere[code]! < 0) {
      codeHere[code] = customers.length;
      customers.push(names[code]!);
    }
    customer[index] = codeHere[code]!;
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
  for (let index = 0; index < placed.length; index++) {
    const days = rows.termsDays.values[placed[index]!]!;
    const code = customer[index]!;
    if (!Number.isNaN(days) && !(terms[code]! >= days)) terms[code] = days;
  }
  return terms;
}

/** Where a customer's rows differ, the lowest limit is the one to be warned by. */
function lowestLimits(
  rows: LedgerRows,
  placed: Int32Array,
  customer: Int32Array,
  count: number,
  scale: number,
): Float64Array {
  const limits = new Float64Array(count).fill(Number.NaN);
  const written = rows.creditLimit?.amounts.values;
  if (!written) return limits;
  for (let index = 0; index < placed.length; index++) {
    const limit = toScale(written[placed[index]!]!, scale);
    const code = customer[index]!;
    if (!Number.isNaN(limit) && !(limits[code]! <= limit)) limits[code] = limit;
  }
  return limits;
}

/** The due date as written, else invoice date and terms (the row's, then the customer's), else the invoice date. */
function dueDates(
  rows: LedgerRows,
  placed: Int32Array,
  customer: Int32Array,
  termsOfCustomer: Float64Array,
): Float64Array {
  const due = datesOf(rows, 'dueDate', placed);
  const invoiced = datesOf(rows, 'invoiceDate', placed);
  for (let index = 0; index < placed.length; index++) {
    if (!Number.isNaN(due[index]!)) continue;
    const row = placed[index]!;
    const ownTerms = rows.termsDays.values[row]!;
    const terms = Number.isNaN(ownTerms) ? termsOfCustomer[customer[index]!]! : ownTerms;
    due[index] = invoiced[index]! + (Number.isNaN(terms) ? 0 : terms);
    rows.findings.add('missingDueDate', rows.sheetRow.values[row]!, rows.column('dueDate'), '');
  }
  return due;
}

function noteCurrencies(rows: LedgerRows, counted: Int32Array, { isChosen }: ChosenCurrency): void {
  const noted = new Set<number>();
  const codes = rows.currency.values;
  for (const row of counted) {
    const code = codes[row]!;
    if (isChosen[code] || noted.has(code)) continue;
    noted.add(code);
    const name = rows.currencies.names[code];
    rows.findings.add('otherCurrency', rows.sheetRow.values[row]!, rows.column('currency'), name);
  }
}

function noteUnplaced(rows: LedgerRows, unplaced: Int32Array): void {
  for (const row of unplaced) {
    if (rows.customer.values[row] !== noCustomer) continue;
    rows.findings.add('missingCustomer', rows.sheetRow.values[row]!, rows.column('customer'), '');
  }
}

function noteCredits(rows: LedgerRows, placed: Int32Array, amount: Float64Array): void {
  for (let index = 0; index < placed.length; index++) {
    const row = placed[index]!;
    if (amount[index]! >= 0 || documentTypes[rows.type.values[row]!] === 'payment') continue;
    rows.findings.add(
      'creditNote',
      rows.sheetRow.values[row]!,
      rows.amount.column,
      rows.amount.amounts.values[row],
    );
  }
}

function noteFutureInvoices(
  rows: LedgerRows,
  sheetRow: Int32Array,
  invoiceDate: Float64Array,
  asOf: number | undefined,
): void {
  if (asOf === undefined) return;
  invoiceDate.forEach((date, index) => {
    if (date > asOf) rows.findings.add('futureInvoice', sheetRow[index]!, rows.column('invoiceDate'), date);
  });
}

function noteDuplicates(
  rows: LedgerRows,
  placed: Int32Array,
  ledger: Pick<Ledger, 'customer' | 'dueDate' | 'amount' | 'sheetRow'>,
): void {
  if (rows.documents.length === 0) return;
  const documents = Array.from(placed, row => rows.documents[row]);
  for (const index of duplicateDocuments(documents, ledger.customer, ledger.dueDate, ledger.amount)) {
    rows.findings.add(
      'duplicateDocument',
      ledger.sheetRow[index]!,
      rows.column('document'),
      documents[index],
    );
  }
}

function noteOtherNames(
  rows: LedgerRows,
  customers: readonly string[],
  customer: Int32Array,
  sheetRow: Int32Array,
): void {
  const later = new Set(sameCustomerOtherName(customers));
  for (let index = 0; index < customer.length && later.size > 0; index++) {
    const code = customer[index]!;
    if (!later.delete(code)) continue;
    rows.findings.add('sameCustomerOtherName', sheetRow[index]!, rows.column('customer'), customers[code]);
  }
}
