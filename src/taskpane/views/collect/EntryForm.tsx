import { useId, useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { formatNumber, isoOfSerial, serialOfIso } from '../../../i18n/numbers';
import { collectTexts } from '../../../i18n/pane/collect';
import { stepOf, stepsOf } from '../../model/collect/collectCases';
import { createCollectModel } from '../../model/collect/collectModel';
import { type EntryDraft, type EntryField, type EntryKind, readEntry } from '../../model/collect/entryDraft';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import type { CaseProps } from './caseProps';
import { EntryFields } from './EntryFields';

interface EntryFormProps extends CaseProps {
  readonly kind: EntryKind;
  readonly onClose: () => void;
}

/** What is noted of an action: a step that was done, a promise, or words beside them. */
export function EntryForm({ kind, collecting, found, onClose }: EntryFormProps) {
  const pane = usePane();
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const { asOf, block } = collecting.tiering;
  const titleId = useId();
  const errorId = useId();
  const [draft, setDraft] = useState<EntryDraft>(() => ({
    step: stepsOf(collecting)[stepOf(collecting, found)].id,
    date: isoOfSerial(collect.day.value, block.is1904),
    promiseDate: '',
    amount: found.overdue > 0 ? formatNumber(found.overdue, currentLanguage(), 2) : '',
    note: '',
    by: collect.by.value,
  }));
  const [wrong, setWrong] = useState<EntryField | null>(null);

  const mistake: Readonly<Record<EntryField, string>> = {
    date: words.needsDate,
    promiseDate: words.needsPromise,
    amount: words.badAmount,
    note: words.needsNote,
  };
  const submit = async (): Promise<void> => {
    const { noted, mistaken } = readEntry(kind, draft, block.is1904);
    setWrong(mistaken);
    if (noted !== null && (await collect.record([found], () => noted))) onClose();
  };
  const day = serialOfIso(draft.date, block.is1904);
  return (
    <form
      class="collectForm"
      aria-labelledby={titleId}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3 id={titleId}>{words.form[kind]}</h3>
      <EntryFields
        kind={kind}
        steps={stepsOf(collecting)}
        draft={draft}
        wrong={wrong}
        errorId={errorId}
        onChange={change => setDraft(before => ({ ...before, ...change }))}
      />
      <div role="alert" class="collectWide">
        {wrong !== null && (
          <p id={errorId} class="collectBroken small">
            {mistake[wrong]}
          </p>
        )}
      </div>
      {day !== null && day > asOf.serial && <p class="small collectWide">{words.laterThanAsOf}</p>}
      <p class="quiet small collectWide">{words.formWill(words.sheets.log)}</p>
      <div class="collectActions collectWide">
        <Button look="primary" disabled={pane.work.isWorking.value} onClick={() => void submit()}>
          {words.record}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}
