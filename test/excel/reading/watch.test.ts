/** Listening to edits through an Excel that refuses, repeats itself and is late, as the real one is now and then. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ensurePolicySheet } from '../../../src/excel/policy/policySheet';
import { onPolicySheetChanged } from '../../../src/excel/policy/policyWatch';
import { onSheetActivated, onSheetChanged } from '../../../src/excel/reading/watch';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { type RunningExcel, startExcel } from '../harness';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});

afterEach(() => excel.stop());

test.each(['editing', 'busy'] as const)(
  'an Excel that is %s at first is listened to afterwards',
  async fault => {
    const heard: string[] = [];
    excel.host.faults.inject(fault, { times: 2 });
    await onSheetChanged((_, address) => heard.push(address));
    excel.book.enter(excel.book.activeSheet, 0, 0, '1');
    await excel.host.idle();
    expect(heard).toEqual(['A1']);
  },
);

test('an Excel that refuses for good is not asked again', async () => {
  excel.host.faults.inject('noPermission');
  await expect(onSheetActivated(() => {})).rejects.toMatchObject({ key: 'sheetProtected' });
});

test('who stops listening while Excel refuses leaves no error behind', async () => {
  const unhandled = jest.fn();
  process.on('unhandledRejection', unhandled);
  const stop = await onSheetChanged(() => {});
  excel.host.faults.inject('busy');
  stop();
  await excel.host.idle();
  await new Promise(resolve => setTimeout(resolve, 20));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test('an edit of the policy is told once Excel says which sheet is the policy’s', async () => {
  expect((await ensurePolicySheet(defaultPolicy, 'en')).ok).toBe(true);
  const sheet = excel.book.sheets.find(({ name }) => name === 'Tiercel Policy')!;
  const told = new Promise(resolve => {
    void onPolicySheetChanged(resolve).then(() => {
      excel.host.faults.inject('busy', { times: 2 });
      excel.book.enter(sheet, 2, 20, '1');
    });
  });
  expect(await told).toBe('user');
});
