/** Ledgers whose words, dates and headers say what no column says. */
import { type ExportedSheet, sheetOf } from './exportedSheet';

export const plainlyWrittenSheets: readonly ExportedSheet[] = [
  {
    program: 'receipts and returns that only 摘要 tells',
    cells: sheetOf(`
      日期|客户|单据号|摘要|金额
      2026-03-01|甲公司|X1|销售A产品|100
      2026-03-02|甲公司|X2|销售B产品|200
      2026-04-05|甲公司|S1|收到货款|50
      2026-04-15|甲公司|S2|银行收款|100
      2026-03-03|乙公司|X3|应收货款|900
      2026-03-09|乙公司|T1|退货|80`),
    owed: { 甲公司: 150, 乙公司: 820 },
    overdue: 1_050,
    remarks: { missingDueDate: 4, typeByWords: 3, appliedOldestFirst: 2, creditNote: 1 },
  },
  {
    program: 'payments that only the description tells',
    cells: sheetOf(`
      Date|No|Customer|Description|Due date|Amount
      2026-03-01|1|Acme Ltd|Widgets|2026-03-31|100
      2026-03-02|2|Acme Ltd|Payment 1 of 3|2026-03-31|200
      2026-04-05|R1|Acme Ltd|Payment received - thank you||50
      2026-03-03|3|Birch Co|Consulting, payment terms 30 days|2026-03-31|900`),
    owed: { 'Acme Ltd': 250, 'Birch Co': 900 },
    overdue: 1_150,
    remarks: { typeByWords: 1, appliedOldestFirst: 1 },
  },
  {
    program: 'sales settled on the spot beside sales on account',
    cells: sheetOf(`
      客户|单号|日期|到期日|金额|结算方式
      甲公司|1|2026-03-01|2026-03-31|100|现结
      甲公司|2|2026-03-02|2026-04-01|200|月结
      乙公司|3|2026-03-03|2026-04-02|900|现结`),
    owed: { 甲公司: 200, 乙公司: 0 },
    overdue: 200,
    remarks: { paidByStatus: 1 },
  },
  {
    program: 'PAID in place of the day',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Amount|Payment date
      Acme Ltd|1|2026-03-01|2026-03-31|100|PAID
      Acme Ltd|2|2026-03-02|2026-04-01|200|not paid
      Birch Co|3|2026-03-03|2026-04-02|900|pending
      Birch Co|4|2026-03-03|2026-04-02|500|Paid in full`),
    owed: { 'Acme Ltd': 200, 'Birch Co': 900 },
    overdue: 1_100,
    remarks: { paidByStatus: 1 },
  },
  {
    program: 'dates without their year, which the heading says',
    cells: sheetOf(`
      2026年应收账款明细||||
      客户|发票号|开票日期|到期日|金额
      甲公司|F1|3月1日|3月31日|100
      甲公司|F2|3月2日|4月1日|200
      乙公司|F4|6月1日|7月1日|900`),
    owed: { 甲公司: 300, 乙公司: 900 },
    overdue: 300,
  },
  {
    program: 'days of the Republic of China',
    cells: sheetOf(`
      客戶名稱|發票號碼|發票日期|到期日|金額
      甲公司|AB1|'115/01/31|'115/03/02|100
      乙公司|AB2|'民國115年6月3日|'115年7月5日|200`),
    owed: { 甲公司: 100, 乙公司: 200 },
    overdue: 100,
  },
  {
    program: 'short years first, days of one digit',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|金额
      甲公司|F1|'26.1.31|'26.3.2|100
      乙公司|F2|'26.6.3|'26.7.15|200`),
    owed: { 甲公司: 100, 乙公司: 200 },
    overdue: 100,
  },
  {
    program: 'the unit in the header of the amounts',
    cells: sheetOf(`
      客户名称|发票号|开票日期|到期日|金额(单位：万元)
      甲公司|F1|2026-03-01|2026-03-31|1.5
      乙公司|F2|2026-06-15|2026-07-15|0.8`),
    owed: { 甲公司: 15_000, 乙公司: 8_000 },
    overdue: 15_000,
    remarks: { amountUnit: 1 },
  },
  {
    program: 'Kingdee K3 Cloud, 应收款明细表',
    cells: sheetOf(`
      客户编码|客户名称|币别|业务日期|到期日|单据类型|单据编号|摘要|本期应收|本期收款|期末余额
      C01|甲公司|人民币||||| 期初余额|||500
      C01|甲公司|人民币|2026-03-01|2026-03-31|应收单|AR01|销售|1500||2000
      C01|甲公司|人民币|2026-04-05||收款单|SK01|收款||500|1500
      C02|乙公司|人民币|2026-06-15|2026-07-15|应收单|AR02|销售|800||800
      总计||||||||2300|500|2300`),
    owed: { 甲公司: 1_500, 乙公司: 800 },
    overdue: 1_500,
    remarks: { openingBalance: 1, missingDueDate: 1, appliedOldestFirst: 1, totalRow: 1 },
  },
  {
    program: 'MYOB, receivables detail with the day before the month',
    cells: sheetOf(`
      Name|ID No.|Date|Original Amt|Total Due|Current|30+
      Acme Ltd||||||
      |00000011|'21/03/2026|$100.00|$100.00||$100.00
      |00000012|'02/04/2026|$250.00|$200.00||$200.00
      Total:|||$350.00|$300.00||$300.00
      Birch Co||||||
      |00000013|'10/06/2026|$700.00|$700.00|$700.00|
      Total:|||$700.00|$700.00|$700.00|
      Grand Total:|||$1,050.00|$1,000.00|$700.00|$300.00`),
    owed: { 'Acme Ltd': 300, 'Birch Co': 700 },
    overdue: 1_000,
    remarks: { namedAbove: 3, missingDueDate: 3, totalRow: 3 },
  },
];
