/** Charts with axes: columns, bars, lines, areas and scatters, and combinations of them. */
import { type AxisGroup, type ChartAxis, chartTypes } from '../../../book/chart/chart';
import { marksOf, type Scale } from '../../../book/chart/valueScale';
import { displayText } from '../../../book/numberFormat';
import type { Rectangle } from '../layout';
import { type Drawing, fontOf, inkOf } from './drawing';
import { Projection } from './projection';
import { seriesShapes } from './seriesShapes';
import { fitted, type Shape } from './shapes';

const labelGap = 6;
const titleGap = 4;
/** Between the longest name of a bar and the chart's edge. */
const edgeGap = 8;
const lineHeightFactor = 1.35;
const narrowestLabel = 26;
const groups = ['Primary', 'Secondary'] as const;

export function plottedShapes(room: Rectangle, drawing: Drawing): Shape[] {
  const { chart } = drawing;
  const isSideways = chart.series.some(series => chartTypes[series.type].shape === 'bar');
  const shapes: Shape[] = [];
  const withinTitles = placeAxisTitles(room, drawing, isSideways, shapes);
  const plotRoom = roomOfPlot(withinTitles, drawing, isSideways);
  if (plotRoom.width < 10 || plotRoom.height < 10) return shapes;
  const projection = new Projection(plotRoom, drawing, isSideways);
  shapes.push(...valueAxisShapes(drawing, projection));
  shapes.push(...seriesShapes(drawing, projection));
  shapes.push(...categoryAxisShapes(drawing, projection));
  return shapes;
}

/** Titles stand outside the labels of their axes. */
function placeAxisTitles(room: Rectangle, drawing: Drawing, isSideways: boolean, shapes: Shape[]): Rectangle {
  const { category, value, secondaryValue } = drawing.chart.axes;
  const [lying, standing] = isSideways ? [value, category] : [category, value];
  let inner = room;
  const height = (axis: ChartAxis): number =>
    Math.round(fontOf(drawing, axis.title.font, 10).size * lineHeightFactor) + titleGap;
  const isShown = (axis: ChartAxis): boolean =>
    axis.isVisible && axis.title.isVisible && (axis.title.text ?? '') !== '';
  const text = (axis: ChartAxis, at: { x: number; y: number }, isTurned: boolean): void => {
    const font = fontOf(drawing, axis.title.font, 10);
    const longest = isTurned ? room.height : room.width;
    shapes.push({
      kind: 'text',
      text: fitted(axis.title.text ?? '', longest, font, drawing.measure),
      at,
      align: 'center',
      font,
      colour: inkOf(drawing, axis.title.font),
      isTurned,
    });
  };
  if (isShown(lying)) {
    const used = height(lying);
    text(lying, { x: inner.x + inner.width / 2, y: inner.y + inner.height - used / 2 + titleGap / 2 }, false);
    inner = { ...inner, height: inner.height - used };
  }
  if (isShown(standing)) {
    const used = height(standing);
    text(standing, { x: inner.x + used / 2 - titleGap / 2, y: inner.y + inner.height / 2 }, true);
    inner = { ...inner, x: inner.x + used, width: inner.width - used };
  }
  if (!isSideways && isShown(secondaryValue) && drawing.plot.valueScales.Secondary) {
    const used = height(secondaryValue);
    text(secondaryValue, { x: inner.x + inner.width - used / 2, y: inner.y + inner.height / 2 }, true);
    inner = { ...inner, width: inner.width - used };
  }
  return inner;
}

/** What is left between the labels of the axes. */
function roomOfPlot(room: Rectangle, drawing: Drawing, isSideways: boolean): Rectangle {
  const { axes } = drawing.chart;
  const lineHeight = (axis: ChartAxis): number =>
    hasLabels(axis) ? Math.round(fontOf(drawing, axis.font).size * lineHeightFactor) + labelGap : 2;
  const widest = (axis: ChartAxis, texts: readonly string[]): number =>
    hasLabels(axis)
      ? Math.max(0, ...texts.map(text => drawing.measure(text, fontOf(drawing, axis.font)))) + labelGap
      : 2;
  const values = (group: AxisGroup): string[] => valueLabels(drawing, group).map(({ text }) => text);
  const top = Math.ceil(fontOf(drawing, axes.value.font).size / 2);
  if (isSideways) {
    const names = drawing.plot.categories.map(({ text }) => text);
    const left = Math.min(widest(axes.category, names), room.width / 3);
    const bottom = lineHeight(axes.value);
    return {
      x: room.x + left,
      y: room.y + 2,
      width: room.width - left - 12,
      height: room.height - bottom - 2,
    };
  }
  const left = widest(axes.value, values('Primary'));
  const right = drawing.plot.valueScales.Secondary ? widest(axes.secondaryValue, values('Secondary')) : 8;
  const bottom = lineHeight(axes.category);
  return {
    x: room.x + left,
    y: room.y + top,
    width: room.width - left - right,
    height: room.height - bottom - top,
  };
}

const hasLabels = (axis: ChartAxis): boolean => axis.isVisible && axis.tickLabelPosition !== 'None';

function axisOf({ chart }: Drawing, group: AxisGroup): ChartAxis {
  return group === 'Primary' ? chart.axes.value : chart.axes.secondaryValue;
}

interface ValueLabel {
  readonly value: number;
  readonly text: string;
}

