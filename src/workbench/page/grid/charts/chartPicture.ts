/** A chart as shapes: its title, its legend, and its plot in the room that they leave. */
import { type Chart, chartTypes, isRound } from '../../../book/chart/chart';
import { shownTitle } from '../../../book/chart/chartData';
import { plotOf } from '../../../book/chart/plot';
import type { Book } from '../../../book/types';
import type { Rectangle } from '../layout';
import { type ChartColours, type Drawing, fontOf, inkOf, pointColour, seriesColour } from './drawing';
import { plottedShapes } from './plottedShapes';
import { roundShapes } from './roundShapes';
import { fitted, type Measure, type Shape } from './shapes';

export interface PictureRequest {
  readonly book: Pick<Book, 'sheetByName' | 'locale' | 'date1904'>;
  readonly chart: Chart;
  readonly colours: ChartColours;
  readonly measure: Measure;
}

const padding = 10;
const usualTitleSize = 14;
const legendMark = 8;
const legendGap = 14;

/** Compute the shapes of a chart, from the chart's own corner. */
export function chartPicture({ book, chart, colours, measure }: PictureRequest): Shape[] {
  const { width, height } = chart.place;
  const paper = chart.fill ?? colours.paper;
  const drawing: Drawing = {
    chart,
    plot: plotOf(book, chart),
    colours: { ...colours, paper },
    display: { locale: book.locale, date1904: book.date1904 },
    measure,
  };
  const shapes: Shape[] = [{ kind: 'box', x: 0, y: 0, width, height, fill: paper }];
  if (chart.line.color !== null) shapes.push(frame(width, height, chart.line.color ?? colours.gridline));
  const inner = { x: padding, y: padding, width: width - 2 * padding, height: height - 2 * padding };
  const belowTitle = chart.title.isVisible
    ? placeTitle(shownTitle(book, chart), inner, drawing, shapes)
    : inner;
  const beside = chart.legend.isVisible ? placeLegend(belowTitle, drawing, shapes) : belowTitle;
  const room = chart.legend.isOverlaid ? belowTitle : beside;
  if (room.width < 20 || room.height < 20) return shapes;
  const draw = isRoundChart(chart) ? roundShapes : plottedShapes;
  shapes.push(...draw(room, drawing));
  return shapes;
}

const isRoundChart = (chart: Chart): boolean => isRound(chart.series[0]?.type ?? chart.type);

function frame(width: number, height: number, colour: string): Shape {
  const [right, bottom] = [width - 0.5, height - 0.5];
  return {
    kind: 'line',
    points: [
      { x: 0.5, y: 0.5 },
      { x: right, y: 0.5 },
      { x: right, y: bottom },
      { x: 0.5, y: bottom },
      { x: 0.5, y: 0 },
    ],
    colour,
    width: 1,
  };
}

function placeTitle(text: string, room: Rectangle, drawing: Drawing, shapes: Shape[]): Rectangle {
  const { title } = drawing.chart;
  const font = fontOf(drawing, title.font, usualTitleSize);
  const lineHeight = font.size * 1.35;
  const lines = text.split(/\r?\n/);
  lines.forEach((line, index) => {
    shapes.push({
      kind: 'text',
      text: fitted(line, room.width, font, drawing.measure),
      at: { x: room.x + room.width / 2, y: room.y + lineHeight * (index + 0.5) },
      align: 'center',
      font,
      colour: inkOf(drawing, title.font),
    });
  });
  const used = lines.length * lineHeight + 4;
  return { ...room, y: room.y + used, height: room.height - used };
}

interface LegendEntry {
  readonly text: string;
  readonly colour: string;
  readonly isLine: boolean;
}

/** A round chart names its points, every other chart its series. */
function legendEntries(drawing: Drawing): LegendEntry[] {
  const { chart, plot } = drawing;
  const [first] = plot.series;
  if (first && isRoundChart(chart)) {
    return plot.categories.map(({ text }, index) => ({
      text,
      colour: pointColour(drawing, first.series, index),
      isLine: false,
    }));
  }
  return plot.series.map(each => ({
    text: each.data.name,
    colour: seriesColour(drawing, each),
    isLine: ['line', 'scatter'].includes(chartTypes[each.series.type].shape),
  }));
}

/** Put the legend at its side and give the room that it leaves. */
function placeLegend(room: Rectangle, drawing: Drawing, shapes: Shape[]): Rectangle {
  const { legend } = drawing.chart;
  const font = fontOf(drawing, legend.font);
  const lineHeight = Math.round(font.size * 1.6);
  const entries = legendEntries(drawing);
  const isStanding = legend.position !== 'Top' && legend.position !== 'Bottom';
  const longest = isStanding ? room.width / 3 : room.width / Math.min(entries.length || 1, 3);
  const named = entries.map(entry => {
    const text = fitted(entry.text, longest - legendMark - 6, font, drawing.measure);
    return { ...entry, text, width: legendMark + 6 + drawing.measure(text, font) };
  });
  const put = (entry: (typeof named)[number], x: number, y: number): void => {
    const half = entry.isLine ? 1 : legendMark / 2;
    const mark = { x: x - (entry.isLine ? 4 : 0), width: legendMark + (entry.isLine ? 6 : 0) };
    shapes.push({ kind: 'box', ...mark, y: y - half, height: 2 * half, fill: entry.colour });
    shapes.push({
      kind: 'text',
      text: entry.text,
      at: { x: x + legendMark + 6, y: y + 0.5 },
      align: 'left',
      font,
      colour: inkOf(drawing, legend.font),
    });
  };
  if (isStanding) {
    const width = Math.max(0, ...named.map(entry => entry.width)) + 8;
    const isLeft = legend.position === 'Left';
    const fitting = named.slice(0, Math.max(1, Math.floor(room.height / lineHeight)));
    const top =
      legend.position === 'Corner' ? room.y : room.y + (room.height - fitting.length * lineHeight) / 2;
    const x = isLeft ? room.x : room.x + room.width - width + 8;
    fitting.forEach((entry, index) => {
      put(entry, x, top + (index + 0.5) * lineHeight);
    });
    return { ...room, x: isLeft ? room.x + width + 4 : room.x, width: room.width - width - 4 };
  }
  const rows = rowsOf(named, room.width);
  const height = rows.length * lineHeight;
  const top = legend.position === 'Top' ? room.y : room.y + room.height - height;
  rows.forEach((row, index) => {
    const total = row.reduce((sum, entry) => sum + entry.width + legendGap, -legendGap);
    let x = room.x + (room.width - total) / 2;
    for (const entry of row) {
      put(entry, x, top + (index + 0.5) * lineHeight);
      x += entry.width + legendGap;
    }
  });
  const y = legend.position === 'Top' ? room.y + height + 4 : room.y;
  return { ...room, y, height: room.height - height - 4 };
}

const mostLegendRows = 3;

function rowsOf<T extends { readonly width: number }>(entries: readonly T[], room: number): T[][] {
  const rows: T[][] = [[]];
  let used = 0;
  for (const entry of entries) {
    if (used > 0 && used + entry.width > room) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(entry);
    used += entry.width + legendGap;
  }
  return rows.slice(0, mostLegendRows);
}
