/** A chart part as a chart of the book; what the book does not know stays behind in the part itself. */
import {
  type AxisGroup,
  type Chart,
  type ChartAxis,
  type ChartFont,
  type ChartLine,
  type ChartSeries,
  type ChartTitle,
  type ChartTraits,
  type ChartType,
  chartTypes,
  type DataLabels,
  newChart,
  newLabels,
  newSeries,
} from '../../book/chart/chart';
import { readColor, themeOrder } from '../colors';
import { fromStored } from '../storedFormula';
import { attribute, child, children, content, descend, flag, type XmlNode } from '../xml';
import {
  blanks,
  dashes,
  emuPerPoint,
  labelPositions,
  legendPositions,
  nameOf,
  tickLabelPositions,
} from './chartElements';

/** Everything of a chart but where it stands and what it is called. */
export type ReadChart = Omit<Chart, 'id' | 'name' | 'place'>;

const nowhere = { row: 0, column: 0, x: 0, y: 0, width: 1, height: 1 };

/** Read a chart part; null where its kind of chart is none of the book's. */
export function readChart(root: XmlNode, theme: readonly string[]): ReadChart | null {
  const chartNode = child(root, 'chart');
  const plotArea = child(chartNode, 'plotArea');
  const plots = plotsOf(plotArea);
  const [first] = plots;
  if (!plotArea || !first || plots.some(({ type }) => type === null)) return null;
  const chart = newChart('', '', first.type!, nowhere);
  const secondary = secondaryAxes(plotArea, plots);
  const ordered = plots
    .flatMap(({ node, type }) => {
      const group: AxisGroup = secondary.has(attributeOf(child(node, 'axId')) ?? '')
        ? 'Secondary'
        : 'Primary';
      return children(node, 'ser').map(series => ({
        order: Number(attributeOf(child(series, 'order')) ?? 0),
        series: readSeries(series, node, type!, group, theme),
      }));
    })
    .sort((one, other) => one.order - other.order);
  chart.series.push(...ordered.map(({ series }) => series));
  if (chart.series[0]) chart.type = chart.series[0].type;
  readTitle(child(chartNode, 'title'), chart.title, theme);
  const isTitleDeleted = flagOf(child(chartNode, 'autoTitleDeleted'), false);
  chart.title.isVisible =
    child(chartNode, 'title') !== undefined || (!isTitleDeleted && chart.series.length === 1);
  readLegend(child(chartNode, 'legend'), chart, theme);
  readAxes(plotArea, chart, secondary, theme);
  chart.displayBlanksAs = nameOf(blanks, attributeOf(child(chartNode, 'dispBlanksAs'))) ?? 'NotPlotted';
  chart.fill = fillOf(child(root, 'spPr'), theme);
  Object.assign(chart.line, lineOf(child(root, 'spPr'), theme));
  Object.assign(chart.font, fontOf(child(root, 'txPr'), theme));
  const { id: _id, name: _name, place: _place, ...read } = chart;
  return read;
}

const attributeOf = (node: XmlNode | undefined): string | undefined => attribute(node, 'val');

/** A flag's element without a value means yes; no element means what the format says. */
const flagOf = (node: XmlNode | undefined, whenAbsent: boolean): boolean =>
  node === undefined ? whenAbsent : flag(node, 'val', true);

interface ReadPlot {
  readonly node: XmlNode;
  readonly type: ChartType | null;
}

function plotsOf(plotArea: XmlNode | undefined): ReadPlot[] {
  return Object.keys(plotArea ?? {})
    .filter(name => name.endsWith('Chart'))
    .flatMap(name => children(plotArea, name).map(node => ({ node, type: typeOf(name, node) })));
}

const isSmoothSeries = (node: XmlNode): boolean =>
  children(node, 'ser').some(series => flagOf(child(series, 'smooth'), false));

const hasMarkers = (node: XmlNode): boolean =>
  children(node, 'ser').some(series => attributeOf(descend(series, 'marker', 'symbol')) !== 'none');

const hasNoLine = (node: XmlNode): boolean =>
  children(node, 'ser').every(series => descend(series, 'spPr', 'ln', 'noFill') !== undefined);

