import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { collectTexts } from '../../../i18n/collect';
import { currentLanguage } from '../../../i18n/language';
import { formatNumber, isoOfSerial, serialOfIso } from '../../../i18n/numbers';
import type { CollectionCase } from '../../../risk/collection/worklist';
import { readAmount } from '../../../risk/ledger/cells/readAmount';
import { type Collecting, stepOf, stepsOf } from '../../model/collectCases';
import { createCollectModel, type Noted } from '../../model/collectModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';

export type EntryKind = 'done' | 'promise' | 'note';

interface EntryFormProps {
  readonly kind: EntryKind;
  readonly collecting: Collecting;
  readonly found: CollectionCase;
  readonly onClose: () => void;
}

type FieldName = 'date' | 'promiseDate' | 'amount' | 'note';

/** What is noted of an action: a step that was done, a promise, or words beside them. */
export function EntryForm({ kind, collecting, found, onClose }: EntryFormProps) {
  const pane = usePane();
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const { asOf, block } = collecting.tiering;
  const first = useRef<HTMLInputElement & HTMLSelectElement & HTMLTextAreaElement>(null);
  const titleId = useId();
  const errorId = useId();
  const [step, setStep] = useState(stepsOf(collecting)[stepOf(collecting, found)].id);
  const [date, setDate] = useState(isoOfSerial(collect.day.value, block.is1904));
  const [promiseDate, setPromiseDate] = useState('');
  const [amount, setAmount] = useState(
    found.overdue > 0 ? formatNumber(found.overdue, currentLanguage(), 2) : '',
  );
  const [note, setNote] = useState('');
  const [by, setBy] = useState(collect.by.value);
  const [wrong, setWrong] = useState<FieldName | null>(null);
  useEffect(() => first.current?.focus(), []);

  const day = serialOfIso(date, block.is1904);
  const promiseDay = serialOfIso(promiseDate, block.is1904);
  const promised = amount.trim() === '' ? Number.NaN : readAmount(amount);
  const mistake: Readonly<Record<FieldName, string>> = {
    date: words.needsDate,
    promiseDate: words.needsPromise,
    amount: words.badAmount,
    note: words.needsNote,
  };
  const findMistake = (): FieldName | null => {
    if (day === null) return 'date';
    if (kind === 'promise' && promiseDay === null) return 'promiseDate';
    if (kind === 'promise' && amount.trim() !== '' && !(promised > 0)) return 'amount';
    return kind === 'note' && note.trim() === '' ? 'note' : null;
  };
  const submit = async (): Promise<void> => {
    const mistaken = findMistake();
    setWrong(mistaken);
    if (mistaken !== null || day === null) return;
    const noted: Noted = {
      day,
      step: kind === 'done' ? step : '',
      promiseDay: kind === 'promise' ? (promiseDay ?? Number.NaN) : Number.NaN,
      promisedAmount: kind === 'promise' ? promised : Number.NaN,
      note: note.trim(),
      by: by.trim(),
    };
    if (await collect.record([found], () => noted)) onClose();
  };
  const state = (field: FieldName) => ({
    'aria-invalid': wrong === field || undefined,
    'aria-describedby': wrong === field ? errorId : undefined,
  });
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
      {kind === 'done' && (
        <label class="collectField">
          <span class="small">{words.step}</span>
          <select ref={first} value={step} onChange={event => setStep(event.currentTarget.value)}>
            {stepsOf(collecting).map(({ id, name }) => (
              <option key={id} value={id}>
                {name[currentLanguage()]}
              </option>
            ))}
          </select>
        </label>
      )}
      {kind === 'promise' && (
        <>
          <label class="collectField">
            <span class="small">{words.promiseDate}</span>
            <input
              ref={first}
              type="date"
              value={promiseDate}
              {...state('promiseDate')}
              onInput={event => setPromiseDate(event.currentTarget.value)}
            />
          </label>
          <label class="collectField">
            <span class="small">{words.promiseAmount}</span>
            <input
              type="text"
              inputMode="decimal"
              class="number"
              value={amount}
              {...state('amount')}
              onInput={event => setAmount(event.currentTarget.value)}
            />
          </label>
        </>
      )}
      <label class="collectField collectWide">
        <span class="small">{words.noteText}</span>
        <textarea
          ref={kind === 'note' ? first : undefined}
          rows={2}
          value={note}
          {...state('note')}
          onInput={event => setNote(event.currentTarget.value)}
        />
      </label>
      <label class="collectField">
        <span class="small">{words.date}</span>
        <input
          type="date"
          value={date}
          {...state('date')}
          onInput={event => setDate(event.currentTarget.value)}
        />
      </label>
      <label class="collectField">
        <span class="small">{words.by}</span>
        <input type="text" value={by} onInput={event => setBy(event.currentTarget.value)} />
      </label>
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
