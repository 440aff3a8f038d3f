/** The keyboard's way into the pane and out of it: Office.js holds it in the add-in's page, and agrees with its host on both. */
import type { Channel } from './wire/hostInfo';
import { isJsonObject, type Json, type JsonObject } from './wire/json';
import type { RequestMessage } from './wire/message';

/** The sheet itself, the next or previous part of the window (F6), or what stands right before the pane (Shift+Tab). */
export type PaneExit = 'sheet' | 'next' | 'previous' | 'before';

/** By `OSF.AgaveHostAction` of Office.js: CtrlF6Exit, CtrlF6ExitShift, TabExit, TabExitShift, EscExit, F2Exit, ExitNoFocusable(Shift). */
const exits: Readonly<Record<number, PaneExit>> = {
  5: 'next',
  6: 'previous',
  13: 'next',
  14: 'before',
  15: 'sheet',
  16: 'sheet',
  17: 'next',
  18: 'before',
};

/**
 * Read what a `notifyHost` message says about leaving the pane; null when it says something else.
 *
 * @param data `[the add-in's id, the number of the action, …]`
 */
export function paneExitOf(data: Json): PaneExit | null {
  const action = Array.isArray(data) ? data[1] : null;
  return typeof action === 'number' ? (exits[action] ?? null) : null;
}

/** A key with the modifiers that were held, as Office.js tells of keys pressed in the add-in's page. */
export interface PressedKeys {
  readonly keyCode: number;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const keyboardShortcuts = 39;

/** Read the keys of a `notifyHost` message; null when it says something else. */
export function pressedKeysOf(data: Json): PressedKeys | null {
  const [, action, keys] = Array.isArray(data) ? (data as readonly Json[]) : [];
  if (action !== keyboardShortcuts || !isJsonObject(keys ?? null)) return null;
  const { keyCode, shiftKey, altKey, ctrlKey, metaKey } = keys as JsonObject;
  return {
    keyCode: Number(keyCode),
    shiftKey: shiftKey === true,
    altKey: altKey === true,
    ctrlKey: ctrlKey === true,
    metaKey: metaKey === true,
  };
}

const ctrlF6In = 4;

/** What a host asks of Office.js (`Office_notifyAgave`, in a conversation of its own) so that the page's first control has the keyboard. */
export function enterRequest({ conversationId, origin }: Channel): RequestMessage {
  return {
    _messageType: 0,
    _actionName: 'Office_notifyAgave',
    _conversationId: `${conversationId}_ntf`,
    _correlationId: 0,
    _origin: origin,
    _actionType: 0,
    _data: [ctrlF6In],
  };
}
