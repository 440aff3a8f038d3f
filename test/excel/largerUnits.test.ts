/** Amounts in thousands: Excel's sums would compare them with minimum amounts in units, so highlights read the written columns. */

import { writeColumns } from '../../src/excel/columns/writeColumns';
import { highlightSheet } from '../../src/excel/highlight/highlight';
import { readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { assessLedger } from '../../src/risk/scoring/assess';
import { type RunningExcel, readSheetInFront, startExcel } from './harness';
import { asOf, writeLedger } from './ledger';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

async function tier() {
  const block = await readSheetInFront();
  const recognition = recogniseSheet(block.cells);
  const ledger = readLedger(block.cells, recognition, { dateSystem: 1900 });
  return { block, recognition, assessment: assessLedger(ledger, asOf, defaultPolicy) };
}

test('highlights wait for the written columns, and mark by them', async () => {
  writeLedger(excel.book);
  const sheet = excel.book.activeSheet;
  const { recognition: asWritten } = await tier();
  const { column } = asWritten.columns.find(({ field }) => field === 'amount')!;
  excel.book.enter(sheet, 0, column, 'Amount (k)');

  const { block, recognition, assessment } = await tier();
  expect(assessment.portfolio.exposure).toBe(15_000_000);
  const before = await highlightSheet(block, recognition, assessment);
  expect(before).toMatchObject({ ok: false, problem: { key: 'nothingToHighlight' } });

  const headers = { score: 'Score', tier: 'Tier', breaches: 'Breaches' };
  expect(await writeColumns(block, recognition, assessment, headers, 'en')).toMatchObject({ ok: true });
  const again = await tier();
  const after = await highlightSheet(again.block, again.recognition, again.assessment);
  expect(after.ok && after.value.added).toEqual(expect.arrayContaining(['overLimit', 'lowScore']));
});
