import writeIcon from '@fluentui/svg-icons/icons/table_add_20_regular.svg';
import { useEffect, useId } from 'preact/hooks';
import type { LiveCheck, StandingColumns } from '../../../excel/columns/checkLiveColumns';
import { type LiveObstacle, mostSpareRows } from '../../../excel/columns/liveSources';
import type { TypedOver } from '../../../excel/contract';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatDate } from '../../../i18n/numbers';
import { writeColumnsTexts } from '../../../i18n/pane/writeColumns';
import { type ColumnForm, createWriteModel } from '../../model/sheets/writeModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import { MessageBar } from '../../parts/MessageBar';
import './write.css';

/** Score, Tier and Breaches beside the data: as values or as live formulas, with what stands there now. */
export function Write() {
  const pane = usePane();
  const model = usePart(createWriteModel);
  const words = textsOf(writeColumnsTexts);
  const areTakenBack = pane.columns.areStanding.value === false;
  useEffect(() => void model.look(), [areTakenBack]);
  const standing = model.standing.value;
  const { write } = texts();
  return (
    <Layer title={words.title}>
      <div class="block">
        <p>{write.willTouch(pane.sheet.current.value?.block.sheetName ?? '')}</p>
      </div>
      <fieldset class="block writeForms">
        <legend>{words.form}</legend>
        <FormChoice form="values" />
        <FormChoice form="live" />
      </fieldset>
      {model.form.value === 'live' ? <LiveNotes /> : <p class="block small quiet">{words.remembers}</p>}
      <div class="block">
        <Button
          look="primary"
          icon={writeIcon}
          disabled={pane.work.isWorking.value}
          onClick={() => void model.write()}
        >
          {words.write}
        </Button>
      </div>
      <div role="status" class="writeNow">
        {model.obstacle.value !== null && <Obstacle obstacle={model.obstacle.value} />}
        {standing === null ? (
          <p class="block quiet small">{words.looking}</p>
        ) : (
          <Standing standing={standing} />
        )}
      </div>
    </Layer>
  );
}

function FormChoice({ form }: { form: ColumnForm }) {
  const model = usePart(createWriteModel);
  const words = textsOf(writeColumnsTexts).forms[form];
  const name = useId();
  const help = useId();
  return (
    <label class="writeForm">
      <input
        type="radio"
        name="writeForm"
        value={form}
        aria-labelledby={name}
        aria-describedby={help}
        checked={model.form.value === form}
        onChange={() => {
          model.form.value = form;
        }}
      />
      <span>
        <span id={name} class="writeFormName">
          {words.name}
        </span>
        <span id={help} class="quiet small">
          {words.help}
        </span>
      </span>
    </label>
  );
}

/** What formulas add to the workbook, and where they are slower or see less than values. */
function LiveNotes() {
  const pane = usePane();
  const { slowRows } = usePart(createWriteModel);
  const words = textsOf(writeColumnsTexts);
  const block = pane.sheet.current.value?.block;
  if (block === undefined) return null;
  return (
    <div class="block writeNotes small quiet">
      <p>{words.will(block.sheetName)}</p>
      {block.source === 'usedRange' && <p>{words.plainRange(block.sheetName, mostSpareRows)}</p>}
      {block.source === 'selection' && <p>{words.selection}</p>}
      {slowRows.value !== null && <p>{words.slow(slowRows.value)}</p>}
    </div>
  );
}

function Obstacle({ obstacle }: { obstacle: LiveObstacle }) {
  const model = usePart(createWriteModel);
  const { obstacle: words, valuesInstead, nothingWritten } = textsOf(writeColumnsTexts);
  const why = () => {
    if (obstacle.kind === 'columnBeyond') return words.columnBeyond(obstacle.header, obstacle.sheet);
    if (obstacle.kind === 'tooLarge') return words.tooLarge(obstacle.sheet, obstacle.cells, obstacle.most);
    return words.excelTooOld;
  };
  return (
    <div class="block">
      <MessageBar
        intent="warning"
        title={words.title}
        actions={[{ label: valuesInstead, run: model.writeValues }]}
      >
        {why()} {nothingWritten}
      </MessageBar>
    </div>
  );
}

