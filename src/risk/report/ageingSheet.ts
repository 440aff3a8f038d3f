import { compareNames } from '../metrics/nameOrder';
import { placesUpTo } from '../metrics/placesUpTo';
import { sortInSlices } from '../metrics/sortInSlices';
import type { Slices } from '../slices';
import {
  columnOf,
  formula,
  moneyWidth,
  type ReportCell,
  type ReportColumn,
  type ReportSheet,
  type ReportTable,
  reportFormats,
  reportTables,
  tableOfRows,
} from './reportSheet';
import type { ReportSource } from './reportSource';

/** Customers that the chart draws; all others are one row of its table. */
const namedCustomers = 15;

/** From not due over pale to dark: the order shows in grey print too. */
export const ageingColors: readonly string[] = [
  '#9CC3E6',
  '#F4D58D',
  '#E8A04C',
  '#C75C2E',
  '#7A1F1F',
  '#4A0E0E',
];

/** Who owes what since when: a chart of the largest customers, and a row for every one who owes or is in credit. */
export function* ageingSheet(source: ReportSource): Slices<ReportSheet> {
  const { words, subtitle } = source;
  const listed = yield* customersByExposure(source);
  const money = moneyWidth(source.assessment.portfolio.exposure, 82);
  return {
    id: 'ageing',
    sheetName: words.sheetNames.ageing,
    title: words.titles.ageing,
    lead: [subtitle, words.notes.ageing],
    orientation: 'Landscape',
    widths: [210, ...source.assessment.policy.buckets.map(() => money), money, money],
    blocks: [
      {
        kind: 'chart',
        name: 'TiercelReport_Ageing',
        title: words.charts.ageing,
        type: 'BarStacked',
        table: reportTables.largest,
        categories: 0,
        series: { first: 1, count: source.assessment.policy.buckets.length },
        format: reportFormats.wholeMoney,
        colors: ageingColors,
        // One bar for all others would dwarf those that have a name.
        drawnRows: Math.max(1, Math.min(listed.length, namedCustomers)),
        height: 26,
      },
      largestTable(source, listed),
      ageingTable(source, listed),
    ],
  };
}

/** All customers with an open item, largest exposure first. */
function* customersByExposure({ assessment }: ReportSource): Slices<Int32Array> {
  const { customers, metrics, buckets } = assessment.table;
  const exposure = metrics.exposure;
  const listed = placesUpTo(customers.length).filter(
    customer => metrics.unappliedCredits[customer] !== 0 || buckets.some(bucket => bucket[customer] !== 0),
  );
  yield;
  return yield* sortInSlices(
    listed,
    (one, other) => exposure[other] - exposure[one] || compareNames(customers[one], customers[other]),
  );
}

function ageingColumns({ assessment, words }: ReportSource): readonly ReportColumn[] {
  const money = (header: string): ReportColumn => ({ header, format: reportFormats.money, isSummed: true });
  return [
    { header: words.columns.customer, format: reportFormats.text },
    ...assessment.policy.buckets.map(bucket => money(words.bucket(bucket))),
    money(words.columns.credits),
    money(words.columns.total),
  ];
}

/** The row's own amounts added up. */
const rowTotal = (amountCount: number) =>
  formula(({ row, column }) => `=SUM(${column(1)}${row}:${column(amountCount)}${row})`);

function customerRow({ assessment }: ReportSource, customer: number): readonly ReportCell[] {
  const { customers, metrics, buckets } = assessment.table;
  return [
    customers[customer],
    ...buckets.map(bucket => bucket[customer]),
    metrics.unappliedCredits[customer],
    rowTotal(buckets.length + 1),
  ];
}

function ageingTable(source: ReportSource, listed: Int32Array): ReportTable {
  return {
    kind: 'table',
    name: reportTables.ageing,
    title: source.words.tables.ageing,
    columns: ageingColumns(source),
    rowCount: listed.length,
    row: index => customerRow(source, listed[index]),
    isLong: true,
  };
}

/** What the chart draws: the named customers, and what the ageing below has beside them. */
function largestTable(source: ReportSource, listed: Int32Array): ReportTable {
  const { words, assessment } = source;
  const named = listed.subarray(0, namedCustomers);
  const rows: ReportCell[][] = Array.from(named, customer => [...customerRow(source, customer)]);
  const columns = ageingColumns(source);
  const othersCount = listed.length - named.length;
  if (othersCount > 0) {
    const others = columns.slice(1, -1).map(({ header }, index) =>
      formula(({ row, column }) => {
        const letters = column(index + 1);
        const named = `SUM(${letters}${row - namedCustomers}:${letters}${row - 1})`;
        return `=SUM(${columnOf(reportTables.ageing, header)})-${named}`;
      }),
    );
    rows.push([words.allOthers(othersCount), ...others, rowTotal(assessment.policy.buckets.length + 1)]);
  }
  const title = words.tables.largest;
  return tableOfRows({ name: reportTables.largest, title, columns, startsPage: true }, rows);
}
