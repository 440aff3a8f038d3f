/** Lists of customers as programs export them: balances with their sides, ages in two lines of headings, sums and notes between customers. */
import type { FindingKind } from '../../../../src/risk/ledger/ledger';
import { type ExportedSheet, sheetOf } from './exportedSheet';

/** A list with what each customer owes, what of it is overdue (NaN where the list does not say), and what is not due. */
export interface ExportedList extends Pick<ExportedSheet, 'program' | 'cells'> {
  readonly customers: Readonly<Record<string, readonly [owed: number, overdue: number]>>;
  readonly unplaced?: number;
  readonly remarks?: Readonly<Partial<Record<FindingKind, number>>>;
}

const unknown = Number.NaN;

export const listExports: readonly ExportedList[] = [
  {
    program: 'sums of regions in the place of names',
    cells: sheetOf(`
      Customer|Balance|Current|1-30|31-60|61-90|90+
      Total Energies|1000|500|500|0|0|0
      Birch Co|500|500|0|0|0|0
      East Total|1500|1000|500|0|0|0
      Cole plc|300|300|0|0|0|0
      West Total|300|300|0|0|0|0
      Grand Total|1800|1300|500|0|0|0
      Aging percent|100%|72%|28%|0%|0%|0%`),
    customers: { 'Total Energies': [1_000, 500], 'Birch Co': [500, 0], 'Cole plc': [300, 0] },
    remarks: { totalRow: 4 },
  },
  {
    program: 'sums of regions beside the names, and a sum without a word',
    cells: sheetOf(`
      Region|Customer|Balance|Overdue
      East|Acme Ltd|1000|500
      East|Birch Co|500|0
      East Total||1500|500
      West|Cole plc|300|0
      West Total||300|0
      |||
      ||1800|500`),
    customers: { 'Acme Ltd': [1_000, 500], 'Birch Co': [500, 0], 'Cole plc': [300, 0] },
    remarks: { totalRow: 3 },
  },
  {
    program: '大区小计、占比与制表说明',
    cells: sheetOf(`
      客户名称|应收余额|未到期|1-30天|31-60天|61-90天|90天以上
      甲公司|1000|500|500|0|0|0
      乙公司|500|500|0|0|0|0
      华东区小计|1500|1000|500|0|0|0
      丙公司|300|300|0|0|0|0
      华南区小计|300|300|0|0|0|0
      合计|1800|1300|500|0|0|0
      占比|100%|72%|28%|0%|0%|0%
      制表人：张三||||审核：李四||
      注：以上金额为人民币||||||`),
    customers: { 甲公司: [1_000, 500], 乙公司: [500, 0], 丙公司: [300, 0] },
    remarks: { totalRow: 4 },
  },
  {
    program: 'a customer called Total, who owes as much as the one before',
    cells: sheetOf(`
      Customer|Balance|Overdue
      Acme Ltd|1000|500
      Total Gaz|1000|0
      Birch Co|70|0`),
    customers: { 'Acme Ltd': [1_000, 500], 'Total Gaz': [1_000, 0], 'Birch Co': [70, 0] },
  },
  {
    program: 'three numbers of days and two texts for a header',
    cells: sheetOf(`
      Customer|30|60|90|Total
      Acme Ltd|100|200|50|350
      Birch Co|10|20|0|30
      Cole plc|5|0|7|12`),
    customers: { 'Acme Ltd': [350, unknown], 'Birch Co': [30, unknown], 'Cole plc': [12, unknown] },
  },
  {
    program: 'numbers of days beside what is not due',
    cells: sheetOf(`
      Code|Customer|Current|30|60|90
      C1|Acme Ltd|100|200|50|0
      C2|Birch Co|10|20|0|0`),
    customers: { 'Acme Ltd': [350, 250], 'Birch Co': [30, 20] },
  },
  {
    program: 'a row without a customer that is no sum',
    cells: sheetOf(`
      Customer|Balance|Overdue
      Acme Ltd|1000|500
      Birch Co|500|0
      |70|0`),
    customers: { 'Acme Ltd': [1_000, 500], 'Birch Co': [500, 0] },
    unplaced: 1,
    remarks: { missingCustomer: 1 },
  },
  {
    program: 'QuickBooks Desktop, A/R ageing summary: jobs below their customer, with its sum',
    cells: sheetOf(`
      |Current|1 - 30|31 - 60|61 - 90|> 90|TOTAL
      Acme Ltd||||||
      Roof|500|0|0|0|0|500
      Yard|0|250|0|0|0|250
      Acme Ltd - Other|0|0|0|0|100|100
      Total Acme Ltd|500|250|0|0|100|850
      Birch Co|300|0|0|0|0|300
      TOTAL|800|250|0|0|100|1150`),
    customers: {
      'Acme Ltd': [0, 0],
      Roof: [500, 0],
      Yard: [250, 250],
      'Acme Ltd - Other': [100, 100],
      'Birch Co': [300, 0],
    },
    remarks: { totalRow: 2 },
  },
  {
    program: '浪潮GS，应收账龄：余额方向在余额旁',
    cells: sheetOf(`
      往来单位编号|往来单位名称|科目|余额方向|余额|0-30天|31-60天|61-90天|90天以上
      001|甲公司|1122|借|3000|500|1000|1500|0
      002|乙公司|1122|贷|200|200|0|0|0
      003|丙公司|1122|平|0|0|0|0|0`),
    customers: { 甲公司: [3_000, unknown], 乙公司: [-200, unknown], 丙公司: [0, unknown] },
  },
  {
    program: '客户余额表：期初、期末各有方向',
    cells: sheetOf(`
      客户编码|客户名称|方向|期初余额|借方|贷方|方向|期末余额
      001|甲公司|借|1000|2000|1500|借|1500
      002|乙公司|贷|200|700|300|借|200
      003|丙公司|平|0|100|300|贷|200`),
    customers: { 甲公司: [1_500, unknown], 乙公司: [200, unknown], 丙公司: [-200, unknown] },
  },
  {
    program: '客户余额表：期末余额分借方、贷方两列',
    cells: sheetOf(`
      客户编码|客户名称|期初余额借方|期初余额贷方|本期借方|本期贷方|期末余额借方|期末余额贷方
      001|甲公司|1000||2000|1500|1500|
      002|乙公司||200|700|300|200|
      003|丙公司|||100|300||200`),
    customers: { 甲公司: [1_500, unknown], 乙公司: [200, unknown], 丙公司: [-200, unknown] },
  },
  {
    program: '客户余额表：两行表头',
    cells: sheetOf(`
      科目|客户|期初余额||本期发生额||期末余额|
      ||借方|贷方|借方|贷方|借方|贷方
      应收账款|甲公司|1000||2000|1500|1500|
      应收账款|乙公司||200|700|300|200|
      应收账款|丙公司|||100|300||200
      合计||1000|200|2800|2100|1700|200`),
    customers: { 甲公司: [1_500, unknown], 乙公司: [200, unknown], 丙公司: [-200, unknown] },
    remarks: { totalRow: 1 },
  },
  {
    program: 'customer trial balance with a closing debit and a closing credit',
    cells: sheetOf(`
      Customer|Opening balance|Debit|Credit|Closing debit|Closing credit
      Acme Ltd|1000|2000|1500|1500|
      Birch Co|-200|700|300|200|
      Cole plc|0|100|300||200`),
    customers: { 'Acme Ltd': [1_500, unknown], 'Birch Co': [200, unknown], 'Cole plc': [-200, unknown] },
  },
  {
    program: '用友U8，应收账龄分析：账龄在上一行，下为金额与百分比',
    cells: sheetOf(`
      应收账龄分析
      客户：全部||||||截止日期：2026-06-30
      客户||本币余额|账期内||1-30||31-60||91天以上|
      编号|名称||本币金额|%|本币金额|%|本币金额|%|本币金额|%
      001|甲公司|3000|500|16.67|1000|33.33|1500|50|0|0
      002|乙公司|700|700|100|0|0|0|0|0|0
      合计||3700|1200|32.43|1000|27.03|1500|40.54|0|0`),
    customers: { 甲公司: [3_000, 2_500], 乙公司: [700, 0] },
    remarks: { totalRow: 1 },
  },
  {
    program: 'SAP S_ALR_87012168: ages below Due and Not due',
    cells: sheetOf(`
      Customer||Due|||Not due|||Total
      Account|Name|1 to 30|31 to 60|from 61|1 to 30|31 to 60|from 61|
      10001|Acme GmbH|1000|1500|0|300|200|0|3000
      10002|Birch AG|0|0|0|700|0|0|700
      10003|Cole KG|-50|0|0|0|0|0|-50`),
    customers: { 'Acme GmbH': [3_000, 2_500], 'Birch AG': [700, 0], 'Cole KG': [-50, -50] },
  },
  {
    program: 'Sage 50 UK, aged debtors summary by periods',
    cells: sheetOf(`
      A/C|Name|Credit Limit|Turnover|Balance|Future|Current|Period 1|Period 2|Period 3|Older
      ABC|ABC Fencing|5000|20000|1600|100|500|0|0|1000|0
      BRO|Brown & Sons|1000|3000|200|0|0|200|0|0|0
      |||Totals:|1800|100|500|200|0|1000|0`),
    customers: { 'ABC Fencing': [1_600, 1_000], 'Brown & Sons': [200, 200] },
    remarks: { totalRow: 1 },
  },
];
