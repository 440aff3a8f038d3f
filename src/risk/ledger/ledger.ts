/** The ledger as typed columns: what every metric reads. One entry a row; customers as integer codes. */

import type { SheetRows } from './columns/sheetRows';
import type { CustomerCategory, SaidInLedgers } from './customerList/customerCategories';
import type { CustomerField } from './customerList/customerFields';

export type { CustomerField } from './customerList/customerFields';

/** A cell as Excel hands it over: number, text, boolean, `""`, `null`, or an error text such as `#N/A`. */
export type Cell = unknown;

/** What a column of a ledger or of a customer list can mean. */
export type LedgerField =
  | 'customer'
  | 'customerNumber'
  | 'document'
  /** The document that a payment, credit note or write-off settles. */
  | 'reference'
  | 'documentType'
  | 'invoiceDate'
  /** Parts of the invoice date, where a ledger has a column for each. */
  | 'invoiceYear'
  | 'invoiceMonth'
  | 'invoiceDayOfMonth'
  | 'dueDate'
  /** The same of the due date. */
  | 'dueYear'
  | 'dueMonth'
  | 'dueDayOfMonth'
  | 'paidDate'
  | 'paidYear'
  | 'paidMonth'
  | 'paidDayOfMonth'
  | 'amount'
  | 'openAmount'
  | 'paidAmount'
  /** What was charged and what was settled, where a ledger has a column for each side. */
  | 'debit'
  | 'credit'
  /** Which side one column of amounts is on, row by row (`Dr`, `H`, `贷`). */
  | 'entrySide'
  /** What the account comes to after each row: only read for an opening balance. */
  | 'runningBalance'
  | 'currency'
  /** Whether a document counts, and often also whether it is paid. */
  | 'documentStatus'
  /** Whether it is paid. */
  | 'paymentStatus'
  | 'disputed'
  /** Keeps its row out of the tiering: intercompany, related party, cash customer. */
  | 'excluded'
  | 'termsDays'
  | 'creditLimit'
  /** Of the customer of the row. */
  | CustomerCategory;

export type Field = LedgerField | CustomerField;

export type SheetKind = 'ledger' | 'customers';

/** How a workbook counts days: from 1900 (Windows) or from 1904 (old Macintosh workbooks). */
export type DateSystem = 1900 | 1904;

/** How text dates of one column are ordered; found from the column's own evidence (a day over 12). */
export type DateOrder = 'ymd' | 'mdy' | 'dmy';

/** One column's meaning, as recognised or as corrected by the user. */
export interface ColumnMapping {
  readonly field: Field;
  /** Zero-based within the block of cells. */
  readonly column: number;
  readonly header: string;
  /** 0–1: how sure header and content make us; 1 when the user said so. */
  readonly confidence: number;
}

/**
 * Where a ledger that does not name the customer on every row names it: in the first of its rows, as merged cells do, or in a heading above
 * them; `summedHeading` where that heading has the sum of them, or the customer's limit, beside the name.
 */
export type CustomerGroups = 'firstRow' | 'heading' | 'summedHeading';

/**
 * What the amounts of a ledger are of that has a row for each item of an invoice: `summed` where each is its item's, `repeated` where some are the
 * whole invoice's and stand on each of its rows, `continued` where each is its item's and only the first row says whose invoice it is.
 */
export type InvoiceLines = 'summed' | 'repeated' | 'continued';

/** From which date ages count. */
export type AgeingBasis = 'dueDate' | 'invoiceDate';

/** A column of a customer list with the money of one age. */
export interface AgeingColumn {
  /** Zero-based within the block of cells. */
  readonly column: number;
  readonly header: string;
  readonly isNotDue: boolean;
  /** First and last day of the age; NaN where the header does not say it in days, Infinity for an open end. */
  readonly fromDay: number;
  readonly toDay: number;
}

/** How a customer list says the age of what is owed. */
export interface AgeingColumns {
  readonly basis: AgeingBasis;
  readonly columns: readonly AgeingColumn[];
}

/** A calendar month. */
export interface Month {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
}

/** Months from the first to the last, both included. */
export interface MonthSpan {
  readonly first: Month;
  readonly last: Month;
}

/** What tells the year of dates that are written without it: months that are said, or days of other invoices (serial, of the workbook's date system). */
export interface YearlessDates {
  readonly months?: MonthSpan;
  readonly days?: { readonly first: number; readonly last: number };
}

