import {
  columnOf,
  type ReportColumn,
  type ReportSheet,
  type ReportTable,
  reportFormats,
} from '../../risk/report/reportSheet';
import { areaAddress } from '../address';
import { writtenCell } from '../writtenCell';
import { bodyRowCount, type PlacedTable } from './placeTables';
import { markDay } from './reportDay';

const quiet = '#595959';
const inputFill = '#FFF8DC';
const inputFont = '#1F1F1F';
const headerFill = '#F2F2F2';
const ruleColor = '#8A8A8A';

/** Write the title and the lines under it on a sheet that is new, and set it up for A4, inside a batch of the caller. */
export function dressSheet(
  sheet: Excel.Worksheet,
  report: ReportSheet,
  tables: readonly PlacedTable[],
  footer: { readonly page: string },
): void {
  sheet.showGridlines = false;
  report.widths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  });
  const title = sheet.getRange('A1');
  title.values = [[writtenCell(report.title)]];
  title.format.font.size = 16;
  title.format.font.bold = true;
  sheet.getRange('A2:A3').values = report.lead.map(line => [writtenCell(line)]);
  sheet.getRange('A2:A3').format.font.color = quiet;
  for (const placed of tables) {
    dressTable(placed);
    if (placed.table.startsPage) sheet.horizontalPageBreaks.add(areaAddress(placed.row - 1, 0, 1, 1));
  }

  const { pageLayout } = sheet;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.orientation =
    report.orientation === 'Landscape' ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintMargins('Centimeters', {
    left: 1.5,
    right: 1.5,
    top: 2,
    bottom: 2,
    header: 0.8,
    footer: 0.8,
  });
  const { defaultForAllPages } = pageLayout.headersFooters;
  defaultForAllPages.leftHeader = report.title.replaceAll('&', '&&');
  defaultForAllPages.rightHeader = report.lead[0].replaceAll('&', '&&');
  defaultForAllPages.leftFooter = '&A';
  defaultForAllPages.centerFooter = '&D';
  defaultForAllPages.rightFooter = footer.page;
  markDay(sheet.getRange('A2'));
}

/** Print what is the report's, with the header of its last table on every page that the table takes, inside a batch of the caller. */
export function setPrintArea(sheet: Excel.Worksheet, tables: readonly PlacedTable[]): void {
  const printed = tables.filter(({ table }) => !table.isOnlyDrawn);
  const lastRow = Math.max(...printed.map(({ row, table }) => row + bodyRowCount(table)));
  const lastColumn = Math.max(...printed.map(({ column, table }) => column + table.columns.length - 1));
  sheet.pageLayout.setPrintArea(areaAddress(0, 0, lastRow + 1, lastColumn + 1));
  // Excel repeats rows on the pages after the one they stand on, and there is nothing below the last table.
  const headerRow = Math.max(...printed.map(({ row }) => row)) + 1;
  sheet.pageLayout.setPrintTitleRows(`$${headerRow}:$${headerRow}`);
}

/**
 * Totals stand above the header, where a table that grows does not reach them. Headers have their look in cells of their own: programs that do
 * not know Excel's table styles would show them as one more row.
 */
function dressTable(placed: PlacedTable): void {
  const { table, sheet, row, column } = placed;
  const line = sheet.getRangeByIndexes(row - 1, column, 1, table.columns.length);
  line.formulas = [titleAndTotals(table)];
  line.numberFormat = [table.columns.map(({ format }) => format)];
  line.format.font.bold = true;
  line.getCell(0, 0).format.font.size = 12;
  const header = sheet.getRangeByIndexes(row, column, 1, table.columns.length);
  header.format.font.bold = true;
  header.format.fill.color = headerFill;
  header.format.wrapText = true;
  header.format.verticalAlignment = 'Bottom';
  const below = header.format.borders.getItem('EdgeBottom');
  below.style = 'Continuous';
  below.color = ruleColor;
  table.columns.forEach((reportColumn, index) => {
    alignColumn(placed, reportColumn, index);
  });
  if (table.input) {
    const cell = sheet.getCell(row + 1 + table.input.row, column + table.input.column);
    cell.format.fill.color = inputFill;
    cell.format.font.color = inputFont;
  }
}

/** Headers stand over what they name: numbers and their headers right, and a text beside a number off it. */
function alignColumn(
  { table, sheet, row, column }: PlacedTable,
  reportColumn: ReportColumn,
  index: number,
): void {
  const header = sheet.getCell(row, column + index);
  const cells = sheet.getRangeByIndexes(row, column + index, bodyRowCount(table) + 1, 1);
  if (holdsNumbers(reportColumn)) {
    header.format.horizontalAlignment = 'Right';
    if (reportColumn.isNumber) cells.format.horizontalAlignment = 'Right';
  } else if (index > 0 && holdsNumbers(table.columns[index - 1])) {
    cells.format.horizontalAlignment = 'Left';
    cells.format.indentLevel = 1;
  }
}

const holdsNumbers = ({ format, isNumber }: ReportColumn): boolean =>
  isNumber === true || format !== reportFormats.general;

function titleAndTotals(table: ReportTable): string[] {
  return table.columns.map(({ header, isSummed }, index) => {
    if (index === 0) return String(writtenCell(table.title));
    return isSummed ? `=SUM(${columnOf(table.name, header)})` : '';
  });
}

/** Total up by its new header a column that is called otherwise now; a cell in which the user wrote stays. */
export async function totalAgain(
  context: Excel.RequestContext,
  { table, sheet, row, column }: PlacedTable,
): Promise<void> {
  if (row === 0) return;
  const line = sheet.getRangeByIndexes(row - 1, column, 1, table.columns.length);
  line.load('formulas');
  await context.sync();
  const totals = titleAndTotals(table);
  totals.forEach((total, index) => {
    const now = String(line.formulas[0][index]);
    const isOurs = now === '' || now.startsWith(`=SUM(${table.name}[`);
    if (index > 0 && isOurs && now !== total) {
      const cell = sheet.getCell(row - 1, column + index);
      cell.formulas = [[total]];
      cell.numberFormat = [[table.columns[index].format]];
      cell.format.font.bold = true;
    }
  });
  await context.sync();
}