function Standing({ standing }: { standing: StandingColumns }) {
  const words = textsOf(writeColumnsTexts);
  if (standing.kind === 'none') return <p class="block quiet small">{words.standing.none}</p>;
  const { kind, address, typedOver } = standing;
  return (
    <div class="block writeStanding">
      <p class="quiet small">
        {kind === 'values' ? (
          <ValuesNow {...standing} />
        ) : (
          words.standing.live(address, standing.liveSheet.name)
        )}
      </p>
      {kind === 'values' && <OtherDay written={standing.asOf} />}
      {kind === 'live' && <Check check={standing.check} />}
      {typedOver.cells.length > 0 && <Typed typedOver={typedOver} />}
      <RowsBelow standing={standing} />
    </div>
  );
}

type StandingValues = Extract<StandingColumns, { readonly kind: 'values' }>;

function ValuesNow({ address, asOf }: StandingValues) {
  const pane = usePane();
  const words = textsOf(writeColumnsTexts).standing;
  const block = pane.sheet.current.value?.block;
  if (asOf === null || block === undefined) return <>{words.values(address)}</>;
  return <>{words.valuesAsOf(address, formatDate(asOf, block.is1904, currentLanguage()))}</>;
}

/** Written columns of another day are replaced knowingly, or their day is taken again. */
function OtherDay({ written }: { written: number | null }) {
  const pane = usePane();
  const words = textsOf(writeColumnsTexts);
  const tiering = pane.assessments.result.value;
  if (written === null || tiering === null || written === tiering.asOf.serial) return null;
  const shown = (serial: number) => formatDate(serial, tiering.block.is1904, currentLanguage());
  return (
    <MessageBar
      intent="warning"
      actions={[{ label: words.takeDay(shown(written)), run: () => pane.chooseAsOf(written) }]}
    >
      {words.otherDay(shown(written), shown(tiering.asOf.serial))}
    </MessageBar>
  );
}

function Typed({ typedOver }: { typedOver: TypedOver }) {
  const pane = usePane();
  const { write } = texts();
  return (
    <p class="small">
      {write.typedOver(typedOver.cells.length)}{' '}
      <button type="button" class="link" onClick={() => void pane.columns.showTyped(typedOver)}>
        {write.showTyped}
      </button>
    </p>
  );
}

/** Rows that came after the columns were written, and what they lack. */
function RowsBelow({ standing }: { standing: Exclude<StandingColumns, { readonly kind: 'none' }> }) {
  const model = usePart(createWriteModel);
  const words = textsOf(writeColumnsTexts);
  const { kind, rowsBelow } = standing;
  const uncounted = kind === 'live' ? standing.uncountedRows : 0;
  if (rowsBelow + uncounted === 0) return null;
  const writeAgain = () => {
    model.form.value = kind;
    return model.write();
  };
  return (
    <MessageBar
      intent={uncounted > 0 ? 'warning' : 'info'}
      actions={[{ label: words.writeAgain, run: writeAgain }]}
    >
      {uncounted > 0 ? words.uncounted(uncounted) : words.rowsBelow(rowsBelow)}
    </MessageBar>
  );
}

function Check({ check }: { check: LiveCheck }) {
  const pane = usePane();
  const model = usePart(createWriteModel);
  const words = textsOf(writeColumnsTexts);
  if (check.kind === 'equal') return <p class="quiet small">{words.equal(check.rowCount)}</p>;
  const instead = { label: words.valuesInstead, run: model.writeValues };
  if (check.kind === 'failed') {
    const isBusy = check.shows === '#BUSY!' || check.shows === '#GETTING_DATA';
    const why = {
      '#NAME?': words.failedWhy.name,
      '#SPILL!': words.failedWhy.spill,
      '#BUSY!': words.failedWhy.busy,
      '#GETTING_DATA': words.failedWhy.busy,
    }[check.shows];
    return (
      <MessageBar
        intent="warning"
        title={words.failed(check.shows)}
        actions={[isBusy ? { label: words.lookAgain, run: model.look } : instead]}
      >
        {why ?? words.failedWhy.other}
      </MessageBar>
    );
  }
  const shown = (value: string | number) => (value === '' ? words.nothing : String(value));
  return (
    <MessageBar
      intent="warning"
      title={words.different(check.count)}
      actions={[{ label: words.tierAgain, run: pane.tierActiveSheet }, instead]}
    >
      {words.differentWhy}
      <ul class="writeCells small">
        {check.first.map(({ address, shows, pane: said }) => (
          <li key={address}>{words.cell(address, shown(shows), shown(said))}</li>
        ))}
      </ul>
    </MessageBar>
  );
}
