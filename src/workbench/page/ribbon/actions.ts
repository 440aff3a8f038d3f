/** The add-in's file of actions and keyboard shortcuts (Microsoft's extended-manifest schema), as far as it is about keys. */
import type { PressedKeys } from '../../host/paneExit';

export interface AddInAction {
  readonly id: string;
  readonly kind: 'run' | 'showPane';
  /** For this platform, or null for an action without one. */
  readonly shortcut: string | null;
}

/** Read the file; entries that are none are passed over, as Excel does. */
export function readActions(file: unknown): readonly AddInAction[] {
  const { actions, shortcuts } = recordOf(file);
  const keys = new Map(
    listOf(shortcuts).map(each => {
      const { action, key } = recordOf(each);
      const said = recordOf(key);
      return [String(action), said.web ?? said.default] as const;
    }),
  );
  return listOf(actions).flatMap((each): AddInAction[] => {
    const { id, type } = recordOf(each);
    if (typeof id !== 'string') return [];
    const shortcut = keys.get(id);
    return [
      {
        id,
        kind: type === 'ShowTaskpane' ? 'showPane' : 'run',
        shortcut: typeof shortcut === 'string' ? shortcut : null,
      },
    ];
  });
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const namedKeys: Readonly<Record<number, string>> = {
  8: 'Backspace',
  9: 'Tab',
  13: 'Enter',
  27: 'Esc',
  32: 'Space',
  33: 'PageUp',
  34: 'PageDown',
  35: 'End',
  36: 'Home',
  37: 'Left',
  38: 'Up',
  39: 'Right',
  40: 'Down',
  45: 'Insert',
  46: 'Delete',
  186: ';',
  187: '=',
  188: ',',
  189: '-',
  190: '.',
  191: '/',
  192: '`',
  219: '[',
  220: '\\',
  221: ']',
  222: "'",
};

/**
 * Write a combination of keys as shortcuts are written; null for a key without a name.
 *
 * @example shortcutOf({ keyCode: 84, ctrlKey: true, shiftKey: true, altKey: false, metaKey: false }) //=> 'Ctrl+Shift+T'
 */
export function shortcutOf({ keyCode, ctrlKey, metaKey, altKey, shiftKey }: PressedKeys): string | null {
  const isPlain = (keyCode >= 48 && keyCode <= 57) || (keyCode >= 65 && keyCode <= 90);
  const isFunction = keyCode >= 112 && keyCode <= 123;
  const key = isPlain
    ? String.fromCharCode(keyCode)
    : isFunction
      ? `F${keyCode - 111}`
      : (namedKeys[keyCode] ?? null);
  if (key === null) return null;
  const held = [
    ctrlKey ? 'Ctrl' : '',
    metaKey ? 'Command' : '',
    altKey ? 'Alt' : '',
    shiftKey ? 'Shift' : '',
  ];
  return [...held.filter(each => each !== ''), key].join('+');
}
