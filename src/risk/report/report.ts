import type { Slices } from '../slices';
import { ageingSheet } from './ageingSheet';
import { allowanceSheet } from './allowanceSheet';
import { breachesSheet } from './breachesSheet';
import { concentrationSheet } from './concentrationSheet';
import type { ReportSheet, ReportSheetId } from './reportSheet';
import { availableSheets, type ReportSource } from './reportSource';
import { summarySheet } from './summarySheet';
import { tiersSheet } from './tiersSheet';
import { trendSheet } from './trendSheet';

type Maker = (source: ReportSource) => Slices<ReportSheet>;

const atOnce = (make: (source: ReportSource) => ReportSheet): Maker =>
  function* (source) {
    const sheet = make(source);
    yield;
    return sheet;
  };

const makers: Readonly<Record<ReportSheetId, Maker>> = {
  summary: atOnce(summarySheet),
  ageing: ageingSheet,
  tiers: atOnce(tiersSheet),
  concentration: concentrationSheet,
  trend: atOnce(source => trendSheet(source, source.trend ?? [])),
  breaches: breachesSheet,
  allowance: atOnce(allowanceSheet),
};

/**
 * Lay out a report: what is chosen of what the source can feed, the summary first.
 *
 * @returns Sheets as data. Their formulas refer to the report's own tables, and only to those that are in it.
 * @example finishSlices(layOutReportInSlices(source)).map(sheet => sheet.id) //=> ['summary', 'ageing', 'allowance']
 */
export function* layOutReportInSlices(source: ReportSource): Slices<readonly ReportSheet[]> {
  const made = availableSheets(source).filter(id => source.chosen.has(id));
  const chosen = new Set(made);
  const sheets: ReportSheet[] = [];
  for (const id of made) sheets.push(yield* makers[id]({ ...source, chosen }));
  return sheets;
}
