import { useEffect } from 'preact/hooks';
import type { EntryModel } from '../model/entry';
import { focusKeyboard } from './focusKeyboard';

/** Takes the keyboard where nobody has it: who had it before was the sheet that has just gone. */
export function useKeyboardOnArrival(entry: EntryModel): void {
  useEffect(() => {
    if (document.activeElement === document.body) focusKeyboard(entry);
  }, [entry]);
}
