import { isBlankCell, plainText } from '../cell';
import { monthOfName } from '../cells/dateText';
import type { FindingLog } from '../findings/findingLog';
import type { Cell, ColumnMapping, Field, Recognition, RivalColumn } from '../ledger';
import { withoutCurrency } from './continentalNames';
import { arePeriods, periodIn } from './headerPeriod';
import { headerWords } from './headerText';
import { moneyUnitIn } from './moneyUnit';
import { amountAt, halfCent } from './sampledAmounts';

type Row = readonly Cell[];

/** Fields of which a wrong column is wrong money. */
const moneyFields: ReadonlySet<Field> = new Set([
  'amount',
  'openAmount',
  'exposure',
  'overdue',
  'creditLimit',
]);

/** What was paid in several periods is all paid; of several days one is the one that counts. */
const rivalFields: ReadonlySet<Field> = new Set([...moneyFields, 'paidAmount', 'dueDate']);

/** What an earlier period leaves of a column's certainty beside the same of a later one. */
const earlier = 0.95;
/** Columns whose names are as sure as that are told apart by nothing. */
const asSure = 0.1;

/**
 * Prefer the latest of columns that mean the same of several periods: of `Balance May` and `Balance June`, the balance of June.
 *
 * @param candidates columns with the fields they may mean
 */
export function withLatestFirst(candidates: readonly ColumnMapping[]): readonly ColumnMapping[] {
  return candidates.map(candidate => {
    const period = moneyFields.has(candidate.field) ? periodIn(candidate.header) : 0;
    if (period === 0) return candidate;
    const same = candidates.filter(
      other => isSameBut(other, candidate) && arePeriods(periodIn(other.header), period),
    );
    const isEarlier = same.some(other => periodIn(other.header) > period);
    const surest = Math.max(...same.map(({ confidence }) => confidence));
    return { ...candidate, confidence: isEarlier ? surest * earlier : surest };
  });
}

/**
 * Find the columns that could as well be what another was read as: their headers differ in nothing that tells (`Amount 1` and `Amount 2`, `Amount` and
 * `Amount USD`, two called `Amount`), but what they hold does.
 *
 * @param candidates columns with the fields they may mean
 * @param columns those that were chosen
 * @param rows some rows of data
 */
export function rivalsAmong(
  candidates: readonly ColumnMapping[],
  columns: readonly ColumnMapping[],
  rows: readonly Row[],
): readonly RivalColumn[] {
  const taken = new Set(columns.map(({ column }) => column));
  return columns.flatMap(chosen =>
    candidates
      .filter(other => !taken.has(other.column) && isSameBut(other, chosen) && rivalFields.has(chosen.field))
      .filter(({ confidence }) => chosen.confidence - confidence < asSure)
      .filter(({ header }) => periodIn(header) === 0 || periodIn(chosen.header) > 0)
      .filter(other => rows.some(row => isOther(row, chosen, other)))
      .map(({ field, column }) => ({ field, column })),
  );
}

/** Say of each column that could as well be what another was read as that it is not read. */
export function noteRivals({ rivals = [], headerRow, headers }: Recognition, findings: FindingLog): void {
  for (const { column } of rivals) findings.add('rivalColumn', headerRow, column, headers[column]);
}

const isSameBut = (one: ColumnMapping, other: ColumnMapping): boolean =>
  one.field === other.field && coreOf(one.header) === coreOf(other.header);

/** The words of a header without numbers, periods and currencies. */
const coreOf = (header: string): string =>
  withoutCurrency(headerWords(header))
    .replace(/\d+(?:年度?|月份?|日)?/g, ' ')
    .split(' ')
    .filter(word => word !== '' && monthOfName(word) === 0)
    .join(' ');

function isOther(row: Row, one: ColumnMapping, other: ColumnMapping): boolean {
  if (isBlankCell(row[one.column]) && isBlankCell(row[other.column])) return false;
  if (one.field === 'dueDate') return plainText(row[one.column]) !== plainText(row[other.column]);
  const amountOf = ({ column, header }: ColumnMapping) => amountAt(row, column) * (moneyUnitIn(header) ?? 1);
  return Math.abs(amountOf(one) - amountOf(other)) > halfCent;
}
