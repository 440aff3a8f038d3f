/** The series of a chart with axes: what stands for each number. */
import { chartTypes } from '../../../book/chart/chart';
import type { PlottedSeries } from '../../../book/chart/plot';
import { inkFor } from '../colour';
import { type Drawing, fontOf, inkOf, ownPointColour, seriesColour } from './drawing';
import { labelText } from './labels';
import type { Projection } from './projection';
import type { Place, Shape } from './shapes';

const usualLineWidth = 2.25;
const pixelsPerPoint = 4 / 3;
const usualMarkerSize = 5;
const labelDistance = 10;

/** Areas lie behind columns, columns behind lines, as Excel draws them. */
const depth = { area: 0, column: 1, bar: 1, line: 2, scatter: 3, pie: 4, doughnut: 4 } as const;

export function seriesShapes(drawing: Drawing, projection: Projection): Shape[] {
  const { series } = drawing.plot;
  const byDepth = series.toSorted(
    (one, other) => depth[shapeOf(one)] - depth[shapeOf(other)] || one.order - other.order,
  );
  return [
    ...byDepth.flatMap(each => shapesOf(each, drawing, projection)),
    ...byDepth.flatMap(each => labelShapes(each, drawing, projection)),
  ];
}

const shapeOf = ({ series }: PlottedSeries) => chartTypes[series.type].shape;

function shapesOf(plotted: PlottedSeries, drawing: Drawing, projection: Projection): Shape[] {
  switch (shapeOf(plotted)) {
    case 'column':
    case 'bar':
      return columnShapes(plotted, drawing, projection);
    case 'area':
      return areaShapes(plotted, drawing, projection);
    default:
      return lineShapes(plotted, drawing, projection);
  }
}

interface Slot {
  /** From the middle of the category to the middle of the column. */
  readonly offset: number;
  readonly width: number;
}

/** How columns share the width of their category: gap and overlap in percent, as Excel has them. */
function slotOf({ series, order }: PlottedSeries, drawing: Drawing, projection: Projection): Slot {
  const beside = drawing.plot.series.filter(
    each => shapeOf(each) === chartTypes[series.type].shape && each.series.axisGroup === series.axisGroup,
  );
  const isStacked = chartTypes[series.type].grouping !== 'clustered';
  const count = isStacked ? 1 : beside.length;
  const overlap = isStacked ? 0 : series.overlap / 100;
  const spread = count - (count - 1) * overlap;
  const width = projection.step / (spread + series.gapWidth / 100);
  const index = isStacked ? 0 : beside.findIndex(each => each.order === order);
  const start = -(width * spread) / 2;
  return { width: Math.max(1, width), offset: start + width / 2 + index * width * (1 - overlap) };
}

function columnShapes(plotted: PlottedSeries, drawing: Drawing, projection: Projection): Shape[] {
  const { series, tops, bottoms } = plotted;
  const slot = slotOf(plotted, drawing, projection);
  const colour = seriesColour(drawing, plotted);
  return tops.flatMap((top, index): Shape[] => {
    if (top === null) return [];
    const from = projection.valueAt(bottoms[index] ?? 0, series.axisGroup);
    const to = projection.valueAt(top, series.axisGroup);
    const along = projection.categoryAt(index) + (projection.isSideways ? -slot.offset : slot.offset);
    const start = along - slot.width / 2;
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const fill = ownPointColour(drawing, series, index) ?? colour;
    const box = projection.isSideways
      ? { x: low, y: start, width: high - low, height: slot.width }
      : { x: start, y: low, width: slot.width, height: high - low };
    return [{ kind: 'box', ...box, fill }];
  });
}

function areaShapes(plotted: PlottedSeries, drawing: Drawing, projection: Projection): Shape[] {
  const { series, tops, bottoms } = plotted;
  const upper = tops.map((top, index) => projection.place(index, top ?? 0, series.axisGroup));
  const lower = bottoms.map((bottom, index) => projection.place(index, bottom, series.axisGroup));
  return [
    { kind: 'surface', points: [...upper, ...lower.toReversed()], fill: seriesColour(drawing, plotted) },
  ];
}

