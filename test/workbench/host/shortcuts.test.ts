import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
  excel.host.shortcuts.set(
    new Map([
      ['ShowCustomer', 'Ctrl+Shift+Y'],
      ['TierSheet', null],
    ]),
  );
});

afterEach(() => excel.stop());

test('an associated action runs without an event, as in Excel', async () => {
  const calls: unknown[][] = [];
  Office.actions.associate('ShowCustomer', (...args: unknown[]) => void calls.push(args));
  // Office.js listens only once its page is ready, which takes turns of its own: a host that is idle leaves it none.
  for (let tries = 0; calls.length === 0 && tries < 100; tries += 1) {
    excel.host.act('ShowCustomer');
    await excel.host.idle();
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  expect(calls[0]).toEqual([null]);
});

test('shortcuts are told, replaced and taken away', async () => {
  expect(Office.context.requirements.isSetSupported('KeyboardShortcuts', '1.1')).toBe(true);
  expect(await Office.actions.getShortcuts()).toEqual({ ShowCustomer: 'Ctrl+Shift+Y', TierSheet: null });
  await Office.actions.replaceShortcuts({ ShowCustomer: 'shift+ctrl+j', TierSheet: 'Ctrl+Alt+Up' });
  expect(await Office.actions.getShortcuts()).toEqual({
    ShowCustomer: 'Ctrl+Shift+J',
    TierSheet: 'Ctrl+Alt+Up',
  });
  expect(excel.host.shortcuts.actionOf('Ctrl+Shift+J')).toBe('ShowCustomer');
  await Office.actions.replaceShortcuts({ ShowCustomer: null } as unknown as Record<string, string>);
  expect(excel.host.shortcuts.actionOf('Ctrl+Shift+J')).toBeNull();
  await expect(Office.actions.replaceShortcuts({ Nothing: 'Ctrl+1' })).rejects.toMatchObject({
    code: 'InvalidArgument',
  });
});

test('combinations of Excel and of the add-in are in use', async () => {
  const told = await Office.actions.areShortcutsInUse(['Ctrl+C', 'Ctrl+Shift+Y', 'Ctrl+Shift+1']);
  expect(told).toEqual([
    { shortcut: 'Ctrl+C', inUse: true },
    { shortcut: 'Ctrl+Shift+Y', inUse: true },
    { shortcut: 'Ctrl+Shift+1', inUse: false },
  ]);
});
