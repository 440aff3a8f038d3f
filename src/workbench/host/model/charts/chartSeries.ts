import { type Chart, type ChartSeries, chartTypes, isChartType, newSeries } from '../../../book/chart/chart';
import { seriesData, seriesName } from '../../../book/chart/chartData';
import { chartReference } from '../../../book/chart/sourceRange';
import { ApiError, notImplemented } from '../../batch/apiError';
import type { CallArguments } from '../../batch/callArguments';
import { ModelObject, type ObjectClass, type Property } from '../../batch/modelObject';
import { requiredAt } from '../../batch/required';
import type { Session } from '../../session';
import type { Json } from '../../wire/json';
import { asColor, asFlag, asNumber, asOneOf, asText } from '../commonStyle';
import { rangeArgument } from '../range';
import { chartFill, chartLine } from './chartFormat';
import { type ChartPart, changePart, partProperty } from './chartPart';
import { dataLabels } from './chartTitle';

export function seriesCollection(target: ChartPart<Chart>): ModelObject {
  return ModelObject.of(seriesCollectionClass, target);
}

function chartSeries({ sheet, chart }: ChartPart<Chart>, part: ChartSeries): ModelObject {
  return ModelObject.of(chartSeriesClass, { sheet, chart, part });
}

const seriesCollectionClass: ObjectClass<ChartPart<Chart>> = {
  name: 'ChartSeriesCollection',
  properties: { Count: { get: ({ chart }) => chart.series.length } },
  items: target => target.chart.series.map(each => chartSeries(target, each)),
  methods: {
    GetCount: ({ chart }) => chart.series.length,
    GetItemAt: (target, args) => chartSeries(target, requiredAt(target.chart.series, args.whole(0))),
    Add: (target, args, session) => {
      const { chart } = target;
      const index = args.optionalWhole(1, chart.series.length);
      if (index < 0 || index > chart.series.length) {
        throw new ApiError('InvalidArgument');
      }
      const name = args.optionalText(0) ?? `Series${chart.series.length + 1}`;
      const added = newSeries(chart.type, name);
      changePart(target, session, () => chart.series.splice(index, 0, added));
      return chartSeries(target, added);
    },
  },
};

/** A property that Excel keeps for all series of one kind on one axis: given to one of them, they all have it. */
function groupProperty(name: 'gapWidth' | 'overlap' | 'doughnutHoleSize'): Property<ChartPart<ChartSeries>> {
  return {
    get: ({ part }) => part[name],
    set: (target, value, session) => {
      const { type, axisGroup } = target.part;
      const size = asNumber(value);
      changePart(target, session, () => {
        for (const each of target.chart.series) {
          if (each.type === type && each.axisGroup === axisGroup) each[name] = size;
        }
      });
    },
  };
}

const chartSeriesClass: ObjectClass<ChartPart<ChartSeries>> = {
  name: 'ChartSeries',
  properties: {
    Name: {
      ...partProperty<ChartSeries>(
        series => series.name,
        (series, value) => {
          series.name = asText(value);
        },
      ),
      get: ({ part }, session) => seriesName(session.book, part),
    },
    ChartType: partProperty(
      series => series.type,
      (series, value) => {
        series.type = asChartType(value);
      },
    ),
    AxisGroup: partProperty(
      series => series.axisGroup,
      (series, value) => {
        series.axisGroup = asOneOf(['Primary', 'Secondary'] as const, value);
      },
    ),
    HasDataLabels: partProperty(
      series => series.hasDataLabels,
      (series, value) => {
        series.hasDataLabels = asFlag(value);
      },
    ),
    Smooth: partProperty(
      series => series.isSmooth ?? chartTypes[series.type].isSmooth,
      (series, value) => {
        series.isSmooth = asFlag(value);
      },
    ),
    MarkerStyle: partProperty(
      series => series.markerStyle ?? (chartTypes[series.type].hasMarkers ? 'Automatic' : 'None'),
      (series, value) => {
        series.markerStyle = asOneOf(markerStyles, value);
      },
    ),
    MarkerSize: partProperty(
      series => series.markerSize,
      (series, value) => {
        series.markerSize = asNumber(value);
      },
    ),
    GapWidth: groupProperty('gapWidth'),
    Overlap: groupProperty('overlap'),
    DoughnutHoleSize: groupProperty('doughnutHoleSize'),
    PlotOrder: { get: ({ chart, part }) => chart.series.indexOf(part) + 1 },
  },
  objects: {
    Format: target => ModelObject.of(seriesFormatClass, target),
    DataLabels: target => dataLabels({ ...target, part: [target.part.labels] }),
    Points: target => ModelObject.of(pointsClass, target),
  },
  methods: {
    SetValues: (target, args, session) => setReference(target, 'values', args, session),
    SetXAxisValues: (target, args, session) => setReference(target, 'categories', args, session),
    GetDimensionValues: ({ part }, args, session) => {
      const data = seriesData(session.book, part);
      const dimension = asOneOf(['Categories', 'Values', 'XValues', 'YValues'] as const, args.json(0));
      if (dimension === 'Values' || dimension === 'YValues') {
        return data.values;
      }
      return data.categories.map(({ text, number }) => (dimension === 'XValues' ? number : text));
    },
    GetDimensionDataSourceString: ({ part }, args) => {
      const dimension = asOneOf(['Categories', 'Values', 'XValues', 'YValues'] as const, args.json(0));
      const isValues = dimension === 'Values' || dimension === 'YValues';
      return (isValues ? part.values : part.categories)?.slice(1) ?? '';
    },
    Delete: (target, _args, session) =>
      changePart(target, session, part => {
        const { series } = target.chart;
        series.splice(series.indexOf(part), 1);
      }),
  },
};