function typeOf(name: string, node: XmlNode): ChartType | null {
  const grouping = groupings[attributeOf(child(node, 'grouping')) ?? 'standard'] ?? 'clustered';
  switch (name) {
    case 'barChart':
      return typeWith(attributeOf(child(node, 'barDir')) === 'bar' ? 'bar' : 'column', grouping);
    case 'areaChart':
      return typeWith('area', grouping);
    case 'lineChart':
      if (grouping !== 'clustered') return grouping === 'stacked' ? 'LineStacked' : null;
      return hasMarkers(node) ? 'LineMarkers' : 'Line';
    case 'pieChart':
      return 'Pie';
    case 'doughnutChart':
      return 'Doughnut';
    case 'scatterChart':
      return scatterType(node);
    default:
      return null;
  }
}

function scatterType(node: XmlNode): ChartType {
  if (hasNoLine(node)) return 'XYScatter';
  if (isSmoothSeries(node)) return hasMarkers(node) ? 'XYScatterSmooth' : 'XYScatterSmoothNoMarkers';
  return hasMarkers(node) ? 'XYScatterLines' : 'XYScatterLinesNoMarkers';
}

const groupings: Readonly<Record<string, ChartTraits['grouping']>> = {
  clustered: 'clustered',
  standard: 'clustered',
  stacked: 'stacked',
  percentStacked: 'percentStacked',
};

function typeWith(shape: ChartTraits['shape'], grouping: ChartTraits['grouping']): ChartType | null {
  const types = Object.keys(chartTypes) as ChartType[];
  return (
    types.find(type => chartTypes[type].shape === shape && chartTypes[type].grouping === grouping) ?? null
  );
}

/** The ids of the axes whose values cross at the far side, or that come after a first pair. */
function secondaryAxes(plotArea: XmlNode, plots: readonly ReadPlot[]): Set<string> {
  const ids = plots.map(({ node }) => children(node, 'axId').map(each => attributeOf(each) ?? ''));
  const primary = new Set(ids[0] ?? []);
  const crossing = children(plotArea, 'valAx').filter(axis => attributeOf(child(axis, 'crosses')) === 'max');
  const isFarFirst =
    crossing.some(axis => primary.has(attributeOf(child(axis, 'axId')) ?? '')) && ids.length > 1;
  const others = new Set(ids.flat().filter(id => !primary.has(id)));
  return isFarFirst && others.size > 0 ? primary : others;
}

function readSeries(
  node: XmlNode,
  plot: XmlNode,
  type: ChartType,
  axisGroup: AxisGroup,
  theme: readonly string[],
): ChartSeries {
  const series = newSeries(type, nameIn(child(node, 'tx')));
  const { shape } = chartTypes[type];
  const isLine = shape === 'line' || shape === 'scatter';
  const line = lineOf(child(node, 'spPr'), theme);
  series.axisGroup = axisGroup;
  series.categories = referenceIn(child(node, 'cat') ?? child(node, 'xVal'));
  series.values = referenceIn(child(node, 'val') ?? child(node, 'yVal'));
  series.fill = isLine ? null : fillOf(child(node, 'spPr'), theme);
  // Points without lines are said so by their type, not by a colour of their line.
  if (isLine && line.color === null) delete line.color;
  Object.assign(series.line, line);
  for (const point of children(node, 'dPt')) {
    const fill = fillOf(child(point, 'spPr'), theme);
    if (fill) series.pointFills.set(Number(attributeOf(child(point, 'idx')) ?? 0), fill);
  }
  const symbol = attributeOf(descend(node, 'marker', 'symbol'));
  if (symbol && symbol !== 'none' && symbol !== 'auto') {
    series.markerStyle = symbol.charAt(0).toUpperCase() + symbol.slice(1);
  }
  series.markerSize = numberOf(descend(node, 'marker', 'size'), series.markerSize);
  series.gapWidth = numberOf(child(plot, 'gapWidth'), series.gapWidth);
  series.overlap = numberOf(child(plot, 'overlap'), series.overlap);
  series.doughnutHoleSize = numberOf(child(plot, 'holeSize'), series.doughnutHoleSize);
  readLabels(child(node, 'dLbls') ?? child(plot, 'dLbls'), series, theme);
  return series;
}

