/** A chart's numbers as they are to be drawn: stacked, as shares, on axes with round numbers. */
import type { Book } from '../types';
import { type AxisGroup, type Chart, type ChartAxis, type ChartSeries, chartTypes, isRound } from './chart';
import { hasDates, type Point, type SeriesData, seriesData } from './chartData';
import { type Scale, valueScale } from './valueScale';

export interface PlottedSeries {
  readonly series: ChartSeries;
  /** Its place among all series, which decides its colour. */
  readonly order: number;
  readonly data: SeriesData;
  /** Where each point begins and ends along the value axis; null where there is nothing to draw. */
  readonly bottoms: readonly number[];
  readonly tops: readonly (number | null)[];
}

export interface Plot {
  readonly series: readonly PlottedSeries[];
  /** Of the longest series. */
  readonly categories: readonly Point[];
  /** A scatter's x axis, or days of a date axis; null where categories stand side by side. */
  readonly categoryScale: Scale | null;
  readonly hasDates: boolean;
  readonly valueScales: Readonly<Record<AxisGroup, Scale | null>>;
  readonly isPercent: boolean;
}

/** Read a chart's cells and work out what stands where. */
export function plotOf(book: Pick<Book, 'sheetByName'>, chart: Chart): Plot {
  const stacks = new Map<string, { readonly up: number[]; readonly down: number[] }>();
  const all = chart.series.map(series => seriesData(book, series));
  const series = chart.series.map((each, order) => {
    const data = all[order];
    const { grouping } = chartTypes[each.type];
    const zeros = data.values.map(() => 0);
    if (grouping === 'clustered') return { series: each, order, data, bottoms: zeros, tops: data.values };
    const key = `${each.type} ${each.axisGroup}`;
    const stack = stacks.get(key) ?? { up: [], down: [] };
    stacks.set(key, stack);
    const shares = grouping === 'percentStacked' ? totalsOf(chart, all, key) : null;
    return { series: each, order, data, ...stacked(data.values, stack, shares) };
  });
  const categories = all.reduce<readonly Point[]>(
    (longest, data) => (data.categories.length > longest.length ? data.categories : longest),
    [],
  );
  const [first] = chart.series;
  const isScatter = first !== undefined && chartTypes[first.type].shape === 'scatter';
  const isDates =
    first !== undefined &&
    !isScatter &&
    chart.axes.category.categoryType !== 'TextAxis' &&
    hasDates(book, first);
  return {
    series,
    categories,
    hasDates: isDates,
    categoryScale: isScatter ? scatterScale(series, chart.axes.category) : null,
    valueScales: {
      Primary: scaleOf(series, 'Primary', chart.axes.value),
      Secondary: scaleOf(series, 'Secondary', chart.axes.secondaryValue),
    },
    isPercent: chart.series.some(each => chartTypes[each.type].grouping === 'percentStacked'),
  };
}

/** Positive values pile up above zero, negative ones below. */
function stacked(
  values: readonly (number | null)[],
  stack: { readonly up: number[]; readonly down: number[] },
  totals: readonly number[] | null,
): Pick<PlottedSeries, 'bottoms' | 'tops'> {
  const bottoms: number[] = [];
  const tops: number[] = [];
  values.forEach((value, at) => {
    const amount = totals ? (value ?? 0) / (totals[at] || 1) : (value ?? 0);
    const pile = amount < 0 ? stack.down : stack.up;
    bottoms[at] = pile[at] ?? 0;
    tops[at] = bottoms[at] + amount;
    pile[at] = tops[at];
  });
  return { bottoms, tops };
}

/** The sum of sizes at each category, of the series that are stacked together. */
function totalsOf(chart: Chart, all: readonly SeriesData[], key: string): number[] {
  const totals: number[] = [];
  chart.series.forEach((series, order) => {
    if (`${series.type} ${series.axisGroup}` !== key) return;
    all[order].values.forEach((value, at) => {
      totals[at] = (totals[at] ?? 0) + Math.abs(value ?? 0);
    });
  });
  return totals;
}

function scaleOf(all: readonly PlottedSeries[], group: AxisGroup, axis: ChartAxis): Scale | null {
  const own = all.filter(({ series }) => series.axisGroup === group && !isRound(series.type));
  if (own.length === 0) return null;
  const isPercent = own.every(({ series }) => chartTypes[series.type].grouping === 'percentStacked');
  const { low, high } = extremesOf(own.flatMap(({ tops }) => tops));
  const request = isPercent
    ? { ...axis, minimum: axis.minimum ?? (low < 0 ? -1 : 0), maximum: axis.maximum ?? (high > 0 ? 1 : 0) }
    : axis;
  return valueScale(low, high, request);
}

function scatterScale(all: readonly PlottedSeries[], axis: ChartAxis): Scale {
  const { low, high } = extremesOf(all.flatMap(({ data }) => data.categories.map(({ number }) => number)));
  return valueScale(low, high, axis);
}

/** The least and the greatest number; low above high where there is none. */
function extremesOf(values: readonly (number | null)[]): { readonly low: number; readonly high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}
