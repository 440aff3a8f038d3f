/** The line under the title of a sheet of the report that says of which day its figures are. */
import type { ReportSheet } from '../../risk/report/reportSheet';
import { reportDayName } from '../names';
import type { OwnSheet } from '../ownSheets';
import { writtenCell } from '../writtenCell';

/** Whether a sheet was ever finished, and its line. */
export interface FoundDay {
  /** Title and line are written last: a sheet without was left by an Excel that refused on the way. */
  readonly isFinished: boolean;
  /** Null where somebody deleted it. */
  readonly line: Excel.Range | null;
}

/** Queue the mark of the line on a sheet that has just got it, so that it is found again when rows are inserted or deleted above. */
export function markDay(line: Excel.Range): void {
  line.worksheet.names.add(reportDayName, line);
}

/** Find the lines of sheets of the report, inside a batch of the caller, by the keys of the sheets. */
export async function findDays(
  context: Excel.RequestContext,
  sheets: readonly OwnSheet[],
): Promise<ReadonlyMap<string, FoundDay>> {
  if (sheets.length === 0) return new Map();
  const asked = sheets.map(({ key, sheet, mark }) => {
    const name = sheet.names.getItemOrNullObject(reportDayName);
    name.load('name');
    // Sheets of earlier versions have their mark on the title.
    const title = mark.getRange().getCell(0, 0);
    title.load('values');
    return { key, name, title };
  });
  await context.sync();
  const found = asked.map(({ key, name, title }) => {
    if (name.isNullObject) {
      const isFinished = title.values[0][0] !== '';
      return { key, isFinished, line: isFinished ? title.getOffsetRange(1, 0) : null };
    }
    const line = name.getRangeOrNullObject();
    line.load('address');
    return { key, isFinished: true, line };
  });
  await context.sync();
  return new Map(
    found.map(({ key, isFinished, line }) => [key, { isFinished, line: line?.isNullObject ? null : line }]),
  );
}

/** Tell again of which day a sheet is, inside a batch of the caller: in its line, and above every page. */
export function tellDay(sheet: Excel.Worksheet, line: Excel.Range | null, { lead }: ReportSheet): void {
  if (line) line.values = [[writtenCell(lead[0])]];
  sheet.pageLayout.headersFooters.defaultForAllPages.rightHeader = lead[0].replaceAll('&', '&&');
}
