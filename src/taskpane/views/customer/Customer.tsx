import selectIcon from '@fluentui/svg-icons/icons/table_20_regular.svg';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatNumber, formatShare, moneyUnit } from '../../../i18n/numbers';
import type { MetricName } from '../../../risk/metrics/metric';
import type { Tiering } from '../../model/assessmentModel';
import { usePane } from '../../paneContext';
import { AgeingBars } from '../../parts/AgeingBars';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import { Money } from '../../parts/Money';
import { TierMark, tierRank } from '../../parts/TierMark';
import { capPhrase } from '../../wording/capWords';
import { metricMeasure, writeMeasure } from '../../wording/measure';
import { CustomerBreaches } from './CustomerBreaches';
import { FactorPoints } from './FactorPoints';
import { RowsOnSheet } from './RowsOnSheet';
import './customer.css';

/** What a credit manager asks first of a customer; those the sheet does not feed are left out. */
const figures: readonly MetricName[] = [
  'exposure',
  'overdue',
  'overdueShare',
  'oldestDays',
  'creditLimit',
  'utilization',
  'sales',
  'dso',
  'daysBeyondTerms',
  'delayRate',
  'termsDays',
  'share',
  'disputed',
  'unappliedCredits',
  'daysSinceInvoice',
  'tenureYears',
  'contractEnd',
];

/** Why a customer stands where it does: score by factor, age of what it owes, rules it violates. */
export function Customer({ tiering, customer }: { tiering: Tiering; customer: number }) {
  const pane = usePane();
  const { customer: words, metric, unit: units, summary, customers } = texts();
  const language = currentLanguage();
  const { assessment, block } = tiering;
  const { table, scores, policy } = assessment;
  const tier = policy.tiers[scores.tier[customer]];
  const letter = tier?.letter ?? '';
  const score = scores.score[customer];
  const capped = capPhrase(assessment, customer, language);
  const amounts = table.buckets.map(bucket => bucket[customer]);
  const unit = moneyUnit(Math.max(0, ...amounts.map(Math.abs)), pane.preferences.amountStyle.value, language);
  const known = figures.filter(name => {
    const value = table.metrics[name][customer];
    return Number.isFinite(value) && !(value === 0 && metricMeasure[name] === 'money' && name !== 'exposure');
  });

  return (
    <Layer title={table.customers[customer] || customers.unnamed}>
      <div class="customerHead">
        <TierMark letter={letter} rank={tierRank(scores.tier[customer], policy.tiers.length)} size={48} />
        <div>
          {Number.isNaN(score) ? (
            <p>{words.noScore}</p>
          ) : (
            <>
              <p class="customerScore">
                <span class="onlyHeard">{words.score} </span>
                <span class="number">{words.scoreOf(formatNumber(score, language))}</span>
              </p>
              {scores.coverage[customer] < 1 && (
                <p class="quiet small">{words.coverage(formatShare(scores.coverage[customer], language))}</p>
              )}
            </>
          )}
          {capped !== '' && <p class="small">{capped}</p>}
        </div>
        <dl class="customerAtRisk">
          <dt class="quiet small">{words.atRisk}</dt>
          <dd>
            <Money
              amount={assessment.atRisk[customer]}
              unit={moneyUnit(assessment.atRisk[customer], 'full', language)}
              class="customerScore"
            />
          </dd>
        </dl>
      </div>
      <RowsOnSheet customer={customer} rowCount={table.rows[customer].length} />

      <div class="block">
        <h3>{words.breaches}</h3>
        <CustomerBreaches tiering={tiering} customer={customer} />
      </div>
      <div class="block">
        <h3>{words.byFactor}</h3>
        <FactorPoints assessment={assessment} customer={customer} is1904={block.is1904} />
      </div>
      {tiering.recognition.kind === 'ledger' && (
        <div class="block">
          <h3>
            {words.ageing}
            <span class="quiet small">{texts().aside(summary.daysUnit)}</span>
          </h3>
          <AgeingBars buckets={policy.buckets} amounts={amounts} unit={unit} />
        </div>
      )}
      <div class="block">
        <h3>{words.figures}</h3>
        <dl class="figures">
          {known.map(name => (
            <div key={name}>
              <dt>{metric[name]}</dt>
              <dd class="number">
                {writeMeasure(table.metrics[name][customer], metricMeasure[name], language, block.is1904)}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {tier !== undefined && (
        <div class="block">
          <h3>{words.policyFor(letter)}</h3>
          <dl class="figures">
            <div>
              <dt>{words.policyTerms}</dt>
              <dd class="number">{units.days(tier.termsDays)}</dd>
            </div>
            <div>
              <dt>{words.policyLimit}</dt>
              <dd class="number">{words.monthsOfSales(tier.limitMonths)}</dd>
            </div>
            <div>
              <dt>{words.policyPrepayment}</dt>
              <dd class="number">{formatShare(tier.prepaymentShare, language)}</dd>
            </div>
            <div>
              <dt>{words.policyReview}</dt>
              <dd class="number">{words.everyMonths(tier.reviewMonths)}</dd>
            </div>
          </dl>
        </div>
      )}
      <Button icon={selectIcon} class="selectAgain" onClick={() => void pane.rowSelection.select(customer)}>
        {words.selectAgain}
      </Button>
    </Layer>
  );
}
