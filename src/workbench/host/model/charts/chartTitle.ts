import type { ChartLegend, ChartTitle, DataLabels } from '../../../book/chart/chart';
import { shownTitle } from '../../../book/chart/chartData';
import { ModelObject, type ObjectClass } from '../../batch/modelObject';
import { asFlag, asOneOf, asText } from '../commonStyle';
import { fontFormat } from './chartFormat';
import { type ChartPart, partProperty } from './chartPart';

export function chartTitle(target: ChartPart<ChartTitle>): ModelObject {
  return ModelObject.of(chartTitleClass, target);
}

export function axisTitle(target: ChartPart<ChartTitle>): ModelObject {
  return ModelObject.of(axisTitleClass, target);
}

export function chartLegend(target: ChartPart<ChartLegend>): ModelObject {
  return ModelObject.of(chartLegendClass, target);
}

/** Several where the labels of a whole chart are set at once. */
export function dataLabels(target: ChartPart<readonly DataLabels[]>): ModelObject {
  return ModelObject.of(dataLabelsClass, target);
}

const visible = partProperty<ChartTitle>(
  title => title.isVisible,
  (title, value) => {
    title.isVisible = asFlag(value);
  },
);

/** A title that is given a text is there, as in Excel. */
const writeText = (title: ChartTitle, text: string): void => {
  title.text = text;
  title.isVisible = true;
};

const chartTitleClass: ObjectClass<ChartPart<ChartTitle>> = {
  name: 'ChartTitle',
  properties: {
    Text: {
      ...partProperty<ChartTitle>(
        title => title.text ?? '',
        (title, value) => writeText(title, asText(value)),
      ),
      get: ({ chart }, session) => shownTitle(session.book, chart),
    },
    Visible: visible,
  },
  objects: { Format: target => fontFormat('ChartTitleFormat', { ...target, part: target.part.font }) },
};

const axisTitleClass: ObjectClass<ChartPart<ChartTitle>> = {
  name: 'ChartAxisTitle',
  properties: {
    Text: partProperty(
      title => title.text ?? '',
      (title, value) => writeText(title, asText(value)),
    ),
    Visible: visible,
  },
  objects: { Format: target => fontFormat('ChartAxisTitleFormat', { ...target, part: target.part.font }) },
};

const legendPositions = ['Top', 'Bottom', 'Left', 'Right', 'Corner'] as const;

const chartLegendClass: ObjectClass<ChartPart<ChartLegend>> = {
  name: 'ChartLegend',
  properties: {
    Visible: partProperty(
      legend => legend.isVisible,
      (legend, value) => {
        legend.isVisible = asFlag(value);
      },
    ),
    Position: partProperty(
      legend => legend.position,
      (legend, value) => {
        legend.position = asOneOf(legendPositions, value);
      },
    ),
    Overlay: partProperty(
      legend => legend.isOverlaid,
      (legend, value) => {
        legend.isOverlaid = asFlag(value);
      },
    ),
  },
  objects: { Format: target => fontFormat('ChartLegendFormat', { ...target, part: target.part.font }) },
};

type LabelFlag = 'showValue' | 'showPercentage' | 'showCategoryName' | 'showSeriesName' | 'showLegendKey';

const labelFlag = (name: LabelFlag) =>
  partProperty<readonly DataLabels[]>(
    labels => labels[0]?.[name] ?? false,
    (labels, value) => {
      for (const each of labels) each[name] = asFlag(value);
    },
  );

const labelPositions = [
  'None',
  'Center',
  'InsideEnd',
  'InsideBase',
  'OutsideEnd',
  'Left',
  'Right',
  'Top',
  'Bottom',
  'BestFit',
  'Callout',
] as const;

const dataLabelsClass: ObjectClass<ChartPart<readonly DataLabels[]>> = {
  name: 'ChartDataLabels',
  properties: {
    ShowValue: labelFlag('showValue'),
    ShowPercentage: labelFlag('showPercentage'),
    ShowCategoryName: labelFlag('showCategoryName'),
    ShowSeriesName: labelFlag('showSeriesName'),
    ShowLegendKey: labelFlag('showLegendKey'),
    Position: partProperty(
      labels => labels[0]?.position ?? 'Invalid',
      (labels, value) => {
        const position = asOneOf(labelPositions, value);
        for (const each of labels) each.position = position === 'None' ? null : position;
      },
    ),
    NumberFormat: partProperty(
      labels => labels[0]?.numberFormat ?? 'General',
      (labels, value) => {
        for (const each of labels) each.numberFormat = asText(value);
      },
    ),
    Separator: partProperty(
      labels => labels[0]?.separator ?? ', ',
      (labels, value) => {
        for (const each of labels) each.separator = asText(value);
      },
    ),
  },
  objects: {
    Format: target => fontFormat('ChartDataLabelFormat', { ...target, part: target.part[0]?.font ?? {} }),
  },
};
