import { exactSum } from '../metrics/exactSum';
import {
  concentrationCurve,
  concentrationTableInSlices,
  effectiveCount,
  gini,
  herfindahlIndex,
  topShares,
} from '../metrics/formulas/concentration';
import type { Outcome } from '../problem';
import type { Slices } from '../slices';
import { formatRuns } from './formatRuns';
import {
  columnOf,
  formula,
  moneyWidth,
  type ReportCell,
  type ReportSheet,
  type ReportTable,
  reportFormats,
  reportTables,
  tableOfRows,
  usualChartHeight,
} from './reportSheet';
import type { ReportSource } from './reportSource';

/** Customers that are listed; all others are one row. */
const listedCustomers = 50;
const curveSteps = 40;
const tops = [1, 5, 10, 20] as const;

/** How much of what is owed depends on few customers. */
export function* concentrationSheet(source: ReportSource): Slices<ReportSheet> {
  const { words, subtitle } = source;
  const measures = yield* measuresTable(source);
  yield;
  const shares = yield* sharesTable(source);
  yield;
  const curve = curveTable(source);
  yield;
  return {
    id: 'concentration',
    sheetName: words.sheetNames.concentration,
    title: words.titles.concentration,
    lead: [subtitle, words.notes.concentration],
    orientation: 'Portrait',
    widths: [40, 222, moneyWidth(source.assessment.portfolio.exposure, 96), 80, 86],
    blocks: [
      {
        kind: 'chart',
        name: 'TiercelReport_Concentration',
        title: words.charts.curve,
        type: 'XYScatterLinesNoMarkers',
        table: reportTables.curve,
        categories: 2,
        series: { first: 3, count: 1 },
        format: '0%',
        colors: ['#0F6CBD'],
        height: usualChartHeight,
        axisTitles: { category: words.columns.customerShare, value: words.columns.amountShare },
      },
      measures,
      shares,
      curve,
    ],
  };
}

/** Each measure sorts all customers. */
function* measuresTable({ assessment, words }: ReportSource): Slices<ReportTable> {
  const amounts = assessment.table.metrics.exposure;
  const shares = topShares(amounts, tops);
  yield;
  const hhi = herfindahlIndex(amounts);
  yield;
  const effective = effectiveCount(amounts);
  yield;
  const inequality = gini(amounts);
  yield;
  const rows = [
    ...tops.map((count, index) => [words.measures.top(count), shares.ok ? shares.value[index] : Number.NaN]),
    [words.measures.hhi, ifKnown(hhi)],
    [words.measures.effective, ifKnown(effective)],
    [words.measures.gini, ifKnown(inequality)],
  ].map(([name, value], index): ReportCell[] => [index + 1, name, value]);
  const { share, count } = reportFormats;
  return {
    ...tableOfRows(
      {
        name: reportTables.measures,
        title: words.tables.measures,
        columns: [
          { header: '#', format: reportFormats.count },
          { header: words.columns.measure, format: reportFormats.text },
          { header: words.columns.value, format: reportFormats.general, isNumber: true },
        ],
      },
      rows,
    ),
    formatRuns: formatRuns([...tops.map(() => share), count, '0.00', '0.00']),
  };
}

function* sharesTable({ assessment, words }: ReportSource): Slices<ReportTable> {
  const { customers, metrics } = assessment.table;
  const amounts = metrics.exposure;
  const { columns } = words;
  const credit = exactSum(amounts.filter(amount => amount < 0)) || 0;
  yield;
  const table = yield* concentrationTableInSlices(amounts, customers);
  yield;
  const order = table.ok ? table.value.index.filter(customer => amounts[customer] > 0) : new Int32Array();
  yield;
  const shown = order.subarray(0, listedCustomers);
  const owed = `SUMIF(${columnOf(reportTables.concentration, columns.exposure)},">0")`;
  const share = formula(({ row, column }) => `=IF(${column(2)}${row}>0,${column(2)}${row}/${owed},0)`);
  const rows: ReportCell[][] = Array.from(shown, (customer, rank) => [
    rank + 1,
    customers[customer],
    amounts[customer],
    share,
    table.ok ? table.value.cumulativeShare[rank] : Number.NaN,
  ]);
  if (order.length > shown.length) {
    const rest = exactSum(Float64Array.from(order.subarray(listedCustomers), customer => amounts[customer]));
    rows.push([listedCustomers + 1, words.allOthers(order.length - shown.length), rest, share, 1]);
  }
  if (credit < 0) rows.push([rows.length + 1, columns.credits, credit, share, 1]);
  return tableOfRows(
    {
      name: reportTables.concentration,
      title: words.tables.concentration,
      columns: [
        { header: columns.rank, format: reportFormats.count },
        { header: columns.customer, format: reportFormats.text },
        { header: columns.exposure, format: reportFormats.money, isSummed: true },
        { header: columns.share, format: reportFormats.share, isSummed: true },
        { header: columns.cumulative, format: reportFormats.share },
      ],
    },
    rows,
  );
}

function curveTable({ assessment, words }: ReportSource): ReportTable {
  const curve = concentrationCurve(assessment.table.metrics.exposure, curveSteps);
  const { columns } = words;
  const points = curve.ok ? curve.value : [];
  return tableOfRows(
    {
      name: reportTables.curve,
      title: words.tables.curve,
      isOnlyDrawn: true,
      columns: [
        { header: '#', format: reportFormats.count },
        { header: columns.customers, format: reportFormats.count },
        { header: columns.customerShare, format: reportFormats.share },
        { header: columns.amountShare, format: reportFormats.share },
      ],
    },
    points.map(({ customers, customerShare, amountShare }, index) => [
      index + 1,
      customers,
      customerShare,
      amountShare,
    ]),
  );
}

const ifKnown = (outcome: Outcome<number>): number => (outcome.ok ? outcome.value : Number.NaN);
