/** The bar over the sheet in which one types what to find. */
import downIcon from '@fluentui/svg-icons/icons/chevron_down_16_regular.svg';
import upIcon from '@fluentui/svg-icons/icons/chevron_up_16_regular.svg';
import dismissIcon from '@fluentui/svg-icons/icons/dismiss_16_regular.svg';
import { useEffect, useRef } from 'preact/hooks';
import { focusKeyboard } from '../grid/focusKeyboard';
import { Icon } from '../Icon';
import type { Workbench } from '../model/workbench';

export function FindBar({ workbench }: { readonly workbench: Workbench }) {
  const { entry, find, say } = workbench;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const close = (): void => {
    find.isOpen.value = false;
    focusKeyboard(entry);
  };
  const missing = find.missing.value;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not known everywhere yet
    <div
      class="find-bar"
      role="search"
      aria-label={say.value('find')}
      onKeyDown={event => {
        if (event.key === 'Escape') close();
        else if (event.key === 'Enter' && event.target === input.current) find.go(event.shiftKey ? -1 : 1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <input
        ref={input}
        aria-label={say.value('findText')}
        placeholder={say.value('findText')}
        value={find.text.value}
        spellcheck={false}
        onInput={event => {
          find.text.value = event.currentTarget.value;
        }}
      />
      <FindButton icon={upIcon} label={say.value('findPrevious')} onPress={() => find.go(-1)} />
      <FindButton icon={downIcon} label={say.value('findNext')} onPress={() => find.go(1)} />
      <FindButton icon={dismissIcon} label={say.value('closeFind')} onPress={close} />
      <span role="status">{missing === null ? '' : say.value('notFound', { text: missing })}</span>
    </div>
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
