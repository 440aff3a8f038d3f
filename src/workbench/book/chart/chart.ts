/** Charts as the book keeps them. Names of types, positions and groups are those of Office.js. */

/** How the points of a type are drawn, and how series lie to each other. */
export interface ChartTraits {
  readonly shape: 'column' | 'bar' | 'line' | 'area' | 'pie' | 'doughnut' | 'scatter';
  readonly grouping: 'clustered' | 'stacked' | 'percentStacked';
  readonly hasLine: boolean;
  readonly hasMarkers: boolean;
  readonly isSmooth: boolean;
}

const traits = (
  shape: ChartTraits['shape'],
  grouping: ChartTraits['grouping'] = 'clustered',
  line: Partial<Pick<ChartTraits, 'hasLine' | 'hasMarkers' | 'isSmooth'>> = {},
): ChartTraits => ({ shape, grouping, hasLine: false, hasMarkers: false, isSmooth: false, ...line });

export const chartTypes = {
  ColumnClustered: traits('column'),
  ColumnStacked: traits('column', 'stacked'),
  ColumnStacked100: traits('column', 'percentStacked'),
  BarClustered: traits('bar'),
  BarStacked: traits('bar', 'stacked'),
  BarStacked100: traits('bar', 'percentStacked'),
  Line: traits('line', 'clustered', { hasLine: true }),
  LineMarkers: traits('line', 'clustered', { hasLine: true, hasMarkers: true }),
  LineStacked: traits('line', 'stacked', { hasLine: true }),
  Area: traits('area'),
  AreaStacked: traits('area', 'stacked'),
  AreaStacked100: traits('area', 'percentStacked'),
  Pie: traits('pie'),
  Doughnut: traits('doughnut'),
  XYScatter: traits('scatter', 'clustered', { hasMarkers: true }),
  XYScatterLines: traits('scatter', 'clustered', { hasLine: true, hasMarkers: true }),
  XYScatterLinesNoMarkers: traits('scatter', 'clustered', { hasLine: true }),
  XYScatterSmooth: traits('scatter', 'clustered', { hasLine: true, hasMarkers: true, isSmooth: true }),
  XYScatterSmoothNoMarkers: traits('scatter', 'clustered', { hasLine: true, isSmooth: true }),
} as const satisfies Readonly<Record<string, ChartTraits>>;

export type ChartType = keyof typeof chartTypes;

export const isChartType = (name: string): name is ChartType => Object.hasOwn(chartTypes, name);

/** Whether a type shows shares of one whole, with a colour for each point and without axes. */
export const isRound = (type: ChartType): boolean => ['pie', 'doughnut'].includes(chartTypes[type].shape);

/** Absent is what the chart would have by itself. Size in points, colour `#RRGGBB`. */
export interface ChartFont {
  name?: string;
  size?: number;
  bold?: boolean;
  italic?: boolean;
  color?: string;
}

/** Absent is automatic, null is none. Weight in points. */
export interface ChartLine {
  color?: string | null;
  weight?: number;
  style?: string;
}

export interface ChartTitle {
  /** Null is what Excel says by itself: the only series' name, or "Chart Title". */
  text: string | null;
  isVisible: boolean;
  readonly font: ChartFont;
}

export type LegendPosition = 'Top' | 'Bottom' | 'Left' | 'Right' | 'Corner';

export interface ChartLegend {
  isVisible: boolean;
  position: LegendPosition;
  /** True where the legend lies over the plot instead of beside it. */
  isOverlaid: boolean;
  readonly font: ChartFont;
}

export interface ChartAxis {
  isVisible: boolean;
  readonly title: ChartTitle;
  /** Null is the cells' own. */
  numberFormat: string | null;
  /** Null is automatic. */
  minimum: number | null;
  maximum: number | null;
  majorUnit: number | null;
  categoryType: 'Automatic' | 'TextAxis' | 'DateAxis';
  isReversed: boolean;
  tickLabelPosition: 'NextToAxis' | 'High' | 'Low' | 'None';
  hasMajorGridlines: boolean;
  hasMinorGridlines: boolean;
  readonly font: ChartFont;
  readonly line: ChartLine;
}

export type AxisGroup = 'Primary' | 'Secondary';

export interface ChartAxes {
  readonly category: ChartAxis;
  readonly value: ChartAxis;
  /** For series of the secondary group. */
  readonly secondaryValue: ChartAxis;
}

export interface DataLabels {
  showValue: boolean;
  showPercentage: boolean;
  showCategoryName: boolean;
  showSeriesName: boolean;
  showLegendKey: boolean;
  /** Null is where Excel puts them by itself. */
  position: string | null;
  numberFormat: string | null;
  separator: string;
  readonly font: ChartFont;
}

