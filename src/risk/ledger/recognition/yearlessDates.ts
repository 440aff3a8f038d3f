import { isBlankCell, plainText } from '../cell';
import { parseDateText } from '../cells/dateText';
import { readYearlessDate } from '../cells/yearlessDate';
import type { Cell, Month, MonthSpan, YearlessDates } from '../ledger';
import { type ColumnHeader, matchColumnHeader } from './columnHeader';
import type { ColumnProfile } from './columnProfile';
import { monthCount } from './monthSpan';

type Row = readonly Cell[];

const mostly = 0.5;

/**
 * Find what tells the year of dates that are written without it (`3月1日`): the months that the heading of the list says, else the days of its other
 * invoices; neither where only the invoice of the same row can. `null` where every date has its year, or nothing tells it.
 *
 * @param months as the heading says them
 * @param rows some rows of data
 */
export function yearlessDatesIn(
  headers: readonly ColumnHeader[],
  profiles: readonly ColumnProfile[],
  months: MonthSpan | null,
  rows: readonly Row[],
): YearlessDates | null {
  if (profiles.every(({ yearlessShare }) => yearlessShare === 0)) return null;
  if (months !== null) return { months };
  const isInvoiced = (column: number) =>
    profiles[column]!.dateShare + profiles[column]!.yearlessShare >= mostly &&
    matchColumnHeader(headers[column]!, 'ledger').some(({ field }) => field === 'invoiceDate');
  const columns = [...headers.keys()].filter(isInvoiced);
  const cells = rows.flatMap(row => columns.map(column => row[column])).filter(cell => !isBlankCell(cell));
  const days = cells.filter(cell => typeof cell === 'number');
  const written = monthsWritten(cells);
  if (days.length === 0) return written && { months: written };
  // Days as numbers are of a year only in the date system of their workbook: beside texts with years they do not compare.
  return written === null ? { days: { first: Math.min(...days), last: Math.max(...days) } } : {};
}

/** The months of dates that are texts with a year that is sure. */
function monthsWritten(cells: readonly Cell[]): MonthSpan | null {
  const months = cells
    .map(cell =>
      typeof cell === 'string' && readYearlessDate(cell) === null ? parseDateText(plainText(cell)) : null,
    )
    .flatMap((parsed): Month[] => (parsed?.order === 'fixed' ? [parsed.date] : []))
    .map(({ year, month }) => ({ year, month }))
    .sort((one, other) => monthCount(one) - monthCount(other));
  const [first] = months;
  return first === undefined ? null : { first, last: months.at(-1)! };
}
