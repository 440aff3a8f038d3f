import { ageingSheet } from './ageingSheet';
import { allowanceSheet } from './allowanceSheet';
import { breachesSheet } from './breachesSheet';
import { concentrationSheet } from './concentrationSheet';
import type { ReportSheet, ReportSheetId } from './reportSheet';
import { availableSheets, type ReportSource } from './reportSource';
import { summarySheet } from './summarySheet';
import { tiersSheet } from './tiersSheet';
import { trendSheet } from './trendSheet';

const makers: Readonly<Record<ReportSheetId, (source: ReportSource) => ReportSheet>> = {
  summary: summarySheet,
  ageing: ageingSheet,
  tiers: tiersSheet,
  concentration: concentrationSheet,
  trend: source => trendSheet(source, source.trend ?? []),
  breaches: breachesSheet,
  allowance: allowanceSheet,
};

/**
 * Lay out a report: what is chosen of what the source can feed, the summary first.
 *
 * @returns Sheets as data. Their formulas refer to the report's own tables, and only to those that are in it.
 * @example layOutReport(source).map(sheet => sheet.id) //=> ['summary', 'ageing', 'allowance']
 */
export function layOutReport(source: ReportSource): readonly ReportSheet[] {
  const made = availableSheets(source).filter(id => source.chosen.has(id));
  const chosen = new Set(made);
  return made.map(id => makers[id]({ ...source, chosen }));
}
