/** Columns whose writing was cut off: whatever stands on the sheet, Clear finds it and takes it back. */

import { writeColumns } from '../../../src/excel/columns/writeColumns';
import { readActiveSheet } from '../../../src/excel/reading/readSheet';
import { clearAdditions, findAdditions } from '../../../src/excel/share/additions';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { assessLedger } from '../../../src/risk/scoring/assess';
import { type RunningExcel, startExcel } from '../harness';
import { asOf, fingerprint, writeLedger } from '../ledger';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const headers = { score: 'Score', tier: 'Tier', breaches: 'Breaches' };

test('at whatever request the session ends', async () => {
  writeLedger(excel.book);
  await Excel.run(async context => {
    context.workbook.worksheets.getActiveWorksheet().tables.add('A1:G8', true);
    await context.sync();
  });
  const before = fingerprint(excel.book);
  const read = await readActiveSheet(() => undefined, new AbortController().signal);
  if (!read.ok) throw new Error(read.problem.key);
  const block = read.value;
  const recognition = recogniseSheet(block.cells);
  const ledger = readLedger(block.cells, recognition, { dateSystem: 1900 });
  const assessment = assessLedger(ledger, asOf, defaultPolicy);

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
