/** The small ledger as the stories type it. */
import type { CellInput } from '../../src/workbench/book/types';
import { ledgerHeader, ledgerRows } from '../smallLedger';

export { asOf } from '../smallLedger';

export const asOfText = '2024-06-30';

/** The small ledger below two title rows. */
export const englishLedger: readonly (readonly CellInput[])[] = [
  ['Receivables, June 2024', '', '', '', '', '', ''],
  ['', '', '', '', '', '', ''],
  ledgerHeader,
  ...ledgerRows,
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

export const rangeOf = (rows: readonly (readonly CellInput[])[], sheet = 'Sheet1'): string =>
  `${sheet}!A1:${String.fromCharCode(64 + rows[0].length)}${rows.length}`;
