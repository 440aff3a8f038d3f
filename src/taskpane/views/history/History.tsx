import snapshotIcon from '@fluentui/svg-icons/icons/camera_20_regular.svg';
import { useEffect } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { formatDate, formatMoney, formatNumber, formatTime, moneyUnit } from '../../../i18n/numbers';
import { historyTexts } from '../../../i18n/pane/history';
import { totalSnapshotsInSlices } from '../../../risk/history/snapshotSummary';
import { createHistoryModel } from '../../model/history/historyModel';
import type { Tiering } from '../../model/ledger/tiering';
import { createWatchModel } from '../../model/watch/watchModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import { Money } from '../../parts/Money';
import { SeverityMark } from '../../parts/SeverityMark';
import { WideTable } from '../../parts/WideTable';
import { useLatestSlices } from '../../useSlices';
import { breachPhrase } from '../../wording/breachWords';
import { Comparison } from './Comparison';
import { PagedList } from './PagedList';
import { Reviews } from './Reviews';
import { TrendChart } from './TrendChart';
import './history.css';

/** What changes while the pane is open, what changed since earlier snapshots, and who is to be reviewed. */
export function History() {
  const pane = usePane();
  const history = usePart(createHistoryModel);
  const words = textsOf(historyTexts);
  useEffect(() => void history.look(), []);
  const tiering = pane.assessments.result.value;
  if (tiering === null) return null;
  return (
    <Layer title={words.title}>
      <Watch tiering={tiering} />
      <Snapshots tiering={tiering} />
      {history.history.value !== null && <Comparison tiering={tiering} />}
      <Reviews />
    </Layer>
  );
}

function watched({ block, join }: Tiering): string {
  const words = textsOf(historyTexts);
  if (join === null) return words.watching(block.sheetName);
  return words.watchingBoth(block.sheetName, join.sheet.block.sheetName);
}

function Watch({ tiering }: { tiering: Tiering }) {
  const watch = usePart(createWatchModel);
  const words = textsOf(historyTexts);
  const isOn = watch.isOn.value;
  const followed = watch.followed.value;
  const time = followed === null ? '' : formatTime(followed.at, currentLanguage());
  return (
    <div class="block">
      <label class="historyCheck">
        <input type="checkbox" checked={isOn} onChange={event => watch.turn(event.currentTarget.checked)} />
        <span>{words.watchOn}</span>
      </label>
      <p class="quiet small">{words.watchText}</p>
      <p class="small">{isOn ? watched(tiering) : words.notWatching}</p>
      {isOn && tiering.block.source === 'selection' && <p class="small">{words.selectionOnly}</p>}
      {isOn && followed !== null && (
        <p class="quiet small">
          {followed.rows !== null
            ? words.updated(followed.rows, time)
            : followed.of === 'list'
              ? words.listReadAnew(time)
              : words.readAnew(time)}
        </p>
      )}
      {isOn && <News tiering={tiering} />}
    </div>
  );
}

function News({ tiering }: { tiering: Tiering }) {
  const pane = usePane();
  const watch = usePart(createWatchModel);
  const words = textsOf(historyTexts);
  const { assessment, block } = tiering;
  const news = watch.news.value;
  if (news.length === 0) return <p class="small">{words.noNews}</p>;
  return (
    <>
      <h3>{words.since}</h3>
      <PagedList
        label={words.since}
        items={news}
        keyOf={({ customer, rule }) => `${customer} ${rule}`}
        renderItem={breach => (
          <button type="button" class="historyRow" onClick={() => pane.openCustomer(breach.customer)}>
            <SeverityMark severity={breach.severity} />
            <span class="historyName">{assessment.table.customers[breach.customer]}</span>
            <span class="quiet small">
              {breachPhrase(breach, assessment, currentLanguage(), block.is1904)}
            </span>
          </button>
        )}
      />
      <Button onClick={watch.markSeen}>{words.seen}</Button>
    </>
  );
}

