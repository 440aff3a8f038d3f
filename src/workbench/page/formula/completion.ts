/** Choosing a function from the list while its name is typed, by keyboard or mouse. */
import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { Entry } from '../model/entryEdits';
import type { Workbench } from '../model/workbench';
import { builtInFunctions } from './builtInFunctions';
import { suggestionsAt } from './formulaText';
import type { FunctionDescription } from './functionList';

export interface Completion {
  readonly matches: ReadonlySignal<readonly FunctionDescription[]>;
  readonly chosen: ReadonlySignal<number>;
  /** True when the key was for the list. */
  press(event: KeyboardEvent): boolean;
  accept(order: number): void;
}

/** The add-in's functions first, then Excel's own. */
export const offeredFunctions = (ofAddIn: readonly FunctionDescription[]): readonly FunctionDescription[] => [
  ...ofAddIn,
  ...builtInFunctions(),
];

/** @param place only what is typed there is completed there */
export function useCompletion(workbench: Workbench, place: Entry['place']): Completion {
  const { entry, addIn } = workbench;
  const chosen = useSignal(0);
  const isDismissed = useSignal(false);
  const suggestion = useComputed(() => {
    const current = entry.current.value;
    if (!current || current.place !== place) return null;
    return suggestionsAt(current.text, current.caret, offeredFunctions(addIn.functions.value));
  });
  const matches = useComputed(() => (isDismissed.value ? [] : (suggestion.value?.matches ?? [])));
  useSignalEffect(() => {
    suggestion.value;
    chosen.value = 0;
    isDismissed.value = false;
  });

  const accept = (order: number): void => {
    const current = entry.current.peek();
    const start = suggestion.peek()?.start;
    const wanted = matches.peek()[order];
    if (!current || start === undefined || !wanted) return;
    const rest = current.text.slice(current.caret);
    const call = rest.startsWith('(') ? wanted.name : `${wanted.name}(`;
    entry.change(current.text.slice(0, start) + call + rest, start + call.length);
  };
  const press = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => {
    const count = matches.peek().length;
    if (count === 0 || ctrlKey || metaKey) return false;
    switch (key) {
      case 'ArrowDown':
        chosen.value = (chosen.peek() + 1) % count;
        return true;
      case 'ArrowUp':
        chosen.value = (chosen.peek() + count - 1) % count;
        return true;
      case 'Tab':
        accept(chosen.peek());
        return true;
      case 'Escape':
        isDismissed.value = true;
        return true;
      default:
        return false;
    }
  };
  return {
    matches,
    chosen,
    accept,
    press(event) {
      const isForList = press(event);
      if (isForList) event.preventDefault();
      return isForList;
    },
  };
}
