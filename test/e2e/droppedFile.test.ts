/** A file dropped anywhere on the window opens in the workbench: on the sheet as well as on the add-in's pane. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;
const folder = mkdtempSync(path.join(tmpdir(), 'dropped-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As the browser hears of a drag from the desktop. */
async function drop(file: string, x: number, y: number): Promise<void> {
  const session = await workbench.page.context().newCDPSession(workbench.page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
    await workbench.page.waitForTimeout(100);
  }
  await workbench.page.waitForTimeout(500);
  await workbench.idle();
}

test.each([
  ['the sheet', 300],
  ['the pane', 1300],
])('on %s', async (_place, x) => {
  workbench = await visitWorkbench(browser(), { query: 'open=none' });
  const file = path.join(folder, 'ledger.csv');
  writeFileSync(file, 'Customer,Amount\nAcme Ltd,1200\n');
  await drop(file, x, 500);
  expect(await workbench.sheets()).toEqual(['ledger']);
  expect(await workbench.values('ledger!A2:B2')).toEqual([['Acme Ltd', 1200]]);
  expect(workbench.page.context().pages()).toHaveLength(1);
  await leaveWorkbench(workbench);
});
