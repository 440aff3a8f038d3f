import type { Cell, ColumnMapping, Field, Recognition, SheetKind } from '../ledger';
import { fieldsOf, missingFields } from './fields';
import { moneyFields } from './invoiceLines';
import { recogniseAs, recogniseSheet } from './recogniseSheet';

/** Only a user is this sure. */
const saidByUser = 1;

/**
 * Correct one field of a recognition as the user says: the field moves to that column (`null` takes it away), whatever the column meant
 * before is freed, and what is missing is found again. A customer above the table is replaced by what the user says. Whether other amounts repeat
 * the total of an invoice on each of its rows is seen when all rows are read.
 *
 * @param column zero-based within the block; one outside it is taken as `null`
 * @example remap(recognition, 'dueDate', 4).columns.find(c => c.field === 'dueDate') //=> { column: 4, confidence: 1, … }
 */
export function remap(recognition: Recognition, field: Field, column: number | null): Recognition {
  const kept = recognition.columns.filter(mapping => mapping.field !== field && mapping.column !== column);
  const header = column === null ? undefined : recognition.headers[column];
  const columns =
    column === null || header === undefined
      ? kept
      : [...kept, { field, column, header, confidence: saidByUser }];
  const {
    statedCustomer,
    agedAmounts,
    paidAmounts,
    taxBeside,
    chargesBeside,
    moneyBeside = [],
    customersBalance,
    rivals = [],
    typeWords,
    ...rest
  } = recognition;
  const saysAmount = column !== null && (field === 'amount' || field === 'openAmount');
  const saysPaid = field === 'openAmount' || field === 'paidAmount';
  const further = saysPaid ? [] : (paidAmounts ?? []).filter(other => other !== column);
  const otherRivals = rivals.filter(rival => rival.field !== field && rival.column !== column);
  const otherMoney = saysAmount ? [] : moneyBeside.filter(finding => finding.column !== column);
  const saysTypes = field === 'documentType' || saysPaid || column === typeWords;
  const changed = {
    ...rest,
    ...(statedCustomer && field !== 'customer' && { statedCustomer }),
    ...(agedAmounts && !saysAmount && { agedAmounts }),
    ...(taxBeside !== undefined && !saysAmount && { taxBeside }),
    ...(chargesBeside && !saysAmount && chargesBeside.column !== column && { chargesBeside }),
    ...(customersBalance !== undefined && customersBalance !== column && { customersBalance }),
    ...(otherMoney.length > 0 && { moneyBeside: otherMoney }),
    ...(further.length > 0 && { paidAmounts: further }),
    ...(typeWords !== undefined && !saysTypes && { typeWords }),
    ...(otherRivals.length > 0 && { rivals: otherRivals }),
  };
  const isLineMoney = recognition.invoiceLines !== undefined && moneyFields.includes(field);
  return withColumns(
    isLineMoney ? { ...changed, invoiceLines: 'repeated' } : changed,
    recognition.kind,
    columns,
  );
}

/**
 * Take a sheet for the other kind, as the user says: its columns are recognised anew for that kind, and what the user mapped before
 * stays mapped where that kind has such a field.
 *
 * @param cells the block that was recognised
 */
export function switchKind(
  recognition: Recognition,
  kind: SheetKind,
  cells: readonly (readonly Cell[])[],
): Recognition {
  if (recognition.kind === kind) return recognition;
  const fields = fieldsOf(kind);
  return recognition.columns
    .filter(({ confidence, field }) => confidence === saidByUser && fields.includes(field))
    .reduce(
      (changed, { field, column }) => remap(changed, field, column),
      recogniseAs(kind, cells, recognition.headerRow),
    );
}

/**
 * Take another row for the header, as the user says: the columns are recognised anew below it, and what the user mapped before stays where
 * its column still is. A sheet that was taken for a kind stays of that kind.
 *
 * @param headerRow zero-based within the block, -1 for none
 * @param cells the block that was recognised
 * @example chooseHeader(recognition, 2, cells).headerRow //=> 2
 */
export function chooseHeader(
  recognition: Recognition,
  headerRow: number,
  cells: readonly (readonly Cell[])[],
): Recognition {
  const { kind, columns } = recognition;
  const anew = kind === 'unknown' ? recogniseSheet(cells, headerRow) : recogniseAs(kind, cells, headerRow);
  return columns
    .filter(({ confidence }) => confidence === saidByUser)
    .reduce((changed, { field, column }) => remap(changed, field, column), anew);
}

function withColumns(
  recognition: Recognition,
  kind: Recognition['kind'],
  columns: readonly ColumnMapping[],
): Recognition {
  const { customerGroups, ...rest } = recognition;
  const isSameCustomer = customerColumn(columns) === customerColumn(recognition.columns);
  return {
    ...rest,
    kind,
    columns: [...columns].sort((one, other) => one.column - other.column),
    missing: missingFields(kind, columns, rest),
    ...(customerGroups && isSameCustomer ? { customerGroups } : {}),
  };
}

const customerColumn = (columns: readonly ColumnMapping[]): number | undefined =>
  columns.find(({ field }) => field === 'customer')?.column;
