/** Which cells of a range are a chart's names, categories and values, told from what is in them as Excel does. */
import { formatAddress, quoteSheet } from '../address';
import { isDatePattern } from '../numberFormat';
import type { Area, Sheet } from '../types';
import { type Chart, type ChartSeries, type ChartType, chartTypes, isRound, newSeries } from './chart';

export type SeriesBy = 'Auto' | 'Columns' | 'Rows';

/** Give a chart the series of a range in place of those it has; colours and labels of series that stay are kept. */
export function setSource(chart: Chart, sheet: Sheet, area: Area, seriesBy: SeriesBy): void {
  const plotBy = seriesBy === 'Auto' ? likelySide(area) : seriesBy;
  const found = seriesOf(sheet, area, plotBy, chart.type);
  const before = [...chart.series];
  chart.plotBy = plotBy;
  chart.series.length = 0;
  found.forEach(({ name, categories, values }, index) => {
    const series = before[index] ?? newSeries(chart.type, name);
    chart.series.push(Object.assign(series, { name, categories, values }));
  });
  if (before.length === 0) chart.legend.isVisible = isRound(chart.type) || found.length > 1;
}

/** The longer side holds the categories. */
const likelySide = ({ rowCount, columnCount }: Area): 'Columns' | 'Rows' =>
  rowCount >= columnCount ? 'Columns' : 'Rows';

type SeriesSource = Pick<ChartSeries, 'name' | 'categories' | 'values'>;

function seriesOf(sheet: Sheet, area: Area, plotBy: 'Columns' | 'Rows', type: ChartType): SeriesSource[] {
  const lines = new Lines(sheet, area, plotBy);
  const hasNames = lines.length > 1 && lines.hasNames();
  const isScatter = chartTypes[type].shape === 'scatter';
  const hasCategories = lines.count > 1 && (isScatter || lines.hasCategories(hasNames ? 1 : 0));
  const from = hasNames ? 1 : 0;
  const first = hasCategories ? 1 : 0;
  const categories = hasCategories ? lines.reference(0, from) : null;
  return Array.from({ length: lines.count - first }, (_, order) => ({
    name: hasNames ? lines.cell(first + order, 0) : `Series${order + 1}`,
    categories,
    values: lines.reference(first + order, from),
  }));
}

/** A range seen along its series, whichever way they lie. */
class Lines {
  readonly count: number;
  readonly length: number;

  constructor(
    private readonly sheet: Sheet,
    private readonly area: Area,
    private readonly plotBy: 'Columns' | 'Rows',
  ) {
    const { rowCount, columnCount } = area;
    [this.count, this.length] = plotBy === 'Columns' ? [columnCount, rowCount] : [rowCount, columnCount];
  }

  /** The heads of the series are texts, or the first head is missing. */
  hasNames(): boolean {
    const heads = Array.from({ length: this.count }, (_, line) => this.value(line, 0));
    const [corner, ...others] = heads;
    if (others.length === 0) return typeof corner === 'string';
    return others.every(value => typeof value === 'string' || value === null) || corner === null;
  }

  /** The first line holds texts or dates rather than numbers, or nothing is in its corner. */
  hasCategories(from: number): boolean {
    if (from > 0 && this.value(0, 0) === null) return true;
    for (let at = from; at < this.length; at++) {
      const value = this.value(0, at);
      if (typeof value === 'string') return true;
      if (typeof value === 'number') return isDatePattern(this.numberFormat(0, at));
    }
    return false;
  }

  cell(line: number, at: number): string {
    return this.referenceTo({ ...this.position(line, at), rowCount: 1, columnCount: 1 });
  }

  reference(line: number, from: number): string {
    const size =
      this.plotBy === 'Columns'
        ? { rowCount: this.length - from, columnCount: 1 }
        : { rowCount: 1, columnCount: this.length - from };
    return this.referenceTo({ ...this.position(line, from), ...size });
  }

  private referenceTo(area: Area): string {
    return chartReference(this.sheet, area);
  }

  private position(line: number, at: number): { row: number; column: number } {
    const { row, column } = this.area;
    return this.plotBy === 'Columns'
      ? { row: row + at, column: column + line }
      : { row: row + line, column: column + at };
  }

  private value(line: number, at: number) {
    const { row, column } = this.position(line, at);
    return this.sheet.value(row, column);
  }

  private numberFormat(line: number, at: number): string {
    const { row, column } = this.position(line, at);
    return this.sheet.style(row, column).numberFormat ?? 'General';
  }
}

/**
 * Write a reference as charts have it.
 *
 * @example chartReference(sheet, { row: 1, column: 0, rowCount: 3, columnCount: 1 }) //=> '=Sheet1!$A$2:$A$4'
 */
export function chartReference(sheet: Sheet, area: Area): string {
  const absolute = formatAddress(area).replace(/[A-Z]+|\d+/g, part => `$${part}`);
  return `=${quoteSheet(sheet.name)}!${absolute}`;
}
