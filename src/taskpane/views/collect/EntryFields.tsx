import { useEffect, useRef } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { collectTexts } from '../../../i18n/pane/collect';
import type { CollectionStep } from '../../../risk/policy/policy';
import type { EntryDraft, EntryField, EntryKind } from '../../model/collect/entryDraft';
import { CollectField } from './CollectField';

interface EntryFieldsProps {
  readonly kind: EntryKind;
  readonly steps: readonly CollectionStep[];
  readonly draft: EntryDraft;
  readonly wrong: EntryField | null;
  /** Of the text that says what is wrong. */
  readonly errorId: string;
  readonly onChange: (change: Partial<EntryDraft>) => void;
}

/** The fields of an entry: first what its kind asks for, which has the focus, then words, day and who. */
export function EntryFields({ kind, steps, draft, wrong, errorId, onChange }: EntryFieldsProps) {
  const words = textsOf(collectTexts);
  const first = useRef<HTMLInputElement & HTMLSelectElement & HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const state = (field: EntryField) => ({
    'aria-invalid': wrong === field || undefined,
    'aria-describedby': wrong === field ? errorId : undefined,
  });
  return (
    <>
      {kind === 'done' && (
        <CollectField label={words.step}>
          <select
            ref={first}
            value={draft.step}
            onChange={({ currentTarget: { value } }) => onChange({ step: value })}
          >
            {steps.map(({ id, name }) => (
              <option key={id} value={id}>
                {name[currentLanguage()]}
              </option>
            ))}
          </select>
        </CollectField>
      )}
      {kind === 'promise' && (
        <>
          <CollectField label={words.promiseDate}>
            <input
              ref={first}
              type="date"
              value={draft.promiseDate}
              {...state('promiseDate')}
              onInput={({ currentTarget: { value } }) => onChange({ promiseDate: value })}
            />
          </CollectField>
          <CollectField label={words.promiseAmount}>
            <input
              type="text"
              inputMode="decimal"
              class="number"
              value={draft.amount}
              {...state('amount')}
              onInput={({ currentTarget: { value } }) => onChange({ amount: value })}
            />
          </CollectField>
        </>
      )}
      <CollectField label={words.noteText} isWide>
        <textarea
          ref={kind === 'note' ? first : undefined}
          rows={2}
          value={draft.note}
          {...state('note')}
          onInput={({ currentTarget: { value } }) => onChange({ note: value })}
        />
      </CollectField>
      <CollectField label={words.date}>
        <input
          type="date"
          value={draft.date}
          {...state('date')}
          onInput={({ currentTarget: { value } }) => onChange({ date: value })}
        />
      </CollectField>
      <CollectField label={words.by}>
        <input
          type="text"
          value={draft.by}
          onInput={({ currentTarget: { value } }) => onChange({ by: value })}
        />
      </CollectField>
    </>
  );
}
