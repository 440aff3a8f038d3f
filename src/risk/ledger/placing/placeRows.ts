import type { Slices } from '../../slices';
import { narrowCodes } from '../columns/narrowColumns';
import { type ChosenCurrency, type Conversion, chooseCurrency } from '../currency/chosenCurrency';
import { convertMoney } from '../currency/convertMoney';
import { toScale } from '../currency/moneyScale';
import { findingsOf, type Unchecked } from '../findings/checkRows';
import { unlabelledTotals } from '../findings/unlabelledTotals';
import type { Ledger } from '../ledger';
import { ledgerOf } from '../ledgerOf';
import type { LedgerRows } from '../ledgerRows';
import { dateInstalments } from '../settlement/instalmentDates';
import { settleRows } from '../settlement/settleRows';
import { blankOpen } from './blankOpen';
import { categoriesOfCustomers } from './categoriesOfCustomers';
import { lowestLimits } from './grantedToCustomers';
import { partRows, rowsWithout } from './partRows';
import { pick } from './pick';
import { datesOf, placedColumns } from './placedColumns';
import {
  noteBlankCurrencies,
  noteBlankOpen,
  noteCredits,
  noteCurrencies,
  noteExcluded,
  noteFutureInvoices,
  noteNegativeLimits,
  noteNegativePayments,
  noteStates,
  noteTotals,
  noteUnplaced,
} from './placingFindings';
import { signMoney } from './signMoney';
import { tryUnits, unitsOf, unitsTried } from './triedUnits';

/** What of a sheet is wished for, beyond what its cells say. */
export interface Placing extends Conversion {
  readonly currency?: string;
  /** Serial day; invoices dated later are a finding. */
  readonly asOf?: number;
}

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
): Slices<{ readonly ledger: Ledger; readonly unchecked: Omit<Unchecked, 'hasInvoiceLines'> }> {
  const sums = yield* unlabelledTotals(rows);
  const totals = [...new Set([...sums, ...rows.repeated])].sort((one, other) => one - other);
  const blank = yield* blankOpen(rows);
  const written = signMoney(rows, blank);
  yield;
  const counted = rowsWithout(totals, rows.length);
  const chosen = chooseCurrency(rows, counted, written.amount, wish);
  const money = convertMoney(written, rows.currency, chosen);
  yield;
  const { inCurrency, placed, unplaced, excluded } = partRows(rows, counted, money.amount, chosen);
  yield;
  const tried = yield* tryUnits(money, inCurrency);
  const { scale } = tried;
  yield;
  const { hasDatedOpenings, codes, ...columns } = placedColumns(rows, placed);
  const { customer, customers } = columns;
  yield;

  noteCurrencies(rows, counted, chosen, wish.rates?.length ? 'missingRate' : 'otherCurrency');
  noteBlankCurrencies(rows, counted, chosen);
  noteNegativeLimits(rows, placed, columns);
  noteNegativePayments(rows, placed);
  noteTotals(rows, sums);
  noteUnplaced(rows, unplaced);
  noteExcluded(rows, excluded);
  noteStates(rows, placed, money);
  yield;
  yield* noteBlankOpen(rows, placed, blank);
  const amounts = pick(money.amount, placed);
  noteCredits(rows, placed, unitsTried(tried.amount, amounts, scale) ?? amounts, scale);
  noteFutureInvoices(rows, columns, wish.asOf);
  yield;

  const setApart = (row: number) => ({
    row: rows.sheetRow.at(row),
    amount: toScale(money.amount[row], scale),
  });
  const apart = {
    unplaced: Array.from(unplaced, setApart),
    excluded: Array.from(excluded, setApart),
  };

  const amount = unitsOf(tried.amount, amounts, scale);
  yield;
  const openAmount = unitsOf(tried.openAmount, pick(money.openAmount, placed), scale);
  yield;
  const hasDatedInstalments = yield* dateInstalments(rows, placed, { ...columns, amount });
  yield;
  const unsettled = { ...columns, amount, scale, paidDate: datesOf(rows, 'paidDate', placed) };
  const categories = categoriesOfCustomers(rows, placed, columns);
  const customerNumber = rows.customerNumbers?.said(codes);
  const said = { ...(customerNumber && { customerNumber }), ...categories };
  yield;
  const account = accountsOf(rows, placed, customer, chosen);
  const settlements = yield* settleRows(rows, placed, unsettled, account);
  yield;
  const ledger = ledgerOf({
    ...unsettled,
    rowCount: placed.length,
    customer: narrowCodes(customer, customers.length),
    openAmount,
    disputed: rows.disputed ? pick(rows.disputed.values, placed) : new Uint8Array(placed.length),
    creditLimit: lowestLimits(rows, placed, customer, customers.length, scale, chosen),
    ...(Object.keys(said).length > 0 && { said }),
    currency: chosen.currency,
    currencies: chosen.currencies,
    settlements,
    takesFromOthers: hasDatedOpenings || hasDatedInstalments || rows.customer.unnamed.size > 0,
    ...apart,
    ...findingsOf(rows.findings),
  });
  const unchecked = {
    findings: rows.findings,
    documents: rows.documents,
    customerColumn: rows.column('customer'),
    indexOf: indexAmong(placed, rows.length),
  };
  return { ledger, unchecked };
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

/** Where a row is among the placed ones, -1 where it is not. */
function indexAmong(placed: Int32Array, rowCount: number): (row: number) => number {
  if (placed.length === rowCount) return row => row;
  const indexes = new Int32Array(rowCount).fill(-1);
  for (let index = 0; index < placed.length; index++) indexes[placed[index]] = index;
  return row => indexes[row];
}