/** The customer of an account, mostly the only one of a ledger, and the cell above its table that names it, zero-based within the block; -1 where it was said elsewhere. */
export interface StatedCustomer {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  /** Further accounts follow below, each with such a line of its own: this one is the first. */
  readonly isFirst?: true;
}

/** A column that could as well be the one that a field was read from. */
export interface RivalColumn {
  readonly field: Field;
  readonly column: number;
}

/** A column of interest, fees or adjustments beside what is owed, which has it in it or may lack it. */
export interface ChargesBeside {
  readonly isCounted: boolean;
  readonly column: number;
}

/** What is said of a whole column of money beside what is owed. */
export interface ColumnFinding {
  readonly kind: FindingKind;
  readonly column: number;
}

/** What a block of cells was recognised as. */
export interface Recognition {
  readonly kind: SheetKind | 'unknown';
  /** Zero-based row of the header within the block; the data start below it. -1 when the block has no header. */
  readonly headerRow: number;
  /** Every header cell of that row as text, by column, so that a user can map a column we did not; below a line of groups with its group. */
  readonly headers: readonly string[];
  /** The texts of each line where headers are in two, the upper first: both may be repeated further down. */
  readonly headerLines?: readonly (readonly string[])[];
  /** The months that the heading says the list is of, where dates are written without their year. */
  readonly months?: MonthSpan;
  /** Absent where every date has its year. */
  readonly yearless?: YearlessDates;
  readonly columns: readonly ColumnMapping[];
  /** Fields without which the kind cannot be tiered (a ledger without amounts). */
  readonly missing: readonly Field[];
  /** Absent where each row names its customer. */
  readonly customerGroups?: CustomerGroups;
  /** Absent where each row is a document of its own. */
  readonly invoiceLines?: InvoiceLines;
  /** Whose account the ledger is, where a line above the table says it and no column names customers. */
  readonly statedCustomer?: StatedCustomer;
  /** The columns of ages of a customer list; absent where it has none. */
  readonly ageing?: AgeingColumns;
  /** Columns of ages whose sum is what is open of a row, where no other column says it. */
  readonly agedAmounts?: readonly number[];
  /** Columns that lower what is open of a row, beside its paid amount or in place of one. */
  readonly paidAmounts?: readonly number[];
  /** The first column of another list beside this one, which is not read. */
  readonly listBeside?: number;
  /** A column of tax beside amounts that may be without it. */
  readonly taxBeside?: number;
  readonly chargesBeside?: ChargesBeside;
  /** Columns of money beside what is owed that are not read, with what is said of each. */
  readonly moneyBeside?: readonly ColumnFinding[];
  /** A column with what each customer owes in all, which is not read but compared with the sum of its rows. */
  readonly customersBalance?: number;
  /** The column whose words call some rows receipts, credit notes or write-offs, where no column has types. */
  readonly typeWords?: number;
  /** Columns that nothing but what they hold tells from those that were chosen. */
  readonly rivals?: readonly RivalColumn[];
  /** What one of the sheet's amounts is in units of its currency, where a note above the table says another than 1. */
  readonly moneyUnit?: number;
}

/** Something about a row or cell that a user should know: never dropped, always placed. */
export interface Finding {
  readonly kind: FindingKind;
  /** Zero-based row within the block of cells that was read. */
  readonly row: number;
  /** Zero-based column within the block, or -1 when it concerns the row. */
  readonly column: number;
  /** What the cell held, shortened, as text. */
  readonly found: string;
}

