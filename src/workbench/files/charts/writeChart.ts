/** A chart of the book as a chart part, with the values its cells have now. The order of elements is the format's own. */
import {
  type AxisGroup,
  type Chart,
  type ChartAxis,
  type ChartFont,
  type ChartLine,
  type ChartSeries,
  type ChartTitle,
  type ChartTraits,
  chartTypes,
  type DataLabels,
} from '../../book/chart/chart';
import { hasDates, type SeriesData, seriesData } from '../../book/chart/chartData';
import type { Book } from '../../book/types';
import { toStored } from '../storedFormula';
import { encodeXml } from '../xml';
import {
  blanks,
  chartNamespace,
  dashes,
  drawingNamespace,
  emuPerPoint,
  hasLabelPlace,
  labelPositions,
  legendPositions,
  plotElements,
  relationshipNamespace,
  tickLabelPositions,
} from './chartElements';

/** Series that one plot element holds: of one shape and grouping, on one pair of axes. */
interface PlotGroup {
  readonly traits: ChartTraits;
  readonly group: AxisGroup;
  readonly series: { readonly series: ChartSeries; readonly order: number }[];
}

const axisIds: Readonly<Record<AxisGroup, { readonly category: number; readonly value: number }>> = {
  Primary: { category: 111111111, value: 111111112 },
  Secondary: { category: 222222221, value: 222222222 },
};

