/** A small ledger whose figures are worked out by hand beside each row, as of 30 June 2024 (serial 45473). */
import type { CellInput } from '../../src/workbench/book/types';

export const asOf = 45473;
export const asOfText = '2024-06-30';

/** Open: Acme 500 (10 days late), Beta 8,000 (170 days late) and 2,000 (paid five days later), 宏达 4,000 and Gamma 700 not due, Gamma −200. */
export const englishLedger: readonly (readonly CellInput[])[] = [
  ['Receivables, June 2024', '', '', '', '', '', ''],
  ['', '', '', '', '', '', ''],
  ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Amount', 'Paid date', 'Credit limit'],
  ['Acme Ltd', 'I-1', asOf - 100, asOf - 70, 1000, asOf - 40, 5000],
  ['Acme Ltd', 'I-2', asOf - 40, asOf - 10, 500, '', 5000],
  ['Beta Co', 'I-3', asOf - 200, asOf - 170, 8000, '', 6000],
  ['Beta Co', 'I-4', asOf - 60, asOf - 30, 2000, asOf + 5, 6000],
  ['江苏宏达机械有限公司', 'I-5', asOf - 10, asOf + 20, 4000, '', 20000],
  ['Gamma Inc', 'I-6', asOf - 20, asOf + 10, 700, '', 1000],
  ['Gamma Inc', 'C-1', asOf - 5, asOf - 5, -200, '', 1000],
];

/** The same ledger with Chinese headers in another order, the dates as Chinese text. */
export const chineseLedger: readonly (readonly CellInput[])[] = [
  ['到期日', '金额', '客户名称', '发票号', '开票日期', '回款日期'],
  ['2024年4月21日', 1000, 'Acme Ltd', 'I-1', '2024年3月22日', '2024年5月21日'],
  ['2024年6月20日', 500, 'Acme Ltd', 'I-2', '2024年5月21日', ''],
  ['2024年1月12日', 8000, 'Beta Co', 'I-3', '2023年12月13日', ''],
  ['2024年5月31日', 2000, 'Beta Co', 'I-4', '2024年5月1日', '2024年7月5日'],
  ['2024年7月20日', 4000, '江苏宏达机械有限公司', 'I-5', '2024年6月20日', ''],
  ['2024年7月10日', 700, 'Gamma Inc', 'I-6', '2024年6月10日', ''],
  ['2024年6月25日', -200, 'Gamma Inc', 'C-1', '2024年6月25日', ''],
];

/** 500 + 8,000 + 2,000 + 4,000 + 700 − 200. */
export const exposure = 15_000;
/** 500 + 8,000 + 2,000: credits are not set against what is late. */
export const overdue = 10_500;

export const rangeOf = (rows: readonly (readonly CellInput[])[], sheet = 'Sheet1'): string =>
  `${sheet}!A1:${String.fromCharCode(64 + rows[0].length)}${rows.length}`;
