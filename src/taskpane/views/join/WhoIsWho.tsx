import { useId } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatShare, type MoneyUnit } from '../../../i18n/numbers';
import { joinTexts } from '../../../i18n/pane/join';
import { chosenMatchTexts } from '../../../i18n/sheets/chosenMatches';
import type { ListMatch } from '../../model/join/joinedLedger';
import { createJoinModel } from '../../model/join/joinModel';
import type { OpenedCustomer } from '../../model/join/openedCustomer';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import { Money } from '../../parts/Money';
import { CustomerSearch } from './CustomerSearch';
import { useJoinUnit } from './useJoinUnit';

interface WhoIsWhoProps {
  readonly match: ListMatch;
  readonly opened: OpenedCustomer;
}

/** One customer of one sheet: with whom of the other it is matched and why, who else it may be, and what the user says. */
export function WhoIsWho({ match, opened }: WhoIsWhoProps) {
  const { matching } = usePart(createJoinModel);
  const words = textsOf(joinTexts);
  const unit = useJoinUnit(match.report);
  return (
    <Layer
      key={`${opened.of} ${opened.index}`}
      title={opened.name || texts().customers.unnamed}
      onBack={matching.close}
    >
      <div class="block">
        <dl class="whoFacts">
          <div>
            <dt class="quiet">{opened.of === 'ledger' ? words.inLedger : words.onList}</dt>
            <dd>
              <NumberOf number={opened.number} />
              <KnownMoney amount={opened.exposure} unit={unit} />
            </dd>
          </div>
          <MatchedWith opened={opened} unit={unit} />
        </dl>
        <Actions opened={opened} />
        <p class="quiet small">{words.choiceWill(textsOf(chosenMatchTexts).sheetTitle)}</p>
      </div>
      <MayBe unit={unit} />
      <CustomerSearch
        search={matching.otherSearch}
        customers={matching.others.value}
        label={words.search}
        listLabel={words.mayBeHint}
        onOpen={index => void matching.match(index)}
        renderItem={index => <OtherRow index={index} reason="" unit={unit} />}
      />
    </Layer>
  );
}

function NumberOf({ number }: { number: string }) {
  return number === '' ? null : <span class="quiet">{textsOf(joinTexts).numbered(number)}</span>;
}

/** Most customer lists do not state what is owed. */
function KnownMoney({ amount, unit }: { amount: number; unit: MoneyUnit }) {
  return Number.isNaN(amount) ? null : <Money amount={amount} unit={unit} />;
}

function MatchedWith({ opened, unit }: { opened: OpenedCustomer; unit: MoneyUnit }) {
  const { matching } = usePart(createJoinModel);
  const words = textsOf(joinTexts);
  const { names, numbers } = matching.others.value;
  const { reason } = opened;
  const isMatched = opened.with.length > 0;
  return (
    <div>
      <dt class="quiet">{words.matched}</dt>
      <dd>
        <output class="whoMatch">
          {opened.isLost && <span class="whoReason">{words.lostChoice}</span>}
          {opened.with.slice(0, 1).map(index => (
            <span key={index} class="whoName">
              <strong>{names[index] || texts().customers.unnamed}</strong>
              {opened.with.length > 1 && ` +${opened.with.length - 1}`}{' '}
              <NumberOf number={numbers?.[index] ?? ''} />{' '}
              <KnownMoney amount={matching.other(index).exposure} unit={unit} />
            </span>
          ))}
          <span class="whoReason quiet small">
            {isMatched && reason !== 'none' && reason !== 'several' && words.matchedBy(words.reason[reason])}
            {!isMatched && reason === 'several' && words.matchedSeveral}
            {!isMatched && reason === 'none' && (opened.isChosen ? words.keptApart : words.matchedNone)}
          </span>
        </output>
      </dd>
    </div>
  );
}

function Actions({ opened }: { opened: OpenedCustomer }) {
  const model = usePart(createJoinModel);
  const { matching } = model;
  const words = textsOf(joinTexts);
  const [other] = opened.with;
  const isOfLedger = opened.of === 'ledger';
  const next = matching.next.value;
  return (
    <div class="whoActions">
      {isOfLedger && other !== undefined && !opened.isChosen && (
        <Button look="primary" onClick={() => void matching.match(other)}>
          {words.same}
        </Button>
      )}
      {isOfLedger && other !== undefined && (
        <Button onClick={() => void matching.keepApart()}>{words.notSame}</Button>
      )}
      {isOfLedger && (opened.isChosen || opened.isLost) && (
        <Button onClick={() => void matching.forget()}>{words.forget}</Button>
      )}
      <Button
        onClick={() => void (isOfLedger ? model.showCustomer(opened.index) : model.showEntry(opened.index))}
      >
        {words.show}
      </Button>
      {next !== null && (
        <Button look="subtle" onClick={() => matching.goOn()}>
          {words.next}
        </Button>
      )}
    </div>
  );
}

/** Who looks like the opened one, with the reason; pressing one says that it is. */
function MayBe({ unit }: { unit: MoneyUnit }) {
  const { matching } = usePart(createJoinModel);
  const words = textsOf(joinTexts);
  const hintId = useId();
  const suggestions = matching.suggestions.value;
  return (
    <section class="block joinSide" aria-label={words.mayBe}>
      <h3>{words.mayBe}</h3>
      {suggestions === null && <p class="quiet">{words.looksThrough}</p>}
      {suggestions?.length === 0 && <p class="quiet">{words.mayBeNone}</p>}
      {suggestions !== null && suggestions.length > 0 && (
        <>
          <p id={hintId} class="quiet small">
            {words.mayBeHint}
          </p>
          <ul class="whoList" aria-describedby={hintId}>
            {suggestions.map(({ index, reason, share }) => (
              <li key={index}>
                <button type="button" class="windowedRow" onClick={() => void matching.match(index)}>
                  <OtherRow
                    index={index}
                    reason={words.likeness[reason](formatShare(share, currentLanguage()))}
                    unit={unit}
                  />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A customer of the other sheet: its name and number, why it may be the one, and whose it is by now. */
function OtherRow({ index, reason, unit }: { index: number; reason: string; unit: MoneyUnit }) {
  const { matching } = usePart(createJoinModel);
  const words = textsOf(joinTexts);
  const { names, numbers } = matching.others.value;
  const { exposure, with: taken } = matching.other(index);
  const number = numbers?.[index] ?? '';
  const details = [
    reason,
    ...(number === '' ? [] : [words.numbered(number)]),
    ...(taken.length === 1 ? [words.takenBy(taken[0])] : []),
    ...(taken.length > 1 ? [words.takenByMore(taken[0], taken.length - 1)] : []),
  ];
  return (
    <>
      <span class="joinText">
        <span class="joinName">{names[index] || texts().customers.unnamed}</span>
        <span class="joinDetail small quiet">
          {details.filter(detail => detail !== '').join(texts().phraseSeparator)}
        </span>
      </span>
      <KnownMoney amount={exposure} unit={unit} />
    </>
  );
}
