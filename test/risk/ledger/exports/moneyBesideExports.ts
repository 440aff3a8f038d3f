/** Lists with money beside what is owed that a reader has to ask about: held back, unapplied, in another currency, goods in place of money. */
import { type ExportedSheet, sheetOf } from './exportedSheet';

export const moneyBesideExports: readonly ExportedSheet[] = [
  {
    program: 'NetSuite, open invoices: billed in foreign currency, what remains in that of the books',
    cells: sheetOf(`
      Customer|Document Number|Date|Due Date|Currency|Amount (Foreign Currency)|Amount Remaining
      Acme Ltd|INV101|2026-03-01|2026-03-31|EUR|1000.00|1100.00
      Acme Ltd|INV102|2026-04-01|2026-05-01|EUR|2000.00|1100.00
      Birch Co|INV103|2026-05-01|2026-05-31|USD|700.00|700.00
      Cole plc|INV104|2026-05-20|2026-07-19|GBP|400.00|520.00
      Dunn KK|INV105|2026-06-01|2026-07-01|JPY|100000.00|690.00`),
    owed: { 'Acme Ltd': 2_200, 'Birch Co': 700, 'Cole plc': 520, 'Dunn KK': 690 },
    overdue: 2_900,
    remarks: { billedInOtherMoney: 1 },
  },
  {
    program: 'NetSuite, open invoices: both amounts and what remains in the currency of the books',
    cells: sheetOf(`
      Customer|Document Number|Date|Due Date|Currency|Amount (Foreign Currency)|Amount|Amount Remaining
      Acme Ltd|INV101|2026-03-01|2026-03-31|EUR|1000.00|1100.00|1100.00
      Acme Ltd|INV102|2026-04-01|2026-05-01|EUR|2000.00|2200.00|1100.00
      Birch Co|INV103|2026-05-01|2026-05-31|USD|700.00|700.00|700.00`),
    owed: { 'Acme Ltd': 2_200, 'Birch Co': 700 },
    overdue: 2_900,
  },
  {
    program: 'what was billed in the currency of the document and more open than that in the other',
    cells: sheetOf(`
      客户|单据号|单据日期|到期日|币种|原币金额|未收金额
      甲公司|X1|2026-03-01|2026-03-31|USD|1000|7200
      甲公司|X2|2026-04-01|2026-05-01|USD|2000|3600
      乙公司|X3|2026-05-01|2026-07-31|CNY|700|700`),
    owed: { 甲公司: 10_800, 乙公司: 700 },
    overdue: 10_800,
    remarks: { billedInOtherMoney: 1 },
  },
  {
    program: 'goods ordered and received beside the amount',
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Ordered|Received|Unit price|Amount
      Acme Ltd|4711|2026-03-01|2026-03-31|10|10|50|500
      Acme Ltd|4712|2026-04-01|2026-05-01|20|15|20|400
      Birch Co|4713|2026-06-01|2026-07-01|5|5|30|150`),
    owed: { 'Acme Ltd': 900, 'Birch Co': 150 },
    overdue: 900,
  },
  {
    program: '送货单：数量、实收数与金额',
    cells: sheetOf(`
      客户|单号|日期|到期日|数量|实收|单价|金额
      甲公司|S1|2026-03-01|2026-03-31|10|10|50|500
      甲公司|S2|2026-04-01|2026-05-01|20|18|20|400
      乙公司|S3|2026-06-01|2026-07-01|5|5|30|150`),
    owed: { 甲公司: 900, 乙公司: 150 },
    overdue: 900,
  },
  {
    program: 'money received beside a quantity',
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Qty|Received|Amount
      Acme Ltd|4711|2026-03-01|2026-03-31|10|500|500
      Acme Ltd|4712|2026-04-01|2026-05-01|20|150|400
      Birch Co|4713|2026-06-01|2026-07-01|5|0|150`),
    owed: { 'Acme Ltd': 250, 'Birch Co': 150 },
    overdue: 250,
  },
  {
    program: 'building contractor: retention in the invoice',
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Amount|Retention|Paid
      Acme Ltd|A1|2026-03-01|2026-03-31|1000|50|950
      Acme Ltd|A2|2026-04-01|2026-05-01|2000|100|0
      Birch Co|A3|2026-06-01|2026-07-01|700|35|300`),
    owed: { 'Acme Ltd': 2_050, 'Birch Co': 400 },
    overdue: 2_050,
    remarks: { retentionCounted: 1 },
  },
  {
    program: '工程应收：质保金不在未收金额内',
    cells: sheetOf(`
      客户名称|发票号|开票日期|到期日|应收金额|质保金|已收金额|未收金额
      甲公司|G1|2026-03-01|2026-03-31|1000|50|950|0
      甲公司|G2|2026-04-01|2026-05-01|2000|100|0|1900
      乙公司|G3|2026-06-01|2026-07-01|700|35|300|365`),
    owed: { 甲公司: 1_900, 乙公司: 365 },
    overdue: 1_900,
    remarks: { retentionLeftOut: 1 },
  },
  {
    program: 'gross, discount and what was paid: the discount settles the rest',
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Gross|Discount|Paid
      Acme Ltd|A1|2026-03-01|2026-03-31|1000|20|980
      Acme Ltd|A2|2026-04-01|2026-05-01|2000|0|500
      Birch Co|A3|2026-06-01|2026-07-01|700|14|0`),
    owed: { 'Acme Ltd': 1_500, 'Birch Co': 686 },
    overdue: 1_500,
    remarks: { paidInColumn: 1 },
  },
  {
    program: 'discount taken beside the amount paid',
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Amount|Amount paid|Discount taken
      Acme Ltd|A1|2026-03-01|2026-03-31|1000|600|20
      Birch Co|A2|2026-06-01|2026-07-01|700||`),
    owed: { 'Acme Ltd': 380, 'Birch Co': 700 },
    overdue: 380,
    remarks: { paidInColumn: 1 },
  },
  {
    program: 'a discount that the amount has in it: some were paid in full',
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Amount|Discount|Paid
      Acme Ltd|A1|2026-03-01|2026-03-31|980|20|980
      Acme Ltd|A2|2026-04-01|2026-05-01|2000|0|500
      Birch Co|A3|2026-06-01|2026-07-01|686|14|0`),
    owed: { 'Acme Ltd': 1_500, 'Birch Co': 686 },
    overdue: 1_500,
    remarks: { chargeLeftOut: 1 },
  },
  {
    program: 'Oracle AR: unapplied receipts beside what is due of invoices',
    cells: sheetOf(`
      Customer Name|Trx Number|Trx Date|Due Date|Original Amount|Amount Due Remaining|Unapplied Cash
      Acme Ltd|50011|2026-03-01|2026-03-31|1000|1000|200
      Acme Ltd|50012|2026-04-01|2026-05-01|2000|500|0
      Birch Co|50013|2026-06-01|2026-07-01|700|700|0`),
    owed: { 'Acme Ltd': 1_500, 'Birch Co': 700 },
    overdue: 1_500,
    remarks: { unappliedBeside: 1 },
  },
  {
    program: '未收金额旁边的预收账款',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|应收金额|未收金额|预收账款
      甲公司|X1|2026-03-01|2026-03-31|1000|1000|200
      甲公司|X2|2026-04-01|2026-05-01|2000|500|
      乙公司|X3|2026-06-01|2026-07-01|700|700|`),
    owed: { 甲公司: 1_500, 乙公司: 700 },
    overdue: 1_500,
    remarks: { unappliedBeside: 1 },
  },
  {
    program: 'yes below Paid? and the paid amount blank',
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Amount|Paid?|Paid amount
      Acme Ltd|A1|2026-03-01|2026-03-31|1000|Y|
      Acme Ltd|A2|2026-04-01|2026-05-01|2000|N|500
      Birch Co|A3|2026-05-01|2026-05-31|700|Y|700
      Cole plc|A4|2026-05-01|2026-05-31|300|N|`),
    owed: { 'Acme Ltd': 1_500, 'Birch Co': 0, 'Cole plc': 300 },
    overdue: 1_800,
    remarks: { paidByStatus: 1 },
  },
  {
    program: '是否已付款为是，而已收金额只有一部分',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|金额|是否已付款|已收金额
      甲公司|X1|2026-03-01|2026-03-31|1000|是|400
      甲公司|X2|2026-04-01|2026-05-01|2000|否|500
      乙公司|X3|2026-05-01|2026-05-31|700|是|700`),
    owed: { 甲公司: 2_100, 乙公司: 0 },
    overdue: 2_100,
    remarks: { paidButOpen: 1 },
  },
  {
    program: 'yes below Paid? and a balance',
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Amount|Paid?|Balance
      Acme Ltd|A1|2026-03-01|2026-03-31|1000|Y|1000
      Acme Ltd|A2|2026-04-01|2026-05-01|2000|N|1500
      Birch Co|A3|2026-05-01|2026-05-31|700|Y|0`),
    owed: { 'Acme Ltd': 2_500, 'Birch Co': 0 },
    overdue: 2_500,
    remarks: { paidButOpen: 1 },
  },
  {
    program: 'what a customer owes in all on each of its rows, which is not their sum',
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Amount|Customer balance
      Acme Ltd|A1|2026-03-01|2026-03-31|1000|2500
      Acme Ltd|A2|2026-04-01|2026-05-01|2000|2500
      Birch Co|A3|2026-06-01|2026-07-01|700|1000
      Birch Co|A4|2026-06-02|2026-07-02|300|1000`),
    owed: { 'Acme Ltd': 3_000, 'Birch Co': 1_000 },
    overdue: 3_000,
    remarks: { balanceDiffers: 1 },
  },
  {
    program: '手工账：欠款日期、欠款金额与还款金额',
    cells: sheetOf(`
      客户|欠款日期|欠款金额|还款日期|还款金额
      甲公司|2026-03-01|1000|2026-04-01|400
      甲公司|2026-04-01|2000|2026-05-01|2000
      乙公司|2026-05-01|700||`),
    owed: { 甲公司: 600, 乙公司: 700 },
    overdue: 1_300,
    remarks: { missingDueDate: 3 },
  },
  {
    program: '金蝶明细账：期初行没有摘要，只有余额',
    cells: sheetOf(`
      日期|凭证字号|客户|摘要|借方金额|贷方金额|方向|余额
      2026-01-01||甲公司||||借|500
      2026-01-10|记-1|甲公司|销售|1000||借|1500
      2026-02-10|记-2|甲公司|收款||700|借|800
      2026-01-01||乙公司||||贷|300
      2026-03-10|记-3|乙公司|销售|500||借|200`),
    owed: { 甲公司: 800, 乙公司: 200 },
    overdue: 1_000,
    remarks: { openingBalance: 2, missingDueDate: 3, appliedOldestFirst: 2 },
  },
  {
    program: 'what a customer owes in all in the first of its rows alone',
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Amount|Customer balance
      Acme Ltd|A1|2026-03-01|2026-03-31|1000|3000
      Acme Ltd|A2|2026-04-01|2026-05-01|2000|
      Birch Co|A3|2026-06-01|2026-07-01|700|650
      Cole plc|A4|2026-06-01|2026-07-01|300|300`),
    owed: { 'Acme Ltd': 3_000, 'Birch Co': 700, 'Cole plc': 300 },
    overdue: 3_000,
    remarks: { balanceDiffers: 1 },
  },
  {
    program: 'Dynamics GP, receivables: what was billed, what is left, and what was written off',
    cells: sheetOf(`
      Customer Number|Customer Name|Document Number|Document Type|Document Date|Due Date|Original Trx Amount|Current Trx Amount|Write Off Amount
      C1|Acme Ltd|SALES1|Sales / Invoices|2026-03-01|2026-03-31|1000|800|0
      C1|Acme Ltd|SALES2|Sales / Invoices|2026-04-01|2026-05-01|300|250|50
      C1|Acme Ltd|PYMT1|Payments|2026-04-01||300|100|0
      C2|Birch Co|SALES3|Sales / Invoices|2026-06-01|2026-07-01|500|500|0`),
    owed: { 'Acme Ltd': 950, 'Birch Co': 500 },
    overdue: 1_050,
  },
  {
    program: '工程应收：未收款按结算金额减质保金',
    cells: sheetOf(`
      项目名称|甲方|结算金额|已开票金额|已收款|质保金|未收款|到期日
      一期|甲公司|9800|9800|5000|490|4310|2026-03-31
      二期|甲公司|20000|15000|10000|1000|9000|2026-07-31
      三期|乙公司|5000|5000|4000|250|750|2026-05-31`),
    owed: { 甲公司: 13_310, 乙公司: 750 },
    overdue: 5_060,
    remarks: { retentionLeftOut: 1 },
  },
  {
    program: 'Dynamics 365 Finance, transactions: amounts in the accounting currency',
    cells: sheetOf(`
      Customer account|Name|Voucher|Transaction type|Date|Due date|Invoice|Amount in transaction currency|Currency|Amount in accounting currency|Balance
      1001|Acme Ltd|V1|Customer invoice|2026-03-01|2026-03-31|I1|1000|EUR|1100|1100
      1001|Acme Ltd|V2|Customer payment|2026-04-01|2026-04-01||-300|EUR|-330|-330
      1002|Birch Co|V3|Customer invoice|2026-06-01|2026-07-01|I2|500|USD|500|500`),
    owed: { 'Acme Ltd': 770, 'Birch Co': 500 },
    overdue: 1_100,
  },
  {
    program: 'Dynamics 365 Finance, transactions: what was invoiced of sales orders is called so',
    cells: sheetOf(`
      Customer|Name|Voucher|Transaction type|Date|Due date|Amount
      C001|Acme Ltd|SIV-001|Sales order|2026-03-01|2026-03-31|1000
      C001|Acme Ltd|PAY-001|Payment|2026-04-02||-400
      C001|Acme Ltd|FTI-001|Free text invoice|2026-06-01|2026-07-01|170
      C002|Birch Co|SIV-002|Sales order|2026-05-01|2026-05-31|500`),
    owed: { 'Acme Ltd': 770, 'Birch Co': 500 },
    overdue: 1_100,
    remarks: { appliedOldestFirst: 1 },
  },
  {
    program: '管家婆，销售单：抹零与实收',
    cells: sheetOf(`
      单据日期|单据编号|往来单位|金额|抹零|实收
      2026-03-01|XS1|甲公司|1000.5|0.5|1000
      2026-04-01|XS2|甲公司|500|0|300
      2026-05-01|XS3|乙公司|800|20|0`),
    owed: { 甲公司: 200, 乙公司: 780 },
    overdue: 980,
    remarks: { paidInColumn: 1, missingDueDate: 3 },
  },
  {
    program: '金额、优惠金额与已收金额',
    cells: sheetOf(`
      客户|单号|日期|到期日|金额|优惠金额|已收金额
      甲公司|A1|2026-03-01|2026-03-31|1000|20|900
      甲公司|A2|2026-04-01|2026-05-01|2000|0|500
      乙公司|A3|2026-06-01|2026-07-01|700|50|0`),
    owed: { 甲公司: 1_580, 乙公司: 650 },
    overdue: 1_580,
    remarks: { paidInColumn: 1 },
  },
  {
    program: '金额已扣除优惠：有一张已按金额收齐',
    cells: sheetOf(`
      客户|单号|日期|到期日|金额|优惠金额|已收金额
      甲公司|A1|2026-03-01|2026-03-31|980|20|980
      乙公司|A3|2026-06-01|2026-07-01|650|50|0`),
    owed: { 甲公司: 0, 乙公司: 650 },
    overdue: 0,
    remarks: { chargeLeftOut: 1 },
  },
  {
    program: '应收金额已扣除优惠：旁边有原价',
    cells: sheetOf(`
      客户|单号|日期|到期日|原价|优惠金额|应收金额|已收金额
      甲公司|A1|2026-03-01|2026-03-31|1000|20|980|900
      乙公司|A3|2026-06-01|2026-07-01|700|50|650|0`),
    owed: { 甲公司: 80, 乙公司: 650 },
    overdue: 80,
  },
  {
    program: 'Workday, customer ageing: due in the currency of the invoice and of the company',
    cells: sheetOf(`
      Company|Customer|Invoice|Invoice Date|Due Date|Currency|Amount Due|Amount Due in Company Currency|Days Overdue|Current|31-60|Over 90
      Tiercel Inc|Globex|CI-1|2026-03-01|2026-03-31|USD|1000|1000|91|||1000
      Tiercel Inc|Globex|CI-2|2026-06-15|2026-07-15|USD|500|500|0|500||
      Tiercel Inc|Initech|CI-3|2026-04-20|2026-05-20|USD|750|750|41||750|
      Tiercel Inc|Initech|CI-4|2026-04-20|2026-05-20|EUR|100|110|41||110|`),
    owed: { Globex: 1_500, Initech: 860 },
    overdue: 1_860,
  },
  {
    program: '金蝶明细账：最后一个客户只有余额',
    cells: sheetOf(`
      客户名称|日期|凭证号|摘要|借方|贷方|余额
      甲公司||||||1000
      甲公司|2026-01-05|记1|销售|500||1500
      甲公司|2026-02-05|记2|收款||300|1200
      丙公司||||||60
      乙公司||||||800`),
    owed: { 甲公司: 1_200, 丙公司: 60, 乙公司: 800 },
    overdue: 2_060,
    remarks: { openingBalance: 3, missingDueDate: 4, appliedOldestFirst: 1 },
  },
];
