import { expect, test } from '@jest/globals';
import { readActions, shortcutOf } from '../../../../src/workbench/page/ribbon/actions';

const keys = { keyCode: 0, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };

test('the file of an add-in, with a key of its own for the web', () => {
  const file = {
    actions: [
      { id: 'ShowPane', type: 'ShowTaskpane' },
      { id: 'Tier', type: 'ExecuteFunction', name: 'Tier this sheet' },
      { id: 'Clear', type: 'ExecuteFunction', name: 'Clear' },
    ],
    shortcuts: [
      { action: 'ShowPane', key: { default: 'Ctrl+Shift+K', web: 'Ctrl+Alt+K' } },
      { action: 'Tier', key: { default: 'Ctrl+Shift+Up' } },
    ],
  };
  expect(readActions(file)).toEqual([
    { id: 'ShowPane', kind: 'showPane', shortcut: 'Ctrl+Alt+K' },
    { id: 'Tier', kind: 'run', shortcut: 'Ctrl+Shift+Up' },
    { id: 'Clear', kind: 'run', shortcut: null },
  ]);
});

test.each([null, 1, {}, { actions: 'none' }, { actions: [null, { name: 'x' }] }])(
  'no actions in %j',
  file => {
    expect(readActions(file)).toEqual([]);
  },
);

test('keys are written as shortcuts are, also where Shift types another sign', () => {
  expect(shortcutOf({ ...keys, keyCode: 49, ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+1');
  expect(shortcutOf({ ...keys, keyCode: 38, altKey: true })).toBe('Alt+Up');
  expect(shortcutOf({ ...keys, keyCode: 116, ctrlKey: true })).toBe('Ctrl+F5');
  expect(shortcutOf({ ...keys, keyCode: 17, ctrlKey: true })).toBeNull();
});
