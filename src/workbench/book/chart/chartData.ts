/** What a chart's references hold now. */
import { parseAddress } from '../address';
import { isDatePattern } from '../numberFormat';
import type { Area, Book, CellValue, Sheet } from '../types';
import type { Chart, ChartSeries } from './chart';

export interface SeriesData {
  readonly name: string;
  readonly categories: readonly Point[];
  /** Null where there is no number to draw. */
  readonly values: readonly (number | null)[];
  /** Of the first value's cell. */
  readonly numberFormat: string;
}

export interface Point {
  readonly text: string;
  /** For a scatter: the place along the axis, null where it is not a number. */
  readonly number: number | null;
}

export interface ReferredArea {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** More points than any screen has pixels; a reference to whole columns ends with their content. */
const mostPoints = 20_000;

type SheetsByName = Pick<Book, 'sheetByName'>;

/** The cells a reference of a chart means; null for a text, `#REF!`, or a sheet that is gone. */
function referredArea(book: SheetsByName, reference: string | null): ReferredArea | null {
  const parsed = reference === null ? null : parseAddress(reference);
  const sheet = parsed?.sheet ? book.sheetByName(parsed.sheet) : null;
  const [area] = parsed?.areas ?? [];
  return sheet && area ? { sheet, area: withinContent(sheet, area) } : null;
}

/** A series' name as shown: what its cell says, or its own text. */
export function seriesName(book: SheetsByName, series: ChartSeries): string {
  if (!series.name.startsWith('=')) return series.name;
  const found = referredArea(book, series.name);
  return found ? found.sheet.text(found.area.row, found.area.column) : '';
}

/** Read the cells of a series. Rows and columns that are hidden are left out, as Excel does. */
export function seriesData(book: SheetsByName, series: ChartSeries): SeriesData {
  const values = referredArea(book, series.values);
  const categories = referredArea(book, series.categories);
  const cells = values ? cellsOf(values) : [];
  const first = values ? values.sheet.style(values.area.row, values.area.column).numberFormat : undefined;
  return {
    name: seriesName(book, series),
    values: cells.map(({ value }) => (typeof value === 'number' && Number.isFinite(value) ? value : null)),
    categories: categories
      ? cellsOf(categories).map(({ value, text }) => ({
          text,
          number: typeof value === 'number' ? value : null,
        }))
      : cells.map((_, index) => ({ text: String(index + 1), number: index + 1 })),
    numberFormat: first ?? 'General',
  };
}

/** Whether the categories of a series are dates, which stand on the axis by their distance. */
export function hasDates(book: SheetsByName, series: ChartSeries): boolean {
  const found = referredArea(book, series.categories);
  if (!found) return false;
  const { sheet, area } = found;
  const format = sheet.style(area.row, area.column).numberFormat ?? 'General';
  return isDatePattern(format) && typeof sheet.value(area.row, area.column) === 'number';
}

/** The title as shown: its own text, or what Excel says by itself. */
export function shownTitle(book: SheetsByName, chart: Chart): string {
  if (chart.title.text !== null) return chart.title.text;
  const [only, ...others] = chart.series;
  const name = only && others.length === 0 ? seriesName(book, only) : '';
  return name || 'Chart Title';
}

interface ReadCell {
  readonly value: CellValue;
  readonly text: string;
}

function cellsOf({ sheet, area }: ReferredArea): ReadCell[] {
  const cells: ReadCell[] = [];
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    if (sheet.hiddenRows.has(row)) continue;
    for (let column = area.column; column < area.column + area.columnCount; column++) {
      if (sheet.hiddenColumns.has(column)) continue;
      if (cells.length === mostPoints) return cells;
      cells.push({ value: sheet.value(row, column), text: sheet.text(row, column) });
    }
  }
  return cells;
}

function withinContent(sheet: Sheet, area: Area): Area {
  const used = sheet.usedArea(true);
  if (!used)
    return { ...area, rowCount: Math.min(area.rowCount, 1), columnCount: Math.min(area.columnCount, 1) };
  const rows = Math.max(1, used.row + used.rowCount - area.row);
  const columns = Math.max(1, used.column + used.columnCount - area.column);
  const isWhole = area.rowCount > mostPoints || area.columnCount > mostPoints;
  return isWhole
    ? { ...area, rowCount: Math.min(area.rowCount, rows), columnCount: Math.min(area.columnCount, columns) }
    : area;
}
