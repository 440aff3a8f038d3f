/** The keyboard shortcuts of the add-in's actions: what its file says, and what its user has put in their place. */

/** Combinations that Excel on the web itself has for something, in the spelling of `normalShortcut`. */
const ownShortcuts = new Set(
  'Ctrl+A Ctrl+B Ctrl+C Ctrl+D Ctrl+F Ctrl+G Ctrl+H Ctrl+I Ctrl+K Ctrl+L Ctrl+P Ctrl+R Ctrl+S Ctrl+T Ctrl+U Ctrl+V Ctrl+X Ctrl+Y Ctrl+Z F2 F4 F6 F9'.split(
    ' ',
  ),
);

const modifiers = ['Ctrl', 'Command', 'Alt', 'Shift'] as const;
const otherNames: Readonly<Record<string, string>> = {
  CONTROL: 'Ctrl',
  CTRL: 'Ctrl',
  COMMAND: 'Command',
  CMD: 'Command',
  OPTION: 'Alt',
  ALT: 'Alt',
  SHIFT: 'Shift',
  ARROWUP: 'Up',
  ARROWDOWN: 'Down',
  ARROWLEFT: 'Left',
  ARROWRIGHT: 'Right',
};

/**
 * Write a combination in one spelling: modifiers first and in one order.
 *
 * @example normalShortcut('shift + ctrl+t') //=> 'Ctrl+Shift+T'
 */
function normalShortcut(text: string): string {
  const parts = text.split('+').map(part => {
    const upper = part.trim().toUpperCase();
    return otherNames[upper] ?? upper.charAt(0) + upper.slice(1).toLowerCase();
  });
  const held = modifiers.filter(each => parts.includes(each));
  const keys = parts.filter(each => !(modifiers as readonly string[]).includes(each));
  return [...held, ...keys].join('+');
}

export class Shortcuts {
  private readonly byAction = new Map<string, string | null>();

  /** The combinations of the add-in's actions, null for an action that has none. */
  set(shortcuts: ReadonlyMap<string, string | null>): void {
    this.byAction.clear();
    for (const [action, shortcut] of shortcuts) {
      this.byAction.set(action, shortcut === null ? null : normalShortcut(shortcut));
    }
  }

  get all(): ReadonlyMap<string, string | null> {
    return this.byAction;
  }

  has(action: string): boolean {
    return this.byAction.has(action);
  }

  /** Give an action another combination, or (null) none. */
  replace(action: string, shortcut: string | null): void {
    this.byAction.set(action, shortcut === null ? null : normalShortcut(shortcut));
  }

  /** Whether Excel or the add-in answers to a combination already. */
  isInUse(shortcut: string): boolean {
    const wanted = normalShortcut(shortcut);
    return ownShortcuts.has(wanted) || this.actionOf(wanted) !== null;
  }

  /** The action of a combination, or null. */
  actionOf(shortcut: string): string | null {
    const wanted = normalShortcut(shortcut);
    for (const [action, own] of this.byAction) if (own === wanted) return action;
    return null;
  }
}
