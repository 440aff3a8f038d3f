import type { ChartFont, ChartLine } from '../../../book/chart/chart';
import { ModelObject, type ObjectClass } from '../../batch/modelObject';
import { asColor, asFlag, asNumber, asOneOf, asText } from '../commonStyle';
import { type ChartPart, changePart, partProperty } from './chartPart';

/** What a fill writes to: a series, a point, the chart itself. */
export interface FilledPart {
  fill: string | null;
}

/** Open `fill` of a part of a chart. Excel has no way to read it but `getSolidColor` of shapes, so nor has this. */
export function chartFill(target: ChartPart<FilledPart>): ModelObject {
  return ModelObject.of(chartFillClass, target);
}

export function chartFont(target: ChartPart<ChartFont>): ModelObject {
  return ModelObject.of(chartFontClass, target);
}

/** Open `line` or `border` of a part of a chart. */
export function chartLine(target: ChartPart<ChartLine>): ModelObject {
  return ModelObject.of(chartLineClass, target);
}

/** Open a format of which this host keeps only the fonts: that of a title, a legend, data labels. */
export function fontFormat(className: string, target: ChartPart<ChartFont>): ModelObject {
  return ModelObject.of({ ...fontFormatClass, name: className }, target);
}

const fontFormatClass: ObjectClass<ChartPart<ChartFont>> = {
  name: 'ChartFontFormat',
  objects: { Font: target => chartFont(target) },
};

const chartFillClass: ObjectClass<ChartPart<FilledPart>> = {
  name: 'ChartFill',
  methods: {
    SetSolidColor: (target, args, session) =>
      changePart(target, session, part => {
        part.fill = asColor(args.text(0));
      }),
    Clear: (target, _args, session) =>
      changePart(target, session, part => {
        part.fill = null;
      }),
  },
};

const usualFontSize = 10;

const chartFontClass: ObjectClass<ChartPart<ChartFont>> = {
  name: 'ChartFont',
  properties: {
    Bold: partProperty(
      font => font.bold ?? false,
      (font, value) => {
        font.bold = asFlag(value);
      },
    ),
    Italic: partProperty(
      font => font.italic ?? false,
      (font, value) => {
        font.italic = asFlag(value);
      },
    ),
    Size: partProperty(
      font => font.size ?? usualFontSize,
      (font, value) => {
        font.size = asNumber(value);
      },
    ),
    Color: partProperty(
      font => font.color ?? '#000000',
      (font, value) => {
        font.color = asColor(value);
      },
    ),
    Name: partProperty(
      font => font.name ?? 'Calibri',
      (font, value) => {
        font.name = asText(value);
      },
    ),
  },
};

const lineStyles = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Grey25',
  'Grey50',
  'Grey75',
  'Automatic',
  'RoundDot',
] as const;

const chartLineClass: ObjectClass<ChartPart<ChartLine>> = {
  name: 'ChartLineFormat',
  properties: {
    Color: partProperty(
      line => line.color ?? '',
      (line, value) => {
        line.color = asColor(value);
      },
    ),
    Weight: partProperty(
      line => line.weight ?? -1,
      (line, value) => {
        line.weight = asNumber(value);
      },
    ),
    LineStyle: partProperty(
      line => (line.color === null ? 'None' : (line.style ?? 'Automatic')),
      (line, value) => {
        line.style = asOneOf(lineStyles, value);
        if (line.style === 'None') line.color = null;
        else if (line.color === null) delete line.color;
      },
    ),
  },
  methods: {
    Clear: (target, _args, session) =>
      changePart(target, session, line => {
        line.color = null;
      }),
  },
};
