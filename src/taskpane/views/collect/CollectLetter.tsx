import copyIcon from '@fluentui/svg-icons/icons/copy_20_regular.svg';
import editIcon from '@fluentui/svg-icons/icons/edit_20_regular.svg';
import printIcon from '@fluentui/svg-icons/icons/print_20_regular.svg';
import { useRef, useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { collectTexts } from '../../../i18n/collect';
import { currentLanguage, type Language } from '../../../i18n/language';
import { isoOfSerial, serialOfIso } from '../../../i18n/numbers';
import type { CollectionCase } from '../../../risk/collection/worklist';
import { copyText } from '../../clipboard';
import { type Collecting, stepOf, stepsOf, textFor } from '../../model/collectCases';
import { createCollectModel } from '../../model/collectModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Choice } from '../../parts/Choice';
import { Layer } from '../../parts/Layer';
import { MessageBar } from '../../parts/MessageBar';
import { printedText } from '../../wording/letterWords';
import { isMailAddress } from '../../wording/mailLink';
import { MailButton } from './MailButton';

const languages: readonly Language[] = ['en', 'zh'];

/** The letter of a step to one customer: read, changed, and sent on as text, mail or paper. */
export function CollectLetter({ collecting, found }: { collecting: Collecting; found: CollectionCase }) {
  const pane = usePane();
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const field = useRef<HTMLTextAreaElement>(null);
  const [step, setStep] = useState(stepOf(collecting, found));
  const [edited, setEdited] = useState<string | null>(null);
  const { customer } = found;
  const { block } = collecting.tiering;
  const language = collect.languageOf(customer);
  const letter = collect.letter(found, step);
  const text = edited ?? letter.text;
  const email = textFor(collecting, 'email', customer);
  const change = (next: () => void): void => {
    next();
    setEdited(null);
  };
  const tellCopied = (isCopied: boolean): void =>
    pane.notices.tell(isCopied ? 'success' : 'warning', () =>
      isCopied ? textsOf(collectTexts).copied : textsOf(collectTexts).notCopied,
    );
  const copy = async (): Promise<void> => tellCopied(await copyText(text, field.current));
  const recordThis = (): Promise<boolean> => collect.recordDone([found], step);
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
      <div class="collectFilters">
        <Choice
          legend={words.language}
          options={languages.map(value => ({ value, label: words.languages[value] }))}
          chosen={language}
          onChoose={value =>
            change(() => {
              collect.languages.value = new Map(collect.languages.value).set(customer, value);
            })
          }
        />
        <label class="collectField">
          <span class="small">{words.step}</span>
          <select
            value={step}
            onChange={({ currentTarget: { value } }) => change(() => setStep(Number(value)))}
          >
            {stepsOf(collecting).map(({ id, name }, index) => (
              <option key={id} value={index}>
                {name[currentLanguage()]}
              </option>
            ))}
          </select>
        </label>
        <label class="collectField">
          <span class="small">{words.date}</span>
          <input
            type="date"
            value={isoOfSerial(collect.day.value, block.is1904)}
            onChange={({ currentTarget: { value } }) => {
              const day = serialOfIso(value, block.is1904);
              if (day === null) return;
              change(() => {
                collect.day.value = day;
              });
            }}
          />
        </label>
      </div>
      <dl class="collectFacts">
        <div>
          <dt class="quiet">{words.subject}</dt>
          <dd>{letter.subject}</dd>
        </div>
      </dl>
      <label class="collectField">
        <span class="small">{words.text}</span>
        <textarea
          ref={field}
          class="collectLetter"
          lang={language === 'zh' ? 'zh-CN' : 'en'}
          rows={16}
          value={text}
          onInput={event => setEdited(event.currentTarget.value)}
        />
      </label>
      {edited !== null && (
        <Button look="subtle" class="startsLine" onClick={() => setEdited(null)}>
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
      {!isMailAddress(email) && <p class="quiet small">{words.noAddress}</p>}
      <p class="quiet small">{words.printWill(words.sheets.print)}</p>
      <div class="block">
        <Button look="subtle" class="startsLine" icon={editIcon} onClick={() => void collect.openLetters()}>
          {words.templates}
        </Button>
        <p class="quiet small">{words.templatesWill(words.sheets.letters)}</p>
      </div>
    </Layer>
  );
}

/** So many mistakes are named; who mends those sees the next. */
const problemsNamed = 5;

/** What keeps letters from being as they should: nobody signs, or a template has a mistake. */
function LetterRemarks({ collecting }: { collecting: Collecting }) {
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const { letterProblems, sender } = collecting;
  return (
    <>
      {sender.ourCompany === '' && (
        <MessageBar intent="info" actions={[{ label: words.templates, run: collect.openLetters }]}>
          {words.noSender}
        </MessageBar>
      )}
      {letterProblems.length > 0 && (
        <MessageBar
          intent="warning"
          title={words.problemsOf(letterProblems.length)}
          actions={[
            { label: words.templates, run: collect.openLetters },
            { label: words.readAgain, run: collect.work },
          ]}
        >
          <ul>
            {letterProblems.slice(0, problemsNamed).map(({ kind, found, row }) => (
              <li key={`${row} ${kind} ${found}`}>{words.problemAt(row + 1, words.problem[kind](found))}</li>
            ))}
          </ul>
        </MessageBar>
      )}
    </>
  );
}
