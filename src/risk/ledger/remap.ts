import { matchHeader } from './fieldNames';
import { fieldsOf, missingFields } from './fields';
import type { ColumnMapping, Field, Recognition, SheetKind } from './ledger';

/** Only a user is this sure. */
const saidByUser = 1;
const lowestConfidence = 0.45;

/** Fields that say the same of a customer's sheet and of a ledger's. */
const counterparts: Partial<Record<Field, Field>> = { openAmount: 'exposure', exposure: 'openAmount' };

/**
 * Correct one field of a recognition as the user says: the field moves to that column (`null` takes it away), whatever the column meant
 * before is freed, and what is missing is found again.
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
  return withColumns(recognition, recognition.kind, columns);
}

/**
 * Take a sheet for the other kind, as the user says: what the user mapped and both kinds know stays, the other columns are named
 * again by their headers.
 */
export function switchKind(recognition: Recognition, kind: SheetKind): Recognition {
  if (recognition.kind === kind) return recognition;
  const known = new Set(fieldsOf(kind));
  const kept = recognition.columns
    .map(mapping => ({
      ...mapping,
      field: known.has(mapping.field) ? mapping.field : counterparts[mapping.field],
    }))
    .filter((mapping): mapping is ColumnMapping => mapping.field !== undefined && known.has(mapping.field));
  return withColumns(recognition, kind, [...kept, ...namedByHeader(recognition, kind, kept)]);
}

function namedByHeader(
  recognition: Recognition,
  kind: SheetKind,
  kept: readonly ColumnMapping[],
): ColumnMapping[] {
  const fields = new Set(kept.map(({ field }) => field));
  const columns = new Set(kept.map(({ column }) => column));
  return recognition.headers
    .flatMap((header, column) => matchHeader(header, kind).map(match => ({ ...match, column, header })))
    .filter(({ confidence }) => confidence >= lowestConfidence)
    .sort((one, other) => other.confidence - one.confidence || one.column - other.column)
    .filter(({ field, column }) => {
      if (fields.has(field) || columns.has(column)) return false;
      fields.add(field);
      columns.add(column);
      return true;
    });
}

function withColumns(
  recognition: Recognition,
  kind: Recognition['kind'],
  columns: readonly ColumnMapping[],
): Recognition {
  return {
    ...recognition,
    kind,
    columns: [...columns].sort((one, other) => one.column - other.column),
    missing: missingFields(kind, columns),
  };
}
