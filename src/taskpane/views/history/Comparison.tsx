import { useMemo, useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatDate, formatNumber, formatShare, moneyUnit } from '../../../i18n/numbers';
import { historyTexts } from '../../../i18n/pane/history';
import { type Snapshot, snapshotCustomers } from '../../../risk/history/snapshot';
import { compareSnapshotsInSlices, type SnapshotMoves } from '../../../risk/history/snapshotMoves';
import { snapshotRollRates } from '../../../risk/history/snapshotRates';
import type { CustomersAndMoney } from '../../../risk/history/tierMigration';
import { areScoredAlike, areTieredAlike } from '../../../risk/policy/policyCode';
import type { Slices } from '../../../risk/slices';
import { createHistoryModel } from '../../model/history/historyModel';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Choice } from '../../parts/Choice';
import { MessageBar } from '../../parts/MessageBar';
import { Money } from '../../parts/Money';
import { WideTable } from '../../parts/WideTable';
import { useLatestSlices } from '../../useSlices';
import { PagedList } from './PagedList';

interface ComparedProps {
  readonly tiering: Tiering;
  readonly before: Snapshot;
  readonly now: Snapshot;
  readonly moves: SnapshotMoves;
  /** The answer's customers, in the order of its snapshot. */
  readonly customers: Int32Array;
}

/** What moved between an earlier snapshot and the answer. */
export function Comparison({ tiering }: { tiering: Tiering }) {
  const history = usePart(createHistoryModel);
  const words = textsOf(historyTexts);
  const before = history.compared.value;
  const now = history.now.value;
  if (before === null || now === null)
    return history.alike.value.length === 0 ? null : (
      <div class="block">
        <p class="quiet small">{words.needsEarlier}</p>
      </div>
    );
  return (
    <div class="block">
      <label class="historyCompare">
        <span>{words.compare}</span>
        <select
          value={String(before.asOf)}
          onChange={event => {
            history.comparedDay.value = Number(event.currentTarget.value);
          }}
        >
          {history.earlier.value.map(({ asOf }) => (
            <option key={asOf} value={String(asOf)}>
              {formatDate(asOf, tiering.block.is1904, currentLanguage())}
            </option>
          ))}
        </select>
      </label>
      <PolicyBetween before={before} now={now} />
      <Moves tiering={tiering} before={before} now={now} />
      <RollRates tiering={tiering} now={now} />
    </div>
  );
}

/** Says where part of the moves is the policy's, not the customers'. */
function PolicyBetween({ before, now }: Pick<ComparedProps, 'before' | 'now'>) {
  const words = textsOf(historyTexts);
  if (areTieredAlike(before.policy, now.policy)) return null;
  const isByScores = !areScoredAlike(before.policy, now.policy);
  return <MessageBar intent="info">{isByScores ? words.scoredByOther : words.tieredByOther}</MessageBar>;
}

function Moves({ tiering, before, now }: Pick<ComparedProps, 'tiering' | 'before' | 'now'>) {
  const { latest, isUpdating } = useLatestSlices(() => compare(tiering, before, now), [before, now]);
  if (latest === null) return null;
  return (
    <div class={isUpdating ? 'isStale' : ''} aria-busy={isUpdating}>
      <Migration {...latest} />
      <Falls {...latest} />
      <Churn {...latest} />
    </div>
  );
}

/** What moved, together with what it was compared of: it stays shown while the next is worked out. */
function* compare(tiering: Tiering, before: Snapshot, now: Snapshot): Slices<ComparedProps> {
  const { policy, table } = tiering.assessment;
  const letters = policy.tiers.map(({ letter }) => letter);
  const moves = yield* compareSnapshotsInSlices(before, now, letters);
  return { tiering, before, now, moves, customers: snapshotCustomers(table) };
}

