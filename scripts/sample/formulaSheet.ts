/** The sheet `Formulas`: every TIERCEL formula at work on the two other sheets, with room for what each spills. */
import type { Area, Book, CellInput, CellStyle, Sheet } from '../../src/workbench/book/types';
import { factorColumns } from './customerSheet';
import { dateFormat, ink, moneyFormat, setWidths, shareFormat, styleHeader } from './look';
import { receivablesAt, salesBetween } from './position';
import { asOf, customerCount, type Invoice, type Trade } from './trade';

/** The last days of the twelve months to 30 June 2024, and of the month before them. */
const monthEnds = [
  45_107, 45_138, 45_169, 45_199, 45_230, 45_260, 45_291, 45_322, 45_351, 45_382, 45_412, 45_443, 45_473,
];
const bucketRows = 15;

const firstRow = 8;
const lastCustomer = customerCount + 1;
const factors = `Customers!$${factorColumns.first}$2:$${factorColumns.last}$${lastCustomer}`;
const factorNames = `Customers!$${factorColumns.first}$1:$${factorColumns.last}$1`;
const open = 'Invoices[Open amount]';
const who = 'Invoices[Customer]';

/** One figure a row: English, Chinese, formula, number format. */
const figures: readonly (readonly [string, string, string, string])[] = [
  ['DSO, ending balance', '周转天数（期末余额法）', '=TIERCEL.DSO($C$5,$G$8:$G$19)', '0.0'],
  [
    'DSO, average balance',
    '周转天数（平均余额法）',
    '=TIERCEL.DSO($H$8:$H$19,$G$8:$G$19,365,"average")',
    '0.0',
  ],
  ['DSO, count-back', '周转天数（倒推法）', '=TIERCEL.DSO($C$5,$G$8:$G$19,$F$8:$F$19,"countback")', '0.0'],
  ['Turnover, ending', '周转率（期末）', '=TIERCEL.TURNOVER($G$8:$G$19,$C$5)', '0.00'],
  ['Turnover, average', '周转率（平均）', '=TIERCEL.TURNOVER($G$8:$G$19,$H$8:$H$19,"average")', '0.00'],
  ['Largest customer', '第一大客户占比', `=TIERCEL.CONCENTRATION(${open},${who})`, shareFormat],
  ['Five largest customers', '前五大客户占比', `=TIERCEL.CONCENTRATION(${open},${who},"top",5)`, shareFormat],
  ['HHI (0–10,000)', '赫芬达尔指数', `=TIERCEL.CONCENTRATION(${open},${who},"hhi")`, '#,##0'],
  ['Effective customers', '等效客户数', `=TIERCEL.CONCENTRATION(${open},${who},"effective")`, '0.0'],
];

const headingRow = firstRow - 3;
const headerRow = firstRow - 2;
const bodyRow = firstRow - 1;
/** The rows of invoices stand below the ageing of the ledger. */
const bucketsHeadingRow = firstRow + 2;

/** Where the blocks begin from left to right. */
const columnOf = { figures: 0, months: 4, ledger: 9, largest: 16, scores: 21, customers: 26 } as const;

/** Write the sheet, block beside block. */
export function writeFormulas(book: Book, sheet: Sheet, trade: Trade): void {
  const pen = penOn(book, sheet);
  writeTitle(pen, trade);
  writeFigures(pen);
  writeMonths(pen, trade);
  writeLedgerAgeing(pen);
  writeBuckets(pen, trade);
  writeLargest(pen);
  writeScores(pen);
  writeCustomerAgeing(pen);
  layOut(sheet);
}

type Pen = ReturnType<typeof penOn>;

/** What the blocks are written with, by zero-based row and column. */
function penOn(book: Book, sheet: Sheet) {
  const put = (row: number, column: number, rows: readonly (readonly CellInput[])[]) =>
    book.setCells(sheet, { row, column, rowCount: rows.length, columnCount: rows[0].length }, rows, 'addin');
  const style = (area: Area, look: CellStyle) => book.setStyle(sheet, area, look);
  const format = (row: number, column: number, rowCount: number, columnCount: number, numberFormat: string) =>
    style({ row, column, rowCount, columnCount }, { numberFormat });
  const heading = (row: number, column: number, title: string) => {
    put(row, column, [[title]]);
    style({ row, column, rowCount: 1, columnCount: 1 }, { bold: true, fontSize: 13, fontColor: ink });
  };
  const headerLook = (row: number, column: number, columnCount: number) =>
    styleHeader(book, sheet, { row, column, rowCount: 1, columnCount });
  const headers = (row: number, column: number, texts: readonly string[]) => {
    put(row, column, [texts]);
    headerLook(row, column, texts.length);
  };
  return { put, style, format, heading, headers, headerLook };
}

function writeTitle({ put, style, format }: Pen, { invoices }: Trade): void {
  put(0, 0, [['Tiercel formulas at work']]);
  put(1, 0, [['Tiercel 公式示例：修改截止日期，全部结果随之重算']]);
  style({ row: 0, column: 0, rowCount: 1, columnCount: 1 }, { bold: true, fontSize: 18, fontColor: ink });
  style({ row: 1, column: 0, rowCount: 1, columnCount: 1 }, { italic: true, fontColor: '#5C6670' });
  put(3, 0, [
    ['As of', '截止日期', asOf],
    ['Receivables', '应收余额', receivablesAt(asOf, invoices)],
  ]);
  format(3, 2, 1, 1, dateFormat);
  format(4, 2, 1, 1, moneyFormat);
  style({ row: 3, column: 2, rowCount: 2, columnCount: 1 }, { bold: true, fill: '#FFF4D6' });
}

