import { texts } from '../../i18n/catalogue';
import { currentLanguage } from '../../i18n/language';
import { formatShare, type MoneyUnit } from '../../i18n/numbers';
import type { Bucket } from '../../risk/policy/policy';
import { bucketName } from '../wording/bucketName';
import { Money } from './Money';
import './ageingBars.css';

interface AgeingBarsProps {
  readonly buckets: readonly Pick<Bucket, 'fromDay' | 'toDay'>[];
  /** What the buckets are called where that is not their days past due. */
  readonly names?: readonly string[];
  /** One amount a bucket, not due first. */
  readonly amounts: readonly number[];
  readonly unit: MoneyUnit;
}

const agesDrawn = 5;

/** Show what is owed by age as bars from one zero line, with the amounts aligned at the edge: a table that is also a picture. */
export function AgeingBars({ buckets, names, amounts, unit }: AgeingBarsProps) {
  const known = amounts.filter(Number.isFinite);
  const longest = Math.max(...known.map(Math.abs), 0);
  // Shares are of all of it: where a part is not known there are none.
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const { summary } = texts();
  return (
    <table class="ageingBars">
      <caption class="onlyHeard">{summary.ageing}</caption>
      <thead class="onlyHeard">
        <tr>
          <th scope="col">{summary.daysUnit}</th>
          <th scope="col">{summary.share}</th>
          <th scope="col">{summary.amount}</th>
        </tr>
      </thead>
      <tbody>
        {buckets.map((bucket, index) => {
          const amount = amounts[index];
          const share = total > 0 ? formatShare(amount / total, currentLanguage()) : '';
          const width = longest > 0 ? (Math.max(0, amount) / longest) * 100 : 0;
          return (
            <tr key={bucket.fromDay}>
              <th scope="row" class="number">
                {names?.[index] ?? bucketName(bucket)}
              </th>
              <td class="ageingTrack" title={share}>
                <span
                  class={`ageingBar age${Math.min(index, agesDrawn - 1)}`}
                  style={{ inlineSize: amount > 0 ? `max(2px, ${width}%)` : 0 }}
                />
                <span class="onlyHeard">{share}</span>
              </td>
              <td class="ageingAmount">
                <Money amount={amount} unit={unit} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
