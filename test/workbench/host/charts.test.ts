import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { XMLValidator } from 'fast-xml-parser';
import JSZip from 'jszip';
import { createBook } from '../../../src/workbench/book/book';
import type { Chart } from '../../../src/workbench/book/chart/chart';
import { plotOf } from '../../../src/workbench/book/chart/plot';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';
import { type RunningExcel, startExcel } from '../../excel/harness';
import { onSheet } from './onSheet';

let excel: RunningExcel;

/** Ageing of three customers: header, names, three buckets. */
const ageing = [
  ['Customer', 'Not due', '1–30', '31–60'],
  ['Baker & Sons', 100, 40, 10],
  ['远东', 250, 0, 50],
  ['Cole', 30, 20, 10],
];

beforeEach(async () => {
  excel = await startExcel();
  const { book } = excel;
  book.setCells(book.activeSheet, { row: 0, column: 0, rowCount: 4, columnCount: 4 }, ageing, 'user');
});

afterEach(() => excel.stop());

/** The chart after saving and opening again. */
async function reopened(): Promise<Chart> {
  const again = createBook();
  await openWorkbook(await saveWorkbook(excel.book), 'again.xlsx', again);
  return again.sheets[0].charts[0];
}

test('a stacked chart takes its names, categories and values from the range, as Excel guesses them', async () => {
  await onSheet(async (sheet, context) => {
    const chart = sheet.charts.add('ColumnStacked', sheet.getRange('A1:D4'), 'Columns');
    chart.name = 'Ageing';
    chart.load('id,name,chartType,left,top,width,height');
    chart.series.load('items/name,items/chartType,count');
    const values = chart.series.getItemAt(0).getDimensionValues('Values');
    const names = chart.series.getItemAt(0).getDimensionValues('Categories');
    await context.sync();
    expect([chart.name, chart.chartType, chart.width, chart.height]).toEqual([
      'Ageing',
      'ColumnStacked',
      360,
      216,
    ]);
    expect(chart.series.items.map(each => each.name)).toEqual(['Not due', '1–30', '31–60']);
    expect(values.value).toEqual([100, 250, 30]);
    expect(names.value).toEqual(['Baker & Sons', '远东', 'Cole']);
  });
});

test('by Auto the longer side holds the categories', async () => {
  await onSheet(async (sheet, context) => {
    const wide = sheet.charts.add('Line', sheet.getRange('A1:D3'));
    const tall = sheet.charts.add('Line', sheet.getRange('A1:C4'));
    wide.load('plotBy');
    tall.load('plotBy');
    wide.series.load('items/name');
    tall.series.load('items/name');
    await context.sync();
    expect([wide.plotBy, tall.plotBy]).toEqual(['Rows', 'Columns']);
    expect(wide.series.items.map(each => each.name)).toEqual(['Baker & Sons', '远东']);
    expect(tall.series.items.map(each => each.name)).toEqual(['Not due', '1–30']);
  });
});

