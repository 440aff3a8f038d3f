import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createBook } from '../../../../../src/workbench/book/book';
import { type Chart, type ChartType, chartTypes } from '../../../../../src/workbench/book/chart/chart';
import { setSource } from '../../../../../src/workbench/book/chart/sourceRange';
import type { CellInput } from '../../../../../src/workbench/book/types';
import { chartPicture } from '../../../../../src/workbench/page/grid/charts/chartPicture';
import type { Shape } from '../../../../../src/workbench/page/grid/charts/shapes';
import { contrast } from '../../../../../src/workbench/page/grid/colour';
import { palettes } from '../../../../../src/workbench/page/grid/palette';

type Kind<K extends Shape['kind']> = Extract<Shape, { kind: K }>;

function chartOf(type: ChartType, rows: CellInput[][]) {
  const book = createBook();
  const sheet = book.activeSheet;
  const area = { row: 0, column: 0, rowCount: rows.length, columnCount: rows[0].length };
  book.setCells(sheet, area, rows, 'user');
  const chart = book.addChart(sheet, type, { row: 0, column: 5, x: 0, y: 0, width: 480, height: 288 });
  setSource(chart, sheet, area, 'Columns');
  return { book, chart };
}

function picture(book: ReturnType<typeof createBook>, chart: Chart): Shape[] {
  const measure = (text: string) => text.length * 6;
  return chartPicture({ book, chart, colours: palettes.light, measure });
}

const ofKind = <K extends Shape['kind']>(shapes: readonly Shape[], kind: K) =>
  shapes.filter((shape): shape is Kind<K> => shape.kind === kind);

const texts = (shapes: readonly Shape[]) => ofKind(shapes, 'text').map(({ text }) => text);

/** The boxes of a series by its colour, without the mark in the legend. */
const columns = (shapes: readonly Shape[], fill: string) =>
  ofKind(shapes, 'box').filter(box => box.fill === fill && box.width > 10);

test('columns stand on zero, as high as their numbers', () => {
  const { book, chart } = chartOf('ColumnClustered', [
    ['Tier', 'Customers'],
    ['A', 10],
    ['B', 20],
    ['C', -5],
  ]);
  const shapes = picture(book, chart);
  const [a, b, c] = columns(shapes, '#4472C4') as [Kind<'box'>, Kind<'box'>, Kind<'box'>];
  expect(b.height).toBeCloseTo(2 * a.height);
  expect(c.height).toBeCloseTo(a.height / 2);
  expect(a.y + a.height).toBeCloseTo(b.y + b.height);
  expect(c.y).toBeCloseTo(a.y + a.height);
  expect(texts(shapes)).toEqual(expect.arrayContaining(['Customers', 'A', 'B', 'C', '0', '20', '-10']));
});

test('stacked columns lie end to end, shares end at one line', () => {
  const rows = [
    ['Customer', 'Not due', 'Overdue'],
    ['Baker', 30, 10],
    ['Cole', 5, 15],
  ];
  const stacked = chartOf('ColumnStacked', rows);
  const shapes = picture(stacked.book, stacked.chart);
  const [lower] = columns(shapes, '#4472C4');
  const [upper] = columns(shapes, '#ED7D31');
  expect(upper.y + upper.height).toBeCloseTo(lower.y);
  expect(upper.x).toBeCloseTo(lower.x);

  const shares = chartOf('ColumnStacked100', rows);
  const tops = columns(picture(shares.book, shares.chart), '#ED7D31').map(({ y }) => y);
  expect(tops[0]).toBeCloseTo(tops[1]);
  expect(texts(picture(shares.book, shares.chart))).toContain('100%');
});

test('bars begin at the bottom and lie', () => {
  const { book, chart } = chartOf('BarClustered', [
    ['Tier', 'Customers'],
    ['A', 10],
    ['B', 20],
  ]);
  const [a, b] = columns(picture(book, chart), '#4472C4');
  expect(a.y).toBeGreaterThan(b.y);
  expect(b.width).toBeCloseTo(2 * a.width);
  expect(a.x).toBeCloseTo(b.x);
});

test('the sectors of a doughnut make a whole turn, each with the colour of its point', () => {
  const { book, chart } = chartOf('Doughnut', [
    ['Tier', 'Customers'],
    ['A', 1],
    ['B', 2],
    ['C', 1],
  ]);
  chart.series[0].pointFills.set(1, '#107C41');
  const sectors = ofKind(picture(book, chart), 'sector');
  expect(sectors.map(({ from, to }) => [from, to])).toEqual([
    [0, 0.25],
    [0.25, 0.75],
    [0.75, 1],
  ]);
  expect(sectors.map(({ fill }) => fill)).toEqual(['#4472C4', '#107C41', '#A5A5A5']);
  expect(sectors[0].inner / sectors[0].outer).toBeCloseTo(0.75);
});

test('a line breaks at a blank, or goes over it, as the chart says', () => {
  const { book, chart } = chartOf('Line', [
    ['Month', 'DSO'],
    ['Jan', 40],
    ['Feb', 42],
    ['Mar', ''],
    ['Apr', 44],
    ['May', 41],
  ]);
  const runs = () => ofKind(picture(book, chart), 'line').filter(({ colour }) => colour === '#4472C4');
  expect(runs().map(({ points }) => points.length)).toEqual([2, 2]);
  chart.displayBlanksAs = 'Interpolated';
  expect(runs().map(({ points }) => points.length)).toEqual([4]);
  chart.displayBlanksAs = 'Zero';
  expect(runs().map(({ points }) => points.length)).toEqual([5]);
});