const markerStyles = [
  'Invalid',
  'Automatic',
  'None',
  'Square',
  'Diamond',
  'Triangle',
  'X',
  'Star',
  'Dot',
  'Dash',
  'Circle',
  'Plus',
  'Picture',
] as const;

/** A type of chart that this host has; Excel knows others, which are refused by name. */
export function asChartType(value: Json): ChartSeries['type'] {
  const name = asText(value);
  if (!isChartType(name)) {
    throw notImplemented(`ChartType.${name}`);
  }
  return name;
}

function setReference(
  target: ChartPart<ChartSeries>,
  what: 'values' | 'categories',
  args: CallArguments,
  session: Session,
): void {
  const { sheet, area } = rangeArgument(args, 0);
  if (area.rowCount > 1 && area.columnCount > 1) {
    throw new ApiError('InvalidArgument');
  }
  changePart(target, session, series => {
    series[what] = chartReference(sheet, area);
  });
}

const seriesFormatClass: ObjectClass<ChartPart<ChartSeries>> = {
  name: 'ChartSeriesFormat',
  objects: {
    Fill: target => chartFill(target),
    Line: target => chartLine({ ...target, part: target.part.line }),
  },
};

const pointsClass: ObjectClass<ChartPart<ChartSeries>> = {
  name: 'ChartPointsCollection',
  properties: { Count: { get: ({ part }, session) => pointsOf(part, session).length } },
  items: (target, session) => pointsOf(target.part, session).map((_, index) => point(target, index)),
  methods: {
    GetCount: ({ part }, _args, session) => pointsOf(part, session).length,
    GetItemAt: (target, args, session) => {
      requiredAt(pointsOf(target.part, session), args.whole(0));
      return point(target, args.whole(0));
    },
  },
};

interface PointTarget extends ChartPart<ChartSeries> {
  readonly index: number;
}

const point = (target: ChartPart<ChartSeries>, index: number): ModelObject =>
  ModelObject.of(pointClass, { ...target, index });

const pointClass: ObjectClass<PointTarget> = {
  name: 'ChartPoint',
  properties: {
    Value: { get: ({ part, index }, session) => pointsOf(part, session)[index] ?? null },
  },
  objects: { Format: target => ModelObject.of(pointFormatClass, target) },
};

const pointFormatClass: ObjectClass<PointTarget> = {
  name: 'ChartPointFormat',
  objects: { Fill: target => ModelObject.of(pointFillClass, target) },
};

const pointFillClass: ObjectClass<PointTarget> = {
  name: 'ChartFill',
  methods: {
    SetSolidColor: ({ index, ...target }, args, session) => {
      const color = asColor(args.text(0));
      changePart(target, session, series => series.pointFills.set(index, color));
    },
    Clear: ({ index, ...target }, _args, session) =>
      changePart(target, session, series => series.pointFills.delete(index)),
  },
};

/** A series that is gone has no points to give. */
function pointsOf(series: ChartSeries, session: Session): readonly (number | null)[] {
  return seriesData(session.book, series).values;
}
