import { useId } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatDate, formatMoney, formatNumber, moneyUnit } from '../../../i18n/numbers';
import { collectTexts } from '../../../i18n/pane/collect';
import type { CollectionCase } from '../../../risk/collection/worklist';
import { type Collecting, stepsOf } from '../../model/collect/collectCases';
import { createCollectModel } from '../../model/collect/collectModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { HowComputed } from '../../parts/HowComputed';
import { WindowedList } from '../../parts/WindowedList';
import { sourceColumns } from '../../wording/sourceColumns';
import { CollectFilterFields } from './CollectFilterFields';
import { CollectRow } from './CollectRow';
import { Several } from './Several';

const rowHeight = 52;

/** Everybody to ask for money, the most money times lateness first; what is due today before the rest. */
export function CollectList({ collecting }: { collecting: Collecting }) {
  const pane = usePane();
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const hintId = useId();
  const { tiering, cases, largest } = collecting;
  const shown = collect.shown.value;
  const isChoosing = collect.isChoosing.value;
  const chosen = collect.chosen.value;
  if (stepsOf(collecting).length === 0) return <p>{words.noSteps}</p>;
  if (cases.length === 0) return <p>{words.nothingOwed}</p>;

  const unit = moneyUnit(largest, pane.preferences.amountStyle.value, currentLanguage());
  const toggle = ({ customer }: CollectionCase): void => {
    const next = new Set(chosen);
    if (!next.delete(customer)) next.add(customer);
    collect.chosen.value = next;
  };
  return (
    <div class="collectList">
      <Head collecting={collecting} />
      <CollectFilterFields collecting={collecting} />
      <div class="collectBar">
        <span class="quiet small" role="status">
          {words.found(shown.length)}
        </span>
        <Button
          look="subtle"
          class={isChoosing ? '' : 'endsLine'}
          onClick={() => {
            collect.isChoosing.value = !isChoosing;
          }}
        >
          {isChoosing ? words.severalEnd : words.several}
        </Button>
      </div>
      {isChoosing && <Several />}
      <p id={hintId} class="onlyHeard">
        {isChoosing ? words.chooseHint : words.listHint}
      </p>
      {shown.length === 0 ? (
        <NobodyFound all={cases.length} />
      ) : (
        <div class="collectRows">
          <WindowedList
            items={shown}
            rowHeight={rowHeight}
            label={words.list}
            describedBy={hintId}
            keyOf={({ customer }) => customer}
            nameOf={({ customer }) => tiering.assessment.table.customers[customer]}
            onOpen={found => {
              if (isChoosing) toggle(found);
              else collect.place.value = { kind: 'case', customer: found.customer };
            }}
            isChosen={isChoosing ? ({ customer }) => chosen.has(customer) : undefined}
            renderItem={found => (
              <CollectRow
                collecting={collecting}
                found={found}
                unit={unit}
                isChosen={isChoosing ? chosen.has(found.customer) : undefined}
              />
            )}
          />
        </div>
      )}
    </div>
  );
}

/** How many are due and what they owe overdue. */
function Head({ collecting }: { collecting: Collecting }) {
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const language = currentLanguage();
  const { tiering, overdueOfDue } = collecting;
  const inFull = moneyUnit(overdueOfDue, 'full', language);
  return (
    <>
      <p class="collectHead">
        <span class="collectCount">{words.dueCount(collect.due.value.length)}</span>
        <span class="quiet small">
          {words.asOf(formatDate(tiering.asOf.serial, tiering.block.is1904, language))}
        </span>
      </p>
      {overdueOfDue > 0 && (
        <HowComputed
          note={[words.how.overdue, words.how.order].join(texts().sentenceSeparator)}
          source={sourceColumns('overdue', tiering)}
        >
          <span class="number">
            {words.overdueOfDue(`${tiering.currency} ${formatMoney(overdueOfDue, inFull, language)}`.trim())}
          </span>
        </HowComputed>
      )}
    </>
  );
}

/** Nobody passes the filters: all of them are taken away at once, also that of what is due where nothing is. */
function NobodyFound({ all }: { all: number }) {
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const isAnybodyDue = collect.due.value.length > 0;
  const isForWantOfDue = collect.filters.value.isDue && !isAnybodyDue;
  const showAll = (): void => {
    collect.filters.value = {
      isDue: isAnybodyDue,
      step: null,
      salesperson: null,
      isBroken: false,
    };
  };
  return (
    <div class="collectNone">
      <p>{isForWantOfDue ? words.noneDue : words.none}</p>
      <Button onClick={showAll}>
        {isAnybodyDue ? words.showAll : words.all(formatNumber(all, currentLanguage()))}
      </Button>
    </div>
  );
}
