import { expect, test } from '@jest/globals';
import { enterRequest, paneExitOf, pressedKeysOf } from '../../../src/workbench/host/paneExit';

test.each([
  [5, 'next'],
  [6, 'previous'],
  [13, 'next'],
  [14, 'before'],
  [15, 'sheet'],
  [16, 'sheet'],
])('action %i of OSF.AgaveHostAction leads to %s', (action, exit) => {
  expect(paneExitOf(['add-in', action])).toBe(exit);
});

test('telemetry, focus and whatever else is told leads nowhere', () => {
  for (const data of [['add-in', 23, {}], ['add-in', 0], ['add-in'], ['add-in', '5'], null, 5]) {
    expect(paneExitOf(data)).toBeNull();
  }
});

test('the way in is asked in the conversation that Office.js keeps for it', () => {
  const request = enterRequest({
    conversationId: 'conversation',
    origin: 'http://localhost',
    addinId: 'add-in',
    locale: 'en-US',
  });
  expect(request).toMatchObject({
    _messageType: 0,
    _actionName: 'Office_notifyAgave',
    _conversationId: 'conversation_ntf',
    _data: [4],
  });
});

test('combinations of keys are told with what was held', () => {
  const keys = { keyCode: 84, ctrlKey: true, shiftKey: true, altKey: false, metaKey: false };
  expect(pressedKeysOf(['add-in', 39, keys])).toEqual(keys);
  for (const data of [['add-in', 15, keys], ['add-in', 39], null]) expect(pressedKeysOf(data)).toBeNull();
});
