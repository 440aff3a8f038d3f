import { compareNames } from '../metrics/nameOrder';
import { placesUpTo } from '../metrics/placesUpTo';
import { sortInSlices } from '../metrics/sortInSlices';
import { hasNumbers, numberBeside } from '../metrics/table/customerNumbers';
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
const ageingColors: readonly string[] = ['#9CC3E6', '#F4D58D', '#E8A04C', '#C75C2E', '#7A1F1F', '#4A0E0E'];

/** In points, of a column of customer numbers. */
const numberWidth = 84;

interface AgeingSource extends ReportSource {
  /** Whether any customer has a number: then a column says it. */
  readonly isNumbered: boolean;
}

/** Who owes what since when: a chart of the largest customers, and a row for every one who owes or is in credit. */
export function* ageingSheet(reportSource: ReportSource): Slices<ReportSheet> {
  const source = { ...reportSource, isNumbered: hasNumbers(reportSource.assessment.table) };
  const { words, subtitle } = source;
  const listed = yield* customersByExposure(source);
  const money = moneyWidth(source.assessment.portfolio.exposure, 82);
  return {
    id: 'ageing',
    sheetName: words.sheetNames.ageing,
    title: words.titles.ageing,
    lead: [subtitle, words.notes.ageing],
    orientation: 'Landscape',
    widths: [
      210,
      ...(source.isNumbered ? [numberWidth] : []),
      ...source.assessment.policy.buckets.map(() => money),
      money,
      money,
    ],
    blocks: [
      {
        kind: 'chart',
        name: 'TiercelReport_Ageing',
        title: words.charts.ageing,
        type: 'BarStacked',
        table: reportTables.largest,
        categories: 0,
        series: { first: labelCount(source), count: source.assessment.policy.buckets.length },
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

function ageingColumns(source: AgeingSource): readonly ReportColumn[] {
  const { assessment, words } = source;
  const money = (header: string): ReportColumn => ({ header, format: reportFormats.money, isSummed: true });
  return [
    { header: words.columns.customer, format: reportFormats.text },
    ...(source.isNumbered ? [{ header: words.columns.customerNumber, format: reportFormats.text }] : []),
    ...assessment.policy.buckets.map(bucket => money(words.bucket(bucket))),
    money(words.columns.credits),
    money(words.columns.total),
  ];
}

/** What stands before the amounts of a row. */
function labelsOf({ assessment: { table }, isNumbered }: AgeingSource, customer: number): readonly string[] {
  const name = table.customers[customer];
  return isNumbered ? [name, numberBeside(table, customer)] : [name];
}

const labelCount = ({ isNumbered }: AgeingSource): number => (isNumbered ? 2 : 1);

/** The row's own amounts added up. */
const rowTotal = (labelCount: number, amountCount: number) =>
  formula(
    ({ row, column }) => `=SUM(${column(labelCount)}${row}:${column(labelCount + amountCount - 1)}${row})`,
  );

function customerRow(source: AgeingSource, customer: number): readonly ReportCell[] {
  const { metrics, buckets } = source.assessment.table;
  const labels = labelsOf(source, customer);
  return [
    ...labels,
    ...buckets.map(bucket => bucket[customer]),
    metrics.unappliedCredits[customer],
    rowTotal(labels.length, buckets.length + 1),
  ];
}

function ageingTable(source: AgeingSource, listed: Int32Array): ReportTable {
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
function largestTable(source: AgeingSource, listed: Int32Array): ReportTable {
  const { words, assessment } = source;
  const named = listed.subarray(0, namedCustomers);
  const rows: ReportCell[][] = Array.from(named, customer => [...customerRow(source, customer)]);
  const columns = ageingColumns(source);
  const othersCount = listed.length - named.length;
  if (othersCount > 0) {
    const labels = [words.allOthers(othersCount), ...(source.isNumbered ? [''] : [])];
    const others = columns.slice(labels.length, -1).map(({ header }, index) =>
      formula(({ row, column }) => {
        const letters = column(labels.length + index);
        const named = `SUM(${letters}${row - namedCustomers}:${letters}${row - 1})`;
        return `=SUM(${columnOf(reportTables.ageing, header)})-${named}`;
      }),
    );
    rows.push([...labels, ...others, rowTotal(labels.length, assessment.policy.buckets.length + 1)]);
  }
  const title = words.tables.largest;
  return tableOfRows({ name: reportTables.largest, title, columns, startsPage: true }, rows);
}
