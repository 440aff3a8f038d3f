import type { TrendMonth } from './dsoTrend';
import {
  formula,
  moneyWidth,
  type ReportSheet,
  reportFormats,
  reportTables,
  tableOfRows,
  usualChartHeight,
} from './reportSheet';
import type { ReportSource } from './reportSource';

/** How long money stays outside, month by month. */
export function trendSheet(source: ReportSource, months: readonly TrendMonth[]): ReportSheet {
  const { words, subtitle, assessment } = source;
  const { columns } = words;
  const money = moneyWidth(Math.max(0, ...months.map(({ windowSales }) => windowSales)), 96);
  const { windowDays } = assessment.policy.settings;
  const dso = formula(({ row, column }) => `=${column(3)}${row}/${column(5)}${row}*${windowDays}`);
  return {
    id: 'trend',
    sheetName: words.sheetNames.trend,
    title: words.titles.trend,
    lead: [subtitle, words.notes.trend],
    orientation: 'Portrait',
    widths: [76, 60, 80, money, money, money],
    blocks: [
      {
        kind: 'chart',
        name: 'TiercelReport_Trend',
        title: words.charts.trend,
        type: 'Line',
        table: reportTables.trend,
        categories: 0,
        series: { first: 1, count: 2 },
        format: reportFormats.days,
        colors: ['#0F6CBD', '#C75C2E'],
        height: usualChartHeight,
      },
      tableOfRows(
        {
          name: reportTables.trend,
          title: words.tables.trend,
          columns: [
            { header: columns.month, format: reportFormats.date },
            { header: columns.dso, format: reportFormats.oneDecimal },
            { header: columns.countback, format: reportFormats.oneDecimal },
            { header: columns.receivables, format: reportFormats.money },
            { header: columns.monthSales, format: reportFormats.money },
            { header: columns.windowSales, format: reportFormats.money },
          ],
        },
        months.map(({ end, receivables, monthSales, windowSales, countback }) => [
          end,
          // An empty cell is a gap in the line, where an error would be printed.
          windowSales > 0 ? dso : null,
          countback,
          receivables,
          monthSales,
          windowSales,
        ]),
      ),
    ],
  };
}
