import lookIcon from '@fluentui/svg-icons/icons/arrow_clockwise_20_regular.svg';
import { useEffect } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { joinTexts } from '../../../i18n/pane/join';
import { createJoinModel } from '../../model/join/joinModel';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import { MessageBar } from '../../parts/MessageBar';
import { JoinFit } from './JoinFit';
import { WhoIsWho } from './WhoIsWho';
import './join.css';

/** Join the ledger with a customer list: which sheet, how they fit, and what is on one side only, before and after. */
export function Join() {
  const pane = usePane();
  const model = usePart(createJoinModel);
  const words = textsOf(joinTexts);
  const tiering = pane.assessments.result.value;
  useEffect(() => void model.look(), []);

  if (tiering === null) return null;
  const match = model.match.value;
  const { join } = tiering;
  const opened = model.matching.opened.value;
  /** How far it is and what came of it, each once; what is done about it says itself. */
  const state = (): string => {
    if (match !== null) return words.found(match.report.matchedCount, match.report.customerCount);
    if (model.isComparing.value) return words.reading;
    return model.candidates.value === null ? words.looking : '';
  };
  return (
    <>
      <div class={`frameLayer ${opened === null ? '' : 'isCovered'}`}>
        <Layer title={words.title}>
          <div class="block">
            <p>{words.lead}</p>
          </div>
          {tiering.ledger === null && <MessageBar intent="info">{words.needsLedger}</MessageBar>}
          {tiering.ledger !== null && (
            <>
              <div class="block">
                {join === null ? (
                  <ChooseList />
                ) : (
                  <p>
                    <strong>{words.joinedWith(tiering.block.sheetName, join.sheet.block.sheetName)}</strong>
                  </p>
                )}
                <p key="state" class="quiet" role="status">
                  {state()}
                </p>
              </div>
              {match !== null && <Fields match={match} />}
              {match !== null && <Actions tiering={tiering} />}
              {match !== null && <JoinFit match={match} />}
            </>
          )}
        </Layer>
      </div>
      {opened !== null && match !== null && (
        <div class="frameLayer">
          <WhoIsWho match={match} opened={opened} />
        </div>
      )}
    </>
  );
}

/** The sheets of the workbook, those that look like a customer list first. */
function ChooseList() {
  const model = usePart(createJoinModel);
  const words = textsOf(joinTexts);
  const candidates = model.candidates.value;
  if (candidates === null) return null;
  if (candidates.length === 0) {
    return (
      <>
        <p>{words.noSheets}</p>
        <LookAgain />
      </>
    );
  }
  const hasNothingYet = model.match.value === null;
  return (
    <>
      {!candidates.some(({ isLikely }) => isLikely) && <p>{words.noneLikely}</p>}
      <label class="joinSheet">
        <span>{words.sheet}</span>
        <select
          value={model.chosen.value ?? ''}
          onChange={event => void model.choose(event.currentTarget.value)}
        >
          {model.chosen.value === null && <option value="">{words.choose}</option>}
          {candidates.map(({ sheetId, sheetName, isLikely }) => (
            <option key={sheetId} value={sheetId}>
              {isLikely ? words.likely(sheetName) : sheetName}
            </option>
          ))}
        </select>
      </label>
      <div role="status">
        {model.isWithoutCustomers.value && <p class="joinProblem">{words.noCustomers}</p>}
      </div>
      {hasNothingYet && !model.isComparing.value && <LookAgain />}
    </>
  );
}

function LookAgain() {
  const model = usePart(createJoinModel);
  return (
    <Button look="subtle" class="startsLine" icon={lookIcon} onClick={() => void model.look()}>
      {textsOf(joinTexts).again}
    </Button>
  );
}

/** What the list tells beyond who the customer is. */
function Fields({ match }: { match: NonNullable<ReturnType<typeof createJoinModel>['match']['value']> }) {
  const words = textsOf(joinTexts);
  const { field: names, listSeparator } = texts();
  const told = match.sheet.recognition.columns
    .filter(({ field }) => field !== 'customer' && field !== 'customerNumber')
    .map(({ field }) => names[field]);
  return (
    <div class="block">
      <h3>{words.says}</h3>
      <p class="quiet small">{told.length > 0 ? told.join(listSeparator) : words.saysNothing}</p>
    </div>
  );
}

function Actions({ tiering }: { tiering: Tiering }) {
  const pane = usePane();
  const model = usePart(createJoinModel);
  const words = textsOf(joinTexts);
  const match = model.match.value;
  const isWorking = pane.work.isWorking.value;
  if (tiering.join !== null) {
    return (
      <div class="block">
        <Button disabled={isWorking} onClick={() => void model.stop()}>
          {words.stop}
        </Button>
      </div>
    );
  }
  return (
    <div class="block">
      <Button look="primary" disabled={isWorking} onClick={() => void model.join()}>
        {words.join}
      </Button>
      <p class="quiet small joinWill">{words.joinWill(match?.sheet.block.sheetName ?? '')}</p>
    </div>
  );
}