test('dates stand as far apart as they are', () => {
  const { book, chart } = chartOf('Line', [
    ['Day', 'Exposure'],
    [45292, 1],
    [45293, 2],
    [45302, 3],
  ]);
  const sheet = book.activeSheet;
  book.setStyle(sheet, { row: 1, column: 0, rowCount: 3, columnCount: 1 }, { numberFormat: 'yyyy-mm-dd' });
  setSource(chart, sheet, { row: 0, column: 0, rowCount: 4, columnCount: 2 }, 'Columns');
  const distances = () => {
    const [line] = ofKind(picture(book, chart), 'line').filter(({ colour }) => colour === '#4472C4');
    const [first, second, third] = line.points.map(({ x }) => x);
    return (third - second) / (second - first);
  };
  expect(distances()).toBeCloseTo(9);
  chart.axes.category.categoryType = 'TextAxis';
  expect(distances()).toBeCloseTo(1);
});

test('hidden rows are not drawn', () => {
  const { book, chart } = chartOf('ColumnClustered', [
    ['Tier', 'Customers'],
    ['A', 10],
    ['B', 20],
    ['C', 30],
  ]);
  book.activeSheet.hiddenRows.add(2);
  expect(columns(picture(book, chart), '#4472C4').length).toBe(2);
});

test('labels that would lie over each other are left out', () => {
  const rows = Array.from({ length: 200 }, (_, index): CellInput[] => [`Customer ${index}`, index]);
  const { book, chart } = chartOf('ColumnClustered', [['Name', 'Amount'], ...rows]);
  const shown = texts(picture(book, chart)).filter(text => text.startsWith('C'));
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.length).toBeLessThan(20);
});

test('whatever the numbers are, every kind of chart stays inside its frame', () => {
  const types = Object.keys(chartTypes) as ChartType[];
  const value = fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.constantFrom('', 'text', 0));
  fc.assert(
    fc.property(
      fc.constantFrom(...types),
      fc.array(fc.tuple(fc.string({ maxLength: 40 }), value, value), { minLength: 1, maxLength: 12 }),
      (type, cells) => {
        const rows = cells.map(([name, one, other]) => [`'${name}`, one, other]);
        const { book, chart } = chartOf(type, [['Name', 'One', 'Other'], ...rows]);
        for (const shape of picture(book, chart)) {
          for (const { x, y } of placesOf(shape)) {
            expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
            expect(x).toBeGreaterThanOrEqual(-1);
            expect(x).toBeLessThanOrEqual(481);
            expect(y).toBeGreaterThanOrEqual(-1);
            expect(y).toBeLessThanOrEqual(289);
          }
          if (shape.kind === 'text' && !shape.isTurned) expectInside(shape);
        }
      },
    ),
  );
});

test('the first number below bars without names is not cut', () => {
  const { book, chart } = chartOf('BarStacked', [
    ['Customer', 'Owed'],
    ["'", -14_000_000],
    ["'", 3_000_000],
  ]);
  const labels = ofKind(picture(book, chart), 'text').filter(({ text }) => /^-?\d/.test(text));
  expect(labels[0].text).toBe('-15000000');
  labels.forEach(expectInside);
});

/** All of its letters, not only the point it stands at. */
function expectInside({ text, at, align }: Kind<'text'>): void {
  const width = text.length * 6;
  const left = align === 'left' ? at.x : align === 'right' ? at.x - width : at.x - width / 2;
  expect(left).toBeGreaterThanOrEqual(-1);
  expect(left + width).toBeLessThanOrEqual(481);
}

test('the last number below bars is not cut, and lines lie over the marks of both axes', () => {
  const bars = chartOf('BarStacked', [
    ['Customer', 'Owed'],
    ['Baker', 14_000_000],
    ['Cole', 3_000_000],
  ]);
  const labels = ofKind(picture(bars.book, bars.chart), 'text').filter(({ text }) => /^\d/.test(text));
  expect(labels.at(-1)!.text).toBe('15000000');
  labels.forEach(expectInside);

  const curve = chartOf('XYScatterLinesNoMarkers', [
    ['Share', 'Exposure'],
    [0, 0],
    [0.5, 0.9],
    [1, 1],
  ]);
  curve.chart.axes.category.hasMajorGridlines = true;
  const lines = ofKind(picture(curve.book, curve.chart), 'line').map(({ colour }) => colour);
  const last = lines.lastIndexOf(palettes.light.gridline);
  expect(last).toBeLessThan(lines.indexOf('#4472C4'));
});

test('colours that were chosen for white paper are seen on dark', () => {
  const { book, chart } = chartOf('ColumnClustered', [
    ['Tier', 'Customers'],
    ['A', 10],
  ]);
  chart.series[0]!.fill = '#7A1C1C';
  const measure = (text: string) => text.length * 6;
  const boxes = ofKind(chartPicture({ book, chart, colours: palettes.dark, measure }), 'box');
  expect(contrast(boxes.at(-1)!.fill, palettes.dark.paper)).toBeGreaterThanOrEqual(3);
  expect(columns(picture(book, chart), '#7A1C1C')).toHaveLength(1);
});

function placesOf(shape: Shape): readonly { readonly x: number; readonly y: number }[] {
  switch (shape.kind) {
    case 'box':
      return [shape, { x: shape.x + shape.width, y: shape.y + shape.height }];
    case 'line':
    case 'surface':
      return shape.points;
    case 'sector':
      return [shape.centre];
    default:
      return [shape.at];
  }
}