export type FindingKind =
  | 'textDate'
  | 'textAmount'
  | 'unreadableDate'
  | 'unreadableAmount'
  | 'missingCustomer'
  /** The customer is named above, once for all its rows. */
  | 'namedAbove'
  | 'missingDueDate'
  | 'missingAmount'
  | 'errorCell'
  | 'duplicateDocument'
  | 'sameCustomerOtherName'
  /** A customer has another number in this row than in a row before: one name is one customer. */
  | 'severalNumbers'
  /** A row has a customer's number and no name: it counts for the customer who has that number in other rows; `found` is the number. */
  | 'namedByNumber'
  | 'otherCurrency'
  /** A currency without a rate, where others are converted. */
  | 'missingRate'
  /** A cell for the currency is blank: its row is taken to be in the only one that the others name. */
  | 'blankCurrency'
  /** A credit limit below zero, which nobody grants: it counts as none. */
  | 'negativeLimit'
  /** A blank among amounts that say what is open: its row counts as settled. */
  | 'blankSettled'
  /** The same of a row that counts as open in full. */
  | 'blankOpen'
  /** A blank among overdue amounts of a customer list, read as 0. */
  | 'blankOverdue'
  /** A paid amount below zero of an invoice: it raises what is open. */
  | 'negativePaid'
  | 'creditNote'
  /** A debit and a credit in one row, which counts net. */
  | 'bothSides'
  /** An amount that no cell says the side of, beside others that have one: it counts as it is written. */
  | 'missingSide'
  /** A type such as `SA`, which programs use for opposite things and nothing on the sheet explains: it counts as it is written. */
  | 'unclearType'
  /** A row is a receipt, a credit note or a write-off by its words alone. */
  | 'typeByWords'
  /** What a customer owed when the listed period began: it counts as owed, not as sold. */
  | 'openingBalance'
  | 'futureInvoice'
  | 'totalRow'
  /** Nothing in the column says whether its text dates begin with the day or the month; `found` is the order assumed. */
  | 'assumedDateOrder'
  /** A column's texts begin with days beyond 12 and none of its dates has one: Excel took the others month first; `found` is such a text. */
  | 'turnedDates'
  /** What a customer owes is not the sum of its ages; `found` is the difference. */
  | 'ageingDiffers'
  /** A customer list names the same customer in two rows. */
  | 'duplicateCustomer'
  /** A payment or write-off that names no open invoice of its customer, or has more than it takes: the oldest due were settled first. */
  | 'appliedOldestFirst'
  /** What is left of a payment or write-off when nothing is open any more: it stays a credit. */
  | 'unappliedPayment'
  /** Amounts are written in thousands, 万元 or the like; `found` is the header. */
  | 'amountUnit'
  /** A status says of documents that they are paid, and nothing else does; `found` is its header. */
  | 'paidByStatus'
  /** A status says that a part of a document is paid, and nothing how much: all of it counts as open. */
  | 'partlyPaid'
  /** A row that a column of the sheet keeps out of the tiering. */
  | 'excludedRow'
  /** A further item of an invoice, which repeats its total: the invoice counts once, in the first of its rows; `found` is its number. */
  | 'invoiceLine'
  /** Amounts may be without the tax that stands beside them; `found` is the header of the tax. */
  | 'netAmount'
  /** Amounts are without the adjustments, interest or fees that stand beside them; `found` is their header. */
  | 'chargeLeftOut'
  /** What is owed has the interest or fees in it that stand beside it; `found` is their header. */
  | 'chargeCounted'
  /** Money that is held back until later is in what is owed, and as due as its invoice; `found` is its header. */
  | 'retentionCounted'
  /** Money that is held back until later is not in what is owed; `found` is its header. */
  | 'retentionLeftOut'
  /** Money of customers that is applied to no invoice stands beside what is open, and is not taken off; `found` is its header. */
  | 'unappliedBeside'
  /** What was billed is in another currency than what is open, and is not read: sales are what is open; `found` is its header. */
  | 'billedInOtherMoney'
  /** A customer's balance is not the sum of what is open of its rows, which counts; `found` is the difference. */
  | 'balanceDiffers'
  /** An invoice is called paid, and amounts leave something open of it, which counts; `found` is what it is called. */
  | 'paidButOpen'
  /** A column lowers what is open of each row, beside its paid amount; `found` is its header. */
  | 'paidInColumn'
  /** Amounts are the sums of columns of ages; `found` is the header of the first. */
  | 'agedAmount'
  /** A column is not read that could as well be what another was read as; `found` is its header. */
  | 'rivalColumn'
  /** No column says when invoices are due but the day on which payment is expected; `found` is its header. */
  | 'expectedAsDue'
  /** The header of another list, below this one or beside it; `found` is its first text. */
  | 'otherList';

/** What settled an invoice: its place here is the code in `Settlements.kind`. */
export const settlementKinds = ['payment', 'creditNote', 'writeOff'] as const;

export type SettlementKind = (typeof settlementKinds)[number];

/**
 * What payments, credit notes and write-offs settled of which row, and when. The settlements of row r are the entries `start[r]` up to
 * `start[r + 1]`, by day. Each one stands twice, at the invoice and at the row that settled it, with the sign of the row it stands at: so the
 * open rest of a row is its amount less its settlements, and at any day the open rests add up to the amounts of the rows that were there.
 */
