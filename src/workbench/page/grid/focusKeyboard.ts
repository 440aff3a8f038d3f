import type { EntryModel } from '../model/entry';

/** Puts the keyboard back on the sheet, or on the formula bar while a formula in it points at cells. */
export function focusKeyboard(entry: EntryModel): void {
  const isInBar = entry.current.peek()?.place === 'bar';
  const target = isInBar ? '.formula-input textarea' : '.cell-editor, .grid-chart';
  document.querySelector<HTMLElement>(target)?.focus({ preventScroll: true });
}
