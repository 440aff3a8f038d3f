/** What all parts of one chart's picture share: its numbers, its colours, its letters. */
import {
  type Chart,
  type ChartFont,
  type ChartSeries,
  chartTypes,
  seriesColors,
} from '../../../book/chart/chart';
import type { Plot, PlottedSeries } from '../../../book/chart/plot';
import type { DisplayOptions } from '../../../book/numberFormat';
import { isDark, readableOn } from '../colour';
import type { Font, Measure } from './shapes';

export interface ChartColours {
  readonly paper: string;
  readonly ink: string;
  readonly faintInk: string;
  readonly gridline: string;
}

/** What all parts of one picture share. */
export interface Drawing {
  readonly chart: Chart;
  readonly plot: Plot;
  readonly colours: ChartColours;
  readonly display: DisplayOptions;
  readonly measure: Measure;
}

const usualSize = 9;
const pixelsPerPoint = 4 / 3;

/** A font of the chart: its part's own, else the chart's, else Excel's. */
export function fontOf({ chart }: Pick<Drawing, 'chart'>, own: ChartFont, size = usualSize): Font {
  const isBold = own.bold ?? chart.font.bold ?? false;
  const isItalic = own.italic ?? chart.font.italic ?? false;
  return { size: Math.round((own.size ?? chart.font.size ?? size) * pixelsPerPoint), isBold, isItalic };
}

/** A colour that was chosen for white paper stays readable on dark. */
export const inkOf = ({ chart, colours }: Drawing, own: ChartFont): string =>
  readableOn(own.color ?? chart.font.color ?? colours.ink, colours.paper);

/** A series' colour: its own, or that of its turn in the theme. */
export function seriesColour({ colours }: Drawing, { series, order }: PlottedSeries): string {
  const { shape } = chartTypes[series.type];
  const line = shape === 'line' || shape === 'scatter' ? series.line.color : null;
  return shownOn(line ?? series.fill ?? seriesColors[order % seriesColors.length]!, colours.paper);
}

/** The colour of a point of its own, or null. */
export function ownPointColour({ colours }: Drawing, series: ChartSeries, index: number): string | null {
  const own = series.pointFills.get(index);
  return own === undefined ? null : shownOn(own, colours.paper);
}

/** The colour of a point of a round chart. */
export const pointColour = (drawing: Drawing, series: ChartSeries, index: number): string =>
  ownPointColour(drawing, series, index) ??
  shownOn(seriesColors[index % seriesColors.length]!, drawing.colours.paper);

/** Dark colours were chosen for white paper: on dark they would not be seen. Light ones stay as they are on both. */
const shownOn = (colour: string, paper: string): string =>
  isDark(paper) ? readableOn(colour, paper) : colour;
