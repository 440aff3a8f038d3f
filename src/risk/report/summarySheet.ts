import { thresholdMeasure } from '../policy/ruleMeasures';
import { formatRuns } from './formatRuns';
import { measureFormat } from './measureFormats';
import type { Reconciliation } from './reconciliation';
import {
  columnOf,
  formula,
  moneyWidth,
  type ReportCell,
  type ReportSheet,
  type ReportSheetId,
  type ReportTable,
  reportFormats,
  reportTables,
  tableOfRows,
} from './reportSheet';
import type { ReportCheck, ReportFigure, ReportSource } from './reportSource';

/** What the longest line on how a figure is computed takes, in points: it has no room beside itself on paper. */
const explanation = 176;

/** The page on top: what matters, how it agrees with the ledger, and by which policy. */
export function summarySheet(source: ReportSource): ReportSheet {
  const { words, subtitle, reconciliation, assessment } = source;
  const money = moneyWidth(reconciliation?.controlTotal ?? assessment.portfolio.exposure, 104);
  return {
    id: 'summary',
    sheetName: words.sheetNames.summary,
    title: words.titles.summary,
    lead: [subtitle, words.notes.summary],
    orientation: 'Portrait',
    widths: [186, money, Math.max(money, explanation), 84, 64],
    blocks: [
      figuresTable(source),
      ...(reconciliation ? [reconciliationTable(source, reconciliation)] : []),
      checksTable(source),
      policyTable(source),
    ],
  };
}

function figuresTable(source: ReportSource): ReportTable {
  const { words } = source;
  const { columns } = words;
  const isKnown = (cell: ReportCell) => !(typeof cell === 'number' && Number.isNaN(cell));
  const shown = figuresOf(source).filter(([, value]) => isKnown(value));
  return {
    ...tableOfRows(
      {
        name: reportTables.figures,
        title: words.tables.figures,
        columns: [
          { header: columns.figure, format: reportFormats.text },
          { header: columns.value, format: reportFormats.general, isNumber: true },
          { header: columns.how, format: reportFormats.text },
        ],
      },
      shown.map(([name, value]) => [words.figures[name], value, words.how[name]]),
    ),
    formatRuns: formatRuns(shown.map(([, , format]) => format)),
  };
}

type Figure = readonly [name: ReportFigure, value: ReportCell, format: string];

/** Each figure adds up the sheet of the report that tells it in full, where that is made too. */
function figuresOf(source: ReportSource): readonly Figure[] {
  const { words, assessment, chosen } = source;
  const { portfolio, worstFirst, totalAtRisk } = assessment;
  const { columns } = words;
  const { money, share, count, oneDecimal } = reportFormats;
  const summed = (sheet: ReportSheetId, name: string, header: string, value: number): ReportCell =>
    chosen.has(sheet) ? formula(() => `=SUM(${columnOf(name, header)})`) : value;
  const ratio = formula(
    ({ row, column }) => `=IF(${column(1)}${row - 2}>0,${column(1)}${row - 1}/${column(1)}${row - 2},0)`,
  );
  return [
    ['exposure', summed('ageing', reportTables.ageing, columns.total, portfolio.exposure), money],
    ['overdue', portfolio.overdue, money],
    // Of customers whose overdue amount is known, which a list may not tell of all.
    ['overdueShare', source.ledger ? ratio : portfolio.overdueShare, share],
    ['credits', summed('ageing', reportTables.ageing, columns.credits, portfolio.unappliedCredits), money],
    ['atRisk', summed('tiers', reportTables.tiers, columns.atRisk, totalAtRisk), money],
    [
      'allowance',
      summed('allowance', reportTables.allowance, columns.allowance, portfolio.expectedLoss),
      money,
    ],
    ['sales', portfolio.sales, money],
    ['dso', portfolio.dso, oneDecimal],
    ['topShare', portfolio.topShare, share],
    ['hhi', portfolio.hhi, count],
    ['customers', worstFirst.length, count],
    ['openCount', portfolio.openCount, count],
    ...breachFigures(source),
  ];
}

function breachFigures({ words, assessment: { breaches }, chosen }: ReportSource): readonly Figure[] {
  const { count } = reportFormats;
  const severities = columnOf(reportTables.breaches, words.columns.severity);
  const critical = breaches.filter(({ severity }) => severity === 'critical').length;
  const isListed = chosen.has('breaches');
  return [
    [
      'breaches',
      isListed && breaches.length > 0 ? formula(() => `=ROWS(${severities})`) : breaches.length,
      count,
    ],
    [
      'critical',
      isListed ? formula(() => `=COUNTIF(${severities},"${words.severity.critical}")`) : critical,
      count,
    ],
  ];
}

