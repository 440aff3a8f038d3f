/** How DrawingML names what charts of the book have (ECMA-376 part 1, 21.2). Reading and writing share these. */
import type { ChartAxis, ChartTraits, LegendPosition } from '../../book/chart/chart';

export const chartNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
export const drawingNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const spreadsheetDrawingNamespace =
  'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
export const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** English Metric Units: 914,400 an inch, 96 pixels an inch. */
export const emuPerPixel = 9525;
export const emuPerPoint = 12700;

export const plotElements: Readonly<Record<ChartTraits['shape'], string>> = {
  column: 'barChart',
  bar: 'barChart',
  line: 'lineChart',
  area: 'areaChart',
  pie: 'pieChart',
  doughnut: 'doughnutChart',
  scatter: 'scatterChart',
};

export const legendPositions: Readonly<Record<LegendPosition, string>> = {
  Top: 't',
  Bottom: 'b',
  Left: 'l',
  Right: 'r',
  Corner: 'tr',
};

export const tickLabelPositions: Readonly<Record<ChartAxis['tickLabelPosition'], string>> = {
  NextToAxis: 'nextTo',
  High: 'high',
  Low: 'low',
  None: 'none',
};

export const blanks = { NotPlotted: 'gap', Zero: 'zero', Interpolated: 'span' } as const;

export const labelPositions: Readonly<Record<string, string>> = {
  Center: 'ctr',
  InsideEnd: 'inEnd',
  InsideBase: 'inBase',
  OutsideEnd: 'outEnd',
  Left: 'l',
  Right: 'r',
  Top: 't',
  Bottom: 'b',
  BestFit: 'bestFit',
};

/** Excel calls a file damaged in which labels stand where their kind of chart has no place for them. */
export function hasLabelPlace({ shape, grouping }: ChartTraits, position: string): boolean {
  switch (shape) {
    case 'column':
    case 'bar':
      return ['Center', 'InsideEnd', 'InsideBase'].includes(position) || isOutside(grouping, position);
    case 'line':
    case 'scatter':
      return ['Center', 'Left', 'Right', 'Top', 'Bottom'].includes(position);
    case 'pie':
      return ['BestFit', 'Center', 'InsideEnd', 'OutsideEnd'].includes(position);
    default:
      return false;
  }
}

const isOutside = (grouping: ChartTraits['grouping'], position: string): boolean =>
  grouping === 'clustered' && position === 'OutsideEnd';

export const dashes: Readonly<Record<string, string>> = {
  Continuous: 'solid',
  Dash: 'dash',
  DashDot: 'dashDot',
  DashDotDot: 'lgDashDotDot',
  Dot: 'sysDot',
  RoundDot: 'sysDot',
};

/** The name that has a value in one of these tables. */
export function nameOf<T extends string>(
  table: Readonly<Record<T, string>>,
  value: string | undefined,
): T | null {
  return (Object.keys(table) as T[]).find(name => table[name] === value) ?? null;
}
