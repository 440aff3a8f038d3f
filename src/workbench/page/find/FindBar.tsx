/** The bar over the sheet in which one types what to find, and what to put in its place. */
import downIcon from '@fluentui/svg-icons/icons/chevron_down_16_regular.svg';
import upIcon from '@fluentui/svg-icons/icons/chevron_up_16_regular.svg';
import dismissIcon from '@fluentui/svg-icons/icons/dismiss_16_regular.svg';
import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { focusKeyboard } from '../grid/focusKeyboard';
import { Icon } from '../Icon';
import type { Workbench } from '../model/workbench';
import type { Say } from '../texts';
import type { FindModel, FindOutcome } from './findModel';

export function FindBar({ workbench }: { readonly workbench: Workbench }) {
  const { entry, find, say } = workbench;
  const input = useRef<HTMLInputElement>(null);
  const isReplacing = find.isReplacing.value;
  // Also when it is open and asked for in its other shape.
  useEffect(() => input.current?.select(), [isReplacing]);
  const close = (): void => {
    find.isOpen.value = false;
    focusKeyboard(entry);
  };
  const text = say.value;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not known everywhere yet
    <div
      class="find-bar"
      role="search"
      aria-label={text('find')}
      onKeyDown={event => {
        if (!pressInBar(find, event, input.current, close)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div class="find-line">
        <FindInput field={input} label={text('findText')} content={find.text} />
        <FindButton icon={upIcon} label={text('findPrevious')} onPress={() => find.go(-1)} />
        <FindButton icon={downIcon} label={text('findNext')} onPress={() => find.go(1)} />
        <FindButton icon={dismissIcon} label={text('closeFind')} onPress={close} />
      </div>
      {isReplacing && <ReplaceLine find={find} say={text} />}
      <div class="find-line">
        <FindOption label={text('matchCase')} isOn={find.isCaseSensitive} />
        <FindOption label={text('wholeCell')} isOn={find.isWhole} />
      </div>
      <span role="status">{outcomeText(find.outcome.value, text)}</span>
    </div>
  );
}

/** Enter goes on from the first box, Escape leads out; Ctrl+F and Ctrl+H turn the bar into the other. */
function pressInBar(
  find: FindModel,
  event: KeyboardEvent,
  input: HTMLInputElement | null,
  close: () => void,
): boolean {
  const { key, shiftKey, target } = event;
  const isControl = event.ctrlKey || event.metaKey;
  if (key === 'Escape') close();
  else if (key === 'Enter' && target === input) find.go(shiftKey ? -1 : 1);
  else if (isControl && key === 'h') find.open(true);
  else if (isControl && key === 'f') find.open(false);
  else return false;
  return true;
}

function outcomeText(outcome: FindOutcome | null, say: Say): string {
  if (outcome === null) return '';
  return outcome.kind === 'missing'
    ? say('notFound', { text: outcome.text })
    : say(outcome.count === 1 ? 'replacedOne' : 'replaced', { count: outcome.count });
}

function ReplaceLine({ find, say }: { readonly find: FindModel; readonly say: Say }) {
  return (
    <div class="find-line">
      <FindInput label={say('replaceText')} content={find.replacement} />
      <button type="button" class="quiet-button find-words" onClick={find.replace}>
        {say('replace')}
      </button>
      <button type="button" class="quiet-button find-words" onClick={find.replaceAll}>
        {say('replaceAll')}
      </button>
    </div>
  );
}

interface FindInputProps {
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly content: Signal<string>;
}

function FindInput({ field, label, content }: FindInputProps) {
  return (
    <input
      ref={field as RefObject<HTMLInputElement> | undefined}
      aria-label={label}
      placeholder={label}
      value={content.value}
      spellcheck={false}
      onInput={event => {
        content.value = event.currentTarget.value;
      }}
    />
  );
}

function FindOption({ label, isOn }: { readonly label: string; readonly isOn: Signal<boolean> }) {
  return (
    <label class="find-option">
      <input
        type="checkbox"
        checked={isOn.value}
        onChange={event => {
          isOn.value = event.currentTarget.checked;
        }}
      />
      {label}
    </label>
  );
}

interface FindButtonProps {
  readonly icon: string;
  readonly label: string;
  onPress(): void;
}

function FindButton({ icon, label, onPress }: FindButtonProps) {
  return (
    <button type="button" class="quiet-button" aria-label={label} title={label} onClick={onPress}>
      <Icon source={icon} />
    </button>
  );
}