export interface Settlements {
  /** `rowCount + 1` entries, ascending from 0. */
  readonly start: Int32Array;
  /** The day from which it counts: when both documents were there; NaN where that is not known, it counts always then. */
  readonly day: Float32Array;
  /** Whole units of the ledger. */
  readonly amount: Float64Array;
  /** Index into `settlementKinds`. */
  readonly kind: Uint8Array;
}

/** What a ledger holds in one currency. */
export interface CurrencyShare {
  /** `''` for rows that name none. */
  readonly currency: string;
  readonly rowCount: number;
  /** The sum of its readable amounts, signs set, in units of that currency. */
  readonly amount: number;
  /** Units of the ledger's currency per 1: 1 for that itself, NaN where its rows are not in the ledger. */
  readonly rate: number;
}

/** A row of the sheet that is not in the columns, with its amount in whole units, NaN where unreadable. */
export interface RowApart {
  readonly row: number;
  readonly amount: number;
}

/** What the rows of customers say of them in words. */
export interface SaidOfCustomers {
  /** By customer code, `''` where no row says it; several numbers as `writeNumbers` writes them. */
  readonly words: readonly string[];
  /** Codes of customers whose rows do not all say the same, blank ones among them. */
  readonly uneven: ReadonlySet<number>;
}

/** Codes from 0: 16 bits each where there are few enough. */
export type CodeColumn = Uint16Array | Int32Array;

/** Whole units of money: 32 bits each where all are known and fit. */
export type MoneyColumn = Int32Array | Float64Array;

/**
 * A read ledger. All arrays have `rowCount` entries. Dates are Excel serial days without a time (1900 system unless the sheet is in
 * the 1904 system, then that one's), NaN where missing; every one of them is exact in 32 bits. Amounts are whole numbers of `1 / scale` of the currency unit, so sums are exact.
 */
export interface Ledger {
  readonly rowCount: number;
  /** Code → the customer's name as first written (trimmed). */
  readonly customers: readonly string[];
  readonly customer: CodeColumn;
  readonly invoiceDate: Float32Array;
  /** Falls back to invoice date + terms, then to the invoice date; each fallback is a finding. */
  readonly dueDate: Float32Array;
  /** As the sheet says; else the day of the last payment of an invoice that payment rows settled. */
  readonly paidDate: Float32Array;
  readonly amount: MoneyColumn;
  /** What is open today by the sheet's own columns (open amount, or amount − paid amount); NaN where the sheet does not say. */
  readonly openAmount: MoneyColumn;
  readonly disputed: Uint8Array;
  /** Credit limit by customer code in the same scale, NaN where the ledger has no such column. */
  readonly creditLimit: Float64Array;
  /** Granted terms in days by customer code, NaN where unknown. */
  readonly termsDays: Float64Array;
  /** What rows say of their customers in words; absent where no column does. */
  readonly said?: Readonly<Partial<Record<SaidInLedgers, SaidOfCustomers>>>;
  /** 1 for whole units, 100 for cents, 10,000 …: amount / scale is the currency amount. */
  readonly scale: number;
  /** Zero-based row within the block of cells, per entry. */
  readonly sheetRow: SheetRows;
  /** The currency the amounts are in; `''` when the sheet names none. */
  readonly currency: string;
  /** What the sheet holds in each currency, most rows first; only rows of `currency`, and those converted to it, are in the columns. */
  readonly currencies: readonly CurrencyShare[];
  /** Index into `documentTypes`, `null` where the sheet has no such column: then what is below 0 is a credit note. */
  readonly documentType: Uint8Array | null;
  /** What rows settled of other rows; `null` where none did, or where the sheet itself says what is open. */
  readonly settlements: Settlements | null;
  /**
   * Whether rows may have taken from others what they do not say themselves, and a changed row then tells of others: an invoice date of rows with
   * the same document number, a customer's name of rows with the same customer number.
   */
  readonly takesFromOthers: boolean;
  /** Rows that could not be placed (no customer, unreadable amount …), with their amounts in the same scale. */
  readonly unplaced: readonly RowApart[];
  /** Rows that a column of the sheet keeps out of the tiering, with their amounts in the same scale. */
  readonly excluded: readonly RowApart[];
  readonly findings: readonly Finding[];
  /** How often each kind was found, where `findings` names only the first thousand of a kind and column; absent when it names all. */
  readonly findingCounts?: Readonly<Partial<Record<FindingKind, number>>>;
}
