/** Tables of records: appended, read back, taken back, whatever users did to the sheet meanwhile. */
import {
  addRecords,
  findRecordSheets,
  type RecordSheet,
  readRecords,
  removeRecords,
  takeBackRecords,
} from '../../../src/excel/sheets/records';
import { readReviews, reviewRows } from '../../../src/risk/history/reviewLog';
import {
  readSnapshots,
  rowsOfSnapshotInSlices,
  snapshotRowsInSlices,
} from '../../../src/risk/history/snapshotTable';
import { finishSlices } from '../../../src/risk/slices';
import { reviewTable, snapshotTable } from '../../../src/taskpane/model/history/recordTables';
import { snapshotOfRows } from '../../risk/history/snapshotOfRows';
import { type RunningExcel, startExcel } from '../harness';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const may = snapshotOfRows(45_443, [
  {
    name: '=HYPERLINK("x")',
    number: '007',
    exposure: 100,
    overdue: 10,
    score: 70,
    tier: 'B',
    buckets: [90, 10, 0, 0, 0],
  },
  { name: '1-2', exposure: 50, tier: 'A' },
]);
const june = snapshotOfRows(45_473, [{ name: 'Acme', exposure: 7, buckets: [7, 0, 0, 0, 0] }]);

const silent = () => {};
async function good<T>(outcome: Promise<{ ok: boolean }>): Promise<T> {
  const it = (await outcome) as { ok: true; value: T } | { ok: false; problem: unknown };
  if (!it.ok) throw new Error(JSON.stringify(it.problem));
  return it.value;
}
type Added = Parameters<typeof takeBackRecords>[0];
const take = (snapshot: typeof may) =>
  good<Added>(
    addRecords(snapshotTable(snapshot.buckets.length), finishSlices(snapshotRowsInSlices(snapshot)), silent),
  );
async function block() {
  const sheets = await good<ReadonlyMap<string, RecordSheet>>(findRecordSheets());
  const id = sheets.get('Snapshots')?.id;
  if (id === undefined) return null;
  return good<
    Awaited<ReturnType<typeof readRecords>> extends infer _
      ? import('../../../src/excel/contract').SheetBlock
      : never
  >(readRecords(id, silent, new AbortController().signal));
}
const history = async () => readSnapshots((await block())?.cells ?? [], 1900).snapshots;
const onSheet = (name: string, change: (sheet: Excel.Worksheet) => void) =>
  Excel.run(async context => {
    change(context.workbook.worksheets.getItem(name));
    await context.sync();
  });

test('snapshots are printed one page wide: a customer and all that is told of it stand side by side', async () => {
  await take(june);
  const { pageLayout } = excel.book.sheetByName('Tiercel Snapshots')!;
  expect([pageLayout.orientation, pageLayout.horizontalFitToPages]).toEqual(['Landscape', 1]);
});

test('snapshots are appended to one native table and come back as they were', async () => {
  const added = await take(may);
  expect(added).toMatchObject({ sheetName: 'Tiercel Snapshots', isNewSheet: true, rowCount: 2 });
  expect((await take(june)).isNewSheet).toBe(false);
  expect(excel.book.sheets.map(sheet => sheet.name)).toEqual(['Sheet1', 'Tiercel Snapshots']);
  expect(excel.book.activeSheet.name).toBe('Sheet1');
  const [first, second] = await history();
  expect(first).toMatchObject({
    asOf: 45_443,
    customers: may.customers,
    numbers: ['007', ''],
    tiers: ['B', 'A'],
  });
  expect([...first.exposure]).toEqual([100, 50]);
  expect(first.buckets.map(bucket => bucket[0])).toEqual([90, 10, 0, 0, 0]);
  expect(second).toMatchObject({ asOf: 45_473, customers: ['Acme'] });
});

