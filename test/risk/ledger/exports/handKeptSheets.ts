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
];
