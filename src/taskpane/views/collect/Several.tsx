import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { collectTexts } from '../../../i18n/pane/collect';
import { createCollectModel } from '../../model/collect/collectModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';

/** What can be done for many customers at once: each gets the letter of its own next step, in its own language. */
export function Several() {
  const pane = usePane();
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const isWorking = pane.work.isWorking.value;
  const shown = collect.shown.value;
  const chosen = shown.filter(({ customer }) => collect.chosen.value.has(customer));
  const isNobody = chosen.length === 0;
  const recordDone = async (): Promise<void> => {
    if (await collect.recordDone(chosen)) collect.chosen.value = new Set();
  };
  return (
    <div class="collectSeveral">
      <p class="collectBar">
        <span role="status">{words.chosen(chosen.length)}</span>
        <Button
          look="subtle"
          class="endsLine"
          onClick={() => {
            collect.chosen.value =
              chosen.length === shown.length ? new Set() : new Set(shown.map(({ customer }) => customer));
          }}
        >
          {chosen.length === shown.length ? words.chooseNone : words.chooseShown(shown.length)}
        </Button>
      </p>
      <div class="collectActions">
        <Button look="primary" disabled={isNobody || isWorking} onClick={() => void collect.printAll(chosen)}>
          {words.printChosen}
        </Button>
        <Button
          disabled={isNobody}
          onClick={() => {
            collect.place.value = { kind: 'mails' };
          }}
        >
          {words.mailChosen}
        </Button>
        <Button disabled={isNobody || isWorking} onClick={() => void recordDone()}>
          {words.doneChosen}
        </Button>
      </div>
      <p class="quiet small">
        {[words.printWill(words.sheets.print), words.doneWill(words.sheets.log)].join(
          texts().sentenceSeparator,
        )}
      </p>
    </div>
  );
}
