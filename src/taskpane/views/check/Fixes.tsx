import tickedIcon from '@fluentui/svg-icons/icons/checkbox_checked_20_regular.svg';
import untickedIcon from '@fluentui/svg-icons/icons/checkbox_unchecked_20_regular.svg';
import { useId } from 'preact/hooks';
import { areaAddress } from '../../../excel/address';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { checkTexts } from '../../../i18n/pane/check';
import type { DecimalMark } from '../../../risk/ledger/cells/readAmount';
import { type Fix, fixKinds, mostFixesOfAKind, type Undecided } from '../../../risk/ledger/fixes/fix';
import type { DateOrder } from '../../../risk/ledger/ledger';
import type { Tiering } from '../../model/ledger/tiering';
import { createCheckModel } from '../../model/sheets/checkModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Choice } from '../../parts/Choice';
import { Icon } from '../../parts/Icon';
import { WindowedList } from '../../parts/WindowedList';
import { fixedContent, fixReason } from '../../wording/fixWords';

const rowHeight = 64;
const dateOrders: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];
const decimalMarks: readonly DecimalMark[] = ['.', ','];

/** What cells would hold instead, one by one, before anything is written. */
export function Fixes({ tiering }: { tiering: Tiering }) {
  const model = usePart(createCheckModel);
  const words = textsOf(checkTexts);
  const proposals = model.proposals.value;
  if (proposals === null)
    return (
      <p class="quiet checkLead" role="status">
        {words.looking}
      </p>
    );
  return (
    <>
      <p class="quiet small checkLead">{words.fixesLead}</p>
      <Questions undecided={proposals.undecided} tiering={tiering} />
      {proposals.fixes.length > 0 && <Preview />}
      {proposals.fixes.length + proposals.undecided.length === 0 && <p>{words.noFixes}</p>}
    </>
  );
}

/** Columns that can be read in two ways, and those of which the user said how. */
function Questions({ undecided, tiering }: { undecided: readonly Undecided[]; tiering: Tiering }) {
  const model = usePart(createCheckModel);
  const words = textsOf(checkTexts);
  const { headers } = tiering.recognition;
  const { block } = tiering;
  const nameOf = (column: number): string =>
    headers[column] || words.column(areaAddress(0, block.column + column, 1, 1).replace('1', ''));
  const { dateOrders: saidOrders, decimalMarks: saidMarks } = model.choices.value;
  const open = (kind: Undecided['kind']) => undecided.filter(each => each.kind === kind);
  const dates = [
    ...[...saidOrders].map(([column, said]) => ({ column, said, legend: words.firstOf(nameOf(column)) })),
    ...open('textDate').map(({ column, count, example }) => ({
      column,
      said: null,
      legend: words.undecidedDates(nameOf(column), count, example),
    })),
  ];
  const amounts = [
    ...[...saidMarks].map(([column, said]) => ({ column, said, legend: words.markOf(nameOf(column)) })),
    ...open('textAmount').map(({ column, count, example }) => ({
      column,
      said: null,
      legend: words.undecidedAmounts(nameOf(column), count, example),
    })),
  ];
  return (
    <>
      {dates.map(({ column, said, legend }) => (
        <div class="block" key={`date ${column}`}>
          <Choice
            legend={legend}
            options={dateOrders.map(value => ({ value, label: words.orders[value] }))}
            chosen={said}
            onChoose={order => void model.chooseOrder(column, order)}
          />
        </div>
      ))}
      {amounts.map(({ column, said, legend }) => (
        <div class="block" key={`amount ${column}`}>
          <Choice
            legend={legend}
            options={decimalMarks.map(value => ({ value, label: words.marks[value] }))}
            chosen={said}
            onChoose={mark => void model.chooseMark(column, mark)}
          />
        </div>
      ))}
    </>
  );
}

function Preview() {
  const pane = usePane();
  const model = usePart(createCheckModel);
  const words = textsOf(checkTexts);
  const hintId = useId();
  const { fixes = [], counts } = model.proposals.value ?? {};
  const shown = model.shown.value;
  const ticked = model.ticked.value.length;
  const isCut = fixKinds.some(kind => (counts?.[kind] ?? 0) > mostFixesOfAKind);
  const isWorking = pane.work.isWorking.value;
  return (
    <div class="block checkFixes">
      <label class="checkKinds">
        <span>{words.kind}</span>
        <select
          value={model.kind.value ?? ''}
          onChange={event => {
            const { value } = event.currentTarget;
            model.kind.value = fixKinds.find(kind => kind === value) ?? null;
          }}
        >
          <option value="">{words.allKinds(fixes.length)}</option>
          {fixKinds
            .filter(kind => (counts?.[kind] ?? 0) > 0)
            .map(kind => (
              <option key={kind} value={kind}>
                {words.ofKind(words.kinds[kind], counts?.[kind] ?? 0)}
              </option>
            ))}
        </select>
      </label>
      <div class="checkWrite">
        <Button
          look={ticked === 0 ? 'secondary' : 'primary'}
          disabled={ticked === 0 || isWorking}
          onClick={() => void model.write()}
        >
          {words.write(ticked)}
        </Button>
        <Button look="subtle" onClick={() => model.tickAll(ticked < shown.length)}>
          {ticked < shown.length ? words.tickAll : words.untickAll}
        </Button>
      </div>
      <p class="small quiet" role="status">
        {words.ticked(ticked, shown.length)}
      </p>
      {isCut && <p class="small quiet">{words.cut(mostFixesOfAKind)}</p>}
      <p class="small quiet" id={hintId}>
        {words.hint}
      </p>
      <WindowedList
        items={shown}
        rowHeight={rowHeight}
        label={words.list}
        describedBy={hintId}
        keyOf={fix => `${model.sheetOf(fix)?.isList} ${fix.row},${fix.column}`}
        nameOf={fix => fixReason(fix)}
        onOpen={fix => {
          model.toggle(fix);
          void model.show(fix);
        }}
        onSelect={fix => void model.show(fix)}
        renderItem={fix => <FixRow fix={fix} isTicked={!model.unticked.value.has(fix)} />}
      />
    </div>
  );
}

function FixRow({ fix, isTicked }: { fix: Fix; isTicked: boolean }) {
  const words = textsOf(checkTexts);
  const sheet = usePart(createCheckModel).sheetOf(fix);
  if (sheet === null) return null;
  const { block, recognition, isList } = sheet;
  const before = String(fix.from ?? '').trim() === '' ? null : String(fix.from);
  return (
    <>
      <Icon
        source={isTicked ? tickedIcon : untickedIcon}
        class={isTicked ? 'checkTicked' : 'checkUnticked'}
      />
      <span class="onlyHeard">{isTicked ? words.isTicked : words.isUnticked} </span>
      <span class="checkFix">
        <span class="checkPlace small quiet">
          {isList && `${block.sheetName} `}
          <span class="number">{areaAddress(block.row + fix.row, block.column + fix.column, 1, 1)}</span>{' '}
          {recognition.headers[fix.column] ?? ''}
        </span>
        <span class="checkChange">
          {before === null ? <span class="quiet">{words.empty}</span> : <del>{before}</del>}
          <span aria-hidden="true"> → </span>
          <span class="onlyHeard"> {words.becomes} </span>
          <ins>{fixedContent(fix, block.is1904, currentLanguage())}</ins>
        </span>
        <span class="checkReason small quiet">{fixReason(fix)}</span>
      </span>
    </>
  );
}
