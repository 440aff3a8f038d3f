import { customerCategories } from '../customerList/customerCategories';
import { customerFields } from '../customerList/customerFields';
import type { ColumnMapping, CustomerField, Field, LedgerField, Recognition, SheetKind } from '../ledger';

/** Every field a ledger's column can mean. */
export const ledgerFields: readonly LedgerField[] = [
  'customer',
  'customerNumber',
  'document',
  'reference',
  'documentType',
  'invoiceDate',
  'invoiceYear',
  'invoiceMonth',
  'invoiceDayOfMonth',
  'dueDate',
  'dueYear',
  'dueMonth',
  'dueDayOfMonth',
  'paidDate',
  'paidYear',
  'paidMonth',
  'paidDayOfMonth',
  'amount',
  'openAmount',
  'paidAmount',
  'debit',
  'credit',
  'entrySide',
  'runningBalance',
  'currency',
  'documentStatus',
  'paymentStatus',
  'disputed',
  'excluded',
  'termsDays',
  'creditLimit',
  ...customerCategories,
];

/** What a customer list can be tiered by: one of these is enough. */
const tierableFields: readonly CustomerField[] = [
  'exposure',
  'overdue',
  'sales',
  'overdueShare',
  'oldestDays',
  'daysBeyondTerms',
  'delayRate',
  'dso',
];

/** The fields a sheet of this kind can have. */
export const fieldsOf = (kind: SheetKind): readonly Field[] =>
  kind === 'ledger' ? ledgerFields : customerFields;

/**
 * List what a recognition lacks to be tiered. A ledger needs customer, amount (or open amount, debit, credit) and a date (due or invoice); a customer
 * list needs customer and something measured, of which `exposure` is named; columns of ages are as good. An unknown sheet lacks what a ledger needs.
 *
 * @example missingFields('ledger', [{ field: 'customer', … }]) //=> ['amount', 'dueDate']
 */
export function missingFields(
  kind: SheetKind | 'unknown',
  columns: readonly Pick<ColumnMapping, 'field'>[],
  {
    ageing,
    statedCustomer,
    agedAmounts,
  }: Pick<Recognition, 'ageing' | 'statedCustomer' | 'agedAmounts'> = {},
): Field[] {
  const mapped = new Set(columns.map(column => column.field));
  const hasAny = (...fields: readonly Field[]) => fields.some(field => mapped.has(field));
  const missing: Field[] = [];
  if (!hasAny('customer') && !statedCustomer) missing.push('customer');
  if (kind === 'customers') {
    if (!ageing && !hasAny(...tierableFields)) missing.push('exposure');
    return missing;
  }
  if (!agedAmounts && !hasAny('amount', 'openAmount', 'debit', 'credit')) missing.push('amount');
  if (!hasAny('dueDate', 'invoiceDate', 'invoiceDayOfMonth', 'dueDayOfMonth')) missing.push('dueDate');
  return missing;
}

/** Fields that rows are read through others for: an amount with its sign, a date from its parts. */
const writtenFields: ReadonlySet<Field> = new Set([
  'debit',
  'credit',
  'entrySide',
  'runningBalance',
  'invoiceDayOfMonth',
  'dueDayOfMonth',
  'paidDayOfMonth',
]);

/** Tell whether the columns of a ledger do not say by themselves what each of its rows comes to, and when. */
export function hasWrittenRows(columns: readonly Pick<ColumnMapping, 'field' | 'column'>[]): boolean {
  const isShared = new Set(columns.map(({ column }) => column)).size < columns.length;
  return isShared || columns.some(({ field }) => writtenFields.has(field));
}
