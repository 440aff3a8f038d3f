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
  shapes.push(...categoryGridlines(drawing, projection));
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

/** Half of the widest of some labels that are centred on the ends of an axis: so far they stand out. */
function overhang(drawing: Drawing, axis: ChartAxis, texts: readonly string[]): number {
  if (!hasLabels(axis)) return 0;
  const font = fontOf(drawing, axis.font);
  return Math.ceil(Math.max(0, ...texts.map(text => drawing.measure(text, font))) / 2);
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
    const ends = values('Primary');
    const leftmost = ends.at(axes.value.isReversed ? -1 : 0) ?? '';
    const left = Math.max(
      Math.min(widest(axes.category, names), room.width / 3),
      overhang(drawing, axes.value, [leftmost]),
    );
    const bottom = lineHeight(axes.value);
    const right = Math.max(12, overhang(drawing, axes.value, ends));
    return {
      x: room.x + left,
      y: room.y + 2,
      width: room.width - left - right,
      height: room.height - bottom - 2,
    };
  }
  const [first, last] = endLabels(drawing);
  const most = room.width / 8;
  const left = Math.max(
    widest(axes.value, values('Primary')),
    Math.min(most, overhang(drawing, axes.category, [first])),
  );
  const beside = drawing.plot.valueScales.Secondary ? widest(axes.secondaryValue, values('Secondary')) : 8;
  const right = Math.max(beside, Math.min(most, overhang(drawing, axes.category, [last])));
  const bottom = lineHeight(axes.category);
  return {
    x: room.x + left,
    y: room.y + top,
    width: room.width - left - right,
    height: room.height - bottom - top,
  };
}

/** The labels that stand on the very ends of the axis of categories; none where half a category's room is left there. */
function endLabels(drawing: Drawing): readonly [string, string] {
  const { plot, chart } = drawing;
  const isScatter = plot.categoryScale !== null;
  const isFromEdge = chart.series.every(({ type }) => chartTypes[type].shape === 'area');
  if (!isScatter && !isFromEdge) return ['', ''];
  const texts = plot.categoryScale
    ? marksOf(plot.categoryScale).map(value => scatterLabel(drawing, value))
    : categoryTexts(drawing);
  return [texts[0] ?? '', texts.at(-1) ?? ''];
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

/** Behind the series, as those of the values are. */
function categoryGridlines({ chart, plot, colours }: Drawing, projection: Projection): Shape[] {
  if (!plot.categoryScale || !chart.axes.category.hasMajorGridlines) return [];
  const { y, height } = projection.room;
  return marksOf(plot.categoryScale).map(value => {
    const x = projection.categoryAt(value);
    const points = [
      { x, y },
      { x, y: y + height },
    ];
    return { kind: 'line', points: points.map(crisp), colour: colours.gridline, width: 1 };
  });
}

const scatterLabel = ({ chart, display }: Drawing, value: number): string =>
  displayText(value, chart.axes.category.numberFormat ?? 'General', display);

function scatterLabels(drawing: Drawing, projection: Projection, scale: Scale): Shape[] {
  const axis = drawing.chart.axes.category;
  const font = fontOf(drawing, axis.font);
  const bottom = projection.room.y + projection.room.height;
  return marksOf(scale).map(value => ({
    kind: 'text',
    text: scatterLabel(drawing, value),
    at: { x: projection.categoryAt(value), y: bottom + labelGap + font.size / 2 },
    align: 'center',
    font,
    colour: inkOf(drawing, axis.font),
  }));
}

function categoryTexts({ chart, plot, display }: Drawing): string[] {
  const format = chart.axes.category.numberFormat;
  return plot.categories.map(({ text, number }) =>
    format !== null && number !== null ? displayText(number, format, display) : text,
  );
}

/** As many labels as fit beside each other; long ones are cut. */
function categoryLabels(drawing: Drawing, projection: Projection): Shape[] {
  const { chart, plot, measure } = drawing;
  const axis = chart.axes.category;
  const font = fontOf(drawing, axis.font);
  const { x, y, height } = projection.room;
  const lineHeight = font.size * lineHeightFactor;
  const texts = categoryTexts(drawing);
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
    const toEdge = projection.isSideways ? room : 2 * Math.min(at.x, chart.place.width - at.x);
    return [
      {
        kind: 'text',
        text: fitted(text.replaceAll('\n', ' '), Math.min(room, toEdge), font, measure),
        at,
        align: projection.isSideways ? 'right' : 'center',
        font,
        colour: inkOf(drawing, axis.font),
      },
    ];
  });
}
