import {
  columnOf,
  formula,
  moneyWidth,
  type ReportCell,
  type ReportSheet,
  type ReportTable,
  reportFormats,
  reportTables,
  tableOfRows,
} from './reportSheet';
import type { ReportSource } from './reportSource';

/** The balance that the user fills in: second row, second column of the entry. */
const booked = { row: 1, column: 1 } as const;

/** What is expected to be lost, bucket by bucket, and the entry that books it: formulas down to the last line. */
export function allowanceSheet(source: ReportSource): ReportSheet {
  const { words, subtitle, assessment } = source;
  const money = moneyWidth(assessment.portfolio.exposure, 92);
  return {
    id: 'allowance',
    sheetName: words.sheetNames.allowance,
    title: words.titles.allowance,
    lead: [subtitle, words.notes.allowance],
    orientation: 'Portrait',
    widths: [112, 180, 184, money, money],
    blocks: [matrixTable(source), entryTable(source), journalTable(source)],
  };
}

function matrixTable({ assessment, words, chosen }: ReportSource): ReportTable {
  const { columns } = words;
  const loss = formula(({ row, column }) => `=ROUND(${column(1)}${row}*${column(2)}${row},2)`);
  const rows = assessment.policy.buckets.map((bucket, index): ReportCell[] => {
    const label = words.bucket(bucket);
    const summed = formula(() => `=SUM(${columnOf(reportTables.ageing, label)})`);
    return [
      label,
      chosen.has('ageing') ? summed : assessment.portfolio.buckets[index],
      bucket.lossRate,
      loss,
    ];
  });
  return tableOfRows(
    {
      name: reportTables.allowance,
      title: words.tables.allowance,
      columns: [
        { header: columns.bucket, format: reportFormats.text },
        { header: columns.amount, format: reportFormats.money, isSummed: true },
        { header: columns.rate, format: '0.00%_)' },
        { header: columns.allowance, format: reportFormats.money, isSummed: true },
      ],
    },
    rows,
  );
}

function entryTable({ words }: ReportSource): ReportTable {
  const { columns, entry, entryHow } = words;
  const required = `=MAX(0,SUM(${columnOf(reportTables.allowance, columns.allowance)}))`;
  return tableOfRows(
    {
      name: reportTables.entry,
      title: words.tables.entry,
      columns: [
        { header: columns.line, format: reportFormats.text },
        { header: columns.amount, format: reportFormats.money },
        { header: columns.how, format: reportFormats.text },
      ],
      input: booked,
    },
    [
      [entry.required, formula(() => required), entryHow.required],
      [entry.booked, null, entryHow.booked],
      [
        entry.toBook,
        formula(({ row, column }) => `=ROUND(${column(1)}${row - 2}-N(${column(1)}${row - 1}),2)`),
        entryHow.toBook,
      ],
    ],
  );
}

/** Debit line first, whichever way the entry goes. */
function journalTable({ words }: ReportSource): ReportTable {
  const { columns, accounts } = words;
  const toBook = `INDEX(${columnOf(reportTables.entry, columns.amount)},3)`;
  const text = (words: string) => `"${words.replaceAll('"', '""')}"`;
  const { impairmentLoss, allowance } = accounts;
  const account = (name: 0 | 1, isDebit: boolean) => {
    const [more, less] = isDebit ? [impairmentLoss, allowance] : [allowance, impairmentLoss];
    return formula(() => `=IF(${toBook}>=0,${text(more[name])},${text(less[name])})`);
  };
  const amount = formula(() => `=ABS(${toBook})`);
  return tableOfRows(
    {
      name: reportTables.journal,
      title: words.tables.journal,
      columns: [
        { header: columns.side, format: reportFormats.text },
        { header: columns.account, format: reportFormats.general },
        { header: columns.otherAccount, format: reportFormats.general },
        { header: columns.debit, format: reportFormats.money, isSummed: true },
        { header: columns.credit, format: reportFormats.money, isSummed: true },
      ],
    },
    [
      [words.debit, account(0, true), account(1, true), amount, null],
      [words.credit, account(0, false), account(1, false), null, amount],
    ],
  );
}
