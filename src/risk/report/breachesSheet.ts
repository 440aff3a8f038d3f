import type { Severity } from '../policy/policy';
import type { Breach } from '../scoring/assessment';
import {
  columnOf,
  formula,
  type ReportSheet,
  type ReportTable,
  reportFormats,
  reportTables,
  tableOfRows,
} from './reportSheet';
import type { ReportSource } from './reportSource';

const gravity: Readonly<Record<Severity, number>> = { critical: 0, warning: 1, notice: 2 };

/** Who violates which rule, the gravest and largest first. */
export function breachesSheet(source: ReportSource): ReportSheet {
  const { words, subtitle } = source;
  return {
    id: 'breaches',
    sheetName: words.sheetNames.breaches,
    title: words.titles.breaches,
    lead: [subtitle, words.notes.breaches],
    orientation: 'Landscape',
    widths: [80, 200, 210, 110, 110, 110],
    blocks: [byRuleTable(source), breachesTable(source)],
  };
}

function inOrder({ assessment }: ReportSource): readonly Breach[] {
  const { exposure } = assessment.table.metrics;
  const places = new Map(assessment.policy.rules.map(({ id }, place) => [id, place]));
  const owed = ({ customer }: Breach) => exposure[customer]! || 0;
  return [...assessment.breaches].sort(
    (one, other) =>
      gravity[one.severity] - gravity[other.severity] ||
      places.get(one.rule)! - places.get(other.rule)! ||
      owed(other) - owed(one),
  );
}

function breachesTable(source: ReportSource): ReportTable {
  const { assessment, words, ruleFormat } = source;
  const { customers, metrics } = assessment.table;
  const { columns } = words;
  const breaches = inOrder(source);
  return {
    kind: 'table',
    name: reportTables.breaches,
    title: words.tables.breaches,
    columns: [
      { header: columns.severity, format: reportFormats.text },
      { header: columns.rule, format: reportFormats.text },
      { header: columns.customer, format: reportFormats.text },
      { header: columns.measured, format: reportFormats.general },
      { header: columns.allowed, format: reportFormats.general },
      { header: columns.exposure, format: reportFormats.money },
    ],
    rowCount: breaches.length,
    row: index => {
      const { severity, rule, customer, value, threshold } = breaches[index]!;
      return [
        words.severity[severity],
        words.ruleName(rule),
        customers[customer],
        value,
        threshold,
        metrics.exposure[customer],
      ];
    },
    rowFormats: index => {
      const { text, money } = reportFormats;
      const own = ruleFormat(breaches[index]!.rule);
      return [text, text, text, own, own, money];
    },
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
  const rules = assessment.policy.rules
    .filter(({ id }) => fired.has(id))
    .sort((one, other) => gravity[one.severity] - gravity[other.severity]);
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