function lineShapes(plotted: PlottedSeries, drawing: Drawing, projection: Projection): Shape[] {
  const { series } = plotted;
  const traits = chartTypes[series.type];
  const colour = seriesColour(drawing, plotted);
  const runs = runsOf(plotted, drawing, projection);
  const shapes: Shape[] = [];
  const width = (series.line.weight ?? usualLineWidth) * pixelsPerPoint;
  if (traits.hasLine && series.line.color !== null) {
    const isSmooth = series.isSmooth ?? traits.isSmooth;
    const dash = dashOf(series.line.style, width);
    for (const points of runs) {
      if (points.length > 1) shapes.push({ kind: 'line', points, colour, width, isSmooth, dash });
    }
  }
  const hasMarkers = series.markerStyle === null ? traits.hasMarkers : series.markerStyle !== 'None';
  if (hasMarkers) {
    const radius = ((series.markerSize || usualMarkerSize) * pixelsPerPoint) / 2;
    for (const at of runs.flat()) shapes.push({ kind: 'dot', at, radius, fill: colour });
  }
  return shapes;
}

function dashOf(style: string | undefined, width: number): readonly number[] {
  if (style === 'Dash' || style === 'DashDot' || style === 'DashDotDot') return [4 * width, 3 * width];
  return style === 'Dot' || style === 'RoundDot' ? [width, 2 * width] : [];
}

/** The points in stretches without a gap. Blanks end a stretch, count as zero, or are passed over, as the chart says. */
function runsOf(plotted: PlottedSeries, drawing: Drawing, projection: Projection): Place[][] {
  const { series, tops, data } = plotted;
  const blanks = drawing.chart.displayBlanksAs;
  const isScatter = shapeOf(plotted) === 'scatter';
  const runs: Place[][] = [[]];
  tops.forEach((top, index) => {
    const value = top ?? (blanks === 'Zero' ? 0 : null);
    const category = isScatter ? (data.categories[index]?.number ?? index + 1) : index;
    if (value !== null) runs.at(-1)!.push(projection.place(category, value, series.axisGroup));
    else if (blanks === 'NotPlotted' && runs.at(-1)!.length > 0) runs.push([]);
  });
  return runs;
}

function labelShapes(plotted: PlottedSeries, drawing: Drawing, projection: Projection): Shape[] {
  const { series, tops, bottoms } = plotted;
  if (!series.hasDataLabels) return [];
  const shape = shapeOf(plotted);
  const isColumn = shape === 'column' || shape === 'bar';
  const isStacked = chartTypes[series.type].grouping !== 'clustered';
  const position =
    series.labels.position ?? (isColumn && !isStacked ? 'OutsideEnd' : isColumn ? 'Center' : 'Top');
  const slot = isColumn ? slotOf(plotted, drawing, projection) : { offset: 0, width: 0 };
  const font = fontOf(drawing, series.labels.font);
  const isInside = isColumn && position !== 'OutsideEnd';
  return tops.flatMap((top, index): Shape[] => {
    const share = isStacked && top !== null ? top - (bottoms[index] ?? 0) : null;
    const text = labelText(drawing, plotted, index, share);
    if (top === null || text === '') return [];
    const end = projection.valueAt(top, series.axisGroup);
    const start = projection.valueAt(bottoms[index] ?? 0, series.axisGroup);
    const isScatter = shape === 'scatter';
    const category = isScatter ? (plotted.data.categories[index]?.number ?? index + 1) : index;
    const along = projection.categoryAt(category) + (projection.isSideways ? -slot.offset : slot.offset);
    const length = Math.abs(end - start);
    // A label that is larger than its part of a stack would lie over the next one.
    if (isInside && length < font.size + 2) return [];
    const away = end >= start ? 1 : -1;
    const value = valuePlace(position, { start, end, away }, projection.isSideways ? 16 : labelDistance);
    const fill = ownPointColour(drawing, series, index) ?? seriesColour(drawing, plotted);
    return [
      {
        kind: 'text',
        text,
        at: projection.isSideways ? { x: value, y: along } : { x: along, y: value },
        align: 'center',
        font,
        colour: series.labels.font.color ?? (isInside ? inkFor(fill) : inkOf(drawing, {})),
      },
    ];
  });
}

function valuePlace(
  position: string,
  { start, end, away }: { readonly start: number; readonly end: number; readonly away: number },
  distance: number,
): number {
  switch (position) {
    case 'OutsideEnd':
      return end + away * distance;
    case 'Center':
    case 'Left':
    case 'Right':
      return position === 'Center' ? (start + end) / 2 : end;
    case 'InsideEnd':
      return end - away * distance;
    case 'InsideBase':
      return start + away * distance;
    case 'Bottom':
      return end + distance;
    default:
      return end - distance;
  }
}
