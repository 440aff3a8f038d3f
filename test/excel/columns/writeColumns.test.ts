/** Columns that are taken away again, and such whose writing was cut off: whatever stands on the sheet, Clear finds it and takes it back. */

import { hasColumns, removeColumns } from '../../../src/excel/columns/removeColumns';
import { writeColumns } from '../../../src/excel/columns/writeColumns';
import { clearAdditions, findAdditions } from '../../../src/excel/share/additions';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { assessLedger } from '../../../src/risk/scoring/assess';
import { type RunningExcel, readSheetInFront, startExcel } from '../harness';
import { asOf, fingerprint, writeLedger } from '../ledger';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const headers = { score: 'Score', tier: 'Tier', breaches: 'Breaches' };

async function tier() {
  const block = await readSheetInFront();
  const recognition = recogniseSheet(block.cells);
  const ledger = readLedger(block.cells, recognition, { dateSystem: 1900 });
  return { block, recognition, assessment: assessLedger(ledger, asOf, defaultPolicy) };
}

async function write() {
  const { block, recognition, assessment } = await tier();
  const outcome = await writeColumns(block, recognition, assessment, headers, 'en');
  if (!outcome.ok) throw new Error(outcome.problem.key);
  return { block, written: outcome.value };
}

const areThere = async (sheetId: string) => {
  const found = await hasColumns(sheetId);
  return found.ok && found.value;
};

test('new columns are taken away again, and the sheet is as it was; only the user’s own cells stay', async () => {
  writeLedger(excel.book);
  const before = fingerprint(excel.book);
  const { block, written } = await write();
  expect(written.isNew).toBe(true);
  expect(await areThere(block.sheetId)).toBe(true);
  expect(await removeColumns(block.sheetId, block.sheetName)).toMatchObject({ value: { cells: [] } });
  expect(fingerprint(excel.book)).toBe(before);
  expect(await areThere(block.sheetId)).toBe(false);

  await write();
  excel.book.enter(excel.book.activeSheet, 2, 8, 'mine');
  expect((await write()).written.isNew).toBe(false);
  expect(await removeColumns(block.sheetId, block.sheetName)).toMatchObject({
    value: { sheetName: block.sheetName, cells: [{ row: 2, column: 8 }] },
  });
  expect(excel.book.activeSheet.value(2, 8)).toBe('mine');
  expect(excel.book.activeSheet.value(3, 8)).toBeNull();
});

test('columns of which the writing was undone step by step are no longer there', async () => {
  writeLedger(excel.book);
  const { block } = await write();
  for (let row = 0; row < 8; row += 1) {
    expect(await areThere(block.sheetId)).toBe(true);
    for (let column = 7; column < 10; column += 1) excel.book.enter(excel.book.activeSheet, row, column, '');
  }
  expect(await areThere(block.sheetId)).toBe(false);
});

test('at whatever request the session ends', async () => {
  writeLedger(excel.book);
  await Excel.run(async context => {
    context.workbook.worksheets.getActiveWorksheet().tables.add('A1:G8', true);
    await context.sync();
  });
  const before = fingerprint(excel.book);
  const { block, recognition, assessment } = await tier();

  const addressesFound: (string | undefined)[] = [];
  for (let batch = 0, isCutOff = true; isCutOff; batch += 1) {
    excel.host.faults.inject('sessionGone', { batch });
    const outcome = await writeColumns(block, recognition, assessment, headers, 'en');
    excel.host.faults.clear();
    isCutOff = !outcome.ok;
    const found = await findAdditions();
    addressesFound.push(found.ok ? found.value.columns[0]?.address : undefined);
    const isUntouched = fingerprint(excel.book) === before;
    expect(isUntouched || addressesFound.at(-1) !== undefined).toBe(true);
    expect((await clearAdditions({ includePolicy: true })).ok).toBe(true);
    expect(fingerprint(excel.book)).toBe(before);
  }
  expect(addressesFound.at(-1)).toBe('H1:J8');
});