function Migration({ tiering, before, now, moves: { migration } }: ComparedProps) {
  const pane = usePane();
  const words = textsOf(historyTexts);
  const language = currentLanguage();
  const [unit, setUnit] = useState<'counts' | 'money'>('counts');
  const { letters, retired, moves, entered, left, worsened, improved } = migration;
  const ranked = tiering.assessment.policy.tiers.length;
  const nameOf = (letter: string) => (letter === '' ? words.unscored : letter);
  const cells = [...moves.flat(), ...entered, ...left];
  const money = moneyUnit(
    Math.max(...cells.map(({ exposure }) => Math.abs(exposure))),
    pane.preferences.amountStyle.value,
    language,
  );
  const cell = ({ count, exposure }: CustomersAndMoney) => {
    if (count === 0) return <span class="quiet">·</span>;
    return unit === 'counts' ? formatNumber(count, language) : <Money amount={exposure} unit={money} />;
  };
  const dates = [before, now].map(({ asOf }) => formatDate(asOf, tiering.block.is1904, language));
  return (
    <details class="historyPart" open>
      <summary>
        <span>{words.migration}</span>{' '}
        <span class="quiet small">{words.migrationSummary(worsened.count, improved.count)}</span>
      </summary>
      <Choice
        legend={words.unit}
        options={[
          { value: 'counts', label: words.counts },
          { value: 'money', label: words.money },
        ]}
        chosen={unit}
        onChoose={setUnit}
      />
      <WideTable label={words.migration}>
        <table class="historyTable matrix">
          <caption class="quiet small">{words.migrationText(dates[0], dates[1])}</caption>
          <thead>
            <tr>
              <th scope="col">{words.from}</th>
              {letters.map(letter => (
                <th scope="col" key={letter}>
                  {nameOf(letter)}
                </th>
              ))}
              <th scope="col">{words.left}</th>
            </tr>
          </thead>
          <tbody>
            {letters.map((letter, from) => (
              <tr key={letter}>
                <th scope="row">{nameOf(letter)}</th>
                {letters.map((other, to) => (
                  <td key={other} class={`number ${moveLook(from, to, ranked)}`}>
                    {cell(moves[from][to])}
                  </td>
                ))}
                <td class="number">{cell(left[from])}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.entered}</th>
              {letters.map((letter, to) => (
                <td key={letter} class="number">
                  {cell(entered[to])}
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </WideTable>
      {retired.length > 0 && <p class="quiet small">{words.retiredTiers(retired)}</p>}
    </details>
  );
}

/** Above the diagonal a tier fell, below it rose; who has no score, or one by tiers that the policy has no more, does neither. */
function moveLook(from: number, to: number, ranked: number): string {
  if (from === to) return 'stayed';
  if (from >= ranked || to >= ranked) return '';
  return to > from ? 'worse' : 'better';
}

function Falls({ tiering, now, moves: { drops }, customers }: ComparedProps) {
  const pane = usePane();
  const words = textsOf(historyTexts);
  const language = currentLanguage();
  return (
    <details class="historyPart">
      <summary>
        <span>{words.falls}</span> <span class="quiet small">{words.fallsSummary(drops.length)}</span>
      </summary>
      {drops.length === 0 && <p class="small">{words.noFalls}</p>}
      <PagedList
        label={words.falls}
        items={drops}
        keyOf={({ customer }) => customer}
        renderItem={({ customer, from, to }) => (
          <button
            type="button"
            class="historyRow"
            onClick={() => pane.openCustomerOf(tiering, customers[customer])}
          >
            <span class="historyName">{now.customers[customer] || texts().customers.unnamed}</span>
            <span class="number quiet">
              {words.fell(formatNumber(from, language), formatNumber(to, language))}
            </span>
            <span class="number">{words.fellBy(formatNumber(from - to, language))}</span>
          </button>
        )}
      />
    </details>
  );
}

function Churn({ tiering, before, now, moves: { entered, left, churn }, customers }: ComparedProps) {
  const pane = usePane();
  const words = textsOf(historyTexts);
  const language = currentLanguage();
  const exposures = [...entered.map(at => now.exposure[at]), ...left.map(at => before.exposure[at])];
  const unit = moneyUnit(
    exposures.reduce((largest, exposure) => Math.max(largest, Math.abs(exposure) || 0), 0),
    pane.preferences.amountStyle.value,
    language,
  );
  return (
    <details class="historyPart">
      <summary>
        <span>{words.churn}</span>{' '}
        <span class="quiet small">{words.churnSummary(entered.length, left.length)}</span>
      </summary>
      {churn.ok && <p class="small">{words.churnRate(formatShare(churn.value, language))}</p>}
      {entered.length + left.length === 0 && <p class="small">{words.noChurn}</p>}
      <PagedList
        label={words.isNew}
        items={entered}
        keyOf={at => at}
        renderItem={at => (
          <button
            type="button"
            class="historyRow"
            onClick={() => pane.openCustomerOf(tiering, customers[at])}
          >
            <span class="quiet small">{words.isNew}</span>
            <span class="historyName">{now.customers[at]}</span>
            <Money amount={now.exposure[at]} unit={unit} />
          </button>
        )}
      />
      <PagedList
        label={words.hasLeft}
        items={left}
        keyOf={customer => customer}
        renderItem={customer => (
          <span class="historyRow">
            <span class="quiet small">{words.hasLeft}</span>
            <span class="historyName">{before.customers[customer]}</span>
            <Money amount={before.exposure[customer]} unit={unit} />
          </span>
        )}
      />
    </details>
  );
}

function RollRates({ tiering, now }: { tiering: Tiering; now: Snapshot }) {
  const history = usePart(createHistoryModel);
  const words = textsOf(historyTexts);
  const language = currentLanguage();
  const { is1904 } = tiering.block;
  const earlier = history.earlier.value;
  const rates = useMemo(() => snapshotRollRates([...earlier].reverse().concat(now)), [earlier, now]);
  const { days, notDue } = texts().summary;
  return (
    <details class="historyPart">
      <summary>{words.rolls}</summary>
      {!rates.ok ? (
        <p class="small">{words.rollsNone}</p>
      ) : (
        <>
          <p class="small">{words.rollsText}</p>
          <table class="historyTable">
            <caption class="quiet small">
              {words.rollsUsed(
                rates.value.days.length - 1,
                formatDate(rates.value.days[0], is1904, language),
                formatDate(rates.value.days.at(-1)!, is1904, language),
              )}
            </caption>
            <thead>
              <tr>
                <th scope="col">{words.bucket}</th>
                <th scope="col">{words.rolled}</th>
                <th scope="col">{words.lost}</th>
              </tr>
            </thead>
            <tbody>
              {[...rates.value.lossRates].map((loss, bucket) => {
                const { bounds, rollRates } = rates.value;
                const name =
                  bucket === 0
                    ? notDue
                    : days(bounds[bucket - 1] + 1, bounds[bucket] ?? Number.POSITIVE_INFINITY);
                return (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td class="number">{formatShare(rollRates[bucket] ?? Number.NaN, language)}</td>
                    <td class="number">{formatShare(loss, language)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
    </details>
  );
}
