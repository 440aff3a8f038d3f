import type { ReportChart, ReportSheet } from '../../risk/report/reportSheet';
import { areaAddress } from '../address';
import { bodyRowCount, type PlacedTable, stackedRows } from './placeTables';

/** Add the charts of a sheet or point those that are there to the tables' new cells, inside a batch of the caller; place and look stay the user's. */
export async function drawCharts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { blocks, widths }: ReportSheet,
  tables: readonly PlacedTable[],
): Promise<void> {
  const rows = stackedRows(blocks);
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'chart') continue;
    const source = tables.find(({ table }) => table.name === block.table);
    if (!source) continue;
    const found = sheet.charts.getItemOrNullObject(block.name);
    found.load('name');
    await context.sync();
    const values = seriesRange(block, source);
    if (found.isNullObject) {
      const chart = sheet.charts.add(block.type, values, 'Columns');
      chart.name = block.name;
      chart.setPosition(
        areaAddress(rows[index], 0, 1, 1),
        areaAddress(rows[index] + block.height - 1, widths.length - 1, 1, 1),
      );
      dress(chart, block);
      nameCategories(chart, block, source);
      colour(chart, block, source);
    } else {
      found.setData(values, 'Columns');
      nameCategories(found, block, source);
      colour(found, block, source);
    }
    await context.sync();
  }
}

const drawnRowCount = ({ drawnRows }: ReportChart, { table }: PlacedTable): number =>
  drawnRows ?? bodyRowCount(table);

function seriesRange(block: ReportChart, source: PlacedTable): Excel.Range {
  const { sheet, row, column } = source;
  const { first, count } = block.series;
  return sheet.getRangeByIndexes(row, column + first, drawnRowCount(block, source) + 1, count);
}

/** Said for each series: Excel would take a column of dates or ranks for one more series. */
function nameCategories(chart: Excel.Chart, block: ReportChart, source: PlacedTable): void {
  const { sheet, row, column } = source;
  const categories = sheet.getRangeByIndexes(
    row + 1,
    column + block.categories,
    drawnRowCount(block, source),
    1,
  );
  for (let index = 0; index < block.series.count; index += 1) {
    chart.series.getItemAt(index).setXAxisValues(categories);
  }
}

function colour(chart: Excel.Chart, block: ReportChart, { table }: PlacedTable): void {
  if (block.type === 'Doughnut') {
    const series = chart.series.getItemAt(0);
    const points = Math.min(block.colors.length, table.rowCount);
    for (let point = 0; point < points; point += 1) {
      series.points.getItemAt(point).format.fill.setSolidColor(block.colors[point]);
    }
    return;
  }
  for (let index = 0; index < block.series.count; index += 1) {
    const series = chart.series.getItemAt(index);
    const color = block.colors[Math.min(index, block.colors.length - 1)];
    if (block.type === 'BarStacked') series.format.fill.setSolidColor(color);
    else {
      series.format.line.color = color;
      series.format.line.weight = lineWeight;
    }
  }
}

/** In points, as Excel draws lines by itself; other programs draw a hair where nothing is said. */
const lineWeight = 2.25;
const ink = '#404040';

function dress(chart: Excel.Chart, block: ReportChart): void {
  chart.format.font.size = 9;
  chart.format.font.color = ink;
  chart.title.text = block.title;
  chart.title.format.font.size = 12;
  chart.title.format.font.bold = true;
  // A curve says its name in the title, a ring beside its parts.
  chart.legend.visible = block.type === 'BarStacked' || block.type === 'Line';
  chart.legend.position = 'Bottom';
  if (block.type === 'Doughnut') {
    const series = chart.series.getItemAt(0);
    series.doughnutHoleSize = 60;
    series.hasDataLabels = true;
    series.dataLabels.showPercentage = true;
    series.dataLabels.showValue = false;
    // The letter, not only its colour.
    series.dataLabels.showCategoryName = true;
    return;
  }
  const { valueAxis, categoryAxis } = chart.axes;
  valueAxis.numberFormat = block.format;
  valueAxis.majorGridlines.visible = true;
  valueAxis.minimum = 0;
  if (block.axisTitles) {
    categoryAxis.title.text = block.axisTitles.category;
    valueAxis.title.text = block.axisTitles.value;
  }
  if (block.type === 'BarStacked') {
    // The first row of the table is the top bar.
    categoryAxis.reversePlotOrder = true;
    // Which takes the amounts to the top: they belong below the bars.
    valueAxis.tickLabelPosition = 'High';
    chart.series.getItemAt(0).gapWidth = 40;
  }
  if (block.type === 'Line') categoryAxis.numberFormat = 'yyyy-mm';
  if (block.type === 'XYScatterLinesNoMarkers') {
    categoryAxis.numberFormat = '0%';
    categoryAxis.minimum = 0;
    categoryAxis.maximum = 1;
    valueAxis.maximum = 1;
  }
}
