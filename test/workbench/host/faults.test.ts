/** What real Excel does wrong now and then, and the workbench does when it is asked to. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});

afterEach(() => excel.stop());

/** What the add-in hears of edits and of the selection, in order. */
async function listen(): Promise<string[]> {
  const heard: string[] = [];
  await Excel.run(async context => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(async event => void heard.push(`changed ${event.address}`));
    worksheets.onSelectionChanged.add(async event => void heard.push(`selected ${event.address}`));
    await context.sync();
  });
  return heard;
}

const edit = (row: number): void => excel.book.enter(excel.book.activeSheet, row, 0, '1');

const write = (address: string): Promise<void> =>
  Excel.run(async context => {
    context.workbook.worksheets.getFirst().getRange(address).values = [[1]];
    await context.sync();
  });

test('an event is heard twice', async () => {
  const heard = await listen();
  excel.host.faults.events = { times: 2, late: 0 };
  edit(0);
  excel.book.select(excel.book.activeSheet, [{ row: 3, column: 0, rowCount: 1, columnCount: 1 }]);
  await excel.host.idle();
  expect([...heard].sort()).toEqual(['changed A1', 'changed A1', 'selected A4', 'selected A4']);
  excel.host.faults.clear();
  edit(1);
  await excel.host.idle();
  expect(heard.filter(each => each === 'changed A2')).toHaveLength(1);
});

test('an event is heard after what was done next; idle waits for it', async () => {
  const heard = await listen();
  excel.host.faults.events = { times: 1, late: 250 };
  edit(0);
  await write('C9');
  expect(heard).toEqual([]);
  await excel.host.idle();
  expect(heard).toEqual(['changed A1', 'changed C9']);
});

test('more requests than the limit are refused until time has passed; nothing of them is done', async () => {
  excel.host.faults.limitRequests(2, { within: 300 });
  await write('A1');
  await write('A2');
  await expect(write('A3')).rejects.toMatchObject({ code: 'ActivityLimitReached' });
  expect(excel.book.activeSheet.value(2, 0)).toBeNull();
  await new Promise(resolve => setTimeout(resolve, 350));
  await write('A3');
  expect(excel.book.activeSheet.value(2, 0)).toBe(1);
});

test('a cleared limit is none', async () => {
  excel.host.faults.limitRequests(0, { within: 60_000 });
  await expect(write('A1')).rejects.toMatchObject({ code: 'ActivityLimitReached' });
  excel.host.faults.clear();
  await write('A1');
});
