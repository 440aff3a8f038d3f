import {
  columnOf,
  formula,
  moneyWidth,
  type ReportSheet,
  reportFormats,
  reportTables,
  tableOfRows,
  usualChartHeight,
} from './reportSheet';
import type { ReportSource } from './reportSource';

/** A to D in the hues of the pane, light enough for black letters on them, and grey for who has no score. */
const tierColors: readonly string[] = ['#8CCB8C', '#86BBE6', '#F5CB5C', '#EE8B8B', '#B4B4B4'];
const unscoredColor = '#D0D0D0';

/** How customers and their money stand by tier. */
export function tiersSheet(source: ReportSource): ReportSheet {
  const { assessment, words, subtitle } = source;
  const { columns } = words;
  const money = moneyWidth(assessment.portfolio.exposure, 96);
  const total = `SUM(${columnOf(reportTables.tiers, columns.exposure)})`;
  const summaries = assessment.tierSummaries;
  const lastTier = assessment.policy.tiers.at(-1);
  const rows = summaries.map(({ letter, customerCount, exposure }) => {
    const tier = assessment.policy.tiers.findIndex(each => each.letter === letter);
    const rate = (assessment.policy.tiers[tier] ?? lastTier)?.lossRate ?? 0;
    return [
      letter === '' ? words.unscored : letter,
      exposure,
      formula(({ row, column }) => `=IF(${total}=0,0,${column(1)}${row}/${total})`),
      customerCount,
      rate,
      atRiskOf(source, tier),
    ];
  });
  return {
    id: 'tiers',
    sheetName: words.sheetNames.tiers,
    title: words.titles.tiers,
    lead: [subtitle, words.notes.tiers],
    orientation: 'Portrait',
    widths: [110, money, 70, 76, 76, money],
    blocks: [
      {
        kind: 'chart',
        name: 'TiercelReport_Tiers',
        title: words.charts.tiers,
        type: 'Doughnut',
        table: reportTables.tiers,
        categories: 0,
        series: { first: 1, count: 1 },
        format: reportFormats.wholeMoney,
        height: usualChartHeight,
        colors: summaries.map(({ letter }, index) =>
          letter === '' ? unscoredColor : (tierColors[index] ?? unscoredColor),
        ),
      },
      tableOfRows(
        {
          name: reportTables.tiers,
          title: words.tables.tiers,
          columns: [
            { header: columns.tier, format: reportFormats.text },
            { header: columns.exposure, format: reportFormats.money, isSummed: true },
            { header: columns.share, format: reportFormats.share, isSummed: true },
            { header: columns.customers, format: reportFormats.count, isSummed: true },
            { header: columns.lossRate, format: reportFormats.share },
            { header: columns.atRisk, format: reportFormats.money, isSummed: true },
          ],
        },
        rows,
      ),
    ],
  };
}

/** Customers in credit put nothing at risk, so that this is no product of the other columns. */
function atRiskOf({ assessment }: ReportSource, tier: number): number {
  const { scores, policy, atRisk } = assessment;
  return atRisk.reduce((sum, amount, customer) => {
    const own = policy.tiers[scores.tier[customer]] === undefined ? -1 : scores.tier[customer];
    return own === tier ? sum + amount : sum;
  }, 0);
}