function writeFigures({ put, format, heading, headers }: Pen): void {
  const column = columnOf.figures;
  heading(headingRow, column, 'DSO, turnover, concentration · 周转与集中度');
  headers(headerRow, column, ['Measure', '指标', 'Value · 数值']);
  put(
    bodyRow,
    column,
    figures.map(([english, chinese, formula]) => [english, chinese, formula]),
  );
  figures.forEach(([, , , numberFormat], index) => {
    format(bodyRow + index, column + 2, 1, 1, numberFormat);
  });
}

function writeMonths({ put, format, heading, headers }: Pen, { invoices }: Trade): void {
  const column = columnOf.months;
  heading(headingRow, column, 'Twelve months · 近十二个月');
  headers(headerRow, column, ['Month end · 月末', 'Days · 天数', 'Sales · 销售额', 'Receivables · 应收余额']);
  put(bodyRow, column, monthRows(invoices));
  format(bodyRow, column, 12, 1, dateFormat);
  format(bodyRow, column + 2, 12, 2, moneyFormat);
}

function writeLedgerAgeing({ put, format, heading, headerLook }: Pen): void {
  const column = columnOf.ledger;
  heading(headingRow, column, 'Ageing of the ledger · 总账龄');
  put(headerRow, column, [[`=TIERCEL.AGING(Invoices[Due date],${open},$C$4,,,TRUE)`]]);
  headerLook(headerRow, column, 6);
  format(bodyRow, column, 1, 6, moneyFormat);
}

function writeBuckets({ put, format, heading, headers }: Pen, { invoices }: Trade): void {
  const column = columnOf.ledger;
  heading(bucketsHeadingRow, column, 'Bucket of each invoice · 逐笔账龄区间');
  headers(bucketsHeadingRow + 1, column, ['Invoice no. · 发票号', 'Due date · 到期日', 'Bucket · 账龄区间']);
  const from = firstDueRow(invoices);
  const to = from + bucketRows - 1;
  put(bucketsHeadingRow + 2, column, [
    [
      `=Invoices!C${from}:C${to}`,
      `=Invoices!F${from}:F${to}`,
      `=TIERCEL.AGINGBUCKET(Invoices!F${from}:F${to},$C$4)`,
    ],
  ]);
  format(bucketsHeadingRow + 2, column + 1, bucketRows, 1, dateFormat);
}

function writeLargest({ put, format, heading, headers }: Pen): void {
  const column = columnOf.largest;
  heading(headingRow, column, 'Ten largest customers · 前十大客户');
  headers(headerRow, column, ['Customer · 客户', 'Amount · 金额', 'Share · 占比', 'Cumulative · 累计']);
  put(bodyRow, column, [[`=TIERCEL.CONCENTRATION(${open},${who},"table",10)`]]);
  format(bodyRow, column + 1, 10, 1, moneyFormat);
  format(bodyRow, column + 2, 10, 2, shareFormat);
}

function writeScores({ put, style, format, heading, headers }: Pen): void {
  const column = columnOf.scores;
  heading(headingRow, column, 'Score and tier of every customer · 客户评分与等级');
  headers(headerRow, column, ['Customer · 客户', 'Score · 评分', 'Tier · 等级', 'Reasons · 主要扣分原因']);
  put(bodyRow, column, [
    [
      `=Customers!A2:A${lastCustomer}`,
      `=TIERCEL.RISKSCORE(${factors},${factorNames})`,
      `=TIERCEL.TIER(W${firstRow}:W${firstRow + customerCount - 1})`,
      `=TIERCEL.RISKSCORE(${factors},${factorNames},,"reasons")`,
    ],
  ]);
  format(bodyRow, column + 1, customerCount, 1, '0.0');
  style(
    { row: bodyRow, column: column + 2, rowCount: customerCount, columnCount: 1 },
    { horizontal: 'center', bold: true },
  );
}

function writeCustomerAgeing({ put, format, heading, headerLook }: Pen): void {
  const column = columnOf.customers;
  heading(headingRow, column, 'Ageing by customer · 客户账龄表');
  put(headerRow, column, [[`=TIERCEL.AGING(Invoices[Due date],${open},$C$4,${who})`]]);
  headerLook(headerRow, column, 9);
  format(bodyRow, column + 1, customerCount, 8, moneyFormat);
}

function layOut(sheet: Sheet): void {
  setWidths(sheet, [196, 168, 128, 24, 132, 96, 136, 176, 24, 152, 128, 144, 112, 112, 112, 24]);
  setWidths(
    sheet,
    [236, 120, 108, 136, 24, 236, 108, 100, 460, 24, 236, 112, 112, 112, 112, 112, 128, 112, 120],
    columnOf.largest,
  );
  sheet.rowHeights.set(0, 32);
  sheet.rowHeights.set(headingRow, 28);
  // The header half way down stands beside rows of figures: it is as low as they are.
  sheet.rowHeights.delete(bucketsHeadingRow + 1);
  sheet.frozenRows = bodyRow;
  sheet.showGridlines = false;
}

function monthRows(invoices: readonly Invoice[]): CellInput[][] {
  return monthEnds.slice(1).map((end, index) => {
    const before = monthEnds[index];
    return [end, end - before, salesBetween(before, end, invoices), receivablesAt(end, invoices)];
  });
}

/** The row on the sheet from which on due dates lie around the as-of date, so that several buckets show. */
function firstDueRow(invoices: readonly Invoice[]): number {
  return invoices.findIndex(each => each.invoiceDate >= asOf - 72) + 2;
}