const numberOf = (node: XmlNode | undefined, whenAbsent: number): number => {
  const said = Number.parseFloat(attributeOf(node) ?? '');
  return Number.isFinite(said) ? said : whenAbsent;
};

function nameIn(node: XmlNode | undefined): string {
  return referenceIn(node) ?? content(child(node, 'v'));
}

/** The reference of whatever kind of source is there; numbers written into the file itself have none. */
function referenceIn(node: XmlNode | undefined): string | null {
  const source = ['numRef', 'strRef', 'multiLvlStrRef'].map(name => child(node, name)).find(Boolean);
  const said = content(child(source, 'f')).trim();
  return said === '' ? null : `=${fromStored(said)}`;
}

function readLabels(node: XmlNode | undefined, series: ChartSeries, theme: readonly string[]): void {
  if (!node || flagOf(child(node, 'delete'), false)) return;
  const read: DataLabels = {
    ...newLabels(),
    showValue: flagOf(child(node, 'showVal'), false),
    showPercentage: flagOf(child(node, 'showPercent'), false),
    showCategoryName: flagOf(child(node, 'showCatName'), false),
    showSeriesName: flagOf(child(node, 'showSerName'), false),
    showLegendKey: flagOf(child(node, 'showLegendKey'), false),
    position: nameOf(labelPositions, attributeOf(child(node, 'dLblPos'))),
    numberFormat: formatOf(node),
    separator: content(child(node, 'separator')) || ', ',
  };
  Object.assign(series.labels, read);
  Object.assign(series.labels.font, fontOf(child(node, 'txPr'), theme));
  const { showValue, showPercentage, showCategoryName, showSeriesName } = read;
  series.hasDataLabels = showValue || showPercentage || showCategoryName || showSeriesName;
}

function formatOf(node: XmlNode | undefined): string | null {
  const format = child(node, 'numFmt');
  return format === undefined || flag(format, 'sourceLinked')
    ? null
    : (attribute(format, 'formatCode') ?? null);
}

function readTitle(node: XmlNode | undefined, title: ChartTitle, theme: readonly string[]): void {
  title.isVisible = node !== undefined;
  const paragraphs = children(descend(node, 'tx', 'rich'), 'p');
  const lines = paragraphs.map(each =>
    children(each, 'r')
      .map(run => content(child(run, 't')))
      .join(''),
  );
  if (lines.some(line => line !== '')) title.text = lines.join('\n');
  const run = child(paragraphs[0], 'r');
  const font = run
    ? { ...fontIn(descend(paragraphs[0], 'pPr', 'defRPr'), theme), ...fontIn(child(run, 'rPr'), theme) }
    : fontOf(child(node, 'txPr'), theme);
  Object.assign(title.font, font);
}

function readLegend(node: XmlNode | undefined, { legend }: Chart, theme: readonly string[]): void {
  legend.isVisible = node !== undefined;
  legend.position = nameOf(legendPositions, attributeOf(child(node, 'legendPos'))) ?? 'Right';
  legend.isOverlaid = flagOf(child(node, 'overlay'), false);
  Object.assign(legend.font, fontOf(child(node, 'txPr'), theme));
}

function readAxes(
  plotArea: XmlNode,
  chart: Chart,
  secondary: ReadonlySet<string>,
  theme: readonly string[],
): void {
  const isScatter = chartTypes[chart.type].shape === 'scatter';
  const values = children(plotArea, 'valAx');
  const isSecondary = (axis: XmlNode): boolean => secondary.has(attributeOf(child(axis, 'axId')) ?? '');
  const own = values.filter(axis => !isSecondary(axis));
  // Of a scatter's two axes the one at the top or bottom is that of x.
  const lying = own.find(axis => ['b', 't'].includes(attributeOf(child(axis, 'axPos')) ?? ''));
  const dated = children(plotArea, 'dateAx').filter(axis => !isSecondary(axis));
  const named = [...children(plotArea, 'catAx').filter(axis => !isSecondary(axis)), ...dated];
  const category = isScatter ? lying : named[0];
  const { axes } = chart;
  readAxis(category, axes.category, theme);
  if (!isScatter && dated.length === 0 && !flagOf(child(category, 'auto'), true)) {
    axes.category.categoryType = 'TextAxis';
  }
  if (dated.length > 0 && !flagOf(child(category, 'auto'), true)) axes.category.categoryType = 'DateAxis';
  readAxis(isScatter ? own.find(axis => axis !== lying) : own[0], axes.value, theme);
  readAxis(values.find(isSecondary), axes.secondaryValue, theme);
}