test('what users did to the table stays: moved and added columns, notes below it', async () => {
  await take(may);
  await onSheet('Tiercel Snapshots', sheet => {
    sheet.getRange('A:A').insert('Right');
    sheet.getRange('D9').values = [['a note below']];
  });
  await take(june);
  expect((await history()).map(({ customers }) => customers.length)).toEqual([2, 1]);
  const values = await Excel.run(async context => {
    const used = context.workbook.worksheets.getItem('Tiercel Snapshots').getUsedRange(true).load('values');
    await context.sync();
    return used.values.flat();
  });
  expect(values).toContain('a note below');
});

test('a table that was begun with fewer buckets gets the missing columns at its right', async () => {
  const narrow = { ...may, bounds: [0, 30], buckets: may.buckets.slice(0, 3) };
  await take(narrow);
  await take(june);
  const [first, second] = await history();
  expect(first.buckets).toHaveLength(3);
  expect(second.buckets.map(bucket => bucket[0])).toEqual([7, 0, 0, 0, 0]);
});

test('a table of before there were policy codes gets their column at its right, and its rows are of a policy that nobody knows', async () => {
  await take({ ...may, policy: 'S1 T1' });
  await onSheet('Tiercel Snapshots', sheet => sheet.getRange('L:L').delete('Left'));
  expect((await history()).map(({ policy, tiers }) => [policy, tiers[0]])).toEqual([['', may.tiers[0]]]);
  await take({ ...june, policy: 'S2 T2' });
  expect((await history()).map(({ policy }) => policy)).toEqual(['', 'S2 T2']);
});

test('taking back leaves what was there before, and the sheet goes where it was made for it', async () => {
  const first = await take(may);
  const second = await take(june);
  expect(await good(takeBackRecords(second))).toBe(true);
  expect((await history()).map(({ asOf }) => asOf)).toEqual([45_443]);
  expect(await good(takeBackRecords(first))).toBe(true);
  expect(excel.book.sheets.map(sheet => sheet.name)).toEqual(['Sheet1']);
  expect(await good(takeBackRecords(first))).toBe(false);
});

test('rows that somebody changed since are not taken back', async () => {
  await take(may);
  const second = await take(june);
  await onSheet('Tiercel Snapshots', sheet => {
    sheet.getRange('D7').values = [['Acme & Co']];
  });
  expect(await good(takeBackRecords(second))).toBe(false);
  expect(await history()).toHaveLength(2);
});

test('the rows of one snapshot can be taken out', async () => {
  await take(may);
  await take(june);
  const before = (await block())!;
  await good(removeRecords(before, finishSlices(rowsOfSnapshotInSlices(before.cells, may, 1900))));
  expect((await history()).map(({ asOf }) => asOf)).toEqual([45_473]);
});

test('more rows than one request takes arrive whole', async () => {
  const many = snapshotOfRows(
    45_473,
    Array.from({ length: 12_000 }, (_, index) => ({ name: `Customer ${index}`, exposure: index })),
  );
  const told: number[] = [];
  await good(addRecords(snapshotTable(5), finishSlices(snapshotRowsInSlices(many)), done => told.push(done)));
  expect(told.length).toBeGreaterThan(1);
  expect(told.at(-1)).toBe(12_000);
  const [snapshot] = await history();
  expect(snapshot.exposure[11_999]).toBe(11_999);
});

test('a protected sheet refuses, and nothing is half-written', async () => {
  await take(may);
  await onSheet('Tiercel Snapshots', sheet => sheet.protection.protect());
  const outcome = await addRecords(snapshotTable(5), finishSlices(snapshotRowsInSlices(june)), silent);
  expect(outcome).toMatchObject({ ok: false, problem: { key: 'sheetProtected' } });
  expect(await history()).toHaveLength(1);
});

test('reviews have a table of their own, with a column for notes', async () => {
  const entry = { day: 45_480, customer: 'Acme', number: '', tier: 'B', score: 71.5 };
  await good(addRecords(reviewTable(), reviewRows([entry]), silent));
  const id = (await good<ReadonlyMap<string, RecordSheet>>(findRecordSheets())).get('Reviews')!.id;
  const read = await good<{ cells: unknown[][] }>(readRecords(id, silent, new AbortController().signal));
  expect(readReviews(read.cells as never, 1900)).toEqual([entry]);
});
