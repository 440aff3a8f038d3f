import { textsOf } from '../../../i18n/bilingual';
import { collectTexts } from '../../../i18n/pane/collect';
import { copyText } from '../../clipboard';
import { type Collecting, textFor } from '../../model/collect/collectCases';
import { createCollectModel } from '../../model/collect/collectModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import { MailButton } from './MailButton';

/** Nobody opens more mails by hand; more would also be slow to write. */
const mostLinks = 50;

/** A mail for each customer chosen, each in its own language. */
export function MailLinks({ collecting }: { collecting: Collecting }) {
  const pane = usePane();
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const chosen = collect.shown.value.filter(({ customer }) => collect.chosen.value.has(customer));
  const { customers } = collecting.tiering.assessment.table;
  const copy = async (text: string): Promise<void> => {
    const isCopied = await copyText(text, null);
    pane.notices.tell(isCopied ? 'success' : 'warning', () =>
      isCopied ? textsOf(collectTexts).copied : textsOf(collectTexts).notCopied,
    );
  };
  return (
    <Layer
      title={words.mailsTitle(chosen.length)}
      onBack={() => {
        collect.place.value = { kind: 'list' };
      }}
    >
      <p class="quiet">{words.mailsLead}</p>
      <ul class="collectMails">
        {chosen.slice(0, mostLinks).map(found => {
          const { subject, text } = collect.letter(found);
          return (
            <li key={found.customer}>
              <p class="quiet small">{textFor(collecting, 'email', found.customer) || words.noAddress}</p>
              <MailButton
                email={textFor(collecting, 'email', found.customer)}
                subject={subject}
                text={text}
                label={words.mailTo(customers[found.customer])}
                onTooLong={() => void copy(text)}
              />
            </li>
          );
        })}
      </ul>
      {chosen.length > mostLinks && <p>{words.mailsMore(chosen.length - mostLinks)}</p>}
      <div class="collectActions">
        <Button
          look="primary"
          disabled={chosen.length === 0 || pane.work.isWorking.value}
          onClick={() => void collect.recordDone(chosen)}
        >
          {words.doneChosen}
        </Button>
      </div>
      <p class="quiet small">{words.doneWill(words.sheets.log)}</p>
    </Layer>
  );
}
