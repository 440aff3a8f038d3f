import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatAmount, formatDate } from '../../../i18n/numbers';
import { collectTexts } from '../../../i18n/pane/collect';
import type { LogEntry } from '../../../risk/collection/collectionLog';
import { type Collecting, entriesFor, stepName } from '../../model/collect/collectCases';
import { createCollectModel } from '../../model/collect/collectModel';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import type { CaseProps } from './caseProps';

const entriesShown = 20;

/** What was done, promised and noted, latest first. */
export function CaseHistory({ collecting, found }: CaseProps) {
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const entries = [...entriesFor(collecting, found.customer)].reverse();
  return (
    <div class="block">
      <h3>{words.history}</h3>
      {entries.length === 0 ? (
        <p class="quiet">{words.noHistory}</p>
      ) : (
        <ul class="collectHistory">
          {entries.slice(0, entriesShown).map((entry, index) => (
            <Entry key={index} collecting={collecting} entry={entry} />
          ))}
        </ul>
      )}
      {entries.length > entriesShown && (
        <p class="quiet small">{words.moreEntries(entries.length - entriesShown)}</p>
      )}
      {collecting.hasLog && (
        <Button look="subtle" class="startsLine" onClick={() => void collect.showLog()}>
          {words.showLog}
        </Button>
      )}
    </div>
  );
}

function Entry({ collecting, entry }: { collecting: Collecting; entry: LogEntry }) {
  const words = textsOf(collectTexts);
  const language = currentLanguage();
  const date = (serial: number): string => formatDate(serial, collecting.tiering.block.is1904, language);
  const promised = Number.isNaN(entry.promisedAmount) ? '' : formatAmount(entry.promisedAmount, language);
  const said = [
    stepName(collecting, entry.step),
    Number.isNaN(entry.promiseDay) ? '' : words.letterWords.promised(promised, date(entry.promiseDay)),
    entry.by,
  ].filter(part => part !== '');
  return (
    <li>
      <span class="quiet small number">{date(entry.day)}</span>
      <span>{said.join(texts().phraseSeparator)}</span>
      {entry.note !== '' && <span class="small collectNote">{entry.note}</span>}
    </li>
  );
}
