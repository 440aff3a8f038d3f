import { placesUpTo } from '../metrics/placesUpTo';
import { sortInSlices } from '../metrics/sortInSlices';
import { hasNumbers, numberBeside } from '../metrics/table/customerNumbers';
import { breachMeasure } from '../policy/ruleMeasures';
import { gravestFirst, gravestPlace } from '../scoring/gravestFirst';
import type { Slices } from '../slices';
import { formatRunsInSlices } from './formatRuns';
import { measureFormat } from './measureFormats';
import {
  columnOf,
  formula,
  moneyWidth,
  type ReportSheet,
  type ReportTable,
  reportFormats,
  reportTables,
  tableOfRows,
} from './reportSheet';
import type { ReportSource } from './reportSource';

const breachesInSlice = 8192;

/** Who violates which rule, the gravest and largest first. */
export function* breachesSheet(source: ReportSource): Slices<ReportSheet> {
  const { words, subtitle, assessment } = source;
  const money = moneyWidth(assessment.portfolio.exposure, 96);
  const ordered = yield* inOrder(source);
  return {
    id: 'breaches',
    sheetName: words.sheetNames.breaches,
    title: words.titles.breaches,
    lead: [subtitle, words.notes.breaches],
    orientation: 'Landscape',
    widths: [64, 176, 222, money, money, money, ...(hasNumbers(assessment.table) ? [money] : [])],
    blocks: [byRuleTable(source), yield* breachesTable(source, ordered)],
  };
}

/** Places among the breaches. */
function* inOrder({ assessment }: ReportSource): Slices<Int32Array> {
  const { breaches, policy, table } = assessment;
  const places = new Map(policy.rules.map(({ id }, place) => [id, place]));
  const order = new Int32Array(breaches.length);
  const owed = new Float64Array(breaches.length);
  for (const [place, { severity, rule, customer }] of breaches.entries()) {
    if (place % breachesInSlice === 0) yield;
    order[place] = gravestPlace[severity] * policy.rules.length + places.get(rule)!;
    owed[place] = table.metrics.exposure[customer] || 0;
  }
  return yield* sortInSlices(
    placesUpTo(breaches.length),
    (one, other) => order[one] - order[other] || owed[other] - owed[one],
  );
}

function* breachesTable(source: ReportSource, ordered: Int32Array): Slices<ReportTable> {
  const { assessment, words, language } = source;
  const { table, breaches, policy } = assessment;
  const { customers, metrics } = table;
  const { columns } = words;
  const isNumbered = hasNumbers(table);
  const formatOf = new Map(policy.rules.map(({ id }) => [id, measureFormat(breachMeasure[id], language)]));
  return {
    kind: 'table',
    name: reportTables.breaches,
    title: words.tables.breaches,
    columns: [
      { header: columns.severity, format: reportFormats.text },
      { header: columns.rule, format: reportFormats.text },
      { header: columns.customer, format: reportFormats.text },
      ...(isNumbered ? [{ header: columns.customerNumber, format: reportFormats.text }] : []),
      { header: columns.measured, format: reportFormats.general, isNumber: true },
      { header: columns.allowed, format: reportFormats.general, isNumber: true },
      { header: columns.exposure, format: reportFormats.money },
    ],
    rowCount: ordered.length,
    row: index => {
      const { severity, rule, customer, value, threshold } = breaches[ordered[index]];
      return [
        words.severity[severity],
        words.ruleName(rule),
        customers[customer],
        ...(isNumbered ? [numberBeside(table, customer)] : []),
        value,
        threshold,
        metrics.exposure[customer],
      ];
    },
    formatRuns: yield* formatRunsInSlices(
      ordered.length,
      index => formatOf.get(breaches[ordered[index]].rule)!,
    ),
    isLong: true,
  };
}

/** Counted from the list below by formulas, so that each line can be followed. */
function byRuleTable(source: ReportSource): ReportTable {
  const { assessment, words } = source;
  const { columns } = words;
  const fired = new Set(assessment.breaches.map(({ rule }) => rule));
  const listedRule = columnOf(reportTables.breaches, columns.rule);
  const listedExposure = columnOf(reportTables.breaches, columns.exposure);
  const rules = gravestFirst(assessment.policy.rules.filter(({ id }) => fired.has(id)));
  return tableOfRows(
    {
      name: reportTables.byRule,
      title: words.tables.byRule,
      columns: [
        { header: columns.severity, format: reportFormats.text },
        { header: columns.rule, format: reportFormats.text },
        { header: columns.customers, format: reportFormats.count },
        { header: columns.exposure, format: reportFormats.money },
      ],
    },
    rules.map(({ id, severity }) => [
      words.severity[severity],
      words.ruleName(id),
      formula(({ row, column }) => `=COUNTIF(${listedRule},${column(1)}${row})`),
      formula(({ row, column }) => `=SUMIF(${listedRule},${column(1)}${row},${listedExposure})`),
    ]),
  );
}
