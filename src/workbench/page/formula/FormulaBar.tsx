/** Name box and formula bar over the sheet. */
import checkIcon from '@fluentui/svg-icons/icons/checkmark_16_regular.svg';
import dismissIcon from '@fluentui/svg-icons/icons/dismiss_16_regular.svg';
import functionIcon from '@fluentui/svg-icons/icons/math_formula_16_regular.svg';
import { useComputed, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatAddress } from '../../book/address';
import { focusKeyboard } from '../grid/focusKeyboard';
import { pressKey } from '../grid/keyboard';
import { keyboardOf, keyOf } from '../grid/sheetKeyboard';
import { Icon } from '../Icon';
import { editText } from '../model/constantText';
import type { Workbench } from '../model/workbench';
import { cellAddress, isSingleCell } from '../position';
import { useCompletion } from './completion';
import { FormulaHelp } from './FormulaHelp';

export function FormulaBar({ workbench }: { readonly workbench: Workbench }) {
  const { entry, say } = workbench;
  const isTyping = entry.current.value !== null;
  const leave = (finish: () => void): void => {
    finish();
    focusKeyboard(workbench.entry);
  };
  return (
    <section class="formula-bar" aria-label={say.value('formulaBar')}>
      <NameBox workbench={workbench} />
      <div class="formula-buttons">
        <button
          type="button"
          aria-label={say.value('cancelEntry')}
          disabled={!isTyping}
          onPointerDown={event => event.preventDefault()}
          onClick={() => leave(entry.cancel)}
        >
          <Icon source={dismissIcon} />
        </button>
        <button
          type="button"
          aria-label={say.value('commitEntry')}
          disabled={!isTyping}
          onPointerDown={event => event.preventDefault()}
          onClick={() => leave(() => entry.commit())}
        >
          <Icon source={checkIcon} />
        </button>
        <span class="formula-sign">
          <Icon source={functionIcon} />
        </span>
      </div>
      <FormulaInput workbench={workbench} />
    </section>
  );
}

function NameBox({ workbench }: { readonly workbench: Workbench }) {
  const { cursor, say, notices } = workbench;
  const typed = useSignal<string | null>(null);
  const shown = useComputed(() => {
    const { areas, active } = cursor.current.value;
    const last = areas[areas.length - 1];
    return isSingleCell(last) || areas.length > 1 ? cellAddress(active) : formatAddress(last);
  });
  const go = (text: string): void => {
    typed.value = null;
    if (!workbench.goTo(text)) notices.problem(say.peek()('notAnAddress', { text }));
    focusKeyboard(workbench.entry);
  };
  return (
    <input
      class="name-box"
      aria-label={say.value('nameBox')}
      spellcheck={false}
      autocomplete="off"
      value={typed.value ?? shown.value}
      onInput={event => {
        typed.value = event.currentTarget.value;
      }}
      onFocus={event => event.currentTarget.select()}
      onBlur={() => {
        typed.value = null;
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // The key would go on to the sheet, which has the keyboard next.
        event.preventDefault();
        if (event.key === 'Enter') go(event.currentTarget.value);
        else focusKeyboard(workbench.entry);
      }}
    />
  );
}

function FormulaInput({ workbench }: { readonly workbench: Workbench }) {
  const { entry, cursor, books, say } = workbench;
  const box = useRef<HTMLTextAreaElement>(null);
  const completion = useCompletion(workbench, 'bar');
  const current = entry.current.value;
  const text = useComputed(() => {
    if (entry.current.value) return entry.current.value.text;
    books.content.value;
    const { sheet, active } = cursor.current.value;
    return sheet.kind === 'chart' ? '' : barText(workbench, editText(sheet, active, books.book.value));
  });
  const spilled = useComputed(() => {
    books.content.value;
    const { sheet, active } = cursor.current.value;
    const spill = sheet.spill(active.row, active.column);
    return spill !== null && (spill.anchor.row !== active.row || spill.anchor.column !== active.column);
  });
  const isHere = current?.place === 'bar';

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if (element.value !== text.value) element.value = text.value;
    const hasKeyboard = isHere && document.activeElement === element;
    if (
      hasKeyboard &&
      element.selectionStart !== current.caret &&
      element.selectionStart === element.selectionEnd
    ) {
      element.setSelectionRange(current.caret, current.caret);
    }
  }, [text.value, isHere, current?.caret]);

  const followCaret = (): void => {
    const element = box.current!;
    const typing = entry.current.peek();
    // What is not drawn yet has not moved its caret either.
    if (typing?.place === 'bar' && typing.text === element.value) entry.moveCaret(element.selectionStart);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing || completion.press(event)) return;
    const key = keyOf(event);
    if (!ownKeys.has(key.name) || (key.name === 'Enter' && key.isAlt)) return;
    event.preventDefault();
    pressKey(key, keyboardOf(workbench));
    if (entry.current.peek() === null) focusKeyboard(workbench.entry);
  };
  return (
    <div class="formula-input">
      <textarea
        ref={box}
        rows={1}
        class={spilled.value && !current ? 'is-spilled' : ''}
        aria-label={say.value('formulaBar')}
        spellcheck={false}
        autocomplete="off"
        onFocus={event => {
          entry.begin('edit', 'bar');
          const caret = entry.current.peek()?.caret ?? 0;
          event.currentTarget.setSelectionRange(caret, caret);
        }}
        onInput={event => {
          if (!entry.current.peek()) entry.begin('edit', 'bar');
          entry.change(event.currentTarget.value, event.currentTarget.selectionStart);
        }}
        onSelect={followCaret}
        onKeyUp={followCaret}
        onClick={followCaret}
        onKeyDown={press}
      />
      {isHere && (
        <FormulaHelp workbench={workbench} completion={completion} style={{ left: 0, top: '100%' }} />
      )}
    </div>
  );
}

/** Keys that mean here what they mean in a cell. */
const ownKeys: ReadonlySet<string> = new Set(['Enter', 'Tab', 'Escape', 'F4']);

/** A spilled cell shows the formula that fills it, dimmed. */
function barText({ cursor }: Workbench, own: string): string {
  const { sheet, active } = cursor.current.value;
  const spill = sheet.spill(active.row, active.column);
  return own || !spill ? own : (sheet.formula(spill.anchor.row, spill.anchor.column) ?? '');
}
