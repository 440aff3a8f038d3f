import { useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { collectTexts } from '../../../i18n/collect';
import { howComputedTexts } from '../../../i18n/howComputed';
import { currentLanguage } from '../../../i18n/language';
import { formatAmount, formatDate, formatNumber } from '../../../i18n/numbers';
import type { LogEntry } from '../../../risk/collection/collectionLog';
import type { CollectionCase } from '../../../risk/collection/worklist';
import {
  allItems,
  type Collecting,
  entriesFor,
  stepName,
  stepOf,
  stepsOf,
  textFor,
} from '../../model/collectCases';
import { createCollectModel } from '../../model/collectModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { HowComputed } from '../../parts/HowComputed';
import { Layer } from '../../parts/Layer';
import { sourceColumns } from '../../wording/sourceColumns';
import { channelIcons } from './channelIcons';
import { EntryForm, type EntryKind } from './EntryForm';
import { stepWords } from './stepWords';

interface CaseProps {
  readonly collecting: Collecting;
  readonly found: CollectionCase;
}

/** One customer: what it owes, what was done and promised, and what to do now. */
export function CollectCase({ collecting, found }: CaseProps) {
  const pane = usePane();
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const [form, setForm] = useState<EntryKind | null>(null);
  const { customer } = found;
  const { table } = collecting.tiering.assessment;
  const step = stepsOf(collecting)[stepOf(collecting, found)];
  const letterName = { mail: words.letter, letter: words.letter, phone: words.script, legal: words.handOver };
  const kinds = ['done', 'promise', 'note'] as const;
  const names = { done: words.done, promise: words.promiseAction, note: words.note };
  return (
    <Layer
      title={table.customers[customer]}
      onBack={() => {
        collect.place.value = { kind: 'list' };
      }}
    >
      <Facts collecting={collecting} found={found} />
      <div class="collectActions collectCaseActions">
        <Button
          look="primary"
          icon={channelIcons[step.channel]}
          onClick={() => {
            collect.place.value = { kind: 'letter', customer };
          }}
        >
          {letterName[step.channel]}
        </Button>
        {kinds.map(kind => (
          <Button
            key={kind}
            aria-expanded={form === kind}
            onClick={() => setForm(before => (before === kind ? null : kind))}
          >
            {names[kind]}
          </Button>
        ))}
      </div>
      {form !== null && (
        <EntryForm
          key={form}
          kind={form}
          collecting={collecting}
          found={found}
          onClose={() => setForm(null)}
        />
      )}
      <Items collecting={collecting} found={found} />
      <History collecting={collecting} found={found} />
      <div class="block">
        <Button onClick={() => pane.openCustomer(customer)}>{words.openCustomer}</Button>
      </div>
    </Layer>
  );
}

function Facts({ collecting, found }: CaseProps) {
  const words = textsOf(collectTexts);
  const how = textsOf(howComputedTexts);
  const language = currentLanguage();
  const { tiering } = collecting;
  const { metrics } = tiering.assessment.table;
  const date = (serial: number): string => formatDate(serial, tiering.block.is1904, language);
  const next = stepsOf(collecting)[found.step];
  const money = (amount: number): string => `${tiering.currency} ${formatAmount(amount, language)}`.trim();
  const credits = Math.abs(metrics.unappliedCredits[found.customer]);
  const disputed = metrics.disputed[found.customer];
  const said = (['contact', 'email', 'salesperson'] as const)
    .map(field => textFor(collecting, field, found.customer))
    .filter(text => text !== '');
  const facts = [
    [
      words.nextStep,
      next === undefined
        ? words.allTaken
        : [next.name[language], stepWords(collecting, found)].join(texts().phraseSeparator),
    ],
    [
      words.lastStep,
      found.lastStep < 0
        ? words.noneYet
        : [stepsOf(collecting)[found.lastStep].name[language], date(found.lastDay)].join(
            texts().phraseSeparator,
          ),
    ],
    ...(found.promise === 'none'
      ? []
      : [
          [
            words.promise,
            found.promise === 'broken'
              ? words.promiseBroken(date(found.promiseDay))
              : words.openPromise(date(found.promiseDay)),
          ],
        ]),
  ];
  return (
    <>
      {said.length > 0 && <p class="quiet small collectSaid">{said.join(texts().phraseSeparator)}</p>}
      <ul class="collectFacts">
        <li>
          <HowComputed
            note={[words.how.overdue, words.how.order].join(texts().sentenceSeparator)}
            worked={words.how.worked(money(found.overdue), formatAmount(found.moneyDays, language))}
            source={sourceColumns('overdue', tiering)}
          >
            <span>{words.overdue}</span> <span class="number">{money(found.overdue)}</span>
          </HowComputed>
        </li>
        {found.step >= 0 && (
          <li>
            <HowComputed note={how.stepAmount} source={sourceColumns('overdue', tiering)}>
              <span>{words.stepAmount}</span> <span class="number">{money(found.amount)}</span>
            </HowComputed>
          </li>
        )}
        {found.oldestDays > 0 && (
          <li>
            <HowComputed note={how.note('oldestDays')} source={sourceColumns('oldestDays', tiering)}>
              <span>{words.days}</span> <span class="number">{formatNumber(found.oldestDays, language)}</span>
            </HowComputed>
          </li>
        )}
      </ul>
      <dl class="collectFacts">
        {facts.map(([name, fact]) => (
          <div key={name}>
            <dt class="quiet">{name}</dt>
            <dd class={name === words.promise && found.promise === 'broken' ? 'collectBroken' : ''}>
              {fact}
            </dd>
          </div>
        ))}
      </dl>
      {credits > 0 && <p class="quiet small">{words.creditsKept(money(credits))}</p>}
      {disputed > 0 && <p class="quiet small">{words.disputedLeftOut(money(disputed))}</p>}
    </>
  );
}

/** So many are read in a pane; the rest is in the letter. */
const itemsShown = 50;

function Items({ collecting, found }: CaseProps) {
  const words = textsOf(collectTexts);
  const language = currentLanguage();
  const items = allItems(collecting, found.customer);
  const date = (serial: number): string => formatDate(serial, collecting.tiering.block.is1904, language);
  return (
    <div class="block">
      <h3>{words.items}</h3>
      <table class="collectItems small">
        <thead>
          <tr>
            <th scope="col">{words.invoiceNo}</th>
            <th scope="col">{words.dueDate}</th>
            <th scope="col">{words.days}</th>
            <th scope="col">{words.amount}</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, itemsShown).map(({ document, dueDay, days, amount }, index) => (
            <tr key={index} class={days > 0 ? '' : 'quiet'}>
              <td>{document || (Number.isNaN(dueDay) ? words.statedSum : words.letterWords.unnamed)}</td>
              <td class="number">{date(dueDay)}</td>
              <td class="number">{days > 0 ? days : '–'}</td>
              <td>
                <span class="number">{formatNumber(amount, language, 2)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length > itemsShown && <p class="quiet small">{words.moreItems(items.length - itemsShown)}</p>}
    </div>
  );
}

const entriesShown = 20;

function History({ collecting, found }: CaseProps) {
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