function valueLabels(drawing: Drawing, group: AxisGroup): ValueLabel[] {
  const scale = drawing.plot.valueScales[group];
  if (!scale) return [];
  const own = drawing.plot.series.find(({ series }) => series.axisGroup === group);
  const isPercent = own !== undefined && chartTypes[own.series.type].grouping === 'percentStacked';
  const format =
    axisOf(drawing, group).numberFormat ?? (isPercent ? '0%' : (own?.data.numberFormat ?? 'General'));
  return marksOf(scale).map(value => ({ value, text: displayText(value, format, drawing.display) }));
}

function valueAxisShapes(drawing: Drawing, projection: Projection): Shape[] {
  const shapes: Shape[] = [];
  for (const group of groups) {
    const axis = axisOf(drawing, group);
    const font = fontOf(drawing, axis.font);
    const { x, y, width, height } = projection.room;
    for (const { value, text } of valueLabels(drawing, group)) {
      const along = projection.valueAt(value, group);
      if (axis.hasMajorGridlines) {
        const points = projection.isSideways
          ? [
              { x: along, y },
              { x: along, y: y + height },
            ]
          : [
              { x, y: along },
              { x: x + width, y: along },
            ];
        shapes.push({ kind: 'line', points: points.map(crisp), colour: drawing.colours.gridline, width: 1 });
      }
      if (!hasLabels(axis)) continue;
      const isRight = group === 'Secondary';
      const at = projection.isSideways
        ? { x: along, y: y + height + labelGap + font.size / 2 }
        : { x: isRight ? x + width + labelGap : x - labelGap, y: along };
      const align = projection.isSideways ? 'center' : isRight ? 'left' : 'right';
      shapes.push({ kind: 'text', text, at, align, font, colour: inkOf(drawing, axis.font) });
    }
  }
  return shapes;
}

/** Lines of one pixel lie between two rows of pixels unless they are moved by half of one. */
const crisp = ({ x, y }: { x: number; y: number }) => ({ x: Math.round(x) + 0.5, y: Math.round(y) + 0.5 });

function categoryAxisShapes(drawing: Drawing, projection: Projection): Shape[] {
  const { chart, colours, plot } = drawing;
  const axis = chart.axes.category;
  const { x, y, width, height } = projection.room;
  if (!axis.isVisible) return [];
  const zero = projection.zero('Primary');
  const ends = projection.isSideways
    ? [
        { x: zero, y },
        { x: zero, y: y + height },
      ]
    : [
        { x, y: zero },
        { x: x + width, y: zero },
      ];
  const line: Shape = {
    kind: 'line',
    points: ends.map(crisp),
    colour: axis.line.color ?? colours.faintInk,
    width: 1,
  };
  if (!hasLabels(axis)) return [line];
  const labels = plot.categoryScale
    ? scatterLabels(drawing, projection, plot.categoryScale)
    : categoryLabels(drawing, projection);
  return [line, ...labels];
}

function scatterLabels(drawing: Drawing, projection: Projection, scale: Scale): Shape[] {
  const axis = drawing.chart.axes.category;
  const font = fontOf(drawing, axis.font);
  const bottom = projection.room.y + projection.room.height;
  const shapes: Shape[] = [];
  for (const value of marksOf(scale)) {
    const along = projection.categoryAt(value);
    if (axis.hasMajorGridlines) {
      const points = [
        { x: along, y: projection.room.y },
        { x: along, y: bottom },
      ];
      shapes.push({ kind: 'line', points: points.map(crisp), colour: drawing.colours.gridline, width: 1 });
    }
    shapes.push({
      kind: 'text',
      text: displayText(value, axis.numberFormat ?? 'General', drawing.display),
      at: { x: along, y: bottom + labelGap + font.size / 2 },
      align: 'center',
      font,
      colour: inkOf(drawing, axis.font),
    });
  }
  return shapes;
}

/** As many labels as fit beside each other; long ones are cut. */
function categoryLabels(drawing: Drawing, projection: Projection): Shape[] {
  const { chart, plot, measure, display } = drawing;
  const axis = chart.axes.category;
  const font = fontOf(drawing, axis.font);
  const { x, y, height } = projection.room;
  const lineHeight = font.size * lineHeightFactor;
  const texts = plot.categories.map(({ text, number }) =>
    axis.numberFormat !== null && number !== null ? displayText(number, axis.numberFormat, display) : text,
  );
  const widest = Math.max(0, ...texts.map(text => measure(text, font)));
  const needed = projection.isSideways ? lineHeight : Math.min(widest, narrowestLabel) + labelGap;
  // Numbers and dates cannot be cut: they need all of their width.
  const isWhole = plot.hasDates || plot.categories.every(({ number }) => number !== null);
  const every = Math.max(
    1,
    Math.ceil((isWhole && !projection.isSideways ? widest + labelGap : needed) / projection.step),
  );
  const room = projection.isSideways
    ? x - labelGap - edgeGap
    : Math.max(projection.step * every - 4, narrowestLabel);
  return texts.flatMap((text, index): Shape[] => {
    if (index % every !== 0) return [];
    const along = projection.categoryAt(index);
    const at = projection.isSideways
      ? { x: x - labelGap, y: along }
      : { x: along, y: y + height + labelGap + font.size / 2 };
    return [
      {
        kind: 'text',
        text: fitted(text.replaceAll('\n', ' '), room, font, measure),
        at,
        align: projection.isSideways ? 'right' : 'center',
        font,
        colour: inkOf(drawing, axis.font),
      },
    ];
  });
}
