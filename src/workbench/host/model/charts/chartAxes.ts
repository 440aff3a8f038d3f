import type { AxisGroup, Chart, ChartAxis } from '../../../book/chart/chart';
import { plotOf } from '../../../book/chart/plot';
import type { Scale } from '../../../book/chart/valueScale';
import type { Sheet } from '../../../book/types';
import { notImplemented } from '../../batch/apiError';
import { ModelObject, type ObjectClass, type Property } from '../../batch/modelObject';
import type { Session } from '../../session';
import type { Json } from '../../wire/json';
import { asFlag, asOneOf, asText } from '../commonStyle';
import { chartFont, chartLine } from './chartFormat';
import { asNumberOrAutomatic, type ChartPart, changePart, partProperty } from './chartPart';
import { axisTitle } from './chartTitle';

export function chartAxes(target: ChartPart<Chart>): ModelObject {
  return ModelObject.of(chartAxesClass, target);
}

type AxisType = 'Category' | 'Value';

/** Which axis of its chart an axis is: its scale depends on the series that stand on it. */
interface AxisTarget extends ChartPart<ChartAxis> {
  readonly type: AxisType;
  readonly group: AxisGroup;
}

function axisOf(
  { sheet, chart }: { readonly sheet: Sheet; readonly chart: Chart },
  type: AxisType,
  group: AxisGroup,
): ModelObject {
  const { category, value, secondaryValue } = chart.axes;
  const onValues = group === 'Primary' ? value : secondaryValue;
  return ModelObject.of(chartAxisClass, {
    sheet,
    chart,
    part: type === 'Category' ? category : onValues,
    type,
    group,
  });
}

const chartAxesClass: ObjectClass<ChartPart<Chart>> = {
  name: 'ChartAxes',
  objects: {
    CategoryAxis: target => axisOf(target, 'Category', 'Primary'),
    ValueAxis: target => axisOf(target, 'Value', 'Primary'),
  },
  methods: {
    GetItem: (target, args) => {
      const type = asOneOf(['Category', 'Value', 'Series'] as const, args.json(0));
      if (type === 'Series') {
        throw notImplemented("ChartAxes.getItem('Series')");
      }
      const group = args.isOmitted(1) ? 'Primary' : asOneOf(['Primary', 'Secondary'] as const, args.json(1));
      return axisOf(target, type, group);
    },
  },
};

function scaleOf({ chart, type, group }: AxisTarget, session: Session): Scale | null {
  const plot = plotOf(session.book, chart);
  return type === 'Category' ? plot.categoryScale : plot.valueScales[group];
}

/** What was set, or what the chart finds by itself; setting `""` makes it automatic again. */
function bound(
  name: 'minimum' | 'maximum' | 'majorUnit',
  ofScale: (scale: Scale) => number,
): Property<AxisTarget> {
  return {
    get: (target, session) => {
      const scale = target.part[name] === null ? scaleOf(target, session) : null;
      return target.part[name] ?? (scale ? ofScale(scale) : '');
    },
    set: (target, value, session) =>
      changePart(target, session, axis => {
        axis[name] = asNumberOrAutomatic(value);
      }),
  };
}

const axisProperty = (
  read: (axis: ChartAxis) => Json,
  write: (axis: ChartAxis, value: Json) => void,
): Property<AxisTarget> => partProperty(read, write) as Property<AxisTarget>;

const chartAxisClass: ObjectClass<AxisTarget> = {
  name: 'ChartAxis',
  properties: {
    Type: { get: ({ type }) => type },
    AxisGroup: { get: ({ group }) => group },
    Minimum: bound('minimum', scale => scale.minimum),
    Maximum: bound('maximum', scale => scale.maximum),
    MajorUnit: bound('majorUnit', scale => scale.unit),
    NumberFormat: axisProperty(
      axis => axis.numberFormat ?? 'General',
      (axis, value) => {
        axis.numberFormat = asText(value);
      },
    ),
    LinkNumberFormat: axisProperty(
      axis => axis.numberFormat === null,
      (axis, value) => {
        axis.numberFormat = asFlag(value) ? null : (axis.numberFormat ?? 'General');
      },
    ),
    CategoryType: axisProperty(
      axis => axis.categoryType,
      (axis, value) => {
        axis.categoryType = asOneOf(['Automatic', 'TextAxis', 'DateAxis'] as const, value);
      },
    ),
    Visible: axisProperty(
      axis => axis.isVisible,
      (axis, value) => {
        axis.isVisible = asFlag(value);
      },
    ),
    ReversePlotOrder: axisProperty(
      axis => axis.isReversed,
      (axis, value) => {
        axis.isReversed = asFlag(value);
      },
    ),
    TickLabelPosition: axisProperty(
      axis => axis.tickLabelPosition,
      (axis, value) => {
        axis.tickLabelPosition = asOneOf(['NextToAxis', 'High', 'Low', 'None'] as const, value);
      },
    ),
  },
  objects: {
    Title: target => axisTitle({ ...target, part: target.part.title }),
    Format: target => ModelObject.of(chartAxisFormatClass, target),
    MajorGridlines: target => gridlines(target, 'hasMajorGridlines'),
    MinorGridlines: target => gridlines(target, 'hasMinorGridlines'),
  },
};

const chartAxisFormatClass: ObjectClass<AxisTarget> = {
  name: 'ChartAxisFormat',
  objects: {
    Font: target => chartFont({ ...target, part: target.part.font }),
    Line: target => chartLine({ ...target, part: target.part.line }),
  },
};

function gridlines(target: AxisTarget, which: 'hasMajorGridlines' | 'hasMinorGridlines'): ModelObject {
  const table: ObjectClass<AxisTarget> = {
    name: 'ChartGridlines',
    properties: {
      Visible: axisProperty(
        axis => axis[which],
        (axis, value) => {
          axis[which] = asFlag(value);
        },
      ),
    },
  };
  return ModelObject.of(table, target);
}
