/** The ledger as typed columns: what every metric reads. One entry a row; customers as integer codes. */

/** A cell as Excel hands it over: number, text, boolean, `""`, `null`, or an error text such as `#N/A`. */
export type Cell = unknown;

/** What a column of a ledger or of a customer list can mean. */
export type LedgerField =
  | 'customer'
  | 'customerNumber'
  | 'document'
  | 'documentType'
  | 'invoiceDate'
  | 'dueDate'
  | 'paidDate'
  | 'amount'
  | 'openAmount'
  | 'paidAmount'
  | 'currency'
  | 'disputed'
  | 'termsDays'
  | 'creditLimit';

export type CustomerField =
  | 'customer'
  | 'customerNumber'
  | 'creditLimit'
  | 'termsDays'
  | 'contractEnd'
  | 'contractStart'
  | 'industry'
  | 'region'
  | 'salesperson'
  | 'currency'
  | 'rating'
  | 'exposure'
  | 'overdue'
  | 'sales'
  | 'overdueShare'
  | 'oldestDays'
  | 'daysBeyondTerms'
  | 'delayRate'
  | 'dso'
  | 'disputedShare'
  | 'tenureYears';

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

/** What a block of cells was recognised as. */
export interface Recognition {
  readonly kind: SheetKind | 'unknown';
  /** Zero-based row of the header within the block; the data start below it. -1 when the block has no header. */
  readonly headerRow: number;
  /** Every header cell of that row as text, by column, so that a user can map a column we did not. */
  readonly headers: readonly string[];
  readonly columns: readonly ColumnMapping[];
  /** Fields without which the kind cannot be tiered (a ledger without amounts). */
  readonly missing: readonly Field[];
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
  | 'missingDueDate'
  | 'missingAmount'
  | 'errorCell'
  | 'duplicateDocument'
  | 'sameCustomerOtherName'
  | 'otherCurrency'
  | 'creditNote'
  | 'futureInvoice'
  | 'totalRow'
  /** Nothing in the column says whether its text dates begin with the day or the month; `found` is the order assumed. */
  | 'assumedDateOrder'
  /** A customer list names the same customer in two rows. */
  | 'duplicateCustomer';

/**
 * A read ledger. All arrays have `rowCount` entries. Dates are Excel serial days without a time (1900 system unless the sheet is in
 * the 1904 system, then that one's), NaN where missing; every one of them is exact in 32 bits. Amounts are whole numbers of `1 / scale` of the currency unit, so sums are exact.
 */
export interface Ledger {
  readonly rowCount: number;
  /** Code → the customer's name as first written (trimmed). */
  readonly customers: readonly string[];
  readonly customer: Int32Array;
  readonly invoiceDate: Float32Array;
  /** Falls back to invoice date + terms, then to the invoice date; each fallback is a finding. */
  readonly dueDate: Float32Array;
  readonly paidDate: Float32Array;
  readonly amount: Float64Array;
  /** What is open today by the sheet's own columns (open amount, or amount − paid amount); NaN where the sheet does not say. */
  readonly openAmount: Float64Array;
  readonly disputed: Uint8Array;
  /** Credit limit by customer code in the same scale, NaN where the ledger has no such column. */
  readonly creditLimit: Float64Array;
  /** Granted terms in days by customer code, NaN where unknown. */
  readonly termsDays: Float64Array;
  /** 1 for whole units, 100 for cents, 10,000 …: amount / scale is the currency amount. */
  readonly scale: number;
  /** Zero-based row within the block of cells, per entry. */
  readonly sheetRow: Int32Array;
  /** The currency the amounts are in; `''` when the sheet names none. */
  readonly currency: string;
  /** Rows per currency found in the sheet, most rows first; only rows of `currency` are in the columns. */
  readonly currencies: readonly { readonly currency: string; readonly rowCount: number }[];
  /** Rows that could not be placed (no customer, unreadable amount …), with their amounts in the same scale, NaN where unreadable. */
  readonly unplaced: readonly { readonly row: number; readonly amount: number }[];
  readonly findings: readonly Finding[];
  /** How often each kind was found, where `findings` names only the first thousand of a kind and column; absent when it names all. */
  readonly findingCounts?: Readonly<Partial<Record<FindingKind, number>>>;
}
