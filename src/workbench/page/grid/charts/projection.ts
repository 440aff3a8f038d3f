/** From numbers of a chart to pixels of its plot. */
import { type AxisGroup, chartTypes } from '../../../book/chart/chart';
import type { Rectangle } from '../layout';
import type { Drawing } from './drawing';
import type { Place } from './shapes';

export class Projection {
  /** Pixels between one category and the next. */
  readonly step: number;
  private readonly centres: readonly number[];
  private readonly isScatter: boolean;

  constructor(
    readonly room: Rectangle,
    private readonly drawing: Drawing,
    readonly isSideways: boolean,
  ) {
    const { plot, chart } = drawing;
    const length = isSideways ? room.height : room.width;
    const count = Math.max(1, plot.categories.length);
    // Areas alone reach from edge to edge; whatever has a width needs half of it on both sides.
    const isFromEdge = count > 1 && chart.series.every(series => chartTypes[series.type].shape === 'area');
    this.isScatter = plot.categoryScale !== null;
    const shares = plot.hasDates ? dateShares(drawing, isFromEdge) : evenShares(count, isFromEdge);
    this.centres = shares.centres;
    this.step = length * shares.step;
  }

  /** Where a category is by its index; on a scatter, where an x value is. */
  categoryAt(indexOrValue: number): number {
    const share = this.isScatter ? this.shareOfX(indexOrValue) : (this.centres[indexOrValue] ?? 0);
    const { isReversed } = this.drawing.chart.axes.category;
    const { x, y, width, height } = this.room;
    if (!this.isSideways) return x + width * (isReversed ? 1 - share : share);
    // Bars begin at the bottom.
    return y + height * (isReversed ? share : 1 - share);
  }

  valueAt(value: number, group: AxisGroup): number {
    const { plot, chart } = this.drawing;
    const scale = plot.valueScales[group] ?? { minimum: 0, maximum: 1, unit: 1 };
    const axis = group === 'Primary' ? chart.axes.value : chart.axes.secondaryValue;
    const { minimum, maximum } = scale;
    const inside = Math.min(maximum, Math.max(minimum, value));
    const share = (inside - minimum) / (maximum - minimum || 1);
    const onAxis = axis.isReversed ? 1 - share : share;
    const { x, y, width, height } = this.room;
    return this.isSideways ? x + width * onAxis : y + height * (1 - onAxis);
  }

  /** Where columns begin: at zero, or at the edge that is nearest to it. */
  zero(group: AxisGroup): number {
    return this.valueAt(0, group);
  }

  place(category: number, value: number, group: AxisGroup): Place {
    const [along, up] = [this.categoryAt(category), this.valueAt(value, group)];
    return this.isSideways ? { x: up, y: along } : { x: along, y: up };
  }

  private shareOfX(value: number): number {
    const { minimum, maximum } = this.drawing.plot.categoryScale!;
    return (Math.min(maximum, Math.max(minimum, value)) - minimum) / (maximum - minimum || 1);
  }
}

interface Shares {
  readonly centres: readonly number[];
  readonly step: number;
}

function evenShares(count: number, isFromEdge: boolean): Shares {
  const step = isFromEdge ? 1 / (count - 1) : 1 / count;
  const first = isFromEdge ? 0 : step / 2;
  return { centres: Array.from({ length: count }, (_, index) => first + index * step), step };
}

/** Dates stand as far apart as they are, the nearest two a step. */
function dateShares({ plot }: Drawing, isFromEdge: boolean): Shares {
  const days = plot.categories.map(({ number }) => number ?? Number.NaN);
  const sorted = days.filter(day => !Number.isNaN(day)).sort((one, other) => one - other);
  const gaps = sorted.map((day, index) => day - (sorted[index - 1] ?? Number.NEGATIVE_INFINITY));
  const gap = Math.min(...gaps.filter(each => each > 0 && Number.isFinite(each)));
  const [first] = sorted;
  if (first === undefined || !Number.isFinite(gap)) return evenShares(Math.max(1, days.length), false);
  const steps = (sorted.at(-1)! - first) / gap;
  const count = isFromEdge ? steps : steps + 1;
  const offset = isFromEdge ? 0 : 0.5;
  return { centres: days.map(day => ((day - first) / gap + offset) / count), step: 1 / count };
}