/** From the total of the sheet down to exposure: each line is taken off, the last one is what is left. */
function reconciliationTable({ words }: ReportSource, parts: Reconciliation): ReportTable {
  const { columns } = words;
  const lessen = ['excluded', 'unplaced', 'notYetInvoiced', 'settled', 'disputed'] as const;
  const left = formula(({ row, column }) => {
    const first = row - lessen.length - 1;
    return `=ROUND(${column(1)}${first}+SUM(${column(1)}${first + 1}:${column(1)}${row - 1}),6)`;
  });
  return tableOfRows(
    {
      name: reportTables.reconciliation,
      title: words.tables.reconciliation,
      columns: [
        { header: columns.line, format: reportFormats.text },
        { header: columns.amount, format: reportFormats.money },
      ],
    },
    [
      [words.reconciliation.controlTotal, parts.controlTotal],
      ...lessen.map(part => [words.reconciliation[part], 0 - parts[part]]),
      [words.reconciliation.exposure, left],
    ],
  );
}

/** Each total of the report beside the same of the ledger. */
function checksTable(source: ReportSource): ReportTable {
  const { words, assessment, reconciliation, chosen, trend } = source;
  const { columns } = words;
  const { exposure, unappliedCredits } = assessment.portfolio;
  const sum = (name: string, header: string) => formula(() => `=SUM(${columnOf(name, header)})`);
  const rows = `ROWS(${columnOf(reportTables.reconciliation, columns.amount)})`;
  const ledger: ReportCell = reconciliation
    ? formula(() => `=INDEX(${columnOf(reportTables.reconciliation, columns.amount)},${rows})`)
    : exposure;
  const last = `ROWS(${columnOf(reportTables.trend, columns.receivables)})`;
  const trendLast = formula(() => `=INDEX(${columnOf(reportTables.trend, columns.receivables)},${last})`);
  const checks: readonly (readonly [ReportCheck, boolean, ReportCell, ReportCell])[] = [
    ['reconciliation', reconciliation !== null, exposure, ledger],
    ['ageing', chosen.has('ageing'), sum(reportTables.ageing, columns.total), ledger],
    ['largest', chosen.has('ageing'), sum(reportTables.largest, columns.total), ledger],
    ['tiers', chosen.has('tiers'), sum(reportTables.tiers, columns.exposure), ledger],
    ['concentration', chosen.has('concentration'), sum(reportTables.concentration, columns.exposure), ledger],
    ['trend', chosen.has('trend') && trend !== null, trendLast, ledger],
    [
      'allowance',
      chosen.has('allowance'),
      sum(reportTables.allowance, columns.amount),
      exposure - unappliedCredits,
    ],
    [
      'journal',
      chosen.has('allowance'),
      sum(reportTables.journal, columns.debit),
      sum(reportTables.journal, columns.credit),
    ],
  ];
  const difference = formula(({ row, column }) => `=ROUND(${column(1)}${row}-${column(2)}${row},2)`);
  const result = formula(
    ({ row, column }) => `=IF(${column(3)}${row}=0,"${words.agrees}","${words.differs}")`,
  );
  return tableOfRows(
    {
      name: reportTables.checks,
      title: words.tables.checks,
      columns: [
        { header: columns.check, format: reportFormats.text },
        { header: columns.report, format: reportFormats.money },
        { header: columns.ledger, format: reportFormats.money },
        { header: columns.difference, format: reportFormats.money },
        { header: columns.result, format: reportFormats.general },
      ],
    },
    checks
      .filter(([, isMade]) => isMade)
      .map(([name, , report, ledger]) => [words.checks[name], report, ledger, difference, result]),
  );
}

function policyTable({ assessment, words, language }: ReportSource): ReportTable {
  const { columns, settings } = words;
  const { policy, asOf } = assessment;
  const { general, date, oneDecimal, share, text } = reportFormats;
  const yesNo = (is: boolean) => (is ? settings.yes : settings.no);
  const ageBy = policy.settings.ageBy === 'dueDate' ? settings.ageByDueDate : settings.ageByInvoiceDate;
  const rows: readonly (readonly [string, ReportCell, string])[] = [
    [settings.asOf, asOf, date],
    [settings.windowDays, policy.settings.windowDays, measureFormat('days', language)],
    [settings.countDisputed, yesNo(policy.settings.countDisputed), text],
    [settings.ageBy, ageBy, text],
    ...policy.tiers.flatMap(({ letter, fromScore, lossRate }) => [
      [settings.tierFrom(letter), fromScore, oneDecimal] as const,
      [settings.tierLoss(letter), lossRate, share] as const,
    ]),
    ...policy.rules
      .filter(({ on }) => on)
      .map(
        ({ id, threshold }) =>
          [
            settings.rule(words.ruleName(id)),
            threshold,
            measureFormat(thresholdMeasure[id], language),
          ] as const,
      ),
  ];
  return {
    ...tableOfRows(
      {
        name: reportTables.policy,
        title: words.tables.policy,
        startsPage: true,
        columns: [
          { header: columns.setting, format: text },
          { header: columns.value, format: general, isNumber: true },
        ],
      },
      rows.map(([name, value]) => [name, value]),
    ),
    formatRuns: formatRuns(rows.map(([, , format]) => format)),
  };
}
