/** Lists whose sums stand where rows of invoices do: below a customer or above it, with its number and no name, and in words of their own at the end. */
import { type ExportedSheet, sheetOf } from './exportedSheet';

export const subtotalledExports: readonly ExportedSheet[] = [
  {
    program: 'Sage 50 US, aged receivables: a sum below each customer with its number alone',
    cells: sheetOf(`
      Customer ID|Customer|Contact|Telephone 1|Invoice/CM #|Date|Date Due|0 - 30|31 - 60|61 - 90|Over 90 days|Amount Due
      ACME|Acme Ltd|Bob|555|10001|3/1/26|3/31/26||||1,000.00|1,000.00
      ACME|Acme Ltd|Bob|555|10002|6/13/26|7/13/26|500.00||||500.00
      ACME|||||||500.00|||1,000.00|1,500.00
      BIRCH|Birch Co|Al|556|10003|5/20/26|6/19/26|250.00||||250.00
      BIRCH|||||||250.00||||250.00
      Report Total|||||||750.00|||1,000.00|1,750.00`),
    owed: { 'Acme Ltd': 1_500, 'Birch Co': 250 },
    overdue: 1_250,
    remarks: { totalRow: 3, namedByNumber: 2 },
  },
  {
    program: 'sums below each customer, and no numbers of documents',
    cells: sheetOf(`
      Customer|Date|Due date|Amount
      Acme Ltd|2026-03-01|2026-03-31|1000
      Acme Ltd|2026-05-01|2026-07-31|500
      Acme Ltd|||1500
      Birch Co|2026-04-01|2026-05-01|300
      Birch Co|||300`),
    owed: { 'Acme Ltd': 1_500, 'Birch Co': 300 },
    overdue: 1_300,
    remarks: { totalRow: 2 },
  },
  {
    program: "Excel's outline with the sums above their rows",
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Amount
      Acme Ltd||||1500
      Acme Ltd|4711|2026-03-01|2026-03-31|1000
      Acme Ltd|4712|2026-05-01|2026-07-31|500
      Birch Co||||300
      Birch Co|4713|2026-04-01|2026-05-01|300`),
    owed: { 'Acme Ltd': 1_500, 'Birch Co': 300 },
    overdue: 1_300,
    remarks: { totalRow: 2 },
  },
  {
    program: 'what of the sum is overdue, and how it compares with the books, below the list',
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Amount
      Acme Ltd|4711|2026-03-01|2026-03-31|1000
      Birch Co|4712|2026-05-01|2026-07-31|500
      Cole plc|4713|2026-06-01|2026-07-01|250
      Check total||||1750
      Overdue||||1000
      Not due||||750
      Balance per GL||||1740
      Difference||||10`),
    owed: { 'Acme Ltd': 1_000, 'Birch Co': 500, 'Cole plc': 250 },
    overdue: 1_000,
    remarks: { totalRow: 5 },
  },
  {
    program: '明细下方的其中逾期、未到期、账面余额与差异',
    cells: sheetOf(`
      客户名称|发票号|开票日期|到期日|金额
      甲公司|1|2026-03-01|2026-03-31|1000
      乙公司|2|2026-05-01|2026-07-31|500
      丙公司|3|2026-06-01|2026-07-01|250
      其中：逾期||||1000
      未到期||||750
      总账余额||||1740
      差异||||10`),
    owed: { 甲公司: 1_000, 乙公司: 500, 丙公司: 250 },
    overdue: 1_000,
    remarks: { totalRow: 4 },
  },
  {
    program: '好会计，应收明细表：客户只写在期初余额行',
    cells: sheetOf(`
      客户|日期|凭证字号|摘要|借方|贷方|方向|余额
      甲公司|||期初余额|||借|1,000.00
      |2026-03-05|记-1|销售|2,000.00||借|3,000.00
      |2026-04-02|记-2|收款||1,800.00|借|1,200.00
      |||本期合计|2,000.00|1,800.00|借|1,200.00
      乙公司|||期初余额|||平|0
      |2026-03-05|记-3|销售|700.00||借|700.00
      |2026-04-02|记-4|预收||1000|贷|300.00`),
    owed: { 甲公司: 1_200, 乙公司: -300 },
    overdue: 1_200,
    remarks: {
      openingBalance: 2,
      missingDueDate: 4,
      namedAbove: 4,
      totalRow: 1,
      appliedOldestFirst: 2,
      unappliedPayment: 1,
    },
  },
];
