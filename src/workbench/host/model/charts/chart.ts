import { type Chart, chartTypes } from '../../../book/chart/chart';
import { offsetOf, placeAt, placeOver } from '../../../book/chart/chartPlace';
import { type SeriesBy, setSource } from '../../../book/chart/sourceRange';
import type { Sheet } from '../../../book/types';
import { ApiError } from '../../batch/apiError';
import type { Argument } from '../../batch/callArguments';
import { ModelObject, type ObjectClass } from '../../batch/modelObject';
import type { Session } from '../../session';
import { areaAt, type SheetArea } from '../../sheetArea';
import { asNumber, asOneOf, asText } from '../commonStyle';
import { pixelsOf, pointsOf } from '../pixels';
import { isRange, rangeArgument } from '../range';
import { worksheet } from '../worksheet';
import { chartAxes } from './chartAxes';
import { chartFill, chartFont, chartLine } from './chartFormat';
import { type ChartPart, changePart, partProperty } from './chartPart';
import { asChartType, seriesCollection } from './chartSeries';
import { chartLegend, chartTitle, dataLabels } from './chartTitle';

type ChartTarget = ChartPart<Chart>;

/** Make the `Chart` object of a chart. */
export function chart(sheet: Sheet, target: Chart): ModelObject {
  return ModelObject.of(chartClass, { sheet, chart: target, part: target });
}

export function asSeriesBy(value: Argument): SeriesBy {
  if (value instanceof ModelObject) {
    throw new ApiError('InvalidArgument');
  }
  return value === null ? 'Auto' : asOneOf(['Auto', 'Columns', 'Rows'] as const, value);
}

const size = (side: 'width' | 'height') =>
  partProperty<Chart>(
    each => pointsOf(each.place[side]),
    (each, value) => {
      each.place = { ...each.place, [side]: pixelsOf(asNumber(value)) };
    },
  );

/** How far the chart is from the sheet's own corner. */
const offset = (side: 'left' | 'top') => ({
  get: ({ sheet, part }: ChartTarget) => pointsOf(offsetOf(sheet, part.place)[side]),
  set: (target: ChartTarget, value: Parameters<typeof asNumber>[0], session: Session) =>
    changePart(target, session, each => {
      const before = offsetOf(target.sheet, each.place);
      each.place = placeAt(target.sheet, { ...before, [side]: pixelsOf(asNumber(value)) }, each.place);
    }),
});

const chartClass: ObjectClass<ChartTarget> = {
  name: 'Chart',
  identity: ({ part }) => ({ Id: part.id }),
  properties: {
    Id: { get: ({ part }) => part.id },
    Name: partProperty(
      each => each.name,
      (each, value) => {
        each.name = asText(value);
      },
    ),
    ChartType: partProperty(
      each => each.type,
      (each, value) => changeType(each, asChartType(value)),
    ),
    Left: offset('left'),
    Top: offset('top'),
    Width: size('width'),
    Height: size('height'),
    PlotBy: { get: ({ part }) => part.plotBy },
    DisplayBlanksAs: partProperty(
      each => each.displayBlanksAs,
      (each, value) => {
        each.displayBlanksAs = asOneOf(['NotPlotted', 'Zero', 'Interpolated'] as const, value);
      },
    ),
  },
  objects: {
    Title: target => chartTitle({ ...target, part: target.chart.title }),
    Legend: target => chartLegend({ ...target, part: target.chart.legend }),
    Axes: target => chartAxes(target),
    Series: target => seriesCollection(target),
    DataLabels: target => dataLabels({ ...target, part: target.chart.series.map(series => series.labels) }),
    Format: target => ModelObject.of(chartAreaFormatClass, target),
    Worksheet: ({ sheet }) => worksheet(sheet),
  },
  methods: {
    Activate: ({ sheet }, _args, session) => session.book.activate(sheet),
    Delete: ({ sheet, part }, _args, session) => session.book.removeChart(sheet, part),
    SetData: (target, args, session) => {
      const source = rangeArgument(args, 0);
      const seriesBy = asSeriesBy(args.at(1));
      changePart(target, session, each => setSource(each, source.sheet, source.area, seriesBy));
    },
    SetPosition: (target, args, session) => {
      const from = cellsArgument(target.sheet, args.at(0), session);
      const to = args.isOmitted(1) ? null : cellsArgument(target.sheet, args.at(1), session);
      changePart(target, session, each => {
        const { row, column } = from.area;
        each.place = to
          ? placeOver(target.sheet, from.area, to.area)
          : { ...each.place, row, column, x: 0, y: 0 };
      });
    },
  },
};

/** All series take the chart's new type, and stack where it stacks. */
function changeType(target: Chart, type: Chart['type']): void {
  target.type = type;
  for (const series of target.series) {
    series.type = type;
    series.overlap = chartTypes[type].grouping === 'clustered' ? 0 : 100;
  }
}

/** A range of the chart's own sheet, as an object or as its address. */
function cellsArgument(sheet: Sheet, value: Argument, session: Session): SheetArea {
  const found = isRange(value)
    ? (value.target as SheetArea)
    : typeof value === 'string'
      ? areaAt(value, session.book, sheet)
      : null;
  if (!found || found.sheet !== sheet) {
    throw new ApiError('InvalidArgument');
  }
  return found;
}

const chartAreaFormatClass: ObjectClass<ChartTarget> = {
  name: 'ChartAreaFormat',
  objects: {
    Fill: target => chartFill(target),
    Font: target => chartFont({ ...target, part: target.chart.font }),
    Border: target => chartLine({ ...target, part: target.chart.line }),
  },
};
