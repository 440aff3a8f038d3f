/** Ledgers as people keep them by hand, or as they come out of programs after people worked on them. */
import { type ExportedSheet, sheetOf } from './exportedSheet';

export const handKeptSheets: readonly ExportedSheet[] = [
  {
    program: 'pages with sums carried and brought forward',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Amount
      Acme Ltd|1|2026-03-01|2026-03-31|100
      Acme Ltd|2|2026-03-02|2026-04-01|200
      c/f||||300
      b/f||||300
      Birch Co|3|2026-06-10|2026-07-10|700
      Total c/f||||1000
      Total b/f||||1000`),
    owed: { 'Acme Ltd': 300, 'Birch Co': 700 },
    overdue: 300,
    remarks: { totalRow: 4 },
  },
  {
    program: 'totals with words of their own',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Amount
      Acme Ltd|1|2026-03-01|2026-03-31|100
      Acme Ltd|2|2026-03-02|2026-04-01|200
      Customer total||||300
      Birch Co|3|2026-06-10|2026-07-10|700
      Account Total||||700
      Total USD||||1000
      Report Total (2 customers)||||1000
      Balance as of 30 June 2026||||1000
      Everything open||||1000`),
    owed: { 'Acme Ltd': 300, 'Birch Co': 700 },
    overdue: 300,
    remarks: { totalRow: 6 },
  },
  {
    program: '手工台账，各种合计',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|金额
      甲公司|1|2026-03-01|2026-03-31|100
      甲公司|2|2026-03-02|2026-04-01|200
      甲公司合计||||300
      乙公司|3|2026-06-10|2026-07-10|700
      乙公司  小计：||||700
      本月合计||||1000
      以上合计||||1000
      截止6月30日合计||||1000
      应收账款总合计||||1000`),
    owed: { 甲公司: 300, 乙公司: 700 },
    overdue: 300,
    remarks: { totalRow: 6 },
  },
  {
    program: 'status: open, closed, void, draft',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Amount|Status
      Acme Ltd|1|2026-03-01|2026-03-31|100|Closed
      Acme Ltd|2|2026-03-02|2026-04-01|200|Open
      Acme Ltd|2x|2026-03-02|2026-04-01|250|Void
      Birch Co|3|2026-06-10|2026-07-10|900|Partially paid
      Birch Co|4|2026-03-01|2026-04-01|950|Draft`),
    owed: { 'Acme Ltd': 200, 'Birch Co': 900 },
    overdue: 200,
    remarks: { paidByStatus: 1, partlyPaid: 1, excludedRow: 2 },
  },
  {
    program: 'a status beside what is open',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Amount|Balance|Status
      Acme Ltd|1|2026-03-01|2026-03-31|100|0|Paid
      Acme Ltd|2|2026-03-02|2026-04-01|200|150|Partially paid
      Birch Co|3|2026-03-01|2026-04-01|900|900|Overdue 30 days
      Birch Co|4|2026-03-01|2026-04-01|950|950|Voided`),
    owed: { 'Acme Ltd': 150, 'Birch Co': 900 },
    overdue: 1_050,
    remarks: { excludedRow: 1 },
  },
  {
    program: 'a status beside rows of payments, which settle by themselves',
    cells: sheetOf(`
      Customer|Type|Num|Date|Due|Amount|Status
      Acme Ltd|Invoice|1|2026-03-02|2026-04-01|200|Open
      Acme Ltd|Invoice|2|2026-03-05|2026-04-04|80|Paid
      Acme Ltd|Payment|2|2026-04-02||80|Closed`),
    owed: { 'Acme Ltd': 200 },
    overdue: 200,
  },
  {
    program: '发票状态与收款状态两列',
    cells: sheetOf(`
      客户名称|发票号|开票日期|到期日|价税合计|发票状态|收款状态
      甲公司|F1|2026-03-01|2026-03-31|100|作废|未收款
      甲公司|F2|2026-03-02|2026-04-01|200|正常|未收款
      乙公司|F3|2026-03-01|2026-04-01|900|正常|已收款
      乙公司|F4|2026-06-01|2026-07-01|950|正常|部分收款`),
    owed: { 甲公司: 200, 乙公司: 950 },
    overdue: 200,
    remarks: { excludedRow: 1, paidByStatus: 1, partlyPaid: 1 },
  },
  {
    program: '是否结清、是否作废',
    cells: sheetOf(`
      客户名称|发票号|开票日期|到期日|金额|是否结清|是否作废
      甲公司|F1|2026-03-01|2026-03-31|100|是|否
      甲公司|F2|2026-03-02|2026-04-01|200|否|否
      乙公司|F3|2026-03-01|2026-04-01|900|否|否
      乙公司|F4|2026-03-01|2026-04-01|950|否|是`),
    owed: { 甲公司: 200, 乙公司: 900 },
    overdue: 1_100,
    remarks: { paidByStatus: 1, excludedRow: 1 },
  },
  {
    program: 'cash sales, orders, offers and advances by their type',
    cells: sheetOf(`
      Customer|Type|Num|Date|Due|Amount
      Acme Ltd|Invoice|1|2026-03-02|2026-04-01|200
      Acme Ltd|Sales Receipt|2|2026-03-05|2026-03-05|80
      Acme Ltd|Sales order|3|2026-03-05|2026-04-05|60
      Acme Ltd|Pro forma|4|2026-03-05|2026-04-05|70
      Birch Co|Cash Sale|5|2026-03-06|2026-03-06|50
      Birch Co|Deposit|6|2026-03-06||500`),
    owed: { 'Acme Ltd': 200, 'Birch Co': -500 },
    overdue: 200,
    remarks: { excludedRow: 4, unappliedPayment: 1 },
  },
  {
    program: '单据类型：现销、报价、订单、销售退回',
    cells: sheetOf(`
      客户|单据类型|单号|日期|到期日|金额
      甲公司|销售发票|1|2026-03-02|2026-04-01|200
      甲公司|预收款|2|2026-04-05||100
      甲公司|销售退回|3|2026-04-06|2026-04-06|30
      甲公司|现销|4|2026-04-07|2026-04-07|80
      甲公司|销售订单|5|2026-04-07|2026-05-07|70
      甲公司|报价单|6|2026-04-07|2026-05-07|60`),
    owed: { 甲公司: 70 },
    overdue: 100,
    remarks: { appliedOldestFirst: 1, creditNote: 1, excludedRow: 3 },
  },
  {
    program: '收款日期分年月日三列',
    hasGroups: true,
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|金额|收款日期||
      |||||年|月|日
      甲公司|F1|2026-03-01|2026-03-31|100|2026|4|2
      甲公司|F2|2026-03-02|2026-04-01|200|||
      乙公司|F3|2026-03-01|2026-04-01|900|||
      乙公司|F4|2026-03-01|2026-04-01|50|2026|7|9`),
    owed: { 甲公司: 200, 乙公司: 950 },
    overdue: 1_150,
  },
  {
    program: '收款日期写着未收',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|金额|收款日期
      甲公司|1|2026-03-01|2026-03-31|100|2026-04-05
      甲公司|2|2026-03-02|2026-04-01|200|未收
      乙公司|3|2026-03-01|2026-04-01|900|-`),
    owed: { 甲公司: 200, 乙公司: 900 },
    overdue: 1_100,
  },
  {
    program: 'payment dates in month and day without a year',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Amount|Paid month|Paid day
      Acme Ltd|1|2026-03-01|2026-03-31|100|4|2
      Acme Ltd|2|2026-03-02|2026-04-01|200||
      Birch Co|3|2025-12-01|2026-01-01|900|1|20`),
    owed: { 'Acme Ltd': 200, 'Birch Co': 0 },
    overdue: 200,
  },
  {
    program: '分次收款，没有未收金额',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|开票金额|第一次收款|第二次收款|第三次收款
      甲公司|F1|2026-03-01|2026-03-31|1000|200|400|100
      乙公司|F4|2026-03-01|2026-04-01|900|||`),
    owed: { 甲公司: 300, 乙公司: 900 },
    overdue: 1_200,
    remarks: { paidInColumn: 3 },
  },
  {
    program: 'payments by month beside their total, which says it all',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|应收金额|3月回款|4月回款|累计回款
      甲公司|F1|2026-03-01|2026-03-31|1000|200|400|600
      乙公司|F4|2026-03-01|2026-04-01|900||100|100`),
    owed: { 甲公司: 400, 乙公司: 800 },
    overdue: 1_200,
  },
  {
    program: 'credit notes, tax withheld and advances in columns of their own',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Invoice amount|Credit note|WHT|Advance|Amount paid
      Acme Ltd|1|2026-03-01|2026-03-31|1000|30|20|100|500
      Acme Ltd|2|2026-03-02|2026-04-01|200||||
      Birch Co|3|2026-06-01|2026-07-01|900|||900|`),
    owed: { 'Acme Ltd': 550, 'Birch Co': 0 },
    overdue: 550,
    remarks: { paidInColumn: 3 },
  },
  {
    program: '现金与承兑分列，预收冲抵',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|应收金额|现金收款|承兑收款|预收冲抵
      甲公司|F1|2026-03-01|2026-03-31|1000|200|500|50
      乙公司|F4|2026-03-01|2026-04-01|900|||`),
    owed: { 甲公司: 250, 乙公司: 900 },
    overdue: 1_150,
    remarks: { paidInColumn: 3 },
  },
  {
    program: 'deposits that the paid amount has in it already',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Invoice amount|Deposit|Amount paid
      Acme Ltd|1|2026-03-01|2026-03-31|1000|300|1000
      Birch Co|3|2026-03-01|2026-04-01|900|100|500`),
    owed: { 'Acme Ltd': 0, 'Birch Co': 400 },
    overdue: 400,
  },
  {
    program: '金税开票数据，续行只有货物',
    cells: sheetOf(`
      发票代码|发票号码|购方名称|购方税号|开票日期|商品名称|数量|单价|金额|税率|税额|价税合计
      3300|'00000011|甲公司|9133|2026-03-01|螺丝|10|10|100|13%|13|113
      |||||螺母|20|10|200|13%|26|226
      |||||小计|||300||39|339
      3300|'00000012|乙公司|9134|2026-03-01|机床|1|900|900|13%|117|1017`),
    owed: { 甲公司: 339, 乙公司: 1_017 },
    overdue: 1_356,
    remarks: { missingDueDate: 3, namedAbove: 1, totalRow: 1 },
  },
  {
    program: '金额不含税，旁边有税额',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|金额|税率|税额
      甲公司|F1|2026-03-01|2026-03-31|100|13%|13
      乙公司|F3|2026-03-01|2026-04-01|900.5|13%|117.07`),
    owed: { 甲公司: 100, 乙公司: 900.5 },
    overdue: 1_000.5,
    remarks: { netAmount: 1 },
  },
  {
    program: 'amounts with the tax in them, which stands beside',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Amount|VAT
      Acme Ltd|1|2026-03-01|2026-03-31|119|19
      Birch Co|3|2026-03-01|2026-04-01|238|38`),
    owed: { 'Acme Ltd': 119, 'Birch Co': 238 },
    overdue: 357,
  },
  {
    program: 'dollars and euros in one column, by their signs',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Amount
      Acme Ltd|1|2026-03-01|2026-03-31|$100.00
      Acme Ltd|2|2026-03-02|2026-04-01|$200.00
      Birch Co|3|2026-06-10|2026-07-10|€700.00`),
    owed: { 'Acme Ltd': 300 },
    overdue: 300,
    remarks: { otherCurrency: 1 },
  },
  {
    program: '¥ and CNY, which are one',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Amount
      Acme Ltd|1|2026-03-01|2026-03-31|¥100.00
      Acme Ltd|2|2026-03-02|2026-04-01|CNY 200.00`),
    owed: { 'Acme Ltd': 300 },
    overdue: 300,
  },
];