/** Write the part of a chart. */
export function writeChart(book: Book, chart: Chart): string {
  const groups = groupsOf(chart);
  const isRound = groups.every(({ traits }) => !hasAxes(traits));
  const plot = groups.map(group => plotElement(book, chart, group)).join('');
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="${chartNamespace}" xmlns:a="${drawingNamespace}" xmlns:r="${relationshipNamespace}">`,
    value('date1904', book.date1904),
    value('roundedCorners', false),
    '<c:chart>',
    titleElement(chart.title),
    value('autoTitleDeleted', !chart.title.isVisible),
    `<c:plotArea><c:layout/>${plot}${isRound ? '' : axisElements(book, chart, groups)}</c:plotArea>`,
    legendElement(chart),
    value('plotVisOnly', true),
    value('dispBlanksAs', blanks[chart.displayBlanksAs]),
    '</c:chart>',
    shapeProperties({ fill: chart.fill, line: chart.line }),
    textProperties(chart.font),
    '</c:chartSpace>',
  ].join('');
}

const hasAxes = ({ shape }: ChartTraits): boolean => shape !== 'pie' && shape !== 'doughnut';

function value(name: string, said: string | number | boolean): string {
  const written = typeof said === 'boolean' ? Number(said) : encodeXml(String(said));
  return `<c:${name} val="${written}"/>`;
}

function groupsOf(chart: Chart): PlotGroup[] {
  const groups = new Map<string, PlotGroup>();
  chart.series.forEach((series, order) => {
    const traits = chartTypes[series.type];
    const key = `${traits.shape} ${traits.grouping} ${series.axisGroup}`;
    const group = groups.get(key) ?? { traits, group: series.axisGroup, series: [] };
    groups.set(key, group);
    group.series.push({ series, order });
  });
  // A chart without series still says what it is.
  if (groups.size === 0) return [{ traits: chartTypes[chart.type], group: 'Primary', series: [] }];
  return [...groups.values()];
}

function plotElement(book: Book, chart: Chart, { traits, group, series }: PlotGroup): string {
  const name = plotElements[traits.shape];
  const first = series[0]?.series;
  const isBar = name === 'barChart';
  const grouping = traits.grouping === 'clustered' && !isBar ? 'standard' : traits.grouping;
  const ids = axisIds[group];
  return [
    `<c:${name}>`,
    isBar ? value('barDir', traits.shape === 'bar' ? 'bar' : 'col') : '',
    hasAxes(traits) && name !== 'scatterChart' ? value('grouping', grouping) : '',
    name === 'scatterChart' ? value('scatterStyle', traits.isSmooth ? 'smoothMarker' : 'lineMarker') : '',
    value('varyColors', !hasAxes(traits)),
    ...series.map(each => seriesElement(book, chart, each.series, each.order)),
    isBar ? value('gapWidth', first?.gapWidth ?? 150) + value('overlap', first?.overlap ?? 0) : '',
    name === 'lineChart' ? value('marker', true) : '',
    hasAxes(traits) ? value('axId', ids.category) + value('axId', ids.value) : value('firstSliceAng', 0),
    name === 'doughnutChart' ? value('holeSize', first?.doughnutHoleSize ?? 75) : '',
    `</c:${name}>`,
  ].join('');
}

function seriesElement(book: Book, chart: Chart, series: ChartSeries, order: number): string {
  const traits = chartTypes[series.type];
  const data = seriesData(book, series);
  const isScatter = traits.shape === 'scatter';
  const isLine = traits.shape === 'line' || isScatter;
  return [
    '<c:ser>',
    value('idx', order),
    value('order', order),
    nameElement(series, data),
    seriesShape(series, traits),
    traits.shape === 'column' || traits.shape === 'bar' ? value('invertIfNegative', false) : '',
    isLine ? markerElement(series, traits) : '',
    ...[...series.pointFills].map(
      ([index, fill]) =>
        `<c:dPt>${value('idx', index)}${value('bubble3D', false)}${shapeProperties({ fill, line: {} })}</c:dPt>`,
    ),
    series.hasDataLabels ? labelsElement(series.labels, traits) : '',
    categoriesElement(series, data, isScatter ? 'xVal' : 'cat'),
    series.values === null
      ? ''
      : wrap(isScatter ? 'yVal' : 'val', numbers(series.values, data.values, data.numberFormat)),
    isLine ? value('smooth', series.isSmooth ?? traits.isSmooth) : '',
    '</c:ser>',
  ].join('');

  function categoriesElement(of: ChartSeries, read: SeriesData, name: string): string {
    if (of.categories === null) return '';
    const areNumbers = read.categories.length > 0 && read.categories.every(({ number }) => number !== null);
    const cache = areNumbers
      ? numbers(
          of.categories,
          read.categories.map(({ number }) => number),
          hasDates(book, of) ? (chart.axes.category.numberFormat ?? 'm/d/yyyy') : 'General',
        )
      : texts(
          of.categories,
          read.categories.map(({ text }) => text),
        );
    return wrap(name, cache);
  }
}

const wrap = (name: string, content: string): string => `<c:${name}>${content}</c:${name}>`;

const storedReference = (reference: string): string =>
  `<c:f>${encodeXml(toStored(reference.replace(/^=/, '')))}</c:f>`;

function nameElement(series: ChartSeries, data: SeriesData): string {
  if (series.name === '') return '';
  const said = series.name.startsWith('=')
    ? texts(series.name, [data.name])
    : `<c:v>${encodeXml(series.name)}</c:v>`;
  return wrap('tx', said);
}

function texts(reference: string, shown: readonly string[]): string {
  const points = shown.map((text, index) => `<c:pt idx="${index}"><c:v>${encodeXml(text)}</c:v></c:pt>`);
  return `<c:strRef>${storedReference(reference)}<c:strCache>${value('ptCount', shown.length)}${points.join('')}</c:strCache></c:strRef>`;
}

function numbers(reference: string, read: readonly (number | null)[], format: string): string {
  const points = read.map((number, index) =>
    number === null ? '' : `<c:pt idx="${index}"><c:v>${number}</c:v></c:pt>`,
  );
  return `<c:numRef>${storedReference(reference)}<c:numCache><c:formatCode>${encodeXml(format)}</c:formatCode>${value('ptCount', read.length)}${points.join('')}</c:numCache></c:numRef>`;
}

/** A line's colour is its line, anything else's its fill. */
function seriesShape(series: ChartSeries, traits: ChartTraits): string {
  const isLine = traits.shape === 'line' || traits.shape === 'scatter';
  if (!isLine) return shapeProperties({ fill: series.fill, line: series.line });
  const line = traits.hasLine ? series.line : { ...series.line, color: null };
  return shapeProperties({ fill: null, line: { color: series.fill ?? undefined, ...line } });
}

function markerElement(series: ChartSeries, traits: ChartTraits): string {
  const isNone = series.markerStyle === 'None' || (series.markerStyle === null && !traits.hasMarkers);
  if (isNone) return `<c:marker>${value('symbol', 'none')}</c:marker>`;
  const isOwn = series.markerStyle !== null && series.markerStyle !== 'Automatic';
  const symbol = isOwn ? value('symbol', series.markerStyle!.toLowerCase()) : '';
  const fill = series.fill ? shapeProperties({ fill: series.fill, line: {} }) : '';
  return `<c:marker>${symbol}${value('size', series.markerSize)}${fill}</c:marker>`;
}

function labelsElement(labels: DataLabels, traits: ChartTraits): string {
  const { position } = labels;
  const place = position !== null && hasLabelPlace(traits, position) ? labelPositions[position] : undefined;
  return [
    '<c:dLbls>',
    labels.numberFormat === null ? '' : formatElement(labels.numberFormat),
    textProperties(labels.font),
    place ? value('dLblPos', place) : '',
    value('showLegendKey', labels.showLegendKey),
    value('showVal', labels.showValue),
    value('showCatName', labels.showCategoryName),
    value('showSerName', labels.showSeriesName),
    value('showPercent', labels.showPercentage),
    value('showBubbleSize', false),
    `<c:separator>${encodeXml(labels.separator)}</c:separator>`,
    '</c:dLbls>',
  ].join('');
}

const formatElement = (format: string): string =>
  `<c:numFmt formatCode="${encodeXml(format)}" sourceLinked="0"/>`;

function axisElements(book: Book, chart: Chart, groups: readonly PlotGroup[]): string {
  const used = (['Primary', 'Secondary'] as const).filter(each => groups.some(({ group }) => group === each));
  return used.map(group => axisPair(book, chart, group, groups.find(each => each.group === group)!)).join('');
}

function axisPair(book: Book, chart: Chart, group: AxisGroup, { traits, series }: PlotGroup): string {
  const ids = axisIds[group];
  const isSideways = traits.shape === 'bar';
  const isPrimary = group === 'Primary';
  const { category, value: primary, secondaryValue } = chart.axes;
  const isScatter = traits.shape === 'scatter';
  const first = series[0]?.series;
  const isDated = first !== undefined && category.categoryType !== 'TextAxis' && hasDates(book, first);
  const name = isScatter ? 'valAx' : isDated ? 'dateAx' : 'catAx';
  const sides = isSideways ? { category: 'l', value: 'b' } : { category: 'b', value: isPrimary ? 'l' : 'r' };
  const categories = axisElement(name, category, {
    id: ids.category,
    crosses: ids.value,
    side: sides.category,
    isDeleted: !category.isVisible || !isPrimary,
    crossing: value('crosses', 'autoZero'),
    last: isScatter ? value('crossBetween', 'midCat') : value('auto', category.categoryType === 'Automatic'),
  });
  const onValues = isPrimary ? primary : secondaryValue;
  const isBetween = traits.shape === 'area' || isScatter ? 'midCat' : 'between';
  const values = axisElement('valAx', onValues, {
    id: ids.value,
    crosses: ids.category,
    side: sides.value,
    isDeleted: !onValues.isVisible,
    crossing: value('crosses', isPrimary ? 'autoZero' : 'max'),
    last: value('crossBetween', isBetween),
  });
  return categories + values;
}

interface AxisWriting {
  readonly id: number;
  readonly crosses: number;
  readonly side: string;
  readonly isDeleted: boolean;
  readonly crossing: string;
  readonly last: string;
}

/** As Excel draws it: pale, where one without a colour is black there and is not drawn at all by others. */
const gridline = (): string => shapeProperties({ fill: null, line: { color: '#D9D9D9', weight: 0.75 } });

function axisElement(name: string, axis: ChartAxis, writing: AxisWriting): string {
  const hasScale = name !== 'catAx';
  return [
    `<c:${name}>`,
    value('axId', writing.id),
    '<c:scaling>',
    value('orientation', axis.isReversed ? 'maxMin' : 'minMax'),
    hasScale && axis.maximum !== null ? value('max', axis.maximum) : '',
    hasScale && axis.minimum !== null ? value('min', axis.minimum) : '',
    '</c:scaling>',
    value('delete', writing.isDeleted),
    value('axPos', writing.side),
    axis.hasMajorGridlines ? wrap('majorGridlines', gridline()) : '',
    axis.hasMinorGridlines ? wrap('minorGridlines', gridline()) : '',
    titleElement(axis.title),
    axis.numberFormat === null
      ? '<c:numFmt formatCode="General" sourceLinked="1"/>'
      : formatElement(axis.numberFormat),
    value('majorTickMark', 'out'),
    value('minorTickMark', 'none'),
    value('tickLblPos', tickLabelPositions[axis.tickLabelPosition]),
    shapeProperties({ fill: null, line: axis.line }),
    textProperties(axis.font),
    value('crossAx', writing.crosses),
    writing.crossing,
    writing.last,
    name === 'valAx' && axis.majorUnit !== null ? value('majorUnit', axis.majorUnit) : '',
    `</c:${name}>`,
  ].join('');
}

function legendElement({ legend }: Chart): string {
  if (!legend.isVisible) return '';
  return `<c:legend>${value('legendPos', legendPositions[legend.position])}${value('overlay', legend.isOverlaid)}${textProperties(legend.font)}</c:legend>`;
}

function titleElement(title: ChartTitle): string {
  if (!title.isVisible) return '';
  if (title.text === null)
    return `<c:title>${value('overlay', false)}${textProperties(title.font)}</c:title>`;
  const runs = title.text
    .split(/\r?\n/)
    .map(
      line =>
        `<a:p><a:pPr>${runProperties('defRPr', title.font)}</a:pPr><a:r>${runProperties('rPr', title.font)}<a:t>${encodeXml(line)}</a:t></a:r></a:p>`,
    );
  return `<c:title><c:tx><c:rich><a:bodyPr/>${runs.join('')}</c:rich></c:tx>${value('overlay', false)}</c:title>`;
}

function textProperties(font: ChartFont): string {
  if (Object.keys(font).length === 0) return '';
  return `<c:txPr><a:bodyPr/><a:p><a:pPr>${runProperties('defRPr', font)}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

function runProperties(name: 'defRPr' | 'rPr', { size, bold, italic, color, name: face }: ChartFont): string {
  const said = [
    name === 'rPr' ? ' lang="en-US"' : '',
    size === undefined ? '' : ` sz="${Math.round(size * 100)}"`,
    bold === undefined ? '' : ` b="${Number(bold)}"`,
    italic === undefined ? '' : ` i="${Number(italic)}"`,
  ].join('');
  const inside = (color ? solidFill(color) : '') + (face ? `<a:latin typeface="${encodeXml(face)}"/>` : '');
  return inside === '' ? `<a:${name}${said}/>` : `<a:${name}${said}>${inside}</a:${name}>`;
}

const solidFill = (color: string): string =>
  `<a:solidFill><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:solidFill>`;

/** What differs from what Excel would choose; nothing where nothing does. */
function shapeProperties({ fill, line }: { readonly fill: string | null; readonly line: ChartLine }): string {
  const inside = (fill ? solidFill(fill) : '') + lineElement(line);
  return inside === '' ? '' : `<c:spPr>${inside}</c:spPr>`;
}

function lineElement({ color, weight, style }: ChartLine): string {
  if (color === undefined && weight === undefined && style === undefined) return '';
  const width = weight === undefined ? '' : ` w="${Math.round(weight * emuPerPoint)}"`;
  if (color === null) return `<a:ln${width}><a:noFill/></a:ln>`;
  const dash = style && dashes[style] ? `<a:prstDash val="${dashes[style]}"/>` : '';
  return `<a:ln${width}>${color ? solidFill(color) : ''}${dash}</a:ln>`;
}