function Snapshots({ tiering }: { tiering: Tiering }) {
  const pane = usePane();
  const history = usePart(createHistoryModel);
  const words = textsOf(historyTexts);
  const known = history.history.value;
  const rows = tiering.assessment.worstFirst.length;
  const sheet = history.sheets.value.get('Snapshots')?.name ?? words.snapshotSheet.title;
  const hasAny = history.alike.value.length > 0;
  return (
    <div class="block">
      <h3>{words.snapshots}</h3>
      <p class="quiet small">{words.snapshotsText}</p>
      {known === null ? (
        <p class="quiet small" role="status">
          {words.reading}
        </p>
      ) : (
        !hasAny && (
          <p class="small">
            {known.snapshots.length > 0 ? words.noneOfCurrency(tiering.currency || '–') : words.none}
          </p>
        )
      )}
      <div class="historyActions">
        <Button
          look="primary"
          icon={snapshotIcon}
          disabled={pane.work.isWorking.value || rows === 0}
          onClick={() => void history.take()}
        >
          {words.take}
        </Button>
        {hasAny && <Button onClick={() => void history.show('Snapshots')}>{words.showSheet}</Button>}
      </div>
      <p class="quiet small">
        {history.takenToday.value
          ? words.takeWillReplace(
              rows,
              formatDate(tiering.asOf.serial, tiering.block.is1904, currentLanguage()),
              sheet,
            )
          : words.takeWill(rows, sheet)}
      </p>
      <label class="historyCheck">
        <input
          type="checkbox"
          checked={history.isMonthly.value}
          onChange={event => history.chooseMonthly(event.currentTarget.checked)}
        />
        <span>{words.monthly}</span>
      </label>
      {known !== null && known.unreadable.length > 0 && (
        <p class="small">{words.unreadable(known.unreadable.length)}</p>
      )}
      {known !== null && known.replacedRows > 0 && (
        <p class="small">{words.replacedRows(known.replacedRows)}</p>
      )}
      {hasAny && <WholeTrend is1904={tiering.block.is1904} />}
    </div>
  );
}

/** Lines are read in the order of time, tables by what is newest. */
function WholeTrend({ is1904 }: { is1904: boolean }) {
  const pane = usePane();
  const history = usePart(createHistoryModel);
  const words = textsOf(historyTexts);
  const language = currentLanguage();
  const snapshots = history.alike.value;
  const { latest: totals, isUpdating } = useLatestSlices(
    () => totalSnapshotsInSlices(snapshots),
    [snapshots],
  );
  if (totals === null) return null;
  const unit = moneyUnit(
    Math.max(...totals.map(({ exposure }) => exposure)),
    pane.preferences.amountStyle.value,
    language,
  );
  return (
    <div class={isUpdating ? 'isStale' : ''} aria-busy={isUpdating}>
      {totals.length > 1 && (
        <TrendChart
          label={words.trend}
          days={totals.map(({ asOf }) => asOf)}
          writeDay={day => formatDate(day, is1904, language)}
          writeValue={amount => formatMoney(amount, unit, language)}
          lines={[
            { name: words.exposure, values: totals.map(({ exposure }) => exposure) },
            { name: words.overdue, values: totals.map(({ overdue }) => overdue) },
          ]}
        />
      )}
      <WideTable label={words.trend}>
        <table class="historyTable">
          <thead>
            <tr>
              <th scope="col">{words.asOf}</th>
              <th scope="col">{words.customers}</th>
              <th scope="col">{words.exposure}</th>
              <th scope="col">{words.overdue}</th>
            </tr>
          </thead>
          <tbody>
            {[...totals].reverse().map(({ asOf, customers, exposure, overdue }) => (
              <tr key={asOf}>
                <th scope="row">{formatDate(asOf, is1904, language)}</th>
                <td class="number">{formatNumber(customers, language)}</td>
                <td>
                  <Money amount={exposure} unit={unit} />
                </td>
                <td>
                  <Money amount={overdue} unit={unit} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </div>
  );
}
