import { type DocumentType, documentTypes } from '../../../src/risk/ledger/cells/documentType';
import { SheetRows } from '../../../src/risk/ledger/columns/sheetRows';
import type { Ledger } from '../../../src/risk/ledger/ledger';

/** A row of a small ledger in currency units and day numbers; what is left out is not on the sheet. */
export interface LedgerRow {
  readonly customer?: string;
  readonly amount: number;
  readonly invoiced?: number;
  readonly due?: number;
  readonly paid?: number;
  readonly open?: number;
  readonly disputed?: boolean;
  /** A ledger in which one row has a type has them for all; the others are invoices. */
  readonly type?: DocumentType;
}

interface LedgerExtras {
  readonly scale?: number;
  readonly limits?: Readonly<Record<string, number>>;
  readonly terms?: Readonly<Record<string, number>>;
  readonly unplaced?: Ledger['unplaced'];
}

/** Build the typed columns of a small ledger as the reader would. */
export function ledgerOf(
  rows: readonly LedgerRow[],
  { scale = 100, limits = {}, terms = {}, unplaced = [] }: LedgerExtras = {},
): Ledger {
  const customers = [...new Set(rows.map(row => row.customer ?? 'Acme'))];
  const units = (amount: number | undefined) =>
    amount === undefined ? Number.NaN : Math.round(amount * scale);
  return {
    rowCount: rows.length,
    customers,
    customer: Int32Array.from(rows, row => customers.indexOf(row.customer ?? 'Acme')),
    invoiceDate: Float32Array.from(rows, row => row.invoiced ?? Number.NaN),
    dueDate: Float32Array.from(rows, row => row.due ?? Number.NaN),
    paidDate: Float32Array.from(rows, row => row.paid ?? Number.NaN),
    amount: Float64Array.from(rows, row => units(row.amount)),
    openAmount: Float64Array.from(rows, row => units(row.open)),
    disputed: Uint8Array.from(rows, row => Number(row.disputed ?? false)),
    creditLimit: Float64Array.from(customers, name => units(limits[name])),
    termsDays: Float64Array.from(customers, name => terms[name] ?? Number.NaN),
    scale,
    sheetRow: SheetRows.of(rows.map((_, index) => index + 1)),
    currency: '',
    currencies: [],
    documentType: rows.some(row => row.type)
      ? Uint8Array.from(rows, row => documentTypes.indexOf(row.type ?? 'invoice'))
      : null,
    settlements: null,
    takesFromOthers: false,
    unplaced,
    excluded: [],
    findings: [],
  };
}
