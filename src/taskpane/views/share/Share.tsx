import lookIcon from '@fluentui/svg-icons/icons/arrow_clockwise_20_regular.svg';
import clearIcon from '@fluentui/svg-icons/icons/broom_20_regular.svg';
import wellIcon from '@fluentui/svg-icons/icons/checkmark_circle_20_regular.svg';
import notYetIcon from '@fluentui/svg-icons/icons/circle_20_regular.svg';
import { useEffect } from 'preact/hooks';
import type { SkippedFormula } from '../../../excel/share/frozenFormulas';
import type { SpillUser } from '../../../excel/share/spillUsers';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { shareTexts } from '../../../i18n/pane/share';
import { createShareModel, type ShareDeed, type ShareView } from '../../model/sheets/shareModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Icon } from '../../parts/Icon';
import { Layer } from '../../parts/Layer';
import { MessageBar } from '../../parts/MessageBar';
import './share.css';

/** What a colleague without the add-in will see, and how to make sure that it is all they need. */
export function Share() {
  const pane = usePane();
  const share = usePart(createShareModel);
  const words = textsOf(shareTexts);
  useEffect(() => void share.look(), []);
  const view = share.view.value;
  return (
    <Layer title={words.title}>
      <div class="block shareLead">
        <p>{words.lead}</p>
      </div>
      <div role="status">{share.deed.value !== null && <Done deed={share.deed.value} />}</div>
      {view === null ? <p class="quiet">{words.looking}</p> : <Facts view={view} />}
      <div class="block">
        <Button
          look="subtle"
          class="startsLine"
          icon={lookIcon}
          disabled={pane.work.isWorking.value}
          onClick={() => void share.look()}
        >
          {words.lookAgain}
        </Button>
      </div>
      <div class="block">
        <h3>{texts().clear.title}</h3>
        <p class="quiet small">{words.removeLead}</p>
        <div class="shareActions">
          <Button icon={clearIcon} onClick={() => void pane.openClear()}>
            {texts().clear.action}
          </Button>
        </div>
      </div>
    </Layer>
  );
}

interface Fact {
  readonly text: string;
  /** What is not there yet is said, and not ticked off. */
  readonly isThere: boolean;
}