test('charts are found by name, by id and by place, and deleted', async () => {
  await onSheet(async (sheet, context) => {
    const first = sheet.charts.add('Pie', sheet.getRange('A1:B4'));
    sheet.charts.add('Line', sheet.getRange('A1:B4')).name = 'Trend';
    first.load('id,name');
    await context.sync();
    expect(first.name).toBe('Chart 1');
    const found = [
      sheet.charts.getItem('trend'),
      sheet.charts.getItemAt(1),
      sheet.charts.getItemOrNullObject('Trend'),
    ];
    for (const chart of found) chart.load('name');
    const none = sheet.charts.getItemOrNullObject('Nothing');
    const byId = sheet.charts.getItem(first.id).load('name');
    const count = sheet.charts.getCount();
    await context.sync();
    expect(found.map(chart => chart.name)).toEqual(['Trend', 'Trend', 'Trend']);
    expect([none.isNullObject, byId.name, count.value]).toEqual([true, 'Chart 1', 2]);
    first.delete();
    sheet.charts.load('items/name');
    await context.sync();
    expect(sheet.charts.items.map(chart => chart.name)).toEqual(['Trend']);
  });
  await expect(
    onSheet(async (sheet, context) => {
      sheet.charts.getItem('Nothing').load('name');
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: 'ItemNotFound' });
});

test('a position covers whole cells, and moves with them', async () => {
  const { book } = excel;
  book.activeSheet.columnWidths.set(5, 100);
  await onSheet(async (sheet, context) => {
    const chart = sheet.charts.add('Line', sheet.getRange('A1:B4'));
    chart.setPosition('F6', 'H10');
    chart.load('left,top,width,height');
    await context.sync();
    // F is 100 pixels wide, G and H 64: points are three quarters of pixels.
    expect([chart.left, chart.top, chart.width, chart.height]).toEqual([240, 75, 171, 75]);
    sheet.getRange('1:2').insert('Down');
    chart.load('top');
    await context.sync();
    expect(chart.top).toBe(105);
    chart.left = 10;
    chart.width = 300;
    chart.load('left,top,width');
    await context.sync();
    expect([chart.left, chart.top, chart.width]).toEqual([9.75, 105, 300]);
  });
  expect(book.activeSheet.charts[0].place).toMatchObject({ row: 7, column: 0, x: 13 });
});

test('a combination has columns on one axis and a line on the other, each set by itself', async () => {
  await onSheet(async (sheet, context) => {
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B4'));
    const trend = chart.series.add('Share');
    trend.setValues(sheet.getRange('D2:D4'));
    trend.setXAxisValues(sheet.getRange('A2:A4'));
    trend.chartType = 'LineMarkers';
    trend.axisGroup = 'Secondary';
    trend.format.line.color = '#C00000';
    trend.format.line.weight = 2;
    trend.markerStyle = 'Circle';
    chart.series.getItemAt(0).format.fill.setSolidColor('#1F4E79');
    chart.series.getItemAt(0).gapWidth = 60;
    chart.title.text = 'Overdue & share <2024>';
    chart.title.format.font.bold = true;
    chart.title.format.font.size = 14;
    chart.legend.visible = true;
    chart.legend.position = 'Top';
    chart.axes.valueAxis.title.text = 'Amount';
    chart.axes.valueAxis.numberFormat = '#,##0';
    chart.axes.valueAxis.maximum = 300;
    chart.axes.getItem('Value', 'Secondary').numberFormat = '0%';
    chart.axes.categoryAxis.categoryType = 'TextAxis';
    chart.axes.valueAxis.majorGridlines.visible = false;
    trend.hasDataLabels = true;
    trend.dataLabels.position = 'Top';
    trend.dataLabels.numberFormat = '0.0';
    await context.sync();

    chart.axes.valueAxis.load('minimum,maximum,numberFormat,title/text');
    const secondary = chart.axes.getItem('Value', 'Secondary').load('maximum,numberFormat');
    chart.title.load('text,visible');
    await context.sync();
    expect([chart.axes.valueAxis.minimum, chart.axes.valueAxis.maximum]).toEqual([0, 300]);
    expect(chart.axes.valueAxis.title.text).toBe('Amount');
    expect([secondary.maximum, secondary.numberFormat]).toEqual([60, '0%']);
    expect(chart.title.text).toBe('Overdue & share <2024>');
  });
  const kept = excel.book.activeSheet.charts[0];
  const again = await reopened();
  const { id: _, ...said } = again;
  const { id: __, ...expected } = kept;
  expect(said).toEqual(expected);
});

test.each([
  'ColumnClustered',
  'ColumnStacked',
  'ColumnStacked100',
  'BarClustered',
  'BarStacked',
  'BarStacked100',
  'Line',
  'LineMarkers',
  'LineStacked',
  'Area',
  'AreaStacked',
  'AreaStacked100',
  'Pie',
  'Doughnut',
  'XYScatter',
  'XYScatterLines',
  'XYScatterLinesNoMarkers',
  'XYScatterSmooth',
  'XYScatterSmoothNoMarkers',
] as const)('%s comes back from a file as it was', async type => {
  await onSheet(async (sheet, context) => {
    const chart = sheet.charts.add(type, sheet.getRange('A1:D4'), 'Columns');
    chart.series.getItemAt(0).points.getItemAt(1).format.fill.setSolidColor('#70AD47');
    chart.dataLabels.showPercentage = true;
    chart.series.getItemAt(0).hasDataLabels = true;
    // Where labels of the kind cannot stand, Excel would call the file damaged.
    chart.dataLabels.position = 'Callout';
    await context.sync();
  });
  const chart = excel.book.activeSheet.charts[0];
  const again = await reopened();
  expect(again.type).toBe(type);
  expect(again.series.map(({ name, values, categories }) => ({ name, values, categories }))).toEqual(
    chart.series.map(({ name, values, categories }) => ({ name, values, categories })),
  );
  expect([...again.series[0].pointFills]).toEqual([[1, '#70AD47']]);
  expect(again.series[0].labels.showPercentage).toBe(true);
  expect(again.place).toEqual(chart.place);
});

test('a file has the chart as real parts, with ranges, titles and the values of the moment', async () => {
  await onSheet(async (sheet, context) => {
    const chart = sheet.charts.add('ColumnStacked', sheet.getRange('A1:D4'), 'Columns');
    chart.title.text = 'Ageing';
    await context.sync();
  });
  const zip = await JSZip.loadAsync(await saveWorkbook(excel.book));
  const part = (path: string) => zip.file(path)!.async('string');
  for (const path of Object.keys(zip.files)) {
    if (/\.(xml|rels)$/.test(path))
      expect([path, XMLValidator.validate(await part(path))]).toEqual([path, true]);
  }
  expect(await part('xl/worksheets/sheet1.xml')).toContain('<drawing r:id="drawing"/>');
  expect(await part('xl/worksheets/_rels/sheet1.xml.rels')).toContain('Target="../drawings/drawing1.xml"');
  expect(await part('xl/drawings/_rels/drawing1.xml.rels')).toContain('Target="../charts/chart1.xml"');
  const types = await part('[Content_Types].xml');
  expect(types).toContain(
    'PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"',
  );
  expect(types).toContain('PartName="/xl/drawings/drawing1.xml"');
  const chart = await part('xl/charts/chart1.xml');
  expect(chart).toContain('<c:grouping val="stacked"/>');
  expect(chart).toContain('<a:t>Ageing</a:t>');
  expect(chart).toContain('<c:f>Sheet1!$B$2:$B$4</c:f>');
  expect(chart).toContain('<c:pt idx="1"><c:v>250</c:v></c:pt>');
  expect(chart).toContain('<c:pt idx="0"><c:v>Baker &amp; Sons</c:v></c:pt>');
});

test('a chart follows its cells: lines inserted, undone, sheets renamed and deleted', async () => {
  const { book } = excel;
  const { activeSheet } = book;
  const report = book.addSheet('Report');
  await Excel.run(async context => {
    const source = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B4');
    context.workbook.worksheets.getItem('Report').charts.add('Line', source);
    await context.sync();
  });
  const series = report.charts[0].series[0];
  book.insertRows(activeSheet, 2, 3);
  expect(series.values).toBe('=Sheet1!$B$2:$B$7');
  book.undo();
  expect(series.values).toBe('=Sheet1!$B$2:$B$4');
  book.renameSheet(activeSheet, 'The Ledger');
  const [renamed] = report.charts[0].series;
  expect(renamed.name).toBe("='The Ledger'!$B$1");
  expect(plotOf(book, report.charts[0]).series[0].tops).toEqual([100, 250, 30]);
  book.deleteSheet(activeSheet);
  expect(renamed.values).toBe('=#REF!');
  expect(plotOf(book, report.charts[0]).series[0].tops).toEqual([]);
});

test('what does not fit is refused as in Excel', async () => {
  const attempt = (work: (sheet: Excel.Worksheet) => void) =>
    onSheet(async (sheet, context) => {
      work(sheet);
      await context.sync();
    });
  await expect(attempt(sheet => sheet.charts.add('Sunburst', sheet.getRange('A1:B4')))).rejects.toMatchObject(
    {
      code: 'NotImplemented',
      message: 'NotImplemented: ChartType.Sunburst',
    },
  );
  await expect(attempt(sheet => sheet.charts.getItemAt(0).load('name'))).rejects.toMatchObject({
    code: 'InvalidArgument',
  });
  await expect(
    attempt(sheet => {
      sheet.charts
        .add('Line', sheet.getRange('A1:B4'))
        .series.getItemAt(0)
        .setValues(sheet.getRange('A1:B4'));
    }),
  ).rejects.toMatchObject({ code: 'InvalidArgument' });
  excel.book.activeSheet.isProtected = true;
  await expect(attempt(sheet => sheet.charts.add('Line', sheet.getRange('A1:B4')))).rejects.toMatchObject({
    code: 'AccessDenied',
  });
});

test('the gap between columns is that of all series of their kind', async () => {
  await onSheet(async (sheet, context) => {
    const chart = sheet.charts.add('BarStacked', sheet.getRange('A1:C4'), 'Columns');
    chart.series.getItemAt(0).gapWidth = 40;
    chart.series.load('items/gapWidth');
    await context.sync();
    expect(chart.series.items.map(each => each.gapWidth)).toEqual([40, 40]);
  });
});
