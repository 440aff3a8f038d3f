/** The sheet `Formulas`: every TIERCEL formula at work on the two other sheets, with room for what each spills. */
import type { Book, CellInput, Sheet } from '../../src/workbench/book/types';
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
  ['Equally large customers', '等效客户数', `=TIERCEL.CONCENTRATION(${open},${who},"effective")`, '0.0'],
];

export function writeFormulas(book: Book, sheet: Sheet, trade: Trade): void {
  const put = (row: number, column: number, rows: readonly (readonly CellInput[])[]) =>
    book.setCells(sheet, { row, column, rowCount: rows.length, columnCount: rows[0].length }, rows, 'addin');
  const format = (row: number, column: number, rowCount: number, columnCount: number, numberFormat: string) =>
    book.setStyle(sheet, { row, column, rowCount, columnCount }, { numberFormat });
  const header = (column: number, titles: readonly string[], texts: readonly string[]) => {
    put(firstRow - 3, column, [titles]);
    book.setStyle(
      sheet,
      { row: firstRow - 3, column, rowCount: 1, columnCount: 1 },
      { bold: true, fontSize: 13, fontColor: ink },
    );
    if (texts.length === 0) return;
    put(firstRow - 2, column, [texts]);
    styleHeader(book, sheet, { row: firstRow - 2, column, rowCount: 1, columnCount: texts.length });
  };

  put(0, 0, [['Tiercel formulas at work']]);
  put(1, 0, [['Tiercel 公式示例：修改截至日期，全部结果随之重算']]);
  book.setStyle(
    sheet,
    { row: 0, column: 0, rowCount: 1, columnCount: 1 },
    { bold: true, fontSize: 18, fontColor: ink },
  );
  book.setStyle(
    sheet,
    { row: 1, column: 0, rowCount: 1, columnCount: 1 },
    { italic: true, fontColor: '#5C6670' },
  );
  put(3, 0, [
    ['As of', '截至日期', asOf],
    ['Receivables', '应收余额', receivablesAt(asOf, trade.invoices)],
  ]);
  format(3, 2, 1, 1, dateFormat);
  format(4, 2, 1, 1, moneyFormat);
  book.setStyle(sheet, { row: 3, column: 2, rowCount: 2, columnCount: 1 }, { bold: true, fill: '#FFF4D6' });

  header(0, ['DSO, turnover, concentration · 周转与集中度'], ['Measure', '指标', 'Value · 数值']);
  put(
    firstRow - 1,
    0,
    figures.map(([english, chinese, formula]) => [english, chinese, formula]),
  );
  figures.forEach(([, , , numberFormat], index) => {
    format(firstRow - 1 + index, 2, 1, 1, numberFormat);
  });

  header(
    4,
    ['Twelve months · 近十二个月'],
    ['Month end · 月末', 'Days · 天数', 'Sales · 销售额', 'Receivables · 应收余额'],
  );
  put(firstRow - 1, 4, monthRows(trade.invoices));
  format(firstRow - 1, 4, 12, 1, dateFormat);
  format(firstRow - 1, 6, 12, 2, moneyFormat);

  header(9, ['Ageing of the ledger · 总账龄'], []);
  put(firstRow - 2, 9, [[`=TIERCEL.AGING(Invoices[Due date],${open},$C$4,,,TRUE)`]]);
  styleHeader(book, sheet, { row: firstRow - 2, column: 9, rowCount: 1, columnCount: 6 });
  format(firstRow - 1, 9, 1, 6, moneyFormat);

  put(firstRow + 2, 9, [['Bucket of each invoice · 逐笔账龄区间']]);
  book.setStyle(
    sheet,
    { row: firstRow + 2, column: 9, rowCount: 1, columnCount: 1 },
    { bold: true, fontSize: 13, fontColor: ink },
  );
  put(firstRow + 3, 9, [['Invoice no. · 发票号', 'Due date · 到期日', 'Bucket · 账龄区间']]);
  styleHeader(book, sheet, { row: firstRow + 3, column: 9, rowCount: 1, columnCount: 3 });
  const from = firstDueRow(trade.invoices);
  const to = from + bucketRows - 1;
  put(firstRow + 4, 9, [
    [
      `=Invoices!C${from}:C${to}`,
      `=Invoices!F${from}:F${to}`,
      `=TIERCEL.AGINGBUCKET(Invoices!F${from}:F${to},$C$4)`,
    ],
  ]);
  format(firstRow + 4, 10, bucketRows, 1, dateFormat);

  header(
    16,
    ['Ten largest customers · 前十大客户'],
    ['Customer · 客户', 'Amount · 金额', 'Share · 占比', 'Cumulative · 累计'],
  );
  put(firstRow - 1, 16, [[`=TIERCEL.CONCENTRATION(${open},${who},"table",10)`]]);
  format(firstRow - 1, 17, 10, 1, moneyFormat);
  format(firstRow - 1, 18, 10, 2, shareFormat);

  header(
    21,
    ['Score and tier of every customer · 客户评分与等级'],
    ['Customer · 客户', 'Score · 评分', 'Tier · 等级', 'Reasons · 主要扣分原因'],
  );
  put(firstRow - 1, 21, [
    [
      `=Customers!A2:A${lastCustomer}`,
      `=TIERCEL.RISKSCORE(${factors},${factorNames})`,
      `=TIERCEL.TIER(W${firstRow}:W${firstRow + customerCount - 1})`,
      `=TIERCEL.RISKSCORE(${factors},${factorNames},,"reasons")`,
    ],
  ]);
  format(firstRow - 1, 22, customerCount, 1, '0.0');
  book.setStyle(
    sheet,
    { row: firstRow - 1, column: 23, rowCount: customerCount, columnCount: 1 },
    { horizontal: 'center', bold: true },
  );

  header(26, ['Ageing by customer · 客户账龄表'], []);
  put(firstRow - 2, 26, [[`=TIERCEL.AGING(Invoices[Due date],${open},$C$4,${who})`]]);
  styleHeader(book, sheet, { row: firstRow - 2, column: 26, rowCount: 1, columnCount: 9 });
  format(firstRow - 1, 27, customerCount, 8, moneyFormat);

  setWidths(sheet, [196, 168, 128, 24, 132, 96, 136, 176, 24, 152, 128, 144, 112, 112, 112, 24]);
  setWidths(
    sheet,
    [236, 120, 108, 136, 24, 236, 108, 100, 460, 24, 236, 112, 112, 112, 112, 112, 128, 112, 120],
    16,
  );
  sheet.rowHeights.set(0, 32);
  sheet.rowHeights.set(firstRow - 3, 28);
  // The header half way down stands beside rows of figures: it is as low as they are.
  sheet.rowHeights.delete(firstRow + 3);
  sheet.frozenRows = firstRow - 1;
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