export interface ChartSeries {
  /** A text, or a reference to a cell such as `=Sheet1!$B$1`. */
  name: string;
  type: ChartType;
  axisGroup: AxisGroup;
  /** References such as `=Sheet1!$A$2:$A$9`; null for none. */
  categories: string | null;
  values: string | null;
  /** `#RRGGBB`; null is the colour of its turn. */
  fill: string | null;
  readonly line: ChartLine;
  /** Null is what the type says. */
  markerStyle: string | null;
  markerSize: number;
  isSmooth: boolean | null;
  /** Percent of a column's width between groups of columns, and how far columns of a group lie over each other. */
  gapWidth: number;
  overlap: number;
  doughnutHoleSize: number;
  hasDataLabels: boolean;
  readonly labels: DataLabels;
  /** Colours of single points by their place. */
  readonly pointFills: Map<number, string>;
}

/** Where a chart begins, as pixels into a cell, so that it moves with its cells; and how large it is, in pixels. */
export interface ChartPlace {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Chart {
  readonly id: string;
  name: string;
  type: ChartType;
  place: ChartPlace;
  plotBy: 'Rows' | 'Columns';
  displayBlanksAs: 'NotPlotted' | 'Zero' | 'Interpolated';
  readonly title: ChartTitle;
  readonly legend: ChartLegend;
  readonly axes: ChartAxes;
  readonly series: ChartSeries[];
  /** Of the whole chart; null is automatic. */
  fill: string | null;
  readonly font: ChartFont;
  readonly line: ChartLine;
}

/** The colours of the Office theme, in the order in which series take them. */
export const seriesColors = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;

/** Excel's own size of a new chart: 5 by 3 inches. */
export const usualChartSize = { width: 480, height: 288 } as const;

function newTitle(isVisible: boolean): ChartTitle {
  return { text: null, isVisible, font: {} };
}

function newAxis(hasMajorGridlines: boolean): ChartAxis {
  return {
    isVisible: true,
    title: newTitle(false),
    numberFormat: null,
    minimum: null,
    maximum: null,
    majorUnit: null,
    categoryType: 'Automatic',
    isReversed: false,
    tickLabelPosition: 'NextToAxis',
    hasMajorGridlines,
    hasMinorGridlines: false,
    font: {},
    line: {},
  };
}

export function newLabels(): DataLabels {
  return {
    showValue: true,
    showPercentage: false,
    showCategoryName: false,
    showSeriesName: false,
    showLegendKey: false,
    position: null,
    numberFormat: null,
    separator: ', ',
    font: {},
  };
}

export function newSeries(type: ChartType, name: string): ChartSeries {
  const { grouping, shape } = chartTypes[type];
  return {
    name,
    type,
    axisGroup: 'Primary',
    categories: null,
    values: null,
    fill: null,
    line: {},
    markerStyle: null,
    markerSize: 5,
    isSmooth: null,
    gapWidth: 150,
    overlap: grouping === 'clustered' ? 0 : 100,
    doughnutHoleSize: shape === 'doughnut' ? 75 : 50,
    hasDataLabels: false,
    labels: newLabels(),
    pointFills: new Map(),
  };
}

/** A chart without a series, as Excel makes one: titled, and with a legend where there is more than one thing to name. */
export function newChart(id: string, name: string, type: ChartType, place: ChartPlace): Chart {
  const { shape } = chartTypes[type];
  return {
    id,
    name,
    type,
    place,
    plotBy: 'Columns',
    displayBlanksAs: 'NotPlotted',
    title: newTitle(true),
    legend: { isVisible: isRound(type), position: 'Bottom', isOverlaid: false, font: {} },
    axes: {
      category: newAxis(shape === 'scatter'),
      value: newAxis(true),
      secondaryValue: newAxis(false),
    },
    series: [],
    fill: null,
    font: {},
    line: {},
  };
}

/** Write every reference of a chart anew. */
export function rewriteReferences(chart: Chart, rewritten: (formula: string) => string): void {
  for (const series of chart.series) {
    if (series.name.startsWith('=')) series.name = rewritten(series.name);
    series.categories = series.categories && rewritten(series.categories);
    series.values = series.values && rewritten(series.values);
  }
}

/** What of a chart changes when lines of the sheet are inserted or deleted; put back with `restore`. */
export function recordReferences(chart: Chart): { restore(): void } {
  const { place } = chart;
  const texts = chart.series.map(series => {
    const { name, categories, values } = series;
    return { series, said: { name, categories, values } };
  });
  return {
    restore() {
      chart.place = place;
      for (const { series, said } of texts) Object.assign(series, said);
    },
  };
}