function Facts({ view: { additions, formulas, frozen, spillUsers } }: { view: ShareView }) {
  const words = textsOf(shareTexts);
  const highlightCount = additions.highlights.reduce((sum, { count }) => sum + count, 0);
  const live = additions.columns.filter(({ isLive }) => isLive).length;
  const values = additions.columns.length - live;
  const hasHighlights = highlightCount > 0;
  const sheetCount = additions.sheets.length;
  const facts: readonly Fact[] = [
    { isThere: hasHighlights, text: hasHighlights ? words.highlights(highlightCount) : words.noHighlights },
    { isThere: additions.hasPolicySheet, text: additions.hasPolicySheet ? words.policy : words.noPolicy },
    ...(values > 0 ? [{ isThere: true, text: words.columns(values) }] : []),
    ...(sheetCount > 0 ? [{ isThere: true, text: words.sheets(sheetCount) }] : []),
  ];
  return (
    <>
      <div class="block">
        <h3>{words.live}</h3>
        <ul class="shareFacts">
          {facts.map(({ isThere, text }) => (
            <li key={text} class={isThere ? '' : 'quiet'}>
              <Icon source={isThere ? wellIcon : notYetIcon} class={isThere ? 'shareWell' : ''} />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </div>
      <Formulas formulas={formulas} spillUsers={spillUsers} frozenCount={frozen.length} liveCount={live} />
    </>
  );
}

interface FormulasProps {
  readonly formulas: ShareView['formulas'];
  readonly spillUsers: ShareView['spillUsers'];
  readonly frozenCount: number;
  /** Blocks of columns that look up in one of the formulas. */
  readonly liveCount: number;
}

function Formulas({ formulas, spillUsers, frozenCount, liveCount }: FormulasProps) {
  const { work } = usePane();
  const share = usePart(createShareModel);
  const words = textsOf(shareTexts);
  const isWorking = work.isWorking.value;
  const broken = formulas.filter(({ isBroken }) => isBroken).length;
  const countOf = new Map<string, number>();
  for (const { sheetName } of formulas) countOf.set(sheetName, (countOf.get(sheetName) ?? 0) + 1);
  return (
    <div class="block">
      <h3>{words.needs}</h3>
      <p>{formulas.length === 0 ? words.noFormulas : words.formulas(formulas.length)}</p>
      {liveCount > 0 && formulas.length > 0 && <p>{words.liveColumns(liveCount)}</p>}
      {countOf.size > 0 && (
        <ul class="shareKept small quiet">
          {[...countOf].map(([sheet, count]) => (
            <li key={sheet}>{words.formulasOn(sheet, count)}</li>
          ))}
        </ul>
      )}
      {broken > 0 && (
        <MessageBar intent="warning" actions={[{ label: words.reenter, run: share.reenter }]}>
          {words.broken(broken)}
        </MessageBar>
      )}
      {formulas.length > broken && (
        <>
          <div class="shareActions">
            <Button look="primary" disabled={isWorking} onClick={() => void share.freeze()}>
              {words.freeze}
            </Button>
          </div>
          <p class="quiet small">{words.freezeWill(formulas.length - broken)}</p>
          <SpillUsers users={spillUsers} />
        </>
      )}
      {frozenCount > 0 && (
        <>
          <p>{words.frozenNow(frozenCount)}</p>
          <div class="shareActions">
            <Button disabled={isWorking} onClick={() => void share.thaw()}>
              {words.thaw}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function SpillUsers({ users }: { users: ShareView['spillUsers'] }) {
  const words = textsOf(shareTexts);
  if (users === null) return <MessageBar intent="info">{words.spillUsersUnknown}</MessageBar>;
  if (users.length === 0) return null;
  return (
    <MessageBar intent="warning">
      {words.spillUsers(users.slice(0, namedPlaces).map(spillUserWords), users.length - namedPlaces)}
    </MessageBar>
  );
}

/** At most so many places are named; the rest is on the sheet. */
const namedPlaces = 5;

function spillUserWords(user: SpillUser): string {
  const { spillUser } = textsOf(shareTexts);
  if (user.kind === 'name') return spillUser.name(user.name);
  return spillUser[user.kind](`${user.sheetName}!${user.address}`);
}

const placesOf = (formulas: readonly SkippedFormula[]): string =>
  formulas
    .slice(0, namedPlaces)
    .map(({ sheetName, address }) => `${sheetName}!${address}`)
    .join(', ');

function Done({ deed }: { deed: ShareDeed }) {
  const words = textsOf(shareTexts);
  if (deed.kind === 'reentered')
    return <MessageBar intent="success">{words.reentered(deed.count)}</MessageBar>;
  if (deed.kind === 'frozen') {
    const { frozen, skipped, arrays } = deed.result;
    const isAll = skipped.length === 0 && arrays.length === 0;
    return (
      <MessageBar intent={isAll ? 'success' : 'warning'}>
        <p>{words.frozen(frozen, isAll)}</p>
        {skipped.length > 0 && <p>{words.frozenSkipped(skipped.length, placesOf(skipped))}</p>}
        {arrays.length > 0 && <p>{words.frozenArrays(arrays.length, placesOf(arrays))}</p>}
      </MessageBar>
    );
  }
  const { thawed, kept } = deed.result;
  return (
    <MessageBar intent={kept.length > 0 ? 'warning' : 'success'}>
      <p>{words.thawed(thawed)}</p>
      {kept.length > 0 && (
        <>
          <p>{words.thawKept(kept.length)}</p>
          <ul class="shareKept small">
            {kept.slice(0, namedPlaces).map(({ mark, sheetName, address, obstacle }) => (
              <li key={mark}>
                {sheetName}!{address}: {words.obstacle[obstacle]}
              </li>
            ))}
          </ul>
        </>
      )}
    </MessageBar>
  );
}
