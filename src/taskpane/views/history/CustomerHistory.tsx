import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { formatDate, formatMoney, formatNumber, moneyUnit } from '../../../i18n/numbers';
import { historyTexts } from '../../../i18n/pane/history';
import { customerTrend } from '../../../risk/history/customerTrend';
import { areTieredAlike } from '../../../risk/policy/policyCode';
import { createHistoryModel } from '../../model/history/historyModel';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Money } from '../../parts/Money';
import { WideTable } from '../../parts/WideTable';
import { TrendChart } from './TrendChart';
import './history.css';

/** A customer through the snapshots up to now: exposure, overdue and score; nothing where no snapshot knows it. */
export function CustomerHistory({ tiering, customer }: { tiering: Tiering; customer: number }) {
  const pane = usePane();
  const history = usePart(createHistoryModel);
  const words = textsOf(historyTexts);
  const language = currentLanguage();
  const { table } = tiering.assessment;
  // Without an earlier snapshot nobody needs today's.
  const now = history.earlier.value.length === 0 ? null : history.now.value;
  if (now === null) return null;
  const points = customerTrend([...history.earlier.value].reverse().concat(now), {
    name: table.customers[customer],
    number: table.texts?.customerNumber[customer] ?? '',
  });
  if (points.length < 2) return null;
  const unit = moneyUnit(
    Math.max(...points.map(({ exposure }) => Math.abs(exposure) || 0)),
    pane.preferences.amountStyle.value,
    language,
  );
  const writeDay = (day: number) => formatDate(day, tiering.block.is1904, language);
  const byDay = { label: words.customerTrend, days: points.map(({ asOf }) => asOf), writeDay };
  return (
    <div class="block">
      <h3>{words.customerTrend}</h3>
      <TrendChart
        {...byDay}
        writeValue={amount => formatMoney(amount, unit, language)}
        lines={[
          { name: words.exposure, values: points.map(({ exposure }) => exposure) },
          { name: words.overdue, values: points.map(({ overdue }) => overdue) },
        ]}
      />
      <TrendChart
        {...byDay}
        writeValue={score => formatNumber(score, language)}
        lines={[{ name: words.score, values: points.map(({ score }) => score) }]}
      />
      {points.some(({ policy }) => !areTieredAlike(policy, now.policy)) && (
        <p class="quiet small">{words.scoresByOther}</p>
      )}
      <WideTable label={words.customerTrend}>
        <table class="historyTable">
          <thead>
            <tr>
              <th scope="col">{words.asOf}</th>
              <th scope="col">{words.exposure}</th>
              <th scope="col">{words.overdue}</th>
              <th scope="col">{words.score}</th>
              <th scope="col">{words.tier}</th>
            </tr>
          </thead>
          <tbody>
            {[...points].reverse().map(({ asOf, exposure, overdue, score, tier }) => (
              <tr key={asOf}>
                <th scope="row">{writeDay(asOf)}</th>
                <td>
                  <Money amount={exposure} unit={unit} />
                </td>
                <td>
                  <Money amount={overdue} unit={unit} />
                </td>
                <td class="number">{formatNumber(score, language)}</td>
                <td>{tier || words.unscored}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </div>
  );
}
