import successIcon from '@fluentui/svg-icons/icons/checkmark_circle_20_regular.svg';
import { areaAddress } from '../../../excel/address';
import type { Additions, TypedOver } from '../../../excel/contract';
import { texts } from '../../../i18n/catalogue';
import { isNothing } from '../../model/sheets/clearModel';
import { usePane } from '../../paneContext';
import { Button } from '../../parts/Button';
import { Icon } from '../../parts/Icon';
import { Layer } from '../../parts/Layer';
import './clear.css';

/** Ask before anything goes: the list of what Tiercel added, found in the workbook itself; afterwards, what went. */
export function Clear() {
  const { clearing } = usePane();
  const { clear: words } = texts();
  return (
    <Layer title={words.title}>
      <div role="status">{clearing.result.value !== null && <Cleared />}</div>
      {clearing.result.value === null && <Question additions={clearing.additions.value} />}
    </Layer>
  );
}

function Question({ additions }: { additions: Additions | null }) {
  const { clearing, layers, work } = usePane();
  const { clear: words, work: workWords } = texts();
  if (additions === null) {
    return <p class="quiet">{work.isWorking.value ? workWords.looking : ''}</p>;
  }
  if (isNothing(additions)) {
    return (
      <div class="clearQuestion">
        <p>{words.nothing}</p>
        <Button onClick={layers.back}>{words.close}</Button>
      </div>
    );
  }
  const chosenSheets = clearing.sheetKeys.value;
  const willGo =
    additions.highlights.length + additions.columns.length + chosenSheets.size > 0 ||
    clearing.includePolicy.value;
  const chooseSheet = (key: string, isChosen: boolean) => {
    const chosen = new Set(chosenSheets);
    if (isChosen) chosen.add(key);
    else chosen.delete(key);
    clearing.sheetKeys.value = chosen;
  };
  return (
    <div class="clearQuestion">
      <p>{words.lead}</p>
      <AdditionsList additions={{ ...additions, sheets: [] }} withPolicy={false} />
      {additions.sheets.map(({ key, sheetName }) => (
        <label key={key} class="clearPolicy">
          <input
            type="checkbox"
            checked={chosenSheets.has(key)}
            onChange={event => chooseSheet(key, event.currentTarget.checked)}
          />
          <span>{words.sheet(sheetName)}</span>
        </label>
      ))}
      {additions.hasPolicySheet && (
        <label class="clearPolicy">
          <input
            type="checkbox"
            checked={clearing.includePolicy.value}
            onChange={event => {
              clearing.includePolicy.value = event.currentTarget.checked;
            }}
          />
          <span>
            {words.policyToo}
            <span class="small quiet clearPolicyNote">
              {additions.isPolicyEdited && <strong>{words.policyEdited} </strong>}
              {words.policyLinked}
            </span>
          </span>
        </label>
      )}
      <div class="clearActions">
        <Button
          look="danger"
          disabled={!willGo || work.isWorking.value}
          onClick={() => void clearing.clear()}
        >
          {words.confirm}
        </Button>
        <Button onClick={layers.back}>{words.cancel}</Button>
      </div>
    </div>
  );
}

function Cleared() {
  const { clearing, layers } = usePane();
  const { clear: words } = texts();
  const result = clearing.result.value;
  if (result === null) return null;
  const { removed, typedOver, keptPolicySheet } = result;
  const policyWent = removed.hasPolicySheet && !keptPolicySheet;
  const somethingWent =
    removed.highlights.length + removed.columns.length + removed.sheets.length > 0 || policyWent;
  return (
    <div class="clearQuestion">
      <p class="clearDone">
        <Icon source={successIcon} />
        {somethingWent ? words.done : words.doneNothing}
      </p>
      <AdditionsList additions={removed} withPolicy={policyWent} />
      {typedOver.map(kept => (
        <Kept key={kept.sheetId} typedOver={kept} />
      ))}
      {keptPolicySheet && <p class="quiet">{words.keptPolicy}</p>}
      <Button onClick={layers.back}>{words.close}</Button>
    </div>
  );
}

const mostNamed = 5;

function Kept({ typedOver }: { typedOver: TypedOver }) {
  const pane = usePane();
  const { clear: words, write } = texts();
  const { cells, sheetName } = typedOver;
  const named = cells.slice(0, mostNamed).map(({ row, column }) => areaAddress(row, column, 1, 1));
  return (
    <p class="quiet">
      {words.kept(cells.length, sheetName, named)}{' '}
      <button type="button" class="link" onClick={() => void pane.columns.showTyped(typedOver)}>
        {write.showTyped}
      </button>
    </p>
  );
}

function AdditionsList({ additions, withPolicy }: { additions: Additions; withPolicy: boolean }) {
  const { clear: words } = texts();
  const columnWords = (isLive: boolean, isRemembered: boolean) => {
    if (isLive) return words.liveColumns;
    return isRemembered ? words.rememberedColumns : words.columns;
  };
  return (
    <ul class="clearList">
      {additions.highlights.map(({ sheetName, count }) => (
        <li key={`highlight ${sheetName}`}>{words.highlights(count, sheetName)}</li>
      ))}
      {additions.columns.map(({ sheetName, address, isLive, isRemembered }) => (
        <li key={`${sheetName}!${address}`}>{columnWords(isLive, isRemembered)(address, sheetName)}</li>
      ))}
      {additions.sheets.map(({ key, sheetName }) => (
        <li key={key}>{words.sheet(sheetName)}</li>
      ))}
      {additions.hasPolicySheet && withPolicy && <li>{words.policy}</li>}
    </ul>
  );
}
