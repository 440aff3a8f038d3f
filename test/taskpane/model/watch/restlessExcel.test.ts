/** The pane on an Excel that tells of edits late or twice and refuses what comes too often, through unmodified Office.js. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { excelRoom } from '../../../../src/taskpane/excelRoom';
import { followPolicy } from '../../../../src/taskpane/model/policy/policyFollowing';
import { createWatchModel } from '../../../../src/taskpane/model/watch/watchModel';
import { type RunningExcel, startExcel } from '../../../excel/harness';
import { writeLedger } from '../../../excel/ledger';
import { paneOn } from '../../fakeExcel';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
  writeLedger(excel.book);
});

afterEach(() => excel.stop());

const keeper = { get: () => 'on', set: () => {} };

/** A pane with Watch on the ledger, tiered; what it says by then is forgotten. */
async function watching() {
  const pane = paneOn(excelRoom);
  const { readChangedRows } = await import('../../../../src/excel/reading/changedRows');
  const watch = createWatchModel(pane, { readChangedRows }, keeper);
  await pane.sheet.follow();
  await pane.tierActiveSheet();
  expect(pane.assessments.result.value).not.toBeNull();
  return { pane, watch };
}

const exposure = ({ pane }: Awaited<ReturnType<typeof watching>>) =>
  pane.assessments.result.value?.assessment.portfolio.exposure;

describe.each([
  { name: 'twice', times: 2, late: 0 },
  { name: 'late', times: 1, late: 400 },
  { name: 'late and twice', times: 2, late: 400 },
])('edits that are told $name', ({ times, late }) => {
  test('come to what reading the sheet anew comes to', async () => {
    const running = await watching();
    const { watch, pane } = running;
    const before = exposure(running);
    excel.host.faults.events = { times, late };
    excel.book.enter(excel.book.activeSheet, 2, 4, '4321');
    await excel.host.idle();
    await watch.settled();
    const followed = exposure(running);
    expect(followed).not.toBe(before);
    await pane.tierActiveSheet();
    expect(followed).toBe(exposure(running));
    expect(pane.notices.refusal.value).toBeNull();
  });

  test('before the sheet was read are no edits after it', async () => {
    const running = await watching();
    const { pane, watch } = running;
    excel.host.faults.events = { times, late };
    excel.book.enter(excel.book.activeSheet, 2, 4, '4321');
    await pane.tierActiveSheet();
    const read = exposure(running);
    await excel.host.idle();
    await watch.settled();
    expect(exposure(running)).toBe(read);
    expect(pane.sheet.isChanged.value).toBe(false);
  });

  test('of the pane itself make nothing one of before', async () => {
    const { pane, watch } = await watching();
    excel.host.faults.events = { times, late };
    await pane.highlights.switchOn();
    await pane.columns.write();
    await excel.host.idle();
    await watch.settled();
    expect(pane.sheet.isChanged.value).toBe(false);
    expect(pane.notices.refusal.value).toBeNull();
  });
});

test('an edit that Excel refuses to read counts once it is read again', async () => {
  const running = await watching();
  const { pane, watch } = running;
  const before = exposure(running);
  excel.book.enter(excel.book.activeSheet, 2, 4, '4321');
  await excel.host.idle();
  excel.host.faults.limitRequests(0, { within: 60_000 });
  await watch.settled();
  expect(exposure(running)).toBe(before);
  expect(pane.sheet.isChanged.value).toBe(true);
  excel.host.faults.clear();
  expect(await pane.followSheet()).toBe(true);
  expect(exposure(running)).not.toBe(before);
  expect(pane.sheet.isChanged.value).toBe(false);
});

test('an edit of the policy by hand is logged once, however often and late it is told', async () => {
  const pane = paneOn(excelRoom);
  await pane.tierActiveSheet();
  await pane.showPolicy();
  const stop = await followPolicy(pane, excelRoom);
  const policy = excel.book.sheets.find(({ name }) => name === 'Tiercel Policy')!;
  const tiers = policy.tables.find(({ name }) => name === 'TiercelTiers')!;
  const logged = () => excel.book.sheets.flatMap(({ tables }) => tables).find(({ name }) => /Log/.test(name));
  excel.host.faults.events = { times: 2, late: 200 };
  excel.book.enter(policy, tiers.area.row + 1, tiers.area.column + 1, '85');
  for (let turn = 0; turn < 4; turn += 1) {
    await excel.host.idle();
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  stop();
  expect(logged()?.area.rowCount).toBe(2);
});
