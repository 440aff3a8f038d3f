import copyIcon from '@fluentui/svg-icons/icons/copy_20_regular.svg';
import editIcon from '@fluentui/svg-icons/icons/edit_20_regular.svg';
import printIcon from '@fluentui/svg-icons/icons/print_20_regular.svg';
import { useRef, useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage, languageTags } from '../../../i18n/language';
import { collectTexts } from '../../../i18n/pane/collect';
import { copyText } from '../../clipboard';
import { stepOf, stepsOf, textFor } from '../../model/collect/collectCases';
import { createCollectModel } from '../../model/collect/collectModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import { MessageBar } from '../../parts/MessageBar';
import { printedText } from '../../wording/letterWords';
import { isMailAddress } from '../../wording/mailLink';
import { CollectField } from './CollectField';
import type { CaseProps } from './caseProps';
import { LetterChoices } from './LetterChoices';
import { LetterRemarks } from './LetterRemarks';
import { MailButton } from './MailButton';

/** The letter of a step to one customer: read, changed, and sent on as text, mail or paper. */
export function CollectLetter({ collecting, found }: CaseProps) {
  const pane = usePane();
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const field = useRef<HTMLTextAreaElement>(null);
  const [step, setStep] = useState(stepOf(collecting, found));
  const [edited, setEdited] = useState<string | null>(null);
  const { customer } = found;
  const language = collect.languageOf(customer);
  const letter = collect.letter(found, step);
  const text = edited ?? letter.text;
  const email = textFor(collecting, 'email', customer);
  const writeAgain = (): void => setEdited(null);
  const tellCopied = (isCopied: boolean): void =>
    pane.notices.tell(isCopied ? 'success' : 'warning', () =>
      isCopied ? textsOf(collectTexts).copied : textsOf(collectTexts).notCopied,
    );
  const copy = async (): Promise<void> => tellCopied(await copyText(text, field.current));
  const recordThis = collect.recordingDone([found], step);
  const print = (): Promise<void> =>
    collect.print([edited === null ? letter.printed : printedText(edited)], language, recordThis);
  return (
    <Layer
      title={stepsOf(collecting)[step].name[currentLanguage()]}
      onBack={() => {
        collect.place.value = { kind: 'case', customer };
      }}
    >
      <LetterRemarks collecting={collecting} />
      <LetterChoices
        collecting={collecting}
        customer={customer}
        step={step}
        onStep={next => {
          setStep(next);
          writeAgain();
        }}
        onChange={writeAgain}
      />
      {letter.asksNothing && <MessageBar intent="warning">{words.asksNothing}</MessageBar>}
      <dl class="collectFacts">
        <div>
          <dt class="quiet">{words.subject}</dt>
          <dd>{letter.subject}</dd>
        </div>
      </dl>
      <CollectField label={words.text}>
        <textarea
          ref={field}
          class="collectLetter"
          lang={languageTags[language]}
          rows={16}
          value={text}
          onInput={event => setEdited(event.currentTarget.value)}
        />
      </CollectField>
      {edited !== null && (
        <Button look="subtle" class="startsLine" onClick={writeAgain}>
          {words.resetText}
        </Button>
      )}
      <div class="collectActions">
        <Button look="primary" icon={copyIcon} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <MailButton
          email={email}
          subject={letter.subject}
          text={text}
          label={words.mail}
          onTooLong={() => void copy()}
        />
        <Button icon={printIcon} disabled={pane.work.isWorking.value} onClick={() => void print()}>
          {words.print}
        </Button>
        <Button disabled={pane.work.isWorking.value} onClick={() => void recordThis()}>
          {words.recordDone}
        </Button>
      </div>
      <div class="collectNotes quiet small">
        {!isMailAddress(email) && <p>{words.noAddress}</p>}
        <p>{words.printWill(words.sheets.print)}</p>
      </div>
      <div class="block">
        <Button look="subtle" class="startsLine" icon={editIcon} onClick={() => void collect.openLetters()}>
          {words.templates}
        </Button>
        <p class="quiet small">{words.templatesWill(words.sheets.letters)}</p>
      </div>
    </Layer>
  );
}