function readAxis(node: XmlNode | undefined, axis: ChartAxis, theme: readonly string[]): void {
  if (!node) return;
  const scaling = child(node, 'scaling');
  axis.isVisible = !flagOf(child(node, 'delete'), false);
  axis.minimum = limitOf(child(scaling, 'min'));
  axis.maximum = limitOf(child(scaling, 'max'));
  axis.majorUnit = limitOf(child(node, 'majorUnit'));
  axis.isReversed = attributeOf(child(scaling, 'orientation')) === 'maxMin';
  axis.numberFormat = formatOf(node);
  axis.hasMajorGridlines = child(node, 'majorGridlines') !== undefined;
  axis.hasMinorGridlines = child(node, 'minorGridlines') !== undefined;
  axis.tickLabelPosition = nameOf(tickLabelPositions, attributeOf(child(node, 'tickLblPos'))) ?? 'NextToAxis';
  readTitle(child(node, 'title'), axis.title, theme);
  Object.assign(axis.font, fontOf(child(node, 'txPr'), theme));
  Object.assign(axis.line, lineOf(child(node, 'spPr'), theme));
}

const limitOf = (node: XmlNode | undefined): number | null => {
  const said = Number.parseFloat(attributeOf(node) ?? '');
  return Number.isFinite(said) ? said : null;
};

function fillOf(node: XmlNode | undefined, theme: readonly string[]): string | null {
  return colorIn(child(node, 'solidFill'), theme);
}

function lineOf(node: XmlNode | undefined, theme: readonly string[]): ChartLine {
  const line = child(node, 'ln');
  if (!line) return {};
  const width = attribute(line, 'w');
  const color = child(line, 'noFill') ? null : (colorIn(child(line, 'solidFill'), theme) ?? undefined);
  const style = nameOf(dashes, attributeOf(child(line, 'prstDash'))) ?? undefined;
  return {
    ...(color === undefined ? {} : { color }),
    ...(width === undefined ? {} : { weight: Number(width) / emuPerPoint }),
    ...(style === undefined ? {} : { style }),
  };
}

function fontOf(node: XmlNode | undefined, theme: readonly string[]): ChartFont {
  return fontIn(descend(node, 'p', 'pPr', 'defRPr'), theme);
}

function fontIn(node: XmlNode | undefined, theme: readonly string[]): ChartFont {
  const size = attribute(node, 'sz');
  const color = colorIn(child(node, 'solidFill'), theme);
  const name = attribute(child(node, 'latin'), 'typeface');
  return {
    ...(size === undefined ? {} : { size: Number(size) / 100 }),
    ...(attribute(node, 'b') === undefined ? {} : { bold: flag(node, 'b') }),
    ...(attribute(node, 'i') === undefined ? {} : { italic: flag(node, 'i') }),
    ...(color === null ? {} : { color }),
    ...(name === undefined || name.startsWith('+') ? {} : { name }),
  };
}

/** What drawings call the first four slots of the theme. */
const slotAliases: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };

/** A colour said outright, or one of the theme's, lighter or darker as said. */
function colorIn(node: XmlNode | undefined, theme: readonly string[]): string | null {
  const own = attribute(child(node, 'srgbClr'), 'val');
  if (own) return `#${own.toUpperCase()}`;
  const scheme = child(node, 'schemeClr');
  const said = attribute(scheme, 'val') ?? '';
  const slot = themeOrder.indexOf(slotAliases[said] ?? said);
  if (slot < 0) return null;
  const modulation = Number(attribute(child(scheme, 'lumMod'), 'val') ?? 100_000) / 100_000;
  const offset = Number(attribute(child(scheme, 'lumOff'), 'val') ?? 0) / 100_000;
  // Taking luminance by m and adding o is a tint towards white where something is added, a shade otherwise.
  const tint = offset > 0 ? offset : modulation - 1;
  return readColor({ '@theme': String(slot), '@tint': String(tint) }, theme) ?? null;
}
