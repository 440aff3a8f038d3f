import { useId } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { collectTexts } from '../../../i18n/collect';
import { currentLanguage } from '../../../i18n/language';
import { formatDate, formatMoney, formatNumber, moneyUnit } from '../../../i18n/numbers';
import type { CollectionCase } from '../../../risk/collection/worklist';
import { type Collecting, stepsOf } from '../../model/collectCases';
import { type CollectFilters, createCollectModel } from '../../model/collectModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Choice } from '../../parts/Choice';
import { HowComputed } from '../../parts/HowComputed';
import { WindowedList } from '../../parts/WindowedList';
import { sourceColumns } from '../../wording/sourceColumns';
import { CollectRow } from './CollectRow';
import { Several } from './Several';

const rowHeight = 52;

/** Everybody to ask for money, the most money times lateness first; what is due today before the rest. */
export function CollectList({ collecting }: { collecting: Collecting }) {
  const pane = usePane();
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const language = currentLanguage();
  const hintId = useId();
  const { tiering, cases, largest, overdueOfDue } = collecting;
  const due = collect.due.value;
  const shown = collect.shown.value;
  const isChoosing = collect.isChoosing.value;
  const chosen = collect.chosen.value;
  if (stepsOf(collecting).length === 0) return <p>{words.noSteps}</p>;
  if (cases.length === 0) return <p>{words.nothingOwed}</p>;

  const unit = moneyUnit(largest, pane.preferences.amountStyle.value, language);
  const inFull = moneyUnit(overdueOfDue, 'full', language);
  const toggle = ({ customer }: CollectionCase): void => {
    const next = new Set(chosen);
    if (!next.delete(customer)) next.add(customer);
    collect.chosen.value = next;
  };
  return (
    <div class="collectList">
      <p class="collectHead">
        <span class="collectCount">{words.dueCount(due.length)}</span>
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
      <Filters collecting={collecting} />
      <div class="collectBar">
        <span class="quiet small" role="status">
          {words.found(shown.length)}
        </span>
        <Button
          look="subtle"
          aria-pressed={isChoosing}
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
        <div class="collectNone">
          <p>{words.none}</p>
          <Button
            onClick={() => {
              collect.filters.value = {
                isDue: due.length > 0,
                step: null,
                salesperson: null,
                isBroken: false,
              };
            }}
          >
            {words.showAll}
          </Button>
        </div>
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

function Filters({ collecting }: { collecting: Collecting }) {
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const language = currentLanguage();
  const filters = collect.filters.value;
  const change = (part: Partial<CollectFilters>): void => {
    collect.filters.value = { ...filters, ...part };
  };
  const count = (cases: readonly CollectionCase[]): string => formatNumber(cases.length, language);
  const salespeople = collect.salespeople.value;
  const broken = collect.broken.value;
  return (
    <div class="collectFilters">
      <Choice
        legend={words.show}
        options={[
          { value: 'due', label: words.due(count(collect.due.value)) },
          { value: 'all', label: words.all(count(collecting.cases)) },
        ]}
        chosen={filters.isDue ? 'due' : 'all'}
        onChoose={value => change({ isDue: value === 'due' })}
      />
      <label class="collectField">
        <span class="small">{words.step}</span>
        <select
          value={filters.step ?? ''}
          onChange={({ currentTarget: { value } }) => change({ step: value === '' ? null : Number(value) })}
        >
          <option value="">{words.anyStep}</option>
          {stepsOf(collecting).map(({ id, name }, index) => (
            <option key={id} value={index}>
              {name[language]}
            </option>
          ))}
          <option value={-1}>{words.allTaken}</option>
        </select>
      </label>
      {salespeople.length > 1 && (
        <label class="collectField">
          <span class="small">{words.salesperson}</span>
          <select
            value={filters.salesperson === null ? '' : `=${filters.salesperson}`}
            onChange={({ currentTarget: { value } }) =>
              change({ salesperson: value === '' ? null : value.slice(1) })
            }
          >
            <option value="">{words.anySalesperson}</option>
            {salespeople.map(name => (
              <option key={name} value={`=${name}`}>
                {name || words.noSalesperson}
              </option>
            ))}
          </select>
        </label>
      )}
      {(broken.length > 0 || filters.isBroken) && (
        <label class="collectTick">
          <input
            type="checkbox"
            checked={filters.isBroken}
            onChange={({ currentTarget: { checked } }) => change({ isBroken: checked })}
          />
          <span>{words.brokenOnly(count(broken))}</span>
        </label>
      )}
    </div>
  );
}
