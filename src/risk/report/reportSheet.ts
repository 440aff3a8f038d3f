/** A report as data: which sheets, tables and charts it has, and what stands in their cells. Whoever writes it decides nothing. */
import type { Cell } from '../ledger/ledger';
import type { FormatRun } from './formatRuns';

/** The sheets that a report can have, from left to right. */
export const reportSheetIds = [
  'summary',
  'ageing',
  'tiers',
  'concentration',
  'trend',
  'breaches',
  'allowance',
] as const;

export type ReportSheetId = (typeof reportSheetIds)[number];

/** Where a row of a table stands when it is written: one-based row of the sheet, letters of the table's columns. */
export interface RowPlace {
  readonly row: number;
  column(index: number): string;
}

/** A formula in Excel's own English, made when it is known where it will stand. Text of the ledger never becomes one. */
export interface ReportFormula {
  readonly formulaAt: (place: RowPlace) => string;
}

export type ReportCell = Cell | ReportFormula;

export interface ReportColumn {
  readonly header: string;
  /** Number format as Excel writes it. */
  readonly format: string;
  /** The column is summed up above its header. */
  readonly isSummed?: boolean;
  /** Holds numbers that are measured row by row: each has the format of its row. */
  readonly isNumber?: boolean;
}

/** One native table. Its rows are asked for one by one: there may be a row for each of many customers. */
export interface ReportTable {
  readonly kind: 'table';
  /** Name of the Excel table, by which it is found again. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rowCount: number;
  row(index: number): readonly ReportCell[];
  /** Number formats of all rows in the columns that are measured row by row. */
  readonly formatRuns?: readonly FormatRun[];
  /** A cell that the user fills and that no refresh touches, by row and column of the table's body. */
  readonly input?: { readonly row: number; readonly column: number };
  /** May have a row for each of many customers: it is filtered, and its rows are told apart by their shade. */
  readonly isLong?: boolean;
  /** Its chart tells all of it: it stands below what is printed. */
  readonly isOnlyDrawn?: boolean;
  /** Begins on a printed page of its own. */
  readonly startsPage?: boolean;
}

export interface ReportChart {
  readonly kind: 'chart';
  /** By which it is found again on its sheet. */
  readonly name: string;
  readonly title: string;
  readonly type: 'BarStacked' | 'Doughnut' | 'Line' | 'XYScatterLinesNoMarkers';
  /** The table it draws: a column of categories or x values, and adjacent columns of series. */
  readonly table: string;
  readonly categories: number;
  readonly series: { readonly first: number; readonly count: number };
  /** Number format of the value axis. */
  readonly format: string;
  /** One colour a series; of a doughnut one a point. */
  readonly colors: readonly string[];
  readonly axisTitles?: { readonly category: string; readonly value: string };
  /** How many rows of the table it draws: the first ones; all where absent. */
  readonly drawnRows?: number;
  /** Rows of the sheet that it covers. */
  readonly height: number;
}

export type ReportBlock = ReportTable | ReportChart;

export interface ReportSheet {
  readonly id: ReportSheetId;
  /** What the sheet is called when it is added. */
  readonly sheetName: string;
  readonly title: string;
  /** Lines under the title: the day, the currency, what to know. */
  readonly lead: readonly [string, string];
  readonly orientation: 'Portrait' | 'Landscape';
  /** Width per column, in points. */
  readonly widths: readonly number[];
  /** From top to bottom. */
  readonly blocks: readonly ReportBlock[];
}

/** Number formats of a report. Money below zero is in brackets, none is a dash, and digits stand below digits, as accountants print it. */
export const reportFormats = {
  /** Whoever writes a text keeps it one. */
  text: 'General',
  general: 'General',
  money: '#,##0.00_);(#,##0.00);"–"_)',
  /** Of an axis, whose zero is a number. */
  wholeMoney: '#,##0;(#,##0);0',
  count: '#,##0_)',
  share: '0.0%_)',
  days: '0_)',
  oneDecimal: '0.0_)',
  date: 'yyyy-mm-dd',
  month: 'yyyy-mm',
} as const;

/** Rows of the sheet that a chart covers where nothing asks for more. */
export const usualChartHeight = 18;

/** In points: a digit of the usual font in bold, and the room at the sides. */
const digitWidth = 6;
const cellPadding = 14;

/**
 * Give a column of money the width that its largest amount takes, in points: a number that does not fit shows as ####.
 *
 * @param least The width where amounts are small or not known, in points.
 * @example moneyWidth(1234567890, 84) //=> 110
 */
export function moneyWidth(largest: number, least: number): number {
  if (!Number.isFinite(largest)) return least;
  const digits = Math.max(1, Math.ceil(Math.log10(Math.abs(largest) + 1)));
  const separators = Math.floor((digits - 1) / 3);
  return Math.max(least, (digits + separators + 3) * digitWidth + cellPadding);
}

/** Names of the report's tables, which its formulas use. */
export const reportTables = {
  figures: 'TiercelReportFigures',
  reconciliation: 'TiercelReportReconciliation',
  checks: 'TiercelReportChecks',
  policy: 'TiercelReportPolicy',
  largest: 'TiercelReportLargest',
  ageing: 'TiercelReportAgeing',
  tiers: 'TiercelReportTiers',
  measures: 'TiercelReportConcentration',
  concentration: 'TiercelReportShares',
  curve: 'TiercelReportCurve',
  trend: 'TiercelReportTrend',
  byRule: 'TiercelReportRules',
  breaches: 'TiercelReportBreaches',
  allowance: 'TiercelReportAllowance',
  entry: 'TiercelReportEntry',
  journal: 'TiercelReportJournal',
} as const;

/** Make a cell that calculates. */
export const formula = (formulaAt: ReportFormula['formulaAt']): ReportFormula => ({ formulaAt });

/** Tell whether a cell of a report is a formula. */
export const isFormula = (cell: ReportCell): cell is ReportFormula =>
  typeof cell === 'object' && cell !== null && 'formulaAt' in cell;

/**
 * Refer to a column of a table as a formula does.
 *
 * @example columnOf('TiercelReportAgeing', 'Not due') //=> 'TiercelReportAgeing[Not due]'
 */
export const columnOf = (table: string, header: string): string =>
  `${table}[${header.replaceAll(/['[\]#@]/g, sign => `'${sign}`)}]`;

/** Make a table of which all rows are at hand. */
export const tableOfRows = (
  table: Omit<ReportTable, 'kind' | 'rowCount' | 'row'>,
  rows: readonly (readonly ReportCell[])[],
): ReportTable => ({ ...table, kind: 'table', rowCount: rows.length, row: index => rows[index] });
