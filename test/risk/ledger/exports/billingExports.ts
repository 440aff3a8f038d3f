/** Lists of invoices as billing services and people write them, whose columns are called alike: what was billed, what was paid, when, and what is left. */
import { type ExportedSheet, sheetOf } from './exportedSheet';

export const billingExports: readonly ExportedSheet[] = [
  {
    program: 'Stripe, invoices: the amount due is what was billed',
    cells: sheetOf(`
      id|Customer ID|Customer Name|Number|Status|Amount Due|Amount Paid|Amount Remaining|Currency|Date (UTC)|Due Date (UTC)|Total
      in_1|cus_1|Acme Ltd|A-1|open|100.00|40.00|60.00|usd|2026-03-01|2026-03-31|100.00
      in_2|cus_1|Acme Ltd|A-2|paid|200.00|200.00|0.00|usd|2026-03-02|2026-04-01|200.00
      in_3|cus_2|Birch Co|A-3|open|700.00|0.00|700.00|usd|2026-06-10|2026-07-10|700.00`),
    owed: { 'Acme Ltd': 60, 'Birch Co': 700 },
    overdue: 60,
  },
  {
    program: 'an amount due beside the amount paid, and no other',
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Amount due|Amount paid
      Acme Ltd|1|2026-03-01|2026-03-31|100|40
      Acme Ltd|2|2026-03-02|2026-04-01|200|200
      Birch Co|3|2026-06-10|2026-07-10|700|0`),
    owed: { 'Acme Ltd': 60, 'Birch Co': 700 },
    overdue: 60,
  },
  {
    program: 'an amount due that has what was paid taken off',
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Amount due|Amount paid
      Acme Ltd|1|2026-03-01|2026-03-31|60|40
      Acme Ltd|2|2026-03-02|2026-04-01|0|200
      Birch Co|3|2026-06-10|2026-07-10|700|0`),
    owed: { 'Acme Ltd': 60, 'Birch Co': 700 },
    overdue: 60,
  },
  {
    program: 'a balance that adds up what is left of each bill',
    cells: sheetOf(`
      Client|Bill|Issued|Pay until|Total|Rest|Balance
      Acme Ltd|B1|2026-03-01|2026-03-31|1000|400|400
      Acme Ltd|B2|2026-03-06|2026-04-05|2000|2000|2400
      Birch Co|B3|2026-06-10|2026-07-10|1500|700|3100
      Birch Co|B4|2026-06-12|2026-07-12|900|0|3100`),
    owed: { 'Acme Ltd': 2_400, 'Birch Co': 700 },
    overdue: 2_400,
  },
  {
    program: 'a balance that adds up the invoices',
    cells: sheetOf(`
      Client|Invoice|Date|Due date|Amount|Balance
      Acme Ltd|1|2026-03-01|2026-03-31|100|100
      Acme Ltd|2|2026-03-06|2026-04-05|200|300
      Birch Co|3|2026-06-10|2026-07-10|700|1000`),
    owed: { 'Acme Ltd': 300, 'Birch Co': 700 },
    overdue: 300,
  },
  {
    program: 'FreshBooks, invoices: the day below Paid',
    cells: sheetOf(`
      Client|Invoice #|Issued|Due|Paid|Total
      Acme Ltd|1|2026-03-01|2026-03-31||100
      Acme Ltd|2|2026-03-02|2026-04-01|2026-04-05|200
      Birch Co|3|2026-06-10|2026-07-10||700`),
    owed: { 'Acme Ltd': 100, 'Birch Co': 700 },
    overdue: 100,
  },
  {
    program: 'the day below 回款 beside large amounts',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|金额|回款
      甲公司|F1|2026-03-01|2026-03-31|100000|2026-04-02
      甲公司|F2|2026-03-02|2026-04-01|200000|2026-04-07
      乙公司|F3|2026-06-10|2026-07-10|700000|`),
    owed: { 甲公司: 0, 乙公司: 700_000 },
    overdue: 0,
  },
  {
    program: 'payments that are as much as days are',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Amount|Paid
      Acme Ltd|1|2026-03-01|2026-03-31|100000|46150
      Birch Co|2|2026-06-10|2026-07-10|700000|`),
    owed: { 'Acme Ltd': 53_850, 'Birch Co': 700_000 },
    overdue: 53_850,
  },
  {
    program: '欠款与还款各占一行',
    cells: sheetOf(`
      客户|日期|摘要|欠款|还款
      甲公司|2026-03-01|货款|1000|
      甲公司|2026-04-01|还款||300
      乙公司|2026-03-05|货款|500|`),
    owed: { 甲公司: 700, 乙公司: 500 },
    overdue: 1_200,
    remarks: { missingDueDate: 2, appliedOldestFirst: 1 },
  },
  {
    program: '欠款、还款与余额在同一行',
    cells: sheetOf(`
      客户|单号|日期|到期日|欠款|还款|余额
      甲公司|1|2026-03-01|2026-03-31|1000|300|700
      乙公司|2|2026-03-05|2026-04-04|500|0|500`),
    owed: { 甲公司: 700, 乙公司: 500 },
    overdue: 1_200,
  },
  {
    program: '手工账：发货额、收款额、结欠',
    cells: sheetOf(`
      日期|客户|发货额|收款额|结欠
      2026-03-01|甲公司|1000||1000
      2026-03-20|甲公司||300|700
      2026-03-02|乙公司|500||500`),
    owed: { 甲公司: 700, 乙公司: 500 },
    overdue: 1_200,
    remarks: { missingDueDate: 2, appliedOldestFirst: 1 },
  },
  {
    program: '送货单台账',
    cells: sheetOf(`
      送货日期|送货单号|客户|品名|数量|单价|金额|已付款|欠款
      2026-03-01|S1|甲公司|螺丝|10|10|100|40|60
      2026-03-02|S2|乙公司|螺母|20|10|200|0|200`),
    owed: { 甲公司: 60, 乙公司: 200 },
    overdue: 260,
    remarks: { missingDueDate: 2 },
  },
  {
    program: 'the balance of the customer on each of its rows',
    cells: sheetOf(`
      Customer|Balance|Invoice|Date|Due|Amount
      Acme Ltd|300|1|2026-03-01|2026-03-31|100
      Acme Ltd|300|2|2026-03-02|2026-04-01|200
      Birch Co|700|3|2026-06-10|2026-07-10|700`),
    owed: { 'Acme Ltd': 300, 'Birch Co': 700 },
    overdue: 300,
  },
  {
    program: '客户欠款总额写在每一行',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|金额|客户欠款总额
      甲公司|F1|2026-03-01|2026-03-31|100|300
      甲公司|F2|2026-03-02|2026-04-01|200|300
      乙公司|F3|2026-06-10|2026-07-10|700|700`),
    owed: { 甲公司: 300, 乙公司: 700 },
    overdue: 300,
  },
  {
    program: '预计回款日期不是收款日期',
    cells: sheetOf(`
      客户|发票号|开票日期|预计回款日期|金额
      甲公司|F1|2026-03-01|2026-03-31|100
      乙公司|F2|2026-06-10|2026-07-10|700`),
    owed: { 甲公司: 100, 乙公司: 700 },
    overdue: 100,
    remarks: { expectedAsDue: 1 },
  },
  {
    program: 'the day on which payment was promised, beside terms',
    cells: sheetOf(`
      Customer|Invoice|Date|Terms|Promised payment date|Amount
      Acme Ltd|1|2026-03-01|Net 30|2026-07-05|100
      Birch Co|2|2026-06-10|Net 30|2026-06-20|700`),
    owed: { 'Acme Ltd': 100, 'Birch Co': 700 },
    overdue: 100,
    remarks: { missingDueDate: 2 },
  },
  {
    program: 'the day on which payment is expected, beside the due date',
    cells: sheetOf(`
      Customer|Invoice|Date|Due date|Expected payment date|Amount
      Acme Ltd|1|2026-03-01|2026-03-31|2026-05-05|100
      Birch Co|2|2026-06-10|2026-07-10|2026-06-20|700`),
    owed: { 'Acme Ltd': 100, 'Birch Co': 700 },
    overdue: 100,
  },
  {
    program: '应收账款余额与坏账准备',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|应收账款余额|坏账准备|账面价值
      甲公司|F1|2026-03-01|2026-03-31|100|50|50
      乙公司|F2|2026-06-10|2026-07-10|700|7|693`),
    owed: { 甲公司: 100, 乙公司: 700 },
    overdue: 100,
  },
  {
    program: '原币金额与人民币金额',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|币种|原币金额|汇率|人民币金额
      甲公司|F1|2026-03-01|2026-03-31|USD|100|7|700
      乙公司|F2|2026-06-10|2026-07-10|CNY|700|1|700`),
    owed: { 甲公司: 700, 乙公司: 700 },
    overdue: 700,
  },
  {
    program: 'Oracle Fusion, receivables ageing: entered and accounted',
    cells: sheetOf(`
      Business Unit|Customer Name|Account Number|Transaction Class|Transaction Number|Transaction Date|Due Date|Entered Currency|Entered Balance Due|Accounted Balance Due
      US1|Acme Ltd|1001|Invoice|1|2026-03-01|2026-03-31|EUR|100|110
      US1|Birch Co|1002|Invoice|2|2026-03-02|2026-04-01|USD|200|200
      US1|Birch Co|1002|Payment|R1|2026-03-12|2026-03-12|USD|-50|-50`),
    owed: { 'Acme Ltd': 110, 'Birch Co': 150 },
    // What is open is said of each row: the payment is no part of what is overdue.
    overdue: 310,
  },
  {
    program: 'Zahlungsziel as a day',
    cells: sheetOf(`
      Debitor|Belegnr.|Belegdatum|Zahlungsziel|Rechnungsbetrag|bezahlt|offen
      Acme|1|2026-03-01|2026-03-31|100|40|60
      Birch|2|2026-06-01|2026-07-01|200|0|200`),
    owed: { Acme: 60, Birch: 200 },
    overdue: 60,
  },
  {
    program: "the day of the customer's last payment on each of its rows",
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Amount|Last payment date
      Acme Ltd|1|2026-03-01|2026-03-31|100|2026-02-01
      Acme Ltd|2|2026-03-02|2026-04-01|200|2026-02-01
      Birch Co|3|2026-06-10|2026-07-10|700|2026-06-12`),
    owed: { 'Acme Ltd': 300, 'Birch Co': 700 },
    overdue: 300,
  },
  {
    program: '最近收款日期与最近收款金额是客户的，不是发票的',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|金额|最近收款日期|最近收款金额
      甲公司|F1|2026-03-01|2026-03-31|100|2026-02-01|50
      甲公司|F2|2026-03-02|2026-04-01|200|2026-02-01|50
      乙公司|F3|2026-06-10|2026-07-10|700|2026-06-12|20`),
    owed: { 甲公司: 300, 乙公司: 700 },
    overdue: 300,
  },
  {
    program: 'headers that end in amt',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Invoice amt|Credit memo amt|Payment amt
      Acme Ltd|1|2026-03-01|2026-03-31|100|10|40
      Birch Co|2|2026-06-10|2026-07-10|700||`),
    owed: { 'Acme Ltd': 50, 'Birch Co': 700 },
    overdue: 50,
    remarks: { paidInColumn: 1 },
  },
  {
    program: 'Paid below 0, as exports of signed entries have it',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Amount|Paid
      Acme Ltd|1|2026-03-01|2026-03-31|100|-40
      Birch Co|3|2026-06-10|2026-07-10|700|0`),
    // As it stands a payment was taken back, which is said.
    owed: { 'Acme Ltd': 140, 'Birch Co': 700 },
    overdue: 140,
    remarks: { negativePaid: 1 },
  },
  {
    program: '本公司一列与购货单位一列',
    cells: sheetOf(`
      公司|购货单位|发票号|开票日期|到期日|应收|实收
      总部|甲公司|F1|2026-03-01|2026-03-31|100|40
      分部|乙公司|F3|2026-06-10|2026-07-10|700|`),
    owed: { 甲公司: 60, 乙公司: 700 },
    overdue: 60,
  },
  {
    program: 'our company beside Bill To, headers cut short',
    cells: sheetOf(`
      Company|Bill To|Invoice No|Inv Date|Net Due Date|Inv Amt|Bal Due
      Tiercel Ltd|Acme Ltd|1|2026-03-01|2026-03-31|100|60
      Tiercel BV|Birch Co|2|2026-06-10|2026-07-10|700|700`),
    owed: { 'Acme Ltd': 60, 'Birch Co': 700 },
    overdue: 60,
  },
  {
    program: '畅捷通，往来明细：期末应收是累计余额',
    cells: sheetOf(`
      客户|单据日期|单据类型|单据编号|应收增加|应收减少|期末应收|到期日
      甲公司|2026-03-01|销货单|XS1|1000||1000|2026-03-31
      甲公司|2026-04-01|收款单|SK1||300|700|
      乙公司|2026-06-10|销货单|XS2|700||700|2026-07-10`),
    owed: { 甲公司: 700, 乙公司: 700 },
    overdue: 700,
    remarks: { appliedOldestFirst: 1 },
  },
  {
    program: 'Epicor, invoices: every header cut short',
    cells: sheetOf(`
      Cust|Cust Name|Inv|Inv Dt|Due Dt|Orig Amt|Cur Bal
      C1|Acme Ltd|1|2026-03-01|2026-03-31|100|60
      C2|Birch Co|3|2026-06-10|2026-07-10|700|700`),
    owed: { 'Acme Ltd': 60, 'Birch Co': 700 },
    overdue: 60,
  },
  {
    program: 'SAP Business One, customer receivables ageing: receipts among the open items',
    cells: sheetOf(`
      Customer Code|Customer Name|Type|Doc. No.|Posting Date|Due Date|Balance Due|Future Remit|0 - 30|31 - 60|61 - 90|91 - 120
      C1|Acme Ltd|IN|1|2026-03-01|2026-03-31|100||||| 100
      C1|Acme Ltd|RC|2|2026-04-05|2026-04-05|-40|||||-40
      C2|Birch Co|IN|3|2026-06-10|2026-07-10|700|700||||`),
    owed: { 'Acme Ltd': 60, 'Birch Co': 700 },
    overdue: 100,
    remarks: { creditNote: 1 },
  },
  {
    program: '回款一列写是或否',
    cells: sheetOf(`
      客户|发票号|开票日期|到期日|金额|回款
      甲公司|F1|2026-03-01|2026-03-31|100|是
      甲公司|F2|2026-03-02|2026-04-01|200|否
      乙公司|F3|2026-06-10|2026-07-10|700|否`),
    owed: { 甲公司: 200, 乙公司: 700 },
    overdue: 200,
    remarks: { paidByStatus: 1 },
  },
  {
    program: 'a cross below Received',
    cells: sheetOf(`
      Customer|Invoice|Date|Due|Amount|Received
      Acme Ltd|1|2026-03-01|2026-03-31|100|x
      Acme Ltd|2|2026-03-02|2026-04-01|200|
      Birch Co|3|2026-06-10|2026-07-10|700|`),
    owed: { 'Acme Ltd': 200, 'Birch Co': 700 },
    overdue: 200,
    remarks: { paidByStatus: 1 },
  },
];
