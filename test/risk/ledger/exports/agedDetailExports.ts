/** Reports that list what is open by age or by customer, with headings and sums between the rows. */
import { type ExportedSheet, sheetOf } from './exportedSheet';

export const agedDetailExports: readonly ExportedSheet[] = [
  {
    program: 'QuickBooks Online, A/R ageing detail: ages as headings in the column of the dates',
    cells: sheetOf(`
      Date|Transaction type|Num|Customer|Due date|Amount|Open balance
      91 or more days past due||||||
      '03/01/2026|Invoice|1001|Acme Ltd|'03/31/2026|$100.00|$100.00
      '03/02/2026|Invoice|1002|Acme Ltd|'04/01/2026|$250.00|$200.00
      Total for 91 or more days past due|||||$350.00|$300.00
      Current||||||
      '06/13/2026|Invoice|1003|Birch Co|'07/13/2026|$700.00|$700.00
      '06/14/2026|Credit Memo|1004|Birch Co|'06/14/2026|-$50.00|-$50.00
      Total for Current|||||$650.00|$650.00
      TOTAL|||||$1,000.00|$950.00`),
    owed: { 'Acme Ltd': 300, 'Birch Co': 650 },
    overdue: 300,
    remarks: { totalRow: 3, creditNote: 1 },
  },
  {
    program: 'QuickBooks Online, customer balance detail: what is open beside a balance that runs',
    cells: sheetOf(`
      |Date|Transaction type|Num|Due date|Amount|Open balance|Balance
      Acme Ltd|||||||
      |'03/21/2026|Invoice|1001|'04/20/2026|100.00|100.00|100.00
      |'03/22/2026|Invoice|1002|'04/21/2026|200.00|50.00|150.00
      Total for Acme Ltd|||||$300.00|$150.00|
      Birch Co|||||||
      |'06/13/2026|Invoice|1003|'07/13/2026|700.00|700.00|700.00
      Total for Birch Co|||||$700.00|$700.00|
      TOTAL|||||$1,000.00|$850.00|`),
    owed: { 'Acme Ltd': 150, 'Birch Co': 700 },
    overdue: 150,
    remarks: { namedAbove: 3, totalRow: 3 },
  },
  {
    program: 'Zoho Books, A/R ageing details: ages as headings, no due dates',
    cells: sheetOf(`
      Date|Transaction#|Type|Status|Customer Name|Age|Amount|Balance Due
      > 45 Days|||||||
      2026-03-01|INV-1|Invoice|Overdue|Acme Ltd|91 Days|100|100
      2026-03-02|INV-2|Invoice|Overdue|Acme Ltd|90 Days|250|200
      Total||||||350|300
      Current|||||||
      2026-06-10|INV-3|Invoice|Sent|Birch Co|-10 Days|700|700
      Total||||||700|700`),
    owed: { 'Acme Ltd': 300, 'Birch Co': 700 },
    // Nothing says when they fall due: on the day of the invoice.
    overdue: 1_000,
    remarks: { missingDueDate: 3, totalRow: 2 },
  },
  {
    program: '用友NC，客户往来明细账（客商）',
    cells: sheetOf(`
      日期|凭证号|客商|摘要|借方本币|贷方本币|方向|余额本币
      2026-01-01||甲公司|期初|||借|200
      2026-03-01|记1|甲公司|销售|1000||借|1200
      2026-04-01|记2|甲公司|回款||500|借|700
      2026-04-02|记3|乙公司|预收||300|贷|300`),
    owed: { 甲公司: 700, 乙公司: -300 },
    overdue: 700,
    remarks: { openingBalance: 1, missingDueDate: 2, appliedOldestFirst: 1, unappliedPayment: 1 },
  },
];
